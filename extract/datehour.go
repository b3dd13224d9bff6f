package extract

import (
	"strconv"
	"strings"

	"ascribe/extract/nlp"
)

// An hour is a time of day as it stands in a sentence.
type hour struct {
	first, last int  // tokens [first, last)
	of24        int  // 0 to 23
	vague       bool // "shortly before midnight": on which side of it is told apart by the words alone
}

// zones are the zones that a time of day is given in.
const zones = "edt est et cdt cst ct pdt pst pt mdt mst mt gmt utc local time"

// hoursOf returns the times of day of a sentence that say which half of the day
// they are of, in order.
func hoursOf(s *nlp.Sentence) []hour {
	g := dateGrammar{s: s}
	var out []hour
	for i := 0; i < len(s.Tokens); {
		h, ok := g.hourAt(i)
		if !ok {
			i++
			continue
		}
		out = append(out, h)
		i = h.last
	}
	return out
}

// hourAt reads a time of day that begins at token i: "3:30 a.m.", "11pm",
// "2: 45 a.m.", "midnight", "three in the morning".
func (g *dateGrammar) hourAt(i int) (hour, bool) {
	switch {
	case g.is(i, "midnight"):
		return hour{first: i, last: i + 1, vague: g.is(i-1, "before until till to")}, true
	case g.is(i, "noon midday"):
		return hour{first: i, last: i + 1, of24: 12}, true
	}
	w := g.w(i)
	for _, half := range []string{"a.m", "p.m", "am", "pm"} {
		if n, ok := strings.CutSuffix(w, half); ok && n != "" {
			h, ok := of24(n, half)
			return hour{first: i, last: i + 1, of24: h}, ok
		}
	}
	at := i + 1
	if g.is(at, ":") && len(g.w(at+1)) == 2 {
		at += 2 // "2: 45 a.m."
	}
	if g.is(at, "o'clock") {
		at++
	}
	half := g.w(at)
	switch {
	case g.is(at, "a.m p.m am pm"):
		at++
	case g.is(at, "in") && g.is(at+1, "the") && g.is(at+2, "morning"):
		at, half = at+3, "am"
	case g.is(at, "in") && g.is(at+1, "the") && g.is(at+2, "afternoon evening"), g.is(at, "at") && g.is(at+1, "night"):
		at, half = at+2, "pm"
		if g.is(at, "afternoon evening") {
			at++
		}
	default:
		return hour{}, false
	}
	h, ok := of24(w, half)
	return hour{first: i, last: at, of24: h}, ok
}

// of24 reads an hour of twelve, in figures or as a word, with its half of the day.
func of24(w, half string) (int, bool) {
	if i := strings.IndexAny(w, ":."); i > 0 {
		w = w[:i]
	}
	n, err := strconv.Atoi(w)
	if err != nil {
		word, ok := numberWord(w)
		if !ok {
			return 0, false
		}
		n = word
	}
	if n < 1 || n > 12 {
		return 0, false
	}
	n %= 12
	if half[0] == 'p' {
		n += 12
	}
	return n, true
}

// toTheHour reports whether a time of day goes with the date at tokens [first, last)
// that hangs on token hung: right before it or right after ("around 3:30 a.m. PT on
// Sunday", "Monday at about four"), or on the same word ("On April 1, officers were
// called shortly before 12:30 a.m.").
func toTheHour(s *nlp.Sentence, first, last, hung int) bool {
	g := dateGrammar{s: s}
	for k := first - 1; k >= max(0, first-5); k-- {
		if g.is(k, "dawn o'clock hours morning evening night afternoon gmt noon midnight a.m p.m am pm") || g.clock(k) || strings.Contains(g.w(k), ":") && len(g.w(k)) > 3 {
			return true
		}
		if _, ok := g.hourAt(k); ok {
			return true
		}
		if !g.is(k, zones+" on of early late , ( ) [ ] the") {
			break
		}
	}
	if g.is(last, "at around about shortly just") && last+1 < len(s.Tokens) && (s.Tokens[last+1].Tag == "CD" || g.is(last+1, "about around after before")) {
		return true
	}
	for _, h := range hoursOf(s) {
		if hung >= 0 && hungOn(s, h.first, h.last) == hung {
			return true
		}
	}
	return false
}

// clock reports whether token k is a time of day in four figures: "at 2130".
func (g *dateGrammar) clock(k int) bool {
	w := g.w(k)
	n, err := strconv.Atoi(w)
	return len(w) == 4 && err == nil && n <= 2400 && n%100 < 60 && (g.is(k-1, "at around about approximately by") || g.is(k+1, "gmt hours local"))
}
