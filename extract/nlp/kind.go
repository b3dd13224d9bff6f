package nlp

import (
	"strings"

	"ascribe"
	"ascribe/extract/lexicon"
)

// kind finds what a phrase refers to: by the register, by its head, by titles
// and first names, and by where it stands.
func (c *chunker) kind(p *Phrase) {
	s := c.s
	head := &s.Tokens[p.Head]
	if n := c.inside[p.Head]; n > 0 {
		c.kindOfName(p, &c.names[n-1])
		return
	}
	if c.kindOfAcronym(p) {
		return
	}
	h, known := lexicon.HeadOf(head.Lower)
	p.Plural = head.Tag == "NNS" || known && h.Plural
	if s.Caps && head.Class == Noun && lexicon.Common(head.Lower) && !known {
		return // in capitals a common noun is no name
	}
	proper := head.Class == Name || head.Caps && head.Class == Noun && p.Head > p.First && s.Tokens[p.Head-1].Caps
	if proper || s.Caps && (!known || c.bodyInCapitals(p)) {
		if c.kindOfProper(p) {
			return
		}
	}
	if known && h.Kind == "place" && c.namedPlace(p) {
		return
	}
	if known {
		p.Role = h.Role
		p.Kind = c.kindOfHead(p, h)
		p.Country = c.countryOf(p)
		return
	}
	if head.Class == Number && p.Last-p.First <= 3 {
		p.Kind = Quantity
	}
}

// kindOfAcronym gives an acronym that the document explains the kind of the body
// it stands for: "the MLF".
func (c *chunker) kindOfAcronym(p *Phrase) bool {
	head := &c.s.Tokens[p.Head]
	long := c.acronyms[head.Lower]
	if long == "" || !upperWord(head.Text) {
		return false
	}
	for _, w := range strings.Fields(long) {
		if kind, ok := lexicon.OrgWord(w); ok && kind != "place" {
			p.Kind, p.Named, p.Core = headKinds[kind], true, p.Head
			return true
		}
	}
	return false
}

// bodyInCapitals reports whether a phrase in capitals ends in a word for a body
// that a name stands right before: "THE MARAN LIBERATION FRONT".
func (c *chunker) bodyInCapitals(p *Phrase) bool {
	if p.Head <= p.First {
		return false
	}
	prev := &c.s.Tokens[p.Head-1]
	_, ok := lexicon.OrgWord(c.s.Tokens[p.Head].Lower)
	return ok && (prev.Class == Name && c.countriesOf(prev) == nil || c.nounsOfBody(p))
}

// nounsOfBody reports whether, in capitals, an article, two nouns or more and a
// word for an armed body make a name although each is a common word: "THE
// WORKERS JUSTICE COMMAND".
func (c *chunker) nounsOfBody(p *Phrase) bool {
	kind, _ := lexicon.OrgWord(c.s.Tokens[p.Head].Lower)
	if !c.s.Caps || kind != "force" && kind != "group" || p.Head-p.First < 3 || c.s.Tokens[p.First].Lower != "the" {
		return false
	}
	for j := p.First + 1; j < p.Head; j++ {
		tok := &c.s.Tokens[j]
		if tok.Class != Noun || tok.Rel != "compound" || forceWords[tok.Lower] {
			return false
		}
	}
	return true
}

// headKinds are the kinds of the heads table.
var headKinds = map[string]PhraseKind{
	"person": Person, "group": Group, "force": Force, "state": State, "organization": Organization, "media": Organization,
	"facility": Facility, "weapon": Weapon, "time": Time, "quantity": Quantity, "place": OtherPhrase,
}

// kindOfHead is the kind of a phrase by its common noun, mended by the words
// before it.
func (c *chunker) kindOfHead(p *Phrase, h lexicon.Head) PhraseKind {
	kind := headKinds[h.Kind]
	lower := c.s.Tokens[p.Head].Lower
	rebel, state := false, false
	for j := p.First; j < p.Head; j++ {
		w := c.s.Tokens[j].Lower
		if n := c.inside[j]; n > 0 && len(c.names[n-1].entries) > 0 {
			rebel = rebel || kindOfActor(c.names[n-1].entries[0].Actor.Kind) == Group
		}
		rebel = rebel || rebelWords[w]
		state = state || forceWords[w]
	}
	switch {
	case (kind == Force || lower == "units" || lower == "unit" || lower == "column") && rebel:
		return Group
	case kind == Group && state && !rebel && armedBodies[lower]:
		return Force
	case lower == "forces" && p.Head == p.First:
		return Force
	case (lower == "command" || lower == "staff" || lower == "corps") && !commandWords[c.s.Tokens[max(p.Head-1, p.First)].Lower]:
		return OtherPhrase
	case lower == "force" && !state:
		return OtherPhrase
	case (lower == "head" || lower == "body" || lower == "second" || lower == "general" || lower == "host" || lower == "minor") && p.First == p.Head:
		return OtherPhrase
	}
	return kind
}

var commandWords = setOf("high general army military naval air joint police marine security guerrilla central supreme front fmln")

var rebelWords = setOf(`rebel rebels guerrilla guerrillas insurgent insurgents militant militants terrorist extremist separatist jihadist islamist
	opposition paramilitary subversive terror armed-opposition`)

var armedBodies = setOf("column unit units squad group contingent band")

// kindOfName is the kind of a phrase whose head is a name that a register, the
// gazetteer or a pattern knows.
func (c *chunker) kindOfName(p *Phrase, n *named) {
	p.Named = true
	p.Core = n.first
	switch {
	case len(n.entries) > 0:
		e := c.choose(n.entries)
		p.Kind = kindOfActor(e.Actor.Kind)
		p.Country = e.Actor.Home()
		if p.Kind == Person {
			p.Role = "office"
		}
		if p.Kind == State && e.Actor.Kind == ascribe.Organization {
			p.Kind = Organization
		}
	case n.body != "" && c.lookup(c.s.Text(c.a.Document, n.first, n.last)) != nil: // "the department of Velm"
		c.kindOfPlace(p, c.lookup(c.s.Text(c.a.Document, n.first, n.last)))
	case n.body != "":
		p.Kind = headKinds[n.body]
		for p.Core > p.First && c.inside[p.Core-1] == 0 && c.s.Tokens[p.Core-1].Class == Name && capitalisedOrCaps(c.s, p.Core-1) {
			p.Core--
		}
		p.Country = c.countryOf(p)
		c.ofNoState(p)
	default:
		c.kindOfPlace(p, n.places)
	}
}

// choose picks the entry whose country the document speaks of, else the first.
func (r *reader) choose(entries []*lexicon.Entry) *lexicon.Entry {
	for _, e := range entries {
		if e.Actor.In(r.country) {
			return e
		}
	}
	return entries[0]
}

// kindOfActor is the kind of phrase that names an actor of the kind.
func kindOfActor(k ascribe.ActorKind) PhraseKind {
	switch k {
	case ascribe.StateForces, ascribe.ExternalForces:
		return Force
	case ascribe.RebelGroup, ascribe.PoliticalMilitia, ascribe.IdentityMilitia:
		return Group
	case ascribe.Government:
		return State
	case ascribe.PublicFigure, ascribe.Civilians, ascribe.Protesters, ascribe.Rioters:
		return Person
	default:
		return Organization
	}
}

// countryOf returns the country that the words before a head name.
func (c *chunker) countryOf(p *Phrase) string {
	last := p.Head
	if !p.Named {
		last-- // "states" alone names no country
	}
	for j := p.First; j <= last; j++ {
		if n := c.inside[j]; n > 0 {
			if found := c.names[n-1].places; isCountry(found) {
				return found[0].Country
			}
			continue
		}
		tok := &c.s.Tokens[j]
		if tok.Class != Name && tok.Class != Adjective && tok.Class != Noun {
			continue
		}
		if found := c.countriesOf(tok); found != nil {
			return found[0]
		}
	}
	return ""
}
