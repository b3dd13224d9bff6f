package gazetteer

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"strings"
)

// newTable lays places out as a table. The order of the places is kept.
func newTable(places []Place) *table {
	b := tableBuilder{t: &table{}, strings: map[string]uint16{}}
	for i := range places {
		b.add(&places[i])
	}
	b.index()
	return b.t
}

type tableBuilder struct {
	t       *table
	strings map[string]uint16 // "c" + country or "a" + division → its number
	refs    []reference
}

// A reference says that a folded name names a row.
type reference struct {
	key string
	row int // row<<1|alias
}

func (b *tableBuilder) add(n *Place) {
	r := row{
		lat:        int32(math.Round(n.Lat / unit)),
		lon:        int32(math.Round(n.Lon / unit)),
		population: uint32(min(max(n.Population, 0), math.MaxUint32)),
		country:    b.number("c", n.Country, &b.t.countries),
		admin:      b.number("a", n.Admin1, &b.t.admins),
		kind:       n.Kind,
		capital:    n.Capital,
	}
	number, ok := strings.CutPrefix(n.ID, "geonames:")
	id, err := strconv.ParseUint(number, 10, 32)
	if ok && err == nil {
		r.id = uint32(id)
	} else {
		r.id, r.coded = uint32(len(b.t.ids)), true
		b.t.ids = append(b.t.ids, n.ID)
	}
	b.t.names = append(b.t.names, n.Name...)
	r.name = uint32(len(b.t.names))
	i := len(b.t.rows)
	b.t.rows = append(b.t.rows, r)
	b.refer("", n.Name, i<<1)
	for _, alias := range n.Names {
		b.refer("", alias, i<<1|1)
	}
	for _, demonym := range n.Demonyms {
		b.refer(demonymMark, demonym, i<<1|1)
	}
}

// refer lets a name, or what the mark before it makes of it, find a row.
func (b *tableBuilder) refer(mark, name string, row int) {
	if key := fold(name); key != "" {
		b.refs = append(b.refs, reference{mark + key, row})
	}
}

// number returns the place of s in a list of distinct strings.
func (b *tableBuilder) number(set, s string, list *[]string) uint16 {
	n, ok := b.strings[set+s]
	if !ok {
		n = uint16(len(*list))
		*list = append(*list, s)
		b.strings[set+s] = n
	}
	return n
}

// index writes the sorted keys and their postings.
func (b *tableBuilder) index() {
	slices.SortFunc(b.refs, func(x, y reference) int {
		if c := cmp.Compare(x.key, y.key); c != 0 {
			return c
		}
		return cmp.Compare(x.row, y.row)
	})
	last := ""
	for i, keys := 0, 0; i < len(b.refs); keys++ {
		end := i + 1
		for end < len(b.refs) && b.refs[end].key == b.refs[i].key {
			end++
		}
		if keys%blockSize == 0 {
			last = ""
			b.t.blocks = append(b.t.blocks, block{uint32(len(b.t.keys)), uint32(len(b.t.postings))})
		}
		b.key(last, b.refs[i].key)
		b.post(b.refs[i:end])
		last, i = b.refs[i].key, end
	}
}

// key writes a key as what it does not share with the one before.
func (b *tableBuilder) key(last, key string) {
	shared := 0
	for shared < min(len(last), len(key)) && last[shared] == key[shared] {
		shared++
	}
	b.t.keys = binary.AppendUvarint(b.t.keys, uint64(shared))
	b.t.keys = binary.AppendUvarint(b.t.keys, uint64(len(key)-shared))
	b.t.keys = append(b.t.keys, key[shared:]...)
}

// post writes the rows of one key. A row named by its own name and by an alias
// that folds to the same counts as named by its own.
func (b *tableBuilder) post(refs []reference) {
	refs = slices.CompactFunc(refs, func(x, y reference) bool { return x.row>>1 == y.row>>1 })
	b.t.postings = binary.AppendUvarint(b.t.postings, uint64(len(refs)))
	last := 0
	for _, r := range refs {
		b.t.postings = binary.AppendUvarint(b.t.postings, uint64(r.row-last))
		last = r.row
	}
}
