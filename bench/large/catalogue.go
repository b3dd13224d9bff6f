package large

import (
	"context"
	"time"

	"ascribe"
	"ascribe/pipeline"
	"ascribe/read"
)

// catalogue brings the catalogue up to the ledger, then adds articles one by one and
// returns what following each took.
func (c *Case) catalogue(ctx context.Context) ([]time.Duration, error) {
	following := &pipeline.Cataloguer{Store: c.Store, Progress: c.listed}
	if err := following.Update(ctx); err != nil {
		return nil, err
	}
	following.Progress = nil
	defer oneProcessor()()
	line := &pipeline.Pipeline{Store: c.Store, Extractor: c.Extractor}
	var took []time.Duration
	err := c.coming(func(a read.Article) (bool, error) {
		r, err := line.Add(ctx, func(yield func(read.Article) bool) { yield(a) })
		if err := failed(r, err); err != nil || r.Added == 0 {
			return true, err
		}
		t, err := c.time(func() error { return following.Update(ctx) })
		took = append(took, t)
		return len(took) < followed, err
	})
	return took, err
}

// listed passes on how far the catalogue is, a few times in all.
func (c *Case) listed(done, total int64) {
	if c.Progress != nil && done%(20*pipeline.Stride) == 0 {
		c.Progress(int(done), int(total))
	}
}

// lists turns pages of the list in every order and by what a desk asks most, each from
// the first page on.
func (c *Case) lists(ctx context.Context) ([]time.Duration, error) {
	yes, bombing, claimed := true, ascribe.Bombing, ascribe.Claimed
	return c.turn(ctx,
		ascribe.Selection{}, ascribe.Selection{Order: ascribe.NewsFirst}, ascribe.Selection{Order: ascribe.ChangesFirst},
		ascribe.Selection{Contested: &yes}, ascribe.Selection{Type: &bombing, Origins: 2}, ascribe.Selection{Position: &claimed},
		ascribe.Selection{From: time.Date(2029, 1, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2029, 12, 31, 0, 0, 0, 0, time.UTC)},
	)
}

// searches turns pages of what words find: in many articles, in some, in few.
func (c *Case) searches(ctx context.Context) ([]time.Duration, error) {
	return c.turn(ctx, ascribe.Selection{Words: "police"}, ascribe.Selection{Words: "market bomb"}, ascribe.Selection{Words: `"no group has claimed"`})
}

// turn asks for pages of selections, on one processor.
func (c *Case) turn(ctx context.Context, selections ...ascribe.Selection) ([]time.Duration, error) {
	defer oneProcessor()()
	var took []time.Duration
	for _, sel := range selections {
		for range turned {
			var page *ascribe.Page
			t, err := c.time(func() (err error) {
				page, err = c.Store.Browse(ctx, sel)
				return err
			})
			if err != nil {
				return nil, err
			}
			took = append(took, t)
			if sel.After = page.Next; sel.After == "" {
				break
			}
		}
	}
	return took, nil
}
