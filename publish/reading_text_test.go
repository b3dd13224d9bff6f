package publish

import (
	"bytes"
	"strings"
	"testing"

	"ascribe"
)

func TestExplainGolden(t *testing.T) {
	var b bytes.Buffer
	r, doc, seen := marenReading()
	if err := Explain(&b, r, doc, seen); err != nil {
		t.Fatal(err)
	}
	golden(t, "explain.golden.txt", b.Bytes())
}

// Nothing that was found is left out, though its incident be missing.
func TestExplainLeavesNothingOut(t *testing.T) {
	var b bytes.Buffer
	r, doc, seen := marenReading()
	r.Incidents = nil
	if err := Explain(&b, r, doc, seen); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"of an incident that is not listed", "a1 ", "t1 ", "at least 140"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in\n%s", want, b.String())
		}
	}
}

// An article cannot drive the terminal that shows it.
func TestExplainIsPlain(t *testing.T) {
	var b bytes.Buffer
	r, doc, seen := marenReading()
	seen.Headline = "\x1b]0;pwned\x07\x1b[2J\u202egnibmob\r\nPORT"
	r.Incidents[0].Because = "\x1b[31mred"
	if err := Explain(&b, r, doc, seen); err != nil {
		t.Fatal(err)
	}
	if i := strings.IndexAny(b.String(), "\x1b\x07\r\u202e"); i >= 0 {
		t.Errorf("a control character is printed: %q", b.String()[i:min(i+20, b.Len())])
	}
}

func TestFigureWords(t *testing.T) {
	const no = ascribe.Unknown
	for _, tt := range []struct {
		in   ascribe.Figure
		want string
	}{
		{ascribe.Exactly(10), "10"},
		{ascribe.Exactly(0), "0"},
		{ascribe.Figure{Low: 10, Best: 10, High: no, Open: true}, "at least 10"},
		{ascribe.Figure{Low: 10, Best: no, High: no, Open: true}, "at least 10"},
		{ascribe.Figure{Low: no, Best: no, High: 10}, "up to 10"},
		{ascribe.Figure{Low: 5, Best: no, High: 7}, "5 to 7"},
		{ascribe.Figure{Low: 5, Best: 6, High: 7}, "5 to 7, best 6"},
		{ascribe.Figure{Low: 5, Best: 6, High: no}, "5 or more, best 6"},
		{ascribe.Figure{Low: no, Best: 6, High: no}, "about 6"},
		{ascribe.Figure{Low: no, Best: 6, High: 9}, "up to 9, best 6"},
		{ascribe.Figure{Low: no, Best: no, High: no, Open: true}, "no number given"},
		{ascribe.Figure{Low: 9, Best: 9, High: 9, Open: true}, "at least 9"},
		{ascribe.Figure{Low: 12, Best: no, High: 12, Open: true}, "at least 12"},
		{ascribe.Figure{Low: 9, Best: 12, High: 14, Open: true}, "9 to 14 or more, best 12"},
	} {
		if got := figureWords(tt.in); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.in, got, tt.want)
		}
	}
}
