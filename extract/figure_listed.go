package extract

import (
	"fmt"
	"strings"

	"ascribe"
)

// list counts, for each incident and harm of which no number is told, the people
// who are told of one by one: "Ann Vidal died at the scene … her son, 7, was found
// dead". There may be more of them than the article tells, so the end is open.
func (b *tollBook) list() {
	for k := range b.reading.Incidents {
		for _, harm := range []ascribe.Harm{ascribe.Killed, ascribe.Injured} {
			if !b.numbered(k, harm) {
				b.listOf(k, harm)
			}
		}
	}
}

// numbered reports whether several harmed are counted of an incident by number.
func (b *tollBook) numbered(incident int, harm ascribe.Harm) bool {
	for i := range b.entered {
		e := &b.entered[i]
		if e.incident == incident && e.harm == harm && !e.attackers && !e.person && !e.part && e.number() != 1 && !e.c.is(e.first, "both") {
			return true
		}
	}
	return false
}

// listOf enters the count of the people told of one by one, where they are several,
// and makes each a part of it.
func (b *tollBook) listOf(incident int, harm ascribe.Harm) {
	var seen []portrait
	var first []int // of each, where in b.entered
	var members []int
	for i := range b.entered {
		h := &b.entered[i]
		if h.incident != incident || h.harm != harm || !h.person || h.attackers || h.part {
			continue
		}
		members = append(members, i)
		t := b.portraitOf(h)
		if b.known(&t, seen) || t.pronoun {
			continue
		}
		seen, first = append(seen, t), append(first, i)
	}
	if len(seen) < 2 {
		return
	}
	n := ascribe.Count(len(seen))
	whole := b.entered[first[len(first)-1]]
	whole.person = false
	whole.of = ascribe.Span{}
	whole.figure = ascribe.Figure{Low: n, Best: n, High: ascribe.Unknown, Open: true}
	var words []string
	for _, i := range first {
		h := &b.entered[i]
		words = append(words, flat(b.text(h.span())))
		if h.c == whole.c {
			whole.first, whole.last = min(whole.first, h.first), max(whole.last, h.last)
		}
	}
	whole.why += fmt.Sprintf("; counts the %d people told of one by one: %s", n, strings.Join(words, "; "))
	for _, i := range members {
		b.entered[i].part = true
		b.entered[i].why += ", one of those counted"
	}
	b.entered = append(b.entered, whole)
}

// known reports whether a portrait may be of one of those seen, and adds to that
// one what it tells.
func (b *tollBook) known(t *portrait, seen []portrait) bool {
	for k := range seen {
		s := &seen[k]
		if someoneElse(s, t) {
			continue
		}
		if len(s.name) < len(t.name) {
			s.name = t.name
		}
		if s.sex == "" {
			s.sex = t.sex
		}
		if s.age == 0 {
			s.age = t.age
		}
		s.child, s.adult = s.child || t.child, s.adult || t.adult
		return true
	}
	return false
}
