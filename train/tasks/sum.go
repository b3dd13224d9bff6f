package tasks

import (
	"strconv"

	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/toll"
	"ascribe/extract"
	"ascribe/train/weigh"
)

// sumTask learns which number sums up a harm of an article from the killed of
// FA-KES. LongTail, which concerns private people, is not learned from.
func sumTask() Task {
	return Task{
		Name:     "sum",
		About:    "which of the numbers that an article gives for a harm is the one that sums it up",
		Data:     fakesData,
		Options:  weigh.Options{Seen: 6, L2: 4},
		Examples: sumExamples,
	}
}

func sumExamples(data string, x *extract.Extractor, progress func(done, all int)) ([]weigh.Example, error) {
	texts, killed, err := toll.Killed(data)
	if err != nil {
		return nil, err
	}
	var out []weigh.Example
	for i, t := range texts {
		watched := x.Watched(func(q *extract.Question) {
			about, ok := q.About.(extract.Summed)
			if q.Task != "sum" || !ok || about.Harm != ascribe.Killed {
				return
			}
			out = append(out, weigh.Example{
				Features: q.Features, Right: strconv.Itoa(int(about.Number)) == killed[i],
				Document: t.ID, Group: t.ID,
			})
		})
		doc, seen, err := corpus.Document(t)
		if err != nil {
			return nil, err
		}
		watched.Read(doc, seen)
		if (i+1)%100 == 0 {
			progress(i+1, len(texts))
		}
	}
	return out, nil
}
