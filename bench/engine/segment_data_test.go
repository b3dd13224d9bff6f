package engine

import (
	"os"
	"path/filepath"
	"testing"

	"ascribe"
	"ascribe/extract/nlp"
	"ascribe/read"
	"ascribe/train/conllu"
)

// segmentLevels are the levels that the engine must hold on raw text, a little
// under those reached.
var segmentLevels = []struct {
	bank             string
	words, sentences float64
}{
	{"en_ewt-dev", 99.1, 88.2},
	{"en_gum-dev", 99.7, 95},
}

// TestSegmentsOnTreebanks measures words and sentences from raw text on the dev
// parts where ASCRIBE_DATA holds them. SHOW=words or SHOW=sentences prints what
// is wrong.
func TestSegmentsOnTreebanks(t *testing.T) {
	dir := os.Getenv("ASCRIBE_DATA")
	if dir == "" {
		t.Skip("ASCRIBE_DATA is not set: words and sentences are not measured on treebanks")
	}
	for _, tt := range segmentLevels {
		ss, err := conllu.ReadFile(filepath.Join(dir, "ud", tt.bank+".conllu.gz"))
		if err != nil {
			t.Fatal(err)
		}
		var score SegmentScore
		for _, d := range conllu.Documents(ss) {
			score.Add(scoreDocument(t, &d))
		}
		t.Logf("%s: %v", tt.bank, score)
		if score.Words.F1() < tt.words || score.Sentences.F1() < tt.sentences {
			t.Errorf("%s: below the level reached: words F1 %v, sentences F1 %v", tt.bank, tt.words, tt.sentences)
		}
	}
}

func scoreDocument(t *testing.T, d *conllu.Document) SegmentScore {
	t.Helper()
	sentences := read.Plain(d.Text).Sentences
	var words, gold []ascribe.Span
	for _, s := range sentences {
		found, _ := nlp.Words(d.Text, s, 2000)
		words = append(words, found...)
	}
	for _, w := range d.Words {
		gold = append(gold, w...)
	}
	a, b := NewSegments(d.Text, d.Sentences, gold), NewSegments(d.Text, sentences, words)
	score, err := ScoreSegments(a, b)
	if err != nil {
		t.Fatal(err)
	}
	switch os.Getenv("SHOW") {
	case "words":
		showWrong(t, a.Chars, a.Words, b.Words)
	case "sentences":
		showWrong(t, a.Chars, a.Sentences, b.Sentences)
	}
	return score
}

// showWrong prints the stretches at which the gold and the engine differ.
func showWrong(t *testing.T, chars string, gold, system []ascribe.Span) {
	t.Helper()
	g, s := 0, 0
	list := func(spans []ascribe.Span) []string {
		var out []string
		for _, x := range spans {
			out = append(out, x.Of(chars))
		}
		return out
	}
	for _, pair := range append(Aligned(gold, system), [2]int{len(gold), len(system)}) {
		if pair[0] > g || pair[1] > s {
			t.Logf("gold %q, got %q", list(gold[g:pair[0]]), list(system[s:pair[1]]))
		}
		g, s = pair[0]+1, pair[1]+1
	}
}
