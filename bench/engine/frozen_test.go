package engine

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"ascribe/bench/measure"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/model"
	"ascribe/extract/nlp"
	"ascribe/train/conllu"
)

var update = flag.Bool("update", false, "write the level that was reached as the level to hold")

const (
	sample = "../frozen/engine.conllu"
	levels = "../frozen/engine.csv"
)

// subject is the engine that ships.
func subject(t *testing.T) Subject {
	t.Helper()
	models, err := model.Load()
	if err != nil {
		t.Fatal(err)
	}
	places, err := gazetteer.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	eng, err := nlp.NewLinear(lexicon.Seed(), places)
	if err != nil {
		t.Fatal(err)
	}
	return Subject{Engine: eng, Models: models}
}

// The engine holds the level in frozen/ on the invented sentences there, which
// nothing is learned from. Whoever changes the engine or its models so that a
// figure falls sees it here: mend it, or freeze anew with -update and say why.
func TestFrozen(t *testing.T) {
	bank, err := conllu.ReadFile(sample)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := subject(t).All("frozen", bank)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		var out bytes.Buffer
		if err := measure.WriteRows(&out, rows); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(levels, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	b, err := os.ReadFile(levels)
	if err != nil {
		t.Fatal(err)
	}
	frozen, err := measure.ReadRows(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	hold(t, rows, frozen)
}

// hold fails for each figure that is worse than it was, or gone.
func hold(t *testing.T, rows, frozen []measure.Row) {
	t.Helper()
	reached := map[string]float64{}
	for i := range rows {
		reached[rows[i].Name()] = rows[i].Value
	}
	if len(rows) != len(frozen) {
		t.Errorf("%d figures are measured and %d are frozen: freeze anew with -update", len(rows), len(frozen))
	}
	for i := range frozen {
		f := &frozen[i]
		bar := measure.Bar{Least: f.Value - 0.02, Below: f.Measure == LASLost}
		if bar.Below {
			bar.Least = f.Value + 0.02
		}
		if v, ok := reached[f.Name()]; !ok || !bar.Holds(v) {
			t.Errorf("%s went to %s from %s", f.Name(), measure.Figure(v), measure.Figure(f.Value))
		}
	}
}
