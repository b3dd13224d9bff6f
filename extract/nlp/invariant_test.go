package nlp_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ascribe"
	"ascribe/extract/nlp"
)

// check reports what any analysis must keep.
func check(t *testing.T, a *nlp.Analysis) {
	t.Helper()
	text := a.Document.Text
	ids := map[ascribe.MentionID]bool{}
	for _, c := range a.Chains {
		if ids[c.Mention.ID] {
			t.Errorf("two chains have the id %v", c.Mention.ID.At)
		}
		ids[c.Mention.ID] = true
		if len(c.Mention.Spans) == 0 || c.Mention.Text == "" {
			t.Errorf("chain %+v is empty", c)
			continue
		}
		if c.Mention.ID.At != c.Mention.Spans[0].Start {
			t.Errorf("chain %q begins at %d, not at %d", c.Mention.Text, c.Mention.Spans[0].Start, c.Mention.ID.At)
		}
	}
	for i := range a.Sentences {
		s := &a.Sentences[i]
		at := s.Span.Start
		for _, tok := range s.Tokens {
			if tok.Span.Start < at || tok.Span.End <= tok.Span.Start || tok.Span.End > s.Span.End || tok.Span.Of(text) != tok.Text {
				t.Fatalf("sentence %d: token %q at %v follows byte %d", i, tok.Text, tok.Span, at)
			}
			at = tok.Span.End
		}
		for k, p := range s.Phrases {
			switch {
			case p.First < 0 || p.First > p.Core || p.Core > p.Head || p.Head >= p.Last || p.Last > len(s.Tokens):
				t.Fatalf("sentence %d: phrase %+v is out of order", i, p)
			case p.Span != s.SpanOf(p.First, p.Last):
				t.Fatalf("sentence %d: phrase %+v has a span of its own", i, p)
			case p.Chain != nlp.NoChain && (p.Chain < 0 || p.Chain >= len(a.Chains)):
				t.Fatalf("sentence %d: phrase %+v points at no chain", i, p)
			case k > 0 && p.First < s.Phrases[k-1].First:
				t.Fatalf("sentence %d: phrases %d and %d are out of order", i, k-1, k)
			}
		}
	}
}

func FuzzAnalyse(f *testing.F) {
	f.Add("Gen. Luis Artola, 34, said “the MLF (Maran Liberation Front)'s men” fled.\nHe's gone.")
	f.Add("THE \"SANTA ROSA\" FARM NO. 4 [MLF] -- 12 FEB 90 ' \" of The")
	f.Add("Ministry of the of and for\nIn of\xff\x00 the 's 's 's")
	engine := sarvia()
	f.Fuzz(func(t *testing.T, text string) {
		check(t, engine.Analyse(document(text)))
	})
}

func TestAnalyseIsPureAndLinear(t *testing.T) {
	engine := sarvia()
	for _, unit := range []string{"Artola ", "the MLF's ", "Ministry of ", "(MLF) ", "\"a ", "he said ", "Port Maren, "} {
		text := strings.Repeat(unit, 20_000)
		start := time.Now()
		a := engine.Analyse(document(text))
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%q repeated: took %v", unit, took)
		}
		if a.Truncated == "" {
			t.Errorf("%q repeated: a sentence of 20,000 words was not reported as cut short", unit)
		}
		check(t, a)
	}
	text := strings.Repeat("Gen. Luis Artola said the MLF attacked Tolvik.\nHe blamed the group.\n", 50)
	one, two := engine.Analyse(document(text)), engine.Analyse(document(text))
	if len(one.Chains) != len(two.Chains) || strings.Join(chains(one), "\n") != strings.Join(chains(two), "\n") {
		t.Error("the same document gave two analyses")
	}
}

// Four times the names take about four times as long, and not sixteen.
func TestManyNamesAreLinear(t *testing.T) {
	engine := sarvia()
	analyse := func(names int) (chains int, best time.Duration) {
		var text strings.Builder
		for i := range names {
			name := string([]rune{rune('a' + i%26), rune('a' + i/26%26), rune('a' + i/676)})
			fmt.Fprintf(&text, "Gen. Luis Ar%[1]stola said the B%[1]s Front (B%[2]sF) attacked Vel%[1]sk.\n", name, strings.ToUpper(name))
		}
		doc := document(text.String())
		for range 3 { // the quickest run tells most: others share the machine
			start := time.Now()
			chains = len(engine.Analyse(doc).Chains)
			if took := time.Since(start); best == 0 || took < best {
				best = took
			}
		}
		return chains, best
	}
	_, few := analyse(300)
	found, many := analyse(1200)
	if many > 10*few {
		t.Errorf("300 sentences of new names took %v, 1,200 took %v", few, many)
	}
	if found < 2*1200-20 {
		t.Errorf("1,200 persons and as many groups make %d chains", found)
	}
}

func TestManySentencesAreCapped(t *testing.T) {
	a := sarvia().Analyse(document(strings.Repeat("He fled to Tolvik on foot at noon.\n", 30_000)))
	if a.Truncated == "" {
		t.Error("a document of 240,000 words was not reported as cut short")
	}
}
