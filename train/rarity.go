package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"ascribe/spell"
	"ascribe/train/conllu"
)

// raritySets are what the table of rarities is counted in, each by itself: a
// word that is common in any of them is no proof that two reports tell of one
// thing.
var raritySets = []raritySet{
	{"Universal Dependencies EWT and GUM, train", "CC BY-SA 4.0", []string{"ud/en_ewt-train.conllu.gz", "ud/en_gum-train.conllu.gz"}},
	{"MUC-4 train", "released for research by the U.S. Navy (NRaD) through DARPA", []string{"muc4/train.jsonl"}},
	{"GeoVirus", "CC BY 2.5 (Wikinews)", []string{"geo/geovirus.jsonl"}},
	{"FA-KES train", "CC BY 4.0 (F. K. Abu Salem and others, American University of Beirut)", []string{"fa-kes/train.jsonl"}},
}

// A raritySet is a corpus in which words are counted.
type raritySet struct {
	name, licence string
	files         []string
}

// Limits of what the table holds: a word of fewer documents, or of a smaller
// part of them, is as rare as one never seen.
const (
	fewestDocuments = 3
	rarestPart      = 1.0 / 270
)

// WriteRarity counts in how many documents of each set a word stands, and writes
// the words by how rare they are where they are commonest. No text is kept, and
// no word of fewer than three documents.
func WriteRarity(out io.Writer, data string) error { return writeRarity(out, data, raritySets) }

func writeRarity(out io.Writer, data string, sets []raritySet) error {
	w := bufio.NewWriter(out)
	fmt.Fprintln(w, "# How rare words are in reports: minus the natural logarithm of the part of the documents that")
	fmt.Fprintln(w, "# hold the word, in halves, where it is commonest of the sets below; then the words of that rarity.")
	fmt.Fprintln(w, "# Made by `ascribe-lab train rarity`. It holds counts alone, no text; distributed under CC BY-SA 4.0.")
	part := map[string]float64{}
	for _, set := range sets {
		documents, err := documentsOf(data, set.files)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "# %s: %d documents, %s\n", set.name, len(documents), set.licence)
		for word, n := range documentCounts(documents) {
			if n >= fewestDocuments {
				part[word] = max(part[word], float64(n)/float64(len(documents)))
			}
		}
	}
	levels := map[int][]string{}
	for word, p := range part {
		if p >= rarestPart {
			level := int(math.Round(-2 * math.Log(p)))
			levels[level] = append(levels[level], word)
		}
	}
	for level := range 20 {
		if words := levels[level]; len(words) > 0 {
			slices.Sort(words)
			fmt.Fprintf(w, "%d\t%s\n", level, strings.Join(words, " "))
		}
	}
	return w.Flush()
}

// documentCounts returns in how many documents each word stands, without
// diacritics, as words are compared. A number is not a word.
func documentCounts(documents []string) map[string]int {
	out := map[string]int{}
	for _, text := range documents {
		words := strings.FieldsFunc(spell.Plain(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		slices.Sort(words)
		for _, w := range slices.Compact(words) {
			if !strings.ContainsFunc(w, unicode.IsDigit) {
				out[w]++
			}
		}
	}
	return out
}

// documentsOf reads the texts of treebanks or of JSON Lines.
func documentsOf(data string, files []string) ([]string, error) {
	var out []string
	for _, name := range files {
		file := filepath.Join(data, filepath.FromSlash(name))
		if strings.Contains(name, ".conllu") {
			sentences, err := conllu.ReadFile(file)
			if err != nil {
				return nil, err
			}
			for _, d := range conllu.Documents(sentences) {
				out = append(out, d.Text)
			}
			continue
		}
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(b)) {
			var d struct{ Title, Text string }
			if err := json.Unmarshal([]byte(line), &d); err != nil {
				return nil, fmt.Errorf("%s: %w", file, err)
			}
			out = append(out, d.Title+"\n"+d.Text)
		}
	}
	return out, nil
}
