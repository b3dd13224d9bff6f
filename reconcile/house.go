package reconcile

import (
	_ "embed"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"

	"ascribe"
)

//go:embed houses.csv
var housesText string

// Houses names the publishing house of outlets.
type Houses map[string]string

// ParseHouses reads a register of publishing houses: a CSV with the columns outlet,
// house and source. A line that begins with # is a comment.
func ParseHouses(in io.Reader) (Houses, error) {
	rows := csv.NewReader(in)
	rows.Comment, rows.FieldsPerRecord = '#', 3
	out := Houses{}
	for first := true; ; first = false {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "register of houses: %w", err), "Write each line as outlet,house,source.")
		}
		if first {
			continue
		}
		line, _ := rows.FieldPos(0)
		key := outletForms(row[0]).site
		if key == "" || row[1] == "" || row[2] == "" {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "register of houses, line %d: a column is empty", line),
				"Give the outlet, its house and where the ownership is told.")
		}
		if out[key] != "" {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "register of houses, line %d: %s is there twice", line, row[0]), "Keep one of the lines.")
		}
		out[key] = row[1]
	}
}

// houses is the register that ships.
var houses = sync.OnceValue(func() Houses {
	out, err := ParseHouses(strings.NewReader(housesText))
	if err != nil {
		panic(err) // a test reads the register
	}
	return out
})

// of returns the house of an outlet, or nothing.
func (h Houses) of(outlet string) string { return h[outletForms(outlet).site] }

// oneHouse reports whether both documents were printed by outlets of one house
// within the time that they are news.
func oneHouse(a, b *Profile) (ascribe.Reason, bool) {
	if a.public.IsZero() || b.public.IsZero() || a.public.Sub(b.public).Abs() > dispatchWindow {
		return ascribe.Reason{}, false
	}
	for _, x := range a.outlets {
		house := houses().of(x)
		i := slices.IndexFunc(b.outlets, func(y string) bool { return y != x && houses().of(y) == house })
		if house != "" && i >= 0 {
			return ascribe.Reason{Feature: "one house", Weight: 1, Left: x + ", " + house, Right: b.outlets[i] + ", " + house}, true
		}
	}
	return ascribe.Reason{}, false
}
