package web

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"

	"ascribe"
	"ascribe/internal/access"
)

// An accountsPage lists who has an account.
type accountsPage struct {
	Accounts []accountRow
	Cases    []access.Case
	Roles    []access.Role
	Typed    linkForm
	Email    string
	Failed   *failure
}

// An accountRow is an account, and what it may do.
type accountRow struct {
	access.Account
	In   []membership
	Link *access.Link // that is still good
}

// A membership is a role in a case.
type membership struct {
	Case access.Case
	Role access.Role
}

// rows lists the accounts, and what each may do.
func (d *Desk) rows(v *visit) ([]accountRow, []access.Case, error) {
	ctx := v.r.Context()
	all, err := d.Book.Accounts(ctx)
	if err != nil {
		return nil, nil, err
	}
	cases, err := d.Book.Cases(ctx)
	if err != nil {
		return nil, nil, err
	}
	members, err := d.Book.Memberships(ctx)
	if err != nil {
		return nil, nil, err
	}
	links, err := d.Book.Links(ctx)
	if err != nil {
		return nil, nil, err
	}
	rows := make([]accountRow, len(all))
	for i, a := range all {
		rows[i].Account = a
		for _, m := range members {
			at := slices.IndexFunc(cases, func(c access.Case) bool { return c.Name == m.Case })
			if m.Account == a.ID && at >= 0 {
				rows[i].In = append(rows[i].In, membership{cases[at], m.Role})
			}
		}
		if at := slices.IndexFunc(links, func(l access.Link) bool { return l.Account == a.ID && l.Good(v.now) }); at >= 0 {
			rows[i].Link = &links[at]
		}
	}
	return rows, cases, nil
}

// accounts shows who has an account, and lets further people in.
func (d *Desk) accounts(v *visit) error { return d.showAccounts(v, http.StatusOK, accountsPage{}) }

func (d *Desk) showAccounts(v *visit, status int, p accountsPage) (err error) {
	if p.Accounts, p.Cases, err = d.rows(v); err != nil {
		return err
	}
	p.Roles = caseRoles()
	return d.show(v, status, "accounts.html", page{Title: v.t("desk.accounts"), Here: "accounts", Twin: "/accounts.json", Body: p})
}

// caseRoles are the roles that a member of a case may have.
func caseRoles() []access.Role { return []access.Role{access.Viewer, access.Coder, access.Reviewer} }

// accountsJSON is the twin of accounts.
func (d *Desk) accountsJSON(v *visit) error {
	rows, _, err := d.rows(v)
	if err != nil {
		return err
	}
	type in struct {
		Case string `json:"case"`
		Role string `json:"role"`
	}
	type line struct {
		access.Account
		Cases []in `json:"cases"`
	}
	out := make([]line, len(rows))
	for i, r := range rows {
		out[i] = line{r.Account, []in{}}
		for _, m := range r.In {
			out[i].Cases = append(out[i].Cases, in{m.Case.Name, m.Role.String()})
		}
	}
	return v.json(func(b *bytes.Buffer) error { return json.NewEncoder(b).Encode(out) })
}

// invite makes an account and a link with which its owner sets a password.
func (d *Desk) invite(v *visit) error {
	form := v.r.PostFormValue
	p := accountsPage{Typed: linkForm{Name: form("name"), Login: form("login")}, Email: form("email")}
	c, secret, err := d.invitation(v, p)
	if err == nil {
		err = d.Book.Enter(v.r.Context(), c)
	}
	if access.FaultOf(err) != "" {
		told := v.failure(err)
		p.Failed = &told
		return d.showAccounts(v, statuses[ascribe.KindOf(err)], p)
	}
	if err != nil {
		return err
	}
	return d.showLink(v, c, secret)
}

// invitation is the change that lets a person in.
func (d *Desk) invitation(v *visit, p accountsPage) (*access.Change, string, error) {
	a, err := access.NewAccount(p.Typed.Name, p.Typed.Login, p.Email, v.now)
	if err != nil {
		return nil, "", err
	}
	if err := giveReason(v); err != nil {
		return nil, "", err
	}
	c := &access.Change{Act: d.actOn(v, access.Invited, a), Account: a}
	switch name := v.r.PostFormValue("case"); {
	case v.r.PostFormValue("role") == access.Administrator.String():
		a.Administrator = true
		c.Act.Detail = access.Administrator.String()
	case name != "":
		if c.Membership, err = d.membership(v, a, name); err != nil {
			return nil, "", err
		}
		c.Act.Detail = name + ": " + c.Membership.Role.String()
	}
	var secret string
	c.Link, secret = access.NewLink(access.Invite, a.ID, v.now)
	return c, secret, nil
}

// membership is what the form of a visit gives an account in a case.
func (d *Desk) membership(v *visit, a *access.Account, name string) (*access.Membership, error) {
	if _, err := d.anyCase(v, name); err != nil {
		return nil, err
	}
	role, err := access.ParseRole(v.r.PostFormValue("role"))
	if err != nil || !slices.Contains(caseRoles(), role) {
		return nil, ascribe.Errorf(ascribe.Invalid, "%s", v.t("member.role.none"))
	}
	return &access.Membership{Account: a.ID, Case: name, Role: role}, nil
}

// giveReason refuses what an administrator does without a reason.
func giveReason(v *visit) error {
	if w := why(v); w == "" || len(w) > 500 {
		return access.Refuse(access.NoReason, ascribe.Invalid, "this takes a reason", "say in a few words why; it stands in the log")
	}
	return nil
}

// A linkPage shows a link that was made. It is shown once.
type linkPage struct {
	Account *access.Account
	Link    *access.Link
	Address string
}

func (d *Desk) showLink(v *visit, c *access.Change, secret string) error {
	a := c.Account
	if a == nil {
		var err error
		if a, err = d.Book.Account(v.r.Context(), c.Link.Account); err != nil {
			return err
		}
	}
	return d.show(v, http.StatusOK, "linked.html", page{Title: v.t("linked.title"), Here: "accounts", Body: linkPage{a, c.Link, d.linkTo(v, secret)}})
}
