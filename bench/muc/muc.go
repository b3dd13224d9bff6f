package muc

import (
	"fmt"
	"io"

	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/measure"
	"ascribe/extract"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// measured names the part that is measured in the rows.
const measured = "MUC-4 dev"

// A Form is one way in which the reports are given: in capitals, as they were
// printed; in the likely small letters of today's print; all in small letters.
type Form struct {
	Name  string
	Texts []corpus.Text
	whole bool // with the header, which gives the date of the report
}

// Measure reads the reports of the dev part as they were printed, in the likely
// small letters of today's print, and all in small letters without their header,
// and scores the readings. Progress hears how far a form is.
func Measure(data string, x *extract.Extractor, progress func(step string, done, all int)) ([]measure.Row, error) {
	reports, err := Load(data, "dev")
	if err != nil {
		return nil, err
	}
	forms, err := Forms(reports)
	if err != nil {
		return nil, err
	}
	var rows []measure.Row
	for _, f := range forms {
		readings, err := corpus.ReadAll(x, f.Texts, func(done, all int) { progress("MUC-4 "+f.Name, done, all) })
		if err != nil {
			return nil, err
		}
		rows = append(rows, f.Score(measured, reports, readings)...)
	}
	return rows, nil
}

// Misses writes how the positions of organizations that are rightly blamed are
// taken for one another, on the train part as it was printed.
func Misses(w io.Writer, data string, x *extract.Extractor, question string) error {
	if question != "confidence" {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "muc4 has no question %q", question), "Ask for confidence.")
	}
	reports, readings, err := Read(data, "train", x, nil)
	if err != nil {
		return err
	}
	return WriteConfusion(w, reports, readings)
}

// Read loads a part of MUC-4 and reads its reports as they were printed.
func Read(data, part string, x *extract.Extractor, progress func(done, all int)) ([]Report, []corpus.Reading, error) {
	reports, err := Load(data, part)
	if err != nil {
		return nil, nil, err
	}
	texts := make([]corpus.Text, len(reports))
	for i := range reports {
		texts[i] = corpus.Text{ID: reports[i].ID, Text: reports[i].Text}
	}
	readings, err := corpus.ReadAll(x, texts, progress)
	return reports, readings, err
}

// Forms returns the three forms of the reports.
func Forms(reports []Report) ([]Form, error) {
	places, err := gazetteer.Embedded()
	if err != nil {
		return nil, err
	}
	engine, err := nlp.NewLinear(lexicon.Seed(), places)
	if err != nil {
		return nil, err
	}
	out := []Form{{Name: "in capitals", whole: true}, {Name: "truecased", whole: true}, {Name: "in small letters"}}
	for i := range reports {
		r := &reports[i]
		text := corpus.Text{ID: r.ID, Text: r.Text}
		out[0].Texts = append(out[0].Texts, text)
		doc, _, err := corpus.Document(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.ID, err)
		}
		out[1].Texts = append(out[1].Texts, corpus.Text{ID: r.ID, Text: corpus.Truecase(engine, doc)})
		out[2].Texts = append(out[2].Texts, corpus.Text{ID: r.ID, Text: r.Lower})
	}
	return out, nil
}

// Score returns the rows of one form of the reports of a set.
func (f Form) Score(set string, reports []Report, readings []corpus.Reading) []measure.Row {
	var byColumn [columns]measure.Counts
	var all, lenient, dates, days, places measure.Counts
	for i := range reports {
		found, key := incidents(readings[i]), distinct(reports[i].Templates)
		t, pairs := scoreRoles(found, key, false)
		for c := range t {
			byColumn[c] = append(byColumn[c], t[c])
		}
		all = append(all, t.sum())
		t, _ = scoreRoles(found, key, true)
		lenient = append(lenient, t.sum())
		var date, day, place measure.Count
		for _, p := range pairs {
			o, k := &found[p.found], &key[p.key]
			right := rightDate(dateValue(o.when, printed(reports[i].Text)), k.Date)
			date.Add(one(right))
			if dayGiven(k.Date) {
				day.Add(one(right))
			}
			place.Add(one(rightPlace(o.where, k.Location)))
		}
		dates, days, places = append(dates, date), append(days, day), append(places, place)
	}
	rows := all.PRF(set, f.Name, "role fillers")
	for c := range byColumn {
		rows = append(rows, byColumn[c].PRF(set, f.Name, columnNames[c])...)
	}
	rows = append(rows, lenient.Row(set, f.Name, "role fillers F1, what is optional left out", measure.Count.F1))
	if f.whole {
		rows = append(rows,
			dates.Row(set, f.Name, "incident date, exact, matched incidents", measure.Count.Recall),
			days.Row(set, f.Name, "incident date, exact, where the key has a day", measure.Count.Recall))
	}
	rows = append(rows, places.Row(set, f.Name, "incident place, exact, matched incidents", measure.Count.Recall))
	return append(rows, confidenceRows(reports, readings, set, f.Name)...)
}

// one counts a value that is right or not.
func one(right bool) measure.Count {
	if right {
		return measure.Paired(1, 1, 1)
	}
	return measure.Paired(0, 1, 1)
}
