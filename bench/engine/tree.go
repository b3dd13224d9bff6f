package engine

import (
	"maps"
	"slices"
	"strings"

	"ascribe"
)

// A Word is one syntactic word with its place in the tree of its sentence, as
// the gold or the engine has it.
type Word struct {
	Span              ascribe.Span // of Segments.Chars, or any that tells the word from others
	UPOS, XPOS, Lemma string
	Head              int    // index of a word of the same text, or NoHead of a root
	Rel               string // in Universal Dependencies, with its subtype
}

// NoHead is the Head of the root of a sentence.
const NoHead = -1

// A TreeScore counts the words of the gold that the engine has with the same
// tag, lemma or head, by the definitions of the CoNLL 2018 shared task: words are
// paired where they are of the same characters, and what the engine has no word
// for is missed. On gold words every F1 is an accuracy.
type TreeScore struct {
	UPOS, XPOS, Lemma Match
	UAS               Match            // the head is right
	LAS               Match            // and the relation, with its subtype
	Universal         Match            // and the relation, without its subtype: the LAS of CoNLL 2018
	Relations         map[string]Match // LAS of the arcs of each relation
}

// Add adds the counts of another text.
func (s *TreeScore) Add(o TreeScore) {
	s.UPOS.Add(o.UPOS)
	s.XPOS.Add(o.XPOS)
	s.Lemma.Add(o.Lemma)
	s.UAS.Add(o.UAS)
	s.LAS.Add(o.LAS)
	s.Universal.Add(o.Universal)
	for _, rel := range slices.Sorted(maps.Keys(o.Relations)) {
		s.relation(rel, o.Relations[rel])
	}
}

func (s *TreeScore) relation(rel string, m Match) {
	if s.Relations == nil {
		s.Relations = map[string]Match{}
	}
	sum := s.Relations[rel]
	sum.Add(m)
	s.Relations[rel] = sum
}

// Relation returns the counts of a relation. One without a subtype ("conj")
// stands for itself alone, one with a star ("obl*") for its subtypes too.
func (s *TreeScore) Relation(rel string) Match {
	base, all := strings.CutSuffix(rel, "*")
	sum := s.Relations[base]
	for r, m := range s.Relations {
		if all && strings.HasPrefix(r, base+":") {
			sum.Add(m)
		}
	}
	return sum
}

// ScoreTrees scores the words of one text, each side in the order of its spans.
func ScoreTrees(gold, system []Word) TreeScore {
	var s TreeScore
	for _, m := range []*Match{&s.UPOS, &s.XPOS, &s.Lemma, &s.UAS, &s.LAS, &s.Universal} {
		*m = Match{Gold: len(gold), System: len(system)}
	}
	for i := range gold {
		s.relation(gold[i].Rel, Match{Gold: 1})
	}
	for i := range system {
		s.relation(system[i].Rel, Match{System: 1})
	}
	pairs := Aligned(spans(gold), spans(system))
	same := map[int]int{NoHead: NoHead} // word of the engine → word of the gold
	for _, p := range pairs {
		same[p[1]] = p[0]
	}
	for _, p := range pairs {
		s.word(&gold[p[0]], &system[p[1]], same)
	}
	return s
}

func spans(words []Word) []ascribe.Span {
	out := make([]ascribe.Span, len(words))
	for i := range words {
		out[i] = words[i].Span
	}
	return out
}

// word counts a word that both sides have.
func (s *TreeScore) word(gold, system *Word, same map[int]int) {
	count(&s.UPOS, gold.UPOS == system.UPOS)
	count(&s.XPOS, gold.XPOS == system.XPOS)
	count(&s.Lemma, gold.Lemma == system.Lemma || gold.Lemma == "_") // "_": the gold has none
	if head, known := same[system.Head]; !known || head != gold.Head {
		return
	}
	s.UAS.Right++
	count(&s.Universal, universal(gold.Rel) == universal(system.Rel))
	if gold.Rel == system.Rel {
		s.LAS.Right++
		s.relation(gold.Rel, Match{Right: 1})
	}
}

func count(m *Match, right bool) {
	if right {
		m.Right++
	}
}

func universal(rel string) string {
	base, _, _ := strings.Cut(rel, ":")
	return base
}
