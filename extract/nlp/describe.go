package nlp

import (
	"strings"
)

// joinDescription joins descriptions and pronouns with what was mentioned
// before, and begins a chain for those that stand alone.
func (j *joiner) joinDescription(m mention, s *Sentence, p *Phrase) {
	if e := j.of[m]; e != nil {
		j.touch(e)
		return
	}
	head := &s.Tokens[p.Head]
	if head.Class == Pronoun {
		if e := j.antecedent(m, s, p); e != nil {
			j.put(m, e)
		}
		return
	}
	if p.Named || !chained(p.Kind) || p.Kind == Location {
		return
	}
	if e := j.apposition(m, s, p); e != nil {
		j.put(m, e)
		e.titles[head.Lower] = true
		e.public = e.public || p.Role == "office" || (p.Role == "leader" || p.Role == "spokesman") && j.ofArmed(s, p)
		if e.role == "" || e.role == "honorific" {
			e.role = p.Role
		}
		return
	}
	if e := j.described(m, s, p); e != nil {
		j.put(m, e)
		return
	}
	if e := j.namedAfter(m, s, p); e != nil {
		j.put(m, e)
		e.titles[head.Lower] = true
		e.public = e.public || p.Role == "office" || (p.Role == "leader" || p.Role == "spokesman") && j.ofArmed(s, p)
		return
	}
	if e := j.referred(m, s, p); e != nil {
		j.put(m, e)
		return
	}
	e := j.start(m, p, head.Lower)
	e.titles[head.Lower] = true
	j.say(s, p, e)
	e.key = head.Lower
}

// apposition finds the name that a description stands beside: "Luis Artola, a
// spokesman for the army," and "the spokesman, Luis Artola,".
func (j *joiner) apposition(m mention, s *Sentence, p *Phrase) *entity {
	if p.Kind != Person && p.Kind != Group && p.Kind != Organization && p.Kind != Force {
		return nil
	}
	if comma := commaBefore(s, p.First); m.phrase > 0 && comma > 0 {
		for k := m.phrase - 1; k >= 0; k-- {
			q := &s.Phrases[k]
			if q.Last != comma || !q.Named || q.Kind != p.Kind || p.Plural {
				continue
			}
			if closes(s, p.Last) || s.Tokens[p.First].Class == Determiner {
				return j.of[mention{m.sentence, k}]
			}
		}
	}
	return nil
}

// commaBefore returns where the comma before token i stands with the mark that closes
// a quotation beside it, the first of the two; 0 where there is no comma. A name may be
// held up: The "Sons of the Estuary," a group from the north.
func commaBefore(s *Sentence, i int) int {
	switch {
	case i < 2:
	case s.Tokens[i-1].Text == "," && s.Tokens[i-2].Class == CloseQuote, s.Tokens[i-1].Class == CloseQuote && s.Tokens[i-2].Text == ",":
		return i - 2
	case s.Tokens[i-1].Text == ",":
		return i - 1
	}
	return 0
}

// namedAfter finds the name that follows a description between commas: "the
// new judge, Luis Artola,".
func (j *joiner) namedAfter(m mention, s *Sentence, p *Phrase) *entity {
	if p.Kind != Person || p.Plural || s.Tokens[p.First].Class != Determiner || p.Last+1 >= len(s.Tokens) || s.Tokens[p.Last].Text != "," {
		return nil
	}
	for k := m.phrase + 1; k < len(s.Phrases); k++ {
		q := &s.Phrases[k]
		if q.First > p.Last+1 {
			return nil
		}
		if q.First == p.Last+1 && q.Named && q.Kind == Person && (q.Last >= len(s.Tokens) || s.Tokens[q.Last].Class == Mark) {
			return j.of[mention{m.sentence, k}]
		}
	}
	return nil
}

// closes reports whether an apposition may end before token j: at a comma, a
// stop, or what specifies it further.
func closes(s *Sentence, j int) bool {
	if j >= len(s.Tokens) {
		return true
	}
	switch tok := &s.Tokens[j]; tok.Class {
	case Mark, Preposition, CloseQuote:
		return true
	case Pronoun:
		return tok.Lower == "who" || tok.Lower == "which"
	default:
		return false
	}
}

// groupWords stand for an organisation that was named before.
var groupWords = setOf("group organization organisation movement outfit faction militia gang cartel")

// apart are the words that tell another group from the one spoken of.
var apart = setOf(`other another larger broader core original splinter second third new several some many any every each both two three such
	similar rival different parent no`)

// described finds the chain that a description repeats.
func (j *joiner) described(m mention, s *Sentence, p *Phrase) *entity {
	head := s.Tokens[p.Head].Lower
	det := s.Tokens[p.First].Lower
	definite := det == "the" || det == "this" || det == "these" || det == "those" || det == "that"
	for k := p.First; k < p.Head; k++ {
		if apart[s.Tokens[k].Lower] || s.Tokens[k].Class == Number {
			return j.sameWords(s, p, head)
		}
		if s.Tokens[k].Tag == "POS" {
			return nil
		}
	}
	if det == "a" || det == "an" || det == "another" {
		return nil
	}
	if definite && groupWords[head] && !p.Plural && plainGroup(s, p) {
		if e := j.groupSpoken(m, p); e != nil {
			return e
		}
	}
	if groupWords[head] && !plainGroup(s, p) {
		return j.sameWords(s, p, head)
	}
	if definite && p.Kind == Person && !p.Plural {
		if e := j.latest(func(e *entity) bool {
			return e.kind == Person && !e.plural && e.titles[head] && (e.country == "" || p.Country == "" || e.country == p.Country) && !j.other(s, p, e)
		}); e != nil {
			return e
		}
		return nil
	}
	bare := s.Tokens[p.First].Class != Determiner
	if definite || bare && p.Plural && armedRoles[p.Role] || p.Kind == Force || p.Kind == State {
		return j.latest(func(e *entity) bool {
			return !e.named && e.key == head && e.kind == p.Kind && e.plural == p.Plural &&
				(e.country == p.Country || e.country == "" && definite || p.Country == "" && definite) && !j.other(s, p, e)
		})
	}
	return nil
}

// armedRoles are those of whom a bare plural means the same ones again.
var armedRoles = setOf("fighter soldier police suspect")

// groupKinds may stand between "the" and "group" without telling another one.
var groupKinds = setOf(`terror terrorist militant armed extremist jihadist jihadi islamist rebel insurgent guerrilla notorious radical
	paramilitary separatist banned outlawed shadowy clandestine illegal subversive`)

func plainGroup(s *Sentence, p *Phrase) bool {
	for k := p.First + 1; k < p.Head; k++ {
		if !groupKinds[s.Tokens[k].Lower] {
			return false
		}
	}
	return true
}

// groupSpoken finds the named group that "the group" means: the subject of this
// sentence or of those before it, else the last one.
func (j *joiner) groupSpoken(m mention, p *Phrase) *entity {
	var best *entity
	score := 0
	for i := m.sentence; i >= 0 && i >= m.sentence-4; i-- {
		other := &j.a.Sentences[i]
		for k := near(i == m.sentence, m.phrase); k < len(other.Phrases) && k < near(i == m.sentence, m.phrase)+farthest; k++ {
			q := &other.Phrases[k]
			if i == m.sentence && q.First >= p.First {
				break
			}
			e := j.of[mention{i, k}]
			if e == nil || !e.named || e.plural || e.kind != Group && (e.kind != Organization || e.entry != nil) {
				continue
			}
			v := 4 * (5 - (m.sentence - i))
			if subject(other, q) {
				v += 5
			}
			if e.kind == Group {
				v += 3
			}
			if v >= score {
				best, score = e, v
			}
		}
	}
	return best
}

// sameWords finds the chain that the very same words began: "the other group".
func (j *joiner) sameWords(s *Sentence, p *Phrase, head string) *entity {
	words := normal(s.Text(j.a.Document, p.First, p.Last))
	return j.latest(func(e *entity) bool {
		if e.named || e.key != head || e.kind != p.Kind {
			return false
		}
		return normal(j.wording(e.mentions[0]).Of(j.a.Document.Text)) == words && strings.Contains(words, " ")
	})
}

// latest returns the most recent entity that fits, or nil.
func (j *joiner) latest(fits func(*entity) bool) *entity {
	for i := len(j.recent) - 1; i >= 0; i-- {
		if fits(j.recent[i]) {
			return j.recent[i]
		}
	}
	return nil
}
