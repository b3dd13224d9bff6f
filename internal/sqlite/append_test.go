package sqlite

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ascribe"
	"ascribe/internal/ledger"
	"ascribe/internal/storetest"
)

func TestTimesNeverGoBack(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "case.db")
	noon := time.Date(2031, 3, 4, 12, 0, 0, 5, time.FixedZone("", 7200))
	now := noon
	s := openAt(t, path, WithClock(func() time.Time { return now }))
	for i, c := range []struct{ clock, want time.Time }{
		{noon, noon}, {noon.AddDate(0, 0, -1), noon}, {noon.Add(time.Second), noon.Add(time.Second)}, {noon.AddDate(-9, 0, 0), noon.Add(time.Second)},
	} {
		now = c.clock
		lines, err := s.Append(t.Context(), article(t, s, i)...)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range lines {
			if !line.At.Equal(c.want) || line.At.Location() != time.UTC {
				t.Errorf("article %d was entered at %v, want %v", i, line.At, c.want.UTC())
			}
		}
	}
	clean(t, s, 4)
}

func TestProofsOfTheStore(t *testing.T) {
	t.Parallel()
	s := openNew(t)
	fill(t, s, 3)
	old, err := s.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	fill(t, s, 7)
	head, err := s.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for seq := range head.Size {
		proof, leaf, err := s.ProveLine(t.Context(), head, seq)
		if err != nil {
			t.Fatal(err)
		}
		if err := ledger.CheckLine(proof, head, seq, leaf); err != nil {
			t.Error(err)
		}
		leaf[len(leaf)-2] ^= 1
		if err := ledger.CheckLine(proof, head, seq, leaf); ascribe.KindOf(err) != ascribe.Conflict {
			t.Errorf("a forged line %d: %v", seq, err)
		}
	}
	proof, err := s.ProveGrowth(t.Context(), old.Size, head)
	if err != nil {
		t.Fatal(err)
	}
	if err := ledger.CheckGrowth(proof, old, head); err != nil {
		t.Error(err)
	}
	if _, _, err := s.ProveLine(t.Context(), head, head.Size); ascribe.KindOf(err) != ascribe.NotFound {
		t.Errorf("a proof of a line that is not there: %v", err)
	}
}

// A process that waits for another's transaction gives up with a clear error
// when its own time is up, and enters nothing.
func TestAppendWaitsForAnotherProcess(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "case.db")
	s, other := openAt(t, path), openAt(t, path)
	tx, err := other.write.Begin()
	if err != nil {
		t.Fatal(err)
	}
	entries := article(t, s, 0)
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := s.Append(ctx, entries...); err == nil || strings.Contains(err.Error(), "locked") {
		t.Errorf("append while another writes: %v", err)
	}
	done := make(chan error)
	go func() {
		_, err := s.Append(context.Background(), entries...)
		done <- err
	}()
	time.Sleep(20 * time.Millisecond)
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
	clean(t, s, 1)
}

func TestAFailingDiskStopsTheStore(t *testing.T) {
	t.Parallel()
	s := openNew(t)
	fill(t, s, 1)
	broken := s.explain(errors.New("disk I/O error"), "write to")
	s.broken.Store(&broken)
	if _, err := s.Append(t.Context(), article(t, s, 1)...); !errors.Is(err, broken) {
		t.Errorf("append after the disk failed: %v", err)
	}
	if err := s.Rebuild(t.Context(), nil, nil); !errors.Is(err, broken) {
		t.Errorf("rebuild after the disk failed: %v", err)
	}
	if _, err := s.Document(t.Context(), article(t, s, 0)[0].Capture.Document.ID); err != nil {
		t.Errorf("reading after the disk failed: %v", err)
	}
}

func BenchmarkAppend(b *testing.B) {
	s := openNew(b)
	n := 0
	for b.Loop() {
		var batch []ascribe.Entry
		for range 32 {
			capture, reading := storetest.Article(n, 4096)
			reading.Reading.Statements = widen(reading.Reading.Statements, 60_000)
			batch = append(batch, capture, reading)
			n++
		}
		if _, err := s.Append(b.Context(), batch...); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "documents/s")
}

// widen repeats statements until they take about size bytes of JSON.
func widen(statements []ascribe.Statement, size int) []ascribe.Statement {
	out := statements
	for len(out)*450 < size {
		out = append(out, statements...)
	}
	return out
}

func BenchmarkLines(b *testing.B) {
	s := openNew(b)
	const articles = 64
	for n := range articles {
		capture, reading := storetest.Article(n, 4096)
		reading.Reading.Statements = widen(reading.Reading.Statements, 60_000)
		if _, err := s.Append(b.Context(), capture, reading); err != nil {
			b.Fatal(err)
		}
	}
	n := 0
	for b.Loop() {
		for _, err := range s.Lines(b.Context(), ascribe.Query{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
		n += articles
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "documents/s")
}

func TestLinesStopsAtADamagedLine(t *testing.T) {
	t.Parallel()
	s := openNew(t)
	fill(t, s, 4)
	harm("UPDATE line SET body = x'00' WHERE seq = 3")(t, s)
	next := int64(0)
	for line, err := range s.Lines(t.Context(), ascribe.Query{}) {
		if err != nil {
			if next != 3 || ascribe.KindOf(err) != ascribe.Conflict || !strings.Contains(err.Error(), "line 3 of") {
				t.Errorf("after %d lines: %v", next, err)
			}
			return
		}
		if line.Seq != next {
			t.Errorf("line %d where %d is expected", line.Seq, next)
		}
		next++
	}
	t.Errorf("%d lines and no error", next)
}
