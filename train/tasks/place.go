package tasks

import (
	"strconv"

	"ascribe/bench/corpus"
	"ascribe/bench/muc"
	"ascribe/bench/toll"
	"ascribe/extract"
	"ascribe/train/weigh"
)

// placeTask is which of the places of a report an incident happened in.
func placeTask() Task {
	return Task{
		Name:     extract.PlaceTask,
		About:    "says which of the places that a report names an incident happened in",
		Data:     "MUC-4 train: released for research by the U.S. Navy (NRaD) through DARPA; " + fakesData,
		Options:  weigh.Options{Beta: 1.5, L2: 10},
		Examples: placeExamples,
	}
}

// placeExamples labels the places of both corpora.
func placeExamples(data string, x *extract.Extractor, progress func(done, all int)) ([]weigh.Example, error) {
	old, err := placesOfMUC(data, x, progress)
	if err != nil {
		return nil, err
	}
	now, err := placesOfFAKES(data, x, progress)
	return append(old, now...), err
}

// newerWeight is what an example of FA-KES counts: its key has one governorate a
// report, which is less than the place of each incident.
const newerWeight = 1

// placesOfFAKES labels the places of the reports' main incidents by the
// governorate that the key has; one that lies in none known is left out.
func placesOfFAKES(data string, x *extract.Extractor, progress func(done, all int)) ([]weigh.Example, error) {
	texts, governorates, err := toll.Located(data)
	if err != nil {
		return nil, err
	}
	readings, err := corpus.ReadAll(x, texts, progress)
	if err != nil {
		return nil, err
	}
	var out []weigh.Example
	for i := range readings {
		lead := toll.Lead(readings[i].Reading)
		if lead == nil || governorates[i] == toll.Unknown {
			continue
		}
		for k := range readings[i].Questions {
			q := &readings[i].Questions[k]
			asked, ok := q.About.(extract.PlaceAsked)
			if q.Task != extract.PlaceTask || !ok || asked.Incident != lead.Incident {
				continue
			}
			in := toll.GovernorateOf(&asked.Place)
			if in == toll.Unknown && asked.Place.Gazetteer == "" {
				continue
			}
			out = append(out, weigh.Example{Features: q.Features, Right: in == governorates[i], Document: "fa-kes " + texts[i].ID, Group: "fa-kes " + texts[i].ID, Weight: newerWeight})
		}
	}
	return out, nil
}

// placesOfMUC labels the places of the reports by the key, for each incident
// that it has.
func placesOfMUC(data string, x *extract.Extractor, progress func(done, all int)) ([]weigh.Example, error) {
	reports, readings, err := muc.Read(data, "train", x, progress)
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
