package nlp

// ranked is what the trees say of which wordings of a document mean the same.
type ranked struct {
	refs    []Reference
	at      map[[2]int]int   // sentence and head → index into refs
	before  []int            // the wording of the same chain before each, or -1
	phrases map[[2]int][]int // sentence and head → phrases of the sentence
}

// rank joins the wordings of the document by its trees, if there are weights.
func (j *joiner) rank() {
	if j.models.Chains == nil {
		return
	}
	k := ranked{at: map[[2]int]int{}, phrases: map[[2]int][]int{}}
	k.refs = (&Corefer{Ranker: j.models.Chains}).References(j.a)
	last := map[int]int{}
	for i := range k.refs {
		r := &k.refs[i]
		k.at[[2]int{r.Sentence, r.Head}] = i
		k.before = append(k.before, -1)
		if r.Chain == NoChain {
			continue
		}
		if b, ok := last[r.Chain]; ok {
			k.before[i] = b
		}
		last[r.Chain] = i
	}
	for i := range j.a.Sentences {
		for n := range j.a.Sentences[i].Phrases {
			head := [2]int{i, j.a.Sentences[i].Phrases[n].Head}
			k.phrases[head] = append(k.phrases[head], n)
		}
	}
	j.trees = &k
}

// maxBack bounds how many wordings of a chain are looked through for one that
// the joiner has joined.
const maxBack = 12

// referred finds the entity that the trees say a definite description refers back
// to, as far as it can be that.
func (j *joiner) referred(m mention, s *Sentence, p *Phrase) *entity {
	if j.trees == nil || !pointsBack(s, p) {
		return nil
	}
	i, ok := j.trees.at[[2]int{m.sentence, p.Head}]
	for n := 0; ok && n < maxBack; n++ {
		if i = j.trees.before[i]; i < 0 {
			return nil
		}
		r := &j.trees.refs[i]
		for _, k := range j.trees.phrases[[2]int{r.Sentence, r.Head}] {
			if e := j.of[mention{r.Sentence, k}]; e != nil && mayMean(p, e) && !j.other(s, p, e) {
				return e
			}
		}
	}
	return nil
}

// pointsBack reports whether a description says that it means what is known:
// "the rebels", not "other rebels".
func pointsBack(s *Sentence, p *Phrase) bool {
	switch s.Tokens[p.First].Lower {
	case "the", "this", "that", "these", "those":
	default:
		return false
	}
	for k := p.First; k < p.Head; k++ {
		if apart[s.Tokens[k].Lower] || s.Tokens[k].Class == Number || s.Tokens[k].Tag == "POS" {
			return false
		}
	}
	return true
}

// mayMean reports whether a description can stand for an entity of the kind.
func mayMean(p *Phrase, e *entity) bool {
	if p.Plural != e.plural || p.Country != "" && e.country != "" && p.Country != e.country {
		return false
	}
	return p.Kind == e.kind || p.Kind == Organization && e.kind == Group || p.Kind == Group && e.kind == Organization && e.named
}
