package engine

import (
	"fmt"
	"slices"
	"strings"

	"ascribe"
	"ascribe/train/conllu"
)

// A NamedSpan is a name, date, number or weapon where it stands in a text.
type NamedSpan struct {
	Span ascribe.Span
	Type string // PERSON, ORG, GPE …
}

// A NameScore counts names that are the same in gold and system, by type: first
// and last letter and type must agree.
type NameScore map[string]Match

// ScoreNames compares the names of one text.
func ScoreNames(gold, system []NamedSpan) NameScore {
	score := NameScore{}
	left := map[NamedSpan]int{}
	for _, n := range gold {
		left[n]++
		score.count(n.Type, Match{Gold: 1})
	}
	for _, n := range system {
		m := Match{System: 1}
		if left[n] > 0 {
			left[n]--
			m.Right = 1
		}
		score.count(n.Type, m)
	}
	return score
}

func (s NameScore) count(kind string, m Match) {
	sum := s[kind]
	sum.Add(m)
	s[kind] = sum
}

// Add adds the counts of another text.
func (s NameScore) Add(o NameScore) {
	for kind, m := range o {
		s.count(kind, m)
	}
}

// All sums over the types.
func (s NameScore) All() Match {
	var all Match
	for _, m := range s {
		all.Add(m)
	}
	return all
}

// String prints the F1 of all and of each type, in the order of their names.
func (s NameScore) String() string {
	kinds := make([]string, 0, len(s))
	for kind := range s {
		kinds = append(kinds, kind)
	}
	slices.Sort(kinds)
	var b strings.Builder
	fmt.Fprintf(&b, "all %.2f", s.All().F1())
	for _, kind := range kinds {
		fmt.Fprintf(&b, " · %s %.1f (%d)", kind, s[kind].F1(), s[kind].Gold)
	}
	return b.String()
}

// Place is the type to which GUM's places and the engine's GPE, LOC and FAC come:
// GUM does not tell them apart.
const Place = "PLACE"

// TreebankNames returns the names of a document of GUM that are measured: of
// persons, organizations and places. The sentences are those of the document.
func TreebankNames(doc *conllu.Document, ss []conllu.Sentence) ([]NamedSpan, error) {
	var out []NamedSpan
	for i := range ss {
		names, err := ss[i].Names()
		if err != nil {
			return nil, err
		}
		for _, n := range names {
			kind := map[string]string{"person": "PERSON", "organization": "ORG", "place": Place}[n.Type]
			if kind == "" {
				continue
			}
			words := doc.Words[i]
			out = append(out, NamedSpan{ascribe.Span{Start: words[n.First].Start, End: words[n.Last-1].End}, kind})
		}
	}
	return out, nil
}

// AsTreebank keeps of the engine's names those that GUM marks, with its types: an
// armed group is an organization there.
func AsTreebank(names []NamedSpan) []NamedSpan {
	var out []NamedSpan
	for _, n := range names {
		switch n.Type {
		case "ARMED_GROUP":
			n.Type = "ORG"
		case "GPE", "LOC", "FAC":
			n.Type = Place
		case "PERSON", "ORG":
		default:
			continue
		}
		out = append(out, n)
	}
	return out
}
