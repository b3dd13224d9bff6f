package web

import (
	"net/http"
	"net/url"
	"strings"

	"ascribe"
	"ascribe/internal/access"
)

// A linkForm is what a link asks for.
type linkForm struct {
	Purpose string
	Login   string
	Name    string
	Case    string
	About   string // the title of the case
	Failed  *failure
}

// linkOf returns the link of a visit, which must be good, and the account that it is
// for.
func (d *Desk) linkOf(v *visit) (*access.Link, *access.Account, error) {
	over := access.Refuse(access.LinkOver, ascribe.NotFound, "the link is not good", "ask an administrator of the desk for another")
	l, err := d.Book.Link(v.r.Context(), access.Hash(v.r.PathValue("secret")))
	if err == nil && !l.Good(v.now) || err != nil && unlessMissing(err) == nil {
		return nil, nil, over
	}
	if err != nil || l.Purpose == access.First {
		return l, nil, err
	}
	a, err := d.Book.Account(v.r.Context(), l.Account)
	if err == nil && !a.Ended.IsZero() {
		err = over
	}
	return l, a, err
}

// link shows what a link asks for. Looking does not use it up.
func (d *Desk) link(v *visit) error {
	l, a, err := d.linkOf(v)
	if err != nil {
		return err
	}
	return d.askLink(v, http.StatusOK, l, a, linkForm{})
}

func (d *Desk) askLink(v *visit, status int, l *access.Link, a *access.Account, f linkForm) error { //nolint:revive // what is shown, and whose it is
	f.Purpose = string(l.Purpose)
	if a != nil {
		f.Login, f.Name = a.Login, a.Name
	}
	v.w.Header().Set("Referrer-Policy", "no-referrer")
	return d.show(v, status, "link.html", page{Title: v.t("link." + f.Purpose), Body: f})
}

// takeLink does what a link is for, and lets its holder in.
func (d *Desk) takeLink(v *visit) error {
	l, a, err := d.linkOf(v)
	if err != nil {
		return err
	}
	form := v.r.PostFormValue
	c := &access.Change{Use: l, Act: d.act(v, access.PasswordSet)}
	f := linkForm{Login: form("login"), Name: form("name"), Case: form("case"), About: form("about")}
	if l.Purpose == access.First {
		err = d.found(v, c, f)
	} else {
		c.Account, c.EndSessions = a, a.ID
	}
	if err == nil {
		err = d.setPassword(v, c.Account)
	}
	if err == nil {
		c.Act.Account, c.Act.Name, c.Act.On = c.Account.ID, c.Account.Name, c.Account.Name
		if l.Purpose == access.Invite {
			c.Act.Did = access.Joined
		}
		err = d.Book.Enter(v.r.Context(), c)
	}
	if err != nil && access.FaultOf(err) != "" {
		told := v.failure(err)
		f.Failed = &told
		return d.askLink(v, statuses[ascribe.KindOf(err)], l, a, f)
	}
	if err != nil {
		return err
	}
	if err := d.admit(v, c.Account); err != nil {
		return err
	}
	to := "/"
	if c.Case != nil {
		to = CaseBase(url.PathEscape(c.Case.Name)) + "/"
	}
	http.Redirect(v.w, v.r, to, http.StatusSeeOther)
	return nil
}

// found makes the first administrator and the first case.
func (d *Desk) found(v *visit, c *access.Change, f linkForm) (err error) {
	c.Act.Did = access.Founded
	if c.Account, err = access.NewAccount(f.Name, f.Login, "", v.now); err != nil {
		return err
	}
	c.Account.Administrator = true
	if c.Case, err = access.NewCase(strings.TrimSpace(f.Case), f.About, v.now); err != nil {
		return err
	}
	c.Act.Detail = c.Case.Name
	return nil
}

// setPassword gives an account the password that was typed, when it is a good one.
func (d *Desk) setPassword(v *visit, a *access.Account) (err error) {
	password := v.r.PostFormValue("password")
	if v.r.PostFormValue("again") != password {
		return access.Refuse(access.Twice, ascribe.Invalid, "the two passwords differ", "write the same one twice")
	}
	if err := access.CheckPassword(password, a.Name, a.Login, a.Email); err != nil {
		return err
	}
	a.Password, err = d.hasher.Hash(v.r.Context(), password)
	return err
}

// act is what the person of a visit does.
func (d *Desk) act(v *visit, did access.Deed) access.Act {
	return access.Act{At: v.now.UTC(), Account: v.who.ID, Name: v.who.Name, Did: did, Why: why(v), Address: addressOf(v.r)}
}

// why is the reason that a person gave.
func why(v *visit) string { return strings.Join(strings.Fields(v.r.PostFormValue("why")), " ") }

// address is where a link stands.
func (d *Desk) linkTo(v *visit, secret string) string {
	origin := d.Origin
	if origin == "" {
		origin = "http://" + v.r.Host
	}
	return LinkTo(origin, secret)
}

// LinkTo is the address of a link of a desk.
func LinkTo(origin, secret string) string { return strings.TrimSuffix(origin, "/") + "/link/" + secret }
