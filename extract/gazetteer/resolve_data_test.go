package gazetteer

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// goldText is a text of GeoVirus or LGL with its toponyms; offsets are code
// points.
type goldText struct {
	ID, Text string
	Toponyms []goldToponym
}

type goldToponym struct {
	Start, End int
	Name       string
	Lat, Lon   *float64
}

// TestResolveOnRealNews resolves the toponyms of two published sets of news,
// given their spans, and holds the share that comes to lie within 161 km (100
// miles) of where the set puts them.
func TestResolveOnRealNews(t *testing.T) {
	dir := os.Getenv("ASCRIBE_DATA")
	if dir == "" {
		t.Skip("ASCRIBE_DATA is not set: the resolver is not measured on GeoVirus and LGL (geo/*.jsonl there)")
	}
	x := embeddedIndex(t)
	for _, set := range []struct {
		file  string
		floor float64
	}{{"geovirus.jsonl", 91}, {"lgl.jsonl", 84}} {
		var right, wide, prior, all, unknown int
		for _, text := range readGold(t, filepath.Join(dir, "geo", set.file)) {
			tops := toponymsOf(x, text)
			for i, e := range ResolveAll(x, tops, peopleOf(x, text.Text)) {
				g := text.Toponyms[i]
				if g.Lat == nil || g.Lon == nil {
					continue
				}
				all++
				near := func(e Entry) bool { return e.HasPoint() && Distance(e.Lat, e.Lon, *g.Lat, *g.Lon) <= 161 }
				first := x.Lookup(tops[i].Name)
				if len(first) == 0 {
					unknown++
				} else if near(first[0]) {
					prior++
				}
				switch {
				case near(e):
					right++
				case e.Kind == Area && e.Country == "", x.spreads(&e, *g.Lat, *g.Lon):
					wide++ // the same country, division or sea: its point is a convention
				case os.Getenv("ASCRIBE_SHOW") != "":
					t.Logf("%s %s %v: got %+v want %.2f %.2f", text.ID, g.Name, tops[i].Within, e, *g.Lat, *g.Lon)
				}
			}
		}
		percent := func(n int) float64 { return 100 * float64(n) / float64(all) }
		t.Logf("%s: %d toponyms, %.1f %% within 161 km, %.1f %% counting whole countries, divisions and seas (prominence alone %.1f %%, no such name %.1f %%)",
			set.file, all, percent(right), percent(right+wide), percent(prior), percent(unknown))
		if percent(right+wide) < set.floor {
			t.Errorf("%s: below %.1f %%", set.file, set.floor)
		}
	}
}

// spreads reports whether an entry is a country or division that holds the town
// nearest to a point.
func (x *Index) spreads(e *Entry, lat, lon float64) bool {
	if e.Kind != Country && e.Kind != Division1 {
		return false
	}
	t := x.layers[0]
	best, at := 1e9, 0
	for i := range t.rows {
		r := &t.rows[i]
		dy, dx := degrees(r.lat)-lat, (degrees(r.lon)-lon)*0.7
		if d := dy*dy + dx*dx; r.kind == Town && d < best {
			best, at = d, i
		}
	}
	town := t.entry(at, false)
	return town.Country == e.Country && (e.Kind == Country || town.Admin1 == e.Admin1)
}

func readGold(t *testing.T, path string) []goldText {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []goldText
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var g goldText
		if err := json.Unmarshal(in.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		out = append(out, g)
	}
	return out
}

// toponymsOf reads what a reader would: a name with what follows it after a
// comma, and how often the text has it; a people for its country.
func toponymsOf(x *Index, g goldText) []Toponym {
	text := []rune(g.Text)
	counts := map[string]int{}
	for _, t := range g.Toponyms {
		counts[t.Name]++
	}
	var out []Toponym
	for i, t := range g.Toponyms {
		top := Toponym{Name: t.Name, Count: counts[t.Name]}
		for j, at := i+1, t.End; j < len(g.Toponyms); j++ {
			next := g.Toponyms[j]
			if next.Start <= at || next.Start > len(text) || strings.Trim(string(text[at:next.Start]), ", ") != "" {
				break
			}
			top.Within = append(top.Within, next.Name)
			at = next.End
		}
		if people := x.Demonym(t.Name); len(people) == 1 && !strings.HasPrefix(t.Name, "U") {
			top.Name = CountryName(people[0])
		}
		out = append(out, top)
	}
	return out
}

func peopleOf(x *Index, text string) map[string]int {
	people := map[string]int{}
	for _, w := range strings.Fields(text) {
		w = strings.Trim(w, ".,;:()\"'")
		if w == "" || w[0] < 'A' || w[0] > 'Z' {
			continue
		}
		if codes := x.Demonym(w); len(codes) == 1 {
			people[codes[0]]++
		}
	}
	return people
}
