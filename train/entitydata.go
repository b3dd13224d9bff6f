package train

import (
	"fmt"

	"ascribe"
	"ascribe/extract/feature"
	"ascribe/extract/model"
	"ascribe/extract/nlp"
	"ascribe/read"
	"ascribe/train/conllu"
	"ascribe/train/silver"
)

// A namedReader makes documents of names.
type namedReader struct {
	tagger   *model.Tagger
	clusters feature.Clusters
	hinter   *nlp.Hinter
	work     model.Work
	words    []feature.Word
}

// labelsOf are the labels that each type has, as a set of bits, by the type's
// name.
func labelsOf(types ...string) uint64 {
	var set uint64
	for _, t := range types {
		for k, name := range nameTypes {
			if name == t {
				set |= 15 << (1 + 4*k)
			}
		}
	}
	return set
}

// outside is the label of a word that is in no name.
const outside = 1

// at restricts labels to those of word i of the name [from, to).
func labelsAt(labels uint64, i, from, to int) uint64 {
	var set uint64
	for k := range nameTypes {
		set |= 1 << model.Label(i, from, to, k)
	}
	return labels & set
}

// sentence makes a sentence of words; every word may have any label.
func (r *namedReader) sentence(text string, words []ascribe.Span, caseless bool) namedSentence {
	s := namedSentence{allowed: make([]uint64, len(words))}
	for i, w := range words {
		s.forms = append(s.forms, w.Of(text))
		s.allowed[i] = ^uint64(0)
	}
	s.tells = !caseless && feature.Tells(s.forms) && !nlp.TitleCase(s.forms)
	r.words = feature.Words(r.words[:0], s.forms, s.tells, r.clusters)
	s.tags = given(r.tagger, r.words, &r.work)
	s.hints = r.hinter.Hints(nil, text, words, s.tells)
	return s
}

// longestSentence is how many tokens a sentence may have that names are learned
// from: what is longer is a table or a list.
const longestSentence = 400

// silver makes documents of the names that a teacher found in the news.
func (r *namedReader) silver(named []silver.Named, texts map[string]string, caseless bool) []namedDoc {
	var out []namedDoc
	for i := range named {
		text := texts[named[i].Source.SHA256]
		d := namedDoc{caseless: caseless}
		names := named[i].Names
		for _, span := range read.Plain(text).Sentences {
			words, cut := nlp.Words(text, span, longestSentence)
			if cut || len(words) == 0 {
				continue
			}
			s := r.sentence(text, words, caseless)
			for len(names) > 0 && names[0].Span.End <= span.Start {
				names = names[1:]
			}
			s.mark(words, names)
			d.sentences = append(d.sentences, s)
		}
		out = append(out, d)
	}
	return out
}

// mark allows the words of a sentence the labels of the names in it and no
// others. What a name cuts in two may be anything.
func (s *namedSentence) mark(words []ascribe.Span, names []silver.Name) {
	for i := range s.allowed {
		s.allowed[i] = outside
	}
	for _, n := range names {
		if n.Span.Start >= words[len(words)-1].End {
			break
		}
		from, to, exact := covered(words, n.Span)
		for i := from; i < to; i++ {
			s.allowed[i] = ^uint64(0)
			if exact {
				s.allowed[i] = labelsAt(labelsOf(n.Type), i, from, to)
			}
		}
	}
}

// covered returns the words that a span touches, and whether it ends where they
// do.
func covered(words []ascribe.Span, span ascribe.Span) (from, to int, exact bool) {
	from = -1
	for i, w := range words {
		if w.Start < span.End && span.Start < w.End {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
	}
	if from < 0 {
		return 0, 0, false
	}
	return from, to, words[from].Start == span.Start && words[to-1].End == span.End
}

// The labels that a name of GUM leaves open, by its type: GUM does not tell a
// city from a river or a building, nor a party from an armed group.
var gumTypes = map[string]uint64{
	"person":       labelsOf("PERSON"),
	"organization": labelsOf("ORG", "ARMED_GROUP"),
	"place":        labelsOf("GPE", "LOC", "FAC"),
	"event":        labelsOf("EVENT"),
	conllu.People:  labelsOf("NORP"),
}

// gumOpen are the labels of words outside of GUM's names: it marks no
// nationality, number, weapon or date as a name.
var gumOpen = outside | labelsOf("NORP", "WEAPON", "EVENT", "DATE", "NUMBER")

// gum makes documents of a treebank with the names of GUM.
func (r *namedReader) gum(ss []conllu.Sentence, caseless bool) ([]namedDoc, error) {
	var out []namedDoc
	at := 0
	for _, doc := range conllu.Documents(ss) {
		d := namedDoc{caseless: caseless}
		for _, words := range doc.Words {
			s := r.sentence(doc.Text, words, caseless)
			names, err := ss[at].Names()
			if err != nil {
				return nil, err
			}
			if len(s.forms) != len(ss[at].Words) {
				return nil, fmt.Errorf("sentence %s has %d words in its document and %d in its tree", ss[at].ID, len(s.forms), len(ss[at].Words))
			}
			s.markGUM(names)
			d.sentences = append(d.sentences, s)
			at++
		}
		out = append(out, d)
	}
	return out, nil
}

func (s *namedSentence) markGUM(names []conllu.Name) {
	for i := range s.allowed {
		s.allowed[i] = gumOpen
	}
	for _, n := range names {
		labels, ok := gumTypes[n.Type]
		if !ok {
			continue
		}
		for i := n.First; i < n.Last; i++ {
			s.allowed[i] = labelsAt(labels, i, n.First, n.Last)
		}
	}
}
