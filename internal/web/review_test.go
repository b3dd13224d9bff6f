package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/html"

	"ascribe"
	"ascribe/bench"
	"ascribe/read"
)

// post answers a form as a browser of this machine would.
func (d *desk) post(path string, form url.Values, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Host = "127.0.0.1:8080"
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	d.ServeHTTP(w, r)
	return w
}

// reviewDesk serves the newsroom afresh: decisions are entered.
func reviewDesk(t *testing.T) *desk {
	t.Helper()
	_, articles, err := bench.OpenNewsroom("../../testdata/newsroom")
	if err != nil {
		t.Fatal(err)
	}
	return deskOf(t, articles)
}

func deskOf(t *testing.T, articles []read.Article) *desk {
	t.Helper()
	var passed atomic.Int64 // seconds: the same decision at another moment is another
	d, err := openDesk(t.TempDir()+"/desk.db", articles, func(s *Server) {
		s.Now = func() time.Time { return now().Add(time.Duration(passed.Add(1)) * time.Second) }
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.store.Close() })
	return d
}

// card is what the review page asks now.
func (d *desk) card(t *testing.T) (form url.Values, page *html.Node) {
	t.Helper()
	page = d.page(t, "/review")
	form = url.Values{}
	every(page, func(n *html.Node) {
		if name := attr(n, "name"); n.Data == "input" && (name == "card" || name == "incident") {
			form.Set(name, attr(n, "value"))
		}
	})
	return form, page
}

// answer rules on the card that lies open.
func (d *desk) answer(t *testing.T, act string, more ...string) {
	t.Helper()
	form, _ := d.card(t)
	form.Set("act", act)
	for i := 0; i+1 < len(more); i += 2 {
		form.Set(more[i], more[i+1])
	}
	if w := d.post("/review", form); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/review" {
		t.Fatalf("%s: status %d, %s", act, w.Code, w.Body)
	}
}

// decisions lists those of the ledger.
func (d *desk) decisions(t *testing.T) (out []ascribe.Decision) {
	t.Helper()
	for l, err := range d.store.Lines(t.Context(), ascribe.Query{}) {
		if err != nil {
			t.Fatal(err)
		}
		if l.Entry.Decision != nil {
			out = append(out, *l.Entry.Decision)
		}
	}
	return out
}

// A reviewer goes through the cards, each decision is entered with an author and a
// reason and brings the next card, and an undo brings the card back.
func TestReviewing(t *testing.T) {
	d := reviewDesk(t)
	first, page := d.card(t)
	if !strings.Contains(textOf(page), "it says who did it") || strings.Contains(textOf(page), "of 100") {
		t.Errorf("the first card is about who did it, and shows no score before the ruling: %s", textOf(page))
	}
	d.answer(t, "accept")
	second, page := d.card(t)
	if second.Get("card") == first.Get("card") || !strings.Contains(textOf(page), "Accepted") || !strings.Contains(textOf(page), "of 100 by the machine") {
		t.Errorf("after accepting: %v, %s", second, textOf(page))
	}
	d.answer(t, "reject", "note", "he speaks of another raid")
	d.answer(t, "skip")
	fourth, _ := d.card(t)
	made := d.decisions(t)
	if len(made) != 2 || made[0].Act != ascribe.Accept || made[0].Statements[0].String() != first.Get("card") || made[0].Reason == "" ||
		made[1].Act != ascribe.Reject || made[1].Reason != "he speaks of another raid" || made[1].By.Name != "Vera Lindqvist" {
		t.Fatalf("%+v", made)
	}
	d.answer(t, "undo")
	third, _ := d.card(t)
	if third.Get("card") != second.Get("card") {
		t.Errorf("the card %s came back, want %s", third.Get("card"), second.Get("card"))
	}
	d.answer(t, "accept")
	if last, _ := d.card(t); last.Get("card") != fourth.Get("card") {
		t.Errorf("the next card is %s, before it was %s", last.Get("card"), fourth.Get("card"))
	}
	d.answer(t, "again")
	if made = d.decisions(t); len(made) != 4 || made[2].Undoes != made[1].ID {
		t.Errorf("%+v", made)
	}
	// The same answer again is about a card that waits for nothing any more.
	first.Set("act", "accept")
	if w := d.post("/review", first); w.Code != http.StatusConflict {
		t.Errorf("a second ruling: status %d", w.Code)
	}
	if w := d.post("/review", url.Values{"act": {"burn"}}); w.Code != http.StatusBadRequest {
		t.Errorf("no answer at all: status %d", w.Code)
	}
	if w := d.post("/review", first, "Sec-Fetch-Site", "cross-site"); w.Code != http.StatusForbidden {
		t.Errorf("from another site: status %d", w.Code)
	}
}

// Every card of the newsroom can be ruled on, and then nothing waits.
func TestReviewingComesToAnEnd(t *testing.T) {
	d := reviewDesk(t)
	n := 0
	for ; n < 500; n++ {
		form, page := d.card(t)
		if form.Get("card") == "" {
			if !strings.Contains(textOf(page), "Nothing waits") {
				t.Errorf("%s", textOf(page))
			}
			break
		}
		if m := findMarker(textOf(page)); m != "" {
			t.Fatalf("card %d: no text for %s", n, m)
		}
		d.answer(t, "accept")
	}
	if n < 40 || n == 500 {
		t.Errorf("%d cards", n)
	}
}

func findMarker(s string) string {
	if i := strings.Index(s, "⟨"); i >= 0 {
		return s[i:min(len(s), i+40)]
	}
	return ""
}

// A value is corrected in the words of the sentence, and what cannot be is refused.
func TestCorrectingOnACard(t *testing.T) {
	d := deskOf(t, rows(t, `{"id":"a","outlet":"courier.example","published":"2031-03-04T09:00:00Z","text":"PORT MAREN (Norvia) - A bomb killed twelve people and wounded thirty in a market in Port Maren on Monday, police said. Nobody has claimed it."}`))
	for slot, value := range map[string]string{"killed": "many", "mood": "grim", "place": "Nowhere at all", "hedged": "perhaps"} {
		form, _ := d.card(t)
		form.Set("act", "edit")
		form.Set("slot", slot)
		form.Set("value", value)
		if w := d.post("/review", form); w.Code != http.StatusBadRequest && w.Code != http.StatusNotFound {
			t.Errorf("%s is %q: status %d", slot, value, w.Code)
		}
	}
	d.answer(t, "edit", "slot", "killed", "value", "11", "note", "the police count eleven")
	made := d.decisions(t)
	if len(made) != 1 || made[0].Act != ascribe.Correct || made[0].Correction.Toll.Figure != ascribe.Exactly(11) {
		t.Fatalf("%+v", made)
	}
	if _, page := d.card(t); !strings.Contains(textOf(page), "Corrected: killed") || !strings.Contains(textOf(page), "11") {
		t.Errorf("%s", textOf(page))
	}
	if w := d.get("/review?as_of=2031-03-05"); w.Code != http.StatusBadRequest {
		t.Errorf("a decision on a past moment: status %d", w.Code)
	}
}

// The page alone may run a script, its own; keys are a choice.
func TestKeysOfReview(t *testing.T) {
	if policy := newsroom.get("/review").Header().Get("Content-Security-Policy"); !strings.Contains(policy, "script-src 'self'") || strings.Contains(policy, "unsafe") {
		t.Error(policy)
	}
	if policy := newsroom.get("/incidents").Header().Get("Content-Security-Policy"); strings.Contains(policy, "script-src") {
		t.Error(policy)
	}
	keys := func(cookie string) string {
		var out string
		every(newsroom.page(t, "/review", "Cookie", keysCookie+"="+cookie), func(n *html.Node) { out += attr(n, "data-key") })
		return out
	}
	if got := keys("aresujk"); !strings.HasPrefix(got, "arsje") {
		t.Errorf("usual keys: %q", got)
	}
	if got := keys("12345jk"); !strings.HasPrefix(got, "124j3") {
		t.Errorf("other keys: %q", got)
	}
	for _, bad := range []string{"aaesujk", "a", "AREsujk", "ar<sujk"} {
		if keys(bad) != keys("aresujk") {
			t.Errorf("%q is taken for keys", bad)
		}
	}
	if got := keys("off"); got != "" {
		t.Errorf("keys that are off: %q", got)
	}
	for form, want := range map[string]string{
		"keys=off": "ascribe_keys=off", "accept=1&reject=2&edit=3&skip=4&undo=5&next=6&before=7": "ascribe_keys=1234567", "accept=1&reject=1": "", "keys=usual": "ascribe_keys=;",
	} {
		values, err := url.ParseQuery(form)
		if err != nil {
			t.Fatal(err)
		}
		if w := newsroom.post("/review/keys", values); w.Code != http.StatusSeeOther || !strings.HasPrefix(w.Header().Get("Set-Cookie"), want) || want == "" && w.Header().Get("Set-Cookie") != "" {
			t.Errorf("%s: status %d, cookie %q", form, w.Code, w.Header().Get("Set-Cookie"))
		}
	}
}
