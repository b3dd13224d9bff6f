package extract

import (
	"slices"
	"strings"

	"ascribe/extract/nlp"
)

// maxClimb bounds how many heads are followed up a tree.
const maxClimb = 6

// dependents returns the tokens right below token i whose relation is one of
// those given with spaces between, in the order of the text. They stand within
// a sentence's reach of it.
func dependents(s *nlp.Sentence, i int, rels string) []int {
	var out []int
	for j := max(0, i-maxReach); j < min(len(s.Tokens), i+maxReach); j++ {
		if t := &s.Tokens[j]; t.Head == i && setHolds(rels, t.Rel) {
			out = append(out, j)
		}
	}
	return out
}

// under reports whether token i is token top or depends on it over any number of
// steps.
func under(s *nlp.Sentence, i, top int) bool {
	for range maxReach {
		if i == top {
			return true
		}
		if i < 0 || i >= len(s.Tokens) {
			return false
		}
		i = s.Tokens[i].Head
	}
	return false
}

// maxReach is how many tokens away a dependent is looked for.
const maxReach = 60

// treeObject returns the nominals that the tree has as the object of the verb at
// token i.
func (c *clause) treeObject(i int) []*nominal {
	if d := dependents(c.Sentence, i, "obj"); len(d) > 0 {
		return c.joinedInTree(d[0])
	}
	return nil
}

// treeBefallen returns the nominals that the tree has as those to whom the
// passive verb at token i happens.
func (c *clause) treeBefallen(i int) []*nominal {
	for range maxClimb {
		if d := dependents(c.Sentence, i, "nsubj:pass"); len(d) > 0 {
			return c.joinedInTree(d[len(d)-1])
		}
		t := &c.Tokens[i]
		switch {
		case t.Head < 0:
			return nil
		case strings.HasPrefix(t.Rel, "acl"):
			return c.joinedInTree(t.Head)
		case t.Rel == "conj" && t.Tag == "VBN":
			i = t.Head
		default:
			return nil
		}
	}
	return nil
}

// joinedInTree returns the nominal of token i and those coordinated with it, as
// far as no preposition leads to them.
func (c *clause) joinedInTree(i int) []*nominal {
	n := c.nominalAt(i)
	if n == nil || n.circumstance() || c.prepositionBefore(n) != "" {
		return nil
	}
	list := []*nominal{n}
	for _, j := range dependents(c.Sentence, i, "conj") {
		if m := c.nominalAt(j); m != nil && m != n && !m.circumstance() && c.prepositionBefore(m) == "" {
			list = append(list, m)
		}
	}
	return list
}

// both returns what the order of the words gives, and then what the tree gives
// beside it: the one reads past a verb that the tagger missed, the other past
// an aside.
func both(byOrder, byTree []*nominal) []*nominal {
	for _, n := range byTree {
		if !slices.Contains(byOrder, n) {
			byOrder = append(byOrder, n)
		}
	}
	return byOrder
}
