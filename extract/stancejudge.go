package extract

import (
	"slices"

	"ascribe"
	"ascribe/extract/weigh"
)

// A Charge is what the questions of blame are about: an actor, by all its
// wordings, and an incident; and which position is asked about.
type Charge struct {
	Actor    ascribe.MentionID
	Incident ascribe.MentionID
	Wordings []string
	Position ascribe.Position
}

// judge decides on every charge: whether the actor is blamed at all, and which
// of the positions found is the report's. What is denied or cleared stays, and
// so does what is said of incidents of the past.
func (j *inquest) judge() {
	charges := j.charges()
	j.findings = j.findings[:0]
	for n, c := range charges {
		if !j.p.reading.Incidents[c.incident].Recent {
			j.findings = append(j.findings, c.strong()...)
			continue
		}
		j.findings = append(j.findings, j.verdict(c, n+1)...)
	}
}

// strong returns the findings that words of blame or the telling itself give.
func (c *charge) strong() []finding {
	return slices.DeleteFunc(slices.Clone(c.findings), func(f finding) bool { return f.weak })
}

// verdict returns what stays of the findings of a charge.
func (j *inquest) verdict(c *charge, group int) []finding {
	about := Charge{Actor: c.actor.Mention.ID, Incident: j.p.reading.Incidents[c.incident].Incident, Wordings: []string{c.actor.Mention.Text}}
	for _, span := range c.actor.Mention.Spans {
		if w := flat(j.p.text(span)); !slices.Contains(about.Wordings, w) {
			about.Wordings = append(about.Wordings, w)
		}
	}
	strong := c.strong()
	features := j.blameFeatures(c)
	c.hit = slices.Contains(features, targetFeature) || slices.Contains(features, attackedFeature)
	c.likened = slices.ContainsFunc(features, func(f string) bool { return likened[f] })
	q := &Question{Task: blamedTask, Features: features, Span: c.findings[0].span, Text: c.actor.Mention.Text, About: about, Taken: len(strong) > 0}
	blamed, odds := j.p.ask(q)
	best := j.position(c, about, group)
	if blamed == nil {
		return strong
	}
	return c.kept(best, odds, blamed.Least, func() string { return blamed.Reasons(q.Features, 4) })
}

// kept returns what stays of the findings once the odds that the actor is blamed
// are known, and the likeliest position. Words of blame stay; what an
// incident's telling says needs the odds that the model takes from, but for what
// its reports hardly know (finding.foreign). What neither says, the model must hold
// likelier than not; and it says nothing of an actor that somebody has only denied or cleared.
func (c *charge) kept(best ascribe.Position, odds, least weigh.Odds, reasons func() string) []finding {
	var kept []finding
	cleared := false
	for _, f := range c.findings {
		pos := f.stance.Position()
		switch {
		case f.weak:
		case pos == ascribe.Denied || pos == ascribe.Cleared:
			kept, cleared = append(kept, f), true
		case f.spoken(), odds >= least && pos == best, f.foreign:
			kept = append(kept, f)
		}
	}
	at := func(f finding) bool { return f.stance.Position() == best }
	if cleared || odds < least || slices.ContainsFunc(kept, at) || !slices.ContainsFunc(c.findings, func(f finding) bool { return !f.weak }) && (odds < 0 || !c.fits()) {
		return kept
	}
	if i := slices.IndexFunc(c.findings, at); i >= 0 {
		f := c.findings[i]
		f.because += ": " + reasons()
		f.score = ascribe.Score(odds.Score())
		kept = append(kept, f)
	}
	return kept
}

// fits reports whether those who did it are told as this actor's people are and
// nothing speaks of the actor as the one that was hit: without that, an actor that
// is only named nearby is not blamed.
func (c *charge) fits() bool { return c.likened && !c.hit }

// spoken reports whether a finding rests on words of blame, or on what one party
// says another did, rather than on how an incident is told.
func (f *finding) spoken() bool {
	if f.weak {
		return false
	}
	if f.way() != toldWay {
		return true
	}
	by := f.carrier.Source.Mention
	return f.stance.Speaker == ascribe.Other && by != nil && by.Kind == ascribe.ActorMention && *by != f.actor.Mention.ID
}

// position returns the likeliest of the positions that the findings of a charge
// give.
func (j *inquest) position(c *charge, about Charge, group int) ascribe.Position {
	spoken := slices.ContainsFunc(c.findings, func(f finding) bool { return f.spoken() && f.stance.Position() < ascribe.Denied })
	var seen []ascribe.Position
	var best ascribe.Position
	var most weigh.Odds
	for _, f := range c.findings {
		pos := f.stance.Position()
		if slices.Contains(seen, pos) || pos == ascribe.Denied || pos == ascribe.Cleared {
			continue
		}
		seen = append(seen, pos)
		about.Position = pos
		q := &Question{Task: positionTask, Features: j.positionFeatures(c, pos), Span: f.span, Text: c.actor.Mention.Text, About: about, Group: group, Taken: !f.weak}
		_, odds := j.p.ask(q)
		if spoken && !slices.ContainsFunc(c.findings, func(f finding) bool { return f.spoken() && f.stance.Position() == pos }) {
			continue // words of blame stand before what is implied
		}
		if best == ascribe.NoPosition || odds > most {
			best, most = pos, odds
		}
	}
	return best
}

// Features that decide, beside the odds, whether an actor may be blamed that no
// words tie to the incident.
const (
	targetFeature   = "it or its people are the target"
	attackedFeature = "its people are attacked"
)

var likened = map[string]bool{
	"an armed group, and guerrillas did it":                   true,
	"an armed group, and terrorists did it":                   true,
	"state forces, and soldiers or policemen did it":          true,
	"those who did it are its people":                         true,
	"an armed group, and traffickers or hired killers did it": true,
}
