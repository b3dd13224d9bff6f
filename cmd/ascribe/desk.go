package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"net"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/internal/oidc"
	"ascribe/internal/sqlite"
	"ascribe/internal/web"
)

// addDesk adds the flags of a desk with accounts.
func (o *serving) addDesk(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.desk, "desk", "", "serve a desk with accounts: the folder of its cases, made when there is none")
	cmd.Flags().StringVar(&o.origin, "origin", "", "what browsers call the desk where a proxy before it ends TLS, as in https://desk.example.org")
	cmd.Flags().StringVar(&o.cert, "tls-cert", "", "the certificate (PEM) with which the desk itself ends TLS")
	cmd.Flags().StringVar(&o.key, "tls-key", "", "the key of the certificate (PEM)")
	cmd.Flags().StringVar(&o.proxy, "proxy", "", "the address or network of the proxy of --origin, whose X-Forwarded-For is believed (default: this machine)")
}

// bookPath is where a desk keeps its accounts.
func bookPath(desk string) string { return filepath.Join(desk, "desk.db") }

// casePath is where a desk keeps the record of a case.
func casePath(desk, name string) string { return filepath.Join(desk, "cases", name+".db") }

// serveDesk serves a folder of cases to people who sign in.
func (a *app) serveDesk(cmd *cobra.Command, o *serving) (err error) {
	front, err := o.front()
	if err != nil {
		return err
	}
	if cmd.Flags().Changed("db") || o.trust || o.by != "" {
		return usageError{fmt.Errorf("--db, --trust-machine and --by are not for a desk with accounts: its cases lie in its folder, and who decides has signed in")}
	}
	ctx := cmd.Context()
	if err := os.MkdirAll(filepath.Join(o.desk, "cases"), 0o700); err != nil {
		return ascribe.WithHint(fmt.Errorf("making the folder of the desk: %w", err), "check the path of --desk and its permissions")
	}
	book, err := sqlite.OpenBook(ctx, bookPath(o.desk))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	l, err := a.listen(ctx, o)
	if err != nil {
		return err
	}
	if front.origin == "" {
		front.origin = "http://" + l.Addr().String()
	}
	if front.tls != nil {
		front.origin = strings.Replace(front.origin, ":0", l.Addr().String()[strings.LastIndexByte(l.Addr().String(), ':'):], 1)
		l = tls.NewListener(l, front.tls)
	}
	if err := book.Remember(ctx, "origin", []byte(front.origin)); err != nil {
		return err
	}
	a.say(ctx, o, front.origin)
	if err := a.firstLink(ctx, book, front.origin); err != nil {
		return err
	}
	provider, err := oidc.Read(o.desk, a.now)
	if err != nil {
		return err
	}
	d := &web.Desk{
		Book: book, Generator: "ascribe " + version, Now: a.now, Log: log.New(a.err, "ascribe: ", 0), Origin: front.origin, Hosts: front.hosts, Proxy: front.proxy,
		Open: func(ctx context.Context, name string) (*web.Opened, error) {
			return a.openCase(ctx, o, name, front.origin)
		},
	}
	if provider != nil {
		d.Provider = provider
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	return d.Serve(ctx, l)
}

// openCase opens the record of a case.
func (a *app) openCase(ctx context.Context, o *serving, name, origin string) (*web.Opened, error) {
	if err := access.CheckCase(name); err != nil {
		return nil, err
	}
	of := *a
	of.db = casePath(o.desk, name)
	store, err := sqlite.Open(ctx, of.db)
	if err != nil {
		return nil, err
	}
	programs, stop, err := of.telling(context.WithoutCancel(ctx), store, door{origin: origin, under: web.CaseBase(name)})
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return &web.Opened{
		Pages: of.pages(store, programs, o), Tokens: store, Webhooks: store, Head: store.Head,
		Close: func() error { return errors.Join(stop(), store.Close()) },
	}, nil
}

// firstLink prints a link that makes the administrator, as long as nobody has an
// account.
func (a *app) firstLink(ctx context.Context, book *sqlite.Book, origin string) error {
	all, err := book.Accounts(ctx)
	if err != nil || len(all) > 0 {
		return err
	}
	link, secret := access.NewLink(access.First, "", a.now())
	if err := book.Enter(ctx, &access.Change{Act: a.act(access.LinkMade, "", ""), Link: link}); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.out, "Nobody has an account here yet. This link makes the administrator; it works once, until %s:\n%s\n", when(link.Expires), web.LinkTo(origin, secret))
	return err
}

// A front is how the desk meets those who ask.
type front struct {
	origin string
	tls    *tls.Config
	hosts  func(string) bool
	proxy  func(net.IP) bool
}

// front checks that what others can reach is reached through TLS alone.
func (o *serving) front() (*front, error) {
	host, port, err := net.SplitHostPort(o.listen)
	if err != nil {
		return nil, usageError{fmt.Errorf("%q is no address to listen on: write a host and a port, as in 127.0.0.1:8080", o.listen)}
	}
	switch {
	case (o.cert == "") != (o.key == ""):
		return nil, usageError{errors.New("--tls-cert and --tls-key belong together")}
	case o.cert != "" && o.origin != "":
		return nil, usageError{errors.New("either the desk ends TLS itself (--tls-cert, --tls-key) or a proxy does (--origin)")}
	case o.proxy != "" && o.origin == "":
		return nil, usageError{errors.New("--proxy is for a desk behind a proxy: give --origin, too")}
	case o.cert != "":
		return o.ownTLS(host, port)
	case o.origin != "":
		return o.behindProxy()
	case web.Loopback(o.listen) != nil:
		return nil, usageError{ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "%s can be reached from other machines, and without TLS anybody between could read the passwords", o.listen),
			"give a certificate (--tls-cert and --tls-key), or stay on 127.0.0.1 behind a proxy that has one (--origin https://desk.example.org)")}
	}
	return &front{}, nil
}

// ownTLS is a desk that ends TLS itself. It answers to the names of its certificate.
func (o *serving) ownTLS(host, port string) (*front, error) {
	pair, err := tls.LoadX509KeyPair(o.cert, o.key)
	if err != nil {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "reading the certificate: %w", err), "give PEM files: --tls-cert with the whole chain, --tls-key with its key")
	}
	if len(pair.Leaf.DNSNames) > 0 && !strings.HasPrefix(pair.Leaf.DNSNames[0], "*") {
		host = pair.Leaf.DNSNames[0]
	}
	f := &front{origin: "https://" + net.JoinHostPort(host, port), tls: &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"}}}
	if port == "443" {
		f.origin = "https://" + host
	}
	f.hosts = func(name string) bool { return pair.Leaf.VerifyHostname(name) == nil }
	return f, nil
}

// behindProxy is a desk whose proxy ends TLS. It answers to the name of its origin.
func (o *serving) behindProxy() (*front, error) {
	u, err := url.Parse(o.origin)
	if err != nil || u.Scheme != "https" || u.Host == "" || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.User != nil {
		return nil, usageError{fmt.Errorf("%q is no origin: write https:// and the name that browsers use, as in https://desk.example.org", o.origin)}
	}
	f := &front{origin: "https://" + strings.ToLower(u.Host)}
	f.hosts = func(name string) bool { return strings.EqualFold(name, u.Hostname()) }
	f.proxy = net.IP.IsLoopback
	if o.proxy == "" {
		return f, nil
	}
	network, err := netip.ParsePrefix(o.proxy)
	if ip, wrong := netip.ParseAddr(o.proxy); wrong == nil {
		network, err = netip.PrefixFrom(ip, ip.BitLen()), nil
	}
	if err != nil {
		return nil, usageError{fmt.Errorf("%q is no address of a proxy: write 10.0.0.5, or 10.0.0.0/24", o.proxy)}
	}
	f.proxy = func(ip net.IP) bool {
		at, ok := netip.AddrFromSlice(ip)
		return ok && network.Contains(at.Unmap())
	}
	return f, nil
}

// book opens the accounts of a desk that there is.
func book(ctx context.Context, desk string) (*sqlite.Book, error) {
	if desk == "" {
		return nil, usageError{errors.New("which desk? Give its folder with --desk")}
	}
	if _, err := os.Stat(bookPath(desk)); errors.Is(err, fs.ErrNotExist) {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "there is no desk in %s", desk), "make one with ascribe serve --desk "+desk)
	}
	return sqlite.OpenBook(ctx, bookPath(desk))
}

// act is what whoever has the machine does.
func (a *app) act(did access.Deed, on, why string) access.Act {
	return access.Act{At: a.now().UTC(), Name: whoDecides(""), Did: did, On: on, Why: why}
}
