package silver

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"unicode/utf8"

	"ascribe"
)

// The sets of articles that carry labels: for training, in the order of their
// worth, and PolNeARDev for measuring alone.
const (
	PolNeAR    = "polnear/train"
	MUC        = "muc4/train"
	FAKES      = "fa-kes/train"
	GeoVirus   = "geo/geovirus"
	PolNeARDev = "polnear/dev"
)

// A Source says which article labels are of.
type Source struct {
	Set    string `json:"set"`    // its file below the data folder, without ".jsonl"
	ID     string `json:"id"`     // as the set calls it; not always unique
	SHA256 string `json:"sha256"` // [Digest] of its text
}

// Digest returns the first 16 hexadecimal digits of the SHA-256 of a text, by
// which labels know it.
func Digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// Texts returns the texts of sets below a data folder, by their digests.
func Texts(data string, sets ...string) (map[string]string, error) {
	texts := map[string]string{}
	for _, set := range sets {
		err := eachText(data, set, func(s Source, text string) error {
			texts[s.SHA256] = text
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return texts, nil
}

// eachText calls f for every article of a set, in the order of its file.
func eachText(data, set string, f func(Source, string) error) error {
	path := filepath.Join(data, filepath.FromSlash(set)+".jsonl")
	in, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("reading the articles that silver labels are of (set ASCRIBE_DATA to the folder of the corpora): %w", err)
	}
	defer in.Close() //nolint:errcheck // it was only read
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		var article struct{ ID, Text string }
		if err := json.Unmarshal(lines.Bytes(), &article); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if err := f(Source{set, article.ID, Digest(article.Text)}, article.Text); err != nil {
			return err
		}
	}
	return lines.Err()
}

// find returns the text that labels are of.
func (s Source) find(texts map[string]string) (string, error) {
	text, ok := texts[s.SHA256]
	if !ok {
		return "", fmt.Errorf("silver labels of %s %s: no text with digest %s was given; load the set with silver.Texts, and if it was loaded, the article has changed and must be labelled anew", s.Set, s.ID, s.SHA256)
	}
	return text, nil
}

// A ruler turns offsets in code points into offsets in bytes; they must grow.
type ruler struct {
	text        string
	point, byte int
}

// at returns the byte offset of a code point, or false behind the text's end or
// before the last one asked for.
func (r *ruler) at(point int) (int, bool) {
	if point < r.point {
		return 0, false
	}
	for ; r.point < point; r.point++ {
		if r.byte >= len(r.text) {
			return 0, false
		}
		_, size := utf8.DecodeRuneInString(r.text[r.byte:])
		r.byte += size
	}
	return r.byte, true
}

// span returns the span of bytes of code points [start, end).
func (r *ruler) span(start, end int) (ascribe.Span, bool) {
	from, ok := r.at(start)
	if !ok || end <= start {
		return ascribe.Span{}, false
	}
	to, ok := r.at(end)
	return ascribe.Span{Start: from, End: to}, ok
}
