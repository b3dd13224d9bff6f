package publish

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"ascribe"
)

// IncidentTable writes records as a table for a terminal, one line each, and
// how many of them have no date or no place.
func IncidentTable(w io.Writer, records []*ascribe.Record) error {
	t := newTable(w, "INCIDENT", "WHAT", "WHEN", "WHERE", "KILLED", "ORIGINS", "REPORTS", "WHO, IN THE WORDS OF THE SOURCES")
	undated, unplaced := 0, 0
	for _, r := range records {
		r = Redact(r)
		where := "not stated"
		if r.Where != nil {
			where = strings.Join(placeParts(r.Where), ", ")
		} else {
			unplaced++
		}
		if !r.When.Resolved() {
			undated++
		}
		t.row(string(r.Incident), what(r), whenWords(r), where, killed(r), fmt.Sprint(standing(r)), fmt.Sprint(reports(r)), blamed(r))
	}
	return t.end(fmt.Sprintf("%s shown, %d undated, %d unplaced. Counts are of documented reports.", countOf(len(records), "incident"), undated, unplaced))
}

// what is the type of an incident, with its stage unless it was carried out.
func what(r *ascribe.Record) string {
	out := phrase(r.Type)
	if r.Stage != ascribe.Accomplished {
		out += ", " + r.Stage.String()
	}
	if r.Withdrawn != nil {
		out += " (withdrawn)"
	}
	return out
}

func killed(r *ascribe.Record) string {
	for _, t := range r.Tolls {
		if t.Harm == ascribe.Killed {
			return figureWords(t.Figure)
		}
	}
	return "not stated"
}

// blamed lists each actor of the matrix with the positions taken on it; an
// accusation always with the accuser.
func blamed(r *ascribe.Record) string {
	var order []string
	taken := map[string][]string{}
	for _, c := range r.Matrix {
		name := c.Actor.Name
		if c.Lapsed != nil {
			continue
		}
		if taken[name] == nil {
			order = append(order, name)
		}
		if p := positionBy(&c); !slices.Contains(taken[name], p) {
			taken[name] = append(taken[name], p)
		}
	}
	for i, name := range order {
		order[i] = name + ": " + strings.Join(taken[name], ", ")
	}
	if len(order) == 0 {
		return "nobody named"
	}
	return strings.Join(order, "; ")
}

// positionBy says a position; an accusation names the accuser.
func positionBy(c *ascribe.Cell) string {
	switch c.Position {
	case ascribe.Accused:
		return "accused by " + sourceName(c)
	case ascribe.AccusedByAuthorities:
		return "accused by authorities (" + sourceName(c) + ")"
	}
	return phrase(c.Position)
}

// sourceName is who takes the position of a cell.
func sourceName(c *ascribe.Cell) string {
	if c.Source == "" {
		return roleWords(c.Role)
	}
	return c.Source
}

// reports counts the appearances of a record's documents.
func reports(r *ascribe.Record) int {
	n := 0
	for _, d := range r.Documents {
		n += max(1, len(d.Appearances))
	}
	return n
}

// A table is plain text in columns.
type table struct {
	w   io.Writer
	tab *tabwriter.Writer
}

func newTable(w io.Writer, heads ...string) *table {
	t := &table{w, tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)}
	t.row(heads...)
	return t
}

// row writes cells, made plain. The tab writer keeps the first error for end.
func (t *table) row(cells ...string) {
	for i, c := range cells {
		cells[i] = apart(c)
	}
	fmt.Fprintln(t.tab, strings.Join(cells, "\t"))
}

// end writes what stands below the table, and returns the first error.
func (t *table) end(foot string) error {
	if err := t.tab.Flush(); err != nil {
		return ascribe.Errorf(ascribe.Internal, "write table: %w", err)
	}
	if _, err := fmt.Fprintln(t.w, foot); err != nil {
		return ascribe.Errorf(ascribe.Internal, "write table: %w", err)
	}
	return nil
}
