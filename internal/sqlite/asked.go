package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"math"
	"slices"
	"time"

	"ascribe"
)

// tellingsOf returns the ids that the ends of a link between tellings carry, in order.
func tellingsOf(l *ascribe.Link) (pair [2]ascribe.IncidentID, ok bool) {
	if l.Kind != ascribe.SameIncident {
		return pair, false
	}
	for i, end := range []string{l.Left, l.Right} {
		var m ascribe.MentionID
		if m.UnmarshalText([]byte(end)) != nil {
			return pair, false
		}
		pair[i] = ascribe.IncidentIDOf(m)
	}
	if pair[1] < pair[0] {
		pair[0], pair[1] = pair[1], pair[0]
	}
	return pair, true
}

// scored is the score of a link, of 10000.
func scored(l *ascribe.Link) int64 { return int64(math.Round(1e4 * float64(l.Score))) }

// asked files a link that asks, and takes away what an earlier one on its ends asked.
func (f *folder) asked(l *ascribe.Link) error {
	pair, ok := tellingsOf(l)
	switch {
	case !ok:
		return nil
	case l.Judgement == ascribe.Unsure:
		return f.exec("INSERT INTO doubt (one, other, score) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET score = excluded.score", string(pair[0]), string(pair[1]), scored(l))
	}
	return f.exec("DELETE FROM doubt WHERE one = ? AND other = ?", string(pair[0]), string(pair[1]))
}

// asked adds the rows of doubt and ruling.
func (c check) asked(found *filing) error {
	err := each(c.ctx, c.tx, func(rows *sql.Rows) error {
		var one, other string
		var score int64
		err := rows.Scan(&one, &other, &score)
		found.add("doubt", one, other, score)
		return err
	}, "SELECT one, other, score FROM doubt")
	if err != nil {
		return err
	}
	return each(c.ctx, c.tx, func(rows *sql.Rows) error {
		var line int64
		var id, act, author string
		err := rows.Scan(&line, &id, &act, &author)
		found.add("ruling", line, id, act, author)
		return err
	}, "SELECT line, id, act, author FROM ruling")
}

// Asked returns pairs of incidents that the machine asks about; see ascribe.Index.
func (s *Store) Asked(ctx context.Context, given, limit int) ([]ascribe.Asked, error) {
	if err := s.folded(ctx); err != nil {
		return nil, err
	}
	var out []ascribe.Asked
	met := map[[2]ascribe.IncidentID]bool{}
	rows, err := s.read.QueryContext(ctx, `SELECT a.incident, b.incident, score, max(a.changed, b.changed) FROM doubt
		JOIN looked AS x ON x.id = one JOIN listing AS a ON a.num = x.listing
		JOIN looked AS y ON y.id = other JOIN listing AS b ON b.num = y.listing
		WHERE a.num <> b.num ORDER BY score DESC, one DESC, other DESC`)
	if err != nil {
		return nil, s.explain(err, "read")
	}
	defer rows.Close() //nolint:errcheck // Err tells what went wrong
	for len(out) < limit && rows.Next() {
		var one, other ascribe.IncidentID
		var score, changed int64
		if err := rows.Scan(&one, &other, &score, &changed); err != nil {
			return nil, s.explain(err, "read")
		}
		pair := [2]ascribe.IncidentID{min(one, other), max(one, other)}
		if met[pair] {
			continue
		}
		met[pair] = true
		if len(met) > given {
			out = append(out, ascribe.Asked{Incidents: pair, Score: ascribe.Score(float64(score) / 1e4), Changed: time.Unix(0, changed).UTC()})
		}
	}
	return out, s.explain(rows.Err(), "read")
}

// Rulings returns the lines of decisions; see ascribe.Index.
func (s *Store) Rulings(ctx context.Context, q ascribe.RulingQuery) ([]ascribe.Line, error) {
	if err := s.folded(ctx); err != nil {
		return nil, err
	}
	where, args := "line < ?", []any{cmp.Or(q.Before, math.MaxInt64)}
	for column, value := range map[string]string{"author": q.By, "id": q.ID} {
		if value != "" {
			where += " AND " + column + " = ?"
			args = append(args, value)
		}
	}
	if q.Act != ascribe.NoAct {
		where += " AND act = ?"
		args = append(args, q.Act.String())
	}
	seqs, err := column[int64](ctx, s.read, "SELECT line FROM ruling WHERE "+where+" ORDER BY line DESC LIMIT ?", append(args, cmp.Or(q.Limit, 50))...)
	if err != nil || len(seqs) == 0 {
		return nil, s.explain(err, "read")
	}
	lines, err := s.lines(ctx, s.read, stretch{listed: seqs})
	slices.Reverse(lines)
	return lines, s.explain(err, "read")
}
