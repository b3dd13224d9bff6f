package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// dateNear returns the date that governs a span of a sentence: when what is
// told there happened. It is nil when the sentence gives none. A date that
// belongs to the speech ("said on Monday") or to another clause does not govern,
// nor does the date of a dateline.
func (p *page) dateNear(s *nlp.Sentence, at ascribe.Span) *ascribe.Date {
	if s.Block == ascribe.Dateline || s.Block == ascribe.Byline {
		return nil
	}
	var best *ascribe.Date
	cost := 0
	from, to := s.TokenAt(at.Start), s.TokenAt(at.End-1)
	for _, d := range p.datesOf(s) {
		if !p.written.IsZero() && d.From.After(p.written) {
			continue // what is to come has not happened
		}
		i, j := s.TokenAt(d.Span.Start), s.TokenAt(d.Span.End-1)+1
		c, ok := dateCost(s, from, to, i, j)
		if _, stamp := (&dateGrammar{s: s}).stamped(i); !ok || stamp > 0 {
			continue
		}
		switch d.Precision {
		case ascribe.Year, ascribe.Month, ascribe.Season:
			c += 6 // "the war of 1979", "the first murder of May" beside a day
		case ascribe.Range:
			c += 3
		}
		if best == nil || c < cost && !dayWithin(best, d) || dayWithin(d, best) {
			best, cost = d, c
		}
	}
	return best
}

// dayWithin reports whether a date is a day that lies within the month, season or year
// of another: "a violent end to February, with a shooting on Saturday afternoon".
func dayWithin(d, than *ascribe.Date) bool {
	if !d.Resolved() || !than.Resolved() || d.Precision != ascribe.Day {
		return false
	}
	switch than.Precision {
	case ascribe.Month, ascribe.Season, ascribe.Year:
		return !d.From.Before(than.From) && !d.To.After(than.To)
	}
	return false
}

// datesOf returns the dates of a sentence in order.
func (p *page) datesOf(s *nlp.Sentence) []*ascribe.Date {
	var out []*ascribe.Date
	for i := range p.reading.Dates {
		d := &p.reading.Dates[i]
		if s.Span.Holds(d.Span) {
			out = append(out, d)
		}
	}
	return out
}

// governing is how far a date may stand from what it dates, in tokens and
// crossed boundaries.
const governing = 40

// onItsVerb is what a date costs at most that hangs on the verb of what it dates.
const onItsVerb = 14

// inItsClause is what a date costs that stands in a clause that describes what it
// dates.
const inItsClause = 6

// dateCost weighs how far the date at tokens [i, j) is from the tokens
// [from, to]; it reports false when the date belongs to something else.
func dateCost(s *nlp.Sentence, from, to, i, j int) (int, bool) {
	if i <= to && from < j {
		return 0, true
	}
	if spoken(s, i, j, from) {
		return 0, false
	}
	if describes(s, verbOver(s, hungOn(s, i, j)), from, to) {
		return inItsClause, true
	}
	lo, hi := j, from
	if i > to {
		lo, hi = to+1, i
	}
	cost := hi - lo
	aside := asideNoun(s, from)
	for k := lo; k < hi; k++ {
		w := s.Tokens[k].Lower
		if aside && s.Tokens[k].Class == nlp.Verb && s.Tokens[k].Tag != "VBG" {
			return 0, false
		}
		switch {
		case w == "," || w == "and" || w == "or":
			cost += 2
		case setHolds("; : -- – — ( )", w):
			cost += 15
		case w == "when" && i > to:
			cost += 3 // "killed when a bomb went off on Thursday"
		case i < from && setHolds("who which whom whose that", w):
			cost += 22 // a date before "who was killed" is the main clause's
		case setHolds("who which that whose where when while after before since because although as", w):
			cost += 12
		case s.Tokens[k].Class == nlp.Verb && i > to:
			cost += 4
		case i > to && harmNoun(s, k) && k+1 == hi:
			cost += 10 // "shot in revenge for a killing last year"
		}
	}
	if i > 0 && setHolds("since after before until till by", s.Tokens[i-1].Lower) {
		cost += 10
	}
	tree := treeCost(s, from, to, i, j)
	if tree < 0 {
		cost = min(cost, onItsVerb) // however far: "On Friday, …, gunmen attacked"
	}
	if j <= from && from > 0 && setHolds("other another further", s.Tokens[from-1].Lower) {
		cost += governing // "on 31 October, and for other attacks"
	}
	cost += tree
	return cost, cost <= governing
}

// describes reports whether a verb stands in a clause that describes the tokens
// [from, to]: "a shooting that left one dead on Thursday".
func describes(s *nlp.Sentence, verb, from, to int) bool {
	if verb < 0 || !strings.HasPrefix(s.Tokens[verb].Rel, "acl") || s.Tokens[verb].Head < from || s.Tokens[verb].Head > to {
		return false
	}
	switch kind, _ := occasionOf(s, verb); kind {
	case ofLaw, ofSaying, ofAftermath, ofDying:
		return false
	}
	return true
}

// treeCost weighs what the tree says of whether the date at tokens [i, j) belongs
// to the tokens [from, to]: less than nothing where the date hangs on them, much
// where it hangs on a verb that has nothing to do with them.
func treeCost(s *nlp.Sentence, from, to, i, j int) int {
	hung := hungOn(s, i, j)
	verb := verbOver(s, hung)
	switch {
	case j < len(s.Tokens) && setHolds("'s ’s", s.Tokens[j].Lower) && hung >= from && hung <= to:
		return -10 // "last week's attack"
	case j < len(s.Tokens) && setHolds("'s ’s", s.Tokens[j].Lower) && hung >= 0 && (hung < from || hung > to) && !under(s, hung, from) && !under(s, from, hung):
		return 25 // "the murder of the judge, and this morning's attack on the bank"
	case verb < 0 && hung >= 0 && asideIn(s, from, hung):
		return 8 // "was in critical condition on Tuesday after gunmen shot him"
	case verb < 0:
		return 0
	case verb >= from && verb <= to:
		return -10
	case aloof(s, from, verb, i):
		if from > verb && i > to && toTheHour(s, i, j, hung) {
			return 0 // "was charged after a shooting at 3 a.m. on Sunday": nobody is charged to the minute
		}
		if from > verb && i > to && inThePresent(s, verb) && !setHolds("today tonight this", s.Tokens[i].Lower) {
			return 0 // "has been arrested for a shooting early on Sunday"
		}
		return governing
	case underway(s, verb) && whenBelow(s, from, verb):
		return -1 // "was watching her son on Friday when gunmen shot him"
	case asideIn(s, from, verb) && (s.Tokens[from].UPOS == "VERB" || raised(s, verb)):
		return 8
	case under(s, from, verb), under(s, verb, from):
		return 0
	}
	if kind, _ := occasionOf(s, verb); kind == ofLaw {
		return governing // "the boy accused of the shooting … appeared in court on Tuesday"
	}
	return 15
}

// harmNoun reports whether token k is a noun of violence or dying.
func harmNoun(s *nlp.Sentence, k int) bool {
	if s.Tokens[k].UPOS != "NOUN" {
		return false
	}
	kind, _ := occasionOf(s, k)
	return kind == ofViolence || kind == ofDying
}

// raised reports whether a verb tells of the alarm that something raised.
func raised(s *nlp.Sentence, verb int) bool {
	kind, _ := occasionOf(s, verb)
	return kind == ofAlarm
}

// inThePresent reports whether a verb tells of what is or has been so, which no day
// that is past goes with: "are investigating", "has been arrested", "faces".
func inThePresent(s *nlp.Sentence, verb int) bool {
	for _, d := range dependents(s, verb, "aux aux:pass cop") {
		if setHolds("is are has have 's 're", s.Tokens[d].Lower) {
			return true
		}
		if setHolds("was were had did", s.Tokens[d].Lower) {
			return false
		}
	}
	return s.Tokens[verb].Tag == "VBZ" || s.Tokens[verb].Tag == "VBP"
}

// underway reports whether a verb tells what somebody was doing.
func underway(s *nlp.Sentence, verb int) bool {
	if s.Tokens[verb].Tag != "VBG" {
		return false
	}
	for _, d := range dependents(s, verb, "aux") {
		if setHolds("was were", s.Tokens[d].Lower) {
			return true
		}
	}
	return false
}

// whenBelow reports whether token i stands in a clause of a verb that begins with
// "when".
func whenBelow(s *nlp.Sentence, i, verb int) bool {
	for range maxReach {
		if i < 0 || i >= len(s.Tokens) || i == verb {
			return false
		}
		if s.Tokens[i].Rel == "advcl" && under(s, s.Tokens[i].Head, verb) {
			for _, d := range dependents(s, i, "advmod mark") {
				if s.Tokens[d].Lower == "when" {
					return true
				}
			}
			return false
		}
		i = s.Tokens[i].Head
	}
	return false
}

// aloof reports whether a verb takes the date that begins at token first for itself
// although what happened stands under it: "police on Sunday were looking for two men in a shooting", "he
// was charged on Monday after he shot a man".
func aloof(s *nlp.Sentence, from, verb, first int) bool {
	if !asideIn(s, from, verb) || verb < from && from < first && dayBetween(s, verb, from) {
		return false // "arrested on Monday over the killing of a man on March 18": the verb has its day
	}
	switch kind, _ := occasionOf(s, verb); kind {
	case ofLaw, ofSaying, ofAftermath:
		return true
	case ofDying: // "died on Friday after she was shot"
		return s.Tokens[from].UPOS == "VERB"
	case ofOther: // "referred today to the murder": most of today is talk
		return setHolds("today tonight", s.Tokens[first].Lower)
	}
	return false
}

// dayBetween reports whether the name of a day or month stands between two tokens.
func dayBetween(s *nlp.Sentence, i, j int) bool {
	g := dateGrammar{s: s}
	for k := i + 1; k < j; k++ {
		if _, ok := weekdayWords[g.w(k)]; ok && len(g.w(k)) > 3 {
			return true
		}
		_, month := g.month(k)
		if _, ok := dayWords[g.w(k)]; ok || month {
			return true
		}
	}
	return false
}

// asideIn reports whether token i stands under another in a phrase or clause of its
// own: after a preposition, or in a clause that says when, why or which.
func asideIn(s *nlp.Sentence, i, top int) bool {
	if s.Tokens[i].UPOS == "NOUN" && setHolds("obl nmod", s.Tokens[i].Rel) && under(s, i, top) {
		return true
	}
	for range maxReach {
		if i < 0 || i >= len(s.Tokens) || i == top {
			return false
		}
		if setHolds("advcl acl acl:relcl", s.Tokens[i].Rel) {
			return under(s, s.Tokens[i].Head, top)
		}
		i = s.Tokens[i].Head
	}
	return false
}

// verbOver returns the verb at token i or the nearest above it, or nlp.NoHead.
func verbOver(s *nlp.Sentence, i int) int {
	for range maxReach {
		if i < 0 || i >= len(s.Tokens) || s.Tokens[i].UPOS == "VERB" {
			break
		}
		i = s.Tokens[i].Head
	}
	if i < 0 || i >= len(s.Tokens) || s.Tokens[i].UPOS != "VERB" {
		return nlp.NoHead
	}
	return i
}

// asideNoun reports whether token i is a noun governed by a preposition: in "was
// charged over the attack on Friday" the verb takes a date that stands beyond it.
func asideNoun(s *nlp.Sentence, i int) bool {
	if s.Tokens[i].Class != nlp.Noun && s.Tokens[i].Tag != "NN" && s.Tokens[i].Tag != "NNS" {
		return false
	}
	for k := i - 1; k >= max(0, i-5); k-- {
		switch s.Tokens[k].Class {
		case nlp.Preposition:
			return true
		case nlp.Determiner, nlp.Adjective, nlp.Noun, nlp.Name, nlp.Number, nlp.Word:
		default:
			return false
		}
	}
	return false
}

// spoken reports whether the date at tokens [i, j) tells when something was said
// and not when the thing at token at happened.
func spoken(s *nlp.Sentence, i, j, at int) bool {
	if j < len(s.Tokens) && setHolds("'s ’s", s.Tokens[j].Lower) {
		return false // "claimed Friday's attack": the date belongs to what it owns
	}
	if ofOccasion(s, i, j, at) {
		return true
	}
	for k := i - 1; k >= max(0, i-8); k-- {
		t := &s.Tokens[k]
		if k == at || t.Class == nlp.CloseQuote || t.Class == nlp.OpenQuote {
			return false
		}
		if speech(t) {
			return !reportedTo(s, k)
		}
		if t.Class == nlp.Verb || t.Class == nlp.Auxiliary || setHolds("that , and", t.Lower) {
			break
		}
	}
	for k := j; k < min(len(s.Tokens), j+3); k++ { // "police on Monday said"
		t := &s.Tokens[k]
		if speech(t) {
			return k == j && i > 0 && !dateOpens(s, i)
		}
	}
	return false
}

// ofOccasion reports whether the tree hangs the date at tokens [i, j) on a verb
// of which a statement or the like is the subject, the object or what it
// describes, or on a verb of saying before what is said: "in a message broadcast
// on Friday, the Front said that it attacked".
func ofOccasion(s *nlp.Sentence, i, j, at int) bool {
	for k := i; k < j && k < len(s.Tokens); k++ {
		v := s.Tokens[k].Head
		if v < 0 || v >= i && v < j {
			continue
		}
		if v != at && talks[s.Tokens[v].Lower] && !under(s, at, v) { // "in an interview on Friday"
			return true
		}
		if v == at || s.Tokens[v].UPOS != "VERB" {
			return false
		}
		if speech(&s.Tokens[v]) && !dateOpens(s, i) && v > j && v < at && under(s, at, v) {
			return true
		}
		if strings.HasPrefix(s.Tokens[v].Rel, "acl") && occasions[s.Tokens[s.Tokens[v].Head].Lower] {
			return true
		}
		for _, d := range dependents(s, v, "nsubj nsubj:pass obj") {
			if occasions[s.Tokens[d].Lower] {
				return true
			}
		}
		return false
	}
	return false
}

// reportedTo reports whether a verb of saying tells of the alarm: "the shooting was
// reported at 7 p.m. on Friday".
func reportedTo(s *nlp.Sentence, verb int) bool {
	return s.Tokens[verb].Lower == "reported" && s.Tokens[verb].Tag == "VBN" && len(dependents(s, verb, "nsubj:pass")) > 0
}

// talks are occasions of speech that a date may hang on.
var talks = wordSet("statement interview conference briefing speech communique communiqué message broadcast address release letter video audio telecast")

// dateOpens reports whether a date stands at the head of its sentence.
func dateOpens(s *nlp.Sentence, i int) bool {
	return i == 0 || i == 1 && s.Tokens[0].Class == nlp.Preposition
}

const speechVerbs = "said say says told tell tells announced announces reported reports stated states declared declares added adds " +
	"confirmed confirms acknowledged acknowledges claimed claims denied denies charged warned warns disclosed revealed noted accused blamed condemned reiterated stressed indicated asserted commented"

// speech reports whether a token is a verb of saying.
func speech(t *nlp.Token) bool { return setHolds(speechVerbs, t.Lower) }

// saidDate returns when something was said: the date that belongs to the cue
// ("said on Monday", "on Monday told reporters"), or nil.
func (p *page) saidDate(s *nlp.Sentence, cue ascribe.Span) *ascribe.Date {
	if !s.Span.Holds(cue) {
		return nil
	}
	from, to := s.TokenAt(cue.Start), s.TokenAt(cue.End-1)
	var before *ascribe.Date
	for _, d := range p.datesOf(s) {
		i, j := s.TokenAt(d.Span.Start), s.TokenAt(d.Span.End-1)+1
		switch {
		case i > to:
			if i-to <= 12 && !p.dateParted(s, to+1, i) {
				return d
			}
		case j <= from && from-j <= 12 && !p.dateParted(s, j, from):
			before = d
		}
	}
	return before
}

// dateParted reports whether a verb, a quotation or the word "that" stands between
// tokens [i, j): then a date on one side does not belong to a cue on the other.
// One comma may stand after a date that opens the sentence: "On Monday, police
// said".
func (p *page) dateParted(s *nlp.Sentence, i, j int) bool {
	for k := i; k < j; k++ {
		t := &s.Tokens[k]
		switch {
		case t.Class == nlp.OpenQuote, t.Class == nlp.CloseQuote, t.Lower == "that", setHolds("; : who which when after before", t.Lower):
			return true
		case t.Lower == "," && k != i:
			return true
		case t.Lower == "," && !p.comesFirst(s, i):
			return true
		case t.Class == nlp.Verb && t.Tag != "VBG":
			return true
		}
	}
	return false
}

// comesFirst reports whether the tokens before i are a date at the sentence's
// head.
func (p *page) comesFirst(s *nlp.Sentence, i int) bool {
	for _, d := range p.datesOf(s) {
		if s.TokenAt(d.Span.End-1)+1 == i {
			return dateOpens(s, s.TokenAt(d.Span.Start))
		}
	}
	return false
}
