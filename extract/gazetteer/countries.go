package gazetteer

import (
	_ "embed" // the tables of countries and areas
	"encoding/csv"
	"strconv"
	"strings"
	"sync"

	"ascribe"
)

//go:embed countries.csv
var countriesCSV string

//go:embed states.csv
var statesCSV string

//go:embed areas.csv
var areasCSV string

// nations are the countries of countries.csv.
type nations struct {
	all    []Place           // ID "iso3166:" + alpha-3
	alpha3 map[string]string // alpha-2 → alpha-3; a country that is no more has no alpha-2
	names  map[string]string // alpha-3 → name
}

// countries reads countries.csv, once.
var countries = sync.OnceValues(func() (*nations, error) {
	rows, err := csvTable("countries.csv", countriesCSV, 7)
	if err != nil {
		return nil, err
	}
	n := &nations{alpha3: map[string]string{}, names: map[string]string{}}
	for _, r := range rows {
		n.all = append(n.all, Place{Names: list(r[3]), Demonyms: list(r[4]), Entry: Entry{
			ID: "iso3166:" + r[1], Name: r[2], Country: r[1], Kind: Country, Lat: number(r[5]), Lon: number(r[6]),
		}})
		n.names[r[1]] = r[2]
		if r[0] != "" {
			n.alpha3[r[0]] = r[1]
		}
	}
	return n, nil
})

// states reads states.csv: how newsrooms shorten the names of first-order
// divisions. Postal codes stand only for what follows a town ("Dallas, TX"):
// alone they are words ("IN", "OR").
var states = sync.OnceValues(func() ([]state, error) {
	rows, err := csvTable("states.csv", statesCSV, 4)
	if err != nil {
		return nil, err
	}
	var out []state
	for _, r := range rows {
		out = append(out, state{country: r[0], name: r[1], postal: r[2], short: list(r[3])})
	}
	return out, nil
})

type state struct {
	country, name, postal string
	short                 []string
}

// areas reads areas.csv.
func areas() ([]Place, error) {
	rows, err := csvTable("areas.csv", areasCSV, 5)
	if err != nil {
		return nil, err
	}
	out := make([]Place, 0, len(rows))
	for _, r := range rows {
		out = append(out, Place{Names: list(r[1]), Entry: Entry{
			ID:   "area:" + strings.ReplaceAll(fold(r[0]), " ", "-"),
			Name: r[0], Country: r[2], Kind: Area, Lat: number(r[3]), Lon: number(r[4]),
		}})
	}
	return out, nil
}

// csvTable reads a table with a heading and so many columns.
func csvTable(name, text string, columns int) ([][]string, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = columns
	rows, err := r.ReadAll()
	if err != nil {
		return nil, ascribe.Errorf(ascribe.Internal, "%s: %w", name, err)
	}
	return rows[1:], nil
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// number reads a position of our own tables, which a test has checked; an
// empty one is 0.
func number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return v
}

// CountryName returns the usual English name of a country, or "".
func CountryName(alpha3 string) string {
	n, err := countries()
	if err != nil {
		return ""
	}
	return n.names[alpha3]
}

// CountryOf returns the entry of a country, or the zero Entry.
func CountryOf(alpha3 string) Entry {
	n, err := countries()
	if err != nil {
		return Entry{}
	}
	for i := range n.all {
		if n.all[i].Country == alpha3 {
			return n.all[i].Entry
		}
	}
	return Entry{}
}

// Alpha3 returns the ISO 3166-1 alpha-3 code for an alpha-2 code, or "".
func Alpha3(alpha2 string) string {
	n, err := countries()
	if err != nil {
		return ""
	}
	return n.alpha3[strings.ToUpper(alpha2)]
}
