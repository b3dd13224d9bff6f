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

	within *ascribe.Date // the days that its tellings give, where they are many
	least  int           // what must speak for a date
}

// What must speak for a date that no telling has for its own, and for one against
// that of a telling which hangs on nothing that tells of the deed.
const (
	leastAround  = 7
	leastAgainst = 10
)

// pickAround returns the place whose days the most speaks for, the first of
// equals, or nil.
func pickAround(places []*datedPlace, tellers []teller, q *asked) *datedPlace {
	var best *datedPlace
	most := q.least - 1
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
	case ofHappening:
		score = 7
	case ofViolence:
		score = 6
	case ofAlarm, ofDying:
		score = 3
	case ofOther, ofBeing, ofNothing:
		score = 1
	case ofSaying:
		return 0
	default:
		if a.deed == "" {
			return 0
		}
	}
	if a.deed != "" {
		score = max(score, 6)
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
	if q.within != nil {
		if !inside(a.date, q.within) {
			return 0, false
		}
		score += 3 // the text puts it in these days
	}
	if q.p.old(a.date) && !q.g.past() && !q.g.onTrial() {
		score -= 3 // an aside most likely
	}
	if score <= 0 || a.owner != nil && a.owner != q.g && a.form == byToday {
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
	switch {
	case !a.rival:
	case a.where == sentenceBefore:
		score -= 2 // told on from there
	case q.lead:
		score -= 3
	default:
		return 0, false
	}
	if a.date.Precision != ascribe.Day && a.date.Precision != ascribe.Range {
		score -= 3
	}
	return score, true
}

// onTrial reports whether an incident is told of as what a court had to do with:
// then it may be long ago although the report is new.
func (g *incident) onTrial() bool {
	for _, t := range g.tellings {
		for i := range t.clause.Tokens {
			if t.clause.Tokens[i].UPOS != "VERB" {
				continue
			}
			if w := t.clause.Tokens[i].Lemma; setHolds("convict sentence plead indict arraign acquit charge arrest accuse", w) || takesLaw(t.clause.Sentence, i) {
				return true
			}
		}
	}
	return false
}

// inside reports whether a day lies in a run of days, as people speak of them: the
// week may begin on Sunday, and the weekend on Friday night.
func inside(d, run *ascribe.Date) bool {
	from := run.From
	if run.Precision == ascribe.Week || strings.Contains(strings.ToLower(run.Text), "weekend") {
		from = from.AddDate(0, 0, -1)
	}
	return d.Precision == ascribe.Day && !d.From.Before(from) && !d.To.After(run.To)
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

// past reports whether every telling looks back.
func (g *incident) past() bool { return !g.recent() }
