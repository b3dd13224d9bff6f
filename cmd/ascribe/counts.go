package main

import (
	"fmt"
	"iter"

	"ascribe"
)

// counts is what the ledger holds. Readings are counted once a document, the
// newest alone.
type counts struct {
	captures, unread, documents                    int
	statements, voices, occurrences, tolls, links  int
	attributions, relations, dates, resolved, with int
	positions                                      map[ascribe.Position]int
}

func count(lines iter.Seq2[ascribe.Line, error]) (counts, error) {
	c := counts{positions: map[ascribe.Position]int{}}
	newest := map[ascribe.DocumentID]*ascribe.Reading{}
	for l, err := range lines {
		switch {
		case err != nil:
			return c, err
		case l.Entry.Capture != nil:
			c.captures++
			if l.Entry.Capture.Problem != "" {
				c.unread++
			}
		case l.Entry.Link != nil:
			c.links++
		case l.Entry.Reading != nil:
			newest[l.Entry.Reading.Document] = l.Entry.Reading
		}
	}
	c.documents = len(newest)
	for _, r := range newest {
		c.reading(r)
	}
	return c, nil
}

func (c *counts) reading(r *ascribe.Reading) {
	c.statements += len(r.Statements)
	c.occurrences += len(r.Incidents)
	c.tolls += len(r.Tolls)
	c.attributions += len(r.Attributions)
	c.relations += len(r.Relations)
	c.dates += len(r.Dates)
	if len(r.Incidents) > 0 {
		c.with++
	}
	for i := range r.Statements {
		if r.Statements[i].Source.Role != ascribe.Narrator {
			c.voices++
		}
	}
	for i := range r.Dates {
		if r.Dates[i].Resolved() {
			c.resolved++
		}
	}
	for _, a := range r.Attributions {
		c.positions[a.Stance.Position()]++
	}
}

// String lists the counts in a line.
func (c counts) String() string {
	return fmt.Sprintf("%d captures (%d unread), %d documents (%d tell of an incident), %d statements (%d by a voice), "+
		"%d occurrences, %d tolls, %d attributions, %d relations, %d dates (%d resolved), %d links",
		c.captures, c.unread, c.documents, c.with, c.statements, c.voices,
		c.occurrences, c.tolls, c.attributions, c.relations, c.dates, c.resolved, c.links)
}
