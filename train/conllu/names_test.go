package conllu

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// sentence builds a sentence from words "form upos rel head entity", heads from 1.
func sentence(t *testing.T, rows ...string) *Sentence {
	t.Helper()
	var b strings.Builder
	b.WriteString("# newdoc id = a\n# global.Entity = GRP-etype\n")
	for i, r := range rows {
		f := strings.Fields(r)
		misc := "_"
		if len(f) > 4 {
			misc = "Entity=" + f[4]
		}
		xpos := map[string]string{"PROPN": "NNP"}[f[1]]
		if f[1] == "PROPN" && strings.HasSuffix(f[0], "s") && f[2] == "nsubj" {
			xpos = "NNPS"
		}
		fmt.Fprintf(&b, "%d\t%s\t_\t%s\t%s\t_\t%s\t%s\t_\t%s\n", i+1, f[0], f[1], xpos, f[3], f[2], misc)
	}
	ss, err := Read(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return &ss[0]
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		rows []string
		want string
	}{
		{[]string{"Prime ADJ amod 2 (1-person", "Minister PROPN nmod:desc 3", "Ana PROPN root 0", "Vidal PROPN flat 3", "'s PART case 3 1)"}, "person: Ana Vidal"},
		{[]string{"the DET det 2 (1-person", "President PROPN root 0 1)"}, ""},
		{[]string{"the DET det 3 (1-organization", "Sarvian ADJ amod 3", "University PROPN root 0", "of ADP case 5", "Maren PROPN nmod 3 (2-place)1)"}, "organization: Sarvian University of Maren"},
		{[]string{"Ana PROPN root 0 (1-person", "Vidal PROPN flat 1", "of ADP case 4", "Maren PROPN nmod 1 (2-place)1)"}, "person: Ana Vidal; place: Maren"},
		{[]string{"Ana PROPN root 0 (1-person(2-person)", "and CCONJ cc 3", "Ivo PROPN conj 1 (3-person)1)"}, "person: Ana; person: Ivo"},
		{[]string{"Tolvik PROPN root 0 (1-place", ", PUNCT punct 3", "Sarvia PROPN nmod:unmarked 1 (2-place)1)"}, "place: Tolvik; place: Sarvia"},
		{[]string{"Maren PROPN nmod:poss 3 (1-organization(2-place", "'s PART case 1 2)", "Press PROPN root 0 1)"}, "place: Maren; organization: Press"},
		{[]string{"St PROPN compound 2 (1-organization", "Ana PROPN nmod:poss 4", "'s PART case 2", "Hospital PROPN root 0 1)"}, "organization: St Ana 's Hospital"},
		{[]string{"the DET det 4 (1-event", "2019 NUM compound 4", "Tolvik PROPN compound 4 (2-place)", "Games PROPN root 0 1)"}, "event: Tolvik Games"},
		{[]string{"All DET det 2 (1-person", "Marans PROPN nsubj 3 1)", "left VERB root 0"}, "people: Marans"},
		{[]string{"Ivo PROPN root 0 (1-person", "the DET det 3", "Great ADJ appos 1 1)"}, "person: Ivo the Great"},
		{[]string{"the DET det 3 (1-abstract", "Maren PROPN compound 3 (2-place)", "Declaration PROPN root 0 1)"}, "abstract: Maren Declaration"},
		{[]string{"Vidal PROPN root 0 (1-abstract(2-person)", ", PUNCT punct 3", "2019 NUM nmod:unmarked 1 1)"}, "person: Vidal"},
		{[]string{"Route PROPN root 0 (1-place", "66 NUM flat 1 1)"}, "place: Route 66"},
		{[]string{"the DET det 2 (1-place", "port NOUN root 0 1)"}, ""},
	} {
		s := sentence(t, c.rows...)
		names, err := s.Names()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range names {
			var words []string
			for _, w := range s.Words[n.First:n.Last] {
				words = append(words, w.Form)
			}
			got = append(got, n.Type+": "+strings.Join(words, " "))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%q: got %q, want %q", c.rows, got, c.want)
		}
	}
}

func TestTitlesAreSorted(t *testing.T) {
	if !slices.IsSorted(titles) {
		t.Error("titles are looked for by halving: sort them")
	}
}
