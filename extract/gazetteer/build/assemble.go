package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ascribe/extract/gazetteer"
)

// A town is a row of cities500.txt with the codes of its divisions.
type town struct {
	gazetteer.Place
	id             int
	admin1, admin2 string // "RU.48", "UA.07.1234"; empty when not given
}

// assemble returns divisions and towns, sorted by country and division so that
// neighbours stand together.
func assemble(cities, first, second []byte) ([]gazetteer.Place, error) {
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
	out = append(out, divide(towns, names1, gazetteer.Division1, func(t *town) string { return t.admin1 })...)
	out = append(out, divide(towns, names2, gazetteer.Division2, func(t *town) string { return t.admin2 })...)
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

// divide returns the divisions that hold a town. A division's point is the
// mean of its towns', its population their sum: the tables give neither.
func divide(towns []town, names map[string]string, kind gazetteer.Kind, code func(*town) string) []gazetteer.Place {
	type sum struct {
		n, population int
		lat, lon      float64
		first         *town
	}
	sums := map[string]*sum{}
	for i := range towns {
		c := code(&towns[i])
		if names[c] == "" {
			continue
		}
		s := sums[c]
		if s == nil {
			s = &sum{first: &towns[i]}
			sums[c] = s
		}
		s.n++
		s.population += towns[i].Population
		s.lat += towns[i].Lat
		s.lon += towns[i].Lon
	}
	var out []gazetteer.Place
	for c, s := range sums {
		e := gazetteer.Entry{
			ID: "geonames-code:" + c, Name: names[c], Country: s.first.Country, Admin1: s.first.Admin1, Kind: kind,
			Lat: s.lat / float64(s.n), Lon: s.lon / float64(s.n), Population: s.population,
		}
		out = append(out, gazetteer.Place{Entry: e, Names: bare(names[c])})
	}
	slices.SortFunc(out, func(a, b gazetteer.Place) int { return cmp.Compare(a.ID, b.ID) })
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
