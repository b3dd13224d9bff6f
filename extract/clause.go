package extract

import (
	"slices"
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// A nominal is a noun phrase as the event grammar sees it: the outermost phrase
// of the analysis at its place, or a bare number ("and wounded 30").
type nominal struct {
	first, last, head int
	phrase            *nlp.Phrase // nil for a bare number
}

// A clause is one sentence seen as nominals and what stands between them. It
// answers who does what to whom by position, which holds for mixed case and
// capitals alike.
type clause struct {
	*nlp.Sentence
	nominals []nominal
	at       []int // for each token, the index of its nominal, or -1
	year     int   // of the article, 0 when unknown
}

func newClause(s *nlp.Sentence) *clause {
	c := &clause{Sentence: s, at: make([]int, len(s.Tokens))}
	for i := range c.at {
		c.at[i] = -1
	}
	end := 0
	for i := range s.Phrases {
		ph := &s.Phrases[i]
		if ph.First < end || ph.Last > len(s.Tokens) || ph.First >= ph.Last {
			continue
		}
		c.numbersBetween(end, ph.First)
		ph = countedBeforeTime(s, ph)
		c.add(nominal{ph.First, ph.Last, ph.Head, ph})
		end = ph.Last
	}
	c.numbersBetween(end, len(s.Tokens))
	c.mergeCounts()
	return c
}

// countedBeforeTime returns the count with which a time expression begins, where
// it has swallowed one, "eight people last week"; else the phrase itself.
func countedBeforeTime(s *nlp.Sentence, ph *nlp.Phrase) *nlp.Phrase {
	if _, ok := numberWord(s.Tokens[ph.First].Lower); !ok || ph.Kind != nlp.Time {
		return ph
	}
	for j := ph.First + 1; j+1 < ph.Last; j++ {
		if t := &s.Tokens[j]; t.Tag == "NNS" && !timeUnits[t.Lower] {
			cut := *ph
			cut.Last, cut.Head, cut.Kind, cut.Plural, cut.Core = j+1, j, nlp.OtherPhrase, true, j
			cut.Span = s.SpanOf(ph.First, j+1)
			return &cut
		}
	}
	return ph
}

// timeUnits are plurals that count time.
var timeUnits = wordSet("seconds minutes hours days weeks months years decades nights mornings evenings afternoons weekends " +
	"mondays tuesdays wednesdays thursdays fridays saturdays sundays times seasons o'clock")

// mergeCounts makes one nominal of a count that is written in several: "two
// hundred and six people", "five to seven men", "ten or more", "a total of 40
// people".
func (c *clause) mergeCounts() {
	for k := 0; k+1 < len(c.nominals); k++ {
		a, b := c.nominals[k], c.nominals[k+1]
		scaled := b.first == a.last && a.phrase == nil && scales[c.lower(b.first)] > 0 && units[c.lower(a.last-1)] > 0
		if !scaled && (b.first != a.last+1 || !c.oneCount(a, b)) {
			continue
		}
		phrase := b.phrase
		if phrase == nil {
			phrase = a.phrase
		}
		c.nominals[k] = nominal{a.first, b.last, b.head, phrase}
		c.nominals = slices.Delete(c.nominals, k+1, k+2)
		k--
	}
	for k := range c.nominals {
		for i := c.nominals[k].first; i < c.nominals[k].last; i++ {
			c.at[i] = k
		}
	}
}

// oneCount reports whether two neighbouring nominals, one word between them,
// give one count.
func (c *clause) oneCount(a, b nominal) bool {
	if c.is(a.last, "of") && c.is(a.last-1, "total") {
		return c.counts(&b)
	}
	for i := a.first; i < a.last; i++ {
		if !c.numeric(i) && !c.is(i, "least most a") {
			return false
		}
	}
	switch {
	case c.is(a.last, "and"):
		return c.numeric(b.first) && (c.is(a.first-1, "between") || scales[c.lower(a.last-1)] > 0)
	case c.is(a.last, "to"):
		return c.numeric(b.first)
	}
	return c.is(a.last, "or") && (c.numeric(b.first) || c.is(b.first, "more"))
}

// numbersBetween makes nominals of the numbers that no phrase holds.
func (c *clause) numbersBetween(first, last int) {
	for i := first; i < last; i++ {
		switch _, ok := numberWord(c.Tokens[i].Lower); {
		case (ok || c.is(i, "another others") || c.is(i, "both") && c.is(i+1, "were died suffered survived are remain remained")) && !c.age(i) && !c.label(i):
			c.add(nominal{i, i + 1, i, nil})
		case c.aged(i) && !strings.HasPrefix(c.Tokens[i].Rel, "amod"):
			c.add(c.agedPerson(max(first, i-1), i))
		}
	}
}

// aged reports whether token i is of the form "15-year-old".
func (c *clause) aged(i int) bool {
	return strings.HasSuffix(c.lower(i), "-year-old") || strings.HasSuffix(c.lower(i), "-year-olds")
}

// agedPerson returns the nominal of a person named by age alone, "a 15-year-old",
// that ends at token i; where a determiner stands at token det, from there.
func (c *clause) agedPerson(det, i int) nominal {
	if !c.is(det, "a an the this that another") {
		det = i
	}
	ph := &nlp.Phrase{
		First: det, Last: i + 1, Head: i, Core: i, Span: c.SpanOf(det, i+1), Kind: nlp.Person,
		Chain: nlp.NoChain, Plural: strings.HasSuffix(c.lower(i), "s"),
	}
	return nominal{det, i + 1, i, ph}
}

// age reports whether the number at i gives an age: "Carla Vidal, 46, of Maren",
// "two men, ages 51 and 64", "Ann Vidal and Luis Vidal, both 31".
func (c *clause) age(i int) bool {
	if strings.HasPrefix(c.lower(i+1), "year") {
		return true
	}
	if c.is(i-1, ", — – --") && i > 1 && c.at[i-2] >= 0 && c.is(i+1, ", . ; ) — – --") ||
		c.is(i-1, ",") && i > 1 && c.at[i-2] >= 0 && c.named(i-2) && c.is(i+1, "and or of from") {
		return c.is(i+1, ",") || c.yearsOld(i)
	}
	j := i - 1
	for j > 0 && j > i-12 && (c.numeric(j) || c.is(j, ", and or to -")) {
		j--
	}
	return c.is(j, "aged age ages") || j == i-1 && c.is(j, "both") && c.yearsOld(i) && !c.is(i+1, "of") && c.is(i-2, ", (")
}

// label reports whether the number at i only tells one picture or page from others:
// "Image 4 of 5".
func (c *clause) label(i int) bool {
	return c.is(i-1, "image photo picture slide page chapter figure") || c.is(i-1, "of") && c.label(i-2) && c.numeric(i-2)
}

// yearsOld reports whether the number at i may be the age of a person.
func (c *clause) yearsOld(i int) bool {
	n, ok := numberWord(c.lower(i))
	return ok && n < 110 && c.lower(i)[0] <= '9'
}

// named reports whether token i ends a name.
func (c *clause) named(i int) bool {
	n := c.nominalAt(i)
	return n != nil && n.phrase != nil && n.phrase.Named && n.phrase.Kind == nlp.Person
}

// beforeAge returns the token before an age that ends at token m, "Carla Vidal,
// 46" being the one where the name ends; else m.
func (c *clause) beforeAge(m int) int {
	k := m
	if c.is(k, ",") {
		k--
	}
	if k < 2 || c.at[k] >= 0 || !c.yearsOld(k) || !c.age(k) || !c.is(k-1, ",") {
		return m
	}
	return k - 2
}

// afterAge returns the token after an age that begins at token i, ", 46"; else i.
func (c *clause) afterAge(i int) int {
	if c.is(i, ",") && c.at[min(i+1, len(c.at)-1)] < 0 && c.yearsOld(i+1) && c.age(i+1) {
		return i + 2
	}
	return i
}

func (c *clause) add(n nominal) {
	for i := n.first; i < n.last; i++ {
		c.at[i] = len(c.nominals)
	}
	c.nominals = append(c.nominals, n)
}

// nominalAt returns the nominal that covers token i, or nil.
func (c *clause) nominalAt(i int) *nominal {
	if i < 0 || i >= len(c.at) || c.at[i] < 0 {
		return nil
	}
	return &c.nominals[c.at[i]]
}

// lower returns the lower-case form of token i, "" outside the sentence.
func (c *clause) lower(i int) string {
	if i < 0 || i >= len(c.Tokens) {
		return ""
	}
	return c.Tokens[i].Lower
}

// is reports whether token i is one of the words, given with spaces between.
func (c *clause) is(i int, words string) bool {
	w := c.lower(i)
	if w == "" {
		return false
	}
	for from := 0; ; {
		k := strings.Index(words[from:], w)
		if k < 0 {
			return false
		}
		k += from
		end := k + len(w)
		if (k == 0 || words[k-1] == ' ') && (end == len(words) || words[end] == ' ') {
			return true
		}
		from = k + 1
	}
}

// kind returns what a nominal refers to.
func (n *nominal) kind() nlp.PhraseKind {
	if n.phrase == nil {
		return nlp.Quantity
	}
	return n.phrase.Kind
}

func (n *nominal) span(c *clause) ascribe.Span { return c.SpanOf(n.first, n.last) }

// circumstance reports whether a nominal tells when or where rather than who or what.
func (n *nominal) circumstance() bool { return n.kind() == nlp.Time || n.kind() == nlp.Location }

const (
	beForms       = "is are was were be been being 's 're"
	getForms      = "get gets got gotten getting"
	coordinators  = "and or but as-well-as &"
	relatives     = "who which that whom"
	subordinates  = "when while after before because although though if unless until since as whereas where"
	adverbsOfVerb = "not n't never also then later allegedly reportedly apparently presumably already just still " +
		"again once recently subsequently immediately simultaneously seriously severely slightly fatally critically " +
		"gravely badly brutally cruelly cowardly viciously partially totally completely heavily personally directly " +
		"previously probably possibly supposedly earlier there first both all only initially instantly accidentally " +
		"deliberately violently forcibly illegally successfully yesterday today tonight"
	controlVerbs = "try tries tried trying attempt attempts attempted attempting manage managed managing seek sought " +
		"plan plans planned planning threaten threatens threatened threatening fail failed want wanted wants begin began " +
		"start started continue continued intend intended proceeded prepared preparing order ordered decided ready about"
)

// adverbial reports whether token i may stand between the parts of a verb group.
func (c *clause) adverbial(i int) bool {
	if i < 0 || i >= len(c.Tokens) || c.at[i] >= 0 && !c.is(i, adverbsOfVerb) {
		return false
	}
	return c.Tokens[i].Class == nlp.Adverb || c.is(i, adverbsOfVerb)
}

// auxiliary reports whether token i is a form of be, have, do or a modal.
func (c *clause) auxiliary(i int) bool {
	if i < 0 || i >= len(c.Tokens) {
		return false
	}
	return c.Tokens[i].Class == nlp.Auxiliary || c.is(i, beForms) || c.is(i, "has have had having do does did will would can could may might must shall should")
}

// verbal reports whether token i is a verb outside every noun phrase.
func (c *clause) verbal(i int) bool {
	if i < 0 || i >= len(c.Tokens) || c.at[i] >= 0 {
		return false
	}
	t := &c.Tokens[i]
	return t.Class == nlp.Verb || c.auxiliary(i) || t.Class == nlp.Word && (strings.HasSuffix(t.Lower, "ed") || strings.HasSuffix(t.Lower, "ing"))
}

// groupStart returns the first token of the verb group that ends in the verb at
// i: its auxiliaries, adverbs, and the verbs that govern it ("tried to").
func (c *clause) groupStart(i int) int {
	j := i
	for j > 0 {
		switch {
		case c.auxiliary(j - 1), c.adverbial(j - 1), c.is(j-1, "to not n't"), c.is(j-1, getForms):
			j--
		case c.is(j-1, controlVerbs) && (c.is(j, "to") || c.lower(j) == c.lower(i)):
			j--
		case c.is(j-1, ",") && c.adverbial(j-2) && j-3 >= 0 && (c.is(j-3, ",") || c.auxiliary(j-3)):
			j--
		default:
			return j
		}
	}
	return j
}

// passive reports whether the verb at i, a past participle, is in the passive:
// with a form of be or get in its group, or as a bare participle after its noun
// with no object of its own.
func (c *clause) passive(i, last int) bool {
	start := c.groupStart(i)
	be := false
	for j := start; j < i; j++ {
		switch {
		case c.is(j, beForms), c.is(j, getForms):
			be = true
		case c.is(j, "has have had"):
			be = be && c.is(i-1, "been being")
		}
	}
	if be || c.is(start-1, beForms) {
		return true
	}
	if start == i && c.is(i-1, "and or ,") && c.verbal(i-2) && c.object(last) == nil && strings.HasSuffix(c.lower(i), "ed") && c.passive(i-2, i-1) {
		return true // "was shot and killed"
	}
	if c.is(i-1, "has have had having did") || !strings.HasSuffix(c.lower(i), "ed") && !c.is(i, "shot slain torn blown stolen hit taken held hurt found burnt set beaten") {
		return false
	}
	if start == i && (c.is(last, "by") || c.object(last) == nil && (c.timeAt(last) || c.is(last, ". , ; in at on during when while last near and yesterday today as while following ) after since inside outside"))) {
		return c.is(last, "by") || !c.is(last, "as")
	}
	return false
}

// timeAt reports whether a time expression begins at token i.
func (c *clause) timeAt(i int) bool {
	n := c.nominalAt(i)
	return n != nil && n.kind() == nlp.Time
}

// object returns the nominal that stands as the object of a verb whose group
// ends before token i, or nil.
func (c *clause) object(i int) *nominal {
	for ; i < len(c.Tokens); i++ {
		if n := c.nominalAt(i); n != nil && n.first <= i {
			if n.kind() == nlp.Time {
				return nil
			}
			return n
		}
		if !c.adverbial(i) && !c.is(i, "at least most more less fewer than some about around nearly almost over as many up to an estimated a total of \" “ ' between of another the his her their both all") {
			return nil
		}
		if c.is(i, "to") && !c.is(i-1, "up") {
			return nil
		}
		if c.is(i, "at") && !c.is(i+1, "least most") || c.is(i, "about around over") && !c.numeric(i+1) {
			return nil
		}
	}
	return nil
}

// numeric reports whether token i is a number or a word of quantity.
func (c *clause) numeric(i int) bool {
	_, ok := numberWord(c.lower(i))
	return ok
}

// coordinated returns n and the nominals joined to it on the right by commas
// and "and", as long as no verb follows that would make the last a new subject.
// A comma alone joins nothing: "a minister, a Mr. Vidal".
func (c *clause) coordinated(n *nominal) []*nominal {
	list := []*nominal{n}
	sure := 1 // how many of the list an "and" has confirmed
	for {
		i := c.afterAge(list[len(list)-1].last)
		j, and := i, false
		for c.is(j, ", and or & plus as well ;") {
			and = and || c.is(j, "and or & plus well")
			j++
		}
		next := c.nominalAt(j)
		if j == i || j > i+4 || next == nil || next.circumstance() || next.phrase == nil || c.startsClause(next.last) || next.head != next.first && c.is(next.first, harmParticiples) {
			return list[:sure]
		}
		list = append(list, next)
		if and {
			sure = len(list)
		}
	}
}

// harmParticiples begin a new predicate even where a phrase swallows them:
// "killed six and wounded dozens".
const harmParticiples = "wounded wounding injured injuring killed killing destroyed destroying damaged damaging kidnapped"

// startsClause reports whether a finite verb group begins at token i, after at
// most one adverb.
func (c *clause) startsClause(i int) bool {
	if c.adverbial(i) {
		i++
	}
	if c.is(i, "who which that") {
		return false
	}
	return c.auxiliary(i) || c.verbal(i) && !strings.HasSuffix(c.lower(i), "ing") && !c.is(i+1, "by")
}

// prepositionBefore returns the preposition that governs a nominal, or "". The
// words of doubt before a number ("at least", "up to", "about") govern nothing.
func (c *clause) prepositionBefore(n *nominal) string {
	i := n.first - 1
	for i >= 0 {
		switch {
		case c.is(i, "\" “ ' ‘ ( nearby"):
			i--
		case c.is(i, "them whom") && c.is(i-1, "among of"):
			return c.lower(i - 1)
		case c.is(i, "at") && c.is(i+1, "least most"), c.is(i, "between") && c.numeric(i+1), c.is(i, "about around over under nearly some") && c.counts(n):
			i--
		case c.is(i, "least most") && c.is(i-1, "at"), c.is(i, "to") && c.is(i-1, "up"), c.is(i, "than") && c.is(i-1, "more less fewer"):
			i -= 2
		case c.is(i, "as") && c.is(i-1, "many"):
			i -= 3
		case c.is(i, "of") && c.label(i-1):
			return ""
		default:
			if (c.Tokens[i].Class == nlp.Preposition || c.is(i, prepositions)) && c.at[i] < 0 {
				return c.lower(i)
			}
			return ""
		}
	}
	return ""
}

// counts reports whether a nominal begins with a number.
func (c *clause) counts(n *nominal) bool {
	return c.numeric(n.first) || c.is(n.first, "a an") && c.numeric(n.first+1)
}

const prepositions = "of in on at by with from to for against near outside inside between among during after before " +
	"under over about into upon through toward towards without within behind beside along across around following " +
	"including despite per via aboard"
