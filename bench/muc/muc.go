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

// An input is one form of the reports.
type input struct {
	name  string
	texts []corpus.Text
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
	inputs, err := forms(reports)
	if err != nil {
		return nil, err
	}
	var rows []measure.Row
	for _, in := range inputs {
		readings, err := corpus.ReadAll(x, in.texts, func(done, all int) { progress("MUC-4 "+in.name, done, all) })
		if err != nil {
			return nil, err
		}
		rows = append(rows, score(in, reports, readings)...)
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

// forms returns the three forms of the reports.
func forms(reports []Report) ([]input, error) {
	places, err := gazetteer.Embedded()
	if err != nil {
		return nil, err
	}
	engine, err := nlp.NewLinear(lexicon.Seed(), places)
	if err != nil {
		return nil, err
	}
	out := []input{{name: "in capitals", whole: true}, {name: "truecased", whole: true}, {name: "in small letters"}}
	for i := range reports {
		r := &reports[i]
		text := corpus.Text{ID: r.ID, Text: r.Text}
		out[0].texts = append(out[0].texts, text)
		doc, _, err := corpus.Document(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.ID, err)
		}
		out[1].texts = append(out[1].texts, corpus.Text{ID: r.ID, Text: corpus.Truecase(engine, doc)})
		out[2].texts = append(out[2].texts, corpus.Text{ID: r.ID, Text: r.Lower})
	}
	return out, nil
}

// score returns the rows of one form.
func score(in input, reports []Report, readings []corpus.Reading) []measure.Row {
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
	rows := all.PRF(measured, in.name, "role fillers")
	for c := range byColumn {
		rows = append(rows, byColumn[c].PRF(measured, in.name, columnNames[c])...)
	}
	rows = append(rows, lenient.Row(measured, in.name, "role fillers F1, what is optional left out", measure.Count.F1))
	if in.whole {
		rows = append(rows,
			dates.Row(measured, in.name, "incident date, exact, matched incidents", measure.Count.Recall),
			days.Row(measured, in.name, "incident date, exact, where the key has a day", measure.Count.Recall))
	}
	rows = append(rows, places.Row(measured, in.name, "incident place, exact, matched incidents", measure.Count.Recall))
	return append(rows, confidenceRows(reports, readings, measured, in.name)...)
}

// one counts a value that is right or not.
func one(right bool) measure.Count {
	if right {
		return measure.Paired(1, 1, 1)
	}
	return measure.Paired(0, 1, 1)
}
