package nlp

import "ascribe/extract/feature"

// chainSoFar is a chain as far as it has been read.
type chainSoFar struct {
	size                 int
	words                map[uint64]uint8 // what each hash is in the chain
	named                bool
	number, gender, kind uint8 // as the first wording that tells has it
}

// What a hash is in a chain.
const (
	wholeText = 1 << iota
	headWord
	someWord
	nameWord
)

// take enters wording i into the chain of another, or of -1 begins one.
func (d *discourse) take(i, to int) {
	t := &d.traits[i]
	c := &chainSoFar{}
	if to >= 0 {
		c = d.of[to]
	}
	d.of[i] = c
	c.size++
	if t.Sort != feature.Pronominal {
		c.learn(t)
	}
	if c.number == 0 {
		c.number = t.Number
	}
	if c.gender == 0 {
		c.gender = t.Gender
	}
	if c.kind == 0 {
		c.kind = t.Kind
	}
	d.index.add(i, t)
}

func (c *chainSoFar) learn(t *traits) {
	if c.words == nil {
		c.words = make(map[uint64]uint8, 4)
	}
	c.words[t.Text] |= wholeText
	c.words[t.Lemma] |= headWord
	for _, w := range t.Words {
		c.words[w] |= someWord
	}
	for _, w := range t.proper {
		c.words[w] |= nameWord
		c.named = true
	}
}

// seenBy is what the chain has in common with a later wording.
func (c *chainSoFar) seenBy(t *traits) feature.Chain {
	out := feature.Chain{
		Size: c.size, SameText: c.words[t.Text]&wholeText != 0, SameHead: c.words[t.Lemma]&headWord != 0, Modified: true,
		Named: c.named, Number: c.number, Gender: c.gender, Kind: c.kind,
	}
	for _, m := range t.Modifiers {
		out.Modified = out.Modified && c.words[m]&someWord != 0
	}
	out.Clash = len(t.proper) > 0 && c.named
	for _, w := range t.proper {
		out.Clash = out.Clash && c.words[w]&nameWord == 0
	}
	return out
}
