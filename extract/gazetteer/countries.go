package gazetteer

import (
	_ "embed" // the tables of countries and areas
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"sync"

	"ascribe"
)

//go:embed countries.csv
var countriesCSV string

//go:embed areas.csv
var areasCSV string

// A nation is one row of countries.csv.
type nation struct {
	alpha2   string // empty for a country that is no more
	Named           // ID "iso3166:" + alpha-3
	demonyms []string
}

// nations are the countries with what finds them.
type nations struct {
	all      []nation
	alpha3   map[string]string   // alpha-2 → alpha-3
	names    map[string]string   // alpha-3 → name
	demonyms map[string][]string // folded demonym → alpha-3
}

// countries reads countries.csv, once.
var countries = sync.OnceValues(func() (*nations, error) {
	rows, err := csvTable("countries.csv", countriesCSV, 7)
	if err != nil {
		return nil, err
	}
	n := &nations{alpha3: map[string]string{}, names: map[string]string{}, demonyms: map[string][]string{}}
	for _, r := range rows {
		c := nation{alpha2: r[0], demonyms: list(r[4])}
		c.Named = Named{Names: list(r[3]), Entry: Entry{
			ID: "iso3166:" + r[1], Name: r[2], Country: r[1], Kind: Country, Lat: number(r[5]), Lon: number(r[6]),
		}}
		n.all = append(n.all, c)
		n.names[r[1]] = r[2]
		if c.alpha2 != "" {
			n.alpha3[c.alpha2] = r[1]
		}
		for _, d := range c.demonyms {
			if key := fold(d); !slices.Contains(n.demonyms[key], r[1]) {
				n.demonyms[key] = append(n.demonyms[key], r[1])
			}
		}
	}
	return n, nil
})

// areas reads areas.csv.
func areas() ([]Named, error) {
	rows, err := csvTable("areas.csv", areasCSV, 5)
	if err != nil {
		return nil, err
	}
	out := make([]Named, 0, len(rows))
	for _, r := range rows {
		out = append(out, Named{Names: list(r[1]), Entry: Entry{
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

// Demonym returns the countries (ISO 3166-1 alpha-3) whose people or things a
// word names, in any case: "Salvadoran", "Russians", "Congolese" (two).
func Demonym(word string) []string {
	n, err := countries()
	if err != nil {
		return nil
	}
	key := fold(word)
	if c := n.demonyms[key]; c != nil {
		return c
	}
	return n.demonyms[strings.TrimSuffix(key, "s")]
}

// CountryName returns the usual English name of a country, or "".
func CountryName(alpha3 string) string {
	n, err := countries()
	if err != nil {
		return ""
	}
	return n.names[alpha3]
}

// Alpha3 returns the ISO 3166-1 alpha-3 code for an alpha-2 code, or "".
func Alpha3(alpha2 string) string {
	n, err := countries()
	if err != nil {
		return ""
	}
	return n.alpha3[strings.ToUpper(alpha2)]
}
