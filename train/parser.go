package train

import (
	"math/rand/v2"
	"strings"

	"ascribe/extract/feature"
	"ascribe/extract/model"
)

// A school is a parser being trained with a dynamic oracle (Goldberg and Nivre,
// 2013): it learns from its own mistakes what is best after them.
type school struct {
	p      *Perceptron
	rels   int
	rng    *rand.Rand
	state  feature.State
	scores []int32
	buffer []uint64
}

// trainParser learns trees from samples in so many rounds.
func trainParser(ss []sample, rels, rounds int, seed uint64, report func(round int, p *Perceptron)) *Perceptron {
	c := &school{p: NewPerceptron(1 + 2*rels), rels: rels, rng: rand.New(rand.NewPCG(seed, 2)), scores: make([]int32, 1+2*rels)}
	order := c.rng.Perm(len(ss))
	for round := range rounds {
		c.rng.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, k := range order {
			c.learn(&ss[k], round > 0)
		}
		if report != nil {
			report(round+1, c.p)
		}
	}
	return c.p
}

// learn parses a sample and corrects each wrong step. Once it explores it mostly
// goes on from its own step, wrong as it is.
func (c *school) learn(s *sample, explore bool) {
	st := &c.state
	st.Reset(s.words, s.given, s.guide)
	for !st.Done() {
		c.buffer = st.Parse(c.buffer[:0])
		c.p.Score(c.buffer, c.scores)
		o := oracle{st: st, s: s, rels: c.rels}
		o.count()
		got, gold := o.choose(c.scores)
		if !o.keeps(got) {
			c.p.Update(c.buffer, gold, got, s.weight)
			if !explore || c.rng.Float64() > 0.9 {
				got = gold
			}
		}
		c.p.Tick()
		model.Apply(st, got, c.rels)
	}
}

// An oracle tells what each step from a state loses of the gold tree.
type oracle struct {
	st                 *feature.State
	s                  *sample
	rels               int
	shift, left, right int // arcs lost
	least              int // the least of those allowed
}

// never is the cost of a step that the state does not allow.
const never = 1 << 30

func (o *oracle) count() {
	o.shift, o.left, o.right = never, never, never
	if o.st.CanShift() {
		o.shift = o.lostByShift()
	}
	if o.st.Depth() > 0 {
		dependents, head := o.lostByReduce()
		if o.st.CanLeft() {
			o.left = dependents + head.left
		}
		if o.st.CanRight() {
			o.right = dependents + head.right
		}
	}
	o.least = min(o.shift, o.left, o.right)
}

// headLoss is 1 where hanging the top of the stack to the left, or to the right,
// loses its head.
type headLoss struct{ left, right int }

// lostByReduce returns how many dependents the top of the stack has in the rest,
// and whether its head is lost. The root takes one dependent, and that when the
// stack is empty but for it: from above another token the root is lost already.
func (o *oracle) lostByReduce() (dependents int, head headLoss) {
	top, next := o.st.Top(0), o.st.Next()
	for k := next; k < o.st.Len(); k++ {
		if o.s.heads[k] == top {
			dependents++
		}
	}
	h := o.s.heads[top]
	if h == o.st.Len() && o.st.Depth() > 1 {
		return dependents, headLoss{}
	}
	if h == o.st.Top(1) && h >= 0 || h > next {
		head.left = 1
	}
	if h >= next {
		head.right = 1
	}
	return dependents, head
}

// lostByShift counts the arcs between the next token and the stack, but for the
// one that makes it a dependent of the top.
func (o *oracle) lostByShift() int {
	lost, next := 0, o.st.Next()
	if o.st.Depth() > 0 && o.s.heads[next] == o.st.Len() {
		lost++
	}
	for k := range o.st.Depth() {
		t := o.st.Top(k)
		if k > 0 && o.s.heads[next] == t {
			lost++
		}
		if o.s.heads[t] == next {
			lost++
		}
	}
	return lost
}

// choose returns the step of the highest score, and of those that lose least the
// highest.
func (o *oracle) choose(scores []int32) (got, gold int) {
	got, gold = -1, -1
	for c := range scores {
		if o.cost(c) == never {
			continue
		}
		if got < 0 || scores[c] > scores[got] {
			got = c
		}
		if o.keeps(c) && (gold < 0 || scores[c] > scores[gold]) {
			gold = c
		}
	}
	return got, gold
}

func (o *oracle) cost(class int) int {
	switch {
	case class == 0:
		return o.shift
	case class <= o.rels:
		return o.left
	}
	return o.right
}

// keeps reports whether a step loses nothing that another would keep, and gives
// an arc of the tree its relation.
func (o *oracle) keeps(class int) bool {
	if o.cost(class) != o.least {
		return false
	}
	top := o.st.Top(0)
	switch {
	case class == 0:
		return true
	case class <= o.rels:
		return o.s.heads[top] != o.st.Next() || o.s.rels[top] == class-1
	}
	return o.s.heads[top] != o.st.Top(1) || o.s.rels[top] == class-1-o.rels
}

// leastParse is the size below which the parser's weights are left out.
const leastParse = 288

// parserPart returns the part of the bundle.
func parserPart(p *Perceptron, rels []string, least int32) ([]byte, error) {
	weights, err := p.Model(least)
	if err != nil {
		return nil, err
	}
	return append([]byte(strings.Join(rels, " ")+"\n"), weights...), nil
}
