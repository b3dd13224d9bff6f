package tasks

import (
	"slices"
	"strconv"
	"sync"

	"ascribe/bench/corpus"
	"ascribe/bench/muc"
	"ascribe/extract"
	"ascribe/train/weigh"
)

// mucLicence is said of every model that learns from the reports of MUC-4.
const mucLicence = "MUC-4 train (released for research by the U.S. Navy through DARPA's conferences)"

// blameTasks are the two models of blame. They share one reading of the corpus.
func blameTasks() []Task {
	keep := &trial{}
	return []Task{{
		Name:     "blamed",
		About:    "whether an actor named in a report is blamed for an incident that it tells of, in any position",
		Data:     mucLicence,
		Options:  weigh.Options{L2: 16, Seen: 5},
		Examples: keep.examples("blamed"),
	}, {
		Name:     "position",
		About:    "in which of the positions that its sentences give an actor is blamed by the report as a whole",
		Data:     mucLicence,
		Options:  weigh.Options{L2: 16, Seen: 5},
		Examples: keep.examples("position"),
	}}
}

// A trial keeps the reports and what was asked of blame in them.
type trial struct {
	once     sync.Once
	reports  []muc.Report
	readings []corpus.Reading
	err      error
}

// examples labels the questions of blame by the key: an actor is blamed where the
// key has one of its wordings, for whichever incident.
func (t *trial) examples(task string) func(data string, x *extract.Extractor, progress func(done, all int)) ([]weigh.Example, error) {
	return func(data string, x *extract.Extractor, progress func(done, all int)) ([]weigh.Example, error) {
		t.once.Do(func() { t.reports, t.readings, t.err = muc.Read(data, "train", x, progress) })
		var out []weigh.Example
		for i := range t.readings {
			key := muc.Blamed(&t.reports[i])
			for k := range t.readings[i].Questions {
				q := &t.readings[i].Questions[k]
				if about, ok := q.About.(extract.Charge); ok && q.Task == task {
					out = append(out, blameExample(t.reports[i].ID, key, q, about)...)
				}
			}
		}
		return out, t.err
	}
}

// blameExample labels one question; of who is not blamed, no position is right.
func blameExample(report string, key muc.Blame, q *extract.Question, about extract.Charge) []weigh.Example {
	e := weigh.Example{Features: q.Features, Document: report}
	fills, found := key.Of(about.Wordings)
	switch {
	case q.Task == "blamed":
		e.Right = found
	case !found:
		return nil
	default:
		fill, _ := about.Position.MUC4()
		e.Right = slices.Contains(fills, fill)
		e.Group = report + " " + strconv.Itoa(q.Group)
	}
	return []weigh.Example{e}
}
