package gazetteer

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"ascribe"
)

// Header is the first line of a file of places in CSV. The columns may stand in
// any order and all but name may be missing; kind is one of town (the default),
// division1, division2, country, area and site; several aliases or demonyms are
// parted by "|"; country is ISO 3166-1 alpha-2 or alpha-3, or three letters of
// the user's own.
const Header = "name,aliases,country,admin1,lat,lon,population,kind,id,demonyms,capital"

// Parse reads a file of places: a GeoNames country file (19 columns parted by
// tabs) or a CSV whose first line names its columns as in [Header]. An error
// names the line.
func Parse(r io.Reader) ([]Place, error) {
	in := bufio.NewReader(r)
	head, err := in.Peek(4096)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, ascribe.Errorf(ascribe.Invalid, "reading places: %w", err)
	}
	line, _, _ := bytes.Cut(head, []byte("\n"))
	if len(bytes.TrimSpace(head)) == 0 {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "the file of places is empty"), asHint)
	}
	if bytes.Count(line, []byte("\t")) == geonamesColumns-1 {
		return parseGeoNames(in)
	}
	return parseCSV(in)
}

const asHint = "Give a GeoNames country file (19 columns parted by tabs) or a CSV that begins with the line " +
	"name,aliases,country,admin1,lat,lon,population,kind."

// Write writes places as a CSV that [Parse] reads.
func Write(w io.Writer, places []Place) error {
	out := csv.NewWriter(w)
	if err := out.Write(strings.Split(Header, ",")); err != nil {
		return err
	}
	for i := range places {
		if err := out.Write(record(&places[i])); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// record is a place as a line of [Header].
func record(p *Place) []string {
	lat, lon, population, capital := "", "", "", ""
	if p.HasPoint() {
		lat, lon = strconv.FormatFloat(p.Lat, 'f', -1, 64), strconv.FormatFloat(p.Lon, 'f', -1, 64)
	}
	if p.Population > 0 {
		population = strconv.Itoa(p.Population)
	}
	if p.Capital {
		capital = "yes"
	}
	return []string{
		p.Name, strings.Join(p.Names, "|"), p.Country, p.Admin1, lat, lon, population, p.Kind.String(), p.ID,
		strings.Join(p.Demonyms, "|"), capital,
	}
}

func parseCSV(r io.Reader) ([]Place, error) {
	in := csv.NewReader(r)
	in.TrimLeadingSpace = true
	head, err := in.Read()
	if err != nil {
		return nil, csvError(err)
	}
	c := columnsOf(head)
	if c == nil {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid,
			"line 1 of the places is neither a GeoNames row nor a heading that has the column name: %.60q", strings.Join(head, ",")), asHint)
	}
	var out []Place
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, csvError(err)
		}
		line, _ := in.FieldPos(0)
		p, err := c.place(cells, line)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
}

func csvError(err error) error {
	return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "the places are not CSV: %w", err),
		"Quote a value that holds a comma or a quotation mark.")
}

// headings maps the name of a column to its place.
type headings map[string]int

// columnsOf reads the heading; nil when it has no column name or an unknown one.
func columnsOf(head []string) headings {
	c := headings{}
	known := strings.Split(Header, ",")
	for i, h := range head {
		h = strings.ToLower(strings.Trim(h, " \ufeff"))
		if !slices.Contains(known, h) {
			return nil
		}
		c[h] = i
	}
	if _, ok := c["name"]; !ok {
		return nil
	}
	return c
}

func (c headings) cell(cells []string, column string) string {
	i, ok := c[column]
	if !ok {
		return ""
	}
	return strings.TrimSpace(cells[i])
}

// place reads one line.
func (c headings) place(cells []string, line int) (Place, error) {
	get := func(column string) string { return c.cell(cells, column) }
	p := Place{Names: list(get("aliases")), Demonyms: list(get("demonyms"))}
	p.Name, p.Admin1, p.ID, p.Capital = get("name"), get("admin1"), get("id"), get("capital") == "yes"
	f := fields{line: line}
	p.Country = f.country(get("country"))
	p.Kind = f.kind(get("kind"))
	p.Lat, p.Lon = f.point(get("lat"), get("lon"))
	p.Population = f.population(get("population"))
	if p.Name == "" {
		f.fail("name", "", "The name must not be empty.")
	}
	if p.ID == "" {
		p.ID = "user:" + strings.ReplaceAll(fold(p.Country+" "+p.Admin1+" "+p.Name+" "+p.Kind.String()), " ", "-")
	}
	if p.Kind == Division1 && p.Admin1 == "" {
		p.Admin1 = p.Name
	}
	return p, f.err
}

// fields reads the values of one line and keeps the first error.
type fields struct {
	line int
	err  error
}

func (f *fields) fail(column, value, hint string) {
	if f.err == nil {
		f.err = ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "line %d of the places: %s %q cannot be right", f.line, column, value), hint)
	}
}

func (f *fields) country(s string) string {
	code := strings.ToUpper(s)
	if len(code) == 2 {
		code = Alpha3(code)
	}
	if s != "" && (len(code) != 3 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
		f.fail("country", s, "Use the ISO 3166-1 code, RUS or RU for Russia.")
	}
	return code
}

func (f *fields) kind(s string) Kind {
	if s == "" {
		return Town
	}
	i := slices.Index(kindNames, strings.ToLower(s))
	if i < 0 {
		f.fail("kind", s, "Known are "+strings.Join(kindNames, ", ")+".")
	}
	return Kind(max(i, 0))
}

func (f *fields) point(lat, lon string) (y, x float64) {
	if lat == "" && lon == "" {
		return 0, 0
	}
	return f.degrees("lat", lat, 90), f.degrees("lon", lon, 180)
}

func (f *fields) degrees(column, s string, limit float64) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > limit {
		f.fail(column, s, "Give decimal degrees, as in 13.69 and -89.19; both or neither.")
		return 0
	}
	return v
}

func (f *fields) population(s string) int {
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > math.MaxUint32 {
		f.fail("population", s, "Give a whole number, or nothing.")
	}
	return n
}
