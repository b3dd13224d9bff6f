package extract

import (
	"strings"

	"ascribe"
)

// asked is the incident that a date is looked for.
type asked struct {
	g    *incident
	n    int
	lead bool
	p    *page
}

// leastAround is what must speak for a date that no telling has for its own.
const leastAround = 7

// pickAround returns the place whose days the most speaks for, the first of
// equals, or nil.
func pickAround(places []*datedPlace, tellers []teller, q *asked) *datedPlace {
	var best *datedPlace
	most := leastAround - 1
	for _, at := range places {
		at.near(tellers, q.n)
		score, ok := at.around(q)
		if !ok {
			continue
		}
		for _, o := range places {
			if o != at && sameDays(o.date, at.date) && o.speaks() > 0 {
				score++
				break
			}
		}
		if score > most {
			best, most = at, score
		}
	}
	if best != nil {
		best.near(tellers, q.n)
	}
	return best
}

func sameDays(a, b *ascribe.Date) bool { return a.From.Equal(b.From) && a.To.Equal(b.To) }

// speaks weighs what a date dates: a deed, that something happened, or the alarm
// that it raised.
func (a *datedPlace) speaks() int {
	score := 0
	switch a.occasion {
	case ofViolence, ofHappening:
		score = 6
	case ofAlarm:
		score = 3
	case ofOther, ofBeing, ofNothing:
		score = 1
	case ofDying:
		score = 1
	default:
		return 0
	}
	if a.hour && a.form != byToday {
		score += 3
	}
	if a.violent {
		score++
	}
	return score
}

// around weighs a date that stands near the tellings of an incident, or anywhere in
// a text of which the incident is the news; it reports false where it is of
// something else.
func (a *datedPlace) around(q *asked) (int, bool) {
	score := a.speaks()
	if score == 0 || a.owner != nil && a.owner != q.g && a.form == byToday {
		return 0, false
	}
	switch a.where {
	case withTelling, besideTelling:
		score += 3
	case nextSentence:
		score += 3
	case sentenceBefore:
		score += 2
	case soonAfter:
		score += 2
	case soonBefore:
		score++
	default:
		if !q.lead {
			return 0, false
		}
	}
	if a.rival {
		score -= 3
		if !q.lead {
			return 0, false
		}
	}
	if q.p.old(a.date) {
		score -= 5
	}
	if a.date.Precision != ascribe.Day && a.date.Precision != ascribe.Range || strings.HasPrefix(a.form, "a season") {
		score -= 3
	}
	return score, true
}

// because says why the place dates an incident that no telling dates.
func (a *datedPlace) because() string {
	why := "no telling of it has a date of its own; “" + flat(a.date.Text) + "” stands " + a.where
	if a.word != "" {
		why += " and goes with “" + a.word + "”, " + string(a.occasion)
	}
	if a.hour {
		why += ", with a time of day"
	}
	return why
}
