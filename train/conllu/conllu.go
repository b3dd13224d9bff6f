// Package conllu reads treebanks in the CoNLL-U format of Universal Dependencies
// (https://universaldependencies.org/format.html): basic trees alone, without
// empty nodes.
package conllu

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A Sentence is one sentence of a treebank.
type Sentence struct {
	ID       string
	Doc      string // of the document that holds it: "# newdoc id"
	NewDoc   bool   // begins a document
	NewPar   bool   // begins a paragraph, as the beginning of a document does
	Text     string // "# text"
	Global   string // "# global.Entity" of the file, if it has one
	Words    []Word
	Surfaces []Surface // what is written as one and is several words
}

// A Word is one syntactic word.
type Word struct {
	Form, Lemma, UPOS, XPOS string
	Head                    int // index into Words, or Root
	Rel                     string
	Misc                    string
	Space                   bool // a space follows
}

// Root is the Head of the root of a sentence.
const Root = -1

// A Surface is one written token of the words [First, Last).
type Surface struct {
	First, Last int
	Form        string
	Space       bool
}

// ReadFile reads a treebank from a file, which may be compressed by gzip.
func ReadFile(path string) ([]Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it was only read
	var in io.Reader = f
	if filepath.Ext(path) == ".gz" {
		if in, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	ss, err := Read(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return ss, nil
}

// Read reads a treebank. An error names the line.
func Read(in io.Reader) ([]Sentence, error) {
	r := reader{}
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, 1<<24)
	for line := 1; sc.Scan(); line++ {
		if err := r.line(sc.Text()); err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
	}
	r.end()
	return r.out, sc.Err()
}

type reader struct {
	out         []Sentence
	s           Sentence
	doc, global string
}

func (r *reader) line(line string) error {
	switch {
	case line == "":
		r.end()
		return nil
	case line[0] == '#':
		r.comment(line)
		return nil
	}
	return r.word(line)
}

func (r *reader) comment(line string) {
	key, value, _ := strings.Cut(strings.TrimSpace(line[1:]), "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	switch {
	case key == "sent_id":
		r.s.ID = value
	case key == "text":
		r.s.Text = value
	case key == "global.Entity":
		r.global = value
	case key == "newdoc id":
		r.doc, r.s.NewDoc, r.s.NewPar = value, true, true
	case key == "newdoc":
		r.s.NewDoc, r.s.NewPar = true, true
	case strings.HasPrefix(key, "newpar"):
		r.s.NewPar = true
	}
}

func (r *reader) end() {
	if len(r.s.Words) > 0 {
		r.s.Doc, r.s.Global = r.doc, r.global
		r.out = append(r.out, r.s)
		r.s = Sentence{}
	}
}

func (r *reader) word(line string) error {
	col := strings.Split(line, "\t")
	if len(col) != 10 {
		return fmt.Errorf("%d columns, not the ten of CoNLL-U", len(col))
	}
	space := !strings.Contains(col[9], "SpaceAfter=No")
	if first, last, several := strings.Cut(col[0], "-"); several {
		a, errA := strconv.Atoi(first)
		b, errB := strconv.Atoi(last)
		if errA != nil || errB != nil || a != len(r.s.Words)+1 || b < a {
			return fmt.Errorf("no range of words: %q", col[0])
		}
		r.s.Surfaces = append(r.s.Surfaces, Surface{a - 1, b, col[1], space})
		return nil
	}
	if strings.Contains(col[0], ".") { // an empty node of the enhanced graph
		return nil
	}
	n, err := strconv.Atoi(col[0])
	if err != nil || n != len(r.s.Words)+1 {
		return fmt.Errorf("word %q, expected %d", col[0], len(r.s.Words)+1)
	}
	head, err := strconv.Atoi(col[6])
	if err != nil || head < 0 {
		return fmt.Errorf("no head: %q", col[6])
	}
	r.s.Words = append(r.s.Words, Word{
		Form: col[1], Lemma: col[2], UPOS: col[3], XPOS: col[4],
		Head: head - 1, Rel: col[7], Misc: col[9], Space: space,
	})
	return nil
}
