package reconcile

import (
	"slices"
	"strings"
	"unicode"

	"ascribe"
)

// cite enters every statement that the record rests on.
func (f *folding) cite() {
	r := f.record
	wanted := map[ascribe.StatementID]bool{}
	want := func(ids []ascribe.StatementID) {
		for _, id := range ids {
			wanted[id] = true
		}
	}
	wantAll(want, r.Types)
	wantAll(want, r.Stages)
	wantAll(want, r.Dates)
	wantAll(want, r.Places)
	wantAll(want, r.Targets)
	wantAll(want, r.Weapons)
	wantAll(want, r.Relations)
	wantAll(want, f.denials.sourced(nil))
	for _, c := range r.Matrix {
		want(c.Support.Statements)
	}
	for _, s := range r.Shared {
		want(s.Statements)
	}
	for _, t := range r.Tolls {
		for _, p := range t.Course {
			want([]ascribe.StatementID{p.Toll.Statement})
		}
	}
	for _, p := range f.inc.parts {
		want(p.told.Statements)
		for id := range wanted {
			if s := p.said[id]; s != nil {
				c := f.citation(p.held, s)
				c.Lapsed = f.lapses[id]
				r.Cited[id] = c
			}
		}
	}
}

func wantAll[T any](want func([]ascribe.StatementID), values []ascribe.Sourced[T]) {
	for _, v := range values {
		want(v.Statements)
	}
}

// citation makes the footnote of a statement.
func (f *folding) citation(h *held, s *ascribe.Statement) ascribe.Cite {
	return ascribe.Cite{
		Statement: *s, Appearance: h.seen[0], Origin: f.originOf(h.id),
		Words: s.Anchor.Quote, Private: f.privateIn(h, s.Anchor),
		Accepted: f.ruled.verdicts[s.ID].Act == ascribe.Accept, Rated: f.ruled.rated[s.ID],
		Coded: f.ruled.coded[s.ID], Hand: strings.HasPrefix(s.Because, byHand),
	}
}

// privateIn lists, in bytes of the anchor's quote, the names of persons who are
// neither public actors nor speak in an office or as experts.
func (f *folding) privateIn(h *held, at ascribe.Anchor) []ascribe.Span {
	var out []ascribe.Span
	for i := range h.reading.Mentions {
		m := &h.reading.Mentions[i]
		if m.ID.Kind != ascribe.PersonMention || h.speaks(m.ID) || m.Actor != nil && m.Actor.Kind == ascribe.PublicFigure {
			continue
		}
		if _, public := f.actors.of(m.ID); public {
			continue
		}
		for _, s := range m.Spans {
			if !at.Span.Holds(s) {
				continue
			}
			local := ascribe.Span{Start: s.Start - at.Span.Start, End: s.End - at.Span.Start}
			if local.End <= len(at.Quote) && (named(local.Of(at.Quote)) || shouted(at.Quote)) {
				out = append(out, local)
			}
		}
	}
	slices.SortFunc(out, func(a, b ascribe.Span) int { return a.Start - b.Start })
	return slices.Compact(out)
}

// speaks reports whether a person is quoted in an office, for a party or as an
// expert, so that the name is public with the words.
func (h *held) speaks(m ascribe.MentionID) bool {
	for i := range h.reading.Statements {
		src := &h.reading.Statements[i].Source
		if src.Mention == nil || *src.Mention != m {
			continue
		}
		if r := src.Role; r == ascribe.Authority || r == ascribe.Self || r == ascribe.Other {
			return true
		}
	}
	return false
}

// shouted reports whether a text is written in capitals, where no capital tells
// a name.
func shouted(text string) bool {
	letters := false
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
	}
	return letters
}
