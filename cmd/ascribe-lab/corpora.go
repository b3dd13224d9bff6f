package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"ascribe/read"
)

// A lineSet is one set of real articles below ASCRIBE_DATA.
type lineSet struct {
	name, path string
	limit      int // how many articles at most; 0 is all
}

// corpora are the sets on which the whole line is run.
var corpora = []lineSet{
	{"muc4/dev", "muc4/dev.jsonl", 0},
	{"fa-kes/train", "fa-kes/train.jsonl", 0},
	{"polnear/dev", "polnear/dev.jsonl", 0},
	{"polnear/train (16)", "polnear/train.jsonl", 16},
	{"explainer", "articles/explainer.txt", 0},
}

// raw is one line of a corpus; the sets name the same things differently.
type raw struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet"`
	Publisher string `json:"publisher"`
	Date      string `json:"date"`
	Title     string `json:"title"`
	Text      string `json:"text"`
}

// article is the JSON Lines shape that read takes.
type article struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet,omitempty"`
	Published string `json:"published,omitempty"`
	Title     string `json:"title,omitempty"`
	Text      string `json:"text"`
}

// input returns the corpus as one input of read: JSON Lines, or the file as is.
func (c lineSet) input(data string) (read.Input, error) {
	path := filepath.Join(data, filepath.FromSlash(c.path))
	b, err := os.ReadFile(path)
	if err != nil {
		return read.Input{}, fmt.Errorf("reading the corpus %s (set --data or ASCRIBE_DATA): %w", c.name, err)
	}
	in := read.Input{Name: c.path, Bytes: b, Retrieved: time.Now().UTC()}
	if !strings.HasSuffix(c.path, ".jsonl") {
		return in, nil
	}
	var out strings.Builder
	lines := bufio.NewScanner(strings.NewReader(string(b)))
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan() && (c.limit == 0 || n <= c.limit); n++ {
		var r raw
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return in, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		line, err := json.Marshal(article{r.ID, r.Outlet + r.Publisher, day(r.Date), r.Title, r.Text})
		if err != nil {
			return in, err
		}
		out.Write(append(line, '\n'))
	}
	in.Bytes = []byte(out.String())
	return in, lines.Err()
}

// day writes the dates of the sets in the one form that read takes; what is no
// date is left out.
func day(s string) string {
	for _, layout := range []string{"1/2/06", "1/2/2006", "2006-01-02", time.RFC3339} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
