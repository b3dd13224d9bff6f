package gazetteer

import (
	"encoding/binary"
	"math"
	"slices"
	"strconv"
)

// A table holds places and their names in little room: rows of fixed size, and
// the folded names sorted, front-coded in blocks, each with the rows it names.
type table struct {
	countries []string // ISO alpha-3
	admins    []string // names of first-order divisions
	ids       []string // the ids of places that are not GeoNames numbers
	rows      []row
	names     []byte // the names of the rows, one after the other
	keys      []byte // per key: shared prefix, rest length, rest
	postings  []byte // per key: count, then row<<1|alias as differences
	blocks    []block
	sounds    sounds
}

type row struct {
	lat, lon   int32 // 1e-5 degrees
	population uint32
	id         uint32 // GeoNames number, or index into ids where coded
	name       uint32 // end of the name in names; it begins where the row before ends
	country    uint16
	admin      uint16
	kind       Kind
	coded      bool
	capital    bool
}

// A block is where every blockSize-th key and its postings begin.
type block struct{ key, posting uint32 }

const blockSize = 16

// degrees per unit of a row's position.
const unit = 1e-5

// entry returns row i as an Entry.
func (t *table) entry(i int, alias bool) Entry {
	r := &t.rows[i]
	id := ""
	if r.coded {
		id = t.ids[r.id]
	} else {
		id = "geonames:" + strconv.FormatUint(uint64(r.id), 10)
	}
	start := uint32(0)
	if i > 0 {
		start = t.rows[i-1].name
	}
	return Entry{
		ID:         id,
		Name:       string(t.names[start:r.name]),
		Country:    t.countries[r.country],
		Admin1:     t.admins[r.admin],
		Kind:       r.kind,
		Lat:        degrees(r.lat),
		Lon:        degrees(r.lon),
		Population: int(r.population),
		Capital:    r.capital,
		Alias:      alias,
	}
}

func degrees(v int32) float64 { return math.Round(float64(v)) / (1 / unit) }

// find appends the entries under a folded name.
func (t *table) find(key string, out []Entry) []Entry {
	it := t.seek(key)
	if !it.next() || string(it.key) != key {
		return out
	}
	for _, p := range it.rows(nil) {
		out = append(out, t.entry(p>>1, p&1 == 1))
	}
	return out
}

// begins reports whether some folded name begins with the prefix.
func (t *table) begins(prefix string) bool {
	it := t.seek(prefix)
	return it.next() && len(it.key) >= len(prefix) && string(it.key[:len(prefix)]) == prefix
}

// A cursor walks the keys in order.
type cursor struct {
	t            *table
	key          []byte
	at, posting  int
	from         string // keys before it are passed over
	postingStart int
}

// seek returns a cursor whose next key is the first that is not before key.
func (t *table) seek(key string) *cursor {
	i, found := slices.BinarySearchFunc(t.blocks, key, func(b block, key string) int {
		switch head := t.head(b); { // compared in place: a string of each head would cost more than all else
		case string(head) < key:
			return -1
		case string(head) > key:
			return 1
		}
		return 0
	})
	if !found {
		i--
	}
	c := &cursor{t: t, from: key, key: make([]byte, 0, 64)}
	if i > 0 {
		c.at, c.posting = int(t.blocks[i].key), int(t.blocks[i].posting)
	}
	return c
}

// head returns the first key of a block, which shares nothing.
func (t *table) head(b block) []byte {
	_, n := binary.Uvarint(t.keys[b.key:])
	size, m := binary.Uvarint(t.keys[int(b.key)+n:])
	start := int(b.key) + n + m
	return t.keys[start : start+int(size)]
}

// next moves to the next key that is not before from; false at the end.
func (c *cursor) next() bool {
	for c.at < len(c.t.keys) {
		shared := c.uvarint(c.t.keys, &c.at)
		size := c.uvarint(c.t.keys, &c.at)
		c.key = append(c.key[:shared], c.t.keys[c.at:c.at+size]...)
		c.at += size
		c.postingStart = c.posting
		for n := c.uvarint(c.t.postings, &c.posting); n > 0; n-- {
			c.uvarint(c.t.postings, &c.posting)
		}
		if string(c.key) >= c.from {
			return true
		}
	}
	return false
}

// rows appends the postings of the current key: row<<1|alias.
func (c *cursor) rows(out []int) []int {
	at, last := c.postingStart, 0
	for n := c.uvarint(c.t.postings, &at); n > 0; n-- {
		last += c.uvarint(c.t.postings, &at)
		out = append(out, last)
	}
	return out
}

func (c *cursor) uvarint(b []byte, at *int) int {
	v, n := binary.Uvarint(b[*at:])
	*at += n
	return int(v)
}
