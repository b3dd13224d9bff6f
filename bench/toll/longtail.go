package toll

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"time"

	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/measure"
	"ascribe/extract"
)

// sampled is how many incidents of LongTail stand for one that is measured; the
// first half of the sample has been looked at, the other has not.
const sampled = 5

type shooting struct {
	Date            string
	Killed, Injured int
	Articles        []struct{ Published, Title, Text string }
}

// LongTail measures killed, injured and date on the articles of every fifth
// incident, and apart on those halves of them that errors were looked for in and
// were not.
func LongTail(data string, x *extract.Extractor, progress func(step string, done, all int)) ([]measure.Row, error) {
	seen, err := longTail(data, 0)
	if err != nil {
		return nil, err
	}
	unseen, err := longTail(data, 1)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(seen.read(x, progress), unseen.read(x, progress)); err != nil {
		return nil, err
	}
	all := &set{"LongTail", "articles", slices.Concat(seen.articles, unseen.articles), seen.questions}
	seen.input, unseen.input = "articles looked at", "articles not looked at"
	return slices.Concat(all.rows(), seen.rows(), unseen.rows()), nil
}

// LongTailMisses writes the articles of the half looked at that a question is
// answered wrongly of.
func LongTailMisses(w io.Writer, data string, x *extract.Extractor, question string) error {
	s, err := longTail(data, 0)
	if err != nil {
		return err
	}
	if err := s.read(x, nil); err != nil {
		return err
	}
	return s.misses(w, question)
}

// longTail returns one half of the sample: incidents 0, 10, 20 … or 5, 15, 25 …
func longTail(data string, half int) (*set, error) {
	all, err := corpus.Lines[shooting](data, "longtail/train.jsonl")
	if err != nil {
		return nil, err
	}
	s := &set{name: "LongTail", questions: []question{
		{"killed", func(r corpus.Reading) string { return WithAttackers(r.Reading, ascribe.Killed) }},
		{"injured", func(r corpus.Reading) string { return Number(r.Reading, ascribe.Injured) }},
		{"date of the incident", func(r corpus.Reading) string { return day(Lead(r.Reading)) }},
	}}
	for i := half * sampled; i < len(all); i += 2 * sampled {
		key := map[string]string{
			"killed": strconv.Itoa(all[i].Killed), "injured": strconv.Itoa(all[i].Injured), "date of the incident": all[i].Date,
		}
		for k, a := range all[i].Articles {
			published, err := time.Parse(time.DateOnly, a.Published)
			if err != nil {
				return nil, fmt.Errorf("longtail, incident %d: %w", i, err)
			}
			text := corpus.Text{ID: fmt.Sprintf("%d-%d", i, k), Title: a.Title, Text: a.Text, Published: published}
			s.articles = append(s.articles, article{Text: text, key: key})
		}
	}
	return s, nil
}
