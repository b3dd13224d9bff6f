package web

import (
	"context"
	"log"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"

	"ascribe"
	"ascribe/internal/access"
)

// A Desk serves the cases that several people work on: each signs in, and sees the
// cases of which it is a member. Set its fields, then call [Desk.Serve] or
// [Desk.Handler], and [Desk.Close] at the end.
type Desk struct {
	Book      access.Book
	Generator string
	Now       func() time.Time
	Log       *log.Logger
	// Open opens the record of a case, which stands under [CaseBase].
	Open func(ctx context.Context, name string) (*Opened, error)
	// Provider lets people sign in with an account that they have elsewhere; nil is none.
	Provider Provider

	Origin string                 // "https://desk.example.org"; "" is http on this machine
	Hosts  func(host string) bool // the names that it may be asked under; nil: those of this machine
	Proxy  func(net.IP) bool      // who may say on whose behalf it asks; nil: nobody

	*press
	hasher   *access.Hasher
	throttle access.Throttle
	seal     []byte // of the browsers that are known
	cases    opened
	flows    flows
	pages    []route
}

// hashings is how many passwords are hashed at once.
const hashings = 2

// Handler returns the pages, guarded. What they start in the background ends with the
// context.
func (d *Desk) Handler(ctx context.Context) (http.Handler, error) {
	var err error
	if d.press, err = newPress(d.Generator, d.Log); err != nil {
		return nil, err
	}
	if d.seal, err = d.Book.Setting(ctx, "seal", newSeal()); err != nil {
		return nil, err
	}
	d.hasher = access.NewHasher(hashings)
	d.cases.run = ctx
	mux, all := http.NewServeMux(), http.NewServeMux()
	d.routes(mux)
	all.Handle("/", mux)
	all.HandleFunc(CaseBase("{name}")+"/", d.enterCase)
	hosts := d.Hosts
	if hosts == nil {
		hosts = isLoopback
	}
	return d.front(guard(hosts, http.NewCrossOriginProtection().Handler(all))), nil
}

// routes lists every page of the desk itself, and who it is for: NoRole is anybody,
// Viewer who has signed in.
func (d *Desk) routes(mux *http.ServeMux) {
	page := func(method, path string, least access.Role, h func(*visit) error) {
		d.pages = append(d.pages, route{method, path, least})
		mux.Handle(method+" "+path, d.page(least, h))
	}
	page("GET", "/sign-in", access.NoRole, d.signIn)
	page("POST", "/sign-in", access.NoRole, d.signedIn)
	page("GET", "/provider", access.NoRole, d.provider)
	page("GET", "/provider/back", access.NoRole, d.provided)
	page("GET", "/link/{secret}", access.NoRole, d.link)
	page("POST", "/link/{secret}", access.NoRole, d.takeLink)
	page("POST", "/settings", access.NoRole, d.settings)

	page("GET", "/{$}", access.Viewer, d.overview)
	page("POST", "/sign-out", access.Viewer, d.signOut)
	page("GET", "/account", access.Viewer, d.own)
	page("POST", "/account/password", access.Viewer, d.ownPassword)
	page("POST", "/account/language", access.Viewer, d.ownLanguage)
	page("POST", "/account/sessions/{id}", access.Viewer, d.endOwnSession)

	page("GET", "/accounts", access.Administrator, d.accounts)
	page("GET", "/accounts.json", access.Administrator, d.accountsJSON)
	page("POST", "/accounts", access.Administrator, d.invite)
	page("GET", "/accounts/{id}", access.Administrator, d.account)
	page("POST", "/accounts/{id}", access.Administrator, d.changeAccount)
	page("GET", "/cases", access.Administrator, d.allCases)
	page("GET", "/cases.json", access.Administrator, d.casesJSON)
	page("POST", "/cases", access.Administrator, d.makeCase)
	page("GET", "/cases/{name}", access.Administrator, d.oneCase)
	page("POST", "/cases/{name}", access.Administrator, d.changeCase)
	page("GET", "/log", access.Administrator, d.acts)
	page("GET", "/log.json", access.Administrator, d.actsJSON)
	page("GET", "/", access.NoRole, d.missing)
	mux.HandleFunc("GET /static/{name}", d.asset)
}

// CaseBase is what the address of every page of a case begins with.
func CaseBase(name string) string { return "/c/" + name }

// Serve answers on a listener until the context ends, then lets what is under way
// finish.
func (d *Desk) Serve(ctx context.Context, l net.Listener) error {
	h, err := d.Handler(ctx)
	if err != nil {
		return err
	}
	var waking sync.WaitGroup
	waking.Go(func() { d.wake(ctx) })
	defer waking.Wait()
	return serve(ctx, l, h, d.Log)
}

// secure reports whether browsers reach the desk through TLS.
func (d *Desk) secure() bool {
	u, err := url.Parse(d.Origin)
	return err == nil && u.Scheme == "https"
}

// page wraps what answers a visit to a page of the desk itself.
func (d *Desk) page(least access.Role, answer func(*visit) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Vary", "Accept-Language, Cookie")
		v := &visit{tongue: d.tongueFor(r), w: w, r: r, theme: themeOf(r), now: d.Now(), desk: &entrance{}, entries: []entry{}}
		r.Body = http.MaxBytesReader(w, r.Body, 64<<10)
		err := d.come(v)
		if err == nil && !v.who.May(least) {
			err = d.turnAway(v, least)
		} else if err == nil {
			err = answer(v)
		}
		if err != nil {
			d.fail(v, err)
		}
	})
}

// come finds who comes, and what it can go to.
func (d *Desk) come(v *visit) error {
	a, s, err := d.who(v)
	if err != nil || a == nil {
		return err
	}
	v.who = access.Person{ID: a.ID, Name: a.Name, Role: access.Viewer}
	v.entries = []entry{{"cases", v.t("desk.cases"), "/"}, {"own", v.t("desk.own"), "/account"}}
	if a.Administrator {
		v.who.Role = access.Administrator
		v.entries = append(v.entries, entry{"accounts", v.t("desk.accounts"), "/accounts"}, entry{"manage", v.t("desk.manage"), "/cases"}, entry{"log", v.t("desk.log"), "/log"})
	}
	*v.desk = entrance{Person: v.who, account: a, session: s}
	return nil
}

// turnAway sends who has not signed in to where that is done.
func (d *Desk) turnAway(v *visit, least access.Role) error {
	if v.who.ID != "" {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "%s", v.t("error.role", v.word("rank", least))), v.t("error.role.hint"))
	}
	if v.r.Method == http.MethodGet {
		http.Redirect(v.w, v.r, "/sign-in?"+url.Values{"back": {v.r.URL.RequestURI()}}.Encode(), http.StatusSeeOther)
		return nil
	}
	return ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "%s", v.t("signin.needed")), v.t("signin.needed.hint"))
}

// An entrance is how a person came to a page of a desk with accounts.
type entrance struct {
	Person  access.Person
	Case    *access.Case // that the page is of; nil for the desk itself
	account *access.Account
	session *access.Session
}

type entranceKey struct{}

// entranceOf returns how a request came into the pages of a case.
func entranceOf(r *http.Request) *entrance {
	e, _ := r.Context().Value(entranceKey{}).(*entrance)
	return e
}
