package web

import (
	"cmp"
	"context"
	"crypto/subtle"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"ascribe"
	"ascribe/internal/access"
)

// A Provider lets people sign in with an account that they have elsewhere.
type Provider interface {
	// Name is what people call it.
	Name() string
	// Begin returns the address at which a person signs in, to come back with the state.
	Begin(ctx context.Context, back string, f *access.Flow) (string, error)
	// Finish returns who came back with a code. Whatever does not bear the signature,
	// the audience and the nonce that it must is refused.
	Finish(ctx context.Context, back, code string, f *access.Flow) (access.Identity, error)
}

// flows are the sign-ins that were begun. Each is finished at most once.
type flows struct {
	mu sync.Mutex
	of map[string]begun
}

type begun struct {
	access.Flow
	back string // the page that the person came for
	at   time.Time
}

const (
	flowLasts = 10 * time.Minute
	mostFlows = 10_000
)

// begin notes a sign-in. Where very many are begun and none ended, the oldest are
// forgotten.
func (f *flows) begin(back string, now time.Time) *access.Flow {
	f.mu.Lock()
	defer f.mu.Unlock()
	for state, b := range f.of {
		if now.Sub(b.at) >= flowLasts {
			delete(f.of, state)
		}
	}
	if f.of == nil || len(f.of) >= mostFlows {
		f.of = map[string]begun{}
	}
	b := begun{*access.NewFlow(), back, now}
	f.of[b.State] = b
	return &b.Flow
}

// end takes a sign-in away, and reports whether it was under way.
func (f *flows) end(state string, now time.Time) (begun, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	b, ok := f.of[state]
	delete(f.of, state)
	return b, ok && now.Sub(b.at) < flowLasts
}

// provider sends a person to where it has an account.
func (d *Desk) provider(v *visit) error {
	if d.Provider == nil {
		return d.missing(v)
	}
	f := d.flows.begin(backTo(v.r.URL.Query().Get("back")), v.now)
	to, err := d.Provider.Begin(v.r.Context(), d.providerBack(v), f)
	if err != nil {
		return d.providerFailed(v, err)
	}
	d.keepSecret(v, "flow", f.State, flowLasts)
	http.Redirect(v.w, v.r, to, http.StatusSeeOther)
	return nil
}

// providerBack is where the provider sends people back to.
func (d *Desk) providerBack(v *visit) string {
	return cmp.Or(d.Origin, "http://"+v.r.Host) + "/provider/back"
}

// providerFailed says that signing in with the provider failed; why is for the log.
func (d *Desk) providerFailed(v *visit, err error) error {
	d.errors.Printf("signing in with %s: %v", d.Provider.Name(), err)
	return d.askSignIn(v, http.StatusForbidden, signInForm{Problem: v.t("signin.provider.failed", d.Provider.Name())})
}

// provided lets in who comes back from the provider, if an administrator has made an
// account for that person.
func (d *Desk) provided(v *visit) error {
	if d.Provider == nil {
		return d.missing(v)
	}
	q := v.r.URL.Query()
	f, ok := d.flows.end(q.Get("state"), v.now)
	kept := d.secret(v.r, "flow")
	d.keepSecret(v, "flow", "", 0)
	if !ok || subtle.ConstantTimeCompare([]byte(kept), []byte(f.State)) != 1 || q.Get("code") == "" {
		return d.providerFailed(v, ascribe.Errorf(ascribe.Invalid, "the browser came back without a sign-in that it had begun (%q)", q.Get("error")))
	}
	who, err := d.Provider.Finish(v.r.Context(), d.providerBack(v), q.Get("code"), &f.Flow)
	if err != nil {
		return d.providerFailed(v, err)
	}
	a, err := d.accountFor(v, who)
	if err != nil {
		return err
	}
	if a == nil {
		if err := d.Book.Fail(v.r.Context(), access.Failures{Hour: v.now, Address: access.Network(addressOf(v.r)), Count: 1}); err != nil {
			return err
		}
		return d.askSignIn(v, http.StatusForbidden, signInForm{Problem: v.t("signin.provider.none", d.Provider.Name())})
	}
	if err := d.admit(v, a); err != nil {
		return err
	}
	http.Redirect(v.w, v.r, f.back, http.StatusSeeOther)
	return nil
}

// accountFor returns the account of who a provider names: by the subject that it was
// linked to, else the one that an administrator made for a verified address of mail and
// that no subject has yet. There may be none; none is made.
func (d *Desk) accountFor(v *visit, who access.Identity) (*access.Account, error) {
	all, err := d.Book.Accounts(v.r.Context())
	if err != nil {
		return nil, err
	}
	if i := slices.IndexFunc(all, func(a access.Account) bool { return a.Issuer == who.Issuer && a.Subject == who.Subject }); i >= 0 {
		if !all[i].Open() {
			return nil, nil //nolint:nilnil // nobody is let in
		}
		return &all[i], nil
	}
	var mine []*access.Account
	for i := range all {
		a := &all[i]
		if who.Verified && who.Email != "" && a.Email == strings.ToLower(who.Email) && a.Subject == "" && a.Ended.IsZero() {
			mine = append(mine, a)
		}
	}
	if len(mine) != 1 { // two accounts of one address: which is meant, nobody can tell
		return nil, nil //nolint:nilnil // nobody is let in
	}
	a := mine[0]
	a.Issuer, a.Subject = who.Issuer, who.Subject
	act := d.actOn(v, access.Linked, a)
	act.Account, act.Name, act.Detail = a.ID, a.Name, who.Issuer
	return a, d.Book.Enter(v.r.Context(), &access.Change{Act: act, Account: a})
}
