package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// A bond is how a wording holds: denied, over, only thought of, and since when.
type bond struct {
	denied   bool
	unreal   bool // wished, planned or possible: no relation
	from, to *ascribe.Date
}

var (
	denyLemmas   = setOf("deny reject dismiss refute disavow repudiate")
	endLemmas    = setOf("lose withdraw halt cease end break cut sever renounce abandon suspend dissolve")
	wishLemmas   = setOf("want plan hope seek wish threaten refuse fail propose consider intend offer call urge ask")
	unrealAux    = setOf("may might could would should can")
	formerWords  = setOf("former ex-ally onetime erstwhile ex then-ally once previously formerly")
	startsLemmas = setOf("pledge swear join merge split splinter break secede form found establish ally emerge grow")
)

// bondOf reads in what mood the wording at token top stands, and over what time.
func (sc *trialScene) bondOf(top int, kind ascribe.RelationKind) bond {
	b := bond{denied: sc.negatedAt(top) || sc.negatedBefore(top)}
	for k, steps := top, 0; k >= 0 && steps <= maxClimb; steps++ {
		t := sc.tok(k)
		for _, d := range dependents(sc.s, k, "aux") {
			b.unreal = b.unreal || unrealAux[sc.low(d)] && kind != ascribe.Opposes && kind != ascribe.RivalOf
		}
		if t.Head < 0 || !climbs(t.Rel) {
			break
		}
		above := sc.tok(t.Head)
		switch {
		case denyLemmas[above.Lemma] && above.UPOS == "VERB", sc.low(t.Head) == "denial":
			b.denied = true
		case endLemmas[above.Lemma] && t.Rel == "obj" && (above.Lemma != "lose" || kind == ascribe.Supports):
			b.to = sc.dateOrWord(t.Head, t.Head)
		case wishLemmas[above.Lemma] && t.Rel == "xcomp" && kind != ascribe.Opposes:
			b.unreal = true
		case t.Rel != "ccomp" && sc.negatedAt(t.Head):
			b.denied = true
		}
		k = t.Head
	}
	for _, d := range dependents(sc.s, top, "amod advmod compound") {
		if formerWords[sc.low(d)] || sc.low(d) == "longer" && sc.low(d-1) == "no" {
			b.denied = b.denied && !formerWords[sc.low(d)] && sc.low(d) != "longer"
			b.to = sc.dateOrWord(top, d)
		}
	}
	for k := top - 1; k >= max(0, top-7) && b.to == nil && (sc.nounlike(k) || formerWords[sc.low(k)]); k-- {
		if w := sc.low(k); formerWords[w] && w != "once" {
			b.to = sc.dateOrWord(top, k) // "former Front commander"
		}
	}
	from, to := sc.over(top)
	if from != nil {
		b.from = from
	}
	if to != nil {
		b.to = to
	}
	return b
}

// climbs reports whether the mood of the head is that of its dependent too.
func climbs(rel string) bool {
	switch rel {
	case "xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl":
		return true
	}
	return false
}

// negatedAt reports whether the tree negates a word: "not", "never", "no".
func (sc *scene) negatedAt(t int) bool {
	for _, d := range dependents(sc.s, t, "advmod det aux cop neg") {
		if w := sc.low(d); negations[w] && w != "without" && w != "nor" && sc.low(d+1) != "longer" && sc.low(d+1) != "only" {
			return true
		}
	}
	return false
}

// over reads the time of a relation in the clause of its wording: "since 2015",
// "until last year", "from 2003 to 2007", or the day on which it began: "pledged
// allegiance in 2014".
func (sc *trialScene) over(top int) (from, to *ascribe.Date) {
	for _, d := range sc.p.datesOf(sc.s) {
		at := sc.s.TokenAt(d.Span.Start)
		if !sc.sameClause(at, top) {
			continue
		}
		copied := *d
		w := sc.low(at - 1)
		if first, last, ok := split(d); ok && (w == "from" || w == "between" || sc.low(at) == "from" || sc.low(at) == "between") {
			return timed(first, "it began with the years that are given"), timed(last, "it ended with the years that are given")
		}
		switch {
		case w == "since" || w == "from":
			from = timed(&copied, "“"+w+"” says that it began then")
		case w == "until" || w == "till" || w == "to" && from != nil:
			to = timed(&copied, "“"+w+"” says that it ended then")
		case from == nil && (w == "in" || w == "on"):
			if v := sc.startOf(top); v >= 0 {
				from = timed(&copied, "“"+sc.tok(v).Text+"” says that it began then")
			}
		}
	}
	return from, to
}

// startOf is the word that says that a relation began: the wording itself or the
// verb that it is the object of; or -1.
func (sc *scene) startOf(top int) int {
	if startsLemmas[sc.tok(top).Lemma] {
		return top
	}
	if h := sc.tok(top).Head; h >= 0 && sc.tok(top).Rel == "obj" && startsLemmas[sc.tok(h).Lemma] && !endLemmas[sc.tok(h).Lemma] {
		return h
	}
	return -1
}

// split makes two dates of an interval of years: "from 2003 to 2007".
func split(d *ascribe.Date) (first, last *ascribe.Date, ok bool) {
	if d.Precision != ascribe.Range || !d.Resolved() || d.From.YearDay() != 1 || d.To.AddDate(0, 0, 1).YearDay() != 1 {
		return nil, nil, false
	}
	a, b := *d, *d
	yearsOf(d.From.Year(), d.From.Year()).fill(&a, d.Basis)
	yearsOf(d.To.Year(), d.To.Year()).fill(&b, d.Basis)
	return &a, &b, true
}

// timed gives a date the reason why it is a relation's.
func timed(d *ascribe.Date, why string) *ascribe.Date {
	d.Because = joinReasons(d.Because, why)
	return d
}

// sameClause reports whether token a hangs on token top, or both on one verb,
// with no clause of its own between.
func (sc *scene) sameClause(a, top int) bool {
	above := map[int]bool{top: true}
	for k, n := top, 0; n < maxClimb && sc.tok(k).Head >= 0 && !ownClause(sc.tok(k).Rel); n++ {
		k = sc.tok(k).Head
		above[k] = true
	}
	for n := 0; n < maxClimb && a >= 0; n++ {
		if above[a] {
			return true
		}
		if ownClause(sc.tok(a).Rel) {
			return false
		}
		a = sc.tok(a).Head
	}
	return false
}

// ownClause reports whether a relation opens a clause with a verb of its own.
func ownClause(rel string) bool {
	switch rel {
	case "acl:relcl", "acl", "ccomp", "advcl", "parataxis", "conj":
		return true
	}
	return false
}

// dateOrWord is the date of the clause of token top, or the word at token w
// itself: it is over, and the text does not say since when.
func (sc *trialScene) dateOrWord(top, w int) *ascribe.Date {
	for _, d := range sc.p.datesOf(sc.s) {
		if sc.sameClause(sc.s.TokenAt(d.Span.Start), top) {
			copied := *d
			return timed(&copied, "“"+sc.tok(w).Text+"” says that it ended then")
		}
	}
	return &ascribe.Date{Text: sc.tok(w).Text, Span: sc.tok(w).Span, Because: "“" + sc.tok(w).Text + "” says that it is over; the text does not say since when"}
}

// leadable reports whether led_by holds of a body: of an armed one, and of others
// only where somebody is said to lead them. The director of an institute and the
// chief of police, who are quoted every day, lead no party to a conflict.
func (sc *scene) leadable(t tie) bool {
	if sc.low(t.subject.phrase.Head) == "police" {
		return false
	}
	w := strings.ToLower(t.words)
	return armedKind(t.subject.chain) || strings.HasPrefix(w, "lead") || strings.HasPrefix(w, "led") || strings.HasPrefix(w, "command")
}

// persons reports whether an end is a person, which no relation but led_by has.
func (a namedActor) person() bool {
	return a.chain.Kind == nlp.Person || a.chain.Mention.Actor != nil && a.chain.Mention.Actor.Kind == ascribe.PublicFigure
}
