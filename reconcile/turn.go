package reconcile

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ascribe"
)

// An utterance is a statement by which a source takes a position on an actor.
type utterance struct {
	at       time.Time // publication, of its first printing for words that are copied
	day      time.Time // the day on which it was said; zero where the text does not tell
	late     bool      // recalled as background
	position ascribe.Position
	role     ascribe.Role
	actor    ascribe.ActorRef
	source   string
	id       ascribe.StatementID
}

// partyKey is one source on one actor.
type partyKey struct{ actor, source string }

// turns finds where a source takes another position than it took before. Going
// over from blame to denial, or back, is always a turn; to a firmer or a weaker
// blame it is one when the source never goes back to the earlier word, for two
// reports of one voice often put it in two ways. Until is set of the cells whose
// position was given up.
func (f *folding) turns(said map[partyKey][]utterance) {
	until := map[cellKey]time.Time{}
	for key, list := range said {
		f.record.Turns = append(f.record.Turns, turnsOf(news(list), func(p ascribe.Position, at time.Time) {
			until[cellKey{actor: key.actor, source: key.source, position: p}] = at
		})...)
	}
	for i := range f.record.Matrix {
		c := &f.record.Matrix[i]
		c.Until = until[cellKey{actor: actorKey(c.Actor), source: nameKey(c.Source), position: c.Position}]
	}
	slices.SortFunc(f.record.Turns, func(a, b ascribe.Turn) int {
		return cmp.Or(a.At.Compare(b.At), strings.Compare(actorKey(a.Actor), actorKey(b.Actor)), strings.Compare(nameKey(a.Source), nameKey(b.Source)),
			cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
}

// news leaves out of a source's utterances those that an article recalls as
// background and that the source had taken before.
func news(list []utterance) []utterance {
	slices.SortStableFunc(list, func(a, b utterance) int {
		return cmp.Or(a.at.Compare(b.at), a.day.Compare(b.day), cmp.Compare(a.position, b.position), strings.Compare(a.id.String(), b.id.String()))
	})
	taken := map[ascribe.Position]bool{}
	var out []utterance
	for _, t := range list {
		if !t.late || !taken[t.position] {
			out = append(out, t)
		}
		taken[t.position] = true
	}
	return out
}

// after reports whether one utterance surely came after another: it was published
// later, or, in articles of one moment, said on a later day.
func (t utterance) after(o utterance) bool {
	return t.at.After(o.at) || t.at.Equal(o.at) && !o.day.IsZero() && t.day.After(o.day)
}

// turnsOf goes through the utterances of one source on one actor, in order. given
// is told of each position that is held (at the zero time) and given up.
func turnsOf(list []utterance, given func(p ascribe.Position, at time.Time)) []ascribe.Turn {
	var out []ascribe.Turn
	var held []utterance
	for len(list) > 0 {
		n := 1
		for n < len(list) && !list[n].after(list[0]) {
			n++
		}
		step, rest := list[:n], list[n:]
		list = rest
		turned, replaces := turnTo(held, step, rest)
		if turned {
			out = append(out, turnOf(held, step))
		}
		if replaces {
			for _, t := range held {
				given(t.position, step[0].at)
			}
			held = nil
		}
		for _, t := range step {
			given(t.position, time.Time{})
		}
		held = append(held, step...)
	}
	return out
}

// turnTo reports whether a step turns from what the source held, and whether it
// takes its place.
func turnTo(held, step, rest []utterance) (turned, replaces bool) {
	from, to := side(held), side(step)
	switch {
	case len(held) == 0 || to == 0:
		return false, false
	case from != to:
		return from != 0, from != 0
	}
	holds := func(list []utterance) bool {
		return slices.ContainsFunc(list, func(t utterance) bool {
			return slices.ContainsFunc(held, func(h utterance) bool { return h.position == t.position })
		})
	}
	settled := !holds(step) && !holds(rest)
	return settled, settled
}

// turnOf is the turn that a step makes: from the position held last to the first
// of the step.
func turnOf(held, step []utterance) ascribe.Turn {
	t := ascribe.Turn{
		Actor: step[0].actor, Source: step[0].source, Role: step[0].role,
		From: held[len(held)-1].position, To: step[0].position, At: step[0].at,
	}
	for _, s := range step {
		if s.position == t.To && !slices.Contains(t.Statements, s.id) {
			t.Statements = append(t.Statements, s.id)
		}
	}
	return t
}

// side is 1 for utterances that all blame, -1 for those that all deny or clear, and
// 0 for none and for some of each.
func side(list []utterance) int {
	out := 0
	for i, t := range list {
		s := -1
		if blames(t.position) {
			s = 1
		}
		if i > 0 && s != out {
			return 0
		}
		out = s
	}
	return out
}
