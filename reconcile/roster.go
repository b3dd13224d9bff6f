package reconcile

import (
	"cmp"
	"maps"
	"slices"

	"ascribe"
)

// A roster tells which actor each mention is, within a view, and what some
// documents call it.
type roster struct {
	actor map[ascribe.MentionID]ascribe.ActorID
	refs  map[ascribe.ActorID]ascribe.ActorRef
	names map[ascribe.ActorID]map[string]int // wordings, and how many mentions have each
	one   leads
}

// newRoster reads the links between mentions and actors. A person's word takes
// the place of the machine's.
func newRoster(in *intake, docs []*held) *roster {
	machine, people := in.judgements(ascribe.IsActor)
	id := &identifying{
		actor: map[ascribe.MentionID]ascribe.ActorID{}, ruled: map[ascribe.MentionID]bool{},
		mentions: map[string]*ascribe.Mention{}, one: mergedActors(in.people(ascribe.SameActor)),
	}
	for _, h := range docs {
		for i := range h.reading.Mentions {
			m := &h.reading.Mentions[i]
			id.mentions[m.ID.String()] = m
		}
	}
	id.adopt(machine, slices.Concat(people, in.people(ascribe.SameActor)))
	id.rule(people)
	id.match(machine)
	id.code(in.actors)
	id.spellOut(machine)
	return (&roster{actor: id.actor, one: id.one}).among(docs)
}

// among is the roster of some documents, which call each actor by their own names
// for it.
func (r *roster) among(docs []*held) *roster {
	out := &roster{actor: r.actor, one: r.one, refs: map[ascribe.ActorID]ascribe.ActorRef{}, names: map[ascribe.ActorID]map[string]int{}}
	out.describe(docs)
	return out
}

// identifying is the finding out of which actor each mention is.
type identifying struct {
	actor    map[ascribe.MentionID]ascribe.ActorID
	ruled    map[ascribe.MentionID]bool
	mentions map[string]*ascribe.Mention
	one      leads
}

// adopt lets what people said of an actor that was known by its name alone hold of
// the actor that the register has under that name. Every mention tells it alike, so
// a view of one incident says what a view of all does.
func (id *identifying) adopt(machine, people []ascribe.Link) {
	spoken := map[ascribe.ActorID]bool{}
	for _, l := range people {
		spoken[ascribe.ActorID(l.Left)], spoken[ascribe.ActorID(l.Right)] = true, true
	}
	if len(spoken) == 0 {
		return
	}
	found := map[[2]ascribe.ActorID]bool{}
	for _, l := range machine {
		m := id.mentions[l.Left]
		if m == nil || l.Judgement != ascribe.Same || m.Actor == nil || string(m.Actor.ID) != l.Right {
			continue
		}
		if name := nameID(nameKey(m.Actor.Name)); spoken[name] {
			found[[2]ascribe.ActorID{m.Actor.ID, name}] = true
		}
	}
	for _, pair := range slices.SortedFunc(maps.Keys(found), func(a, b [2]ascribe.ActorID) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	}) {
		registered, name := pair[0], pair[1]
		switch to, merged := id.one[name]; {
		case !merged && id.one.lead(registered) != name:
			id.one[name] = registered
		case merged && id.one.lead(registered) == registered && id.one.lead(to) != registered:
			id.one[registered] = to
		}
	}
}

// rule takes people's words on mentions, the latest first.
func (id *identifying) rule(people []ascribe.Link) {
	for _, l := range people {
		if m := id.mentions[l.Left]; m != nil && l.Judgement == ascribe.Same && !id.ruled[m.ID] {
			id.actor[m.ID], id.ruled[m.ID] = id.one.lead(ascribe.ActorID(l.Right)), true
		}
	}
}

// match takes the machine's, each of which rests on the mention's own article.
func (id *identifying) match(machine []ascribe.Link) {
	for _, l := range machine {
		m := id.mentions[l.Left]
		if m != nil && l.Judgement == ascribe.Same && !id.ruled[m.ID] && !isMention(l.Right) {
			id.actor[m.ID] = id.one.lead(ascribe.ActorID(l.Right))
		}
	}
}

// code takes people's on the words of attributions that they coded, where nothing
// else says who is meant.
func (id *identifying) code(actors map[ascribe.MentionID]ascribe.ActorID) {
	for m, is := range actors {
		if _, known := id.actor[m]; !known && id.mentions[m.String()] != nil {
			id.actor[m] = id.one.lead(is)
		}
	}
}

// isMention reports whether the end of a link is a mention.
func isMention(end string) bool { return new(ascribe.MentionID).UnmarshalText([]byte(end)) == nil }

// acronym is an acronym that stands by itself in a document.
type acronym struct {
	in  ascribe.DocumentID
	key string
}

// spellOut reads each acronym that stands by itself as the actor that this article,
// or another on the same incident, gives it for. Where they give it for several it
// stays an actor of its own.
func (id *identifying) spellOut(machine []ascribe.Link) {
	owners := map[acronym]map[ascribe.ActorID]bool{}
	for _, l := range machine {
		bare, full := id.mentions[l.Left], id.mentions[l.Right]
		if bare == nil || full == nil || l.Judgement != ascribe.Same {
			continue
		}
		a := acronym{bare.ID.Document, nameKey(bare.Text)}
		if owners[a] == nil {
			owners[a] = map[ascribe.ActorID]bool{}
		}
		owners[a][id.actor[full.ID]] = true
	}
	for _, m := range id.mentions {
		all := owners[acronym{m.ID.Document, nameKey(m.Text)}]
		if _, named := id.actor[m.ID]; len(all) == 1 && named && !id.ruled[m.ID] {
			for owner := range all {
				id.actor[m.ID] = owner
			}
		}
	}
}

// leads tell which actor stands for each that a person merged into another.
type leads map[ascribe.ActorID]ascribe.ActorID

// mergedActors reads people's words on actors, the latest first: the left end of
// a merge stands for both. A merge that would close a circle says nothing new.
func mergedActors(people []ascribe.Link) leads {
	out := leads{}
	for _, l := range slices.Backward(people) {
		left, right := out.lead(ascribe.ActorID(l.Left)), out.lead(ascribe.ActorID(l.Right))
		if l.Judgement == ascribe.Same && left != right {
			out[right] = left
		}
	}
	return out
}

func (l leads) lead(id ascribe.ActorID) ascribe.ActorID {
	for {
		to, merged := l[id]
		if !merged {
			return id
		}
		id = to
	}
}

// describe names every actor: as the register does, else by its most frequent
// wording.
func (r *roster) describe(docs []*held) {
	known := map[ascribe.ActorID]bool{}
	for _, h := range docs {
		for i := range h.reading.Mentions {
			m := &h.reading.Mentions[i]
			id, ok := r.actor[m.ID]
			if !ok {
				continue
			}
			if r.names[id] == nil {
				r.names[id] = map[string]int{}
			}
			r.names[id][trimArticle(m.Text)]++
			ref := r.refs[id]
			ref.ID = id
			if m.Actor != nil && m.Actor.ID == id {
				ref, known[id] = *m.Actor, true
			} else if !known[id] && ref.Kind == ascribe.UnknownActor {
				if a, ok := resolve(h.doc, &ascribe.Mention{ID: m.ID, Text: m.Text, Actor: m.Actor}); ok {
					ref.Kind = a.actor.Kind
				}
			}
			r.refs[id] = ref
		}
	}
	for id, ref := range r.refs {
		if ref.Name == "" {
			ref.Name = r.wordings(id)[0]
			r.refs[id] = ref
		}
	}
}

// wordings lists how an actor is written, the most frequent first, then the
// longest.
func (r *roster) wordings(id ascribe.ActorID) []string {
	names := r.names[id]
	return slices.SortedFunc(maps.Keys(names), func(a, b string) int {
		return cmp.Or(cmp.Compare(names[b], names[a]), cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
}

// of returns the actor that a mention is.
func (r *roster) of(m ascribe.MentionID) (ascribe.ActorRef, bool) {
	id, ok := r.actor[m]
	return r.refs[id], ok
}
