package web

import (
	"net/http"
	"slices"

	"ascribe"
	"ascribe/internal/access"
)

// An ownPage is what a person sees of its own account.
type ownPage struct {
	Account  *access.Account
	Sessions []access.Session
	Here     string // the session of this browser
	Done     string
	Failed   *failure
}

// own shows a person its own account.
func (d *Desk) own(v *visit) error {
	done := ""
	if v.r.URL.Query().Has("done") {
		done = v.t("own.done")
	}
	return d.showOwn(v, http.StatusOK, ownPage{Done: done})
}

func (d *Desk) showOwn(v *visit, status int, p ownPage) (err error) {
	p.Account, p.Here = v.desk.account, v.desk.session.ID
	if p.Sessions, err = d.Book.Sessions(v.r.Context(), p.Account.ID); err != nil {
		return err
	}
	p.Sessions = slices.DeleteFunc(p.Sessions, func(s access.Session) bool { return s.Over(v.now) })
	return d.show(v, status, "account.html", page{Title: v.t("desk.own"), Here: "own", Body: p})
}

// ownPassword sets another password, and ends the other sessions of the account.
func (d *Desk) ownPassword(v *visit) error {
	a, ctx := v.desk.account, v.r.Context()
	err := d.changeOwnPassword(v, a)
	if err == nil {
		err = d.Book.Enter(ctx, &access.Change{Act: d.actOn(v, access.PasswordSet, a), Account: a, EndSessions: a.ID, Keep: v.desk.session.ID})
	}
	if err == nil {
		err = d.renew(v, a)
	}
	if access.FaultOf(err) != "" {
		told := v.failure(err)
		return d.showOwn(v, statuses[ascribe.KindOf(err)], ownPage{Failed: &told})
	}
	if err != nil {
		return err
	}
	http.Redirect(v.w, v.r, "/account?done", http.StatusSeeOther)
	return nil
}

// changeOwnPassword checks the password that a person has, as often as it may guess,
// and gives the account the other.
func (d *Desk) changeOwnPassword(v *visit, a *access.Account) error {
	wrong := access.Refuse(access.WrongPassword, ascribe.Invalid, "that is not the password that you have", "write the one that you signed in with")
	if a.Password != "" {
		if ok, _ := d.throttle.Guess(a.Login, addressOf(v.r), "session "+v.desk.session.ID, v.now); !ok {
			return wrong
		}
		right, err := d.hasher.Right(v.r.Context(), v.r.PostFormValue("present"), a.Password)
		if err != nil {
			return err
		}
		if !right {
			return wrong
		}
	}
	return d.setPassword(v, a)
}

// ownLanguage keeps the language in which a person reads the pages.
func (d *Desk) ownLanguage(v *visit) error {
	a, code := v.desk.account, v.r.PostFormValue("language")
	if !slices.Contains(codes[:], code) {
		return ascribe.Errorf(ascribe.Invalid, "%s", v.t("own.language.none"))
	}
	if err := d.Book.PutLanguage(v.r.Context(), a.ID, code); err != nil {
		return err
	}
	v.keep(languageCookie, code, 365*24*60*60)
	http.Redirect(v.w, v.r, "/account", http.StatusSeeOther)
	return nil
}

// endOwnSession ends a session of the person, and no other's.
func (d *Desk) endOwnSession(v *visit) error {
	a, id := v.desk.account, v.r.PathValue("id")
	if err := d.Book.Enter(v.r.Context(), &access.Change{Act: d.actOn(v, access.SessionEnded, a), EndSessions: a.ID, EndSession: id}); err != nil {
		return err
	}
	to := "/account"
	if id == v.desk.session.ID {
		to = "/sign-in"
	}
	http.Redirect(v.w, v.r, to, http.StatusSeeOther)
	return nil
}

// actOn is what the person of a visit does to an account.
func (d *Desk) actOn(v *visit, did access.Deed, a *access.Account) access.Act {
	act := d.act(v, did)
	act.On = a.Name
	return act
}
