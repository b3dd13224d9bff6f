package extract

import (
	"ascribe"
)

// dateIncidents gives each incident the date that its tellings have of their own,
// and where they have none, or only that of a death that came of it, the date that
// the sentences about them give to the same: "Four people were shot in a bar. It
// happened at about 2 a.m. on Saturday." What is not said stays unknown.
func (p *page) dateIncidents(groups []*incident) {
	places := p.datedPlaces()
	tellers := tellersOf(groups)
	for n, g := range groups {
		g.when, g.whenBecause = g.ownDate(places)
		if g.when.Resolved() && !g.deathAlone() {
			continue
		}
		if at := pickAround(places, tellers, &asked{g, n, leads(groups, n), p}); at != nil {
			g.when, g.whenBecause = at.date, at.because()
		}
	}
}

// leads reports whether incident n is the first that is news: what the text gives
// far from any telling is most likely of it.
func leads(groups []*incident, n int) bool {
	for i, g := range groups {
		if g.recent() && familyOf(g.kind) != arresting && familyOf(g.kind) != menace {
			return i == n
		}
	}
	return false
}

// ownDate returns the best of the dates that the tellings have of their own, and
// why; one that names no days only where no other is there.
func (g *incident) ownDate(places []*datedPlace) (*ascribe.Date, string) {
	var best *ascribe.Date
	most := 0
	for _, t := range g.tellings {
		if t.when == nil || best != nil && !t.when.Resolved() {
			continue
		}
		score := g.ownScore(t, places)
		if best == nil || !best.Resolved() || score > most {
			best, most = t.when, score
		}
	}
	return best, ""
}

// ownScore weighs the date that a telling has of its own.
func (g *incident) ownScore(t *telling, places []*datedPlace) int {
	score := 0
	for _, at := range places {
		if at.date == t.when {
			score += at.worth(t)
		}
	}
	switch t.when.Precision {
	case ascribe.Day:
		score += 4
	case ascribe.Year, ascribe.UnknownDate:
		score -= 4
	}
	if t.frame == dying || t.dies() {
		score -= 5
	}
	for _, o := range g.tellings {
		if o != t && o.when.Resolved() && t.when.Resolved() && o.when.From.Equal(t.when.From) && o.when.To.Equal(t.when.To) {
			score++
		}
	}
	return score
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
