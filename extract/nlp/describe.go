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
		e.public = e.public || p.Role == "office" || p.Role == "leader" && e.named
		if e.role == "" || e.role == "honorific" {
			e.role = p.Role
		}
		return
	}
	if e := j.described(s, p); e != nil {
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
	if m.phrase > 0 && p.First >= 2 && s.Tokens[p.First-1].Text == "," {
		for k := m.phrase - 1; k >= 0; k-- {
			q := &s.Phrases[k]
			if q.Last != p.First-1 || !q.Named || q.Kind != p.Kind || p.Plural {
				continue
			}
			if closes(s, p.Last) || s.Tokens[p.First].Class == Determiner {
				return j.of[mention{m.sentence, k}]
			}
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
	}
	return false
}

// groupWords stand for an organisation that was named before.
var groupWords = setOf("group organization organisation movement outfit faction militia gang cartel")

// apart are the words that tell another group from the one spoken of.
var apart = setOf(`other another larger broader core original splinter second third new several some many any every each both two three such
	similar rival different parent no`)

// described finds the chain that a description repeats.
func (j *joiner) described(s *Sentence, p *Phrase) *entity {
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
	if definite && groupWords[head] && !p.Plural {
		if e := j.latest(func(e *entity) bool {
			return (e.kind == Group || e.kind == Organization && e.named && e.entry == nil) && e.named && !e.plural
		}); e != nil {
			return e
		}
	}
	if definite && p.Kind == Person && !p.Plural {
		if e := j.latest(func(e *entity) bool {
			return e.kind == Person && !e.plural && e.titles[head] && (e.country == "" || p.Country == "" || e.country == p.Country)
		}); e != nil {
			return e
		}
		return nil
	}
	bare := s.Tokens[p.First].Class != Determiner
	if definite || bare && p.Plural || p.Kind == Force || p.Kind == State {
		return j.latest(func(e *entity) bool {
			return !e.named && e.key == head && e.kind == p.Kind && e.plural == p.Plural &&
				(e.country == p.Country || e.country == "" && definite || p.Country == "" && definite)
		})
	}
	return nil
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
