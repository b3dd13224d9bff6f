package engine

import (
	"strings"

	"ascribe"
	"ascribe/extract/feature"
	"ascribe/extract/model"
	"ascribe/train/conllu"
)

// GoldWords scores what the models make of the words of a treebank, sentence by
// sentence. With capitals the words are given in upper case; whether capitals
// tell anything the features decide, as they do in the engine.
func GoldWords(models *model.Models, bank []conllu.Sentence, capitals bool) TreeScore {
	var sum TreeScore
	d := desk{models: models}
	for i := range bank {
		d.forms = d.forms[:0]
		for k := range bank[i].Words {
			form := bank[i].Words[k].Form
			if capitals {
				form = strings.ToUpper(form)
			}
			d.forms = append(d.forms, form)
		}
		sum.Add(ScoreTrees(goldWords(&bank[i]), d.read(nil)))
	}
	return sum
}

// goldWords returns the words of a sentence as the treebank has them, numbered.
func goldWords(s *conllu.Sentence) []Word {
	out := make([]Word, len(s.Words))
	for i := range s.Words {
		w := &s.Words[i]
		out[i] = Word{ascribe.Span{Start: i, End: i + 1}, w.UPOS, w.XPOS, w.Lemma, w.Head, w.Rel}
	}
	return out
}

// A desk is the memory that sentences are worked on in.
type desk struct {
	models *model.Models
	work   model.Work
	forms  []string
	words  []feature.Word
	tags   []uint8
	values []feature.Tagged
	arcs   []model.Arc
}

// read appends to out the words of a sentence, of which the forms are on the
// desk, as the models have them, numbered on from those that are there.
func (d *desk) read(out []Word) []Word {
	m, first := d.models, len(out)
	d.words = feature.Words(d.words[:0], d.forms, feature.Tells(d.forms), m.Clusters)
	d.tags = m.Tagger.Tag(d.tags[:0], d.words, &d.work)
	d.values = d.values[:0]
	for _, t := range d.tags {
		d.values = append(d.values, m.Tagger.Values(t))
	}
	d.arcs = m.Parser.Parse(d.arcs[:0], d.words, d.values, &d.work)
	for i, a := range d.arcs {
		tags := m.Tagger.Tags()[d.tags[i]]
		out = append(out, Word{
			ascribe.Span{Start: first + i, End: first + i + 1}, tags.UPOS, tags.XPOS,
			m.Lemmas.Lemma(d.forms[i], tags.XPOS), through(a.Head, first), m.Parser.Rels()[a.Rel],
		})
	}
	return out
}

// through counts a head through a text whose sentence begins at word first.
func through(head, first int) int {
	if head < 0 {
		return NoHead
	}
	return first + head
}
