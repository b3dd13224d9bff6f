package nlp

import (
	"strings"

	"ascribe/extract/feature"
)

// referencesIn appends the wordings of a sentence that refer, as its tree has
// them: each noun, name, number and pronoun that heads something, with what
// hangs on it.
func referencesIn(s *Sentence, at int, out []Reference) []Reference {
	t := newTree(s)
	for h := range s.Tokens {
		sort := sortOf(s, t, h)
		if sort == 0 {
			continue
		}
		first, last := t.phrase(h)
		out = append(out, Reference{Sentence: at, First: first, Last: last, Head: h, Sort: sort, Chain: NoChain})
	}
	return out
}

// sortOf tells how the token refers as the head of a wording, or 0.
func sortOf(s *Sentence, t *tree, h int) feature.Sort {
	tok := &s.Tokens[h]
	switch rel := relation(tok.Rel); rel {
	case "flat", "fixed", "goeswith", "case", "cc", "punct", "mark", "det", "discourse", "advmod", "amod", "reparandum", "cop", "aux":
		return 0
	case "nummod":
		return 0
	case "compound":
		if tok.UPOS != "NOUN" && tok.UPOS != "PROPN" || tok.Tag == "HYPH" {
			return 0
		}
	}
	switch tok.UPOS {
	case "PROPN":
		if tok.Rel == "nmod:desc" || tok.Rel == "compound" && tok.Head >= 0 && s.Tokens[tok.Head].UPOS == "NUM" {
			return 0
		}
		return feature.Proper
	case "NOUN":
		if tok.Rel == "nmod:desc" {
			return 0
		}
		if t.named(h) {
			return feature.Proper
		}
		return feature.Nominal
	case "PRON":
		if tok.Lower == "there" || tok.Rel == "expl" {
			return 0
		}
		return feature.Pronominal
	case "NUM", "SYM", "X":
		return feature.Nominal
	case "ADJ", "DET":
		if strings.HasPrefix(tok.Rel, "nsubj") || tok.Rel == "obj" || tok.Rel == "obl" || tok.Rel == "nmod" || tok.Rel == "nmod:poss" {
			return feature.Nominal
		}
	}
	return 0
}

func relation(rel string) string {
	before, _, _ := strings.Cut(rel, ":")
	return before
}

// A tree is the tree of a sentence, read from above.
type tree struct {
	s           *Sentence
	children    [][]int32
	left, right []int32 // the extent of all that hangs on a token: [left, right]
}

func newTree(s *Sentence) *tree {
	n := len(s.Tokens)
	t := &tree{s: s, children: make([][]int32, n), left: make([]int32, n), right: make([]int32, n)}
	missing := make([]int32, n) // children whose extent is not known yet
	for i := range s.Tokens {
		t.left[i], t.right[i] = int32(i), int32(i)
		if h := s.Tokens[i].Head; h >= 0 && h < n && h != i {
			t.children[h] = append(t.children[h], int32(i))
			missing[h]++
		}
	}
	ready := make([]int, 0, n)
	for i := range missing {
		if missing[i] == 0 {
			ready = append(ready, i)
		}
	}
	for len(ready) > 0 {
		i := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		h := s.Tokens[i].Head
		if h < 0 || h >= n || h == i {
			continue
		}
		t.left[h], t.right[h] = min(t.left[h], t.left[i]), max(t.right[h], t.right[i])
		if missing[h]--; missing[h] == 0 {
			ready = append(ready, h)
		}
	}
	return t
}

// named reports whether a noun bears a name: "spokesman Luis Artola".
func (t *tree) named(h int) bool {
	for _, c := range t.children[h] {
		if tok := &t.s.Tokens[c]; tok.UPOS == "PROPN" && relation(tok.Rel) == "flat" {
			return true
		}
	}
	return false
}

// phrase returns the tokens of the wording that h heads: what hangs on it, but
// for what belongs to the clause whose predicate it is, for conjuncts and for
// apposition.
func (t *tree) phrase(h int) (first, last int) {
	predicate := false
	for _, c := range t.children[h] {
		switch relation(t.s.Tokens[c].Rel) {
		case "cop", "nsubj", "csubj", "aux":
			predicate = true
		}
	}
	lo, hi := int32(h), int32(h)
	for _, c := range t.children[h] {
		if int(c) < h && (t.within(c, h, predicate) || relation(t.s.Tokens[c].Rel) == "advmod" && lo < int32(h)) {
			lo = min(lo, t.left[c])
		}
	}
	for _, c := range t.children[h] {
		if int(c) < h {
			continue
		}
		if rel := relation(t.s.Tokens[c].Rel); rel == "conj" {
			break
		}
		if t.within(c, h, predicate) {
			hi = max(hi, t.right[c])
		}
	}
	return t.trim(h, int(lo), int(hi)+1)
}

// trim cuts marks off the ends of a wording.
func (t *tree) trim(h, first, last int) (int, int) {
	for first < h && t.s.Tokens[first].UPOS == "PUNCT" && !opensInside(t.s, first, last) {
		first++
	}
	for last > h+1 && t.s.Tokens[last-1].UPOS == "PUNCT" && !closesInside(t.s, first, last) {
		last--
	}
	return first, last
}

// opensInside reports whether the first token opens a bracket or a quotation
// that closes within the wording.
func opensInside(s *Sentence, first, last int) bool {
	if !strings.ContainsAny(s.Tokens[first].Text, "([“") {
		return false
	}
	for k := first + 1; k < last; k++ {
		if strings.ContainsAny(s.Tokens[k].Text, ")]”") {
			return true
		}
	}
	return false
}

// closesInside reports whether the last token closes a bracket or a quotation
// that opens within the wording.
func closesInside(s *Sentence, first, last int) bool {
	if !strings.ContainsAny(s.Tokens[last-1].Text, ")]”") {
		return false
	}
	for k := first; k < last-1; k++ {
		if strings.ContainsAny(s.Tokens[k].Text, "([“") {
			return true
		}
	}
	return false
}

// within reports whether a child belongs to the wording that h heads.
func (t *tree) within(c int32, h int, predicate bool) bool {
	tok := &t.s.Tokens[c]
	switch relation(tok.Rel) {
	case "case":
		return tok.Tag == "POS"
	case "punct", "cc", "conj", "cop", "aux", "mark", "nsubj", "csubj", "expl", "parataxis", "list", "discourse", "vocative",
		"reparandum", "orphan", "advcl", "dislocated":
		return false
	case "appos": // but "his brother Luis"
		return t.left[c] > int32(h) && t.s.Tokens[t.left[c]].UPOS != "PUNCT" && t.s.Tokens[t.left[c]-1].UPOS != "PUNCT"
	case "dep":
		return t.s.Tokens[c].UPOS == "PRON" && int(c) == h-1 // "you all"
	case "obl", "obj", "iobj", "xcomp", "ccomp":
		return !predicate
	case "advmod":
		return false
	}
	return true
}
