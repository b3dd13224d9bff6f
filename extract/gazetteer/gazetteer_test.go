package gazetteer

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ascribe"
)

func embeddedIndex(t testing.TB) *Index {
	t.Helper()
	x, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestLookupFindsTheProminentPlace(t *testing.T) {
	x := embeddedIndex(t)
	for _, c := range []struct{ name, id string }{
		{"Moscow", "geonames:524901"},
		{"MOSCOW", "geonames:524901"},
		{"Москва", "geonames:524901"},
		{"Mosul", "geonames:99072"},
		{"الموصل", "geonames:99072"},
		{"al-Mawsil", "geonames:99072"},
		{"Washington", "geonames:4140963"},
		{"San Salvador", "geonames:3583361"},
		{"Russia", "iso3166:RUS"},
		{"Russian Federation", "iso3166:RUS"},
		{"U.S.", "iso3166:USA"},
		{"UK", "iso3166:GBR"},
		{"Burma", "iso3166:MMR"},
		{"the Netherlands", "iso3166:NLD"},
		{"Côte d’Ivoire", "iso3166:CIV"},
		{"COTE D'IVOIRE", "iso3166:CIV"},
		{"Kherson region", "geonames-code:UA.08"},
		{"Department of Cauca", "geonames-code:CO.09"},
		{"Moscow Oblast", "geonames-code:RU.47"},
		{"Chechnya", "geonames-code:RU.12"},
		{"Ichkeria", "geonames-code:RU.12"},
		{"the Gaza Strip", "geonames-code:PS.GZ"},
		{"La Union Department", "geonames-code:SV.07"},
		{"Raqqa", "geonames:172955"},
		{"Raqqa province", "geonames-code:SY.04"},
		{"Aleppo city", "geonames:170063"},
		{"city of San Salvador", "geonames:3583361"},
		{"New York City", "geonames:5128581"},
		{"Middle East", "area:middle-east"},
		{"Khorasan", "area:khorasan"},
		{"Donbass", "area:donbas"},
	} {
		got := x.Lookup(c.name)
		if len(got) == 0 || got[0].ID != c.id {
			t.Errorf("Lookup(%q) begins with %v, want %s", c.name, got[:min(len(got), 1)], c.id)
		}
	}
}

func TestLookupKnowsNoMore(t *testing.T) {
	x := embeddedIndex(t)
	for _, name := range []string{"", " ", "Port Maren", "mwskw", "Sarvia", "MOW", "Rapides Department"} {
		if got := x.Lookup(name); got != nil {
			t.Errorf("Lookup(%q) = %v, want nothing", name, got)
		}
	}
}

func TestBegins(t *testing.T) {
	x := embeddedIndex(t)
	for words, want := range map[string]bool{
		"San": true, "san salvador": true, "United": true, "St.": true, "Deir": true, "Zzyzx": false, "San Salvad": false, "": false,
	} {
		if got := x.Begins(words); got != want {
			t.Errorf("Begins(%q) = %v", words, got)
		}
	}
}

func TestDemonym(t *testing.T) {
	x := embeddedIndex(t).With([]Place{{Entry: Entry{ID: "user:1", Name: "Sarvia", Country: "XSV", Kind: Country}, Demonyms: []string{"Sarvian"}}})
	for word, want := range map[string][]string{
		"Sarvians": {"XSV"}, "Salvadoran": {"SLV"}, "RUSSIANS": {"RUS"}, "Congolese": {"COD", "COG"}, "U.S.": {"USA"}, "Nepalis": {"NPL"}, "Maran": nil,
		"Cypriots": {"CYP"}, "burkinabe": {"BFA"},
	} {
		if got := x.Demonym(word); !slices.Equal(got, want) {
			t.Errorf("Demonym(%q) = %v, want %v", word, got, want)
		}
	}
}

// A country's representative point must lie near one of its own towns, which
// guards the hand-kept table against slips of sign and digit.
func TestCountryPointsLieInTheirCountries(t *testing.T) {
	x := embeddedIndex(t)
	n, err := countries()
	if err != nil {
		t.Fatal(err)
	}
	base := x.layers[0]
	nearest := map[string]float64{}
	points := map[string]Entry{}
	for _, c := range n.all {
		if c.HasPoint() {
			points[c.Country] = c.Entry
			nearest[c.Country] = math.Inf(1)
		}
	}
	for i := range base.rows {
		e := base.entry(i, false)
		if p, ok := points[e.Country]; ok && e.Kind == Town {
			nearest[e.Country] = min(nearest[e.Country], Distance(e.Lat, e.Lon, p.Lat, p.Lon))
		}
	}
	empty := []string{"ATA", "IOT", "UMI"} // no towns
	wide := []string{"GRL", "KIR", "PCN", "ATF", "SGS", "UMI", "SJM", "AUS", "LBY", "DZA", "ESH", "CAN", "SYC"}
	for code, km := range nearest {
		limit := 250.0
		if slices.Contains(wide, code) {
			limit = 900
		}
		if km > limit && !slices.Contains(empty, code) {
			t.Errorf("%s: the point of countries.csv is %.0f km from its nearest town", code, km)
		}
	}
}

func TestTablesHoldNoBadNumbers(t *testing.T) {
	hand, err := areas()
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, a := range hand {
		if math.Abs(a.Lat) > 90 || math.Abs(a.Lon) > 180 || ids[a.ID] || a.Country != "" && CountryName(a.Country) == "" {
			t.Errorf("areas.csv: bad row %+v", a)
		}
		ids[a.ID] = true
	}
	for _, text := range []string{areasCSV, countriesCSV} {
		for i, line := range strings.Split(text, "\n") {
			if strings.TrimSpace(line) != line {
				t.Errorf("line %d begins or ends in space: %q", i+1, line)
			}
		}
	}
}

func places(t *rapid.T) []Place {
	name := rapid.StringMatching(`[A-Z][a-zé]{2,8}([ -][A-Z][a-z]{2,5})?`)
	n := rapid.IntRange(0, 60).Draw(t, "n")
	var out []Place
	for i := range n {
		id := "user:" + string(rune('a'+i%26)) + string(rune('a'+i/26))
		out = append(out, Place{
			Entry: Entry{
				ID: id, Name: name.Draw(t, "name"), Country: rapid.SampledFrom([]string{"", "SLV", "RUS"}).Draw(t, "country"),
				Kind: Kind(rapid.IntRange(0, 5).Draw(t, "kind")), Lat: float64(rapid.IntRange(-9000, 9000).Draw(t, "lat")) / 100,
				Population: rapid.IntRange(0, 1e7).Draw(t, "population"), Capital: rapid.Bool().Draw(t, "capital"),
			},
			Names: rapid.SliceOfN(name, 0, 3).Draw(t, "aliases"),
		})
	}
	return out
}

// Every place is found under every one of its names, before and after packing.
func TestEveryNameFindsItsPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		given := places(t)
		var b bytes.Buffer
		if err := Pack(&b, given); err != nil {
			t.Fatal(err)
		}
		opened, err := Open(&b)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range []*Index{New(given), opened, New(nil).Join(opened)} {
			for _, p := range given {
				for i, name := range append([]string{p.Name}, p.Names...) {
					want := p.Entry
					want.Alias = i > 0 && fold(name) != fold(p.Name)
					if !slices.Contains(x.Lookup(strings.ToUpper(name)), want) {
						t.Fatalf("%q does not find %+v", name, want)
					}
					if first, _, ok := strings.Cut(fold(name), " "); ok && !x.Begins(first) {
						t.Fatalf("Begins(%q) is false though %q is known", first, name)
					}
				}
			}
		}
	})
}

func TestDamagedFilesAreRefused(t *testing.T) {
	raw := newTable([]Place{{Entry: Entry{ID: "user:1", Name: "Port Maren"}, Names: []string{"Marenport"}}}).marshal()
	look := func(raw []byte) {
		if got, err := unmarshal(raw); err == nil && got.sound() {
			x := &Index{layers: []*table{got}}
			x.Lookup("Port Maren") // must not panic
			x.Begins("Port")
		}
	}
	for i := range raw {
		damaged := bytes.Clone(raw)
		damaged[i] ^= 0xff
		look(damaged)
		look(raw[:i])
	}
	for _, file := range []string{"", "not a gazetteer", string(packed[:len(packed)/2])} {
		if _, err := Open(strings.NewReader(file)); err == nil || ascribe.HintOf(err) == "" {
			t.Errorf("Open of %d bad bytes: error %v", len(file), err)
		}
	}
}

func TestEmbeddedIsSound(t *testing.T) {
	if x := embeddedIndex(t); !x.layers[0].sound() || x.Len() < 200_000 {
		t.Errorf("the embedded gazetteer holds %d places, sound: %v", x.Len(), x.layers[0].sound())
	}
}

func TestUserEntryTakesThePlaceOfItsNamesake(t *testing.T) {
	x := New([]Place{{Entry: Entry{ID: "user:1", Name: "Port Maren", Population: 10}}})
	x = x.With([]Place{{Entry: Entry{ID: "user:1", Name: "Port Maren", Population: 70}}})
	if got := x.Lookup("port-maren"); len(got) != 1 || got[0].Population != 70 {
		t.Errorf("Lookup = %+v", got)
	}
}
