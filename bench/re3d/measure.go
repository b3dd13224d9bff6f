package re3d

import (
	"ascribe/bench/corpus"
	"ascribe/bench/measure"
	"ascribe/extract"
)

// The corpus has one part, which is measured in two halves: the rules were
// written with every other document in view and never with those between.
var halves = [2]string{"re3d, half in view", "re3d, half held back"}

// Measure reads every document and returns, for each half, precision, recall and
// F1 of all relations and of each class.
func Measure(data string, x *extract.Extractor, progress func(step string, done, all int)) ([]measure.Row, error) {
	docs, err := Load(data)
	if err != nil {
		return nil, err
	}
	texts := make([]corpus.Text, len(docs))
	for i := range docs {
		texts[i] = corpus.Text{ID: docs[i].ID, Text: docs[i].Text}
	}
	read, err := corpus.ReadAll(x, texts, func(done, all int) { progress("re3d", done, all) })
	if err != nil {
		return nil, err
	}
	var counts [2][Classes + 1]measure.Counts
	for i := range docs {
		half := &counts[i%2]
		var all measure.Count
		for c, n := range Score(&docs[i], read[i].Reading) {
			half[c] = append(half[c], n)
			all.Add(n)
		}
		half[Classes] = append(half[Classes], all)
	}
	var rows []measure.Row
	for h, set := range halves {
		rows = append(rows, counts[h][Classes].PRF(set, "raw text", "all relations")...)
		for c := range Classes {
			rows = append(rows, counts[h][c].PRF(set, "raw text", c.String())...)
		}
	}
	return rows, nil
}
