package silver

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"

	"ascribe"
	"ascribe/train/conllu"
)

// A Tree is a sentence of an article as the teacher parses it. It is projective
// and has one root. Words have no lemmas.
type Tree struct {
	conllu.Sentence
	Source Source
	Spans  []ascribe.Span // of the words, in the article
	Sure   []uint8        // of each arc, in tenths rounded down: 9 is a probability of 0.9 or more
	Doubt  float64        // mean of -ln(probability) over the arcs: 0 is certain
}

// Tagset is the first line of a file of trees.
type Tagset struct {
	Tags      []string `json:"tags"` // "UPOS|XPOS"
	Relations []string `json:"relations"`
}

// Parsed is one line of a file of trees but the first: an article, with its
// words in columns, one sentence after the other.
type Parsed struct {
	Source
	Sentences []int `json:"sentences"` // number of words of each
	Doubt     []int `json:"doubt"`     // of each, in hundredths
	Gap       []int `json:"gap"`       // code points between the word and the one before it in the article
	Length    []int `json:"length"`    // code points of the word
	Tag       []int `json:"tag"`       // index into Tagset.Tags
	Head      []int `json:"head"`      // place of the head from the word on: -1 is the word before it; 0 the root
	Relation  []int `json:"relation"`  // index into Tagset.Relations
	Sure      []int `json:"sure"`      // tenths
}

// maxLine is the longest line that a file of labels may have.
const maxLine = 64 << 20

// ReadTrees reads a file of trees, which is compressed by zstd, of articles
// whose texts are given by their digests.
func ReadTrees(in io.Reader, texts map[string]string) ([]Tree, error) {
	var trees []Tree
	var set *Tagset
	err := eachLine(in, func(line []byte) error {
		if set == nil {
			set = &Tagset{}
			return json.Unmarshal(line, set)
		}
		var p Parsed
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		text, err := p.find(texts)
		if err != nil {
			return err
		}
		own, err := p.trees(set, text)
		if err != nil {
			return fmt.Errorf("%s %s: %w", p.Set, p.ID, err)
		}
		trees = append(trees, own...)
		return nil
	})
	return trees, err
}

// eachLine calls f for every line of a file that is compressed by zstd.
func eachLine(in io.Reader, f func([]byte) error) error {
	unpacked, err := zstd.NewReader(in)
	if err != nil {
		return err
	}
	defer unpacked.Close()
	lines := bufio.NewScanner(unpacked)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		if err := f(lines.Bytes()); err != nil {
			return fmt.Errorf("silver labels, line %d: %w", n, err)
		}
	}
	return lines.Err()
}

// errDamaged is what a file says that does not fit together.
var errDamaged = errors.New("the columns contradict each other or the text: the file is damaged, make it again with train/teacher/parser")

func (p *Parsed) trees(set *Tagset, text string) ([]Tree, error) {
	words := 0
	for _, n := range p.Sentences {
		words += n
	}
	for _, column := range [][]int{p.Gap, p.Length, p.Tag, p.Head, p.Relation, p.Sure} {
		if len(column) != words {
			return nil, errDamaged
		}
	}
	if len(p.Doubt) != len(p.Sentences) {
		return nil, errDamaged
	}
	out := make([]Tree, 0, len(p.Sentences))
	r, first, point := &ruler{text: text}, 0, 0
	for i, n := range p.Sentences {
		t := Tree{Source: p.Source, Doubt: float64(p.Doubt[i]) / 100}
		t.ID, t.Doc, t.NewDoc = fmt.Sprintf("%s-%s-%d", p.Set, p.ID, i+1), p.ID, i == 0
		for k := first; k < first+n; k++ {
			start := point + p.Gap[k]
			point = start + p.Length[k]
			span, ok := r.span(start, point)
			if !ok || !t.add(p, set, span, [2]int{k, first}) {
				return nil, errDamaged
			}
		}
		if !t.sound() {
			return nil, errDamaged
		}
		t.spell(text)
		out, first = append(out, t), first+n
	}
	return out, nil
}

// add appends word at[0] of the article, in the sentence that begins with word
// at[1]; it reports whether its labels exist.
func (t *Tree) add(p *Parsed, set *Tagset, span ascribe.Span, at [2]int) bool {
	k := at[0]
	tag, rel, head := p.Tag[k], p.Relation[k], conllu.Root
	if tag < 0 || tag >= len(set.Tags) || rel < 0 || rel >= len(set.Relations) || p.Sure[k] < 0 || p.Sure[k] > 9 {
		return false
	}
	if p.Head[k] != 0 {
		head = k - at[1] + p.Head[k]
		if head < 0 {
			return false
		}
	}
	upos, xpos, _ := strings.Cut(set.Tags[tag], "|")
	t.Words = append(t.Words, conllu.Word{UPOS: upos, XPOS: xpos, Head: head, Rel: set.Relations[rel]})
	t.Spans = append(t.Spans, span)
	t.Sure = append(t.Sure, uint8(p.Sure[k]))
	return true
}

// sound reports whether the heads make a tree with one root.
func (t *Tree) sound() bool {
	roots := 0
	for i := range t.Words {
		steps := 0
		for h := i; h != conllu.Root; h = t.Words[h].Head {
			if steps++; h >= len(t.Words) || steps > len(t.Words) {
				return false
			}
		}
		if t.Words[i].Head == conllu.Root {
			roots++
		}
	}
	return roots == 1
}

// spell fills in what the article says: the forms of the words, the spaces
// after them and the text of the sentence.
func (t *Tree) spell(text string) {
	last := len(t.Words) - 1
	for i, s := range t.Spans {
		t.Words[i].Form = text[s.Start:s.End]
		t.Words[i].Space = i == last || t.Spans[i+1].Start > s.End
	}
	t.Text = text[t.Spans[0].Start:t.Spans[last].End]
}
