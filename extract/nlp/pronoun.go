package nlp

// antecedent finds what a pronoun stands for, or nil where the text does not
// make it plain.
func (j *joiner) antecedent(m mention, s *Sentence, p *Phrase) *entity {
	switch s.Tokens[p.Head].Lower {
	case "who":
		return j.relative(m, s, p)
	case "he", "him", "himself":
		return j.person(m, s, p, 'm')
	case "she", "her", "herself":
		return j.person(m, s, p, 'f')
	case "it", "itself":
		return j.body(m, s, p)
	case "they", "them", "themselves":
		return j.several(m, s, p)
	}
	return nil
}

// relative joins "who" with the person right before it.
func (j *joiner) relative(m mention, s *Sentence, p *Phrase) *entity {
	for k := m.phrase - 1; k >= 0; k-- {
		q := &s.Phrases[k]
		gap := p.First - q.Last
		if gap > 1 || gap == 1 && s.Tokens[q.Last].Text != "," {
			return nil
		}
		if e := j.of[mention{m.sentence, k}]; e != nil && e.kind == Person && q.Last >= p.First-1 {
			return e
		}
	}
	return nil
}

// person joins he and she with the one who spoke last, or acted last, in this
// sentence or the two before it.
func (j *joiner) person(m mention, s *Sentence, p *Phrase, gender byte) *entity {
	var best *entity
	score := 0
	for i := m.sentence; i >= 0 && i >= m.sentence-2; i-- {
		other := &j.a.Sentences[i]
		if i < m.sentence && other.Block != s.Block {
			break
		}
		for k := near(i == m.sentence, m.phrase); k < len(other.Phrases) && k < near(i == m.sentence, m.phrase)+farthest; k++ {
			q := &other.Phrases[k]
			if i == m.sentence && q.First >= p.First {
				break
			}
			e := j.of[mention{i, k}]
			if e == nil || e.kind != Person || e.plural || e.gender != 0 && e.gender != gender {
				continue
			}
			v := 4*(3-(m.sentence-i)) + k/8
			if e.named {
				v += 3
			}
			if subject(other, q) {
				v += 3
			}
			if speaks(other, q) {
				v += 4
			}
			if v >= score {
				best, score = e, v
			}
		}
	}
	if best != nil && best.gender == 0 {
		best.gender = gender
	}
	return best
}

// farthest is how many phrases of a sentence are looked through for an
// antecedent.
const farthest = 100

// near is where to begin looking in a sentence: in the phrase's own, not too far
// before it.
func near(own bool, phrase int) int {
	if own {
		return max(0, phrase-farthest+1)
	}
	return 0
}

// subject reports whether a phrase stands before a verb and not after a
// preposition.
func subject(s *Sentence, p *Phrase) bool {
	if p.First > 0 && s.Tokens[p.First-1].Class == Preposition {
		return false
	}
	for k := p.Last; k < len(s.Tokens) && k < p.Last+2; k++ {
		switch s.Tokens[k].Class {
		case Verb, Auxiliary:
			return s.Tokens[k].Tag != "VBG" && s.Tokens[k].Tag != "VBN"
		case Adverb:
		default:
			return false
		}
	}
	return false
}

// speaks reports whether a verb of saying stands beside a phrase.
func speaks(s *Sentence, p *Phrase) bool {
	return p.Last < len(s.Tokens) && sayings[s.Tokens[p.Last].Lower] || p.First > 0 && sayings[s.Tokens[p.First-1].Lower]
}

// body joins "it" with the group, force or state that is the subject of the
// sentence before, or of this one, and only where "it" does something.
func (j *joiner) body(m mention, s *Sentence, p *Phrase) *entity {
	if p.Last >= len(s.Tokens) || s.Tokens[p.Last].Class != Verb && !perfect(s, p.Last) {
		return nil
	}
	return j.lastSubject(m, s, p, func(e *entity) bool {
		return (e.kind == Group || e.kind == Force || e.kind == State || e.kind == Organization) && !e.plural
	})
}

// perfect reports whether "has" or "had" and a participle begin at token j.
func perfect(s *Sentence, j int) bool {
	return haveDo[s.Tokens[j].Lower] && nextVerbal(s, j+1) >= 0
}

// several joins "they" with the group or the persons who are the subject of the
// sentence before, or of this one.
func (j *joiner) several(m mention, s *Sentence, p *Phrase) *entity {
	return j.lastSubject(m, s, p, func(e *entity) bool {
		return e.kind == Person && e.plural || e.kind == Group || e.kind == Force
	})
}

// lastSubject returns the entity of the last subject that fits, in this sentence
// before the phrase or in the one before, within the paragraph.
func (j *joiner) lastSubject(m mention, s *Sentence, p *Phrase, fits func(*entity) bool) *entity {
	for i := m.sentence; i >= 0 && i >= m.sentence-1; i-- {
		other := &j.a.Sentences[i]
		if other.Paragraph != s.Paragraph {
			return nil
		}
		from := len(other.Phrases) - 1
		if i == m.sentence {
			from = m.phrase - 1
		}
		for k := from; k >= 0 && k > from-farthest; k-- {
			q := &other.Phrases[k]
			if i == m.sentence && q.First >= p.First || !subject(other, q) {
				continue
			}
			if e := j.of[mention{i, k}]; e != nil && fits(e) {
				return e
			}
		}
	}
	return nil
}
