package nlp

import "strings"

// acts reports whether a country stands where one acts or is dealt with, and
// not where something happens.
func (c *chunker) acts(p *Phrase) bool {
	tokens := c.s.Tokens
	if p.First > 0 {
		before := &tokens[p.First-1]
		switch before.Lower {
		case "with":
			return p.First < 2 || !strings.HasPrefix(tokens[p.First-2].Lower, "border")
		case "by", "against", "between":
			return true
		case "to":
			return c.tiedTo(p.First - 1)
		}
		if blames[before.Lemma] && before.Class == Verb {
			return true
		}
		if afterPlacePreposition(c.s, p.First) || before.Lower == "of" {
			return false
		}
	}
	j := c.pastList(p.Last)
	if j >= len(tokens) {
		return false
	}
	next := &tokens[j]
	switch {
	case next.Class == Verb && next.Tag != "VBN" && next.Tag != "VBG", next.Class == Auxiliary:
		return true
	case j == p.Last && (next.Tag == "POS" || next.Class == Noun): // "Sarvia's army", "the Sarvia army"
		return true
	}
	return false
}

// blames are the verbs that make a party of what follows them.
var blames = setOf("blame accuse link tie suspect implicate condemn denounce urge ask warn sue invade attack ally join support defeat fight")

// tiedTo reports whether the "to" at token j follows a verb that ties something
// to a party.
func (c *chunker) tiedTo(j int) bool {
	for k := j - 1; k >= 0 && k >= j-5; k-- {
		switch c.s.Tokens[k].Lemma {
		case "tie", "link", "attribute", "connect", "trace":
			return true
		}
	}
	return false
}

// pastList returns the token after a list of countries that goes on at token j:
// "and Brenland", ", Brenland and Sarvia".
func (c *chunker) pastList(j int) int {
	tokens := c.s.Tokens
	for range 6 {
		k := j
		for k < len(tokens) && (tokens[k].Text == "," || tokens[k].Lower == "and") {
			k++
		}
		if k == j || k >= len(tokens) {
			return j
		}
		if tokens[k].Lower == "the" {
			k++
		}
		if n := c.insideAt(k); n >= 0 && isCountry(c.names[n].places) {
			j = c.names[n].last
			continue
		}
		if k >= len(tokens) || !c.countryName(k) {
			return j
		}
		j = k + 1
	}
	return j
}

// insideAt returns the index of the name that token k belongs to, or -1.
func (c *chunker) insideAt(k int) int {
	if k >= len(c.inside) {
		return -1
	}
	return c.inside[k] - 1
}
