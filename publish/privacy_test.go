package publish

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"ascribe"
)

// leaks lists the planted names that a text gives away, however they are
// written.
func leaks(text string) []string {
	var out []string
	written := map[string]bool{}
	for _, w := range wordsOf(text) {
		written[w.folded] = true
	}
	for _, name := range planted {
		if written[fold(name)] {
			out = append(out, name)
		}
	}
	return out
}

func TestRedactNamesNobody(t *testing.T) {
	for _, r := range records() {
		before, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		got := Redact(r)
		after, err := json.Marshal(got)
		if err != nil {
			t.Fatal(err)
		}
		if found := leaks(string(after)); found != nil {
			t.Errorf("%s gives away %q:\n%s", r.Incident, found, after)
		}
		if again, _ := json.Marshal(r); string(again) != string(before) {
			t.Errorf("%s: the record itself was changed", r.Incident)
		}
		if !reflect.DeepEqual(Redact(got), got) {
			t.Errorf("%s: redacting again changes it", r.Incident)
		}
	}
}

// What is public stays: actors, officials, places, and the words around a name.
func TestRedactKeepsThePublic(t *testing.T) {
	b, err := json.Marshal(Redact(ferry()))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Northern Dawn", "The president of Sarvia", "[name withheld], 34, was among the dead.", "a private person", "a van with foreign plates", "an individual (name withheld)"} {
		if !strings.Contains(string(b), want) {
			t.Errorf("%q is gone", want)
		}
	}
	if b, _ = json.Marshal(Redact(plot())); !strings.Contains(string(b), "Governor Aldous Renn") {
		t.Error("a public figure is not named")
	}
}

func TestNames(t *testing.T) {
	n := newNames()
	n.keep("Ruiz Brigade")
	n.keep("Port Maren")
	n.hide("Ana Ruiz")
	n.hide("Zoë Maren-Hale")
	n.hide("the teacher")
	n.hideShouted("PERLA SOUTO ENRIQUEZ")
	n.hideShouted("THEMSELVES")
	n.hideVoice("Her brother Carlo Vidal, a baker from the Old Town")
	for in, want := range map[string]string{
		"Ana Ruiz died":                     "[name withheld] died",
		"ANA RUIZ DIED":                     "[name withheld] DIED",
		"ana-ruiz-died.html":                "[name withheld]-died.html",
		"Ana  Ruiz's car":                   "[name withheld]'s car",
		"Ana died near the Ruiz Brigade":    "[name withheld] died near the Ruiz Brigade",
		"Banana, anaphora, analyst":         "Banana, anaphora, analyst",
		"Zoe Maren-Hale of Port Maren":      "[name withheld] of Port Maren",
		"Zoe\u0308 left; Hale stayed":       "[name withheld] left; [name withheld] stayed",
		"the teacher left":                  "the teacher left",
		"Vidal was a baker":                 "[name withheld] was a baker",
		"Her brother":                       "Her brother",
		"the vidal pass":                    "the vidal pass",
		"PERLA SOUTO ENRIQUEZ AND ENRIQUEZ": "[name withheld] AND [name withheld]",
		"THEY TURNED THEMSELVES IN, PERLA":  "THEY TURNED THEMSELVES IN, PERLA",
		"nothing":                           "nothing",
		"":                                  "",
		"Carlo":                             "[name withheld]",
		"Ana; a long way behind stood Ruiz": "[name withheld]; a long way behind stood Ruiz",
	} {
		if got := n.prose(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := n.label("Vidal Agency"); got != "Vidal Agency" {
		t.Errorf("a label lost a word that another shares: %q", got)
	}
}

// In a text of capitals, where every person is marked, the named alone are
// withheld; elsewhere whatever is marked is.
func TestPrivateSpansInCapitals(t *testing.T) {
	for _, tt := range []struct{ words, private, want string }{
		{"13 PEOPLE DIED", "13 PEOPLE", "13 PEOPLE DIED"},
		{"TWO PEASANTS DIED", "TWO PEASANTS", "TWO PEASANTS DIED"},
		{"ANA FARMER DIED", "ANA FARMER", "[name withheld] DIED"},
		{"Farmer died", "Farmer", "[name withheld] died"},
		{"مات أحمد", "أحمد", "مات [name withheld]"},
	} {
		i := strings.Index(tt.words, tt.private)
		c := ascribe.Cite{Words: tt.words, Private: []ascribe.Span{{Start: i, End: i + len(tt.private)}}}
		if got := newNames().words(&c, 0, len(c.Words)); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.words, got, tt.want)
		}
	}
}

// Spans that are wrong withhold more, never less.
func TestBrokenPrivateSpans(t *testing.T) {
	n := newNames()
	for _, tt := range []struct {
		name string
		span ascribe.Span
		want string
	}{
		{"cuts a character", ascribe.Span{Start: 1, End: 4}, "[name withheld] died"},
		{"outside", ascribe.Span{Start: 2, End: 90}, lost},
		{"backwards", ascribe.Span{Start: 4, End: 2}, lost},
	} {
		c := ascribe.Cite{Words: "Éloé died", Private: []ascribe.Span{tt.span}}
		if tt.name == "cuts a character" {
			c.Private[0].End = len("Éloé") - 1
		}
		if got := n.words(&c, 0, len(c.Words)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	if got := cover("abcdef", []ascribe.Span{{Start: 2, End: 4}, {Start: 1, End: 3}, {Start: 5, End: 6}}, 0, 6); got != "a[name withheld]e[name withheld]" {
		t.Errorf("overlapping spans: %q", got)
	}
}
