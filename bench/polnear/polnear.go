// Package polnear measures who says what against PolNeAR (Newell et al., 2018),
// where every attribution relation of an article is marked by its source, its cue
// and its content.
//
// Each part is a set of spans. A part that was found is right by overlap when it
// shares a character with the same part of some relation of the key, and exactly
// when it has the very same characters; white space counts for neither. A relation
// of the key is found in the same way from its side. A whole triple is right when
// the source, the cue and the content of one voice are right against one relation
// of the key; where the key has no source, the voice must have none. Quotation
// marks belong to the content, as in the corpus; bars on exact spans are thus no
// easier than those of Citron, which compares words.
package polnear

import (
	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/measure"
	"ascribe/extract"
)

// An Article is one line of the corpus; offsets are code points.
type Article struct {
	ID           string     `json:"id"`
	Text         string     `json:"text"`
	Attributions []relation `json:"attributions"`
}

type relation struct {
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	Content [][2]int `json:"content"`
}

// A Relation is one relation of the key in bytes of the text. It may have no
// source.
type Relation struct{ Source, Cue, Content []ascribe.Span }

// Read returns the articles of a part, "train" or "dev".
func Read(data, part string) ([]Article, error) {
	return corpus.Lines[Article](data, "polnear/"+part+".jsonl")
}

// Relations lists the key of an article.
func (a *Article) Relations() []Relation {
	at := make([]int, 0, len(a.Text)+1) // byte offsets of the code points
	for i := range a.Text {
		at = append(at, i)
	}
	at = append(at, len(a.Text))
	spans := func(list [][2]int) []ascribe.Span {
		var out []ascribe.Span
		for _, s := range list {
			out = append(out, ascribe.Span{Start: at[min(s[0], len(at)-1)], End: at[min(s[1], len(at)-1)]})
		}
		return out
	}
	out := make([]Relation, len(a.Attributions))
	for i, r := range a.Attributions {
		out[i] = Relation{spans(r.Source), spans(r.Cue), spans(r.Content)}
	}
	return out
}

// Measure reads the dev part, as it is and in capitals, and measures the voices
// that were found.
func Measure(data string, x *extract.Extractor, progress func(step string, done, all int)) ([]measure.Row, error) {
	articles, err := Read(data, "dev")
	if err != nil {
		return nil, err
	}
	var rows []measure.Row
	for _, input := range []struct {
		name   string
		change func(string) string
	}{
		{"raw text", func(s string) string { return s }},
		{"in capitals", corpus.Capitals},
	} {
		texts := make([]corpus.Text, len(articles))
		for i, a := range articles {
			texts[i] = corpus.Text{ID: a.ID, Text: input.change(a.Text)}
		}
		readings, err := corpus.ReadAll(x, texts, func(done, all int) { progress("PolNeAR dev, "+input.name, done, all) })
		if err != nil {
			return nil, err
		}
		var t tally
		for i := range articles {
			t.add(foundIn(readings[i].Reading, articles[i].Text), articles[i].key())
		}
		rows = append(rows, t.rows("PolNeAR dev", input.name)...)
	}
	return rows, nil
}

// foundIn lists the voices of a reading; the outlet's own is none.
func foundIn(r *ascribe.Reading, text string) []voice {
	var found []voice
	for i := range r.Statements {
		if st := &r.Statements[i]; st.Source.Role != ascribe.Narrator {
			found = append(found, newVoice(text, st.Source.Spans, st.Cue, st.Content))
		}
	}
	return found
}

// key lists the relations of an article as they are compared.
func (a *Article) key() []voice {
	var key []voice
	for _, r := range a.Relations() {
		key = append(key, newVoice(a.Text, r.Source, r.Cue, r.Content))
	}
	return key
}
