package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// narrowDate takes what the text says of an incident besides its date into account:
// the week that it was in, and the hour of a night that two days share.
func (p *page) narrowDate(g *incident, places []*datedPlace) {
	if g.when.Resolved() {
		p.byItsWeek(g, places)
		p.byItsHour(g)
	}
}

// byItsWeek takes a day that is given by its name alone from the week that the
// incident is told to be of: "last week's shooting … was reported on Friday", in
// what was written on a Friday.
func (p *page) byItsWeek(g *incident, places []*datedPlace) {
	var week, named *ascribe.Date
	for _, at := range places {
		switch own := at.date == g.when; {
		case !own && !governedBy(g, at):
		case at.date.Precision == ascribe.Week && (week == nil || own):
			week = at.date
		case at.form == byWeekday && (named == nil || own):
			named = at.date
		}
	}
	if week == nil || named == nil || week != g.when && named != g.when {
		return
	}
	if before := named.From.AddDate(0, 0, -7); !before.Before(week.From) && !before.After(week.To) {
		g.when = named
		p.redate(g, dayOf(before), "“"+flat(week.Text)+"” says which “"+flat(named.Text)+"”")
	}
}

// governedBy reports whether a date governs a telling of the incident.
func governedBy(g *incident, at *datedPlace) bool {
	for _, t := range g.tellings {
		if t.clause.Index != at.s.Index {
			continue
		}
		if _, ok := dateCost(at.s, t.first, t.last-1, at.first, at.last); ok {
			return true
		}
	}
	return false
}

// The hours of a night: its evening begins at dusk and its morning ends when people
// say "morning".
const (
	duskHour = 17
	dawnHour = 10
)

// byItsHour names the day of a night by the hour of the deed: "overnight … about
// 3:30 a.m.".
func (p *page) byItsHour(g *incident) {
	if g.when.Precision != ascribe.Range || !strings.Contains(strings.ToLower(g.when.Text), "overnight") {
		return
	}
	h, ok := p.hourOf(g)
	switch {
	case !ok:
	case h.of24 < dawnHour:
		p.redate(g, dayOf(g.when.To), "its hour is told, and is of the morning")
	case h.of24 >= duskHour:
		p.redate(g, dayOf(g.when.From), "its hour is told, and is of the evening")
	}
}

// hourAfter is how many sentences after a telling its hour may be told.
const hourAfter = 4

// hourOf returns the first time of day that is told of an incident and goes with no
// date of its own.
func (p *page) hourOf(g *incident) (hour, bool) {
	for _, t := range g.tellings {
		for i := t.clause.Index; i <= t.clause.Index+hourAfter && i < len(p.Sentences); i++ {
			s := &p.Sentences[i]
			if i != t.clause.Index && p.datedElse(s, g.when) {
				break
			}
			for _, h := range hoursOf(s) {
				if !h.vague && !p.datedElse(s, g.when) && hourOfDeed(s, h) {
					return h, true
				}
			}
		}
	}
	return hour{}, false
}

// datedElse reports whether a sentence gives days outside those of a date, or none
// that are known.
func (p *page) datedElse(s *nlp.Sentence, than *ascribe.Date) bool {
	for _, d := range p.datesOf(s) {
		if !d.Resolved() || d.From.Before(than.From) || d.To.After(than.To) {
			return true
		}
	}
	return false
}

// hourOfDeed reports whether a time of day goes with what may be the deed or the
// alarm that it raised, and not with a death, a speech, a court or what came after.
func hourOfDeed(s *nlp.Sentence, h hour) bool {
	switch kind, _ := occasionOf(s, hungOn(s, h.first, h.last)); kind {
	case ofViolence, ofHappening, ofAlarm, ofBeing, ofNothing:
		return true
	}
	return false
}

// redate gives an incident other days on the words of its date.
func (p *page) redate(g *incident, st interval, why string) {
	d := *g.when
	st.fill(&d, d.Basis)
	if g.whenBecause != "" {
		why = g.whenBecause + "; " + why
	}
	g.when, g.whenBecause = &d, why
}
