package web

import (
	"crypto/rand"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"time"

	"ascribe"
	"ascribe/internal/access"
)

// seenNoted is how exactly it is kept when a session was seen last.
const seenNoted = 5 * time.Minute

// newSeal is a key that the desk makes for itself, once.
func newSeal() []byte {
	key := make([]byte, 32)
	_, _ = rand.Read(key) // it never fails
	return key
}

// cookie is the name of a cookie of the desk. Where there is TLS no other host and no
// page without TLS can set it.
func (d *Desk) cookie(name string) string {
	if d.secure() {
		return "__Host-ascribe_" + name
	}
	return "ascribe_" + name
}

// keepSecret sets a cookie that scripts and other sites never see; 0 seconds drop it.
func (d *Desk) keepSecret(v *visit, name, value string, lasts time.Duration) {
	c := &http.Cookie{Name: d.cookie(name), Value: value, Path: "/", MaxAge: int(lasts / time.Second), HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: d.secure()}
	if lasts == 0 {
		c.MaxAge = -1
	}
	http.SetCookie(v.w, c)
}

func (d *Desk) secret(r *http.Request, name string) string {
	c, err := r.Cookie(d.cookie(name))
	if err != nil {
		return ""
	}
	return c.Value
}

// who finds who has signed in; nobody is nil.
func (d *Desk) who(v *visit) (*access.Account, *access.Session, error) {
	secret, ctx := d.secret(v.r, "session"), v.r.Context()
	if secret == "" {
		return nil, nil, nil
	}
	s, err := d.Book.Session(ctx, access.Hash(secret))
	if err != nil {
		return nil, nil, unlessMissing(err)
	}
	if s.Over(v.now) {
		return nil, nil, d.Book.DropSession(ctx, s.ID)
	}
	a, err := d.Book.Account(ctx, s.Account)
	if err != nil || !a.Open() {
		return nil, nil, unlessMissing(err)
	}
	if v.now.Sub(s.Seen) >= seenNoted {
		s.Seen, s.Address = v.now.UTC(), addressOf(v.r)
		err = d.Book.SeeSession(ctx, s)
	}
	return a, s, err
}

// unlessMissing is an error but that something is not there.
func unlessMissing(err error) error {
	if err != nil && ascribe.KindOf(err) == ascribe.NotFound {
		return nil
	}
	return err
}

// admit begins a session of an account in the browser of a visit, in the place of any
// other that it had.
func (d *Desk) admit(v *visit, a *access.Account) error {
	ctx := v.r.Context()
	if old := d.secret(v.r, "session"); old != "" {
		if s, err := d.Book.Session(ctx, access.Hash(old)); err == nil {
			if err := d.Book.DropSession(ctx, s.ID); err != nil {
				return err
			}
		}
	}
	s, secret := access.NewSession(a.ID, v.r.UserAgent(), addressOf(v.r), v.now)
	if err := d.Book.PutSession(ctx, s, a.Password); err != nil {
		return err
	}
	d.keepSecret(v, "session", secret, access.Lifetime)
	d.keepSecret(v, "browser", access.KnownBrowser(d.seal, a.Login), 365*24*time.Hour)
	if slices.Contains(codes[:], a.Language) {
		v.keep(languageCookie, a.Language, 365*24*60*60)
	}
	return nil
}

// renew gives the session of a visit another id, after what it may do has changed.
func (d *Desk) renew(v *visit, a *access.Account) error {
	if err := d.Book.DropSession(v.r.Context(), v.desk.session.ID); err != nil {
		return err
	}
	s, secret := access.NewSession(a.ID, v.r.UserAgent(), addressOf(v.r), v.now)
	if err := d.Book.PutSession(v.r.Context(), s, a.Password); err != nil {
		return err
	}
	d.keepSecret(v, "session", secret, access.Lifetime)
	return nil
}

// signOut ends the session of a visit.
func (d *Desk) signOut(v *visit) error {
	if err := d.Book.DropSession(v.r.Context(), v.desk.session.ID); err != nil {
		return err
	}
	d.keepSecret(v, "session", "", 0)
	v.w.Header().Set("Clear-Site-Data", `"cache"`)
	http.Redirect(v.w, v.r, "/sign-in", http.StatusSeeOther)
	return nil
}

// addressOf is the address that a request came from.
func addressOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// front puts the address of the browser in the place of that of the proxy which asks on
// its behalf, and tells browsers to come through TLS alone where there is TLS. A
// header of anybody else is not believed.
func (d *Desk) front(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if d.secure() {
			w.Header().Set("Strict-Transport-Security", "max-age=31536000")
		}
		if d.Proxy != nil && d.Proxy(net.ParseIP(addressOf(r))) {
			if ip := behalf(r); ip != "" {
				r = r.Clone(r.Context())
				r.RemoteAddr = net.JoinHostPort(ip, "0")
			}
		}
		next.ServeHTTP(w, r)
	})
}

// behalf is the address on whose behalf a proxy asks: the last that it added itself.
func behalf(r *http.Request) string {
	all := r.Header.Values("X-Forwarded-For")
	if len(all) == 0 {
		return ""
	}
	parts := strings.Split(all[len(all)-1], ",")
	ip, err := netip.ParseAddr(strings.TrimSpace(parts[len(parts)-1]))
	if err != nil {
		return ""
	}
	return ip.Unmap().String()
}
