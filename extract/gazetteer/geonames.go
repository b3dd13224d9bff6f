package gazetteer

import (
	"bufio"
	"io"
	"strings"

	"ascribe"
)

// geonamesColumns is how many columns a row of a GeoNames country file has.
const geonamesColumns = 19

// maxLine is the longest row that is read: some capitals carry hundreds of
// names.
const maxLine = 1 << 20

// parseGeoNames reads a GeoNames country file. Buildings, schools and the like
// are left out: of the features only places, divisions, and those where
// fighting is reported are kept.
func parseGeoNames(r io.Reader) ([]Place, error) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	var out []Place
	var codes []string           // out[i]'s first-order division, "RU.48"
	names := map[string]string{} // division code → name
	for line := 1; in.Scan(); line++ {
		c := strings.Split(strings.TrimSuffix(in.Text(), "\r"), "\t")
		if len(c) == 1 && strings.TrimSpace(c[0]) == "" {
			continue
		}
		if len(c) != geonamesColumns {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid,
				"line %d of the places has %d columns, not %d", line, len(c), geonamesColumns), asHint)
		}
		p, keep, err := feature(c, line)
		if err != nil {
			return nil, err
		}
		if !keep {
			continue
		}
		code := c[8] + "." + c[10]
		if p.Kind == Division1 {
			names[code] = p.Name
		}
		out, codes = append(out, p), append(codes, code)
	}
	if err := in.Err(); err != nil {
		return nil, ascribe.Errorf(ascribe.Invalid, "reading places after line %d: %w", len(out), err)
	}
	for i := range out {
		out[i].Admin1 = names[codes[i]]
	}
	return out, nil
}

// feature reads one row and reports whether its kind of feature is kept.
func feature(c []string, line int) (Place, bool, error) {
	kind, keep := featureKind(c[6], c[7])
	if !keep {
		return Place{}, false, nil
	}
	f := fields{line: line}
	p := Place{Entry: Entry{ID: "geonames:" + c[0], Name: c[1], Kind: kind, Capital: c[7] == "PPLC"}}
	if c[2] != "" && c[2] != c[1] {
		p.Names = []string{c[2]}
	}
	for a := range strings.SplitSeq(c[3], ",") {
		if a != "" && Useful(a) {
			p.Names = append(p.Names, a)
		}
	}
	p.Lat, p.Lon = f.point(c[4], c[5])
	p.Country = f.country(c[8])
	p.Population = f.population(c[14])
	if c[0] == "" || c[1] == "" {
		f.fail("geonameid and name", c[0]+" "+c[1], asHint)
	}
	return p, true, f.err
}

// sites are the spot features (class S) in which incidents are reported.
var sites = map[string]bool{
	"AIRB": true, "AIRF": true, "AIRP": true, "BDG": true, "CMP": true, "CMPRF": true, "FT": true, "INSM": true, "MLT": true,
	"MN": true, "MNQ": true, "PRN": true, "PS": true, "OILR": true, "CSTM": true, "CTRB": true, "DAM": true, "FRM": true, "EST": true, "PP": true,
}

// featureKind returns our kind for a GeoNames feature class and code.
func featureKind(class, code string) (Kind, bool) {
	switch {
	case class == "P":
		return Town, true
	case class == "A" && code == "ADM1":
		return Division1, true
	case class == "A" && code == "ADM2":
		return Division2, true
	case class == "A" && strings.HasPrefix(code, "PCL"):
		return Country, false // countries.csv holds them
	case class == "A" || class == "L" || class == "H" || class == "T" || class == "V":
		return Area, true
	case class == "S" && sites[code], class == "R" && code == "TNL":
		return Site, true
	}
	return Town, false
}
