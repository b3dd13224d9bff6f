package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"ascribe"
)

// From an incident's page another is merged with it, a report is split off, and two
// are kept apart: after a preview, which enters nothing and says what then stands.
func TestJoiningIncidents(t *testing.T) {
	d := reviewDesk(t)
	one, other := d.the(t, "Bombing, Port Maren, 6 March 2025"), d.the(t, "Shooting, Port Maren, 6 March 2025")
	here := "/incidents/" + string(one.Incident) + "/join"
	stood := func() int {
		t.Helper()
		d.page(t, "/incidents") // which brings the catalogue up to the ledger
		p, err := d.store.Browse(t.Context(), ascribe.Selection{Limit: 100})
		if err != nil {
			t.Fatal(err)
		}
		return p.Total
	}
	before := stood()
	preview := textOf(d.page(t, here+"?act=merge&with="+url.QueryEscape("http://127.0.0.1:8080/incidents/"+string(other.Incident))))
	if !strings.Contains(preview, "As one incident, the record would be") || !strings.Contains(preview, "21 reports") || len(d.decisions(t)) != 0 {
		t.Errorf("the preview: %s", preview)
	}
	do := func(form url.Values) {
		t.Helper()
		if w := d.post(here, form); w.Code != http.StatusSeeOther {
			t.Fatalf("%v: status %d: %s", form, w.Code, w.Body)
		}
	}
	do(url.Values{"act": {"merge"}, "with": {string(other.Incident)}, "note": {"one raid"}})
	if got := stood(); got != before-1 {
		t.Errorf("%d incidents, before %d", got, before)
	}
	do2 := d.decisions(t)
	if do2[0].Act != ascribe.Merge || do2[0].Reason != "one raid" {
		t.Errorf("%+v", do2)
	}
	d.post("/decisions", url.Values{"id": {do2[0].ID}})
	if got := stood(); got != before {
		t.Errorf("taken back, %d incidents, before %d", got, before)
	}
	article := one.Documents[len(one.Documents)-1].Document.String()
	if preview := textOf(d.page(t, here+"?act=split&article="+article)); !strings.Contains(preview, "Split, the records would be") {
		t.Error(preview)
	}
	do(url.Values{"act": {"split"}, "article": {article}})
	if got := stood(); got != before+1 {
		t.Errorf("split, %d incidents, before %d", got, before)
	}
	do(url.Values{"act": {"apart"}, "with": {string(other.Incident)}})
	made := d.decisions(t)
	if last := made[len(made)-1]; last.Act != ascribe.Split || len(last.Pairs) != 1 || last.Pairs[0].Judgement != ascribe.Different {
		t.Errorf("%+v", last)
	}
	for _, bad := range []string{"?act=merge&with=nothing", "?act=merge&with=" + string(one.Incident), "?act=split", "?act=burn"} {
		if w := d.get(here + bad); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: status %d", bad, w.Code)
		}
	}
}
