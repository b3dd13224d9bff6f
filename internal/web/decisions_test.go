package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"ascribe"
	"ascribe/internal/access"
)

// The log has every decision, the last first, in pages; it is narrowed by who, what
// and incident; and what is taken back in it stands as taken back.
func TestLogOfDecisions(t *testing.T) {
	d := reviewDesk(t)
	for i := range mostRulings {
		ruled := &ascribe.Decision{
			Act: []ascribe.Act{ascribe.Accept, ascribe.Reject, ascribe.Accept}[i%3], Statements: []ascribe.StatementID{{byte(i)}},
			Reason: "checked", By: ascribe.Agent{Name: "Vera Lindqvist"}, At: now().Add(-time.Hour),
		}
		if _, err := ruled.Identify(); err != nil {
			t.Fatal(err)
		}
		if _, err := d.store.Append(t.Context(), ascribe.Entry{Decision: ruled}); err != nil {
			t.Fatal(err)
		}
	}
	d.answer(t, "accept")
	d.answer(t, "accept")
	made := d.decisions(t)
	first := textOf(d.page(t, "/decisions"))
	last := made[len(made)-1]
	if !strings.Contains(first, last.ID) || strings.Index(first, last.ID) > strings.Index(first, made[len(made)-2].ID) || strings.Contains(first, made[0].ID) || !strings.Contains(first, "Vera Lindqvist") {
		t.Errorf("%s", first)
	}
	w := d.get("/decisions.json")
	next := w.Header().Get("Link")
	if n := strings.Count(w.Body.String(), "\n"); n != mostRulings || !strings.Contains(next, `rel="next"`) {
		t.Fatalf("%d lines, next %q", n, next)
	}
	rest := d.get(next[1:strings.Index(next, ">")]).Body.String()
	if strings.Count(rest, "\n") != 2 || !strings.Contains(rest, made[0].ID) || !strings.Contains(rest, `"standing":true`) {
		t.Errorf("the second page: %s", rest)
	}
	for query, want := range map[string]int{"?act=reject": 17, "?by=Vera+Lindqvist&act=reject": 17, "?by=nobody": 0} {
		if n := strings.Count(d.get("/decisions.json"+query).Body.String(), "\n"); n != want {
			t.Errorf("%s: %d, want %d", query, n, want)
		}
	}
	if w := d.get("/decisions?before=x"); w.Code != http.StatusBadRequest {
		t.Errorf("a bad cursor: status %d", w.Code)
	}
	if w := d.post("/decisions", url.Values{"id": {last.ID}, "note": {"on second thoughts"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	if page := textOf(d.page(t, "/decisions")); !strings.Contains(page, "on second thoughts") || !strings.Contains(page, "taken back") {
		t.Error("the log does not say what was taken back")
	}
	if w := d.post("/decisions", url.Values{"id": {last.ID}}); w.Code != http.StatusConflict {
		t.Errorf("taken back twice: status %d", w.Code)
	}
	if w := d.post("/decisions", url.Values{"id": {"d0"}}); w.Code != http.StatusNotFound {
		t.Errorf("of no decision: status %d", w.Code)
	}
	// What was taken back here is not taken back again by the review page.
	d.post("/review", url.Values{"act": {"undo"}})
	made = d.decisions(t)
	if got := made[len(made)-1]; got.Act != ascribe.Undo || got.Undoes != made[len(made)-4].ID {
		t.Errorf("%+v", got)
	}
}

// The decisions on an incident have the words that they are on, also those that were
// taken back.
func TestLogOfAnIncident(t *testing.T) {
	d := reviewDesk(t)
	form, _ := d.card(t)
	d.answer(t, "reject", "note", "of another day")
	d.answer(t, "undo")
	page := d.page(t, "/decisions?incident="+form.Get("incident"))
	if text := textOf(page); !strings.Contains(text, "of another day") || !strings.Contains(text, "rejected as wrongly read") || !strings.Contains(text, "took back") || !strings.Contains(text, "“") {
		t.Errorf("%s", text)
	}
	if !strings.Contains(textOf(d.page(t, "/incidents/"+form.Get("incident"))), "All decisions on it") {
		t.Error("the incident does not lead to its log")
	}
	other := ""
	for _, id := range d.ids {
		if id != form.Get("incident") {
			other = id
		}
	}
	if text := textOf(d.page(t, "/decisions?incident="+other)); strings.Contains(text, "of another day") {
		t.Error("another incident has the decision")
	}
}

// A coder takes back what is the coder's own, a reviewer what anybody decided.
func TestWhoTakesBack(t *testing.T) {
	d := reviewDesk(t)
	d.answer(t, "accept")
	id := d.decisions(t)[0].ID
	as := func(name string, role access.Role) int {
		s := &Server{Store: d.store, Generator: "ascribe test", Now: now, Who: func(*http.Request) access.Person { return access.Person{ID: name, Name: name, Role: role} }}
		h, err := s.Handler()
		if err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequest(http.MethodPost, "http://localhost/decisions", strings.NewReader(url.Values{"id": {id}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Code
	}
	if got := as("Another Coder", access.Coder); got != http.StatusForbidden {
		t.Errorf("another coder: status %d", got)
	}
	if got := as("Vera Lindqvist", access.Coder); got != http.StatusSeeOther {
		t.Errorf("the coder: status %d", got)
	}
	d.answer(t, "accept")
	made := d.decisions(t)
	id = made[len(made)-1].ID
	if got := as("A Reviewer", access.Reviewer); got != http.StatusSeeOther {
		t.Errorf("a reviewer: status %d", got)
	}
}
