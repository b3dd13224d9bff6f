package extract

import (
	"slices"

	"ascribe"
)

// dateIncidents gives each incident the date that its tellings have of their own.
// Where they have none, or only one that is coarse, or that of a death that came of
// it, or one that rather dates what came after, the sentences about them are asked:
// "Four people were shot in a bar. It happened at about 2 a.m. on Saturday." What is
// not said stays unknown.
func (p *page) dateIncidents(groups []*incident) {
	places := p.datedPlaces()
	tellers := tellersOf(groups)
	for n, g := range groups {
		firm := false
		g.when, firm = g.ownDate(places)
		q := &asked{g: g, n: n, lead: leads(groups, n), p: p, least: leastAround}
		switch {
		case !g.when.Resolved() || g.deathAlone():
		case g.when.Precision != ascribe.Day:
			q.within = g.when
		case !firm:
			q.least = leastAgainst
		default:
			continue
		}
		if at := pickAround(places, tellers, q); at != nil {
			g.when, g.whenBecause = at.date, at.because()
		}
	}
	for _, g := range groups {
		p.narrowDate(g, places)
	}
	p.shareDate(groups)
}

// shareDate gives the first incident of the news, and one of several that were told
// of together, the day of all else that is news, where nothing dates it itself:
// "Three explosions rocked the city today. … Another went off in front of a church."
// Reports that tell of several days leave it open.
func (p *page) shareDate(groups []*incident) {
	day, several := dayOfAll(groups, (*incident).ofTheNews)
	if day == nil && !several && slices.ContainsFunc(groups, (*incident).onTrial) {
		day, _ = dayOfAll(groups, (*incident).carriedOut) // the news is of a court: the deed is told of as history
	}
	if day == nil {
		return
	}
	for n, g := range groups {
		if g.ofTheNews() && !g.when.Resolved() && (leads(groups, n) || g.oneOfSeveral(groups) || g.likeDated(groups)) {
			g.when, g.whenBecause = day, "no telling of it has a date of its own; all else that is news here was on “"+flat(day.Text)+"”"
		}
	}
}

// dayOfAll returns the day of all those of some incidents that have one, or nil; it
// reports whether they have several.
func dayOfAll(groups []*incident, of func(*incident) bool) (day *ascribe.Date, several bool) {
	for _, g := range groups {
		switch {
		case !of(g) || !g.when.Resolved() || g.when.Precision != ascribe.Day:
		case day == nil:
			day = g.when
		case !sameDays(day, g.when):
			return nil, true
		}
	}
	return day, false
}

// likeDated reports whether an incident is of the type of one that has a day, and
// nothing puts the two in different places: most likely more of the same news.
func (g *incident) likeDated(groups []*incident) bool {
	for _, o := range groups {
		if o != g && o.carriedOut() && o.when.Resolved() && o.kind == g.kind && !apart(o.places, g.places) {
			return true
		}
	}
	return false
}

// apart reports whether two sets of places both name some and share none.
func apart(a, b map[string]bool) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for name := range a {
		if b[name] {
			return false
		}
	}
	return true
}

// oneOfSeveral reports whether an incident is told as one more, or after several of
// its kind were told of in one word.
func (g *incident) oneOfSeveral(groups []*incident) bool {
	for _, t := range g.tellings {
		if t.fresh {
			return true
		}
	}
	for _, o := range groups {
		for _, t := range o.tellings {
			if o != g && t.plural && familyOf(o.kind) == familyOf(g.kind) && o.when != nil && t.span().Start < g.tellings[0].span().Start {
				return true
			}
		}
	}
	return false
}

// ofTheNews reports whether an incident is of the news and was carried out.
func (g *incident) ofTheNews() bool { return g.recent() && g.carriedOut() }

// carriedOut reports whether an incident is a deed that was done.
func (g *incident) carriedOut() bool {
	return g.stage() == ascribe.Accomplished && familyOf(g.kind) != arresting && familyOf(g.kind) != menace
}

// leads reports whether incident n is the first that is news: what the text gives
// far from any telling is most likely of it.
func leads(groups []*incident, n int) bool {
	for _, looksBack := range []bool{false, true} { // where nothing is news, the first that is told
		for i, g := range groups {
			if g.recent() != looksBack && familyOf(g.kind) != arresting && familyOf(g.kind) != menace {
				return i == n
			}
		}
	}
	return false
}

// ownDate returns the best of the dates that the tellings have of their own, one
// that names no days only where no other is there; firm is false where it hangs on
// nothing that tells of the deed.
func (g *incident) ownDate(places []*datedPlace) (best *ascribe.Date, firm bool) {
	most := 0
	for _, t := range g.tellings {
		if t.when == nil || best != nil && !t.when.Resolved() {
			continue
		}
		score, sure := g.ownScore(t, places)
		if best == nil || !best.Resolved() || score > most {
			best, most, firm = t.when, score, sure
		}
	}
	return best, firm
}

// ownScore weighs the date that a telling has of its own.
func (g *incident) ownScore(t *telling, places []*datedPlace) (score int, firm bool) {
	for _, at := range places {
		if at.date == t.when {
			score = at.worth(t)
			firm = score > 0
		}
	}
	switch t.when.Precision {
	case ascribe.Day:
		score += 4
	case ascribe.Year, ascribe.UnknownDate:
		score -= 4
	}
	if t.past && g.recent() {
		score -= 6 // "last year" beside this week's news
	}
	if t.frame == dying || t.dies() {
		score -= 5
	}
	for _, o := range g.tellings {
		if o != t && o.when.Resolved() && t.when.Resolved() && o.when.From.Equal(t.when.From) && o.when.To.Equal(t.when.To) {
			score++
		}
	}
	return score, firm
}

// worth weighs how a date that a telling has for its own stands to it: on its verb,
// or on a word that rather dates a speech, a trial or a funeral.
func (a *datedPlace) worth(t *telling) int {
	if v := verbOver(a.s, a.hung); a.hung >= t.first && a.hung < t.last || v >= t.first && v < t.last {
		return 4
	}
	switch a.occasion {
	case ofSaying, ofLaw, ofAftermath:
		return -4
	case ofViolence, ofHappening:
		return 3
	}
	return 0
}

// dies reports whether a telling tells of the death alone and not of the deed.
func (t *telling) dies() bool {
	switch t.clause.Tokens[t.first].Lemma {
	case "die", "succumb":
		return true
	}
	return false
}

// deathAlone reports whether every telling that has a date tells of a death.
func (g *incident) deathAlone() bool {
	for _, t := range g.tellings {
		if t.when != nil && !t.dies() && t.frame != dying {
			return false
		}
	}
	return true
}
