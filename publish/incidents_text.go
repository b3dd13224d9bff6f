package publish

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"ascribe"
)

// IncidentTable writes incidents as a table for a terminal, one line each, and
// how many of them have no date or no place.
func IncidentTable(w io.Writer, briefs []ascribe.Brief) error {
	t := newTable(w, "INCIDENT", "WHAT", "WHEN", "WHERE", "KILLED", "ORIGINS", "REPORTS", "WHO, IN THE WORDS OF THE SOURCES")
	undated, unplaced := 0, 0
	for i := range briefs {
		b := &briefs[i]
		where := "not stated"
		if b.Where != nil {
			where = strings.Join(placeParts(b.Where), ", ")
		} else {
			unplaced++
		}
		if !b.When.Resolved() {
			undated++
		}
		t.row(string(b.Incident), happened(b.Type, b.Stage, b.Withdrawn), dateWords(b.When), where, killed(b), fmt.Sprint(b.Origins), fmt.Sprint(b.Reports), blamed(b))
	}
	return t.end(fmt.Sprintf("%s shown, %d undated, %d unplaced. Counts are of documented reports.", countOf(len(briefs), "incident"), undated, unplaced))
}

// what is the type of an incident, with its stage unless it was carried out.
func what(r *ascribe.Record) string { return happened(r.Type, r.Stage, r.Withdrawn != nil) }

func happened(kind ascribe.IncidentType, stage ascribe.Stage, withdrawn bool) string {
	out := phrase(kind)
	if stage != ascribe.Accomplished {
		out += ", " + stage.String()
	}
	if withdrawn {
		out += " (withdrawn)"
	}
	return out
}

func killed(b *ascribe.Brief) string {
	if f, ok := b.Tolls[ascribe.Killed]; ok {
		return figureWords(f)
	}
	return "not stated"
}

// blamed lists each actor with the positions taken on it; an accusation always with
// the accuser.
func blamed(b *ascribe.Brief) string {
	var order []string
	taken := map[string][]string{}
	for _, s := range b.Stands {
		name := s.Actor.Name
		if taken[name] == nil {
			order = append(order, name)
		}
		if p := positionBy(s); !slices.Contains(taken[name], p) {
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
func positionBy(s ascribe.Stand) string {
	switch s.Position {
	case ascribe.Accused:
		return "accused by " + sourceName(s)
	case ascribe.AccusedByAuthorities:
		return "accused by authorities (" + sourceName(s) + ")"
	}
	return phrase(s.Position)
}

// sourceName is who takes a position.
func sourceName(s ascribe.Stand) string {
	if s.Source == "" {
		return roleWords(s.Role)
	}
	return s.Source
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
