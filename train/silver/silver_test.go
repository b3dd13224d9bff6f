package silver

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"ascribe/train/conllu"
)

// invented is an article with letters and marks of more than one byte.
const invented = "“Señor Ruiz” fled Port Maren.\n\nPolice didn’t follow."

// parsed are the labels of invented as the teacher would write them.
func parsed() (Tagset, Parsed) {
	return Tagset{
			Tags:      []string{"AUX|VBD", "NOUN|NNS", "PART|RB", "PROPN|NNP", "PUNCT|''", "PUNCT|.", "PUNCT|``", "VERB|VB", "VERB|VBD"},
			Relations: []string{"advmod", "aux", "compound", "flat", "nsubj", "obj", "punct", "root"},
		}, Parsed{
			Source:    Source{"news/train", "n1", Digest(invented)},
			Sentences: []int{8, 5},
			Doubt:     []int{12, 0},
			Gap:       []int{0, 0, 1, 0, 1, 1, 1, 0, 2, 1, 0, 1, 0},
			Length:    []int{1, 5, 4, 1, 4, 4, 5, 1, 6, 3, 3, 6, 1},
			Tag:       []int{6, 3, 3, 4, 8, 3, 3, 5, 1, 0, 2, 7, 5},
			Head:      []int{1, 3, -1, -2, 0, 1, -2, -3, 3, 2, 1, 0, -1},
			Relation:  []int{6, 4, 3, 6, 7, 2, 5, 6, 4, 1, 0, 7, 6},
			Sure:      []int{9, 9, 9, 9, 9, 5, 8, 9, 9, 9, 9, 9, 0},
		}
}

func texts() map[string]string { return map[string]string{Digest(invented): invented} }

// packed writes values as JSON lines below zstd.
func packed(t *testing.T, values ...any) *bytes.Buffer {
	t.Helper()
	var out bytes.Buffer
	z, err := zstd.NewWriter(&out)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range values {
		if err := json.NewEncoder(z).Encode(v); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return &out
}

func TestReadTrees(t *testing.T) {
	set, p := parsed()
	trees, err := ReadTrees(packed(t, set, p), texts())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, tree := range trees {
		for i, w := range tree.Words {
			head := "ROOT"
			if w.Head != conllu.Root {
				head = tree.Words[w.Head].Form
			}
			space := ""
			if w.Space {
				space = " "
			}
			if s := tree.Spans[i]; invented[s.Start:s.End] != w.Form {
				t.Errorf("the span of %q holds %q", w.Form, invented[s.Start:s.End])
			}
			got = append(got, w.Form+space+"|"+w.XPOS+"|"+w.Rel+"|"+head)
		}
	}
	want := []string{
		"“|``|punct|Señor", "Señor |NNP|nsubj|fled", "Ruiz|NNP|flat|Señor", "” |''|punct|Señor", "fled |VBD|root|ROOT",
		"Port |NNP|compound|Maren", "Maren|NNP|obj|fled", ". |.|punct|fled",
		"Police |NNS|nsubj|follow", "did|VBD|aux|follow", "n’t |RB|advmod|follow", "follow|VB|root|ROOT", ". |.|punct|follow",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	first, second := trees[0], trees[1]
	if first.Text != "“Señor Ruiz” fled Port Maren." || second.Text != "Police didn’t follow." {
		t.Errorf("texts %q and %q", first.Text, second.Text)
	}
	if first.Doubt != 0.12 || second.Doubt != 0 || first.Sure[5] != 5 || second.Sure[4] != 0 {
		t.Errorf("doubts %v, %v, sure %v, %v", first.Doubt, second.Doubt, first.Sure, second.Sure)
	}
	if !first.NewDoc || second.NewDoc || first.Doc != "n1" || first.Words[4].UPOS != "VERB" {
		t.Errorf("document %q, begins %v, %v; %v", first.Doc, first.NewDoc, second.NewDoc, first.Words[4])
	}
}

func TestReadTreesRefusesDamage(t *testing.T) {
	for name, harm := range map[string]func(*Parsed){
		"a column too short":        func(p *Parsed) { p.Tag = p.Tag[1:] },
		"a doubt too many":          func(p *Parsed) { p.Doubt = append(p.Doubt, 1) },
		"a sentence without words":  func(p *Parsed) { p.Sentences, p.Doubt = append(p.Sentences, 0), append(p.Doubt, 0) },
		"behind the text":           func(p *Parsed) { p.Gap[12] = 40 },
		"a word of no length":       func(p *Parsed) { p.Length[2] = 0 },
		"an unknown tag":            func(p *Parsed) { p.Tag[3] = 9 },
		"an unknown relation":       func(p *Parsed) { p.Relation[3] = -1 },
		"more than certain":         func(p *Parsed) { p.Sure[3] = 10 },
		"a head before the first":   func(p *Parsed) { p.Head[8] = -1 },
		"a head behind the last":    func(p *Parsed) { p.Head[7] = 1 },
		"a cycle":                   func(p *Parsed) { p.Head[11] = -3 },
		"two roots":                 func(p *Parsed) { p.Head[8] = 0 },
		"another text":              func(p *Parsed) { p.SHA256 = Digest("Nobody fled.") },
		"a length below the bottom": func(p *Parsed) { p.Gap[4] = -9 },
	} {
		set, p := parsed()
		harm(&p)
		if trees, err := ReadTrees(packed(t, set, p), texts()); err == nil {
			t.Errorf("%s: read as %v", name, trees)
		}
	}
}

func TestReadNames(t *testing.T) {
	type line struct {
		Source
		Entities [][]any `json:"entities"`
	}
	of := Source{"news/train", "n1", Digest(invented)}
	named, err := ReadNames(packed(t, line{of, [][]any{{1, 11, "PERSON"}, {18, 28, "GPE"}}}), texts())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range named[0].Names {
		got = append(got, n.Type+" "+n.Span.Of(invented))
	}
	if want := []string{"PERSON Señor Ruiz", "GPE Port Maren"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, bad := range [][]any{{5, 90, "ORG"}, {4, 4, "ORG"}, {1, 2}, {1, "x", "ORG"}} {
		if named, err := ReadNames(packed(t, line{of, [][]any{bad}}), texts()); err == nil {
			t.Errorf("%v: read as %v", bad, named)
		}
	}
}

func TestWriteWordsAndTexts(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "news"), 0o755); err != nil {
		t.Fatal(err)
	}
	article, err := json.Marshal(map[string]string{"id": "n1", "text": invented})
	if err != nil {
		t.Fatal(err)
	}
	twice := append(append(slices.Clone(article), '\n'), article...)
	if err := os.WriteFile(filepath.Join(dir, "news", "train.jsonl"), twice, 0o644); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := WriteWords(&out, dir, "news/train"); err != nil {
		t.Fatal(err)
	}
	var cut Cut
	if err := json.Unmarshal(out.Bytes(), &cut); err != nil {
		t.Fatalf("not one line: %v", err)
	}
	points := []rune(invented)
	var got []string
	for _, s := range cut.Sentences {
		for i := 0; i < len(s); i += 2 {
			got = append(got, string(points[s[i]:s[i+1]]))
		}
		got = append(got, "/")
	}
	if want := strings.Fields("“ Señor Ruiz ” fled Port Maren . / Police did n’t follow . /"); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	found, err := Texts(dir, "news/train")
	if err != nil || found[cut.SHA256] != invented {
		t.Errorf("texts %v, %v", found, err)
	}
	if _, err := Texts(dir, "news/none"); err == nil || !strings.Contains(err.Error(), "ASCRIBE_DATA") {
		t.Errorf("a set that is missing: %v", err)
	}
}
