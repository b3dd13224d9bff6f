package nlp

import (
	"ascribe"
	"ascribe/extract/feature"
	"ascribe/extract/lexicon"
	"ascribe/extract/model"
)

// A desk is the memory that sentences are worked on in, one after the other.
type desk struct {
	work   model.Work
	spans  []ascribe.Span // of the syntactic words
	owner  []int          // the token of each
	forms  []string
	words  []feature.Word
	tags   []uint8 // of the words
	main   []int   // the word of each token that stands for it
	tokens []uint8 // the tags of the tokens
	values []feature.Tagged
	arcs   []model.Arc
	depth  []int
}

// syntax sets the tags, the lemmas, the names and the tree of a sentence. The models read
// syntactic words, as the treebanks do; a token of several gets what the one that
// stands for it has.
func (r *reader) syntax(s *Sentence) {
	d := &r.desk
	d.spans, d.owner = syntactic(s.Tokens)
	d.forms = d.forms[:0]
	for _, span := range d.spans {
		d.forms = append(d.forms, span.Of(r.a.Document.Text))
	}
	tells := !titleCase(s) && feature.Tells(d.forms)
	d.words = feature.Words(d.words[:0], d.forms, tells, r.models.Clusters)
	d.tags = r.models.Tagger.Tag(d.tags[:0], d.words, &d.work)
	r.tagTokens(s)
	d.values = d.values[:0]
	for _, tag := range d.tags {
		d.values = append(d.values, r.models.Tagger.Values(tag))
	}
	if r.namer != nil {
		r.namer.name(s, r.a.Document.Text, d, tells)
	}
	d.arcs = r.models.Parser.Parse(d.arcs[:0], d.words, d.values, &d.work)
	r.hang(s)
	for j := range s.Tokens {
		r.repair(s, j)
	}
}

// tagTokens gives each token the tag of the word that stands for it, and what the
// registers know better; a token of one word gives that back to the word.
func (r *reader) tagTokens(s *Sentence) {
	d := &r.desk
	d.main, d.tokens = d.main[:0], d.tokens[:0]
	for i := range d.spans {
		j := d.owner[i]
		if j == len(d.main) {
			d.main, d.tokens = append(d.main, i), append(d.tokens, d.tags[i])
		} else if upos := r.pair(d.tags[i]).UPOS; upos != "PUNCT" && upos != "PART" {
			d.main[j], d.tokens[j] = i, d.tags[i]
		}
	}
	r.mend(s, d.tokens)
	for j, i := range d.main {
		r.settle(&s.Tokens[j], r.pair(d.tokens[j]))
		if single := i == 0 || d.owner[i-1] != j; single && (i+1 == len(d.owner) || d.owner[i+1] != j) {
			d.tags[i] = d.tokens[j]
		}
	}
}

// hang sets the heads of the tokens. Of the words of one token that nearest to
// the root counts, so that the tokens make a tree as the words do.
func (r *reader) hang(s *Sentence) {
	d := &r.desk
	d.depth = depths(d.depth[:0], d.arcs)
	for i, j := range d.owner {
		if d.depth[i] < d.depth[d.main[j]] {
			d.main[j] = i
		}
	}
	for j, i := range d.main {
		tok, a := &s.Tokens[j], d.arcs[i]
		tok.Rel, tok.Head = r.models.Parser.Rels()[a.Rel], NoHead
		if a.Head >= 0 {
			tok.Head = d.owner[a.Head]
		}
	}
}

// depths appends how many arcs each word is away from the root.
func depths(out []int, arcs []model.Arc) []int {
	for range arcs {
		out = append(out, -1)
	}
	var path []int
	for i := range arcs {
		at := i
		for at >= 0 && out[at] < 0 {
			path = append(path, at)
			at = arcs[at].Head
		}
		depth := 0
		if at >= 0 {
			depth = out[at] + 1
		}
		for k := len(path) - 1; k >= 0; k-- {
			out[path[k]] = depth
			depth++
		}
		path = path[:0]
	}
	return out
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
