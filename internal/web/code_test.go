package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ascribe"
)

// codedArticle is what the tests code in.
const codedArticle = `{"id":"a","outlet":"courier.example","published":"2031-03-04T09:00:00Z","text":"PORT MAREN (Norvia) - A bomb killed twelve people in a market in Port Maren on Monday, police said. The hall burned out. Forty stallholders are gone, a porter told this paper. Elder Wash of the Gull Brigade spoke to no one."}`

// fields are those of the coding form that a person fills in.
func fields(pairs ...string) url.Values {
	out := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		out.Set(pairs[i], pairs[i+1])
	}
	return out
}

// What the machine missed is coded from words of the text: it stands in the record
// with its quote, who coded it and when, and an undo takes it back.
func TestCodingByHand(t *testing.T) {
	d := deskOf(t, rows(t, codedArticle))
	here := "/articles/" + d.docs[0].String()
	incident := "/incidents/" + d.ids[0]
	before := textOf(d.page(t, incident))
	if strings.Contains(before, "missing") {
		t.Fatal("the machine reads the toll that the test codes")
	}
	ask := fields("slot", "toll", "words", "Forty stallholders", "sentence", "4", "harm", "missing", "figure", "40", "whom", "stallholders",
		"speaker", "a porter", "role", "witness", "incident", d.ids[0], "note", "the second list")
	if w := d.post(here+"/code", ask); w.Code != http.StatusSeeOther {
		t.Fatalf("status %d: %s", w.Code, textOf(parsed(t, w.Body.String())))
	}
	said := textOf(d.page(t, here+"/code"))
	for _, want := range []string{"Coded by hand: missing: 40", "the second list", "Vera Lindqvist"} {
		if !strings.Contains(said, want) {
			t.Errorf("the page of the article does not say %q", want)
		}
	}
	record := textOf(d.page(t, incident))
	for _, want := range []string{"Missing", "Forty stallholders", "coded by hand by Vera Lindqvist, 2 April 2025", "coded by hand: missing: 40"} {
		if !strings.Contains(record, want) {
			t.Errorf("the record does not say %q", want)
		}
	}
	if article := textOf(d.page(t, here)); !strings.Contains(article, "coded by hand by Vera Lindqvist") || !strings.Contains(article, "Forty stallholders are gone") {
		t.Error("the article does not show the coded statement")
	}
	if w := d.post(here+"/code", fields("act", "undo")); w.Code != http.StatusSeeOther {
		t.Fatalf("undo: status %d", w.Code)
	}
	uncited := func(page string) string { page, _, _ = strings.Cut(page, "As it stands at this moment"); return page }
	if after := textOf(d.page(t, incident)); uncited(after) != uncited(before) {
		t.Error("undone, the record is not what it was")
	}
	if report, err := d.store.Check(t.Context(), nil); err != nil || !report.Sound() {
		t.Errorf("%v %v", err, report)
	}
}

func parsed(t *testing.T, s string) *html.Node {
	t.Helper()
	n, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// What cannot be taken is asked again, with all that was written and what to do.
func TestCodingIsAskedAgain(t *testing.T) {
	d := deskOf(t, rows(t, codedArticle))
	here := "/articles/" + d.docs[0].String() + "/code"
	for name, x := range map[string]struct {
		ask  url.Values
		hint string
	}{
		"other words":     {fields("slot", "toll", "words", "fifty stallholders", "figure", "50", "harm", "missing"), "exactly as the archived article"},
		"no figure":       {fields("slot", "toll", "words", "Forty stallholders", "figure", "many", "harm", "missing"), "14+ for at least"},
		"whose voice":     {fields("slot", "toll", "words", "Forty", "figure", "40", "harm", "missing", "speaker", "a porter"), "give the role"},
		"an unknown name": {fields("slot", "position", "words", "Monday", "position", "suspected"), "person for a private person"},
		"no sentence":     {fields("slot", "toll", "words", "Forty", "figure", "40", "harm", "missing", "sentence", "x"), "no number of a sentence"},
		"no speaker":      {fields("slot", "speaker", "speaker", "a porter", "role", "witness"), ""},
		"nothing":         {fields("slot", "mood"), "one of: killed"},
	} {
		x.ask.Set("note", "as I read it")
		w := d.post(here, x.ask)
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "as I read it") || !strings.Contains(textOf(parsed(t, w.Body.String())), x.hint) {
			t.Errorf("%s: status %d", name, w.Code)
		}
	}
	if made := d.decisions(t); len(made) != 0 {
		t.Errorf("%+v", made)
	}
}

// An incident, an actor and another speaker are coded; a private person is counted
// and not named.
func TestCodingActorsAndIncidents(t *testing.T) {
	d := deskOf(t, rows(t, codedArticle))
	here := "/articles/" + d.docs[0].String() + "/code"
	code := func(pairs ...string) *ascribe.Coding {
		t.Helper()
		if w := d.post(here, fields(pairs...)); w.Code != http.StatusSeeOther {
			t.Fatalf("%v: status %d: %s", pairs, w.Code, textOf(parsed(t, w.Body.String())))
		}
		made := d.decisions(t)
		return made[len(made)-1].Coding
	}
	page := func(c *ascribe.Coding) string {
		t.Helper()
		return textOf(d.page(t, "/incidents/"+string(ascribe.IncidentIDOf(c.Deed.Telling))))
	}
	fire := code("slot", "incident", "words", "burned out", "newtype", "arson")
	if got := page(fire); !strings.Contains(got, "Arson") || !strings.Contains(got, "The hall burned out.") {
		t.Error(got)
	}
	group := code("slot", "position", "words", "Gull Brigade", "position", "suspected", "kind", "rebel_group", "incident", d.ids[0])
	if got := page(group); !strings.Contains(got, "Gull Brigade") || !strings.Contains(got, "suspected") {
		t.Error("the group is not in the matrix")
	}
	person := code("slot", "position", "words", "Elder Wash", "position", "possible", "kind", "person", "incident", d.ids[0])
	if got := page(person); strings.Contains(got, "Wash") {
		t.Error("a private person is named")
	}
	said := code("slot", "toll", "words", "Forty stallholders", "harm", "missing", "figure", "40+", "incident", d.ids[0]).Statement.ID
	if code("slot", "speaker", "statement", said.String(), "speaker", "a porter", "role", "witness"); !strings.Contains(page(group), "a witness: Forty") && !strings.Contains(page(group), "a witness") {
		t.Error("the other speaker is not told")
	}
	for _, lang := range codes {
		if m := findMarker(textOf(d.page(t, here, "Accept-Language", lang))); m != "" {
			t.Errorf("%s: no text for %s", lang, m)
		}
	}
}
