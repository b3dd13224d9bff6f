package nlp

import (
	"ascribe/extract/feature"
	"ascribe/extract/lexicon"
	"ascribe/extract/model"
)

// A desk is the memory that sentences are worked on in, one after the other.
type desk struct {
	work   model.Work
	forms  []string
	words  []feature.Word
	tags   []uint8
	values []feature.Tagged
	arcs   []model.Arc
}

// syntax sets the tags, the lemmas and the tree of a sentence.
func (r *reader) syntax(s *Sentence) {
	d := &r.desk
	d.forms = d.forms[:0]
	for j := range s.Tokens {
		d.forms = append(d.forms, s.Tokens[j].Text)
	}
	tells := !titleCase(s) && feature.Tells(d.forms)
	d.words = feature.Words(d.words[:0], d.forms, tells, r.models.Clusters)
	d.tags = r.models.Tagger.Tag(d.tags[:0], d.words, &d.work)
	r.mend(s, d.tags)
	d.values = d.values[:0]
	for j, tag := range d.tags {
		d.values = append(d.values, r.models.Tagger.Values(tag))
		r.settle(&s.Tokens[j], r.models.Tagger.Tags()[tag])
	}
	d.arcs = r.models.Parser.Parse(d.arcs[:0], d.words, d.values, &d.work)
	for j, a := range d.arcs {
		s.Tokens[j].Head, s.Tokens[j].Rel = a.Head, r.models.Parser.Rels()[a.Rel]
	}
	for j := range s.Tokens {
		r.repair(s, j)
	}
}

// settle sets what its tags tell of a token.
func (r *reader) settle(tok *Token, tags model.TagPair) {
	tok.UPOS, tok.Lemma = tags.UPOS, r.models.Lemmas.Lemma(tok.Text, tags.XPOS)
	if tok.Class != Word && tok.Class != Particle {
		return
	}
	tok.Tag = tags.XPOS
	if lemma, form, ok := lexicon.Verb(tok.Lower); ok {
		tok.Form = form
		if tags.UPOS == "VERB" && !plainVerb(tok.Lemma) {
			tok.Lemma = lemma
		}
	}
	if tok.Class == Particle {
		return
	}
	tok.Class = classOf(tags.XPOS, tok.Lower)
	switch tags.XPOS {
	case "VBN":
		tok.Form = lexicon.ParticipleForm
	case "VBD":
		tok.Form = lexicon.PastForm
	}
}

// plainVerb reports whether a lemma is the plain form of a verb that the lexicon
// knows: an ending can be taken for another's.
func plainVerb(lemma string) bool {
	_, form, ok := lexicon.Verb(lemma)
	return ok && form == lexicon.BaseForm
}
