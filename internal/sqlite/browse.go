package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"ascribe"
)

// pageSize is how many incidents a page has where its selection does not say.
const pageSize = 50

// Browse returns one page of the incidents of a selection; see ascribe.Catalogue.
func (s *Store) Browse(ctx context.Context, sel ascribe.Selection) (*ascribe.Page, error) {
	w, err := where(&sel)
	if err != nil {
		return nil, err
	}
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, s.explain(err, "read")
	}
	defer tx.Rollback() //nolint:errcheck // it only reads
	page := &ascribe.Page{}
	err = tx.QueryRowContext(ctx, `SELECT count(*), count(*) - count(day), count(*) - count(lat), (SELECT position FROM catalogue) FROM listing`+w.String(), w.args...).
		Scan(&page.Total, &page.Undated, &page.Unplaced, &page.Lines)
	if err != nil {
		return nil, s.explain(err, "read")
	}
	if err := w.after(sel.Order, sel.After); err != nil {
		return nil, err
	}
	limit := sel.Limit
	if limit <= 0 {
		limit = pageSize
	}
	order := ordering(sel.Order)
	var last cursor
	err = each(ctx, tx, func(rows *sql.Rows) error {
		var brief sql.RawBytes
		var at cursor
		if err := rows.Scan(&brief, &at.key, &at.second, &at.id); err != nil {
			return err
		}
		if len(page.Briefs) == limit { // the one beyond the page
			page.Next = last.String()
			return nil
		}
		last = at
		page.Briefs = append(page.Briefs, ascribe.Brief{})
		return json.Unmarshal(brief, &page.Briefs[len(page.Briefs)-1])
	}, fmt.Sprintf("SELECT brief, %s, %s, incident FROM listing%s ORDER BY %s LIMIT ?", order.keys[0], order.second(), w, order.by()), append(w.args, limit+1)...)
	return page, s.explain(err, "read")
}

// A sorting is what a list is ordered by: keys, then the incident's id. The schema
// has an index for each.
type sorting struct {
	keys []string // one or two
	down bool
}

func ordering(o ascribe.Order) sorting {
	switch o {
	case ascribe.NewsFirst:
		return sorting{[]string{"news"}, true}
	case ascribe.ChangesFirst:
		return sorting{[]string{"changed"}, true}
	case ascribe.NeedFirst:
		return sorting{[]string{"need"}, true}
	case ascribe.EarliestFirst:
		return sorting{[]string{"coalesce(day, 1099511627776)", "coalesce(last_day, 0)"}, false}
	}
	return sorting{[]string{"coalesce(day, -1099511627776)", "coalesce(last_day, 0)"}, true}
}

// all writes the keys and the id, with what follows each.
func (s sorting) all(after string) string {
	return strings.Join(append(s.keys, "incident"), after+", ") + after
}

// by writes the sorting for ORDER BY.
func (s sorting) by() string {
	if s.down {
		return s.all(" DESC")
	}
	return s.all("")
}

// second writes the second key, 0 where there is one alone.
func (s sorting) second() string {
	if len(s.keys) == 1 {
		return "0"
	}
	return s.keys[1]
}

// A cursor is where a page ended.
type cursor struct {
	key, second int64
	id          string
}

// String writes the cursor so that it can be asked for.
func (c cursor) String() string { return fmt.Sprintf("%d.%d.%s", c.key, c.second, c.id) }

// parseCursor reads what String wrote.
func parseCursor(text string) (c cursor, err error) {
	parts := strings.SplitN(text, ".", 3)
	if len(parts) == 3 {
		c.id = parts[2]
		if c.key, err = strconv.ParseInt(parts[0], 10, 64); err == nil {
			c.second, err = strconv.ParseInt(parts[1], 10, 64)
		}
	}
	if err != nil || c.id == "" {
		return c, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%q is not where a page of the list ended", text),
			"take it from the page before, or begin at the first")
	}
	return c, nil
}

// A clause is what a selection asks of a listing.
type clause struct {
	conditions []string
	args       []any
}

func (c *clause) and(condition string, args ...any) {
	c.conditions = append(c.conditions, condition)
	c.args = append(c.args, args...)
}

// String writes the clause to follow the name of the table.
func (c *clause) String() string {
	if len(c.conditions) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(c.conditions, " AND ")
}

// after leaves only what follows the last row of a page.
func (c *clause) after(o ascribe.Order, last string) error {
	if last == "" {
		return nil
	}
	at, err := parseCursor(last)
	if err != nil {
		return err
	}
	order, than := ordering(o), ">"
	if order.down {
		than = "<"
	}
	args := []any{at.key, at.second}[:len(order.keys)]
	c.and(fmt.Sprintf("(%s) %s (?%s)", order.all(""), than, strings.Repeat(", ?", len(args))), append(args, at.id)...)
	return nil
}

// where writes what a selection asks.
func where(sel *ascribe.Selection) (*clause, error) {
	c := &clause{}
	if sel.Words != "" {
		terms := searchTerms(sel.Words)
		if len(terms) == 0 || len(terms) > maxWords {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "the search has %d words, it takes from 1 to %d", len(terms), maxWords),
				"search for the few words that matter")
		}
		c.and("num IN (SELECT listing FROM told_in WHERE document IN (SELECT rowid FROM search WHERE search MATCH ?))", strings.Join(terms, " "))
	}
	if !sel.From.IsZero() {
		c.and("last_day >= ?", dayOf(sel.From))
	}
	if !sel.To.IsZero() {
		c.and("day <= ?", dayOf(sel.To))
	}
	c.flag("day IS NOT NULL", sel.Dated)
	c.flag("lat IS NOT NULL", sel.Placed)
	c.within(sel.Within)
	if sel.Precision != nil {
		c.and("lat IS NOT NULL AND coalesce(json_extract(brief, '$.Where.where_prec'), 0) = ?", *sel.Precision)
	}
	if sel.Country != "" {
		c.and("country = ?", sel.Country)
	}
	if sel.Type != nil {
		c.and("type = ?", sel.Type.String())
	}
	c.stands(sel)
	if sel.Outlet != "" {
		c.and("num IN (SELECT listing FROM reported_by WHERE outlet = ?)", string(sel.Outlet))
	}
	if sel.Document != nil {
		c.and("num IN (SELECT listing FROM told_in WHERE document = (SELECT num FROM document WHERE id = ?))", sel.Document[:])
	}
	if sel.Origins > 0 {
		c.and("origins >= ?", sel.Origins)
	}
	c.flag("contested", sel.Contested)
	c.flag("decided", sel.Decided)
	c.flag("withdrawn", sel.Withdrawn)
	if sel.Order == ascribe.NeedFirst {
		c.and("need > 0")
	}
	return c, nil
}

// flag asks that a condition holds, or that it does not.
func (c *clause) flag(condition string, want *bool) {
	switch {
	case want == nil:
	case *want:
		c.and("(" + condition + ")")
	default:
		c.and("NOT (" + condition + ")")
	}
}

// within asks for a part of the map.
func (c *clause) within(b *ascribe.Box) {
	if b == nil {
		return
	}
	c.and("lat BETWEEN ? AND ?", b.South, b.North)
	if b.West <= b.East {
		c.and("lon BETWEEN ? AND ?", b.West, b.East)
	} else {
		c.and("(lon >= ? OR lon <= ?)", b.West, b.East)
	}
}

// stands asks for one stand that has all that the selection says of one.
func (c *clause) stands(sel *ascribe.Selection) {
	one := &clause{}
	if sel.Actor != "" {
		one.and("actor = ?", string(sel.Actor))
	}
	if sel.Position != nil {
		one.and("position = ?", sel.Position.String())
	}
	if sel.Source != "" {
		one.and("source = ?", sel.Source)
	}
	if len(one.conditions) > 0 {
		c.and("num IN (SELECT listing FROM stands"+one.String()+")", one.args...)
	}
}

// Tally counts the incidents of a selection by one of their values; see
// ascribe.Catalogue.
func (s *Store) Tally(ctx context.Context, sel ascribe.Selection, by ascribe.Facet, limit int) ([]ascribe.Tallied, error) {
	w, err := where(&sel)
	if err != nil {
		return nil, err
	}
	of := "SELECT num FROM listing" + w.String()
	var query string
	switch by {
	case ascribe.ByCountry, ascribe.ByType:
		query = fmt.Sprintf("SELECT %[1]s, %[1]s, count(*) AS n FROM listing WHERE num IN (%[2]s) AND %[1]s <> '' GROUP BY 1", by, of)
	case ascribe.ByActor:
		query = "SELECT actor, max(name), count(DISTINCT listing) AS n FROM stands WHERE listing IN (" + of + ") GROUP BY 1"
	case ascribe.ByPosition, ascribe.BySource:
		query = fmt.Sprintf("SELECT %[1]s, %[1]s, count(DISTINCT listing) AS n FROM stands WHERE listing IN (%[2]s) AND %[1]s <> '' GROUP BY 1", by, of)
	case ascribe.ByOutlet:
		query = "SELECT outlet, outlet, count(*) AS n FROM reported_by WHERE listing IN (" + of + ") GROUP BY 1"
	}
	var out []ascribe.Tallied
	err = each(ctx, s.read, func(rows *sql.Rows) error {
		var t ascribe.Tallied
		err := rows.Scan(&t.Value, &t.Name, &t.Incidents)
		out = append(out, t)
		return err
	}, query+" ORDER BY n DESC, 1 LIMIT ?", append(w.args, limit)...)
	return out, s.explain(err, "read")
}
