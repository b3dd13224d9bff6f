package gazetteer

import (
	"encoding/binary"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"

	"ascribe"
)

// magic begins every packed gazetteer and names the version of its layout.
const magic = "ascribe gazetteer 1\n"

// maxPacked caps what a packed gazetteer may unpack to.
const maxPacked = 512 << 20

// Pack writes places as one compressed file that [Open] reads. The same
// places in the same order give the same bytes.
func Pack(w io.Writer, places []Place) error {
	t := newTable(places)
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression),
		zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(16<<20))
	if err != nil {
		return ascribe.Errorf(ascribe.Internal, "packing the gazetteer: %w", err)
	}
	_, err = w.Write(enc.EncodeAll(t.marshal(), nil))
	return err
}

// Open reads what [Pack] wrote and checks that it is whole.
func Open(r io.Reader) (*Index, error) {
	packed, err := io.ReadAll(io.LimitReader(r, maxPacked))
	if err != nil {
		return nil, ascribe.Errorf(ascribe.Invalid, "reading the gazetteer: %w", err)
	}
	t, err := unpack(packed)
	if err == nil && !t.sound() {
		err = damaged()
	}
	if err != nil {
		return nil, ascribe.WithHint(err, "Pack the places again with this version of the program.")
	}
	return &Index{layers: []*table{t}}, nil
}

// unpack decompresses a packed table; what it refers to is not checked.
func unpack(packed []byte) (*table, error) {
	dec, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxPacked), zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, ascribe.Errorf(ascribe.Internal, "reading the gazetteer: %w", err)
	}
	defer dec.Close()
	raw, err := dec.DecodeAll(packed, nil)
	if err != nil {
		return nil, ascribe.Errorf(ascribe.Invalid, "reading the gazetteer: %w", err)
	}
	return unmarshal(raw)
}

func damaged() error { return ascribe.Errorf(ascribe.Invalid, "the packed gazetteer is damaged") }

// marshal writes the table column by column, which compresses well.
func (t *table) marshal() []byte {
	out := []byte(magic)
	for _, list := range [][]string{t.countries, t.admins, t.ids} {
		out = section(out, []byte(strings.Join(list, "\x00")))
	}
	out = section(out, t.names)
	out = section(out, t.keys)
	out = section(out, t.postings)
	for _, column := range columns {
		var b []byte
		last := int64(0)
		for i := range t.rows {
			v := column.get(&t.rows[i])
			b = binary.AppendVarint(b, v-last)
			last = v
		}
		out = section(out, b)
	}
	var b []byte
	var last block
	for _, at := range t.blocks {
		b = binary.AppendUvarint(b, uint64(at.key-last.key))
		b = binary.AppendUvarint(b, uint64(at.posting-last.posting))
		last = at
	}
	return section(out, b)
}

func section(out, b []byte) []byte {
	out = binary.AppendUvarint(out, uint64(len(b)))
	return append(out, b...)
}

// A column is one field of a row, written as differences from row to row.
type column struct {
	get func(*row) int64
	set func(*row, int64)
}

var columns = []column{
	{func(r *row) int64 { return int64(r.lat) }, func(r *row, v int64) { r.lat = int32(v) }},
	{func(r *row) int64 { return int64(r.lon) }, func(r *row, v int64) { r.lon = int32(v) }},
	{func(r *row) int64 { return int64(r.population) }, func(r *row, v int64) { r.population = uint32(v) }},
	{func(r *row) int64 { return int64(r.id) }, func(r *row, v int64) { r.id = uint32(v) }},
	{func(r *row) int64 { return int64(r.name) }, func(r *row, v int64) { r.name = uint32(v) }},
	{func(r *row) int64 { return int64(r.country) }, func(r *row, v int64) { r.country = uint16(v) }},
	{func(r *row) int64 { return int64(r.admin) }, func(r *row, v int64) { r.admin = uint16(v) }},
	{func(r *row) int64 { return int64(r.kind) | flag(r.coded, 8) | flag(r.capital, 16) },
		func(r *row, v int64) { r.kind, r.coded, r.capital = Kind(v&7), v&8 != 0, v&16 != 0 }},
}

func flag(set bool, bit int64) int64 {
	if set {
		return bit
	}
	return 0
}

// unmarshal reads what marshal wrote.
func unmarshal(raw []byte) (*table, error) {
	if !strings.HasPrefix(string(raw[:min(len(raw), len(magic))]), magic) {
		return nil, ascribe.Errorf(ascribe.Invalid, "not a packed gazetteer of this version")
	}
	d := &decoder{rest: raw[len(magic):]}
	t := &table{countries: d.list(), admins: d.list(), ids: d.list()}
	t.names, t.keys, t.postings = d.section(), d.section(), d.section()
	for _, c := range columns {
		d.column(t, c)
	}
	d.blocks(t)
	if d.bad {
		return nil, damaged()
	}
	return t, nil
}

// sound reports whether every reference in the table stays inside it.
func (t *table) sound() bool {
	last := uint32(0)
	for i := range t.rows {
		r := &t.rows[i]
		if int(r.country) >= len(t.countries) || int(r.admin) >= len(t.admins) || r.name < last ||
			int(r.name) > len(t.names) || r.coded && int(r.id) >= len(t.ids) {
			return false
		}
		last = r.name
	}
	return t.walk()
}

// walk reads every key and posting once and reports whether all lie inside and
// the blocks begin where they should.
func (t *table) walk() bool {
	at, posting := 0, 0
	read := func(b []byte, at *int) (int, bool) {
		v, n := binary.Uvarint(b[*at:])
		*at += max(n, 0)
		return int(v), n > 0 && v < 1<<31
	}
	n := 0
	for length := 0; at < len(t.keys); n++ {
		if i := n / blockSize; n%blockSize == 0 && (i >= len(t.blocks) || t.blocks[i] != block{uint32(at), uint32(posting)}) {
			return false
		}
		shared, ok1 := read(t.keys, &at)
		size, ok2 := read(t.keys, &at)
		count, ok3 := read(t.postings, &posting)
		if !ok1 || !ok2 || !ok3 || shared > length || size > len(t.keys)-at {
			return false
		}
		at, length = at+size, shared+size
		for sum := 0; count > 0; count-- {
			d, ok := read(t.postings, &posting)
			if sum += d; !ok || sum>>1 >= len(t.rows) {
				return false
			}
		}
	}
	return len(t.blocks) == (n+blockSize-1)/blockSize
}

// A decoder takes sections off the front of packed bytes.
type decoder struct {
	rest []byte
	bad  bool
}

func (d *decoder) section() []byte {
	size, n := binary.Uvarint(d.rest)
	if n <= 0 || size > uint64(len(d.rest)-n) {
		d.bad = true
		return nil
	}
	b := d.rest[n : n+int(size) : n+int(size)]
	d.rest = d.rest[n+int(size):]
	return b
}

func (d *decoder) list() []string { return strings.Split(string(d.section()), "\x00") }

func (d *decoder) column(t *table, c column) {
	b := d.section()
	last := int64(0)
	for i := 0; len(b) > 0; i++ {
		v, n := binary.Varint(b)
		if n <= 0 {
			d.bad = true
			return
		}
		last += v
		b = b[n:]
		if i == len(t.rows) {
			t.rows = append(t.rows, row{})
		}
		c.set(&t.rows[i], last)
	}
}

func (d *decoder) blocks(t *table) {
	b := d.section()
	var last block
	for len(b) > 0 {
		k, n := binary.Uvarint(b)
		p, m := binary.Uvarint(b[max(n, 0):])
		if n <= 0 || m <= 0 {
			d.bad = true
			return
		}
		b = b[n+m:]
		last = block{last.key + uint32(k), last.posting + uint32(p)}
		t.blocks = append(t.blocks, last)
	}
}
