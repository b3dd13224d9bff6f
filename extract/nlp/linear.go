package nlp

import (
	"strings"
	"sync"
	"unicode"

	"ascribe"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/model"
)

// Linear is the engine of linear models, lexicons and sieves: what the models
// read of a sentence, registers of names, and sieves that join wordings, the
// surest first.
type Linear struct {
	reg    *lexicon.Register
	places gazetteer.Names
	models *model.Models
	tagOf  map[model.TagPair]uint8

	hinters sync.Pool // of *Hinter: what they have looked up serves the next document
}

// NewLinear returns the engine with the models that ship, over a register of
// actors and a gazetteer.
func NewLinear(reg *lexicon.Register, places gazetteer.Names) (*Linear, error) {
	models, err := model.Load()
	if err != nil {
		return nil, err
	}
	tagOf := map[model.TagPair]uint8{}
	for i, pair := range models.Tagger.Tags() {
		tagOf[pair] = uint8(i)
	}
	return &Linear{reg: reg, places: places, models: models, tagOf: tagOf}, nil
}

// Name names the engine, its version and its models.
func (l *Linear) Name() string { return "linear/1 " + l.models.ID }

// Analyse takes a document apart.
func (l *Linear) Analyse(doc *ascribe.Document) *Analysis {
	r := &reader{Linear: l, a: &Analysis{Document: doc}, seen: map[string]*usage{}, acronyms: map[string]string{}, known: map[string][]gazetteer.Entry{}, people: map[string]bool{}, codes: map[string][]string{}}
	r.cut()
	r.observe()
	r.findCountry()
	r.defineAcronyms()
	r.guessAcronyms()
	r.namer = l.newNamer()
	for i := range r.a.Sentences {
		r.syntax(&r.a.Sentences[i])
	}
	for range 2 { // the second time with the surnames that the first has found
		for i := range r.a.Sentences {
			r.chunk(&r.a.Sentences[i])
		}
		r.meet()
	}
	r.chain()
	r.namer.close(l)
	return r.a
}

// meet notes the surnames of those who are named in full: with a title or a
// first name, or with two names of which the last is used alone elsewhere.
func (r *reader) meet() {
	alone := map[string]bool{}
	full := map[string]bool{}
	for i := range r.a.Sentences {
		s := &r.a.Sentences[i]
		for k := range s.Phrases {
			p := &s.Phrases[k]
			last := &s.Tokens[p.Head]
			switch {
			case !p.Named:
			case p.Kind == Person && (p.Core < p.Head || p.Role != "") && p.Role != "civilian":
				r.people[last.Lower] = true
			case p.Kind != OtherPhrase || s.Caps || !last.Caps:
			case p.Core == p.Head:
				alone[last.Lower] = true
			case p.Head-p.Core <= 2 && p.Core == p.First && allNames(s, p):
				full[last.Lower] = true
			}
		}
	}
	for name := range full {
		if _, body := lexicon.OrgWord(name); alone[name] && !body && !lexicon.Common(name) {
			r.people[name] = true
		}
	}
}

// allNames reports whether every word of the bare name is one by its looks.
func allNames(s *Sentence, p *Phrase) bool {
	for k := p.Core; k <= p.Head; k++ {
		if !s.Tokens[k].Caps || upperWord(s.Tokens[k].Text) {
			return false
		}
	}
	return true
}

// A reader is one document being analysed.
type reader struct {
	*Linear
	a        *Analysis
	seen     map[string]*usage
	acronyms map[string]string            // acronym → its expansion in this document, lower case
	nations  map[string]int               // how often each country or its people are named
	country  string                       // the country that the document speaks of most, if any
	known    map[string][]gazetteer.Entry // what the gazetteer answered
	codes    map[string][]string          // the countries that words name
	people   map[string]bool              // surnames of the persons whom the document names in full
	small    bool                         // the document is all in small letters
	desk     desk
	namer    *namer // nil where the models know no names
}

// usage is how a word appears in the document where its case tells something.
type usage struct{ lower, upper int }

// cut makes the sentences and their tokens.
func (r *reader) cut() {
	doc := r.a.Document
	left := maxDocumentTokens
	block, paragraph := 0, 0
	for i, span := range doc.Sentences {
		if left <= 0 {
			r.a.Truncated = "tokens of the document"
			return
		}
		for block < len(doc.Blocks) && doc.Blocks[block].Span.End <= span.Start {
			block++
		}
		kind := ascribe.Body
		if block < len(doc.Blocks) && doc.Blocks[block].Span.Start <= span.Start {
			kind = doc.Blocks[block].Kind
		}
		if i > 0 && strings.Contains(doc.Text[doc.Sentences[i-1].End:span.Start], "\n\n") ||
			i > 0 && kind != r.a.Sentences[i-1].Block {
			paragraph++
		}
		tokens, cut := tokenize(doc.Text, span, min(left, maxSentenceTokens))
		if cut {
			r.a.Truncated = "tokens of a sentence"
		}
		left -= len(tokens)
		r.a.Sentences = append(r.a.Sentences, Sentence{
			Index: i, Span: span, Block: kind, Paragraph: paragraph,
			Caps: allCaps(span.Of(doc.Text)), Tokens: tokens,
		})
	}
}

// allCaps reports whether a sentence is written in capitals throughout.
func allCaps(text string) bool {
	upper, lower := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper >= 4 && lower*12 <= upper
}

// observe sets which capitals tell something, and counts how words appear where
// they do.
func (r *reader) observe() {
	r.small = !strings.ContainsFunc(r.a.Document.Text, unicode.IsUpper)
	for i := range r.a.Sentences {
		s := &r.a.Sentences[i]
		if s.Caps || titleCase(s) {
			continue
		}
		for j := range s.Tokens {
			tok := &s.Tokens[j]
			if tok.Class != Word {
				continue
			}
			tok.Caps = capitalised(tok.Text)
			u := r.seen[tok.Lower]
			if u == nil {
				u = &usage{}
				r.seen[tok.Lower] = u
			}
			switch {
			case !tok.Caps:
				u.lower++
			case !begins(s, j):
				u.upper++
			}
		}
	}
}

// titleCase reports whether a sentence is a headline: see [TitleCase].
func titleCase(s *Sentence) bool {
	words := make([]string, 0, len(s.Tokens))
	for j := range s.Tokens {
		if s.Tokens[j].Class == Word {
			words = append(words, s.Tokens[j].Text)
		}
	}
	return TitleCase(words)
}

// TitleCase reports whether all longer words begin with a capital, but for those
// that a headline leaves small: capitals tell little there.
func TitleCase(words []string) bool {
	upper := 0
	for _, w := range words {
		switch {
		case len(w) <= 3 || !unicode.IsLetter(rune(w[0])):
		case capitalised(w):
			upper++
		case !smallInTitles[lowered(w)]:
			return false
		}
	}
	return upper >= 4
}

var smallInTitles = setOf("with from over into after amid against about under upon near than that when through between during says")

// begins reports whether a token begins a sentence or a quotation in it, where
// a capital tells nothing.
func begins(s *Sentence, j int) bool {
	if j == 0 {
		return true
	}
	before := &s.Tokens[j-1]
	switch before.Class {
	case OpenQuote:
		return true
	case Mark:
		return strings.ContainsAny(before.Text, ":•*-–—.?![(") || j == 1
	case CloseQuote:
		return j == 1
	default:
		return false
	}
}
