package reconcile

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"ascribe"
	"ascribe/spell"
)

// resemblance gathers which actors of a view only look like which. What a person has
// ruled on two actors is no question any more.
type resemblance struct {
	*State
	lead    leads
	settled map[[2]ascribe.ActorID]bool
	found   map[ascribe.ActorID]map[ascribe.Alike]bool
}

// Alike returns the actors that each actor of the view only looks like: as the
// register has them, and among those that the articles alone name.
func (s *State) Alike() map[ascribe.ActorID][]ascribe.Alike {
	people := s.ruled.people(ascribe.SameActor)
	l := &resemblance{State: s, lead: s.actors.one, settled: map[[2]ascribe.ActorID]bool{}, found: map[ascribe.ActorID]map[ascribe.Alike]bool{}}
	for _, p := range people {
		l.settled[pairOf(l.lead.lead(ascribe.ActorID(p.Left)), l.lead.lead(ascribe.ActorID(p.Right)))] = true
	}
	for _, h := range s.docs {
		for i := range h.reading.Mentions {
			l.registered(&h.reading.Mentions[i])
		}
	}
	l.written()
	l.mixed(people)
	out := map[ascribe.ActorID][]ascribe.Alike{}
	for id, found := range l.found {
		out[id] = slices.SortedFunc(maps.Keys(found), func(a, b ascribe.Alike) int {
			return cmp.Or(cmp.Compare(a.Actor.Name, b.Actor.Name), cmp.Compare(a.Actor.ID, b.Actor.ID), cmp.Compare(a.As, b.As), cmp.Compare(a.Because, b.Because))
		})
	}
	return out
}

func pairOf(a, b ascribe.ActorID) [2]ascribe.ActorID { return [2]ascribe.ActorID{min(a, b), max(a, b)} }

// registered enters the actors of the register that a mention looks like.
func (l *resemblance) registered(m *ascribe.Mention) {
	id, ok := l.actors.actor[m.ID]
	if !ok {
		return
	}
	for _, like := range m.Matches {
		if like.By == ascribe.LooksLike {
			ref, named := l.actors.refs[l.lead.lead(like.Actor)]
			if !named {
				ref = ascribe.ActorRef{ID: like.Actor, Name: like.Name}
			}
			l.ask(id, ascribe.Alike{Actor: ref, Name: like.Name, As: trimArticle(m.Text), Because: like.Because})
		}
	}
}

func (l *resemblance) ask(id ascribe.ActorID, a ascribe.Alike) {
	if x, y := l.lead.lead(id), l.lead.lead(a.Actor.ID); x == y || l.settled[pairOf(x, y)] {
		return
	}
	if l.found[id] == nil {
		l.found[id] = map[ascribe.Alike]bool{}
	}
	l.found[id][a] = true
}

// A writing is one name of an actor that the articles name.
type writing struct {
	id   ascribe.ActorID
	text string
	key  string
}

// end is how many letters at either end long names are filed under.
const end = 5

// written compares the names that articles write: those that look the same, and
// long ones that differ by one letter.
func (l *resemblance) written() {
	filed := map[string][]writing{}
	for _, id := range slices.Sorted(maps.Keys(l.actors.names)) {
		for _, text := range slices.Sorted(maps.Keys(l.actors.names[id])) {
			w := writing{id, text, spell.Fold(text)}
			keys := []string{"=" + spell.Skeleton(text)}
			if runes := []rune(w.key); len(runes) >= 2*end {
				keys = append(keys, "^"+string(runes[:end]), string(runes[len(runes)-end:])+"$")
			}
			for _, key := range keys {
				for _, o := range filed[key] {
					l.compare(w, o)
				}
				filed[key] = append(filed[key], w)
			}
		}
	}
}

// mixed asks of names that are made of the letters of two alphabets and look like
// nobody else's, as long as no person has ruled on their actor.
func (l *resemblance) mixed(people []ascribe.Link) {
	ruled := map[ascribe.ActorID]bool{}
	for _, p := range people {
		ruled[l.lead.lead(ascribe.ActorID(p.Left))], ruled[l.lead.lead(ascribe.ActorID(p.Right))] = true, true
	}
	for id, names := range l.actors.names {
		if ruled[id] || len(l.found[id]) > 0 {
			continue
		}
		for text := range names {
			if because := spell.Mixed(text); because != "" {
				l.ask(id, ascribe.Alike{As: text, Because: because})
			}
		}
	}
}

// compare asks, of both actors, where two names only look alike.
func (l *resemblance) compare(a, b writing) {
	because := "it differs from “%s” by one letter"
	switch {
	case a.id == b.id:
		return
	case a.key != b.key && spell.Skeleton(a.text) == spell.Skeleton(b.text):
		because = "its letters look like those of “%s”"
	case !spell.Slip(a.key, b.key):
		return
	}
	l.ask(a.id, ascribe.Alike{Actor: l.actors.refs[b.id], Name: b.text, As: a.text, Because: fmt.Sprintf(because, b.text)})
	l.ask(b.id, ascribe.Alike{Actor: l.actors.refs[a.id], Name: a.text, As: b.text, Because: fmt.Sprintf(because, a.text)})
}
