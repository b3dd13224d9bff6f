package nlp

import (
	"strings"

	"ascribe"
	"ascribe/extract/gazetteer"
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
	h, known := lexicon.HeadOf(head.Lower)
	p.Plural = head.Tag == "NNS" || known && h.Plural
	if s.Caps && head.Class == Noun && lexicon.Common(head.Lower) && !known {
		return // in capitals a common noun is no name
	}
	proper := head.Class == Name || head.Caps && head.Class == Noun && p.Head > p.First && s.Tokens[p.Head-1].Caps
	if proper || s.Caps && !known {
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

// namedPlace takes "Tolvik province" and "the Velm valley" for a place.
func (c *chunker) namedPlace(p *Phrase) bool {
	if p.Plural || p.Head == p.First || !isName(&c.s.Tokens[p.Head-1]) {
		return false
	}
	first := p.Head - 1
	for first > p.First && isName(&c.s.Tokens[first-1]) {
		first--
	}
	found := c.lookup(c.s.Text(c.a.Document, first, p.Head+1))
	if found == nil {
		found = c.lookup(c.s.Text(c.a.Document, first, p.Head))
	}
	if found == nil && c.s.Caps {
		return false
	}
	p.Core, p.Kind, p.Named = first, Location, true
	if found != nil {
		p.Country = found[0].Country
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
		p.Country = e.Actor.Country
		if p.Kind == Person {
			p.Role = "office"
		}
		if p.Kind == State && e.Actor.Kind == ascribe.Organization {
			p.Kind = Organization
		}
	case n.body != "":
		p.Kind = headKinds[n.body]
		for p.Core > p.First && c.inside[p.Core-1] == 0 && c.s.Tokens[p.Core-1].Class == Name && capitalisedOrCaps(c.s, p.Core-1) {
			p.Core--
		}
		p.Country = c.countryOf(p)
	default:
		c.kindOfPlace(p, n.places)
	}
}

// choose picks the entry whose country the document speaks of, else the first.
func (r *reader) choose(entries []*lexicon.Entry) *lexicon.Entry {
	for _, e := range entries {
		if r.country != "" && e.Actor.Country == r.country {
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
	case ascribe.PublicFigure:
		return Person
	case ascribe.Civilians, ascribe.Protesters, ascribe.Rioters:
		return Person
	}
	return Organization
}

// kindOfPlace tells a place from a country that acts.
func (c *chunker) kindOfPlace(p *Phrase, found []gazetteer.Entry) {
	p.Kind = Location
	p.Country = found[0].Country
	if isCountry(found) && c.acts(p) {
		p.Kind = State
	}
}

func isCountry(found []gazetteer.Entry) bool {
	return len(found) > 0 && found[0].Kind == gazetteer.Country
}

// acts reports whether a country stands where one acts or is dealt with, and
// not where something happens.
func (c *chunker) acts(p *Phrase) bool {
	tokens := c.s.Tokens
	if p.First > 0 {
		switch tokens[p.First-1].Lower {
		case "with":
			return p.First < 2 || !strings.HasPrefix(tokens[p.First-2].Lower, "border")
		case "by", "against", "between", "blame", "accused", "blamed", "accuse":
			return true
		}
		if afterPlacePreposition(c.s, p.First) || tokens[p.First-1].Lower == "," || tokens[p.First-1].Lower == "of" {
			return false
		}
	}
	if p.Last < len(tokens) {
		next := &tokens[p.Last]
		switch {
		case next.Class == Verb && next.Tag != "VBN" && next.Tag != "VBG", next.Class == Auxiliary:
			return true
		case next.Tag == "POS":
			return true
		case next.Class == Noun: // a modifier: "the Maran army"
			return true
		}
	}
	return false
}

var placePrepositions = setOf("in at near from into inside outside across around within throughout toward towards through to outskirts outside between north south east west of")

// afterPlacePreposition reports whether a preposition of place stands before
// token j, with an article between or not.
func afterPlacePreposition(s *Sentence, j int) bool {
	if j > 0 && s.Tokens[j-1].Lower == "the" {
		j--
	}
	if j == 0 {
		return false
	}
	switch w := s.Tokens[j-1].Lower; w {
	case "of", "to", "between":
		return false
	default:
		return placePrepositions[w]
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

// kindOfProper finds the kind of a phrase whose head is a proper noun that no
// register has, or reports that the head is no name.
func (c *chunker) kindOfProper(p *Phrase) bool {
	s := c.s
	head := &s.Tokens[p.Head]
	p.Core = c.core(p)
	p.Named = true
	if c.bodyByName(p) {
		return true
	}
	if role, ok := c.titled(p); ok {
		p.Kind, p.Role = Person, role
		p.Country = c.countryOf(p)
		return true
	}
	if p.Core < p.Head && (lexicon.FirstName(s.Tokens[p.Core].Lower) || lexicon.Surname(head.Lower) || lexicon.Surname(s.Tokens[p.Head-1].Lower) && p.Head-p.Core == 2) || c.people[head.Lower] && p.Head-p.Core <= 3 {
		p.Kind = Person
		return true
	}
	if kind, ok := c.appositive(p); ok {
		p.Kind = kind
		return true
	}
	if _, ok := lexicon.HeadOf(head.Lower); ok && (s.Caps || p.Core == p.Head) {
		p.Named = false
		return false
	}
	if c.placeName(p) {
		return true
	}
	if p.Core == p.Head && lexicon.FirstName(head.Lower) {
		p.Kind = Person
		return true
	}
	if s.Caps && head.Class != Name {
		p.Named = false
		return false
	}
	if c.personBySpeech(p) {
		p.Kind = Person
		return true
	}
	return head.Class == Name
}

// bodyByName takes a capitalised name that ends in a word for a body, or for a
// kind of place, for one: "the Maran Liberation Front", "Workers Justice
// Command". In capitals some word of it must be a name.
func (c *chunker) bodyByName(p *Phrase) bool {
	s := c.s
	kind, ok := lexicon.OrgWord(s.Tokens[p.Head].Lower)
	if !ok {
		return false
	}
	first, names := p.Head, 0
	for first > p.First {
		tok := &s.Tokens[first-1]
		if !isName(tok) && !(s.Caps && (tok.Class == Noun || tok.Class == Adjective)) {
			break
		}
		if tok.Class == Name && !lexicon.Common(tok.Lower) || tok.Caps {
			names++
		}
		first--
	}
	if first == p.Head || names == 0 {
		return false
	}
	if kind == "place" || s.Tokens[p.Head].Lower == "department" {
		if found := c.lookup(s.Text(c.a.Document, first, p.Head+1)); found != nil {
			p.Core = first
			c.kindOfPlace(p, found)
			return true
		}
	}
	p.Core, p.Kind = first, headKinds[kind]
	if kind == "place" {
		p.Kind = Location
	}
	p.Country = c.countryOf(p)
	return true
}

// core returns where the run of name tokens that ends at the head begins, past
// titles.
func (c *chunker) core(p *Phrase) int {
	j := p.Head
	for j > p.First {
		tok := &c.s.Tokens[j-1]
		if c.inside[j-1] > 0 && !isName(tok) {
			break
		}
		if _, title := lexicon.TitleOf(tok.Lower); title {
			break
		}
		if !isName(tok) && !(nameParticles[tok.Lower] && j-1 > p.First) {
			break
		}
		if h, ok := lexicon.HeadOf(tok.Lower); ok && c.s.Caps && h.Kind != "time" && !lexicon.FirstName(tok.Lower) {
			break
		}
		j--
	}
	return j
}

func isName(tok *Token) bool {
	return tok.Class == Name || tok.Class == Noun && tok.Caps
}

var nameParticles = setOf("de del la las los el al bin ibn von van der da dos abu umm ben y e")

// titled reports whether a title or a person's common noun stands right before
// the bare name, and what it says.
func (c *chunker) titled(p *Phrase) (role string, ok bool) {
	if p.Core == p.First {
		return "", false
	}
	before := &c.s.Tokens[p.Core-1]
	if t, found := lexicon.TitleOf(before.Lower); found && c.s.Tokens[p.Head].Class == Name {
		return t.Role, true
	}
	if c.s.Caps && lexicon.Common(c.s.Tokens[p.Core].Lower) && !lexicon.FirstName(c.s.Tokens[p.Core].Lower) {
		return "", false
	}
	if h, found := lexicon.HeadOf(before.Lower); found && h.Kind == "person" && !h.Plural && before.Class == Noun {
		return h.Role, true
	}
	return "", false
}

// appositive reads what is said of a name right after it: "Carla Vidal, 34,",
// "Luis Artola, a spokesman".
func (c *chunker) appositive(p *Phrase) (PhraseKind, bool) {
	tokens := c.s.Tokens
	j := p.Last
	if j+1 >= len(tokens) || tokens[j].Text != "," {
		return 0, false
	}
	j++
	if isNumber(tokens[j].Lower) && len(tokens[j].Text) <= 2 && (j+1 >= len(tokens) || tokens[j+1].Text == "," || tokens[j+1].Text == ".") {
		return Person, true
	}
	for k := j; k < len(tokens) && k < j+7; k++ {
		tok := &tokens[k]
		switch tok.Class {
		case Determiner, Adjective, Name, Number, Particle:
			continue
		case Noun:
			if h, ok := lexicon.HeadOf(tok.Lower); ok && (k+1 >= len(tokens) || tokens[k+1].Class != Noun && tokens[k+1].Class != Name) {
				if k == j && tokens[j].Class == Noun && h.Kind != "person" {
					return 0, false
				}
				kind := headKinds[h.Kind]
				return kind, kind == Person || kind == Group || kind == Force || kind == Organization
			}
			continue
		}
		break
	}
	return 0, false
}

// speaks reports whether the phrase is the subject of a verb of saying.
func (c *chunker) speaks(p *Phrase) bool {
	tokens := c.s.Tokens
	for _, j := range [...]int{p.Last, p.First - 1} {
		if j >= 0 && j < len(tokens) && sayings[tokens[j].Lower] {
			return true
		}
	}
	return false
}

// personBySpeech takes an unknown name for a person's where it says something:
// two or three words, or one that does so without an article and is no acronym.
func (c *chunker) personBySpeech(p *Phrase) bool {
	if c.s.Caps || p.Head-p.Core > 3 || !c.speaks(p) || !allNames(c.s, p) {
		return false
	}
	return p.Core < p.Head || p.First == p.Head && strings.ToLower(c.s.Tokens[p.Head].Text[1:]) == c.s.Tokens[p.Head].Text[1:]
}

var sayings = setOf("said says told added noted asked stated claimed argued wrote explained announced insisted warned declared replied tweeted")

// placeName reports whether the bare name is a place, with the evidence that a
// name which is also a word, a surname or a first name needs.
func (c *chunker) placeName(p *Phrase) bool {
	s := c.s
	first := p.Core
	found := c.lookup(s.Text(c.a.Document, first, p.Head+1))
	for found == nil && s.Caps && first < p.Head {
		first++
		found = c.lookup(s.Text(c.a.Document, first, p.Head+1))
	}
	if found == nil {
		return c.inPlace(p)
	}
	lower := s.Tokens[p.Head].Lower
	if s.Caps && lexicon.Common(lower) && (p.First < first && s.Tokens[first-1].Class == Determiner || head(s, p).Class != Name) {
		return false
	}
	doubtful := first == p.Head && (lexicon.Common(lower) || lexicon.FirstName(lower) || !s.Caps && !s.Tokens[p.Head].Caps || months[lower])
	prior := found[0].Population >= 100_000 || found[0].Kind != gazetteer.Town
	evidence := afterPlacePreposition(s, p.First) || afterPlacePreposition(s, first) || c.beforeCountry(p)
	if doubtful && !evidence && found[0].Kind != gazetteer.Country || !prior && !evidence {
		return false
	}
	p.Core = first
	c.kindOfPlace(p, found)
	return true
}

func head(s *Sentence, p *Phrase) *Token { return &s.Tokens[p.Head] }

// inPlace takes a capitalised unknown after "in" or "near" for a place.
func (c *chunker) inPlace(p *Phrase) bool {
	if p.First != p.Core && c.s.Tokens[p.First].Lower != "the" || p.Core == 0 {
		return false
	}
	if p.First == 0 || p.Core != p.First || !placed(c.s, p.First) {
		return false
	}
	if !c.s.Caps && !c.s.Tokens[p.Head].Caps || c.s.Caps && (head(c.s, p).Class != Name || lexicon.Common(head(c.s, p).Lower)) {
		return false
	}
	p.Kind = Location
	return true
}

// placed reports whether "in", "near", "outside" or "the town of" stands before
// token j.
func placed(s *Sentence, j int) bool {
	switch s.Tokens[j-1].Lower {
	case "in", "near", "outside":
		return true
	case "of":
		if j < 2 {
			return false
		}
		h, ok := lexicon.HeadOf(s.Tokens[j-2].Lower)
		return ok && h.Kind == "place"
	}
	return false
}

// beforeCountry reports whether ", Country" or "(Country)" follows.
func (c *chunker) beforeCountry(p *Phrase) bool {
	j := p.Last
	if j+1 >= len(c.s.Tokens) || !strings.ContainsAny(c.s.Tokens[j].Text, ",(") {
		return false
	}
	if n := c.inside[j+1]; n > 0 {
		found := c.names[n-1].places
		return len(found) > 0 && found[0].Kind != gazetteer.Town
	}
	found := c.lookup(c.s.Tokens[j+1].Text)
	return len(found) > 0 && found[0].Kind != gazetteer.Town
}
