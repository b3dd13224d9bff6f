package web

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"ascribe/internal/access"
)

// actsShown is how many lines of the log are shown at once.
const actsShown = 100

// A logPage is what was done at the desk, and how often signing in failed.
type logPage struct {
	Acts     []access.Act
	Failures []failureRow
	Older    int64 // the act before which older ones stand; 0: none
}

// A failureRow is how often signing in to an account failed within an hour.
type failureRow struct {
	access.Failures
	Name string // of the account; "" where there is none of that login
}

func (d *Desk) logOf(v *visit) (p logPage, err error) {
	before, _ := strconv.ParseInt(v.r.URL.Query().Get("before"), 10, 64) // what is no number is the end
	ctx := v.r.Context()
	if p.Acts, err = d.Book.Acts(ctx, max(0, before), actsShown+1); err != nil {
		return p, err
	}
	if len(p.Acts) > actsShown {
		p.Acts = p.Acts[:actsShown]
		p.Older = p.Acts[actsShown-1].ID
	}
	if before > 0 {
		return p, nil
	}
	failures, err := d.Book.Failures(ctx, v.now.Add(-7*24*time.Hour))
	if err != nil {
		return p, err
	}
	all, err := d.Book.Accounts(ctx)
	names := map[string]string{}
	for _, a := range all {
		names[a.ID] = a.Name
	}
	for _, f := range failures[:min(len(failures), actsShown)] {
		p.Failures = append(p.Failures, failureRow{f, names[f.Account]})
	}
	return p, err
}

// acts shows the log of the desk.
func (d *Desk) acts(v *visit) error {
	p, err := d.logOf(v)
	if err != nil {
		return err
	}
	return d.show(v, http.StatusOK, "log.html", page{Title: v.t("desk.log"), Here: "log", Twin: "/log.json", Body: p})
}

// actsJSON is the twin of acts.
func (d *Desk) actsJSON(v *visit) error {
	p, err := d.logOf(v)
	if err != nil {
		return err
	}
	failures := make([]access.Failures, len(p.Failures))
	for i, f := range p.Failures {
		failures[i] = f.Failures
	}
	return v.json(func(b *bytes.Buffer) error {
		return json.NewEncoder(b).Encode(map[string]any{"acts": append([]access.Act{}, p.Acts...), "failures": failures, "older": p.Older})
	})
}

// deed is what somebody did, in words.
func (t *tongue) deed(d access.Deed) string { return t.open("deed", string(d)) }
