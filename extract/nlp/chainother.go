package nlp

import "strings"

// tells is how many wordings of a chain are compared with a description.
const tells = 8

// other reports whether a description says by the word before its head that it
// means another than the entity: "the health ministry" after "the interior
// ministry", "the navy commander" after "the army commander".
func (j *joiner) other(s *Sentence, p *Phrase, e *entity) bool {
	here := species(s, p)
	if here == "" {
		return false
	}
	head, differs := s.Tokens[p.Head].Lower, false
	for n, m := range e.mentions {
		if n >= tells {
			break
		}
		at := &j.a.Sentences[m.sentence]
		q := &at.Phrases[m.phrase]
		if at.Tokens[q.Head].Lower != head {
			continue
		}
		switch there := species(at, q); there {
		case "":
		case here:
			return false
		default:
			differs = true
		}
	}
	return differs
}

// species returns the noun right before the head of a description that says what
// kind of its sort is meant, or "".
func species(s *Sentence, p *Phrase) string {
	if p.Head <= p.First || p.Named {
		return ""
	}
	tok := &s.Tokens[p.Head-1]
	if tok.Class == Noun && strings.HasPrefix(tok.Rel, "compound") || speciesWords[tok.Lower] {
		return tok.Lower
	}
	return ""
}

// speciesWords do the same and are often taken for adjectives.
var speciesWords = setOf("interior foreign military naval prime vice finance health defence defense justice education labour labor army navy police air transport information municipal provincial federal")
