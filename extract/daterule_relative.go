package extract

// partly reads a part of a month, year or decade: "early March", "mid-2010s",
// "the last months of 2023", "earlier this year", "the end of March".
func (g *dateGrammar) partly(i int) (dateForm, int) {
	if g.is(i, "earlier later") && (g.is(i+1, "this") || g.is(i+1, "in") && g.is(i+2, "the")) {
		at := i + 1
		if g.is(at, "in") {
			if u, ok := unitWords[g.w(at+2)]; ok && u >= weeks && u <= decades {
				return period{unit: u}, at + 3
			}
			return nil, 0
		}
		return g.pointing(at)
	}
	which, ok := partWords[g.w(i)]
	if !ok {
		return nil, 0
	}
	at := i + 1
	switch {
	case g.is(i, "early late mid"):
		if g.is(at, "-") || g.is(at, "in") && g.is(i, "early late") {
			at++
		}
	case g.is(i, "beginning start outset end close middle"):
		if !g.is(at, "of") {
			return nil, 0
		}
		at++
	default: // "the first (three) months of 2024"
		if g.is(at, vagueCounts) {
			at++
		} else if n, ok := dateCount(g.w(at)); ok && n > 1 {
			at++
		}
		if u, ok := unitWords[g.w(at)]; !ok || u == hours || g.w(at+1) != "of" {
			return nil, 0
		}
		at += 2
	}
	if g.is(at, "the") {
		at++
	}
	return g.partOf(at, which)
}

// partOf reads what an expression names a part of.
func (g *dateGrammar) partOf(at, which int) (dateForm, int) {
	if form, end := g.pointing(at); end > 0 {
		if u, ok := form.(period); ok && u.unit >= weeks && u.unit <= decades {
			return part{form, which}, end
		}
		return nil, 0
	}
	if form, end := g.yearly(at); end > 0 {
		if _, ok := form.(decade); ok {
			return part{form, which}, end
		}
	}
	if m, ok := g.month(at); ok {
		y, end := g.yearAfter(at + 1)
		if _, day := monthDay(g.w(at + 1)); day && y == 0 {
			return nil, 0
		}
		return part{calendar{year: y, month: m}, which}, end
	}
	if c, end := g.bareYear(at); end > 0 {
		return part{c, which}, end
	}
	if season, ok := seasonWords[g.w(at)]; ok {
		if y, ok := yearWord(g.w(at + 1)); ok {
			return part{shifted{month: season, inYear: y}, which}, at + 2
		}
	}
	return nil, 0
}

// counted reads so many units before now or before another date: "two weeks
// ago", "a week earlier", "the past 24 hours", "the next day".
func (g *dateGrammar) counted(i int) (dateForm, int) {
	if g.is(i, "over") || g.is(i, "more") && g.is(i+1, "than") { // "more than a month ago": at no time that is known
		at := i + 1
		if g.is(i, "more") {
			at++
		}
		if form, end := g.counted(at); end > 0 {
			if _, ok := form.(ago); ok {
				return nil, end
			}
		}
		return nil, 0
	}
	if g.is(i, "minutes moments") && g.is(i+1, "ago") {
		return offset{0}, i + 2
	}
	if g.is(i, "about around some nearly almost roughly") {
		if form, end := g.counted(i + 1); end > 0 {
			if _, ok := form.(ago); ok {
				return form, end
			}
		}
		return nil, 0
	}
	if form, end := g.windowAt(i); end > 0 {
		return form, end
	}
	if form, end := g.besideDay(i); end > 0 {
		return form, end
	}
	at, vague := i+1, false
	n, ok := dateCount(g.w(i))
	if !ok && g.is(i, vagueCounts) {
		vague, ok = true, true
	}
	if ok && g.is(i, "a") && g.is(at, "few couple") {
		vague, at = true, at+1
		if g.is(at, "of") {
			at++
		}
	}
	unit, isUnit := unitWords[g.w(at)]
	if !isUnit || unit == weekend {
		return nil, 0
	}
	if !ok {
		return nil, 0
	}
	at++
	switch {
	case g.is(at, "ago") && vague:
		return nil, at + 1
	case g.is(at, "ago"):
		return g.agoOn(ago{n, unit}, at+1)
	case vague:
		return nil, 0
	case g.is(at, "earlier before") && unit != hours && !(g.is(at, "before") && g.followed(at+1)):
		return relativeDay{-n, unit}, at + 1
	case g.is(at, "later after") && unit != hours && !(g.is(at, "after") && g.followed(at+1)):
		return relativeDay{n, unit}, at + 1
	}
	return nil, 0
}

// besideDay reads the day of another date of the text, the one after and the one
// before: "that same night", "the next morning", "the previous day", "the night
// before".
func (g *dateGrammar) besideDay(i int) (dateForm, int) {
	const parts = "day morning evening night afternoon"
	switch {
	case g.is(i, "that") && g.is(i+1, "same") && g.is(i+2, parts):
		return relativeDay{0, days}, i + 3
	case g.is(i, "that same") && g.is(i+1, parts) && (g.is(i, "same") || g.is(i+1, "day night evening")):
		return relativeDay{0, days}, i + 2
	case g.is(i, "next following") && g.is(i+1, parts) && g.is(i-1, "the that on"):
		return relativeDay{1, days}, i + 2
	case g.is(i, "next") && g.is(i+1, "day morning") && i == 0:
		return relativeDay{1, days}, i + 2
	case g.is(i, "previous") && g.is(i+1, parts) && g.is(i-1, "the"):
		return relativeDay{-1, days}, i + 2
	case g.is(i, parts) && g.is(i+1, "before after") && g.is(i-1, "the") && !g.followed(i+2):
		if g.is(i+1, "after") {
			return relativeDay{1, days}, i + 2
		}
		return relativeDay{-1, days}, i + 2
	}
	return nil, 0
}

// agoOn reads the day that may stand after "a week ago": "Friday", "today".
func (g *dateGrammar) agoOn(a ago, at int) (dateForm, int) {
	if a.unit != weeks {
		return a, at
	}
	if wd, end, ok := g.bareWeekday(at); ok {
		return weeksBack{onWeekday{weekday: wd}, a.n}, end
	}
	if n, ok := dayWords[g.w(at)]; ok {
		return offset{n - 7*a.n}, at + 1
	}
	return a, at
}

// followed reports whether something stands at token i that "before" or "after"
// can govern: "two days after the raid" counts from the raid, whose date may not
// be known.
func (g *dateGrammar) followed(i int) bool { return i < len(g.s.Tokens) && !g.is(i, ". , ; : ) ]") }

// windowAt reads "the past 24 hours", "the last three days", "the past week",
// "recent months".
func (g *dateGrammar) windowAt(i int) (dateForm, int) {
	if g.is(i, "recent") {
		if u, ok := unitWords[g.w(i+1)]; ok && u != weekend {
			return nil, i + 2
		}
	}
	if !g.is(i, backward) {
		return nil, 0
	}
	at := i + 1
	if g.is(at, vagueCounts) {
		if u, ok := unitWords[g.w(at+1)]; ok && u != weekend {
			return nil, at + 2
		}
		return nil, 0
	}
	n, counted := dateCount(g.w(at))
	if counted {
		at++
	}
	u, ok := unitWords[g.w(at)]
	switch {
	case !ok || u == weekend || g.is(at+1, "of"):
		return nil, 0
	case counted && (n > 1 || u == hours):
		return window{n, u}, at + 1
	case !counted && g.is(i, "past") && g.is(i-1, "the") && u != hours:
		return window{1, u}, at + 1
	}
	return nil, 0
}

// pointing reads a unit of the calendar, a month or a season beside the one of
// writing: "this year", "last August", "over the weekend".
func (g *dateGrammar) pointing(i int) (dateForm, int) {
	if g.is(i, "the") && g.is(i+1, "weekend") && g.is(i-1, "over at during on") {
		return period{unit: weekend}, i + 2
	}
	shift := 0
	switch {
	case g.is(i, "last previous past"):
		shift = -1
	case g.is(i, "next coming"):
		shift = 1
	case !g.is(i, "this current"):
		return nil, 0
	}
	if g.is(i, "past previous") && g.is(i-1, "the") {
		return nil, 0
	}
	if u, ok := unitWords[g.w(i+1)]; ok && u >= weeks && !g.is(i+2, "of") && !(g.is(i, "next last") && g.is(i-1, "the")) {
		return period{u, shift}, i + 2
	}
	if c, end := g.dated(i + 1); end > 0 && rank(c) == 3 && c.year == 0 && g.is(i, "last next past") {
		return pointedDay{c, shift}, g.partOfDay(end)
	}
	if m, ok := g.month(i + 1); ok {
		if _, isDay := monthDay(g.w(i + 2)); !isDay {
			return shifted{month: m, shift: shift}, i + 2
		}
	}
	if s, ok := seasonWords[g.w(i+1)]; ok && !g.is(i, "past coming") {
		return shifted{month: s, shift: shift}, i + 2
	}
	return nil, 0
}
