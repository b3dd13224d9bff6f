package extract

import (
	"slices"
	"strings"

	"ascribe/extract/nlp"
)

// A portrait is what an article tells of one person who was harmed, as far as it
// tells that person from others.
type portrait struct {
	chain   int
	name    []string // lower case, first to last
	sex     string   // "m", "f" or ""
	age     int      // 0 when it is not told
	child   bool
	adult   bool
	next    bool // introduced as one more: "another man", "a second victim"
	pronoun bool // told by a pronoun, which brings nobody in
}

// portraitOf draws the person whom a count of one tells of.
func (b *tollBook) portraitOf(h *placedCount) portrait {
	t := portrait{chain: h.chain, sex: h.sex(), age: h.c.ageOf(h.first, h.last)}
	t.next = h.c.is(h.first, "another") || h.c.holdsAny("second third fourth fifth sixth other", h.first, h.last)
	t.pronoun = h.last == h.first+1 && h.c.is(h.first, "he she him her himself herself")
	t.child = h.c.holdsAny("boy girl child toddler baby infant newborn", h.first, h.last) || t.age > 0 && t.age < 13
	t.adult = h.c.holdsAny("man woman father mother husband wife grandfather grandmother officer policeman policewoman soldier deputy", h.first, h.last) || t.age > 19
	if n := h.c.nominalAt(h.last - 1); n != nil && n.phrase != nil && n.phrase.Named && n.kind() == nlp.Person {
		t.name = nameWords(h.c.Text(b.Document, n.phrase.Core, n.phrase.Head+1))
	}
	if h.chain == nlp.NoChain {
		return t
	}
	ch := &b.Chains[h.chain]
	if t.name == nil && b.namedChain(ch) {
		t.name = nameWords(ch.Mention.Text)
	}
	for _, s := range ch.Mention.Spans {
		if t.sex == "" {
			switch strings.ToLower(b.text(s)) {
			case "he", "him", "his":
				t.sex = "m"
			case "she", "her", "hers":
				t.sex = "f"
			}
		}
	}
	return t
}

// nameWords returns the words of a name, without what shows whose something is.
func nameWords(name string) []string {
	words := strings.Fields(strings.ToLower(strings.NewReplacer("’s", "", "'s", "", ".", "", ",", " ").Replace(name)))
	return slices.DeleteFunc(words, func(w string) bool { return w == "jr" || w == "sr" || w == "" })
}

// ageOf returns the age that tokens [first, last) or the two behind them give, or 0.
func (c *clause) ageOf(first, last int) int {
	for i := first; i < last; i++ {
		if years, _, ok := strings.Cut(c.lower(i), "-year-old"); ok {
			n, _ := numberWord(years)
			return n
		}
		if strings.HasPrefix(c.lower(i), "year-old") {
			n, _ := numberWord(c.lower(i - 1))
			return n
		}
	}
	if c.afterAge(last) > last {
		n, _ := numberWord(c.lower(last + 1))
		return n
	}
	return 0
}

// someoneElse reports whether two portraits, the second later in the text, are of
// two people: by name, age, sex or how the second is introduced. What is not told
// speaks for one.
func someoneElse(a, z *portrait) bool {
	if a.chain != nlp.NoChain && a.chain == z.chain {
		return false
	}
	if len(a.name) > 0 && len(z.name) > 0 {
		return otherNames(a.name, z.name)
	}
	switch {
	case z.next, a.sex != "" && z.sex != "" && a.sex != z.sex, a.child && z.adult, a.adult && z.child:
		return true
	case a.age > 0 && z.age > 0:
		return a.age > z.age+1 || z.age > a.age+1
	}
	return false
}

// otherNames reports whether two names are of two people: no word is shared, or the
// family name alone is and the first names begin with other letters.
func otherNames(a, z []string) bool {
	if len(a) > 1 && len(z) > 1 && a[0] != z[0] && a[0][0] != z[0][0] && a[len(a)-1] == z[len(z)-1] {
		return true
	}
	return !slices.ContainsFunc(a, func(w string) bool { return slices.Contains(z, w) })
}
