package boundary

// What grammar settles is not left to the weights.

// never reports whether place i is no end of a sentence that begins with piece
// first, whatever the weights say: after the number of a list item, after a
// title of rank, inside a quotation's tie to its speaker.
func (t *Text) never(i, first int) bool {
	l, r := t.at(i), t.at(i+1)
	switch {
	case i == first && l.number && r.gap > 0:
		return true
	case l.stop == stopFull && l.close == markNone && l.class == classTitle:
		return r.shape != shapeNone
	case l.stop == stopFull && l.close == markNone && l.class == classState && (r.acts || t.style == styleUpper && !r.starter && r.open == markNone):
		return true // "U.S. POLICE"
	case l.stop == stopFull && l.close == markNone && l.class == classInitial:
		return r.gap < 2 && !r.starter && r.open == markNone && (r.shape == shapeTitle || r.shape == shapeUpper || r.shape == shapeLetter)
	case l.stop == stopNone && l.close == markBracket && t.style == styleUpper:
		return true // "[MLF] PROPOSAL", "[VIDAL] YES"
	case l.stop == stopColon:
		return true // what is said or listed belongs to who says it
	case l.stop == stopFull && l.close == markNone && l.class == classEnding && (r.day || r.zone || r.month && t.at(i+2).shape == shapeDigits):
		return true // "at 3 a.m. Monday", "at 3 a.m. ET", "at 3 a.m. Jan. 12"
	case l.stop == stopFull && l.close == markNone && l.class == classMonth && r.shape == shapeDigits && r.stop == stopFull:
		return true // "on Wednesday, Feb. 17."
	case (l.stop == stopAsk || l.stop == stopCry) && l.close == markQuote:
		return r.open == markNone && (r.shape == shapeLower && t.style != styleLax || t.speaks(i+1))
	}
	return false
}

// always reports whether a sentence ends at place i, whatever the weights say:
// a stop after a long word, and a count of people that begins the next.
func (t *Text) always(i int) bool {
	l, r, r2 := t.at(i), t.at(i+1), t.at(i+2)
	return l.stop == stopFull && l.class == classLong && l.shape <= shapeUpper && !r.number &&
		r.shape == shapeDigits && r.gap > 0 && r.open == markNone && r.stop == stopNone && r.close == markNone &&
		(r2.shape == shapeLower || r2.shape == shapeUpper && t.style == styleUpper)
}

// speaks reports whether the pieces from i on are a name and a verb of speech,
// as in "“Who was it?” Ana Oru said."
func (t *Text) speaks(i int) bool {
	for n := range 5 {
		p := t.at(i + n)
		switch {
		case p.says:
			return true
		case p.shape != shapeTitle && p.shape != shapeUpper && p.shape != shapeLetter && (p.shape != shapeLower || t.style != styleLower),
			p.stop != stopNone && p.class != classTitle && p.class != classInitial,
			n == 0 && p.alone && (p.shape == shapeTitle || p.shape == shapeLetter):
			return false
		}
	}
	return false
}
