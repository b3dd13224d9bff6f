package feature

import (
	"fmt"
	"slices"

	"ascribe/extract/linear"
)

// The numbers of the templates.
const (
	chainNew = 0x4300 + iota
	chainPair
	chainLexical
)

// A chainList gathers features under the number of their template.
type chainList struct {
	features []uint64
	one, two uint64 // the sorts of the later wording, and of both
}

func template(kind, n uint64, values []uint64) uint64 {
	h := linear.Mix(kind, n)
	for _, v := range values {
		h = linear.Mix(h, v)
	}
	return h
}

// alone adds a feature of the later wording.
func (l *chainList) alone(n uint64, values ...uint64) {
	l.features = append(l.features, linear.Mix(template(chainNew, n, values), l.one))
}

// both adds a feature of the pair, once for the sort of the later wording and
// once for the sorts of the two.
func (l *chainList) both(n uint64, values ...uint64) {
	h := template(chainPair, n, values)
	l.features = append(l.features, linear.Mix(h, l.one), linear.Mix(h, l.two))
}

// words adds a feature of certain words.
func (l *chainList) words(n uint64, values ...uint64) {
	l.features = append(l.features, template(chainLexical, n, values))
}

// NewChain appends what speaks for a wording that refers to nothing before it.
func NewChain(out []uint64, r *Reference, seenText, seenHead bool) []uint64 {
	l := chainList{features: out, one: sortOf(r)}
	seen := set(seenText, seenHead)
	determiner, kind, number := uint64(r.Determiner), uint64(r.Kind), uint64(r.Number)
	l.alone(0)
	l.alone(1, seen)
	l.alone(2, determiner, seen)
	l.alone(3, r.Lemma)
	l.alone(4, r.Lemma, determiner, seen)
	l.alone(5, r.First)
	l.alone(6, uint64(min(r.Length, 8)), seen)
	l.alone(7, r.Role, seen)
	l.alone(8, kind, determiner, seen)
	l.alone(9, uint64(min(r.Sentence, 3)), determiner)
	l.alone(10, uint64(min(len(r.Modifiers), 3)), determiner, seen)
	l.alone(11, set(r.Inner), seen, number)
	l.alone(12, r.Role, r.Under, seen)
	l.alone(13, r.Role, r.Governor)
	l.alone(14, r.Case, determiner, seen)
	l.alone(15, number, determiner, seen)
	l.alone(16, r.Case, r.Lemma)
	return l.features
}

func sortOf(r *Reference) uint64 {
	if r.Sort == Pronominal {
		return r.Head
	}
	return uint64(r.Sort)
}

func set(flags ...bool) uint64 {
	n := uint64(0)
	for i, f := range flags {
		if f {
			n |= 1 << i
		}
	}
	return n
}

// Pairing appends what speaks for and against a wording's referring to what an
// earlier one does.
func Pairing(out []uint64, p *Pair) []uint64 {
	b, t := p.Back, p.To
	one := sortOf(b)
	l := chainList{features: out, one: one, two: linear.Mix(one, sortOf(t))}
	sameText, sameHead := b.Text == t.Text, b.Lemma == t.Lemma
	match := set(sameText, sameHead, b.Head == t.Head, p.Acronym)
	l.place(p, match, set(sameHead), set(sameText))
	l.form(p, match, set(sameHead))
	l.chain(p, match)
	sub, compatible := modifiers(b, t)
	added := set(sub, compatible)
	determiner := uint64(b.Determiner)
	l.both(8, match, added, determiner)
	l.both(9, match, added, uint64(min(len(b.Modifiers), 2)), uint64(min(len(t.Modifiers), 2)))
	l.words(0, b.Lemma, match, added)
	l.words(1, b.Lemma, determiner, match)
	l.words(2, b.Lemma, t.Lemma)
	l.words(3, b.Lemma, uint64(t.Kind), determiner)
	l.words(4, t.Lemma, match, one)
	if sameHead {
		m, n := odd(b, t), odd(t, b)
		l.words(5, m, n)
		l.words(6, m, determiner)
		l.words(7, n, determiner)
	}
	return l.features
}

// place adds where the two wordings stand.
func (l *chainList) place(p *Pair, match, sameHead, sameText uint64) {
	b, t := p.Back, p.To
	far := apart(p.Sentences)
	l.both(0)
	l.both(1, match)
	l.both(2, match, far)
	l.both(3, uint64(p.Construct))
	l.both(4, uint64(p.Construct), uint64(b.Kind), uint64(t.Kind))
	l.both(5, far)
	l.both(6, uint64(bucket(p.References)), sameHead)
	l.both(12, b.Role, t.Role, set(p.Sentences == 0), sameHead)
	l.both(13, set(p.Nested, p.Sentences == 0), sameHead)
	l.both(15, uint64(min(p.Rank, 3)), sameText, far)
	l.both(26, b.Role, b.Under, match)
	l.both(27, set(b.Inner, t.Inner), b.Under, t.Under, match)
	l.both(28, b.Case, match)
}

// form adds how the two wordings are made.
func (l *chainList) form(p *Pair, match, sameHead uint64) {
	b, t := p.Back, p.To
	l.both(7, match, uint64(b.Determiner), uint64(t.Determiner))
	l.both(10, agree(b.Number, t.Number), agree(b.Gender, t.Gender))
	l.both(11, uint64(b.Kind), uint64(t.Kind), sameHead)
	l.both(14, share(b, t), sameHead)
	l.both(16, set(b.Inner, t.Inner), match)
	l.both(22, uint64(min(b.Length, 6)), match)
	l.both(23, uint64(min(t.Length, 6)), match)
	l.both(24, uint64(p.Owners), match)
	l.both(25, alike(b.Numbers, t.Numbers), match)
}

// chain adds what the chain of the earlier wording tells.
func (l *chainList) chain(p *Pair, match uint64) {
	b, c := p.Back, &p.Chain
	has := set(c.SameText, c.SameHead, c.Modified, c.Named, c.Clash)
	l.both(17, has)
	l.both(18, has, match)
	l.both(19, uint64(bucket(c.Size)), match)
	l.both(20, agree(b.Number, c.Number), agree(b.Gender, c.Gender), set(c.Clash))
	l.both(21, uint64(b.Kind), uint64(c.Kind))
}

func agree(a, b uint8) uint64 {
	switch {
	case a == 0 || b == 0:
		return 0
	case a == b:
		return 1
	}
	return 2
}

// modifiers reports whether the later wording adds none, and whether neither has
// one that the other lacks while having some.
func modifiers(b, t *Reference) (sub, compatible bool) {
	missing, extra := 0, 0
	for _, m := range b.Modifiers {
		if !slices.Contains(t.Words, m) {
			missing++
		}
	}
	for _, m := range t.Modifiers {
		if !slices.Contains(b.Words, m) {
			extra++
		}
	}
	return missing == 0, missing == 0 || extra == 0
}

// odd returns the first modifier that another wording lacks, or 0.
func odd(b, t *Reference) uint64 {
	for _, m := range b.Modifiers {
		if !slices.Contains(t.Words, m) {
			return m
		}
	}
	return 0
}

// alike compares two values of which 0 tells nothing.
func alike(a, b uint64) uint64 {
	switch {
	case a == 0 && b == 0:
		return 0
	case a == b:
		return 1
	case a == 0:
		return 2
	case b == 0:
		return 3
	}
	return 4
}

// share tells how much of the content words the two have in common.
func share(b, t *Reference) uint64 {
	n := 0
	for _, w := range b.Words {
		if slices.Contains(t.Words, w) {
			n++
		}
	}
	switch {
	case n == 0:
		return 0
	case n == len(b.Words) && n == len(t.Words):
		return 1
	case n == len(b.Words):
		return 2
	case n == len(t.Words):
		return 3
	}
	return 4
}

func apart(sentences int) uint64 {
	switch {
	case sentences <= 3:
		return uint64(sentences)
	case sentences <= 6:
		return 4
	case sentences <= 12:
		return 5
	case sentences <= 25:
		return 6
	}
	return 7
}

func bucket(n int) int {
	switch {
	case n <= 4:
		return n
	case n <= 7:
		return 5
	case n <= 15:
		return 6
	case n <= 40:
		return 7
	}
	return 8
}

// ChainFingerprint tells one state of what the chains see from another, as
// [Fingerprint] does for the rest.
func ChainFingerprint() string {
	a := Reference{
		Sort: Proper, Head: 2, Lemma: 3, Text: 4, First: 5, Modifiers: []uint64{6, 7}, Words: []uint64{3, 6, 7}, Determiner: The, Number: 1,
		Kind: 2, Role: 8, Sentence: 1, Length: 4, Governor: 9, Under: 10, Case: 11, Numbers: 12,
	}
	b := Reference{
		Sort: Nominal, Head: 13, Lemma: 3, Text: 14, First: 15, Modifiers: []uint64{6, 16}, Words: []uint64{3, 6, 16}, Determiner: This, Number: 2,
		Gender: 1, Kind: 3, Role: 17, Sentence: 5, Length: 3, Inner: true, Governor: 18, Under: 19, Case: 20, Numbers: 21,
	}
	c := Reference{Sort: Pronominal, Head: 22, Lemma: 23, Text: 24, Number: 2}
	out := NewChain(NewChain(nil, &a, true, false), &b, false, true)
	chain := Chain{Size: 3, SameHead: true, Named: true, Number: 1, Gender: 2, Kind: 2}
	out = Pairing(out, &Pair{Back: &b, To: &a, Construct: Predicate, Sentences: 4, References: 9, Rank: 2, Owners: TwoOwners, Acronym: true, Chain: chain})
	out = Pairing(out, &Pair{Back: &c, To: &b, Sentences: 1, References: 30, Nested: true, Chain: Chain{Size: 9, Clash: true}})
	h := uint64(1)
	for _, f := range out {
		h = linear.Mix(h, f)
	}
	return fmt.Sprintf("%016x", h)
}
