package tasks

import (
	"slices"
	"strconv"

	"ascribe/bench/muc"
	"ascribe/extract"
	"ascribe/train/weigh"
)

// mucLicence is said of every model that learns from the reports of MUC-4.
const mucLicence = "MUC-4 train (released for research by the U.S. Navy through DARPA's conferences)"

// blamed decides whether an actor is blamed for an incident at all.
func blamed() Task {
	return Task{
		Name:    "blamed",
		About:   "whether an actor named in a report is blamed for an incident that it tells of, in any position",
		Data:    mucLicence,
		Options: weigh.Options{L2: 8, Seen: 5},
		Examples: func(data string, x *extract.Extractor, progress func(done, all int)) ([]weigh.Example, error) {
			return blameExamples(data, x, "blamed", progress)
		},
	}
}

// position decides which of the positions found is the report's.
func position() Task {
	return Task{
		Name:    "position",
		About:   "in which of the positions that its sentences give an actor is blamed by the report as a whole",
		Data:    mucLicence,
		Options: weigh.Options{L2: 8, Seen: 5},
		Examples: func(data string, x *extract.Extractor, progress func(done, all int)) ([]weigh.Example, error) {
			return blameExamples(data, x, "position", progress)
		},
	}
}

// blameExamples labels the questions of blame by the key: an actor is blamed where
// the key has one of its wordings, for whichever incident.
func blameExamples(data string, x *extract.Extractor, task string, progress func(done, all int)) ([]weigh.Example, error) {
	reports, readings, err := muc.Read(data, "train", x, progress)
	if err != nil {
		return nil, err
	}
	var out []weigh.Example
	for i := range reports {
		key := muc.Blamed(&reports[i])
		for _, q := range readings[i].Questions {
			about, ok := q.About.(extract.Charge)
			if !ok || q.Task != task {
				continue
			}
			e := weigh.Example{Features: q.Features, Document: reports[i].ID}
			fills, found := key.Of(about.Wordings)
			if task == "blamed" {
				e.Right = found
			} else {
				if !found {
					continue // no position is right of who is not blamed
				}
				fill, _ := about.Position.MUC4()
				e.Right = slices.Contains(fills, fill)
				e.Group = reports[i].ID + " " + strconv.Itoa(q.Group)
			}
			out = append(out, e)
		}
	}
	return out, nil
}
