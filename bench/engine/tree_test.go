package engine

import (
	"strings"
	"testing"

	"ascribe"
)

// words builds words from rows "form upos xpos lemma head rel", heads from 1; the
// spans count the characters of the forms.
func words(t *testing.T, rows ...string) []Word {
	t.Helper()
	var out []Word
	at := 0
	for _, row := range rows {
		f := strings.Fields(row)
		if len(f) != 6 {
			t.Fatalf("%q: want six fields", row)
		}
		head := int(f[4][0]-'0') - 1
		out = append(out, Word{ascribe.Span{Start: at, End: at + len(f[0])}, f[1], f[2], f[3], head, f[5]})
		at += len(f[0])
	}
	return out
}

// The gold of "They don't fire, police say": seven words.
var fire = []string{
	"They PRON PRP they 4 nsubj", "do AUX VBP do 4 aux", "n't PART RB not 4 advmod", "fire VERB VB fire 0 root",
	", PUNCT , , 6 punct", "police NOUN NNS police 7 nsubj", "say VERB VBP say 4 parataxis",
}

func TestScoreTrees(t *testing.T) {
	changed := func(changes map[int]string) []string {
		out := append([]string(nil), fire...)
		for i, row := range changes {
			out[i] = row
		}
		return out
	}
	all := Match{7, 7, 7}
	for _, tt := range []struct {
		name   string
		system []string
		want   TreeScore
		rel    string
		of     Match
	}{
		{"all right", fire,
			TreeScore{UPOS: all, XPOS: all, Lemma: all, UAS: all, LAS: all, Universal: all}, "nsubj", Match{2, 2, 2}},
		{"a tag and a lemma", changed(map[int]string{5: "police PROPN NNS polouse 7 nsubj"}),
			TreeScore{UPOS: Match{6, 7, 7}, XPOS: all, Lemma: Match{6, 7, 7}, UAS: all, LAS: all, Universal: all}, "punct", Match{1, 1, 1}},
		{"a relation", changed(map[int]string{6: "say VERB VBP say 4 ccomp"}),
			TreeScore{UPOS: all, XPOS: all, Lemma: all, UAS: all, LAS: Match{6, 7, 7}, Universal: Match{6, 7, 7}}, "parataxis", Match{0, 1, 0}},
		{"only a subtype", changed(map[int]string{0: "They PRON PRP they 4 nsubj:pass"}),
			TreeScore{UPOS: all, XPOS: all, Lemma: all, UAS: all, LAS: Match{6, 7, 7}, Universal: all}, "nsubj*", Match{1, 2, 2}},
		{"a head, and the root by it", changed(map[int]string{3: "fire VERB VB fire 7 ccomp", 6: "say VERB VBP say 0 root"}),
			TreeScore{UPOS: all, XPOS: all, Lemma: all, UAS: Match{5, 7, 7}, LAS: Match{5, 7, 7}, Universal: Match{5, 7, 7}}, "root", Match{0, 1, 1}},
		// "don't" as one word: it, and what hangs on it, cannot be right; the other
		// heads are found though their numbers differ.
		{"two words as one", []string{
			"They PRON PRP they 2 nsubj", "don't AUX VBP do 3 aux", "fire VERB VB fire 0 root",
			", PUNCT , , 5 punct", "police NOUN NNS police 6 nsubj", "say VERB VBP say 3 parataxis"},
			TreeScore{UPOS: Match{5, 7, 6}, XPOS: Match{5, 7, 6}, Lemma: Match{5, 7, 6}, UAS: Match{4, 7, 6}, LAS: Match{4, 7, 6}, Universal: Match{4, 7, 6}}, "nsubj", Match{1, 2, 2}},
	} {
		got := ScoreTrees(words(t, fire...), words(t, tt.system...))
		if m := got.Relation(tt.rel); m != tt.of {
			t.Errorf("%s: %s %+v, want %+v", tt.name, tt.rel, m, tt.of)
		}
		got.Relations = nil
		if got.UPOS != tt.want.UPOS || got.XPOS != tt.want.XPOS || got.Lemma != tt.want.Lemma ||
			got.UAS != tt.want.UAS || got.LAS != tt.want.LAS || got.Universal != tt.want.Universal {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func TestTreeScoreAdds(t *testing.T) {
	var sum TreeScore
	for range 2 {
		sum.Add(ScoreTrees(words(t, fire...), words(t, fire[:4]...)))
	}
	if want := (Match{8, 14, 8}); sum.LAS != want || sum.UPOS != want || sum.LAS.F1() != 200*8./22 {
		t.Errorf("LAS %+v, UPOS %+v, want %+v", sum.LAS, sum.UPOS, want)
	}
	if got, want := sum.Relation("nsubj"), (Match{2, 4, 2}); got != want {
		t.Errorf("nsubj %+v, want %+v", got, want)
	}
}
