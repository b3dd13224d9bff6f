package web

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"ascribe"
	"ascribe/internal/access"
)

// Opened is a case whose store is open.
type Opened struct {
	Pages    *Server
	Tokens   access.Tokens
	Webhooks access.Webhooks
	Head     func(context.Context) (ascribe.Head, error)
	Close    func() error
}

// opened are the cases whose stores are open.
type opened struct {
	run context.Context // what their pages start in the background ends with it

	mu sync.Mutex
	of map[string]*running
}

// A running case answers until it is closed, which waits for what is under way.
type running struct {
	*Opened
	pages http.Handler
	stop  context.CancelFunc
	under sync.WaitGroup
}

// open returns an open case, which the caller gives back with under.Done. One that is
// closed or is not there is NotFound.
func (d *Desk) open(ctx context.Context, c *access.Case) (*running, error) {
	d.cases.mu.Lock()
	defer d.cases.mu.Unlock()
	r := d.cases.of[c.Name]
	if r == nil {
		o, err := d.Open(ctx, c.Name)
		if err != nil {
			return nil, err
		}
		r = &running{Opened: o}
		var run context.Context
		run, r.stop = context.WithCancel(d.cases.run)
		o.Pages.Base, o.Pages.Who = CaseBase(c.Name), func(r *http.Request) access.Person { return entranceOf(r).Person }
		r.pages = o.Pages.open(run, d.press)
		if d.cases.of == nil {
			d.cases.of = map[string]*running{}
		}
		d.cases.of[c.Name] = r
	}
	r.under.Add(1)
	return r, nil
}

// wake opens the cases that tell programs of what is new, which they do unasked.
func (d *Desk) wake(ctx context.Context) {
	all, err := d.Book.Cases(ctx)
	for i := range all {
		if !all[i].Closed.IsZero() {
			continue
		}
		if e := d.wakeCase(ctx, &all[i]); e != nil && err == nil {
			err = e
		}
	}
	if err != nil && ctx.Err() == nil {
		d.errors.Printf("opening the cases that have webhooks: %v", err)
	}
}

func (d *Desk) wakeCase(ctx context.Context, c *access.Case) error {
	open, err := d.open(ctx, c)
	if err != nil {
		return err
	}
	hooks, err := open.Webhooks.Webhooks(ctx)
	open.under.Done()
	if err == nil && len(hooks) == 0 {
		err = d.shut(c.Name)
	}
	return err
}

// shut closes the store of a case, when what is under way in it is done.
func (d *Desk) shut(name string) error {
	d.cases.mu.Lock()
	r := d.cases.of[name]
	delete(d.cases.of, name)
	d.cases.mu.Unlock()
	if r == nil {
		return nil
	}
	r.stop()
	r.under.Wait()
	return r.Close()
}

// Close closes the stores of all cases.
func (d *Desk) Close() error {
	d.cases.mu.Lock()
	names := make([]string, 0, len(d.cases.of))
	for name := range d.cases.of {
		names = append(names, name)
	}
	d.cases.mu.Unlock()
	var first error
	for _, name := range names {
		if err := d.shut(name); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// caseOf returns the case of a name; one that is closed is not there.
func (d *Desk) caseOf(ctx context.Context, name string) (*access.Case, error) {
	all, err := d.Book.Cases(ctx)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(all, func(c access.Case) bool { return c.Name == name && c.Closed.IsZero() })
	if i < 0 {
		return nil, ascribe.Errorf(ascribe.NotFound, "there is no case %q", name)
	}
	return &all[i], nil
}

// roleIn is what a person may do in a case.
func (d *Desk) roleIn(ctx context.Context, who access.Person, name string) (access.Role, error) {
	if who.May(access.Administrator) {
		return access.Administrator, nil
	}
	all, err := d.Book.Memberships(ctx)
	for _, m := range all {
		if m.Account == who.ID && m.Case == name {
			return m.Role, err
		}
	}
	return access.NoRole, err
}

// enterCase answers what is asked of a case. Who is no member of it cannot tell whether
// there is such a case.
func (d *Desk) enterCase(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Vary", "Accept-Language, Cookie")
	v := &visit{tongue: d.tongueFor(r), w: w, r: r, theme: themeOf(r), now: d.Now(), desk: &entrance{}, entries: []entry{}}
	if err := d.answerCase(v, r.PathValue("name")); err != nil {
		d.fail(v, err)
	}
}

func (d *Desk) answerCase(v *visit, name string) error {
	if err := d.come(v); err != nil {
		return err
	}
	ctx, programs := v.r.Context(), strings.HasPrefix(v.r.URL.Path, CaseBase(name)+"/api/")
	c, err := d.caseOf(ctx, name)
	if unlessMissing(err) != nil {
		return err
	}
	role := access.NoRole
	if c != nil && v.who.ID != "" {
		if role, err = d.roleIn(ctx, v.who, name); err != nil {
			return err
		}
	}
	token := programs && v.r.Header.Get("Authorization") != ""
	switch {
	case programs && (c == nil || role == access.NoRole && !token):
		unnamed(v.w)
		return nil
	case !programs && v.who.ID == "":
		return d.turnAway(v, access.Viewer)
	case !programs && role == access.NoRole:
		return d.missing(v)
	}
	open, err := d.open(ctx, c)
	if err != nil {
		return err
	}
	defer open.under.Done()
	if programs && role == access.NoRole {
		ok, err := good(ctx, open.Tokens, v)
		if err != nil {
			return err
		}
		if !ok {
			unnamed(v.w)
			return nil
		}
	}
	v.who.Role = role
	e := &entrance{Person: v.who, Case: c, account: v.desk.account, session: v.desk.session}
	open.pages.ServeHTTP(v.w, v.r.WithContext(context.WithValue(ctx, entranceKey{}, e)))
	return nil
}

// good reports whether a request bears a token of a case.
func good(ctx context.Context, tokens access.Tokens, v *visit) (bool, error) {
	kind, secret, _ := strings.Cut(v.r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(kind, "Bearer") {
		return false, nil
	}
	t, err := tokens.Token(ctx, access.Hash(strings.TrimSpace(secret)), v.now)
	return t != nil && err == nil, unlessMissing(err)
}

// unnamed refuses a program that shows no token of the case, be there such a case or
// not.
func unnamed(w http.ResponseWriter) {
	h := w.Header()
	h.Set("Content-Type", "application/problem+json")
	h.Set("Www-Authenticate", `Bearer realm="ascribe"`)
	w.WriteHeader(http.StatusUnauthorized)
	b, _ := json.Marshal(map[string]any{ // strings and a number always have JSON
		"type": "about:blank", "title": http.StatusText(http.StatusUnauthorized), "status": http.StatusUnauthorized,
		"detail": "this takes a token of a case of this desk", "hint": `send "Authorization: Bearer SECRET"; an administrator makes tokens on the page of the case`,
	})
	_, _ = w.Write(b) // who went away loses nothing
}

// A place is a case as the front page lists it.
type place struct {
	Case access.Case
	To   string
	Role access.Role
}

// overview lists the cases of which a person is a member.
func (d *Desk) overview(v *visit) error {
	all, err := d.Book.Cases(v.r.Context())
	if err != nil {
		return err
	}
	var mine []place
	for _, c := range all {
		if !c.Closed.IsZero() {
			continue
		}
		role, err := d.roleIn(v.r.Context(), v.who, c.Name)
		if err != nil {
			return err
		}
		if role != access.NoRole {
			mine = append(mine, place{c, CaseBase(url.PathEscape(c.Name)) + "/", role})
		}
	}
	return d.show(v, http.StatusOK, "cases.html", page{Title: v.t("desk.cases"), Here: "cases", Body: mine})
}
