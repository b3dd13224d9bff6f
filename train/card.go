package train

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ascribe/extract/model"
	"ascribe/train/conllu"
)

// A Card tells what the models that ship are and what they come from. It lies
// beside the weights as card.json.
type Card struct {
	ID          string     `json:"id"`          // of the weights
	Fingerprint string     `json:"fingerprint"` // of the features that they were trained with
	Rounds      Rounds     `json:"rounds"`
	Parts       []CardPart `json:"parts"`
	Data        []CardData `json:"data"`
	Scores      []Score    `json:"scores,omitempty"` // by ascribe-lab bench engine
}

// A CardPart is a part of the weights.
type CardPart struct {
	Name  string `json:"name"`
	Bytes int    `json:"bytes"`
}

// CardData is a set that the models were trained on.
type CardData struct {
	Name    string `json:"name"`
	File    string `json:"file"` // below the folder of the corpora, or of the teacher
	Size    int    `json:"size"`
	Unit    string `json:"unit"`
	Licence string `json:"licence"`
	Use     string `json:"use"`
	SHA256  string `json:"sha256"` // of the file
}

// A Score is one figure that was measured.
type Score struct {
	Set     string  `json:"set"`
	Input   string  `json:"input"`
	Measure string  `json:"measure"`
	Value   float64 `json:"value"`
}

// NewCard makes the card of a bundle that was trained by a plan.
func NewCard(plan Plan, bundle model.Bundle) (*Card, error) {
	c := &Card{ID: string(bundle[model.IDPart]), Fingerprint: string(bundle[model.FingerprintPart]), Rounds: plan.Rounds}
	for _, name := range sorted(bundle) {
		c.Parts = append(c.Parts, CardPart{name, len(bundle[name])})
	}
	for _, d := range learnedFrom {
		dir := plan.Data
		if d.teacher {
			dir = plan.Teacher
		}
		path := filepath.Join(dir, filepath.FromSlash(d.File))
		var err error
		if d.Size, d.SHA256, err = weigh(path); d.optional && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		c.Data = append(c.Data, d.CardData)
	}
	return c, nil
}

// weigh counts the sentences of a treebank or the lines of a file, and digests it.
func weigh(path string) (size int, digest string, err error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return 0, "", err
	}
	sum := sha256.Sum256(b)
	digest = hex.EncodeToString(sum[:])
	switch {
	case strings.Contains(path, ".conllu"):
		ss, err := conllu.ReadFile(path)
		return len(ss), digest, err
	case strings.HasSuffix(path, ".zst"):
		err = compressed(path, func(in io.Reader) error {
			size, err = lines(in)
			return err
		})
		return size, digest, err
	}
	size, err = lines(strings.NewReader(string(b)))
	return size, digest, err
}

// lines counts the records of a file that has one a line.
func lines(in io.Reader) (n int, err error) {
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		if !bytes.HasPrefix(sc.Bytes(), []byte(`{"tags":`)) { // the head of a file of trees
			n++
		}
	}
	return n, sc.Err()
}

// ReadCard reads a card.
func ReadCard(path string) (*Card, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	c := &Card{}
	if err := json.Unmarshal(b, c); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

// Write writes a card.
func (c *Card) Write(path string) error {
	b, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(b, '\n'), 0o644)
}

// Tables writes the card as the tables of CARD.md.
func (c *Card) Tables() string {
	var b strings.Builder
	total := 0
	fmt.Fprintf(&b, "Weights `%s`, features `%s`.\n\n", c.ID, c.Fingerprint)
	b.WriteString("| learned from | size | licence | for |\n|---|---:|---|---|\n")
	for _, d := range c.Data {
		fmt.Fprintf(&b, "| %s | %d %s | %s | %s |\n", d.Name, d.Size, d.Unit, d.Licence, d.Use)
	}
	b.WriteString("\n| part | bytes |\n|---|---:|\n")
	for _, p := range c.Parts {
		total += p.Bytes
		fmt.Fprintf(&b, "| %s | %d |\n", p.Name, p.Bytes)
	}
	fmt.Fprintf(&b, "| all | %d |\n", total)
	if len(c.Scores) > 0 {
		b.WriteString("\n| measured on | input | measure | |\n|---|---|---|---:|\n")
	}
	for _, s := range c.Scores {
		fmt.Fprintf(&b, "| %s | %s | %s | %.2f |\n", s.Set, s.Input, s.Measure, s.Value)
	}
	return b.String()
}
