package nlp

import (
	"ascribe/extract/feature"
)

// sayLemmas are the verbs whose subject speaks what is quoted beside them.
var sayLemmas = setOf("say tell add note ask state claim argue write explain announce insist warn declare reply tweet recall admit confirm conclude continue")

// ofSpeaker are the words by which a speaker means himself.
var ofSpeaker = setOf("i me my mine myself")

// findSpoken marks the references of a speaker to himself within quotation marks
// in sentences where somebody says something: they mean the one who speaks and
// wait until he is read.
func (d *discourse) findSpoken() {
	d.spoken = make([]bool, len(d.refs))
	sentence, speaker := -1, -1
	var quoted []bool
	for i := range d.refs {
		r := &d.refs[i]
		if r.Sort != feature.Pronominal || !ofSpeaker[d.traits[i].lower] {
			continue
		}
		if r.Sentence != sentence {
			sentence = r.Sentence
			quoted = quotedTokens(&d.a.Sentences[sentence])
			speaker = d.speaker(sentence, quoted)
		}
		d.spoken[i] = speaker >= 0 && quoted[r.Head]
	}
}

// joinSpeakers enters the references of speakers to themselves into their chains.
func (d *discourse) joinSpeakers() {
	sentence, speaker := -1, -1
	for i := range d.refs {
		if !d.spoken[i] {
			continue
		}
		if d.refs[i].Sentence != sentence {
			sentence = d.refs[i].Sentence
			speaker = d.speaker(sentence, quotedTokens(&d.a.Sentences[sentence]))
		}
		d.of[i] = d.of[speaker]
		d.of[i].size++
	}
}

// quotedTokens tells which tokens of a sentence stand within quotation marks. A
// mark that opens and is never closed quotes all that follows.
func quotedTokens(s *Sentence) []bool {
	out := make([]bool, len(s.Tokens))
	in := false
	for k := range s.Tokens {
		switch s.Tokens[k].Text {
		case "“", "``", "«":
			in = true
		case "”", "''", "»":
			in = false
		case `"`:
			in = !in
		default:
			out[k] = in
		}
	}
	return out
}

// speaker returns the reference that is the subject of a verb of saying outside
// the quotation, or -1. One who is himself an "I" is none.
func (d *discourse) speaker(sentence int, quoted []bool) int {
	s := &d.a.Sentences[sentence]
	for k := range s.Tokens {
		tok := &s.Tokens[k]
		if relation(tok.Rel) != "nsubj" || tok.Head < 0 || quoted[k] || quoted[tok.Head] || !sayLemmas[lemmaOf(&s.Tokens[tok.Head])] {
			continue
		}
		if i, ok := d.at[[2]int{sentence, k}]; ok && !ofSpeaker[tok.Lower] {
			return i
		}
	}
	return -1
}
