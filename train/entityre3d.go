package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"unicode/utf8"

	"ascribe"
	"ascribe/extract/nlp"
	"ascribe/read"
)

// A re3dDoc is a document of re3d, the defence and security texts of Dstl.
type re3dDoc struct {
	Text     string
	Entities []re3dEntity
}

type re3dEntity struct {
	Type       string
	Start, End int // code points
}

// re3dTypes are the labels that the words of an entity of re3d leave open. re3d
// marks what is described as well as what is named, with articles and titles
// ("the Sarvian population", "President Ana Vidal"), and one inside another, so
// that its spans teach no edges: they teach what a word is not.
var re3dTypes = map[string]uint64{
	"Person":           outside | labelsOf("PERSON", "ORG", "ARMED_GROUP", "GPE", "NORP", "NUMBER"),
	"Organisation":     outside | labelsOf("ORG", "ARMED_GROUP", "GPE", "LOC", "NORP", "NUMBER"),
	"Location":         outside | labelsOf("GPE", "LOC", "FAC", "ORG", "NORP"),
	"Nationality":      outside | labelsOf("NORP", "GPE"),
	"Weapon":           outside | labelsOf("WEAPON", "NUMBER"),
	"Vehicle":          outside | labelsOf("WEAPON", "NUMBER"),
	"MilitaryPlatform": outside | labelsOf("WEAPON", "NUMBER"),
	"Temporal":         labelsOf("DATE", "NUMBER", "EVENT") | outside,
}

// re3dOpen are the labels of words in no entity of re3d.
var re3dOpen = outside | labelsOf("NORP", "FAC", "WEAPON", "EVENT", "DATE", "NUMBER")

// re3d makes documents of re3d.
func (r *namedReader) re3d(path string, caseless bool) ([]namedDoc, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close() //nolint:errcheck // it was only read
	var out []namedDoc
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		var doc re3dDoc
		if err := json.Unmarshal(lines.Bytes(), &doc); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		out = append(out, r.re3dNames(&doc, caseless))
	}
	return out, lines.Err()
}

func (r *namedReader) re3dNames(doc *re3dDoc, caseless bool) namedDoc {
	d := namedDoc{caseless: caseless}
	for _, span := range read.Plain(doc.Text).Sentences {
		words, cut := nlp.Words(doc.Text, span, longestSentence)
		if cut || len(words) == 0 {
			continue
		}
		s := r.sentence(doc.Text, words, caseless)
		clear(s.allowed)
		for _, e := range doc.Entities {
			labels, ok := re3dTypes[e.Type]
			if !ok {
				labels = re3dOpen
			}
			from, to, _ := covered(words, pointSpan(doc.Text, e.Start, e.End))
			for i := from; i < to; i++ {
				s.allowed[i] |= labels
			}
		}
		for i := range s.allowed {
			if s.allowed[i] == 0 {
				s.allowed[i] = re3dOpen
			}
		}
		d.sentences = append(d.sentences, s)
	}
	return d
}

// pointSpan turns offsets in code points into a span of bytes.
func pointSpan(text string, start, end int) ascribe.Span {
	byteAt := func(point, from, at int) int {
		for ; from < point && at < len(text); from++ {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
		return at
	}
	first := byteAt(start, 0, 0)
	return ascribe.Span{Start: first, End: byteAt(end, start, first)}
}
