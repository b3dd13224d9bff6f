package gazetteer

import (
	_ "embed" // the packed gazetteer
	"sync"
)

//go:generate go run ./build -out gazetteer.bin.zst

//go:embed gazetteer.bin.zst
var packed []byte

// Embedded returns the gazetteer that ships with the program. It is unpacked
// when it is first asked for and shared by all callers.
func Embedded() (*Index, error) { return embedded() }

var embedded = sync.OnceValues(func() (*Index, error) {
	towns, err := unpack(packed) // a test has checked that it is sound
	if err != nil {
		return nil, err
	}
	base := &Index{layers: []*table{towns}}
	n, err := countries()
	if err != nil {
		return nil, err
	}
	hand, err := areas()
	if err != nil {
		return nil, err
	}
	sums := base.populations()
	places := make([]Place, 0, len(n.all)+len(hand))
	for _, c := range n.all {
		c.Population = sums[c.Country]
		places = append(places, c)
	}
	for _, a := range hand {
		places = append(places, base.division(a))
	}
	short, err := states()
	if err != nil {
		return nil, err
	}
	for _, s := range short {
		places = append(places, base.division(Place{Names: s.short, Entry: Entry{Name: s.name, Country: s.country, Kind: Area}}))
	}
	return base.With(places), nil
})

// populations sums the towns of each country.
func (x *Index) populations() map[string]int {
	sums := map[string]int{}
	for _, t := range x.layers {
		byCountry := make([]int, len(t.countries))
		for i := range t.rows {
			if r := &t.rows[i]; r.kind == Town {
				byCountry[r.country] += int(r.population)
			}
		}
		for i, c := range t.countries {
			sums[c] += byCountry[i]
		}
	}
	return sums
}

// division returns the first-order division that an area of the hand table is,
// under the names of both; or the area itself.
func (x *Index) division(area Place) Place {
	for _, name := range append([]string{area.Name}, area.Names...) {
		for _, e := range x.find(fold(name)) {
			if e.Kind == Division1 && e.Country == area.Country {
				e.Alias = false
				names := append([]string{area.Name}, area.Names...)
				return Place{Entry: e, Names: names}
			}
		}
	}
	return area
}
