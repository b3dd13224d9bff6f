package train

import (
	"math/rand/v2"
	"slices"

	"ascribe/extract/feature"
	"ascribe/extract/model"
)

// nameTypes is what the recogniser tells apart, by the names of nlp.EntityType.
var nameTypes = []string{"PERSON", "ORG", "ARMED_GROUP", "GPE", "LOC", "FAC", "NORP", "WEAPON", "EVENT", "DATE", "NUMBER"}

// A namedDoc is a document as the recogniser learns from it.
type namedDoc struct {
	sentences []namedSentence
	caseless  bool // read as if it were in capitals
}

// A namedSentence is a sentence with the labels that each word may have: one
// where somebody has said which, several where a scheme tells less than ours.
type namedSentence struct {
	forms   []string
	tells   bool
	tags    []feature.Tagged
	hints   []feature.Hint
	allowed []uint64 // bit a: label a
}

// entityOptions are what the learning of names is tuned by.
type entityOptions struct {
	rounds int
	seed   uint64
}

// An entityTrainer is a structured perceptron (Collins, 2002) over the labels of
// sentences, read in the order of their documents.
type entityTrainer struct {
	p        *Perceptron
	clusters feature.Clusters
	margin   int32

	lattice  model.Lattice
	memory   feature.Memory
	sight    feature.Sight
	features []uint64
	ends     []int // where the features of each word end
	labels   int
	free     []uint8
	gold     []uint8
}

func newEntityTrainer(clusters feature.Clusters, margin int32) *entityTrainer {
	n := model.Labels(len(nameTypes))
	t := &entityTrainer{p: NewPerceptron(n), clusters: clusters, margin: margin, labels: n}
	t.lattice.Steps = make([]int32, n*n)
	return t
}

// trainEntities learns from the documents in so many rounds; after calls are told
// the number of each round.
func (t *entityTrainer) train(docs []namedDoc, o entityOptions, after func(round int)) {
	rng := rand.New(rand.NewPCG(o.seed, 3))
	order := rng.Perm(len(docs))
	for round := range o.rounds {
		rng.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, d := range order {
			t.memory.Reset()
			for i := range docs[d].sentences {
				t.learn(&docs[d].sentences[i])
			}
		}
		if after != nil {
			after(round)
		}
	}
}

// learn reads a sentence and moves the weights where its labels are wrong.
func (t *entityTrainer) learn(s *namedSentence) {
	n := len(s.forms)
	t.look(s)
	t.score(n)
	t.free = t.lattice.Decode(t.free[:0], n, t.labels, nil)
	said := slices.Clone(t.free)
	t.gold = t.lattice.Decode(t.gold[:0], n, t.labels, s.allowed)
	if t.margin > 0 {
		for i, can := range s.allowed {
			marks := t.lattice.Marks[i*t.labels : (i+1)*t.labels]
			for a := range marks {
				if can>>a&1 == 0 {
					marks[a] += t.margin
				}
			}
		}
		t.free = t.lattice.Decode(t.free[:0], n, t.labels, nil)
	}
	t.update()
	t.p.Tick()
	for i, a := range said {
		said[i] = model.TypeOf(a)
	}
	t.memory.Note(&t.sight, said)
}

// look sets the sight to a sentence.
func (t *entityTrainer) look(s *namedSentence) {
	t.sight.Words = feature.Words(t.sight.Words[:0], s.forms, s.tells, t.clusters)
	t.sight.Tags, t.sight.Hints = s.tags, s.hints
	t.sight.Prepare()
	t.memory.Recall(&t.sight)
}

// score sets the marks of the lattice.
func (t *entityTrainer) score(n int) {
	if size := n * t.labels; cap(t.lattice.Marks) < size {
		t.lattice.Marks = make([]int32, size, 2*size)
	}
	t.lattice.Marks = t.lattice.Marks[:n*t.labels]
	t.features, t.ends = t.features[:0], t.ends[:0]
	for i := range n {
		begin := len(t.features)
		t.features = feature.Entity(t.features, &t.sight, i)
		t.ends = append(t.ends, len(t.features))
		t.p.Score(t.features[begin:], t.lattice.Marks[i*t.labels:(i+1)*t.labels])
	}
}

// update moves the weights from the labels that were found to the right ones.
func (t *entityTrainer) update() {
	var lastFree, lastGold uint8
	begin := 0
	for i, end := range t.ends {
		free, gold := t.free[i], t.gold[i]
		if free != gold {
			t.p.Update(t.features[begin:end], int(gold), int(free), 1)
		}
		if free != gold || lastFree != lastGold {
			t.step(lastGold, gold, 1)
			t.step(lastFree, free, -1)
		}
		begin, lastFree, lastGold = end, free, gold
	}
}

func (t *entityTrainer) step(a, b uint8, by int32) {
	t.p.Add(feature.EntityStep(int(a)), int(b), by)
	t.lattice.Steps[int(a)*t.labels+int(b)] += by
}

// part returns the part of a bundle.
func (t *entityTrainer) part(least int32) ([]byte, error) {
	weights, err := t.p.Model(least)
	if err != nil {
		return nil, err
	}
	return model.RecognizerPart(nameTypes, weights), nil
}
