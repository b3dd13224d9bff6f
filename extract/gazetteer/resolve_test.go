package gazetteer

import "testing"

func TestResolveAll(t *testing.T) {
	x := embeddedIndex(t)
	for _, c := range []struct {
		says     string
		toponyms []Toponym
		people   map[string]int
		want     []string // ids
	}{
		{"alone, the great city", []Toponym{{Name: "Moscow"}}, nil, []string{"geonames:524901"}},
		{"within a division", []Toponym{{Name: "Moscow", Within: []string{"Idaho"}}, {Name: "Idaho"}}, nil, []string{"geonames:5601538", "geonames-code:US.ID"}},
		{"within a postal code", []Toponym{{Name: "Moscow", Within: []string{"ID"}}}, nil, []string{"geonames:5601538"}},
		{"within a country", []Toponym{{Name: "San Miguel", Within: []string{"El Salvador"}}}, nil, []string{"geonames:3583446"}},
		{"by the people named", []Toponym{{Name: "San Miguel"}}, map[string]int{"SLV": 3}, []string{"geonames:3583446"}},
		{"by the country named", []Toponym{{Name: "Santa Ana"}, {Name: "El Salvador", Count: 2}}, nil, []string{"geonames:3583334", "iso3166:SLV"}},
		{"a list of countries", []Toponym{{Name: "Iraq", Within: []string{"Iran"}}, {Name: "Iran"}}, nil, []string{"iso3166:IRQ", "iso3166:IRN"}},
		{"a town called as a country", []Toponym{{Name: "Lebanon", Within: []string{"Missouri"}}}, nil, []string{"geonames:4394794"}},
		{"a farm that is not in the tables is no town of another country", []Toponym{{Name: "Moscow Mills"}, {Name: "El Salvador"}}, map[string]int{"SLV": 4, "GTM": 2}, []string{"", "iso3166:SLV"}},
		{"unknown", []Toponym{{Name: "Port Maren"}, {Name: "Moscow"}}, nil, []string{"", "geonames:524901"}},
	} {
		for i, got := range ResolveAll(x, c.toponyms, c.people) {
			if got.ID != c.want[i] {
				t.Errorf("%s: %s is %s (%s, %s), want %s", c.says, c.toponyms[i].Name, got.ID, got.Name, got.Country, c.want[i])
			}
		}
	}
}

// Names that many places carry settle each other: no town of a pair needs to be
// the most prominent of its name.
func TestResolveAllByEachOther(t *testing.T) {
	town := func(id, country, admin, name string, lat, lon float64, population int) Place {
		return Place{Entry: Entry{ID: id, Name: name, Country: country, Admin1: admin, Lat: lat, Lon: lon, Population: population}}
	}
	x := New([]Place{
		town("s:1", "XSV", "Northmark", "Ombra", 10, 20, 400_000),
		town("s:2", "XSV", "Westmark", "Velm", 14, 20, 300_000),
		town("b:1", "XBR", "Lowland", "Ombra", 40, 60, 20_000),
		town("b:2", "XBR", "Lowland", "Velm", 40.2, 60.1, 15_000),
		town("b:3", "XBR", "Lowland", "Tarn", 40.1, 60.2, 9_000),
	})
	got := ResolveAll(x, []Toponym{{Name: "Ombra"}, {Name: "Velm"}, {Name: "Tarn"}}, nil)
	for i, want := range []string{"b:1", "b:2", "b:3"} {
		if got[i].ID != want {
			t.Errorf("%d: %s, want %s", i, got[i].ID, want)
		}
	}
	if got := ResolveAll(x, []Toponym{{Name: "Ombra"}}, nil); got[0].ID != "s:1" {
		t.Errorf("alone: %s, want the greater town", got[0].ID)
	}
}
