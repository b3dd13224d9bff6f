package extract

import (
	"slices"
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// A harmWord is a word that says what happened to those counted, and where
// the count stands.
type harmWord struct {
	harm  ascribe.Harm
	place harmPlace
}

type harmPlace uint8

const (
	patientOf harmPlace = iota // a verb: its object, or its subject in the passive
	subjectOf                  // a verb: its subject ("12 died")
	stateOf                    // an adjective: "12 dead", "12 were dead"
	ofNoun                     // a noun: "12 deaths", "the death of 12"
)

// harmWords are the words of harm by form.
var harmWords = indexHarms()

func indexHarms() map[string]harmWord {
	m := map[string]harmWord{}
	for _, row := range []struct {
		forms string
		harmWord
	}{
		{"killed killing kills kill murdered murdering slain slaying assassinated massacred massacring executed executing beheaded slaughtered gunned martyred", harmWord{ascribe.Killed, patientOf}},
		{"wounded wounding injured injuring injures hurt hurting maimed", harmWord{ascribe.Injured, patientOf}},
		{"kidnapped kidnaped kidnapping kidnaping abducted abducting hostage", harmWord{ascribe.Kidnapped, patientOf}},
		{"arrested arresting detained detaining captured capturing apprehended", harmWord{ascribe.Arrested, patientOf}},
		{"displaced displacing", harmWord{ascribe.Displaced, patientOf}},
		{"shot", harmWord{ascribe.Injured, patientOf}},
		{"died dies perished succumbed", harmWord{ascribe.Killed, subjectOf}},
		{"disappeared", harmWord{ascribe.Missing, subjectOf}},
		{"fled", harmWord{ascribe.Displaced, subjectOf}},
		{"dead deceased", harmWord{ascribe.Killed, stateOf}},
		{"missing", harmWord{ascribe.Missing, stateOf}},
		{"deaths death fatalities fatality murder murders killing killings slaying assassination martyrs homicide homicides", harmWord{ascribe.Killed, ofNoun}},
		{"injuries injury casualties kidnapping abduction arrest arrests hostages", harmWord{ascribe.Injured, ofNoun}},
	} {
		for _, f := range strings.Fields(row.forms) {
			if _, ok := m[f]; !ok {
				m[f] = row.harmWord
			}
		}
	}
	m["kidnapping"], m["abduction"] = harmWord{ascribe.Kidnapped, ofNoun}, harmWord{ascribe.Kidnapped, ofNoun}
	m["shooting"] = harmWord{ascribe.Injured, ofNoun}
	m["hostages"] = harmWord{ascribe.Kidnapped, ofNoun}
	m["arrest"], m["arrests"] = harmWord{ascribe.Arrested, ofNoun}, harmWord{ascribe.Arrested, ofNoun}
	delete(m, "casualties") // killed or injured: which, the word does not say
	return m
}

// harmInside reports whether a harm word inside a phrase is what it is about
// or counted by it: "12 dead", "three wounded", "the deaths".
func (c *clause) harmInside(i int) bool {
	n := c.nominalAt(i)
	return n != nil && (n.head == i || i == n.last-1 || n.first == i || harmWords[c.lower(i)].place == ofNoun && i >= n.last-2)
}

// countsOf returns the counts that the harm word at i governs.
func (c *clause) countsOf(i int, h harmWord) []harmCount {
	if c.is(i, "shooting") && c.is(i+1, "death deaths") {
		return nil // the word of death counts them
	}
	if n := c.nominalAt(i); n != nil {
		return c.countsInside(i, h, n)
	}
	if c.unreal(i) {
		return nil
	}
	switch h.place {
	case patientOf:
		return c.countsIn(i, h.harm, c.patientsOf(i))
	case subjectOf:
		if c.is(i, "fled") && !c.near(i, "home homes house houses village villages town towns area fighting violence clashes shelling") {
			return nil
		}
		return c.countsIn(i, h.harm, c.subject(i))
	case stateOf:
		if n := c.nominalAt(i - 1); n != nil {
			return c.countsIn(i, h.harm, c.joinedOr(n))
		}
		if c.verbal(i - 1) {
			return c.countsIn(i, h.harm, c.subject(i-1))
		}
	case ofNoun:
		if n := c.object(i + 1); n != nil && c.is(i, "shooting") && !c.is(i-1, "the a this that another") {
			return c.countsIn(i, h.harm, c.coordinated(n))
		}
		return c.countsIn(i, h.harm, c.after(i+1, "of"))
	}
	return nil
}

// countsInside reads a count and its harm in one phrase: "30 wounded", "12
// deaths"; "the deaths of 12 people".
func (c *clause) countsInside(i int, h harmWord, n *nominal) []harmCount {
	if n.last > i+1 && n.head != i && h.place != ofNoun {
		if c.is(i, "wounded injured") && c.counts(n) {
			return c.countsIn(i, h.harm, []*nominal{n}) // "two wounded people were taken away"
		}
		return nil // "the murdered priests"
	}
	for j := n.first - 4; j < n.first; j++ {
		if c.is(j, "charged convicted counts accused guilty indicted") && (c.is(n.first-1, "with of on") || c.is(j, "counts")) {
			return nil // "charged with 12 murders"
		}
	}
	if c.is(i, "shot killed wounded injured") && n.head == i && n.last == i+1 && !c.counts(n) {
		if o := c.object(i + 1); o != nil && o.first == i+1 && c.human(o) {
			return c.countsIn(i, h.harm, c.coordinated(o)) // a verb taken for a noun: "a gunman shot two people"
		}
	}
	for j := n.first; j < i && !c.is(i, "shooting"); j++ {
		if q, ok := c.quantityAt(j); ok && q.last <= i && (!c.is(i, "shot") || q.figure.Best != 1) {
			return []harmCount{{harm: h.harm, figure: q.figure, first: q.first, last: i + 1, trigger: i}}
		}
	}
	if h.place == ofNoun || strings.HasSuffix(c.lower(i), "ing") {
		return c.countsIn(i, h.harm, c.after(n.last, "of"))
	}
	return nil
}

// unreal reports whether the verb at i tells of what did not, or has not yet
// happened.
func (c *clause) unreal(i int) bool {
	start := c.groupStart(i)
	if c.holdsAny("whenever", 0, i) || c.holdsAny("time", max(0, i-12), i) && c.holdsAny("any every", max(0, i-13), i-1) && c.is(start, "is are gets get") {
		return true // "any time one of us is hurt"
	}
	for j := start; j < i; j++ {
		if c.is(j, "not never n't will would could can should shall") ||
			c.is(j, "may might must to") && !c.is(i-1, "have been") && !c.is(i-2, "have") && !c.is(start-1, "managed") {
			return true
		}
	}
	return c.is(start-1, "if of for") && strings.HasSuffix(c.lower(i), "ing") && !c.is(start-2, "accused suspected guilty responsible") && c.object(i+1) == nil
}

// patientsOf returns those whom the harm verb at i befell.
func (c *clause) patientsOf(i int) []*nominal {
	last := i + 1
	if c.is(i, "shot") && c.is(last, "at") {
		return nil
	}
	if c.is(last, "down dead") {
		last++
	}
	if c.passive(i, last) {
		list := c.befallen(i)
		if !slices.ContainsFunc(list, c.human) {
			if tree := c.treeBefallen(i); len(tree) > 0 {
				return tree // past an aside: "four men attending a party were hurt"
			}
		}
		return list
	}
	if n := c.object(last); n != nil {
		if before := c.nominalAt(i - 1); before != nil && c.counts(before) && c.counts(n) && c.harmedNext(n) {
			return c.joinedOr(before) // "8 people killed 58 others injured"
		}
		return c.allOf(n)
	}
	if c.is(i-1, "fatally mortally accidentally critically") && c.nominalAt(i-2) != nil && c.object(last) == nil {
		return c.joinedOr(c.nominalAt(i - 2)) // "the teenager fatally shot on Friday"
	}
	if c.at[i] < 0 && c.nominalAt(i-1) != nil && c.passiveLeft(i) {
		return c.joinedOr(c.nominalAt(i - 1))
	}
	return nil
}

// allOf returns a nominal with those coordinated with it, also past what it is a
// number of: "six of his men and a child".
func (c *clause) allOf(n *nominal) []*nominal {
	list := c.coordinated(n)
	if len(list) > 1 || !c.numeric(n.last-1) || !c.is(n.last, "of") {
		return list
	}
	for j := n.last + 1; j < n.last+3; j++ {
		if of := c.nominalAt(j); of != nil {
			return append(list, c.coordinated(of)[1:]...)
		}
	}
	return list
}

// harmedNext reports whether a participle of harm of its own follows a nominal or
// ends it: "58 others injured".
func (c *clause) harmedNext(n *nominal) bool {
	return c.is(n.last, "injured wounded hurt arrested detained missing kidnapped") && !c.is(n.last+1, "by") ||
		n.last-n.first > 1 && c.is(n.last-1, "injured wounded hurt")
}

// passiveLeft reports whether a participle without object follows its noun:
// "12 people killed, 30 wounded".
func (c *clause) passiveLeft(i int) bool {
	n := c.nominalAt(i - 1)
	return n != nil && (n.phrase == nil || c.counted(n))
}

// joinedOr returns the coordination that n ends, or n alone.
func (c *clause) joinedOr(n *nominal) []*nominal {
	if list := c.joinedBefore(n); list != nil {
		return list
	}
	return []*nominal{n}
}

// countsIn makes one count of a coordination, or one each of attackers and of
// others stand in it side by side.
func (c *clause) countsIn(trigger int, harm ascribe.Harm, list []*nominal) []harmCount {
	var each []harmCount
	for _, n := range list {
		h, ok := c.countNominal(n)
		if !ok {
			continue
		}
		h.attackers = c.attackersOf(n, trigger)
		h.harm, h.trigger = harm, trigger
		if harm == ascribe.Injured && c.is(trigger-1, "fatally mortally") {
			h.harm = ascribe.Killed
		}
		if c.is(trigger, "shot shooting") {
			h.shot = !c.is(trigger+1, "dead") && !(c.is(trigger+1, "to") && c.is(trigger+2, "death")) && !c.is(trigger-1, "fatally mortally fatal deadly")
			if !h.shot {
				h.harm = ascribe.Killed
			}
		}
		each = append(each, h)
	}
	if c.itemized(each) {
		return each[:1]
	}
	if len(each) < 2 || len(each) < len(list) {
		return each
	}
	var sums []harmCount
	for _, attackers := range []bool{false, true} {
		first := -1
		for _, h := range each {
			switch {
			case h.attackers != attackers:
			case first < 0:
				first = len(sums)
				sums = append(sums, h)
			default:
				sums[first] = joint(sums[first], h)
			}
		}
	}
	slices.SortStableFunc(sums, func(a, b harmCount) int { return a.first - b.first })
	return append(sums, kinds(each)...)
}

// itemized reports whether the first of those counted is the number that the rest
// make up one by one: "three others, a woman and two men", "two victims, a
// 41-year-old man and a 52-year-old man".
func (c *clause) itemized(each []harmCount) bool {
	if len(each) < 2 || !c.is(each[0].last, ", : — – -- (") || each[0].figure.Best < 2 {
		return false
	}
	var sum ascribe.Count
	told := true // each by age or name
	for _, h := range each[1:] {
		if h.figure != ascribe.Exactly(h.figure.Best) {
			return false
		}
		sum += h.figure.Best
		told = told && h.person && (c.holdsAged(h.first, h.last) || c.named(h.last-1) || c.afterAge(h.last) > h.last)
	}
	generic := c.is(each[0].last-1, "victims people persons others individuals residents bodies casualties patients employees members")
	return sum == each[0].figure.Best && (generic || told)
}

// holdsAged reports whether a word of age, "25-year-old", stands in tokens [first, last).
func (c *clause) holdsAged(first, last int) bool {
	for i := first; i < last; i++ {
		if c.aged(i) {
			return true
		}
	}
	return false
}

// kinds returns as parts what a coordination counts of each kind of people, where
// it counts several: "seven soldiers and two civilians".
func kinds(each []harmCount) []harmCount {
	var parts []harmCount
	for _, h := range each {
		if !h.person && !h.of.IsZero() && !h.attackers {
			h.part = true
			parts = append(parts, h)
		}
	}
	if len(parts) < 2 {
		return nil
	}
	return parts
}

// joint makes one count of two that a coordination joins.
func joint(a, b harmCount) harmCount {
	a.person, a.chain = false, nlp.NoChain
	a.figure = add(a.figure, b.figure)
	a.first, a.last = min(a.first, b.first), max(a.last, b.last)
	a.of.End = max(a.of.End, b.of.End)
	return a
}

// add sums two figures; what is unknown in one is unknown in the sum.
func add(a, b ascribe.Figure) ascribe.Figure {
	plus := func(x, y ascribe.Count) ascribe.Count {
		if x == ascribe.Unknown || y == ascribe.Unknown {
			return ascribe.Unknown
		}
		return x + y
	}
	return ascribe.Figure{Low: plus(a.Low, b.Low), Best: plus(a.Best, b.Best), High: plus(a.High, b.High), Open: a.Open || b.Open}
}

// countNominal reads how many a nominal counts: its number, or one for a
// single person.
func (c *clause) countNominal(n *nominal) (harmCount, bool) {
	if n.circumstance() || !c.human(n) {
		return harmCount{}, false
	}
	h := harmCount{first: n.first, last: n.last, chain: nlp.NoChain}
	for j := n.first; j < n.last; j++ {
		q, ok := c.quantityAt(j)
		if !ok {
			continue
		}
		if strings.HasPrefix(c.lower(q.last), "year-old") {
			continue // "his 15 year-old girlfriend"
		}
		if c.ageOrMeasure(q.last) {
			return harmCount{}, false
		}
		h.figure, h.first = q.figure, min(q.first, n.first)
		if cut := c.breakIn(n, j); cut < n.last {
			n = &nominal{n.first, cut, n.head, n.phrase}
			h.last = cut
		}
		if q.last < n.last {
			h.of = c.SpanOf(q.last, n.last)
		} else if c.is(n.last, "of") && c.nominalAt(n.last+1) != nil && c.is(q.last-1, "couple tens dozens scores hundreds thousands several") {
			h.of = c.nominalAt(n.last + 1).span(c)
		}
		h.last = max(h.last, q.last)
		h.part = c.is(q.last, "of") && c.is(q.last+1, "the them those whom these") // "three of the wounded"
		return h, true
	}
	if c.is(n.first, "both") && (n.phrase == nil || n.phrase.Plural) {
		h.figure = ascribe.Exactly(2)
		if n.phrase != nil {
			h.of = c.SpanOf(n.first+1, n.last)
		}
		return h, true
	}
	if c.is(n.head, "another") && n.phrase == nil {
		h.figure = ascribe.Exactly(1)
		return h, true
	}
	if n.phrase == nil || n.kind() != nlp.Person && !c.aged(n.first) && !c.aged(n.first+1) || !c.single(n) {
		return harmCount{}, false
	}
	h.figure, h.person, h.chain = ascribe.Exactly(1), true, n.phrase.Chain
	h.of = n.span(c)
	return h, true
}

// breakIn returns where a predicate begins inside a phrase that has swallowed
// it, after token j: "six people and wounded seven others"; else the phrase's end.
func (c *clause) breakIn(n *nominal, j int) int {
	for k := j + 1; k < n.last; k++ {
		if c.is(k, "and") && c.is(k+1, harmParticiples) {
			return k
		}
	}
	return n.last
}

// nonhuman are heads that numbers of harm do not count.
var nonhuman = wordSet("year years month months week weeks day days hour hours minute minutes km kilometers kilometres miles meters metres dollars " +
	"percent pesos kg kilos pounds tons rifles weapons vehicles buses cars houses homes buildings shops times rounds bombs attacks " +
	"cattle cows towers villages towns cities planes helicopters tanks trucks explosions clashes operations counts degrees a.m. p.m. am pm")

// human reports whether a nominal may count people.
func (c *clause) human(n *nominal) bool {
	if n.phrase == nil {
		return !nonhuman[c.lower(n.last)]
	}
	switch n.kind() {
	case nlp.Person, nlp.Group, nlp.Force:
		return true
	case nlp.OtherPhrase:
		if c.aged(n.first) || c.aged(n.first+1) {
			return true
		}
	}
	switch n.kind() {
	case nlp.OtherPhrase, nlp.Quantity, nlp.Organization, nlp.State:
		return c.counted(n) && !nonhuman[c.lower(n.head)]
	}
	return false
}

// ageOrMeasure reports whether a number that ends before token i counts years,
// kilometres or the like.
func (c *clause) ageOrMeasure(i int) bool {
	w := c.lower(i)
	return nonhuman[w] || strings.HasPrefix(w, "year") || c.is(i, "% - –") && !c.is(i, "- –") || strings.HasPrefix(w, "-year")
}

// plurals are heads of several people that do not end in s.
var plurals = wordSet("people men women children police policemen personnel troops gunmen youth staff clergymen crew family army military " +
	"group unit patrol band number clergy someone somebody they them who it we you i us everyone everybody anyone " +
	"nobody others public population person's victim's guerrilla civilian's fishermen congressmen businessmen servicemen firemen")

// single reports whether a phrase names one person.
func (c *clause) single(n *nominal) bool {
	w := c.lower(n.head)
	if plurals[w] || c.is(n.first, "no any each every") || c.is(n.first-1, "no any each every") {
		return false
	}
	if n.phrase.Named {
		return true
	}
	return !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss")
}
