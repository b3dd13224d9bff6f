package reconcile

import (
	"crypto/sha256"
	"slices"
	"strings"

	"ascribe"
)

// actorLinks resolves the actors that a document mentions: to the register
// where the reader did so, else to an id made from the name. A nominal that
// names no one ("gunmen") is no actor.
func actorLinks(p *Profile) []ascribe.Link {
	var links []ascribe.Link
	for i := range p.actors {
		m := &p.actors[i]
		l := ascribe.Link{
			Kind: ascribe.IsActor, Left: m.id.String(), Right: string(m.actor.ID),
			Judgement: ascribe.Same, Score: m.score, Provenance: provenance, Engines: []string{p.engine},
			Because: []ascribe.Reason{{Feature: m.how, Weight: float64(m.score), Left: m.text, Right: m.key}},
		}
		for _, a := range m.acronyms {
			l.Because = append(l.Because, ascribe.Reason{Feature: "acronym", Left: a, Right: m.key})
		}
		links = append(links, l)
		for _, like := range m.alike {
			links = append(links, p.asks(m, like))
		}
	}
	return append(links, p.spelledOutBy(p)...)
}

// asks links a mention with an actor of the register that it only looks like: a
// question, which joins nothing.
func (p *Profile) asks(m *actorMention, like ascribe.NameMatch) ascribe.Link {
	return ascribe.Link{
		Kind: ascribe.IsActor, Left: m.id.String(), Right: string(like.Actor),
		Judgement: ascribe.Unsure, Score: like.Score, Provenance: provenance, Engines: []string{p.engine},
		Because: []ascribe.Reason{{Feature: like.By.String() + ": " + like.Because, Weight: float64(like.Score), Left: m.text, Right: like.Name}},
	}
}

// spelledOut links what one document calls by an acronym alone with the actor that
// the other gives the acronym for. told are the links between their tellings:
// articles that have no incident in common may mean two actors.
func spelledOut(a, b *Profile, told []ascribe.Link) []ascribe.Link {
	one := func(l ascribe.Link) bool { return l.Judgement == ascribe.Same }
	if !slices.ContainsFunc(told, one) {
		return nil
	}
	return append(a.spelledOutBy(b), b.spelledOutBy(a)...)
}

// spelledOutBy links the acronyms that stand by themselves in a document with each
// actor that a document, this one or another, gives them for.
func (p *Profile) spelledOutBy(o *Profile) []ascribe.Link {
	var links []ascribe.Link
	linked := map[string]bool{} // one link for each two actors tells enough
	for i := range p.actors {
		bare := &p.actors[i]
		if !bare.bare() {
			continue
		}
		for j := range o.actors {
			full := &o.actors[j]
			pair := bare.key + "\x00" + full.key
			if linked[pair] || !full.gives(bare.key) {
				continue
			}
			linked[pair] = true
			links = append(links, ascribe.Link{
				Kind: ascribe.IsActor, Left: bare.id.String(), Right: full.id.String(), Judgement: ascribe.Same, Score: 0.9,
				Because:    []ascribe.Reason{{Feature: "acronym spelled out", Weight: 1, Left: bare.text, Right: full.text}},
				Provenance: provenance, Engines: []string{p.engine, o.engine},
			})
		}
	}
	return links
}

// actorMention is a mention of an actor as its own document resolves it.
type actorMention struct {
	id       ascribe.MentionID
	text     string
	key      string // of the name, or of the register
	how      string // by what: "register" and how it has the name, or "name"
	score    ascribe.Score
	actor    ascribe.ActorRef
	acronyms []string            // that the document gives beside the full name
	alike    []ascribe.NameMatch // actors of the register that it only looks like
}

// bare reports whether the document knows the actor by an acronym alone.
func (a *actorMention) bare() bool { return a.how == "name" && isAcronym(trimArticle(a.text)) }

// gives reports whether the document gives an acronym, by its key, for the actor.
func (a *actorMention) gives(key string) bool {
	return slices.ContainsFunc(a.acronyms, func(short string) bool { return nameKey(short) == key })
}

// actorMentions finds the named actors of a reading.
func actorMentions(doc *ascribe.Document, r *ascribe.Reading) []actorMention {
	var out []actorMention
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.ID.Kind != ascribe.ActorMention {
			continue
		}
		if a, ok := resolve(doc, m); ok {
			out = append(out, a)
		}
	}
	return out
}

// resolve finds who a mention is. A person is an actor only where the register has
// him or her.
func resolve(doc *ascribe.Document, m *ascribe.Mention) (actorMention, bool) {
	a := actorMention{id: m.ID, text: m.Text, score: 1}
	if m.Actor != nil && m.Actor.ID != "" {
		a.actor, a.how, a.key = *m.Actor, "register", string(m.Actor.ID)
		if len(m.Matches) > 0 && m.Matches[0].Actor == m.Actor.ID {
			how := m.Matches[0]
			a.how, a.score = "register, by "+how.By.String()+" “"+how.Name+"”", how.Score
		}
		return a, true
	}
	key := nameKey(m.Text)
	if m.NoActor != "" || key == "" || !(named(m.Text) || m.Actor != nil && m.Actor.Name != "") {
		return a, false
	}
	a.actor = ascribe.ActorRef{ID: nameID(key), Name: trimArticle(m.Text)}
	if m.Actor != nil {
		a.actor.Kind = m.Actor.Kind
	}
	if a.actor.Kind == ascribe.UnknownActor {
		a.actor.Kind = kindOf(key)
	}
	a.how, a.key = "name", key
	for _, like := range m.Matches {
		if like.By == ascribe.LooksLike {
			a.alike = append(a.alike, like)
		}
	}
	if !isAcronym(trimArticle(m.Text)) {
		a.acronyms = acronyms(doc, m)
	}
	return a, true
}

// nameID is the id of an actor that is known by its name alone.
func nameID(key string) ascribe.ActorID {
	sum := sha256.Sum256([]byte("name\x00" + key))
	return ascribe.ActorID("a" + shortHash(sum[:]))
}

// ByName returns the actor that is known by a name alone; false for words that are no
// name.
func ByName(text string) (ascribe.ActorRef, bool) {
	key := nameKey(text)
	return ascribe.ActorRef{ID: nameID(key), Name: trimArticle(text), Kind: kindOf(key)}, key != "" && named(text)
}

// acronyms lists the short forms among a mention's wordings.
func acronyms(doc *ascribe.Document, m *ascribe.Mention) []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range m.Spans {
		if s.Start < 0 || s.End > len(doc.Text) || s.Start > s.End {
			continue
		}
		w := trimArticle(s.Of(doc.Text))
		if isAcronym(w) && !seen[nameKey(w)] {
			seen[nameKey(w)] = true
			out = append(out, w)
		}
	}
	return out
}

// kindOf tells the kind of an actor that the register does not know, where the
// name itself says it. Whether a front or a movement fights, a name does not say.
func kindOf(key string) ascribe.ActorKind {
	for _, w := range strings.Fields(key) {
		switch w {
		case "army", "police", "navy", "military", "gendarmerie", "troops":
			return ascribe.StateForces
		case "government", "ministry", "presidency", "cabinet", "kremlin":
			return ascribe.Government
		case "party", "court", "committee", "university", "institute", "centre", "center", "council", "agency":
			return ascribe.Organization
		}
	}
	return ascribe.UnknownActor
}
