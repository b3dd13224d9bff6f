package extract

import (
	"cmp"
	"slices"

	"ascribe"
	"ascribe/extract/weigh"
)

// cueTask is the model that tells whether somebody's words or stand are reported
// by a candidate.
const cueTask = "cue"

// choose keeps, of the voices heard in a sentence, those that a model takes for
// voices. One that only colours what another says is dropped, unless it lays
// blame or takes it. Without a model the table of cues alone decides.
func (l *listener) choose(from int) {
	odds := make([]weigh.Odds, len(l.heard)-from)
	order := make([]int, len(odds))
	for i := range odds {
		odds[i], order[i] = l.weighed(from, from+i), i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(odds[b], odds[a]) })
	kept := make([]bool, len(odds))
	for _, i := range order {
		if odds[i] < 0 {
			break
		}
		kept[i] = l.stands(from, i, kept)
	}
	for i := range kept {
		h := &l.heard[from+i]
		o := l.within(from, i, kept)
		if o == nil || !kept[i] && !l.toldOn(h) {
			continue
		}
		kept[i] = true
		if h.by.empty() && !h.source.empty() && !personal[h.sc.low(h.source.first)] {
			h.by = o.source
		}
	}
	l.keep(from, kept)
}

// weighed returns by how much the odds of a candidate exceed the least that is
// taken, and gives it its score and its reason.
func (l *listener) weighed(from, i int) weigh.Odds {
	h := &l.heard[i]
	clear, hashed := l.features(from, i)
	model, odds := l.p.ask(&Question{Task: cueTask, Features: hashed, Span: h.cue[0], Text: l.p.text(h.cue[0]), About: &CueQuestion{
		Source: h.sourceSpans(), Cue: h.cue, Content: h.content}, Taken: !h.open})
	if model == nil {
		if h.open {
			return -1
		}
		return weigh.Odds(1000 * h.score)
	}
	h.reason(model, clear, hashed)
	h.score = ascribe.Score(odds.Score())
	switch {
	case h.blames() && !(h.hidden && ties[h.word]), h.hidden && !h.open && h.tenor == tenorSay:
		odds += stakes
	case !l.violent:
	case h.open:
		odds -= stakes
	case h.tenor == tenorSay:
		odds += stakes / 2
	}
	return odds - model.Least
}

// ties are cues that in the passive tell of things fastened to each other too.
var ties = setOf("tie link connect")

// stakes is how much a candidate is favoured that lays blame, takes it or
// rejects it, or that tells of rumours: to miss one is worse than to list one too
// many, and the model learned from news of another kind.
const stakes weigh.Odds = 2000

// stands reports whether a candidate of a sentence stands beside those kept: it
// is not told within what one of them says, nor tells one of them within its own.
func (l *listener) stands(from, i int, kept []bool) bool {
	h := &l.heard[from+i]
	for k, is := range kept {
		o := &l.heard[from+k]
		if is && (o.tells(h) && !l.toldOn(h) || h.tells(o) && !o.tells(h) && (h.open || !l.toldOn(o))) {
			return false
		}
	}
	return true
}

// within returns the voice kept in whose words a candidate is told, or nil.
func (l *listener) within(from, i int, kept []bool) *heard {
	for k, is := range kept {
		if o := &l.heard[from+k]; is && k != i && o.tells(&l.heard[from+i]) {
			return o
		}
	}
	return nil
}

// tells reports whether the cue of another voice stands in what this one says.
func (h *heard) tells(o *heard) bool {
	for _, c := range h.content {
		if c.Holds(o.cue[0]) {
			return true
		}
	}
	return false
}

// toldOn reports whether a voice is told even where another one reports it: who
// says something of an attack by the words of an agency.
func (l *listener) toldOn(h *heard) bool {
	return !h.open && !h.carried && (h.blames() || h.tenor == tenorSay) && l.violent
}

// blames reports whether a voice lays blame, takes it or rejects it.
func (h *heard) blames() bool {
	switch h.tenor {
	case tenorClaim, tenorAccuse, tenorDeny, tenorAdmit, tenorSuspect, tenorThreaten:
		return !h.open
	}
	return false
}

// violent reports whether a document is a report on violence, such as the record
// is made of: every eighth sentence or more names a deed that harms. The talk of
// attacks among politicians alone does not make one.
func (p *page) violent() bool {
	sentences, deeds := 0, 0
	for s := range p.reports {
		sentences++
		for i := range s.Tokens {
			x := lexemes[s.Tokens[i].Lower]
			if x.isVerb && x.verb.harms() || x.isNoun && x.noun.harms() {
				deeds++
				break
			}
		}
	}
	return deeds > 0 && deeds*8 >= sentences
}

// harms tells a sense that nobody uses of an exchange of words.
func (s sense) harms() bool {
	switch s.kind {
	case ascribe.Attack:
		return !s.weak && (s.effect != "" || s.frame == assailing)
	case ascribe.Threat, ascribe.Warning, ascribe.Arrest, ascribe.OtherIncident, ascribe.Clash:
		return false
	}
	return !s.weak
}

// keep drops the voices of a sentence that were not chosen, and frees the
// quotations that they took.
func (l *listener) keep(from int, kept []bool) {
	speaks := l.speaks
	if speaks > from {
		speaks = 0
	}
	n := from
	for i, is := range kept {
		h := l.heard[from+i]
		if !is {
			for _, q := range h.quotes {
				l.taken[q] = false
			}
			continue
		}
		l.heard[n] = h
		n++
		if len(h.quotes) > 0 && h.sc.zoneAt(h.at) == outside {
			speaks = n
		}
	}
	l.heard, l.speaks = l.heard[:n], speaks
	for i := from; i < n; i++ {
		for _, q := range l.heard[i].quotes {
			l.taken[q] = true
		}
	}
}

func (h *heard) sourceSpans() []ascribe.Span {
	if h.source.empty() {
		return nil
	}
	return h.sc.spans(h.source)
}
