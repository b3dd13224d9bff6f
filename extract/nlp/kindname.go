package nlp

import (
	"strings"

	"ascribe/extract/lexicon"
)

// kindOfProper finds the kind of a phrase whose head is a proper noun that no
// register has, or reports that the head is no name.
func (c *chunker) kindOfProper(p *Phrase) bool {
	s := c.s
	head := &s.Tokens[p.Head]
	if months[head.Lower] || weekdays[head.Lower] {
		p.Kind = Time
		return true
	}
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
	if c.personBySpeech(p) || c.personByLead(p) {
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
		common := tok.Class == Noun || tok.Class == Adjective
		titled := tok.Class == Adjective && tok.Caps && first > 1 && c.countriesOf(tok) == nil // "the Black Anchor Brigade"
		if !isName(tok) && !titled && (!s.Caps || !common) {
			break
		}
		if tok.Class == Name && !lexicon.Common(tok.Lower) || tok.Caps {
			names++
		}
		first--
	}
	if first == p.Head || names == 0 && !c.nounsOfBody(p) {
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
	c.ofNoState(p)
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
		if !isName(tok) && (!nameParticles[tok.Lower] || j-1 <= p.First) {
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
		case Noun:
			if h, ok := lexicon.HeadOf(tok.Lower); ok && (k+1 >= len(tokens) || tokens[k+1].Class != Noun && tokens[k+1].Class != Name) {
				if k == j && tokens[j].Class == Noun && h.Kind != "person" {
					return 0, false
				}
				kind := headKinds[h.Kind]
				return kind, kind == Person || kind == Group || kind == Force || kind == Organization
			}
		default:
			return 0, false
		}
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

// personByLead takes an unknown name of two or three words for a person's where
// a body is led by it: "is led by Joren Vash".
func (c *chunker) personByLead(p *Phrase) bool {
	if c.s.Caps || p.Core == p.Head || p.Head-p.Core > 2 || p.First < 2 || c.s.Tokens[p.First-1].Lower != "by" {
		return false
	}
	for k := p.Core; k <= p.Head; k++ {
		if t := c.s.Tokens[k].Text; !capitalised(t) || upperWord(t) {
			return false
		}
	}
	return leadings[c.s.Tokens[p.First-2].Lower]
}

var leadings = setOf("led headed commanded")

var sayings = setOf("said says told added noted asked stated claimed argued wrote explained announced insisted warned declared replied tweeted")
