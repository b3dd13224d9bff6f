package boundary

import (
	"strings"
	"testing"
	"time"
	"unicode"
)

func split(text string) []string {
	t := New(text)
	var out []string
	start := 0
	for _, i := range t.Ends() {
		end, next := t.Gap(i)
		out = append(out, text[start:end])
		start = next
	}
	return append(out, text[start:])
}

// The places of a text are in order, hold nothing between them but white space,
// and cost no more the longer it is.
func TestPlaces(t *testing.T) {
	for _, text := range []string{
		"", "a", " a b ", "Oru fell.Maren held. \n (It burned.)No one \xff\xfe left…", "\u00a0“A.” \u3000B", ")))(((", ".!?.!? a.b.C@d.com x.Y",
		strings.Repeat("a.B", 100_000), strings.Repeat("(", 300_000), strings.Repeat("]A", 150_000), strings.Repeat("\n", 300_000),
		strings.Repeat("J. ", 100_000), strings.Repeat("a@", 150_000), strings.Repeat("said: “No!” ", 25_000),
	} {
		began := time.Now()
		x := New(text)
		at := 0
		for i := range x.Len() {
			end, next := x.Gap(i)
			if end < at || next < end || next > len(text) || strings.TrimFunc(text[end:next], unicode.IsSpace) != "" {
				t.Fatalf("place %d of %.40q: [%d, %d) after %d", i, text, end, next, at)
			}
			at = next
		}
		x.Ends()
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%.20q, %d bytes: %v", text, len(text), took)
		}
	}
}

// What grammar settles holds whatever the weights are.
func TestRules(t *testing.T) {
	for _, tt := range []struct {
		text string
		want int
	}{
		{"Lt. Col. Vidal met Gov. Oru.", 1},
		{"“Who paid?” Ana Oru said.", 1},
		{"“We won!” shouted the men.", 1},
		{"1. The front agrees.", 1},
		{"THE U.S. EMBASSY IN ORU WAS HIT.", 1},
		{"He came at 3 a.m. Monday.", 1},
		{"He came at 3 a.m. Jan. 12.", 1},
		{"He came at 3 a.m. April 12, police said.", 1},
		{"THE MARAN LIBERATION FRONT [MLF] PROPOSAL FAILED.", 1},
		{"The victims are: Ana Oru, Luis Vidal.", 1},
		{"Ana B. Vidal of Oru fled.", 1},
		{"The blast came on Friday. 12 people died.", 2},
	} {
		if got := split(tt.text); len(got) != tt.want {
			t.Errorf("%q: %d sentences, want %d: %q", tt.text, len(got), tt.want, got)
		}
	}
}

// Every weight that a feature names is there.
func TestShippedWeights(t *testing.T) {
	if len(shipped) != Size {
		t.Fatalf("%d weights ship, want %d: train them again", len(shipped), Size)
	}
	for i := range 1000 {
		if f := mix(uint32(i), uint32(i*7919), uint32(i*31), 5); f >= Size {
			t.Fatalf("feature %d is none of %d", f, Size)
		}
	}
}
