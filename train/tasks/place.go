package tasks

import (
	"strconv"

	"ascribe/bench/corpus"
	"ascribe/bench/muc"
	"ascribe/extract"
	"ascribe/train/weigh"
)

// placeTask is which of the places of a report an incident happened in.
func placeTask() Task {
	return Task{
		Name:     extract.PlaceTask,
		About:    "says which of the places that a report names an incident happened in",
		Data:     "MUC-4 train: released for research by the U.S. Navy (NRaD) through DARPA",
		Options:  weigh.Options{},
		Examples: placeExamples,
	}
}

// placeExamples labels the places of the reports by the key, for each incident
// that it has.
func placeExamples(data string, x *extract.Extractor, progress func(done, all int)) ([]weigh.Example, error) {
	reports, err := muc.Load(data, "train")
	if err != nil {
		return nil, err
	}
	texts := make([]corpus.Text, len(reports))
	for i := range reports {
		texts[i] = corpus.Text{ID: reports[i].ID, Text: reports[i].Text}
	}
	readings, err := corpus.ReadAll(x, texts, progress)
	if err != nil {
		return nil, err
	}
	var out []weigh.Example
	for i := range readings {
		right := muc.Located(&reports[i], readings[i])
		for k := range readings[i].Questions {
			q := &readings[i].Questions[k]
			asked, ok := q.About.(extract.PlaceAsked)
			if q.Task != extract.PlaceTask || !ok || right[asked.Incident] == nil {
				continue
			}
			out = append(out, weigh.Example{
				Features: q.Features, Right: right[asked.Incident](&asked.Place), Document: reports[i].ID,
				Group: reports[i].ID + " " + strconv.Itoa(q.Group),
			})
		}
	}
	return out, nil
}
