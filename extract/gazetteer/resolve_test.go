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

func TestResolveKnowsNothingOfNothing(t *testing.T) {
	if e, ok := Resolve(nil, &Context{}); ok {
		t.Errorf("Resolve(nil) = %+v", e)
	}
}
