package nlp

import (
	"slices"
	"strings"

	"ascribe/extract/feature"
)

// weigh lists what wording i may refer to, with the features of each.
func (d *discourse) weigh(i int) {
	t := &d.traits[i]
	var scratch [maxCandidates]int
	candidates := d.index.of(t, scratch[:0])
	d.buffer, d.ends, d.found, d.options = d.buffer[:0], d.ends[:0], d.found[:0], d.options[:0]
	d.buffer = feature.NewChain(d.buffer, &t.Reference, len(d.index.byText[t.Text]) > 0, len(d.index.byLemma[t.Lemma]) > 0)
	d.ends, d.found = append(d.ends, len(d.buffer)), append(d.found, -1)
	rank := 0
	for _, k := range candidates {
		p, ok := d.pair(i, k)
		if !ok {
			continue
		}
		if p.To.Lemma == p.Back.Lemma {
			rank++
			p.Rank = rank
		}
		d.buffer = feature.Pairing(d.buffer, &p)
		d.ends, d.found = append(d.ends, len(d.buffer)), append(d.found, k)
	}
	from := 0
	for n, end := range d.ends {
		o := Option{Features: d.buffer[from:end]}
		if n > 0 {
			o.To = &d.refs[d.found[n]]
		}
		d.options = append(d.options, o)
		from = end
	}
}

// pair describes a wording and one before it, or reports that the two are not
// worth weighing.
func (d *discourse) pair(i, k int) (feature.Pair, bool) {
	b, t := &d.traits[i], &d.traits[k]
	r, q := &d.refs[i], &d.refs[k]
	p := feature.Pair{Back: &b.Reference, To: &t.Reference, Sentences: r.Sentence - q.Sentence, References: i - k}
	if p.Sentences == 0 {
		p.Nested = r.First >= q.First && r.Last <= q.Last || q.First >= r.First && q.Last <= r.Last
		p.Construct = d.construct(q, r)
	}
	p.Acronym = b.acronym != "" && b.acronym == t.initials || t.acronym != "" && t.acronym == b.initials
	if !plausible(&p) {
		return p, false
	}
	p.Owners = d.owners(i, k)
	p.Chain = d.of[k].seenBy(b)
	return p, true
}

// plausible reports whether a pair is worth weighing: a wording that is neither a
// pronoun nor definite, and shares no word with an earlier one, means it only
// where grammar ties the two.
func plausible(p *feature.Pair) bool {
	b, t := p.Back, p.To
	if b.Sort == feature.Pronominal || p.Construct != feature.Untied || p.Acronym || b.Text == t.Text || b.Lemma == t.Lemma {
		return true
	}
	if b.Sort == feature.Nominal && definite(b.Determiner) {
		return true
	}
	return slices.ContainsFunc(b.Words, func(w uint64) bool { return slices.Contains(t.Words, w) })
}

func definite(determiner uint8) bool {
	switch determiner {
	case feature.The, feature.This, feature.That, feature.Owned:
		return true
	}
	return false
}

// construct tells how grammar ties two wordings of a sentence, q the one whose
// head comes first.
func (d *discourse) construct(q, r *Reference) uint8 {
	s := &d.a.Sentences[r.Sentence]
	back, to := &s.Tokens[r.Head], &s.Tokens[q.Head]
	backRel, toRel := relation(back.Rel), relation(to.Rel)
	switch {
	case backRel == "appos" && back.Head == q.Head:
		return feature.Apposed
	case toRel == "appos" && to.Head == r.Head:
		return feature.ApposedTo
	case toRel == "nsubj" && to.Head == r.Head:
		return feature.Predicate
	case backRel == "nsubj" && back.Head == q.Head:
		return feature.PredicateOf
	case backRel == "conj" && (back.Head == q.Head || toRel == "conj" && back.Head == to.Head):
		return feature.Joined
	case toRel == "nsubj" && to.Head == back.Head && (backRel == "obj" || backRel == "iobj"):
		return feature.Object
	case toRel == "nsubj" && to.Head == back.Head:
		return feature.Subject
	case back.Head == q.Head:
		return feature.Below
	case to.Head == r.Head:
		return feature.Above
	case to.Head == back.Head:
		return feature.Beside
	case back.Head >= 0 && strings.HasSuffix(s.Tokens[back.Head].Rel, ":relcl") && s.Tokens[back.Head].Head == q.Head:
		return feature.Relative
	}
	return feature.Untied
}
