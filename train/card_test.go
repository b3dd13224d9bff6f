package train

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

func TestWeigh(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	enc, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]struct {
		text string
		size int
	}{
		"small.conllu":  {smallBank, 2},
		"news.jsonl":    {"{}\n{}\n{}\n", 3},
		"trees.jsonl":   {"{\"tags\":[]}\n{\"set\":\"a\"}\n", 1},
		"words.tsv.zst": {string(enc.EncodeAll([]byte("a\t1\nb\t2\n"), nil)), 2},
	} {
		size, digest, err := weigh(write(name, want.text))
		if err != nil || size != want.size || len(digest) != 64 {
			t.Errorf("%s: size %d, digest %q, %v; want %d", name, size, digest, err, want.size)
		}
	}
	if _, _, err := weigh(filepath.Join(dir, "none")); err == nil {
		t.Error("a file that is not there was weighed")
	}
}

// The card names every file that is learned from.
func TestCardNamesWhatIsLearnedFrom(t *testing.T) {
	var files []string
	for _, d := range learnedFrom {
		files = append(files, d.File)
		if d.Licence == "" || d.Unit == "" || d.Use == "" || d.Name == "" {
			t.Errorf("%s: name, unit, licence and use must be said", d.File)
		}
	}
	read := append([]string{chainBankFile, "re3d/train.jsonl", "entities.jsonl.zst", "parser/trees.zst", "brown.tsv.zst", "clusters.tsv.zst"}, treebanks...)
	for _, set := range newsSets {
		read = append(read, set+".jsonl")
	}
	for _, name := range read {
		if !slices.Contains(files, name) {
			t.Errorf("%s is not on the card", name)
		}
	}
}

func TestCardIsReadAsItWasWritten(t *testing.T) {
	c := &Card{ID: "0a1b", Fingerprint: "f0", Parts: []CardPart{{"parser", 12}, {"tagger", 30}},
		Data:   []CardData{{Name: "small", Size: 2, Unit: "sentences", Licence: "CC0", Use: "trees"}},
		Scores: []Score{{"EWT dev", "gold words", "LAS", 84.126}}}
	path := filepath.Join(t.TempDir(), "card.json")
	if err := c.Write(path); err != nil {
		t.Fatal(err)
	}
	back, err := ReadCard(path)
	if err != nil {
		t.Fatal(err)
	}
	if back.Tables() != c.Tables() {
		t.Errorf("read\n%s\nwrote\n%s", back.Tables(), c.Tables())
	}
	for _, want := range []string{"Weights `0a1b`", "| small | 2 sentences | CC0 | trees |", "| all | 42 |", "| EWT dev | gold words | LAS | 84.13 |"} {
		if !strings.Contains(c.Tables(), want) {
			t.Errorf("%q is not in\n%s", want, c.Tables())
		}
	}
}
