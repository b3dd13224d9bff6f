package large

import (
	"context"
	"fmt"
	"time"

	"ascribe"
	"ascribe/bench/measure"
	"ascribe/pipeline"
	"ascribe/reconcile"
)

// sources is how many report the one incident; each says three things of it.
const sources = 175

// page measures the record of an incident in many sources: folded, from the catalogue,
// and given again.
func (c *Case) page(ctx context.Context) ([]measure.Row, error) {
	id, err := c.enter(ctx, sources)
	if err != nil {
		return nil, err
	}
	input := fmt.Sprintf("%d sources, %d statements", sources, 3*sources)
	folded, again, err := c.given(ctx, id)
	if err != nil {
		return nil, err
	}
	rows := append(spread(input, "the record, folded", folded), spread(input, "the record folded once, given again", again)...)
	if err := (&pipeline.Cataloguer{Store: c.Store}).Update(ctx); err != nil {
		return nil, err
	}
	listed, again, err := c.given(ctx, id)
	if err != nil {
		return nil, err
	}
	rows = append(rows, spread(input, "the record, from the catalogue", listed)...)
	return append(rows, spread(input, "the record from the catalogue, given again", again)...), nil
}

// given asks for a record anew and again, some times over.
func (c *Case) given(ctx context.Context, id string) (first, again []time.Duration, err error) {
	defer oneProcessor()()
	for range 9 {
		records := &pipeline.Records{Store: c.Store}
		for n := range 4 {
			t, err := c.time(func() error {
				r, err := records.Record(ctx, ascribe.Pins{}, id)
				if err == nil && len(r.Documents) != sources {
					err = fmt.Errorf("the incident that %d sources report has %d", sources, len(r.Documents))
				}
				return err
			})
			if err != nil {
				return nil, nil, err
			}
			if n == 0 {
				first = append(first, t)
			} else {
				again = append(again, t)
			}
		}
	}
	return first, again, nil
}

// enter enters the reports, so many, each judged against all before it, and returns the
// incident.
func (c *Case) enter(ctx context.Context, reports int) (id string, err error) {
	var near []*reconcile.Profile
	for n := range reports {
		r := newReport(n)
		p := reconcile.NewProfile(r.doc, []ascribe.Appearance{r.seen}, r.reading)
		entries := []ascribe.Entry{{Capture: &ascribe.Capture{Document: r.doc, Appearance: r.seen}}, {Reading: r.reading, Keys: p.Keys(), Profile: p.Pack()}}
		for _, l := range reconcile.Links(p, near) {
			entries = append(entries, ascribe.Entry{Link: &l})
		}
		if _, err := c.Store.Append(ctx, entries...); err != nil {
			return "", err
		}
		near = append(near, p)
		id = string(ascribe.IncidentIDOf(r.reading.Incidents[0].Incident))
	}
	return id, nil
}
