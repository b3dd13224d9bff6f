package train

import (
	"strings"

	"ascribe/train/conllu"
)

// A paragraph is a paragraph of a treebank and where its sentences end.
type paragraph struct {
	text string
	ends map[int]bool
}

// paragraphsOf returns the paragraphs of a document.
func paragraphsOf(d *conllu.Document) []paragraph {
	var out []paragraph
	at := 0
	for i, s := range d.Sentences {
		if i+1 < len(d.Sentences) && !strings.Contains(d.Text[s.End:d.Sentences[i+1].Start], "\n\n") {
			continue
		}
		start := d.Sentences[at].Start
		p := paragraph{text: d.Text[start:s.End], ends: map[int]bool{}}
		for _, e := range d.Sentences[at : i+1] {
			p.ends[e.End-start] = true
		}
		out = append(out, p)
		at = i + 1
	}
	return out
}

// cased is the paragraph in another case, with letters that would take other
// room left as they are.
func (p paragraph) cased(change func(string) string) paragraph {
	var b strings.Builder
	for _, r := range p.text {
		if c := change(string(r)); len(c) == len(string(r)) {
			b.WriteString(c)
		} else {
			b.WriteRune(r)
		}
	}
	return paragraph{b.String(), p.ends}
}

// editorsGap is how often two spaces stand inside a sentence, in words.
const editorsGap = 97

// widened is the paragraph with two spaces after each sentence, as typists
// write, and here and there inside of one, as editors leave them.
func (p paragraph) widened() paragraph {
	out := paragraph{ends: map[int]bool{}}
	var b strings.Builder
	spaces := 0
	for i := range len(p.text) {
		if p.ends[i] {
			out.ends[b.Len()] = true
		}
		b.WriteByte(p.text[i])
		if p.text[i] == ' ' {
			if spaces++; p.ends[i] || spaces%editorsGap == 0 {
				b.WriteByte(' ')
			}
		}
	}
	out.ends[b.Len()] = true
	out.text = b.String()
	return out
}
