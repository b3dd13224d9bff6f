package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe/extract/gazetteer"
)

// A town is a row of cities500.txt with the codes of its divisions.
type town struct {
	gazetteer.Place
	id             int
	admin1, admin2 string // "RU.48", "UA.07.1234"; empty when not given
}

// assemble returns divisions and towns, sorted by country and division so that
// neighbours stand together. Also has other names of divisions by their code.
func assemble(cities, first, second []byte, also map[string][]string) ([]gazetteer.Place, error) {
	names1, err := codes(first)
	if err != nil {
		return nil, fmt.Errorf("admin1: %w", err)
	}
	names2, err := codes(second)
	if err != nil {
		return nil, fmt.Errorf("admin2: %w", err)
	}
	var towns []town
	for n, line := range bytes.Split(bytes.TrimSuffix(cities, []byte("\n")), []byte("\n")) {
		t, err := parseTown(string(line))
		if err != nil {
			return nil, fmt.Errorf("cities500.txt line %d: %w", n+1, err)
		}
		t.Admin1 = names1[t.admin1]
		towns = append(towns, t)
	}
	slices.SortFunc(towns, func(a, b town) int {
		return cmp.Or(cmp.Compare(a.admin1, b.admin1), cmp.Compare(a.admin2, b.admin2), cmp.Compare(a.id, b.id))
	})
	var out []gazetteer.Place
	out = append(out, divide(towns, division{names1, also, gazetteer.Division1, func(t *town) string { return t.admin1 }})...)
	out = append(out, divide(towns, division{names2, also, gazetteer.Division2, func(t *town) string { return t.admin2 }})...)
	for _, t := range towns {
		out = append(out, t.Place)
	}
	return out, nil
}

func codes(data []byte) (map[string]string, error) {
	var rows []struct{ Code, Name string }
	if err := json.Unmarshal(data, &rows); err != nil {
		return nil, err
	}
	m := make(map[string]string, len(rows))
	for _, r := range rows {
		m[r.Code] = r.Name
	}
	return m, nil
}

// parseTown reads one row of the GeoNames table: 19 columns.
func parseTown(line string) (town, error) {
	c := strings.Split(line, "\t")
	if len(c) != 19 {
		return town{}, fmt.Errorf("%d columns, not 19", len(c))
	}
	var t town
	var errs [4]error
	t.id, errs[0] = strconv.Atoi(c[0])
	t.Lat, errs[1] = strconv.ParseFloat(c[4], 64)
	t.Lon, errs[2] = strconv.ParseFloat(c[5], 64)
	t.Population, errs[3] = strconv.Atoi(c[14])
	for _, err := range errs {
		if err != nil {
			return town{}, err
		}
	}
	t.ID, t.Name, t.Country = "geonames:"+c[0], c[1], gazetteer.Alpha3(c[8])
	t.Capital = c[7] == "PPLC"
	t.Names = aliases(c[1], c[2], c[3])
	if c[10] != "" {
		t.admin1 = c[8] + "." + c[10]
		if c[11] != "" {
			t.admin2 = t.admin1 + "." + c[11]
		}
	}
	return t, nil
}

// A division is one order of divisions.
type division struct {
	names map[string]string   // by code
	also  map[string][]string // other names, by code
	kind  gazetteer.Kind
	code  func(*town) string
}

// divide returns the divisions that hold a town. A division's point is the
// centre of the area that its towns lie in, its population their sum: the tables
// give neither.
func divide(towns []town, d division) []gazetteer.Place {
	type sum struct {
		population int
		points     []point
		first      *town
	}
	sums := map[string]*sum{}
	for i := range towns {
		c := d.code(&towns[i])
		if d.names[c] == "" {
			continue
		}
		s := sums[c]
		if s == nil {
			s = &sum{first: &towns[i]}
			sums[c] = s
		}
		s.population += towns[i].Population
		s.points = append(s.points, point{towns[i].Lat, towns[i].Lon})
	}
	var out []gazetteer.Place
	for c, s := range sums {
		at := centre(s.points)
		e := gazetteer.Entry{
			ID: "geonames-code:" + c, Name: d.names[c], Country: s.first.Country, Admin1: s.first.Admin1, Kind: d.kind,
			Lat: at.lat, Lon: at.lon, Population: s.population,
		}
		out = append(out, gazetteer.Place{Entry: e, Names: divisionNames(d.names[c], d.also[c])})
	}
	slices.SortFunc(out, func(a, b gazetteer.Place) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// divisionNames returns the names of a division beside its first, each with and
// without the word for its kind.
func divisionNames(name string, also []string) []string {
	out := bare(name)
	for _, a := range also {
		out = append(out, a)
		out = append(out, bare(a)...)
	}
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(a string) bool { return a == name })
}

// otherNames reads the names of divisions from the table of subdivisions: name,
// ISO code, GeoNames code, GeoNames number, kind, other names parted by "|". Only
// those in the Latin script are kept.
func otherNames(table []byte) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(string(table)) {
		c := strings.Split(line, "\t")
		if len(c) < 6 || c[2] == "" {
			continue
		}
		for _, a := range append(strings.Split(c[5], "|"), c[0]) {
			if first, _ := utf8.DecodeRuneInString(a); gazetteer.Useful(a) && unicode.Is(unicode.Latin, first) {
				out[c[2]] = append(out[c[2]], a)
			}
		}
	}
	return out
}

// kindWords end or begin the full name of a division.
var kindWords = []string{
	"Department", "Province", "Oblast", "Oblast'", "oblast", "Governorate", "Region", "Republic", "Krai", "Kray",
	"District", "County", "Prefecture", "State", "Division", "Parish", "Municipality", "Canton", "Voivodeship",
	"Raion", "Rayon", "Borough", "City", "Territory", "Zone", "Regency", "Community", "Autonomous Region",
	"Autonomous Oblast", "Special Region", "Union Territory", "Municipio", "Sub-Prefecture",
}

// bare returns a division's name without the word for its kind.
func bare(name string) []string {
	for _, w := range kindWords {
		if s, ok := strings.CutSuffix(name, " "+w); ok {
			return []string{strings.TrimSuffix(s, "'s")}
		}
		for _, form := range []string{w + " of ", w + " "} {
			if s, ok := strings.CutPrefix(name, form); ok && len(s) > 3 {
				return []string{s}
			}
		}
	}
	return nil
}

// aliases returns the alternate names of a place that a text may use.
func aliases(name, ascii, alternates string) []string {
	var out []string
	seen := map[string]bool{name: true}
	for _, a := range append(strings.Split(alternates, ","), ascii) {
		if a = strings.TrimSpace(a); a != "" && !seen[a] && gazetteer.Useful(a) {
			seen[a] = true
			out = append(out, a)
		}
	}
	return out
}
