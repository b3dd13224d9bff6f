package web

import (
	"net/http"
	"net/url"
	"slices"
	"time"

	"ascribe"
	"ascribe/internal/access"
)

// An accountPage is what administrators see of an account.
type accountPage struct {
	accountRow
	Self     bool
	Sessions int
	Cases    []access.Case // of which the person is no member
	Roles    []access.Role
	Failed   *failure
}

// account shows an account to an administrator.
func (d *Desk) account(v *visit) error {
	a, err := d.Book.Account(v.r.Context(), v.r.PathValue("id"))
	if err != nil {
		return d.noAccount(v, err)
	}
	return d.showAccount(v, http.StatusOK, a, nil)
}

// noAccount says that there is no such account.
func (d *Desk) noAccount(v *visit, err error) error {
	if unlessMissing(err) == nil {
		return d.missing(v)
	}
	return err
}

func (d *Desk) showAccount(v *visit, status int, a *access.Account, failed *failure) error {
	rows, cases, err := d.rows(v)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(rows, func(r accountRow) bool { return r.ID == a.ID })
	if i < 0 {
		return d.missing(v)
	}
	p := accountPage{accountRow: rows[i], Self: a.ID == v.who.ID, Roles: caseRoles(), Failed: failed}
	p.Cases = slices.DeleteFunc(cases, func(c access.Case) bool {
		return slices.ContainsFunc(p.In, func(m membership) bool { return m.Case.Name == c.Name })
	})
	sessions, err := d.Book.Sessions(v.r.Context(), a.ID)
	if err != nil {
		return err
	}
	for _, s := range sessions {
		if !s.Over(v.now) {
			p.Sessions++
		}
	}
	return d.show(v, status, "person.html", page{Title: a.Name, Here: "accounts", Body: p})
}

// changeAccount does what an administrator asks for an account.
func (d *Desk) changeAccount(v *visit) error {
	a, err := d.Book.Account(v.r.Context(), v.r.PathValue("id"))
	if err != nil {
		return d.noAccount(v, err)
	}
	if err = giveReason(v); err == nil {
		err = d.doToAccount(v, a)
	}
	if access.FaultOf(err) != "" {
		told := v.failure(err)
		if a, err = d.Book.Account(v.r.Context(), a.ID); err != nil {
			return err
		}
		return d.showAccount(v, http.StatusConflict, a, &told)
	}
	return err
}

// doToAccount does it, and shows what came of it.
func (d *Desk) doToAccount(v *visit, a *access.Account) error {
	c, secret := &access.Change{}, ""
	var err error
	switch v.r.PostFormValue("do") {
	case "role":
		c, err = d.setRole(v, a)
	case "admin":
		a.Administrator = v.r.PostFormValue("admin") == "yes"
		c = &access.Change{Act: d.actOn(v, access.AdminSet, a), Account: a, EndSessions: a.ID}
		c.Act.Detail = map[bool]string{true: "yes", false: "no"}[a.Administrator]
	case "link":
		c, secret = d.newLink(v, a)
	case "unlink":
		c = &access.Change{Act: d.actOn(v, access.LinkDropped, a), Drop: v.r.PostFormValue("link")}
	case "deactivate":
		a.Ended = v.now.UTC()
		c = &access.Change{Act: d.actOn(v, access.Deactivated, a), Account: a, EndSessions: a.ID}
	case "reactivate":
		a.Ended = time.Time{}
		c = &access.Change{Act: d.actOn(v, access.Reactivated, a), Account: a}
	case "sessions":
		c = &access.Change{Act: d.actOn(v, access.SessionEnded, a), EndSessions: a.ID}
	default:
		return ascribe.Errorf(ascribe.Invalid, "%s", v.t("error.form"))
	}
	if err != nil {
		return err
	}
	if a.ID == v.who.ID {
		c.Keep = v.desk.session.ID
	}
	if err := d.Book.Enter(v.r.Context(), c); err != nil {
		return err
	}
	if a.ID == v.who.ID && c.EndSessions != "" && a.Ended.IsZero() {
		if err := d.renew(v, a); err != nil {
			return err
		}
	}
	if c.Link != nil {
		return d.showLink(v, c, secret)
	}
	http.Redirect(v.w, v.r, "/accounts/"+url.PathEscape(a.ID), http.StatusSeeOther)
	return nil
}

// setRole is the change of what an account may do in a case. Its sessions end: what
// stands in a browser from before is no longer what the person may do.
func (d *Desk) setRole(v *visit, a *access.Account) (*access.Change, error) {
	name := v.r.PostFormValue("case")
	c := &access.Change{Act: d.actOn(v, access.RoleSet, a), Membership: &access.Membership{Account: a.ID, Case: name}, EndSessions: a.ID}
	if v.r.PostFormValue("role") == "none" {
		c.Act.Detail = name + ": –"
		return c, nil
	}
	var err error
	if c.Membership, err = d.membership(v, a, name); err != nil {
		return nil, err
	}
	c.Act.Detail = name + ": " + c.Membership.Role.String()
	return c, nil
}

// newLink is the change that lets a person set a password.
func (d *Desk) newLink(v *visit, a *access.Account) (*access.Change, string) {
	purpose, did := access.Reset, access.PasswordReset
	if a.Password == "" {
		purpose, did = access.Invite, access.Invited
	}
	c := &access.Change{Act: d.actOn(v, did, a)}
	var secret string
	c.Link, secret = access.NewLink(purpose, a.ID, v.now)
	return c, secret
}
