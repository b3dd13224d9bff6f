package engine

import (
	"fmt"
	"math"

	"ascribe"
	"ascribe/extract/model"
	"ascribe/extract/nlp"
	"ascribe/read"
	"ascribe/train/conllu"
)

// A RawScore tells what comes of texts alone: our own sentences, words and trees.
type RawScore struct {
	Segments SegmentScore
	Trees    TreeScore
}

// RawText scores sentences, syntactic words and what the models make of them on
// the texts that a treebank was made from.
func RawText(models *model.Models, bank []conllu.Sentence) (RawScore, error) {
	var sum RawScore
	work := desk{models: models}
	for _, d := range conllu.Documents(bank) {
		gold := bankWords(&d, bank[:len(d.Sentences)])
		bank = bank[len(d.Sentences):]
		sentences := read.Plain(d.Text).Sentences
		system := work.text(d.Text, sentences)
		a, b := NewSegments(d.Text, d.Sentences, spans(gold)), NewSegments(d.Text, sentences, spans(system))
		score, err := ScoreSegments(a, b)
		if err != nil {
			return sum, fmt.Errorf("document %s: %w", d.ID, err)
		}
		if err := squeezed(gold, a.Words); err != nil {
			return sum, fmt.Errorf("document %s, gold: %w", d.ID, err)
		}
		if err := squeezed(system, b.Words); err != nil {
			return sum, fmt.Errorf("document %s, our own: %w", d.ID, err)
		}
		sum.Segments.Add(score)
		sum.Trees.Add(ScoreTrees(gold, system))
	}
	return sum, nil
}

// squeezed gives words the spans of their segments.
func squeezed(words []Word, segments []ascribe.Span) error {
	if len(words) != len(segments) {
		return fmt.Errorf("%d of %d words hold nothing but white space; mend the tokenizer", len(words)-len(segments), len(words))
	}
	for i := range words {
		words[i].Span = segments[i]
	}
	return nil
}

// bankWords returns the words of a document as the treebank has them, with heads
// counted through the document.
func bankWords(d *conllu.Document, ss []conllu.Sentence) []Word {
	var out []Word
	for i := range ss {
		first := len(out)
		for k := range ss[i].Words {
			w := &ss[i].Words[k]
			out = append(out, Word{d.Words[i][k], w.UPOS, w.XPOS, w.Lemma, through(w.Head, first), w.Rel})
		}
	}
	return out
}

// text returns the words of a text as we have them, with heads counted through
// it.
func (d *desk) text(text string, sentences []ascribe.Span) []Word {
	var out []Word
	for _, span := range sentences {
		words, _ := nlp.Words(text, span, math.MaxInt)
		d.forms = d.forms[:0]
		for _, w := range words {
			d.forms = append(d.forms, w.Of(text))
		}
		first := len(out)
		out = d.read(out)
		for i, w := range words {
			out[first+i].Span = w
		}
	}
	return out
}
