package nlp

import (
	"strings"

	"ascribe/extract/feature"
	"ascribe/extract/linear"
)

// traits are what is known of a wording before it is joined.
type traits struct {
	feature.Reference
	owner    int      // the wording that says whose it is, or -1
	lower    string   // the head
	proper   []uint64 // the words of its name
	acronym  string   // it, if it looks like one
	initials string   // of its capitalised words, for an acronym to stand for
}

// Numbers and genders.
const (
	singular = iota + 1
	plural
)

const (
	masculine = iota + 1
	feminine
	neuter
)

// maxWords bounds how many words of a wording are compared.
const maxWords = 12

func (d *discourse) traitsOf(r *Reference) traits {
	s := &d.a.Sentences[r.Sentence]
	head := &s.Tokens[r.Head]
	t := traits{lower: head.Lower, owner: -1}
	t.Sort, t.Sentence, t.Length = r.Sort, r.Sentence, r.Last-r.First
	t.Head, t.Lemma = linear.Hash(t.lower), linear.Hash(lemmaOf(head))
	t.Role = linear.Hash(head.Rel)
	t.Inner = relation(head.Rel) == "compound"
	t.First = linear.Hash(s.Tokens[r.First].Lower)
	t.readWords(s, r)
	t.readAround(s, r)
	if r.Last-r.First <= 2 && upperWord(head.Text) {
		t.acronym = strings.ToUpper(head.Text)
	}
	t.Determiner = determiner(s, r)
	t.Number = numberOf(head)
	t.describe(s, r)
	return t
}

// readWords takes in the words of the wording.
func (t *traits) readWords(s *Sentence, r *Reference) {
	t.Text = 1
	for k := r.First; k < r.Last; k++ {
		tok := &s.Tokens[k]
		if tok.UPOS == "PUNCT" || tok.UPOS == "DET" || tok.Tag == "POS" {
			continue
		}
		t.Text = linear.Mix(t.Text, linear.Hash(tok.Lower))
		switch tok.UPOS {
		case "ADP", "AUX", "CCONJ", "SCONJ", "PART":
			continue
		}
		h := linear.Hash(lemmaOf(tok))
		if tok.UPOS == "NUM" {
			t.Numbers = linear.Mix(t.Numbers, h)
		}
		if len(t.Words) < maxWords {
			t.Words = append(t.Words, h)
		}
		if k < r.Head && len(t.Modifiers) < maxWords {
			t.Modifiers = append(t.Modifiers, h)
		}
		if tok.UPOS == "PROPN" && (k <= r.Head || relation(tok.Rel) == "flat") && len(t.proper) < maxWords {
			t.proper = append(t.proper, h)
		}
		if r.Sort == feature.Proper && capitalised(tok.Text) && len(t.initials) < maxWords {
			t.initials += strings.ToUpper(tok.Text[:1])
		}
	}
}

// readAround takes in where the wording stands.
func (t *traits) readAround(s *Sentence, r *Reference) {
	if h := s.Tokens[r.Head].Head; h >= 0 {
		g := &s.Tokens[h]
		t.Governor, t.Under = linear.Hash(lemmaOf(g)), linear.Hash(g.UPOS)
		if r.Head+1 < len(s.Tokens) && s.Tokens[r.Head+1].Text == "-" {
			t.Under++
		}
	}
	for k := max(0, r.First-3); k < r.First; k++ {
		if s.Tokens[k].Head == r.Head && relation(s.Tokens[k].Rel) == "case" {
			t.Case = linear.Hash(s.Tokens[k].Lower)
		}
	}
}

func lemmaOf(tok *Token) string {
	if tok.Lemma != "" {
		return strings.ToLower(tok.Lemma)
	}
	return tok.Lower
}

// determiner tells with what a wording begins.
func determiner(s *Sentence, r *Reference) uint8 {
	tok := &s.Tokens[r.First]
	switch tok.Lower {
	case "the":
		return feature.The
	case "a", "an":
		return feature.A
	case "this", "these":
		return feature.This
	case "that", "those":
		return feature.That
	case "another", "other", "any", "some", "no", "every", "each", "all", "both", "many", "several", "such":
		return feature.Quantified
	}
	if tok.UPOS == "NUM" {
		return feature.Counted
	}
	for k := r.First; k < r.Head; k++ {
		if s.Tokens[k].Rel == "nmod:poss" && s.Tokens[k].Head == r.Head {
			return feature.Owned
		}
	}
	return feature.Bare
}

func numberOf(head *Token) uint8 {
	switch head.Tag {
	case "NNS", "NNPS":
		return plural
	case "NN", "NNP":
		return singular
	}
	switch head.Lower {
	case "they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours", "ourselves", "these", "those":
		return plural
	case "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "i", "me", "my", "mine", "myself", "this", "that":
		return singular
	}
	return 0
}

// own finds whose each wording is: "their leader", "the leader of the rebels".
func (d *discourse) own() {
	for i := range d.refs {
		r := &d.refs[i]
		tok := d.tokenOf(i)
		if tok.Rel != "nmod:poss" && tok.Rel != "nmod" || tok.Head < 0 {
			continue
		}
		if k, ok := d.at[[2]int{r.Sentence, tok.Head}]; ok && (tok.Rel == "nmod:poss" || d.traits[k].owner < 0) {
			d.traits[k].owner = i
		}
	}
}

// owners compares whose two wordings are.
func (d *discourse) owners(i, k int) uint8 {
	a, b := d.traits[i].owner, d.traits[k].owner
	switch {
	case a < 0 && b < 0:
		return feature.NoOwners
	case b < 0:
		return feature.LaterOwned
	case a < 0:
		return feature.EarlierOwned
	case d.of[a] != nil && d.of[a] == d.of[b]:
		return feature.OneOwner
	case d.traits[a].Text == d.traits[b].Text:
		return feature.OwnersAlike
	case d.of[a] == nil || d.of[b] == nil:
		return feature.OwnerUnread
	}
	return feature.TwoOwners
}
