package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/html"

	"ascribe"
	"ascribe/bench"
	"ascribe/internal/access"
	"ascribe/internal/coding"
	"ascribe/review"
)

// whoHeader names who sends a request of a test.
const whoHeader = "X-Who"

// people are those of a desk with accounts.
var people = map[string]access.Person{
	"ada": {ID: "ada", Name: "Ada Berg", Role: access.Coder}, "ben": {ID: "ben", Name: "Ben Okoye", Role: access.Coder},
	"cem": {ID: "cem", Name: "Cem Arslan", Role: access.Reviewer}, "dia": {ID: "dia", Name: "Dia Roy", Role: access.Reviewer},
	"vic": {ID: "vic", Name: "Vic Lund", Role: access.Viewer},
}

// measuringDesk serves the newsroom afresh, and measures.
func measuringDesk(t *testing.T, double, planted float64, who func(*http.Request) access.Person, lines ...string) *desk {
	t.Helper()
	_, articles, err := bench.OpenNewsroom("../../testdata/newsroom")
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) > 0 {
		articles = rows(t, lines...)
	}
	passed := new(atomic.Int64) // seconds, one with each answer
	var server *Server
	d, err := openDesk(t.TempDir()+"/desk.db", articles, func(s *Server) {
		s.Now = func() time.Time { return now().Add(time.Duration(passed.Load()) * time.Second) }
		server = s
		s.Sheet, s.Double, s.Planted, s.Who = s.Store.(coding.Sheet), double, planted, who
	})
	if err != nil {
		t.Fatal(err)
	}
	d.server, d.passed = server, passed
	t.Cleanup(func() { d.store.Close() })
	return d
}

// byHeader tells people apart.
func byHeader(r *http.Request) access.Person { return people[r.Header.Get(whoHeader)] }

// cardOf is what the review page asks somebody now.
func (d *desk) cardOf(t *testing.T, who string) (form url.Values, page *html.Node) {
	t.Helper()
	page = d.page(t, "/review", whoHeader, who)
	return formOf(page), page
}

// formOf is the form of the card on a page.
func formOf(page *html.Node) url.Values {
	form := url.Values{}
	every(page, func(n *html.Node) {
		if name := attr(n, "name"); n.Data == "input" && (name == "card" || name == "incident") {
			form.Set(name, attr(n, "value"))
		}
	})
	return form
}

// does answers the card that lies before somebody, and returns its statement.
func (d *desk) does(t *testing.T, who, act string, more ...string) string {
	t.Helper()
	form, _ := d.cardOf(t, who)
	d.sends(t, who, form, act, more...)
	return form.Get("card")
}

// sends answers a card.
func (d *desk) sends(t *testing.T, who string, form url.Values, act string, more ...string) {
	t.Helper()
	d.passed.Add(1)
	form.Set("act", act)
	for i := 0; i+1 < len(more); i += 2 {
		form.Set(more[i], more[i+1])
	}
	if w := d.post("/review", form, whoHeader, who); w.Code != http.StatusSeeOther {
		t.Fatalf("%s: %s: status %d, %s", who, act, w.Code, w.Body)
	}
}

// told is what somebody is told of the last answer.
func (d *desk) told(t *testing.T, who string) (out string) {
	t.Helper()
	_, page := d.cardOf(t, who)
	every(page, func(n *html.Node) {
		if attr(n, "role") == "status" {
			out = textOf(n)
		}
	})
	return out
}

func (d *desk) sheet(t *testing.T, kind coding.Kind) []coding.Entry {
	t.Helper()
	entries, err := d.store.Coded(t.Context(), coding.Query{Kinds: []coding.Kind{kind}})
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// plain is the card of a page without what differs between two cards by right: the
// values, the title that is made of them, and the way to the next.
func plain(n *html.Node) string {
	var b strings.Builder
	inside := func(e *html.Node, class string) bool {
		for p := e; p != nil; p = p.Parent {
			if attr(p, "class") == class || class == "title" && p.Data == "h2" {
				return true
			}
		}
		return false
	}
	for e := range n.Descendants() {
		if !inside(e, "card") || inside(e, "asked") || inside(e, "title") || inside(e, "step") {
			continue
		}
		b.WriteString(e.Data)
		for _, a := range e.Attr {
			b.WriteString(" " + a.Key + "=" + a.Val)
		}
	}
	return b.String()
}

// A planted error looks like any other card, is told of at once, enters nothing, and
// the true card comes again later.
func TestPlantedErrors(t *testing.T) {
	d := measuringDesk(t, 0, 1, anyone)
	form, page := d.cardOf(t, "")
	first := form.Get("card")
	d.sends(t, "", form, "accept", "note", "looked fine")
	if told := d.told(t, ""); !strings.Contains(told, "it slipped through") {
		t.Errorf("told %q", told)
	}
	if second, _ := d.cardOf(t, ""); second.Get("card") == first {
		t.Error("the true card comes at once")
	}
	d.does(t, "", "reject")
	if told := d.told(t, ""); !strings.Contains(told, "you caught it") {
		t.Errorf("told %q", told)
	}
	d.does(t, "", "undo")
	if told := d.told(t, ""); !strings.Contains(told, "it stays counted") {
		t.Errorf("told %q", told)
	}
	d.does(t, "", "undo")
	if w := d.post("/review", url.Values{"act": {"undo"}}); w.Code != http.StatusConflict {
		t.Errorf("nothing is left to take back: status %d", w.Code)
	}
	for range 4 {
		d.does(t, "", "reject")
	}
	if made := d.decisions(t); len(made) != 0 {
		t.Fatalf("planted errors entered %+v", made)
	}
	again := d.page(t, "/review?card="+first)
	if formOf(again).Get("card") != first {
		t.Fatal("the true card does not come again")
	}
	if plain(page) != plain(again) {
		t.Errorf("a planted card looks otherwise:\n%s\n%s", plain(page), plain(again))
	}
	if textOf(page) == textOf(again) {
		t.Error("nothing was planted")
	}
	d.sends(t, "", formOf(again), "accept")
	if made := d.decisions(t); len(made) != 1 || made[0].Statements[0].String() != first {
		t.Errorf("the true card entered %+v", made)
	}
	met := d.sheet(t, coding.Planted)
	if caught, of := coding.Catches(met, ""); caught != 5 || of != 6 || met[0].Note != "looked fine" {
		t.Errorf("%d of %d caught", caught, of)
	}
	for _, e := range met {
		if e.Error.True.Value == e.Error.False.Value && e.Error.True.About == e.Error.False.About || e.Error.Slot == "" {
			t.Errorf("%+v", e.Error)
		}
	}
}

// Who corrects the planted value caught it; who corrects another neither caught nor
// missed it, and who skips is not counted.
func TestPlantedErrorsCorrected(t *testing.T) {
	d := measuringDesk(t, 0, 1, anyone, league("a", "Port Maren", "twelve", "04"), league("b", "Talvik", "nine", "11"), league("c", "Osgrad", "six", "18"))
	skipped := d.does(t, "", "skip")
	d.does(t, "", "again")
	if form, _ := d.cardOf(t, ""); form.Get("card") != skipped || len(d.sheet(t, coding.Planted)) != 0 {
		t.Error("a card that was skipped is counted")
	}
	value := map[string]string{"killed": "3", "injured": "3", "date": "2031-03-20", "position": "true", "place": "Lindara"}
	for n := range 4 {
		form, _ := d.cardOf(t, "")
		var id ascribe.StatementID
		if err := id.UnmarshalText([]byte(form.Get("card"))); err != nil {
			t.Fatal(err)
		}
		planted, _ := d.server.sittings.sitting("").shown(id)
		if planted == nil {
			t.Fatalf("card %d bears no error", n)
		}
		slot, given, want := "type", "shooting", coding.Neither
		if n%2 == 0 {
			slot, given, want = planted.Slot, value[planted.Slot], coding.Caught
		}
		if slot == "position" {
			slot = "hedged"
		}
		d.sends(t, "", form, "edit", "slot", slot, "value", given)
		met := d.sheet(t, coding.Planted)
		if e := met[len(met)-1].Error; e.Outcome != want || e.Slot != planted.Slot {
			t.Errorf("%s was planted, %s corrected: %+v", planted.Slot, slot, e)
		}
	}
	if caught, of := coding.Catches(d.sheet(t, coding.Planted), ""); caught != 2 || of != 2 || len(d.decisions(t)) != 0 {
		t.Errorf("%d of %d, %+v", caught, of, d.decisions(t))
	}
}

// seen is all that a person can see of a desk, without what is of their own sitting.
func (d *desk) seen(t *testing.T, who string) string {
	t.Helper()
	var b strings.Builder
	paths := append(d.paths(), "/incidents.json", "/quality", "/quality.json")
	for _, id := range d.docs {
		paths = append(paths, "/articles/"+id.String()+".json")
	}
	for _, p := range paths {
		if w := d.get(p, whoHeader, who); w.Code == http.StatusOK {
			b.WriteString(p + w.Body.String())
		}
	}
	for l, err := range d.store.Lines(t.Context(), ascribe.Query{}) {
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(l.At.String())
	}
	return b.String()
}

// Two people code a card unseen by each other: nothing tells the second that the first
// has answered. When both answered the same, one ruling is entered that names both.
func TestDoubleCoding(t *testing.T) {
	d := measuringDesk(t, 1, 0, byHeader)
	alone := d.does(t, "ada", "accept") // nobody else codes here yet
	if made := d.decisions(t); len(made) != 1 || made[0].Statements[0].String() != alone {
		t.Fatalf("%+v", made)
	}
	d.does(t, "ben", "accept")
	if len(d.decisions(t)) != 2 {
		t.Fatal("the first answers of each are not entered straight")
	}
	d.cardOf(t, "ben") // who is told of the own last answer
	before := d.seen(t, "ben")
	first := d.does(t, "ada", "accept", "note", "the ministry says so")
	d.passed.Add(-1) // at the same second
	after := d.seen(t, "ben")
	d.passed.Add(1)
	if after != before {
		at := 0
		for at < min(len(after), len(before)) && after[at] == before[at] {
			at++
		}
		t.Errorf("ben can tell that ada answered: …%.400s", after[max(at-100, 0):max(at-100, 0)+300]+" … before … "+before[max(at-100, 0):max(at-100, 0)+300])
	}
	if told := d.told(t, "ada"); !strings.Contains(told, "Two people code this card") {
		t.Errorf("told %q", told)
	}
	if next, _ := d.cardOf(t, "ada"); next.Get("card") == first {
		t.Error("ada is asked again")
	}
	if len(d.decisions(t)) != 2 {
		t.Error("one answer was entered")
	}
	if second := d.does(t, "ben", "accept"); second != first {
		t.Fatalf("ben is asked about %s, ada was about %s", second, first)
	}
	made := d.decisions(t)
	if len(made) != 3 || made[2].By.Name != "Ben Okoye" || made[2].Act != ascribe.Accept || !strings.Contains(made[2].Reason, "Ada Berg and Ben Okoye") || !strings.Contains(made[2].Reason, "the ministry says so") {
		t.Fatalf("%+v", made)
	}
	// What was compared is no longer theirs to take back, what was not is.
	for _, who := range []string{"ada", "ben"} {
		d.sends(t, who, url.Values{}, "undo")
		if told := d.told(t, who); !strings.Contains(told, "it was compared") {
			t.Errorf("%s is told %q", who, told)
		}
	}
	if len(d.decisions(t)) != 3 {
		t.Error("a ruling of two was taken back by one")
	}
	third := d.does(t, "ada", "reject")
	d.sends(t, "ada", url.Values{}, "undo")
	if back, _ := d.cardOf(t, "ada"); back.Get("card") != third {
		t.Errorf("after the undo ada is asked about %s, not %s", back.Get("card"), third)
	}
	// They differ: the card is gone for both, and for every other coder.
	d.does(t, "ada", "reject")
	d.does(t, "ben", "accept")
	for _, who := range []string{"ada", "ben", "cem"} {
		if next, _ := d.cardOf(t, who); next.Get("card") == third {
			t.Errorf("%s is asked about a card in dispute", who)
		}
	}
	if len(d.decisions(t)) != 3 {
		t.Errorf("%+v", d.decisions(t))
	}
}

// league is an article of a bombing.
func league(id, town, dead, day string) string {
	return `{"id":"` + id + `","outlet":"courier.example","published":"2031-03-` + day + `T09:00:00Z","text":"` + town + ` - The Maran Liberation Front bombed a market in ` + town + ` on Monday, killing ` + dead + ` people, police said. The harbour was closed. Another forty people were wounded, a hospital said."}`
}

// A coder corrects a value for the own answer alone, and sees it so; corrections that
// both made are entered with what they say of the rest.
func TestDoubleCodingCorrects(t *testing.T) {
	d := measuringDesk(t, 1, 0, byHeader, league("a", "Port Maren", "twelve", "04"), league("b", "Talvik", "nine", "11"), league("c", "Osgrad", "six", "18"))
	d.does(t, "ada", "accept")
	d.does(t, "ben", "accept")
	form, before := d.cardOf(t, "ada")
	d.sends(t, "ada", form, "edit", "slot", "killed", "value", "77")
	d.sends(t, "ada", form, "edit", "slot", "hedged", "value", "true")
	_, own := d.cardOf(t, "ada")
	if formOf(own).Get("card") != form.Get("card") || !strings.Contains(textOf(own), "77") || !strings.Contains(textOf(own), "Corrected for your own answer") {
		t.Errorf("ada sees %s", textOf(own))
	}
	if theirs, page := d.cardOf(t, "ben"); theirs.Get("card") != form.Get("card") || plain(page) != plain(before) || strings.Contains(textOf(page), "77") {
		t.Errorf("ben sees what ada corrected: %s", textOf(page))
	}
	d.sends(t, "ada", url.Values{}, "undo")
	d.sends(t, "ada", form, "accept")
	d.sends(t, "ben", form, "edit", "slot", "killed", "value", "77")
	d.sends(t, "ben", form, "accept")
	made := d.decisions(t)
	if made = made[2:]; len(made) != 2 || made[0].Act != ascribe.Correct || made[0].Correction.Toll.Figure != ascribe.Exactly(77) || made[1].Act != ascribe.Accept {
		t.Fatalf("%+v", made)
	}
	answers := d.sheet(t, coding.Answered)
	if len(answers) != 2 || len(answers[0].Answer.Corrections) != 1 || !slices.EqualFunc(answers[0].Answer.Says, answers[1].Answer.Says, func(a, b review.Said) bool { return a.Value == b.Value }) {
		t.Errorf("%+v", answers)
	}
}
