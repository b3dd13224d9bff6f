package bench

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"ascribe/bench/measure"
	"ascribe/internal/sqlite"
)

var update = flag.Bool("update", false, "write the level that was reached as the level to hold")

const (
	newsroom = "../testdata/newsroom"
	frozen   = "frozen/newsroom.csv"
)

// The readings and the record of the newsroom hold the level in frozen/: the
// log lists what is missed and what is made up (go test ./bench -run Newsroom -v).
func TestNewsroom(t *testing.T) {
	n, articles, err := OpenNewsroom(newsroom)
	if err != nil {
		t.Fatal(err)
	}
	x, err := InventedReader(newsroom)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	store, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "newsroom.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	r, err := n.Line(ctx, store, x, articles)
	if err != nil {
		t.Fatal(err)
	}
	for i, id := range r.Articles {
		t.Logf("%s: %s\n%s", id, r.Readings[i], r.Readings[i].Lines())
	}
	record := Sum(r.Record)
	t.Logf("readings: %s", Sum(r.Readings))
	t.Logf("record: %s\n%s", record, record.Lines())
	t.Logf("origins: %s\n%s", r.Origins, r.Origins.Lines())
	hold(t, r.Rows())
}

// hold fails when a figure fell below its frozen level; -update freezes anew.
func hold(t *testing.T, rows []measure.Row) {
	t.Helper()
	if *update {
		var b bytes.Buffer
		if err := measure.WriteRows(&b, rows); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(frozen, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	b, err := os.ReadFile(frozen)
	if err != nil {
		t.Fatal(err)
	}
	levels, err := measure.ReadRows(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if len(levels) != len(rows) {
		t.Fatalf("%s has %d figures, %d are measured: freeze anew with -update", frozen, len(levels), len(rows))
	}
	for i := range rows {
		if held, f := levels[i].Value, rows[i].Value; rows[i].Measure == "all values F1" && f < held-0.05 {
			t.Errorf("%s fell to %.1f from %.1f; mend it, or freeze anew with -update and say why", rows[i].Name(), f, held)
		}
	}
}
