package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"ascribe"
	"ascribe/internal/access"
)

// A casesPage lists the cases for administrators.
type casesPage struct {
	Cases  []access.Case
	Typed  linkForm
	Failed *failure
}

// allCases lists the cases, and lets administrators make further ones.
func (d *Desk) allCases(v *visit) error { return d.showCases(v, http.StatusOK, casesPage{}) }

func (d *Desk) showCases(v *visit, status int, p casesPage) (err error) {
	if p.Cases, err = d.Book.Cases(v.r.Context()); err != nil {
		return err
	}
	return d.show(v, status, "manage.html", page{Title: v.t("desk.manage"), Here: "manage", Twin: "/cases.json", Body: p})
}

// casesJSON is the twin of allCases.
func (d *Desk) casesJSON(v *visit) error {
	all, err := d.Book.Cases(v.r.Context())
	if err != nil {
		return err
	}
	return v.json(func(b *bytes.Buffer) error { return json.NewEncoder(b).Encode(append([]access.Case{}, all...)) })
}

// makeCase makes a case with a store of its own.
func (d *Desk) makeCase(v *visit) error {
	p := casesPage{Typed: linkForm{Case: strings.TrimSpace(v.r.PostFormValue("case")), About: v.r.PostFormValue("about")}}
	c, err := access.NewCase(p.Typed.Case, p.Typed.About, v.now)
	if err == nil {
		err = giveReason(v)
	}
	if err == nil {
		act := d.act(v, access.CaseMade)
		act.On, act.Detail = c.Name, c.Title
		err = d.Book.Enter(v.r.Context(), &access.Change{Act: act, Case: c})
	}
	if access.FaultOf(err) != "" {
		told := v.failure(err)
		p.Failed = &told
		return d.showCases(v, statuses[ascribe.KindOf(err)], p)
	}
	if err != nil {
		return err
	}
	http.Redirect(v.w, v.r, "/cases/"+url.PathEscape(c.Name), http.StatusSeeOther)
	return nil
}

// anyCase returns a case, be it closed or not.
func (d *Desk) anyCase(v *visit, name string) (*access.Case, error) {
	all, err := d.Book.Cases(v.r.Context())
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(all, func(c access.Case) bool { return c.Name == name })
	if i < 0 {
		return nil, d.missing(v)
	}
	return &all[i], nil
}

// A casePage is what administrators see of a case.
type casePage struct {
	access.Case
	To       string
	Members  []member
	Tokens   []access.Token
	Webhooks []access.Webhook
	Scopes   []access.Scope
	Events   []access.Event
	Secret   string // of the token or the webhook that was made, shown once
	Failed   *failure
}

// A member is an account and its role in a case.
type member struct {
	Account access.Account
	Role    access.Role
}

// oneCase shows a case to an administrator.
func (d *Desk) oneCase(v *visit) error {
	c, err := d.anyCase(v, v.r.PathValue("name"))
	if err != nil {
		return err
	}
	return d.showCase(v, http.StatusOK, casePage{Case: *c})
}

func (d *Desk) showCase(v *visit, status int, p casePage) error {
	ctx := v.r.Context()
	p.To, p.Scopes, p.Events = CaseBase(p.Name)+"/", access.Scopes(), access.Events()
	rows, _, err := d.rows(v)
	if err != nil {
		return err
	}
	for _, r := range rows {
		for _, m := range r.In {
			if m.Case.Name == p.Name {
				p.Members = append(p.Members, member{r.Account, m.Role})
			}
		}
	}
	if p.Closed.IsZero() { // else its store is closed, too
		open, err := d.open(ctx, &p.Case)
		if err != nil {
			return err
		}
		defer open.under.Done()
		if p.Tokens, err = open.Tokens.Tokens(ctx); err != nil {
			return err
		}
		if p.Webhooks, err = open.Webhooks.Webhooks(ctx); err != nil {
			return err
		}
	}
	return d.show(v, status, "case.html", page{Title: p.Title, Here: "manage", Body: p})
}

// changeCase does what an administrator asks for a case.
func (d *Desk) changeCase(v *visit) error {
	c, err := d.anyCase(v, v.r.PathValue("name"))
	if err != nil {
		return err
	}
	secret := ""
	before := *c
	if err = giveReason(v); err == nil {
		secret, err = d.doToCase(v, c)
	}
	if access.FaultOf(err) != "" {
		told := v.failure(err)
		return d.showCase(v, statuses[ascribe.KindOf(err)], casePage{Case: before, Failed: &told})
	}
	if err != nil {
		return err
	}
	if secret != "" {
		return d.showCase(v, http.StatusOK, casePage{Case: *c, Secret: secret})
	}
	http.Redirect(v.w, v.r, "/cases/"+url.PathEscape(c.Name), http.StatusSeeOther)
	return nil
}

// doToCase does it, and returns the secret of what was made.
func (d *Desk) doToCase(v *visit, c *access.Case) (secret string, err error) {
	act := d.act(v, access.CaseTitled)
	act.On = c.Name
	switch do := v.r.PostFormValue("do"); do {
	case "title":
		if err := c.Call(v.r.PostFormValue("about")); err != nil {
			return "", err
		}
		act.Detail = c.Title
	case "close":
		act.Did, c.Closed = access.CaseClosed, v.now.UTC()
	case "reopen":
		act.Did, c.Closed = access.CaseReopened, time.Time{}
	case "token", "revoke", "webhook", "unhook":
		return d.doToPrograms(v, c, act, do)
	default:
		return "", ascribe.Errorf(ascribe.Invalid, "%s", v.t("error.form"))
	}
	if err := d.Book.Enter(v.r.Context(), &access.Change{Act: act, Case: c}); err != nil {
		return "", err
	}
	if !c.Closed.IsZero() {
		return "", d.shut(c.Name)
	}
	return "", nil
}

// doToPrograms changes which programs may come to a case, and which it tells.
func (d *Desk) doToPrograms(v *visit, c *access.Case, act access.Act, do string) (secret string, err error) {
	ctx := v.r.Context()
	if c, err = d.caseOf(ctx, c.Name); err != nil {
		return "", err
	}
	open, err := d.open(ctx, c)
	if err != nil {
		return "", err
	}
	defer open.under.Done()
	form := v.r.PostFormValue
	change := &access.Change{}
	var then func() error
	switch do {
	case "token":
		var t *access.Token
		t, secret, err = d.newToken(v)
		if err != nil {
			return "", err
		}
		act.Did, act.Detail = access.TokenMade, fmt.Sprint(t.ID, " ", t.Name, " ", t.Scopes)
		change.Name, change.Owner = t.Name, "tokens of "+c.Name
		then = func() error { return open.Tokens.PutToken(ctx, t) }
	case "revoke":
		act.Did, act.Detail = access.TokenRevoked, form("token")
		then = func() error { return open.Tokens.RevokeToken(ctx, form("token"), v.now) }
	case "webhook":
		head, err := open.Head(ctx)
		if err != nil {
			return "", err
		}
		w, err := access.NewWebhook(form("address"), v.r.PostForm["event"], head.Size, v.now)
		if err != nil {
			return "", err
		}
		secret, act.Did, act.Detail = w.Shown(), access.WebhookMade, w.ID+" "+w.URL
		then = func() error { return open.Webhooks.PutWebhook(ctx, w) }
	case "unhook":
		act.Did, act.Detail = access.WebhookEnded, form("webhook")
		then = func() error { return open.Webhooks.DropWebhook(ctx, form("webhook")) }
	}
	change.Act = act
	if err := d.Book.Enter(ctx, change); err != nil {
		return "", err
	}
	return secret, then()
}

// newToken is the token that a form asks for. What a program decides stands under the
// name of the token, which no person has.
func (d *Desk) newToken(v *visit) (*access.Token, string, error) {
	scopes, err := access.ParseScopes(v.r.PostForm["scope"])
	if err != nil {
		return nil, "", err
	}
	name := v.r.PostFormValue("name")
	if err := access.CheckName(name); err != nil {
		return nil, "", err
	}
	return access.NewToken(name, scopes, v.now)
}
