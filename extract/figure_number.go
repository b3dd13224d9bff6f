package extract

import (
	"strconv"
	"strings"

	"ascribe"
)

// units and scales are the number words of English up to the thousands.
var units = map[string]int{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var scales = map[string]int{"hundred": 100, "thousand": 1000, "million": 1000000}

// numberWord reads one token as a number: "12", "1,200", "twelve", "twenty-five".
func numberWord(w string) (int, bool) {
	if w == "" {
		return 0, false
	}
	if w[0] >= '0' && w[0] <= '9' {
		return digits(w)
	}
	if n, ok := units[w]; ok {
		return n, true
	}
	if n, ok := scales[w]; ok {
		return n, true
	}
	if w == "dozen" {
		return 12, true
	}
	if ten, unit, ok := strings.Cut(w, "-"); ok {
		t, okT := units[ten]
		u, okU := units[unit]
		if okT && okU && t >= 20 && u < 10 {
			return t + u, true
		}
	}
	return 0, false
}

// digits reads "12" and "1,200"; "2nd", "7.62", "3/4" and "1990s" are no counts.
func digits(w string) (int, bool) {
	if len(w) > 9 {
		return 0, false
	}
	groups := strings.Split(w, ",")
	for i, g := range groups {
		if i > 0 && len(g) != 3 || g == "" {
			return 0, false
		}
	}
	n, err := strconv.Atoi(strings.Join(groups, ""))
	return n, err == nil
}

// A quantity is a count as written: the tokens that give it and what they say.
type quantity struct {
	first, last int // tokens [first, last), the words of doubt included
	figure      ascribe.Figure
}

// number reads the longest plain number at token i: "twenty five", "two hundred
// and six", "a dozen", "half a dozen".
func (c *clause) number(i int) (n, last int, ok bool) {
	start := i
	if c.is(i, "half") && c.is(i+1, "a") && c.is(i+2, "dozen") {
		return 6, i + 3, true
	}
	if c.is(i, "a an") && (c.is(i+1, "dozen") || scales[c.lower(i+1)] > 0) {
		i++
	}
	total, part := 0, 0
	for ; i < len(c.Tokens); i++ {
		w := c.lower(i)
		if w == "and" && i > start && scales[c.lower(i-1)] > 0 {
			if v, ok := units[c.lower(i+1)]; ok && v < 100 && !c.is(i+2, "and") {
				continue
			}
			break
		}
		v, is := numberWord(w)
		if !is {
			break
		}
		switch {
		case scales[w] > 0 || w == "dozen":
			part = max(part, 1) * v
			if v >= 1000 {
				total, part = total+part, 0
			}
		case i == start:
			part = v
		case part >= 20 && part < 100 && part%10 == 0 && v < 10 && units[c.lower(i-1)] > 0:
			part += v
		case part%100 == 0 && part > 0 && v < 100 && units[c.lower(i)] > 0:
			part += v
		default:
			return total + part, i, true
		}
	}
	if i == start || i == start+1 && c.is(start, "a an") && scales[c.lower(start)] == 0 {
		return 0, start, false
	}
	return total + part, i, true
}

// atLeast and its kin are the words of doubt before a number, longest first.
var (
	atLeast  = []string{"at least", "no fewer than", "no less than", "not less than", "a minimum of", "as many as at least"}
	moreThan = []string{"more than", "over", "upwards of", "in excess of", "greater than", "well over", "above"}
	upTo     = []string{"up to", "as many as", "at most", "no more than", "not more than", "a maximum of"}
	lessThan = []string{"less than", "fewer than", "under"}
	nearly   = []string{"nearly", "almost", "close to", "just under"}
	about    = []string{"about", "around", "approximately", "some", "an estimated", "roughly", "an average of"}
	plainly  = []string{"a total of", "a further", "another", "the other", "other", "the", "all", "exactly", "only", "just", "these", "those", "his", "her", "their", "its", "a group of"}
)

// doubtBefore returns where one of the phrases begins that ends right before
// token i, and whether one does.
func (c *clause) doubtBefore(i int, phrases []string) (int, bool) {
	for _, ph := range phrases {
		words := strings.Fields(ph)
		if i < len(words) {
			continue
		}
		ok := true
		for k, w := range words {
			if c.lower(i-len(words)+k) != w {
				ok = false
				break
			}
		}
		if ok {
			return i - len(words), true
		}
	}
	return i, false
}

// quantityAt reads the quantity whose number begins at token i, with the words
// of doubt before and after it.
func (c *clause) quantityAt(i int) (quantity, bool) {
	if low, ok := vague[c.lower(i)]; ok {
		return c.vagueAt(i, low)
	}
	n, last, ok := c.number(i)
	if !ok || c.label(i) || c.is(i-1, "no . no. nos. number") && !c.is(i-2, "than") {
		return quantity{}, false
	}
	q := quantity{first: i, last: last}
	count := ascribe.Count(n)
	if m, end, ok := c.rangeAfter(i, last); ok && m > n {
		q.last = end
		q.figure = ascribe.Figure{Low: count, Best: ascribe.Unknown, High: ascribe.Count(m)}
		q.first, _ = c.skipBefore(i, "between from")
		return q, true
	}
	q.figure, q.first = c.doubted(i, count)
	if c.is(last, "or") && c.is(last+1, "more") {
		q.figure, q.last = ascribe.Figure{Low: count, Best: count, High: ascribe.Unknown, Open: true}, last+2
	}
	return q, true
}

// doubted returns the figure of a number at token i with the words of doubt
// before it, and where those begin.
func (c *clause) doubted(i int, n ascribe.Count) (ascribe.Figure, int) {
	const none = ascribe.Unknown
	if at, ok := c.doubtBefore(i, atLeast); ok {
		return ascribe.Figure{Low: n, Best: n, High: none, Open: true}, at
	}
	if at, ok := c.doubtBefore(i, upTo); ok {
		return ascribe.Figure{Low: none, Best: none, High: n}, at
	}
	if at, ok := c.doubtBefore(i, moreThan); ok {
		return ascribe.Figure{Low: n, Best: n, High: none, Open: true}, at
	}
	if at, ok := c.doubtBefore(i, lessThan); ok {
		return ascribe.Figure{Low: none, Best: none, High: n}, at
	}
	for _, soft := range [][]string{nearly, about} {
		if at, ok := c.doubtBefore(i, soft); ok {
			return ascribe.Figure{Low: none, Best: n, High: none}, at
		}
	}
	if at, ok := c.doubtBefore(i, plainly); ok {
		return ascribe.Exactly(n), at
	}
	return ascribe.Exactly(n), i
}

// rangeAfter reads the upper end of "between 5 and 7", "5 to 7", "5-7".
func (c *clause) rangeAfter(i, last int) (n, end int, ok bool) {
	switch {
	case c.is(i-1, "between") && c.is(last, "and"), c.is(i-1, "from") && c.is(last, "to"),
		c.is(last, "to - –") && c.numeric(last+1), c.is(last, "or") && c.numeric(last+1):
		to := last + 1
		for c.is(to, "well over more than up to about around nearly as many some") && to < last+4 {
			to++
		}
		n, end, ok = c.number(to)
	}
	return n, end, ok
}

// skipBefore returns i-1 when the token before i is one of the words.
func (c *clause) skipBefore(i int, words string) (int, bool) {
	if c.is(i-1, words) {
		return i - 1, true
	}
	return i, false
}

// vagueAt reads "dozens", "several hundred", "some"; "some 20" is a number with
// doubt and not vague.
func (c *clause) vagueAt(i int, low ascribe.Count) (quantity, bool) {
	if c.is(i, "some several few many") && c.numeric(i+1) && !c.is(i+1, "hundred thousand dozen") {
		return quantity{}, false
	}
	if c.is(i, "couple") && !c.is(i+1, "of") {
		return quantity{}, false // two who are married, or nothing of people
	}
	q := quantity{first: i, last: i + 1}
	q.first, _ = c.skipBefore(i, "a the")
	if scale, ok := vague[c.lower(i+2)]; ok && c.is(i+1, "of") && c.is(i, "tens hundreds") && c.is(i+2, "thousands") {
		low, q.last = low*scale, i+3
	}
	if c.is(i, "several few many some") && c.is(i+1, "hundred thousand dozen") {
		switch c.lower(i + 1) {
		case "hundred":
			low = 100
		case "thousand":
			low = 1000
		case "dozen":
			low = 12
		}
		q.last = i + 2
	}
	q.figure = ascribe.Figure{Low: low, Best: ascribe.Unknown, High: ascribe.Unknown, Open: true}
	return q, true
}
