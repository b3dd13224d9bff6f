package silver

import (
	"bufio"
	"encoding/json"
	"io"
	"unicode/utf8"

	"ascribe/extract/nlp"
	"ascribe/read"
)

// Cut is one line of what a teacher is given: where the sentences and words of
// an article are. A sentence is start, end, start, end … of its words in code
// points.
type Cut struct {
	Source
	Sentences [][]int `json:"sentences"`
}

// maxWords is how many tokens of a sentence are cut into words: what is longer
// is a table or a list, and no teacher is asked about it.
const maxWords = 400

// WriteWords writes the words of the articles of sets below a data folder, one
// JSON line for each text; one that comes again is passed over.
func WriteWords(out io.Writer, data string, sets ...string) error {
	buffered := bufio.NewWriter(out)
	lines := json.NewEncoder(buffered)
	seen := map[string]bool{}
	for _, set := range sets {
		err := eachText(data, set, func(s Source, text string) error {
			if seen[s.SHA256] {
				return nil
			}
			seen[s.SHA256] = true
			return lines.Encode(Cut{s, cutWords(text)})
		})
		if err != nil {
			return err
		}
	}
	return buffered.Flush()
}

// cutWords returns the words of every sentence that is not cut short.
func cutWords(text string) [][]int {
	var out [][]int
	point, at := 0, 0 // code points before the byte offset at
	count := func(offset int) int {
		point += utf8.RuneCountInString(text[at:offset])
		at = offset
		return point
	}
	for _, s := range read.Plain(text).Sentences {
		words, cut := nlp.Words(text, s, maxWords)
		if cut || len(words) == 0 {
			continue
		}
		sentence := make([]int, 0, 2*len(words))
		for _, w := range words {
			sentence = append(sentence, count(w.Start), count(w.End))
		}
		out = append(out, sentence)
	}
	return out
}
