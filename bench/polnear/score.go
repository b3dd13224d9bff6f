package polnear

import (
	"slices"
	"strings"
	"unicode"

	"ascribe"
	"ascribe/bench/measure"
)

// A voice is one relation: who, by which words, says what.
type voice struct {
	parts [3]part // source, cue, content
	kind  ascribe.Quotation
}

// A part is a set of characters: spans in order, none touching another, without
// white space at their ends.
type part []ascribe.Span

var partNames = [3]string{"source", "cue", "content"}

func newVoice(text string, source, cue, content []ascribe.Span) voice {
	v := voice{parts: [3]part{newPart(text, source), newPart(text, cue), newPart(text, content)}}
	v.kind = quotation(text, v.parts[2])
	return v
}

// newPart puts spans in order, joins those that only white space parts, and cuts
// white space off their ends.
func newPart(text string, spans []ascribe.Span) part {
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b ascribe.Span) int { return a.Start - b.Start })
	var out part
	for _, s := range spans {
		s.Start += len(s.Of(text)) - len(strings.TrimLeftFunc(s.Of(text), unicode.IsSpace))
		s.End -= len(s.Of(text)) - len(strings.TrimRightFunc(s.Of(text), unicode.IsSpace))
		if s.Start >= s.End {
			continue
		}
		if n := len(out); n > 0 && strings.TrimSpace(text[min(out[n-1].End, s.Start):s.Start]) == "" {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// meets reports whether two parts share a character.
func (p part) meets(o part) bool {
	for _, a := range p {
		for _, b := range o {
			if a.Meets(b) {
				return true
			}
		}
	}
	return false
}

func (p part) equal(o part) bool { return slices.Equal(p, o) }

// quotation tells how the words of a content are given: all of it between
// quotation marks, some, or none.
func quotation(text string, content part) ascribe.Quotation {
	marked, whole := false, true
	for _, s := range content {
		words := s.Of(text)
		marked = marked || hasMark(words)
		whole = whole && beginsWithMark(words) && endsWithMark(words)
	}
	switch {
	case marked && whole:
		return ascribe.Direct
	case marked:
		return ascribe.Mixed
	}
	return ascribe.Indirect
}

var marks = []string{`"`, "“", "”", "„", "«", "»", "''", "``"}

func hasMark(s string) bool {
	return slices.ContainsFunc(marks, func(m string) bool { return strings.Contains(s, m) })
}

func beginsWithMark(s string) bool {
	return slices.ContainsFunc(marks, func(m string) bool { return strings.HasPrefix(s, m) })
}

func endsWithMark(s string) bool {
	return slices.ContainsFunc(marks, func(m string) bool { return strings.HasSuffix(s, m) })
}

// agree compares two voices part by part. A source that both lack agrees.
func (v voice) agree(o voice, exact bool) bool {
	for i := range v.parts {
		switch a, b := v.parts[i], o.parts[i]; {
		case len(a) == 0 && len(b) == 0:
		case exact && !a.equal(b), !exact && !a.meets(b):
			return false
		}
	}
	return true
}

// A tally counts the articles of a set.
type tally struct {
	overlap, exact               [3]measure.Counts
	tripleOverlap, tripleExact   measure.Counts
	direct, indirect, mixedVoice measure.Counts
}

// add counts one article.
func (t *tally) add(found, key []voice) {
	for i := range partNames {
		has := func(v voice) bool { return len(v.parts[i]) > 0 }
		t.overlap[i] = append(t.overlap[i], count(found, key, has, func(a, b voice) bool { return a.parts[i].meets(b.parts[i]) }))
		t.exact[i] = append(t.exact[i], count(found, key, has, func(a, b voice) bool { return a.parts[i].equal(b.parts[i]) }))
	}
	all := func(voice) bool { return true }
	loosely := func(a, b voice) bool { return a.agree(b, false) }
	t.tripleOverlap = append(t.tripleOverlap, count(found, key, all, loosely))
	t.tripleExact = append(t.tripleExact, count(found, key, all, func(a, b voice) bool { return a.agree(b, true) }))
	for kind, counts := range map[ascribe.Quotation]*measure.Counts{ascribe.Direct: &t.direct, ascribe.Indirect: &t.indirect, ascribe.Mixed: &t.mixedVoice} {
		*counts = append(*counts, count(found, key, func(v voice) bool { return v.kind == kind }, loosely))
	}
}

// count counts the voices to be counted on either side, each right when it
// agrees with any voice of the other side.
func count(found, key []voice, counted func(voice) bool, agree func(a, b voice) bool) measure.Count {
	var c measure.Count
	c.Right, c.Found = hits(found, key, counted, agree)
	c.Met, c.Key = hits(key, found, counted, agree)
	return c
}

func hits(these, those []voice, counted func(voice) bool, agree func(a, b voice) bool) (right, all int) {
	for _, v := range these {
		if !counted(v) {
			continue
		}
		all++
		if slices.ContainsFunc(those, func(o voice) bool { return agree(v, o) }) {
			right++
		}
	}
	return right, all
}

// rows writes the figures of a set.
func (t *tally) rows(set, input string) []measure.Row {
	var rows []measure.Row
	for i, name := range partNames {
		rows = append(rows, t.overlap[i].PRF(set, input, name+", overlap")...)
	}
	for i, name := range partNames {
		rows = append(rows, t.exact[i].PRF(set, input, name+", exact")...)
	}
	rows = append(rows, t.tripleOverlap.PRF(set, input, "triples, overlap")...)
	rows = append(rows, t.tripleExact.PRF(set, input, "triples, exact")...)
	rows = append(rows, t.direct.PRF(set, input, "triples of direct quotation, overlap")...)
	rows = append(rows, t.indirect.PRF(set, input, "triples of indirect quotation, overlap")...)
	return append(rows, t.mixedVoice.PRF(set, input, "triples of mixed quotation, overlap")...)
}
