package main

import (
	"strings"

	"ascribe/bench/corpus"
	"ascribe/bench/measure"
	"ascribe/extract"
)

// speedSets are read for their speed: wire reports in capitals, long and short news.
var speedSets = []string{"muc4/dev.jsonl", "fa-kes/train.jsonl", "polnear/dev.jsonl"}

// speedRounds is how often each set is read; the middle round counts.
const speedRounds = 3

// measureSpeed measures whole readings, from a line of JSON Lines to everything
// that the line finds, as reports of 500 words a second. The seconds are those of
// the processor, shared out over two cores, because the machine does other work.
func measureSpeed(data string, x *extract.Extractor, progress func(step string, done, all int)) ([]measure.Row, error) {
	var rows []measure.Row
	words, seconds := 0, 0.0
	for _, set := range speedSets {
		texts, err := corpus.Lines[corpus.Text](data, set)
		if err != nil {
			return nil, err
		}
		n := 0
		for _, t := range texts {
			n += len(strings.Fields(t.Text))
		}
		middle, err := readingTime(x, texts, func(done, all int) { progress(set, done, all) })
		if err != nil {
			return nil, err
		}
		rows = append(rows, speedRow(strings.TrimSuffix(set, ".jsonl"), n, middle))
		words += n
		seconds += middle
	}
	return append(rows, speedRow("news", words, seconds)), nil
}

func speedRow(set string, words int, seconds float64) measure.Row {
	const cores, report = 2, 500
	return measure.Row{Set: set, Input: "reports of 500 words, two cores", Measure: "documents a second", Value: cores * float64(words) / report / seconds}
}

// readingTime returns the seconds of the processor that reading the texts takes.
func readingTime(x *extract.Extractor, texts []corpus.Text, progress func(done, all int)) (float64, error) {
	var rounds []float64
	for range speedRounds {
		began, err := busy()
		if err != nil {
			return 0, err
		}
		if _, err := corpus.ReadAll(x, texts, progress); err != nil {
			return 0, err
		}
		done, err := busy()
		if err != nil {
			return 0, err
		}
		rounds = append(rounds, (done - began).Seconds())
	}
	return median(rounds), nil
}
