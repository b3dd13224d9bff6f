package extract

import (
	"slices"

	"ascribe"
)

// allDead reports whether as many people as were shot are told to be dead, by another
// telling that was not joined with this one: "all four were shot in the head", where
// four are dead. Nobody is told to live.
func (b *tollBook) allDead(h *placedCount, n ascribe.Count) bool {
	if !h.c.is(h.trigger, "shot shooting") || h.c.holdsAny("other others another more survived survivor survivors wounded injured", 0, len(h.c.Tokens)) {
		return false
	}
	same := false
	for i := range b.entered {
		e := &b.entered[i]
		switch {
		case b.apart(e.incident, h.incident):
		case e.harm == ascribe.Injured && e.figure != ascribe.Exactly(0):
			return false
		case e.harm == ascribe.Killed && !e.part && max(e.figure.Low, e.figure.Best) == n:
			same = true
		}
	}
	return same
}

// apart reports whether two incidents were surely not one: one is news and the other
// is not, or they were on two days, or in two towns of which neither's name holds a
// word of the other's.
func (b *tollBook) apart(i, k int) bool {
	if i == k {
		return false
	}
	x, y := &b.reading.Incidents[i], &b.reading.Incidents[k]
	if x.Recent != y.Recent {
		return true
	}
	if oneDay(x.When) && oneDay(y.When) && !x.When.From.Equal(y.When.From) {
		return true
	}
	if !town(x.Where) || !town(y.Where) {
		return false
	}
	words := nameWords(y.Where.Text)
	return !slices.ContainsFunc(nameWords(x.Where.Text), func(w string) bool { return slices.Contains(words, w) })
}

// deadByHeadline reports whether those who were shot are dead by the headline, which
// tells of death and of nobody hurt, though no sentence counts them: "Boy killed in
// the hills" above "he was shot by mistake".
func (b *tollBook) deadByHeadline(h *placedCount) bool {
	if !h.c.is(h.trigger, "shot shooting struck hit") || slices.ContainsFunc(b.entered, func(e placedCount) bool { return e.harm == ascribe.Killed }) {
		return false
	}
	words := headlineWords(b.seen.Headline)
	any := func(set map[string]bool) bool {
		return slices.ContainsFunc(words, func(w string) bool { return set[w] })
	}
	return any(deathWords) && !any(lifeWords)
}

var (
	deathWords = setOf("dead dies died death deaths killed killing kills killer fatal fatally slain slaying murder murders murder-suicide homicide manslaughter slayings")
	lifeWords  = setOf("wounded wounds injured injures injuring injuries injury hurt hurts hospital hospitalized critical survives survived survivor attempted attempt another other others not no accused")
)
