package boundary

// Size is the number of weights: a power of two.
const Size = 1 << 16

// mix makes the index of a weight of a template and three values.
func mix(template, a, b, c uint32) uint32 {
	h := template*0x9E3779B1 ^ a
	h = (h ^ h>>15) * 0x85EBCA6B
	h = (h ^ b ^ h>>13) * 0xC2B2AE35
	h = (h ^ c ^ h>>16) * 0x27D4EB2F
	return (h ^ h>>15) & (Size - 1)
}

func flag(b bool, bit uint32) uint32 {
	if b {
		return 1 << bit
	}
	return 0
}

// bucket folds a count into few values.
func bucket(n int) uint32 {
	switch {
	case n < 6:
		return uint32(n)
	case n < 9:
		return 6
	case n < 14:
		return 7
	case n < 22:
		return 8
	case n < 40:
		return 9
	}
	return 10
}

var nowhere = piece{shape: 31, stop: 31}

func (t *Text) at(i int) *piece {
	if i < 0 || i >= len(t.pieces) {
		return &nowhere
	}
	return &t.pieces[i]
}

// Features appends the weights that tell whether a sentence that begins with
// piece first ends at place i.
func (t *Text) Features(out []uint32, i, first int) []uint32 {
	l, r := t.at(i), t.at(i+1)
	l2, r2, r3 := t.at(i-1), t.at(i+2), t.at(i+3)
	if i-1 < first {
		l2 = &nowhere
	}
	s := t.states[i]
	inside := flag(s.straight, 0) | flag(s.curly > 0, 1) | flag(s.depth > 0, 2)
	style := uint32(t.style)
	seam := uint32(l.stop) | uint32(l.close)<<4 | uint32(r.open)<<8 | uint32(min(r.gap, 2))<<12
	shapes := uint32(l.shape) | uint32(r.shape)<<5
	right := uint32(r.shape) | uint32(r.open)<<5 | flag(r.starter, 9) | uint32(r.stop)<<10
	class := uint32(l.class) | uint32(l.stop)<<4 | uint32(l.shape)<<8
	since, left := bucket(i+1-first), bucket(len(t.pieces)-1-i)
	wide := flag(r.gap >= 2, 0)
	return append(out,
		mix(1, seam, 0, style),
		mix(2, seam, right, 0),
		mix(3, class, right, 0),
		mix(4, class, r.core, 0),
		mix(5, l.core, uint32(l.stop), uint32(r.shape)),
		mix(6, r.core, uint32(l.stop), uint32(l.close)),
		mix(7, seam, shapes, uint32(r2.shape)|uint32(r2.stop)<<5),
		mix(8, seam, shapes, uint32(l2.shape)|uint32(l2.stop)<<5),
		mix(9, l.marks, uint32(r.shape), uint32(r.open)),
		mix(10, l.marks, r.core, 0),
		mix(11, since, seam, uint32(r.shape)),
		mix(12, left, seam, uint32(r.shape)),
		mix(13, inside, seam, uint32(r.shape)),
		mix(14, style, uint32(l.stop), uint32(r.shape)),
		mix(15, l.core, r.core, uint32(l.stop)),
		mix(16, r.core, r2.core, uint32(l.stop)),
		mix(17, l2.core, l.core, uint32(l.stop)),
		mix(18, wide, uint32(l.stop), style|uint32(r.shape)<<4),
		mix(19, since, uint32(l.shape)|uint32(l.stop)<<5, flag(l.number, 0)|flag(r.number, 1)),
		mix(20, class, uint32(r.shape)|flag(r.starter, 5)|flag(r.acts, 6), style),
		mix(21, uint32(l.shape)|uint32(l.stop)<<5|uint32(l2.shape)<<10|uint32(l2.stop)<<15, uint32(r.shape)|uint32(r.stop)<<5, uint32(r2.shape)|uint32(r3.shape)<<5),
		mix(22, since, left, uint32(l.stop)|uint32(r.shape)<<5),
		mix(23, r.marks, uint32(r.shape), seam),
		mix(24, l.core, uint32(r.shape)|flag(r.starter, 5), style|uint32(l.stop)<<4),
		mix(25, t.at(first).core, uint32(l.stop), uint32(r.shape)|since<<5),
		mix(26, uint32(t.at(first).open)|uint32(t.at(first).shape)<<5, seam, uint32(r.shape)|uint32(r.open)<<5),
		mix(27, r.core, uint32(r.shape)|uint32(l.shape)<<5|uint32(l.stop)<<10, uint32(r2.shape)),
		mix(28, inside, uint32(l.stop)|uint32(l.close)<<4, r.core),
		mix(29, r2.core, uint32(l.stop), uint32(r.shape)|uint32(l.close)<<5),
		mix(30, style, wide, 0),
		mix(31, uint32(t.at(len(t.pieces)-1).stop), seam, uint32(r.shape)),
		mix(32, bucket(t.stops[i+1]-i-1), uint32(l.stop)|uint32(l.close)<<4, uint32(r.shape)|since<<5),
	)
}
