package nlp

import "ascribe/extract/feature"

// farGroup is how many wordings back the group may be that "the group" means.
const farGroup = 80

// group finds the armed group that "the group" means: the named one that is the
// subject of this sentence or of those before it, else the last one named. It is
// sure of nothing where no armed group has been named lately.
func (d *discourse) group(i int) (to int, sure bool) {
	r, t := &d.refs[i], &d.traits[i]
	s := &d.a.Sentences[r.Sentence]
	if r.Sort != feature.Nominal || !groupWords[t.lower] || t.Number == plural || t.owner >= 0 ||
		t.Determiner != feature.The && t.Determiner != feature.This {
		return 0, false
	}
	for k := r.First + 1; k < r.Last; k++ {
		if k != r.Head && !groupKinds[s.Tokens[k].Lower] {
			return 0, false
		}
	}
	best, score := -1, 0
	for k := i - 1; k >= 0 && k > i-farGroup && d.refs[k].Sentence >= r.Sentence-4; k-- {
		if !d.isGroup(k) || d.inPhrase(k, i) {
			continue
		}
		v := 4 * (5 - (r.Sentence - d.refs[k].Sentence))
		if relation(d.tokenOf(k).Rel) == "nsubj" {
			v += 5
		}
		if v > score {
			best, score = k, v
		}
	}
	return best, best >= 0
}

// isGroup reports whether a wording names an armed group.
func (d *discourse) isGroup(k int) bool {
	return d.refs[k].Sort == feature.Proper && d.traits[k].Kind == uint8(Group) && d.traits[k].Number != plural
}

func (d *discourse) tokenOf(i int) *Token {
	return &d.a.Sentences[d.refs[i].Sentence].Tokens[d.refs[i].Head]
}

// inPhrase reports whether wording k stands within wording i.
func (d *discourse) inPhrase(k, i int) bool {
	a, b := &d.refs[k], &d.refs[i]
	return a.Sentence == b.Sentence && a.First >= b.First && a.Last <= b.Last
}
