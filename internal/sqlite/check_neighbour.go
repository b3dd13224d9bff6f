package sqlite

import (
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"fmt"

	"ascribe"
)

// A filing is what the ledger makes of the tables telling, tie, naming, doubt and ruling: a sum of
// a hash of every row, which does not depend on their order.
type filing struct {
	sum      int64
	captured map[ascribe.DocumentID]bool
	told     map[ascribe.MentionID]bool // two engines may read one telling
	doubts   map[[2]ascribe.IncidentID]int64
}

func newFiling() *filing {
	return &filing{captured: map[ascribe.DocumentID]bool{}, told: map[ascribe.MentionID]bool{}, doubts: map[[2]ascribe.IncidentID]int64{}}
}

// entry adds the rows that a line makes.
func (f *filing) entry(seq int64, e *ascribe.Entry) {
	switch {
	case e.Capture != nil && e.Capture.Document != nil:
		f.captured[e.Capture.Document.ID] = true
	case e.Reading != nil:
		for _, o := range e.Reading.Incidents {
			f.tell(o.Incident)
		}
	case e.Link != nil:
		for _, id := range e.Link.Documents() {
			if f.captured[id] {
				f.add("tie", id, endsSum(e.Link), seq, e.Link.Judgement == ascribe.Same)
			}
		}
		if pair, ok := tellingsOf(e.Link); ok && e.Link.Judgement == ascribe.Unsure {
			f.doubts[pair] = scored(e.Link)
		} else if ok {
			delete(f.doubts, pair)
		}
	case e.Decision != nil:
		for _, name := range e.Decision.Names() {
			f.add("naming", name, seq)
		}
		f.add("ruling", seq, e.Decision.ID, e.Decision.Act, e.Decision.By.Name)
		if telling, coded := e.Decision.Telling(); coded && f.captured[telling.Document] {
			f.tell(telling)
		}
	}
}

func (f *filing) tell(telling ascribe.MentionID) {
	if !f.told[telling] {
		f.told[telling] = true
		f.add("telling", ascribe.IncidentIDOf(telling), telling.Document)
	}
}

func (f *filing) add(row ...any) {
	sum := sha256.Sum256(fmt.Appendln(nil, row...))
	f.sum += int64(binary.BigEndian.Uint64(sum[:]))
}

// neighbours compares the tables with what the ledger makes of them.
func (c check) neighbours() error {
	found := &filing{}
	err := each(c.ctx, c.tx, func(rows *sql.Rows) error {
		var id string
		var doc []byte
		err := rows.Scan(&id, &doc)
		found.add("telling", id, ascribe.DocumentID(doc)) // its length is a constraint of the table
		return err
	}, "SELECT telling.id, document.id FROM telling JOIN document ON num = telling.document")
	if err != nil {
		return err
	}
	err = each(c.ctx, c.tx, func(rows *sql.Rows) error {
		var doc []byte
		var ends, line int64
		var joins bool
		err := rows.Scan(&doc, &ends, &line, &joins)
		found.add("tie", ascribe.DocumentID(doc), ends, line, joins)
		return err
	}, "SELECT id, ends, tie.line, joins FROM tie JOIN document ON num = tie.document")
	if err != nil {
		return err
	}
	err = each(c.ctx, c.tx, func(rows *sql.Rows) error {
		var name string
		var line int64
		err := rows.Scan(&name, &line)
		found.add("naming", name, line)
		return err
	}, "SELECT name, line FROM naming")
	if err == nil {
		err = c.asked(found)
	}
	for pair, score := range c.filed.doubts {
		c.filed.add("doubt", pair[0], pair[1], score)
	}
	if err == nil && found.sum != c.filed.sum {
		c.Report.Wrong("projections", "what leads to tellings, links and decisions is not what the ledger makes of it; run: ascribe rebuild")
	}
	return err
}
