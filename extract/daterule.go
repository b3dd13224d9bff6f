package extract

// month reads the name of a month. "March", "May" and "August" are words too:
// they need a capital, and in a sentence of capitals a neighbour that takes a
// month.
func (g *dateGrammar) month(i int) (int, bool) {
	m, ok := monthWords[g.w(i)]
	if !ok || !g.capital(i) {
		return 0, false
	}
	return m, true
}

// loneMonth reads a month that stands without day or year: "in March".
func (g *dateGrammar) loneMonth(i int) (int, bool) {
	m, ok := g.month(i)
	if !ok {
		return 0, false
	}
	if g.is(i-1, "in since until till during by early late mid this last next of from between through before after and to throughout") {
		return m, !(g.is(i, "may march") && g.is(i-1, "to and of by before after")) && !g.nameFollows(i)
	}
	if g.is(i, "may march august april june mar dec sept sep jan jun jul apr aug nov oct feb") || g.s.Caps {
		return 0, false
	}
	return m, !g.nameFollows(i)
}

// nameFollows reports whether the word after token i makes it a person's name:
// "April Vidal".
func (g *dateGrammar) nameFollows(i int) bool {
	if g.s.Caps || i+1 >= len(g.s.Tokens) || !g.is(i, "april may june august") {
		return false
	}
	next := &g.s.Tokens[i+1]
	return next.Caps && next.Tag == "NNP" && !g.is(i-1, "in last this next since")
}

// yearAfter reads the year that follows a month or day: "2024", ", 2024", "90".
// It returns 0 and the same token where none does.
func (g *dateGrammar) yearAfter(i int) (year, end int) {
	at := i
	if g.is(at, ", of [ (") {
		at++
	}
	y, ok := yearWord(g.w(at))
	if !ok && at == i && !g.counts(at+1) {
		y, ok = shortYear(g.w(at))
	}
	if !ok || g.counts(at+1) && g.w(at-1) != "," {
		return 0, i
	}
	if at > i && g.is(i, "[ (") {
		if !g.is(at+1, "] )") {
			return 0, i
		}
		at++
	}
	return y, at + 1
}

// calendar reads a day, or a month, by name or in figures, with the weekday that
// stands before and the part of the day that stands after.
func (g *dateGrammar) calendar(i int) (dateForm, int) {
	if wd, ok := weekdayWords[g.w(i)]; ok && g.capital(i) {
		at := i + 1
		if g.is(at, ", . the [ (") {
			at++
		}
		if c, end := g.dated(at); end > 0 && rank(c) == 3 && g.is(at-1, "[ (") == g.is(end, "] )") {
			if g.is(at-1, "[ (") {
				end++
			}
			c.weekday, c.named = wd, true
			return c, g.partOfDay(end)
		}
		return nil, 0
	}
	if c, end := g.dated(i); end > 0 {
		if rank(c) == 3 {
			end = g.partOfDay(end)
		}
		if c == (calendar{}) {
			return nil, end
		}
		return c, end
	}
	if season, ok := seasonWords[g.w(i)]; ok {
		at := i + 1
		if g.is(at, "of") {
			at++
		}
		if y, ok := yearWord(g.w(at)); ok && !g.counts(at+1) {
			return shifted{month: season, inYear: y}, at + 1
		}
	}
	return nil, 0
}

// dated reads a calendar date without its weekday.
func (g *dateGrammar) dated(i int) (calendar, int) {
	if c, ok := numericDate(g.w(i)); ok {
		return c, i + 1
	}
	if c, ok := slashed(g.w(i)); ok {
		return c, i + 1
	}
	if d, ok := monthDay(g.w(i)); ok {
		at := i + 1
		if g.is(at, "of") {
			at++
		}
		if m, ok := g.month(at); ok && (g.w(at) != "may" || g.capital(at)) {
			y, end := g.yearAfter(at + 1)
			return calendar{year: y, month: m, day: d}, end
		}
		return calendar{}, 0
	}
	m, ok := g.month(i)
	if !ok {
		return calendar{}, 0
	}
	at := i + 1
	if g.is(at, "the") {
		at++
	}
	if d, ok := monthDay(g.w(at)); ok && !(g.is(i-1, "in") && g.counts(at+1)) {
		y, end := g.yearAfter(at + 1)
		return calendar{year: y, month: m, day: d}, end
	}
	if y, end := g.yearAfter(i + 1); y > 0 && (!g.is(i+1, ",") || end-i == 3) && len(g.w(end-1)) == 4 {
		return calendar{year: y, month: m}, end
	}
	if m, ok := g.loneMonth(i); ok {
		return calendar{month: m}, i + 1
	}
	return calendar{}, 0
}

// partOfDay steps over "morning", "night" and the like.
func (g *dateGrammar) partOfDay(i int) int {
	if g.is(i, partsOfDay) {
		return i + 1
	}
	return i
}

// daily reads days by the day of writing and by their names: "yesterday
// morning", "last night", "Friday night", "last Friday", "this weekend".
func (g *dateGrammar) daily(i int) (dateForm, int) {
	if g.is(i, "early late") { // "early Friday", "late on Thursday", "late on the 4th"
		at := i + 1
		if g.is(at, "on") {
			at++
		}
		if g.is(at, "the") && g.is(at-1, "on") {
			return g.numbered(at + 1)
		}
		if form, end := g.daily(at); end > 0 {
			switch form.(type) {
			case onWeekday, offset:
				return form, end
			}
		}
		return nil, 0
	}
	if n, ok := dayWords[g.w(i)]; ok {
		return offset{n}, g.partOfDay(i + 1)
	}
	switch {
	case g.is(i, "day") && g.is(i+1, "before") && g.is(i+2, "yesterday"):
		return offset{-2}, i + 3
	case g.is(i, "day") && g.is(i+1, "after") && g.is(i+2, "tomorrow"):
		return offset{2}, i + 3
	case g.is(i, "last") && g.is(i+1, "night evening"):
		return offset{-1}, i + 2
	case g.is(i, "this") && (g.is(i+1, partsOfDay) || g.is(i+1, "early late") && g.is(i+2, partsOfDay)):
		return offset{0}, g.partOfDay(i + 2)
	}
	return g.weekdayAt(i)
}

// weekdayAt reads a weekday with what stands before it.
func (g *dateGrammar) weekdayAt(i int) (dateForm, int) {
	shift, at := 0, i
	switch {
	case g.is(i, backward):
		shift, at = -1, i+1
	case g.is(i, "next"):
		shift, at = 1, i+1
	case g.is(i, "this coming"):
		at = i + 1
		if g.is(at, "coming past") {
			at++
		}
	}
	wd, ok := weekdayWords[g.w(at)]
	if !ok || !g.capital(at) || len(g.w(at)) < 6 && !g.stopped(at) {
		return nil, 0
	}
	if g.is(i, "coming") || g.is(i+1, "coming") {
		shift = 1
	}
	if g.is(i+1, "past") {
		shift = -1
	}
	return onWeekday{wd, shift}, g.partOfDay(at + 1)
}

// stopped reports whether token i keeps its full stop, as an abbreviated weekday
// does; "Sun." is left alone.
func (g *dateGrammar) stopped(i int) bool {
	return g.s.Tokens[i].Lower != g.w(i) && !g.is(i, "sun sat")
}
