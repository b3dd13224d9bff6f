package conllu

import (
	"strings"

	"ascribe"
)

// A Document is a document of a treebank as the raw text that it was made from,
// and where the treebank's sentences and words are in it.
type Document struct {
	ID        string
	Text      string // a blank line before every paragraph but the first
	Sentences []ascribe.Span
	Words     [][]ascribe.Span // of each sentence, one for each of its Words
}

// Documents rebuilds the documents of a treebank from its words and spaces.
func Documents(ss []Sentence) []Document {
	var out []Document
	var b rebuilder
	for i := range ss {
		if s := &ss[i]; i == 0 || s.NewDoc {
			if i > 0 {
				out = append(out, b.finish())
			}
			b = rebuilder{}
			b.doc.ID = s.Doc
		}
		b.sentence(&ss[i])
	}
	if len(ss) > 0 {
		out = append(out, b.finish())
	}
	return out
}

// A rebuilder writes the text of one document.
type rebuilder struct {
	text  strings.Builder
	doc   Document
	space bool // a space is due before the next word
}

func (b *rebuilder) finish() Document {
	b.doc.Text = b.text.String()
	return b.doc
}

func (b *rebuilder) sentence(s *Sentence) {
	if s.NewPar && b.text.Len() > 0 {
		b.text.WriteString("\n\n")
		b.space = false
	}
	words := make([]ascribe.Span, 0, len(s.Words))
	surfaces := s.Surfaces
	for i := 0; i < len(s.Words); {
		if len(surfaces) > 0 && surfaces[0].First == i {
			words = append(words, b.surface(s, surfaces[0])...)
			i = surfaces[0].Last
			surfaces = surfaces[1:]
			continue
		}
		words = append(words, b.write(s.Words[i].Form, s.Words[i].Space))
		i++
	}
	b.doc.Words = append(b.doc.Words, words)
	b.doc.Sentences = append(b.doc.Sentences, ascribe.Span{Start: words[0].Start, End: words[len(words)-1].End})
}

// write adds a written token and returns where it is.
func (b *rebuilder) write(form string, space bool) ascribe.Span {
	if b.space {
		b.text.WriteByte(' ')
	}
	b.space = space
	start := b.text.Len()
	b.text.WriteString(form)
	return ascribe.Span{Start: start, End: b.text.Len()}
}

// surface adds what is written as one and is several words, and returns where
// the words are: where their forms tell, else the first takes all but a letter
// for each of the others.
func (b *rebuilder) surface(s *Sentence, f Surface) []ascribe.Span {
	whole := b.write(f.Form, f.Space)
	var out []ascribe.Span
	at := whole.Start
	told := true
	for _, w := range s.Words[f.First:f.Last] {
		end := at + len(w.Form)
		told = told && end <= whole.End && strings.EqualFold(w.Form, f.Form[at-whole.Start:end-whole.Start])
		out = append(out, ascribe.Span{Start: at, End: end})
		at = end
	}
	if told && at == whole.End {
		return out
	}
	for i := len(out) - 1; i >= 0; i-- {
		end := whole.End
		if i+1 < len(out) {
			end = out[i+1].Start
		}
		out[i] = ascribe.Span{Start: max(whole.Start, lastLetter(b.text.String()[:end])), End: end}
	}
	out[0].Start = whole.Start
	return out
}

// lastLetter returns where the last character of a text begins.
func lastLetter(text string) int {
	for i := len(text) - 1; i > 0; i-- {
		if text[i]&0xC0 != 0x80 {
			return i
		}
	}
	return 0
}
