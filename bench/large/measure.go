package large

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"ascribe"
	"ascribe/bench/measure"
	"ascribe/pipeline"
)

// How many articles are added one by one at each size, and of how many articles an
// incident's record is read.
const (
	added = 200
	asked = 20
)

// How many articles are added one by one while the catalogue follows, and how many
// pages of each kind are asked for.
const (
	followed = 40
	turned   = 10
)

// Measure fills the store to each size and measures it there; sizes rise. Last
// comes the record of one incident in many sources.
func (c *Case) Measure(ctx context.Context, sizes []int) ([]measure.Row, error) {
	if err := c.grow(ctx); err != nil {
		return nil, err
	}
	var rows []measure.Row
	for _, n := range sizes {
		if err := c.fill(ctx, n); err != nil {
			return nil, err
		}
		more, err := c.at(ctx, n)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	more, err := c.page(ctx)
	return append(rows, more...), err
}

// at measures the store at one size.
func (c *Case) at(ctx context.Context, articles int) ([]measure.Row, error) {
	input := fmt.Sprintf("%d articles", articles)
	var rows []measure.Row
	for _, m := range []struct {
		name string
		took func() ([]time.Duration, error)
	}{
		{"adding one, nothing at hand", func() ([]time.Duration, error) { return c.add(ctx, added, false) }},
		{"adding one", func() ([]time.Duration, error) { return c.add(ctx, added, true) }},
		{"a record, folded", func() ([]time.Duration, error) { return c.records(ctx) }},
		{"the catalogue, after one more", func() ([]time.Duration, error) { return c.catalogue(ctx) }},
		{"a page of the list", func() ([]time.Duration, error) { return c.lists(ctx) }},
		{"a page of a search", func() ([]time.Duration, error) { return c.searches(ctx) }},
	} {
		took, err := m.took()
		if err != nil {
			return nil, err
		}
		rows = append(rows, spread(input, m.name, took)...)
	}
	return rows, nil
}

// records reads the records of incidents that articles told of, drawn from all.
func (c *Case) records(ctx context.Context) ([]time.Duration, error) {
	defer oneProcessor()()
	var all []ascribe.IncidentID
	for line, err := range c.Store.Lines(ctx, ascribe.Query{Documents: c.some}) {
		if err != nil {
			return nil, err
		}
		if r := line.Entry.Reading; r != nil && len(r.Incidents) > 0 {
			all = append(all, ascribe.IncidentIDOf(r.Incidents[0].Incident))
		}
	}
	draw := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // a sample, no secret
	draw.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	var took []time.Duration
	for _, id := range all[:min(asked, len(all))] {
		t, err := c.time(func() error {
			_, err := pipeline.Record(ctx, c.Store, ascribe.Pins{}, string(id))
			return err
		})
		if err != nil {
			return nil, err
		}
		took = append(took, t)
	}
	return took, nil
}

// spread is the middle and the slow end of some times, in ms.
func spread(input, what string, took []time.Duration) []measure.Row {
	slices.Sort(took)
	ms := func(part int) float64 { return float64(took[(len(took)-1)*part/100].Microseconds()) / 1000 }
	return []measure.Row{
		{Set: "large", Input: input, Measure: what + ": ms, median", Value: ms(50)},
		{Set: "large", Input: input, Measure: what + ": ms, 95 of 100", Value: ms(95)},
	}
}
