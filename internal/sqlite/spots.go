package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"ascribe"
)

// Spots returns where on the map the incidents of a selection are; see
// ascribe.Catalogue.
func (s *Store) Spots(ctx context.Context, sel ascribe.Selection, limit int) (spots []ascribe.Spot, total int, err error) {
	w, err := where(&sel)
	if err != nil {
		return nil, 0, err
	}
	w.and("lat IS NOT NULL")
	by := " INDEXED BY listing_spot" // which holds all that is asked of it
	if w.elsewhere() {
		by = ""
	}
	err = each(ctx, s.read, func(rows *sql.Rows) error {
		var spot ascribe.Spot
		var first, last sql.NullInt64
		var brief sql.RawBytes
		if err := rows.Scan(&total, &spot.Incidents, &spot.Undated, &first, &last, &brief); err != nil {
			return err
		}
		if first.Valid && last.Valid {
			spot.First, spot.Last = dayAt(first.Int64), dayAt(last.Int64)
		}
		of := struct{ Where *ascribe.Place }{&spot.Where}
		err := json.Unmarshal(brief, &of)
		spots = append(spots, spot)
		return err
	}, `WITH spot AS (
			SELECT count(*) AS n, count(*) - count(day) AS undated, min(day) AS first, max(last_day) AS last, max(num) AS newest
			FROM listing`+by+w.String()+` GROUP BY lat, lon, json_extract(brief, '$.Where.where_prec')),
		shown AS (SELECT *, count(*) OVER () AS total FROM spot ORDER BY n DESC, newest DESC LIMIT ?)
		SELECT total, n, undated, first, last, brief FROM shown JOIN listing ON num = newest ORDER BY n DESC, newest DESC`, append(w.args, limit)...)
	return spots, total, s.explain(err, "read")
}

// dayAt is the day that dayOf counts.
func dayAt(n int64) time.Time { return time.Unix(n*86400, 0).UTC() }

// elsewhere reports whether a clause asks for what other tables have: few rows, mostly.
func (c *clause) elsewhere() bool {
	return slices.ContainsFunc(c.conditions, func(s string) bool { return strings.HasPrefix(s, "num IN ") })
}
