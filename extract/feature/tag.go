package feature

import "ascribe/extract/linear"

// Tag appends what the tagger sees at token i after it has given the tags t1 to
// the token before and t2 to the one before that; NoTag stands before a sentence.
func Tag(out []uint64, words []Word, i int, t1, t2 uint64) []uint64 {
	l := list{1, out}
	c, n1 := at(words, i), at(words, i+1)
	l.one(0)
	l.one(c.Form)
	l.one(c.Lower)
	l.one(c.Shape)
	for _, s := range c.Suffix {
		l.one(s)
	}
	for _, p := range c.Prefix {
		l.one(p)
	}
	l.one(c.Flags)
	l.one(c.Fine)
	l.one(c.Coarse)
	l.one(c.Path)
	l.one(c.Path6)
	tagNeighbours(&l, words, i)
	l.one(t1)
	l.two(t1, t2)
	l.two(t1, c.Lower)
	l.two(t1, c.Suffix[2])
	l.three(t2, t1, c.Lower)
	l.two(t1, n1.Lower)
	l.two(t1, c.Path)
	l.three(t1, c.Path6, n1.Path6)
	return l.features
}

func tagNeighbours(l *list, words []Word, i int) {
	c, p1, p2, n1, n2 := at(words, i), at(words, i-1), at(words, i-2), at(words, i+1), at(words, i+2)
	l.one(p1.Lower)
	l.one(p2.Lower)
	l.one(n1.Lower)
	l.one(n2.Lower)
	l.two(p1.Lower, c.Lower)
	l.two(c.Lower, n1.Lower)
	l.two(p1.Lower, n1.Lower)
	l.one(p1.Suffix[2])
	l.one(n1.Suffix[2])
	l.one(n2.Suffix[2])
	l.one(p1.Shape)
	l.one(n1.Shape)
	l.two(p1.Shape, c.Shape)
	l.two(c.Shape, n1.Shape)
	l.two(c.Suffix[2], n1.Suffix[2])
	l.two(c.Suffix[1], c.Shape)
	l.two(c.Flags, c.Suffix[2])
	l.one(p1.Fine)
	l.one(n1.Fine)
	l.one(p1.Path)
	l.one(n1.Path)
	l.one(p2.Path)
	l.one(n2.Path)
	l.two(p1.Path, c.Path)
	l.two(c.Path, n1.Path)
	l.two(n1.Path6, n2.Path6)
	l.three(p1.Path4, c.Path6, n1.Path4)
	l.two(c.Path, c.Shape)
	l.two(c.Path, c.Suffix[2])
	l.two(c.Fine, c.Shape)
}

// NoTag stands for the tag of what lies before a sentence.
const NoTag = 997

// Number makes a value of a tag or relation by its index in the model's list.
func Number(i int) uint64 { return linear.Mix(31, uint64(i)) }
