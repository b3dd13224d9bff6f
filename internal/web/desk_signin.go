package web

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"ascribe/internal/access"
)

// A signIn is the form of those who have not signed in.
type signInForm struct {
	Login, Back, Problem, Provider string
	First                          bool // nobody has an account yet
}

// signIn shows where to sign in.
func (d *Desk) signIn(v *visit) error {
	if v.who.ID != "" {
		http.Redirect(v.w, v.r, backTo(v.r.URL.Query().Get("back")), http.StatusSeeOther)
		return nil
	}
	return d.askSignIn(v, http.StatusOK, signInForm{Back: v.r.URL.Query().Get("back")})
}

func (d *Desk) askSignIn(v *visit, status int, f signInForm) error {
	if d.Provider != nil {
		f.Provider = d.Provider.Name()
	}
	all, err := d.Book.Accounts(v.r.Context())
	if err != nil {
		return err
	}
	f.First = len(all) == 0
	return d.show(v, status, "signin.html", page{Title: v.t("signin.title"), Body: f})
}

// signedIn takes a login and a password. Whether there is such an account, nobody can
// tell by the answer or by how long it takes.
func (d *Desk) signedIn(v *visit) error {
	f := signInForm{Login: strings.ToLower(strings.TrimSpace(v.r.PostFormValue("login"))), Back: v.r.PostFormValue("back")}
	if len(f.Login) > 64 {
		f.Login = f.Login[:64]
	}
	known := access.IsKnown(d.seal, f.Login, d.secret(v.r, "browser"))
	if ok, again := d.throttle.Guess(f.Login, addressOf(v.r), known, v.now); !ok {
		v.w.Header().Set("Retry-After", strconv.Itoa(int(again/time.Second)+1))
		f.Problem = v.t("signin.often")
		return d.askSignIn(v, http.StatusTooManyRequests, f)
	}
	ctx := v.r.Context()
	a, err := d.Book.AccountOf(ctx, f.Login)
	if unlessMissing(err) != nil {
		return err
	}
	if err != nil {
		a = &access.Account{}
	}
	right, err := d.hasher.Right(ctx, v.r.PostFormValue("password"), a.Password)
	if err != nil {
		return err
	}
	if !right || !a.Open() {
		if err := d.Book.Fail(ctx, access.Failures{Hour: v.now, Account: a.ID, Address: access.Network(addressOf(v.r)), Count: 1}); err != nil {
			return err
		}
		f.Problem = v.t("signin.wrong")
		return d.askSignIn(v, http.StatusForbidden, f)
	}
	if err := d.admit(v, a); err != nil {
		return err
	}
	http.Redirect(v.w, v.r, backTo(f.Back), http.StatusSeeOther)
	return nil
}
