package pipeline_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"ascribe/read"
)

// line is one article of JSON Lines.
func line(t *testing.T, s string) read.Article {
	t.Helper()
	a := read.Row(read.Input{Name: "in.jsonl", Retrieved: time.Date(2025, 4, 1, 0, 0, 0, 0, time.UTC)}, []byte(s), 1)
	if a.Err != nil {
		t.Fatal(a.Err)
	}
	return a
}

// "This article has been removed" is one document, whatever stood in its place. It
// takes back both stories, and does not make them one piece of reporting.
func TestOneNoticeOnManyPages(t *testing.T) {
	page := func(n int, day, title, text string) read.Article {
		return line(t, fmt.Sprintf(`{"id":"p%d","url":"https://herald.example/%d","outlet":"Port Maren Herald","published":"2025-03-%sT10:00:00Z","title":%q,"text":%q}`, n, n, day, title, text))
	}
	market := page(1, "03", "Bomb kills 12 at Port Maren fish market", "A bomb exploded at the fish market of Port Maren on Monday, killing 12 people, police said. Vendors had opened their stalls an hour before the blast by the ice house.")
	depot := page(2, "07", "Gunmen kill guard at Talvik grain depot", "Gunmen shot dead a guard at the grain depot of Talvik on Friday, police said. The silo was shut and lorries queued along the river road until dusk.")
	removed := []read.Article{
		page(1, "10", "Page not available", "This article has been removed."),
		page(2, "11", "Page not available", "This article has been removed."),
	}
	other := line(t, `{"id":"c1","url":"https://courier.example/7","outlet":"Port Maren Courier","published":"2025-03-08T10:00:00Z","title":"Guard shot at Talvik grain depot","text":"A guard was shot dead by gunmen at the grain depot in Talvik on Friday, a foreman said. He had worked there for thirty years."}`)
	orders := [][]read.Article{
		{market, depot, other, removed[0], removed[1]},
		{removed[0], removed[1], market, depot, other},
		{removed[0], market, removed[1], other, depot},
	}
	x, digest := extractor(t), ""
	for i, order := range orders {
		s := open(t)
		for _, a := range order { // each in a run of its own
			add(t, s, x, []read.Article{a})
		}
		state := fold(t, s)
		withdrawn := 0
		for _, r := range state.Incidents() {
			for _, d := range r.Documents {
				own := d.Appearances[0].Outlet == "Port Maren Herald"
				if own != (d.Lapsed != nil) {
					t.Errorf("order %d: %s of %s: lapsed %+v", i, r.Title, d.Appearances[0].Outlet, d.Lapsed)
				}
				if d.Lapsed != nil {
					withdrawn++
				}
			}
		}
		if withdrawn != 2 {
			t.Errorf("order %d: %d articles are taken back", i, withdrawn)
		}
		for _, o := range state.Origins() {
			if len(o.Documents) > 1 {
				t.Errorf("order %d: %d documents are one origin", i, len(o.Documents))
			}
		}
		if got := state.Digest(); digest != "" && got != digest {
			t.Errorf("order %d makes another state", i)
		} else {
			digest = got
		}
		if again := add(t, s, x, slices.Clone(order)); again.Added != 0 {
			t.Errorf("order %d: added again, %d are new", i, again.Added)
		}
	}
}
