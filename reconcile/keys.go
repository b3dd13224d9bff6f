package reconcile

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"time"

	"ascribe"
)

// Keys returns the blocking keys of a document: two documents that may be of
// one origin or tell of one incident share at least one, as a rule. They file a
// document by its words (the bands of its signature), its addresses and headlines,
// and each telling by week and place. A telling without time or place is filed under the names in it.
func Keys(doc *ascribe.Document, seen []ascribe.Appearance, r *ascribe.Reading) []string {
	return NewProfile(doc, seen, r).Keys()
}

// Keys returns the profile's blocking keys; see [Keys].
func (p *Profile) Keys() []string {
	var keys []string
	if len(p.shingles) > 0 {
		keys = p.signature.bandKeys()
	}
	keys = append(keys, p.addressKeys()...)
	for i := range p.tellings {
		t := &p.tellings[i]
		weeks := t.weeks(p.public)
		places := t.placeKeys()
		for _, place := range places {
			for _, w := range weeks {
				keys = append(keys, fmt.Sprintf("i:%d:%s", w, place))
			}
		}
		for _, name := range t.rare {
			keys = append(keys, "n:"+name)
			for _, w := range weeks {
				keys = append(keys, fmt.Sprintf("w:%d:%s", w, name))
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Limits of how widely one telling is filed.
const (
	mostWeeks = 10 // a telling dated to a longer time is filed by names alone
	slack     = 2 * day
	mostNames = 12
)

// weeks numbers the weeks that a telling may be of, widened by a reporter's slip.
func (t *telling) weeks(published time.Time) []int64 {
	from, to, ok := t.days(published)
	if !ok {
		return nil
	}
	const week = 7 * 24 * 60 * 60
	first, last := from.Add(-slack).Unix()/week, to.Add(slack).Unix()/week
	if last-first >= mostWeeks {
		return nil
	}
	var out []int64
	for w := first; w <= last; w++ {
		out = append(out, w)
	}
	return out
}

// placeKeys files a place under the cell of one degree that holds it, and those
// next to it when it lies near their border; under the words of its name; and
// under its country by family of type, so that the coarse meets the fine.
func (t *telling) placeKeys() []string {
	p := t.told.Where
	if p == nil {
		return nil
	}
	var out []string
	if p.Point != nil && p.Precision < ascribe.FirstOrder {
		for _, lat := range cells(p.Point.Lat) {
			for _, lon := range cells(p.Point.Lon) {
				out = append(out, fmt.Sprintf("%d,%d", lat, lon))
			}
		}
	}
	for _, w := range tellingWords(p.Name + " " + p.Text) {
		out = append(out, w)
	}
	if p.Country != "" {
		out = append(out, fmt.Sprintf("%s:%d", p.Country, familyOf(t.told.Type)))
	}
	return out
}

// cells returns the whole degrees within a quarter of a degree.
func cells(degrees float64) []int {
	low, high := int(math.Floor(degrees-0.25)), int(math.Floor(degrees+0.25))
	if low == high {
		return []int{low}
	}
	return []int{low, high}
}

// rareNames are the names that a telling is most surely found by: those of its
// actors and its place, then those that its text repeats most, the rare before the
// common.
func rareNames(t *telling, counts map[string]int) []string {
	out := slices.Clone(t.actors)
	if p := t.told.Where; p != nil && p.Precision != ascribe.WholeCountry {
		out = append(out, tellingWords(p.Name)...)
	}
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(counts)), func(w string) bool { return len(w) < 4 })
	slices.SortStableFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(rarity(b)*float64(counts[b]), rarity(a)*float64(counts[a])), cmp.Compare(len(b), len(a)))
	})
	return append(out[:min(len(out), mostNames)], names[:min(len(names), mostNames)]...)
}
