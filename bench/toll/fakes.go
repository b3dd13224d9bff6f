package toll

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/measure"
	"ascribe/extract"
)

type report struct {
	ID, Date, Title, Text string
	Gold                  struct {
		Location  string `json:"location"`
		Actor     string `json:"actor"`
		Civilians string `json:"nb_civilians"`
		Others    string `json:"nb_noncivilians"`
	}
}

// FAKES measures actor, governorate and killed on the reports of FA-KES. Killed is
// the sum of civilians and others, as the key has them.
func FAKES(data string, x *extract.Extractor, progress func(step string, done, all int)) ([]measure.Row, error) {
	s, err := fakes(data)
	if err != nil {
		return nil, err
	}
	if err := s.read(x, progress); err != nil {
		return nil, err
	}
	return s.rows(), nil
}

// FAKESMisses writes the reports that a question is answered wrongly of.
func FAKESMisses(w io.Writer, data string, x *extract.Extractor, question string) error {
	s, err := fakes(data)
	if err != nil {
		return err
	}
	if err := s.read(x, nil); err != nil {
		return err
	}
	return s.misses(w, question)
}

func fakes(data string) (*set, error) {
	all, err := corpus.Lines[report](data, "fa-kes/train.jsonl")
	if err != nil {
		return nil, err
	}
	s := &set{name: "FA-KES", input: "reports", questions: []question{
		{"actor", Actor},
		{"place", func(r corpus.Reading) string { return Governorate(r.Reading) }},
		{"killed", func(r corpus.Reading) string { return Number(r.Reading, ascribe.Killed) }},
	}}
	for _, a := range all {
		published, err := time.Parse("1/2/06", a.Date)
		if err != nil {
			return nil, fmt.Errorf("fa-kes, report %s: %w", a.ID, err)
		}
		civilians, err := strconv.Atoi(a.Gold.Civilians)
		if err != nil {
			return nil, fmt.Errorf("fa-kes, report %s: %w", a.ID, err)
		}
		others, err := strconv.Atoi(a.Gold.Others)
		if err != nil {
			return nil, fmt.Errorf("fa-kes, report %s: %w", a.ID, err)
		}
		s.articles = append(s.articles, article{
			Text: corpus.Text{ID: a.ID, Title: a.Title, Text: a.Text, Published: published},
			key:  map[string]string{"actor": a.Gold.Actor, "place": a.Gold.Location, "killed": strconv.Itoa(civilians + others)},
		})
	}
	return s, nil
}

// Killed returns the reports of FA-KES and how many each says were killed, for
// those who learn from them.
func Killed(data string) ([]corpus.Text, []string, error) {
	s, err := fakes(data)
	if err != nil {
		return nil, nil, err
	}
	var texts []corpus.Text
	var killed []string
	for i := range s.articles {
		texts, killed = append(texts, s.articles[i].Text), append(killed, s.articles[i].key["killed"])
	}
	return texts, killed, nil
}
