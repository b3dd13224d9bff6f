package nlp

import (
	"cmp"
	"slices"

	"ascribe/extract/feature"
	"ascribe/extract/linear"
)

// A Reference is a wording that refers: a name, a description or a pronoun, with
// the chain that it belongs to.
type Reference struct {
	Sentence    int
	First, Last int // tokens [First, Last)
	Head        int
	Sort        feature.Sort
	Chain       int // those of one chain mean the same; NoChain of one that is alone
}

// A Corefer joins the wordings of a document that mean the same: what is sure by
// rule first, the rest by how well each refers back to those before it. It may be
// used from several goroutines at once.
type Corefer struct {
	Ranker *linear.Model // one class: how well a wording refers back
}

// maxReferences bounds how many wordings of a document are joined.
const maxReferences = 20_000

// References finds the wordings of a document that refer, in the order of their
// heads, and joins them. It needs tags, lemmas and trees, and is the better for
// entities.
func (c *Corefer) References(a *Analysis) []Reference {
	return c.Walk(a, func(_ *Reference, options []Option) int {
		best, most := 0, int32(0)
		for n := range options {
			if v := c.score(options[n].Features); n == 0 || v > most {
				best, most = n, v
			}
		}
		return best
	})
}

func (c *Corefer) score(features []uint64) int32 {
	var out linear.Scores
	c.Ranker.Score(features, &out)
	return out[0]
}

// An Option is what a wording may refer to: an earlier one, or nothing before it.
type Option struct {
	To       *Reference // nil for nothing
	Features []uint64   // what speaks for it; good until the next choice
}

// Walk reads the wordings of a document in the order of their heads and joins
// each with what the rules are sure of, else with what choose picks of its
// options, of which the first is nothing.
func (c *Corefer) Walk(a *Analysis, choose func(r *Reference, options []Option) int) []Reference {
	d := newDiscourse(a)
	for i := range d.refs {
		if d.spoken[i] {
			continue
		}
		to, sure := d.group(i)
		if !sure {
			d.weigh(i)
			to = d.found[choose(&d.refs[i], d.options)]
		}
		d.take(i, to)
	}
	d.joinSpeakers()
	d.number()
	return d.refs
}

// A discourse is a document whose wordings are being joined, from its beginning
// to its end.
type discourse struct {
	a      *Analysis
	refs   []Reference
	traits []traits
	of     []*chainSoFar // of each reference that has been read
	spoken []bool        // references of a speaker to himself
	at     map[[2]int]int
	index  candidates

	buffer  []uint64 // the features of the options of one wording, one after the other
	ends    []int    // where those of each end
	found   []int    // which wording each option is, or -1
	options []Option
}

func newDiscourse(a *Analysis) *discourse {
	d := &discourse{a: a, index: newCandidates(), at: map[[2]int]int{}}
	for i := range a.Sentences {
		d.refs = referencesIn(&a.Sentences[i], i, d.refs)
		if len(d.refs) > maxReferences {
			d.refs = d.refs[:maxReferences]
			a.Truncated = "wordings to join"
			break
		}
	}
	slices.SortStableFunc(d.refs, func(x, y Reference) int {
		return cmp.Or(cmp.Compare(x.Sentence, y.Sentence), cmp.Compare(x.Head, y.Head))
	})
	d.traits = make([]traits, len(d.refs))
	for i := range d.refs {
		d.at[[2]int{d.refs[i].Sentence, d.refs[i].Head}] = i
		d.traits[i] = d.traitsOf(&d.refs[i])
	}
	d.of = make([]*chainSoFar, len(d.refs))
	d.own()
	d.findSpoken()
	return d
}

// number gives the chains their numbers, in order of first mention; a wording
// that is alone has none.
func (d *discourse) number() {
	numbers := map[*chainSoFar]int{}
	for i := range d.refs {
		c := d.of[i]
		if c == nil || c.size < 2 {
			continue
		}
		if _, ok := numbers[c]; !ok {
			numbers[c] = len(numbers)
		}
		d.refs[i].Chain = numbers[c]
	}
}
