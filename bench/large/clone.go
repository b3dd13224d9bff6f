package large

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"ascribe"
	"ascribe/bench/origins"
	"ascribe/read"
	"ascribe/reconcile"
)

// An article is one that the line has read.
type article struct {
	capture *ascribe.Capture
	reading *ascribe.Reading
}

// fill makes the store one of so many articles: its own, and copies of them from
// other years, with their keys and profiles, as they would have been entered.
// Copies are judged against nothing: what adding one more article costs depends on
// how much is filed, not on what was joined.
func (c *Case) fill(ctx context.Context, articles int) error {
	first, err := c.read(ctx)
	if err != nil {
		return err
	}
	const together = 200
	var entries []ascribe.Entry
	for n := len(first); n < articles; n++ {
		a, err := first[n%len(first)].copy(n / len(first))
		if err != nil {
			return err
		}
		keys, profile := reconcile.Filing(a.capture.Document, []ascribe.Appearance{a.capture.Appearance}, a.reading)
		entries = append(entries, ascribe.Entry{Capture: a.capture}, ascribe.Entry{Reading: a.reading, Keys: keys, Profile: profile})
		if len(entries) == 2*together || n == articles-1 {
			if _, err := c.Store.Append(ctx, entries...); err != nil {
				return err
			}
			entries = entries[:0]
			c.Progress(n+1, articles)
		}
	}
	return nil
}

// read returns the articles that grow took into the store.
func (c *Case) read(ctx context.Context) ([]*article, error) {
	in, err := origins.Input(origins.Part(seed, 0, own))
	if err != nil {
		return nil, err
	}
	c.some = nil
	for a := range read.Articles(in) {
		c.some = append(c.some, a.Document.ID)
	}
	var all []*article
	at := map[ascribe.DocumentID]*article{}
	for line, err := range c.Store.Lines(ctx, ascribe.Query{Documents: c.some}) {
		if err != nil {
			return nil, err
		}
		switch e := line.Entry; {
		case e.Capture != nil && at[e.Capture.Appearance.Document] == nil:
			doc, err := c.Store.Document(ctx, e.Capture.Appearance.Document)
			if err != nil {
				return nil, err
			}
			a := &article{capture: &ascribe.Capture{Document: doc, Appearance: e.Capture.Appearance}}
			at[doc.ID] = a
		case e.Reading != nil:
			a := at[e.Reading.Document]
			a.reading = e.Reading
			all = append(all, a)
		}
	}
	return all, nil
}

// copy makes the same article of an earlier year: another text by its last line,
// and other days.
func (a *article) copy(year int) (*article, error) {
	doc := *a.capture.Document
	doc.Text += fmt.Sprintf("\nFrom the archive, folder %d.", year)
	doc.ID = ascribe.HashText(doc.Text)
	seen := a.capture.Appearance
	seen.Document, seen.InputID = doc.ID, fmt.Sprintf("%s/%d", seen.InputID, year)
	seen.Published.Time = seen.Published.Time.AddDate(-year, 0, 0)
	r, err := rebased(a.reading, a.capture.Document.ID, doc.ID)
	if err != nil {
		return nil, err
	}
	for i := range r.Incidents {
		if d := r.Incidents[i].When; d.Resolved() {
			d.From, d.To = d.From.AddDate(-year, 0, 0), d.To.AddDate(-year, 0, 0)
			d.EDTF = d.From.Format(time.DateOnly) + "/" + d.To.Format(time.DateOnly)
		}
	}
	return &article{&ascribe.Capture{Document: &doc, Appearance: seen}, r}, nil
}

// rebased is a reading as if it were of another document with the same words.
func rebased(r *ascribe.Reading, from, to ascribe.DocumentID) (*ascribe.Reading, error) {
	b, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	b = bytes.ReplaceAll(b, []byte(hex.EncodeToString(from[:])), []byte(hex.EncodeToString(to[:])))
	var out ascribe.Reading
	if err := json.Unmarshal(b, &out); err != nil {
		return nil, err
	}
	ids := map[ascribe.StatementID]ascribe.StatementID{}
	for i := range out.Statements {
		old := out.Statements[i].ID
		ids[old] = out.Statements[i].Identify()
	}
	for i := range out.Incidents {
		for j, id := range out.Incidents[i].Statements {
			out.Incidents[i].Statements[j] = ids[id]
		}
	}
	for i := range out.Attributions {
		out.Attributions[i].Statement = ids[out.Attributions[i].Statement]
	}
	for i := range out.Tolls {
		out.Tolls[i].Statement = ids[out.Tolls[i].Statement]
	}
	for i := range out.Relations {
		out.Relations[i].Statement = ids[out.Relations[i].Statement]
	}
	return &out, nil
}
