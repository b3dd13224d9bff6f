package extract

import (
	"slices"
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// trigger returns the sense of the trigger that begins at token i and the token
// after it.
func (c *clause) trigger(i int) (sense, int, bool) {
	w := c.lower(i)
	for _, ph := range phraseSenses[w] {
		if c.follows(i, ph.words) {
			return ph.sense, i + len(ph.words), true
		}
	}
	if sn, last, ok := c.spread(i); ok {
		return sn, last, true
	}
	if sn, ok := c.striking(i); ok {
		return sn, i + 1, true
	}
	x, ok := lexemes[w]
	if !ok {
		return sense{}, 0, false
	}
	noun := c.nounHere(i, x)
	switch {
	case noun && x.isNoun:
		return c.compound(i, x.noun), i + 1, c.headsPhrase(i)
	case !noun && x.isVerb && x.verb.kind == ascribe.Warning:
		return x.verb, i + 1, c.warnsOfAttack(i)
	case !noun && x.isVerb:
		return x.verb, i + 1, !c.endsPhrase(i)
	}
	return sense{}, 0, false
}

// spread finds the triggers that let what they act on stand between their words:
// "took the mayor hostage", "fired rockets at the school".
func (c *clause) spread(i int) (sense, int, bool) {
	switch {
	case c.is(i, "take takes took taken taking hold holds held holding"):
		for j := i + 1; j < len(c.Tokens) && j < i+10 && !(c.verbal(j) || c.is(j, "; :")); j++ {
			if n := c.nominalAt(j); c.is(j, "hostage hostages") && (n == nil || j == n.last-1) {
				return sense{ascribe.Kidnapping, harming, "kidnapped", false}, i + 1, true
			}
		}
	case c.is(i, "riddle riddled riddling") && c.at[i] < 0:
		for j := i + 1; j < len(c.Tokens) && j < i+10 && !c.is(j, ". ; :"); j++ {
			if c.is(j, "bullets gunfire shots") && c.is(j-1, "with") {
				return sense{ascribe.Shooting, harming, "", false}, i + 1, true
			}
		}
	case c.is(i, "fire fires fired firing launched launching lobbed") && c.at[i] < 0:
		shots := false
		for j := i + 1; j < len(c.Tokens) && j < i+9 && !(c.verbal(j) || c.is(j, "; : ,")); j++ {
			shots = shots || weaponWords[c.lower(j)] || c.is(j, "shots volleys bursts rounds indiscriminately")
			if shots && c.is(j, "at on upon against into") && c.at[j] < 0 {
				if c.is(i, "fire fires fired firing") && !c.explosive(i+1, j) {
					return sense{ascribe.Shooting, harming, "", false}, j + 1, true
				}
				return sense{ascribe.Attack, harming, "", false}, j + 1, true
			}
		}
	}
	return sense{}, 0, false
}

// explosive reports whether the tokens [i, j) name what is no gun.
func (c *clause) explosive(i, j int) bool {
	for ; i < j; i++ {
		if k, ok := weaponType(c.lower(i)); ok && k != ascribe.Shooting {
			return true
		}
	}
	return false
}

// endsPhrase reports whether a participle is used as a noun: "the wounded".
func (c *clause) endsPhrase(i int) bool {
	n := c.nominalAt(i)
	return n != nil && i == n.last-1 && n.first < i
}

// warnsOfAttack reports whether what the verb at i warns of is an attack.
func (c *clause) warnsOfAttack(i int) bool {
	for j := i + 1; j < len(c.Tokens) && j < i+14; j++ {
		if c.is(j, ". ;") {
			return false
		}
		if c.is(j, "attack attacks bombing bombings kidnapping kidnappings ambush raid raids bomb bombs assassination assassinations") {
			return true
		}
	}
	return false
}

// follows reports whether the words stand from token i on.
func (c *clause) follows(i int, words []string) bool {
	for k, w := range words {
		if c.lower(i+k) != w {
			return false
		}
	}
	return true
}

// nounHere decides between the verb and the noun of one form.
func (c *clause) nounHere(i int, x lexeme) bool {
	if !x.isVerb || !x.isNoun {
		return x.isNoun
	}
	if c.is(i-1, "to will would could can may might must not") || c.auxiliary(i-1) && !strings.HasSuffix(c.lower(i), "ing") {
		return false
	}
	if c.Tokens[i].Class == nlp.Noun || c.is(i-1, "the a an this that another each every of in several 's") || c.is(i+1, "of against") {
		return !strings.HasSuffix(c.lower(i), "ing") || !c.is(i-1, "of in by for") || c.is(i+1, "of")
	}
	return c.at[i] >= 0
}

// headsPhrase reports whether the noun at i is what its phrase is about, not a
// word before it: "the attack", not "attack helicopters".
func (c *clause) headsPhrase(i int) bool {
	n := c.nominalAt(i)
	if n == nil || n.head == i || i == n.last-1 {
		return true
	}
	for j := i + 1; j < n.last; j++ {
		if c.is(j, "attack attacks blast explosion explosions") {
			return false // the later word is the trigger
		}
		if c.is(j, "attempt attempts plot plots incident incidents spree sprees rampage rampages") {
			continue
		}
		if c.Tokens[j].Class == nlp.Noun || c.Tokens[j].Class == nlp.Word || c.Tokens[j].Class == nlp.Name {
			return false
		}
	}
	return true
}

// compounds say what the word before an event noun makes of it.
var compounds = map[string]ascribe.IncidentType{
	"bomb": ascribe.Bombing, "car-bomb": ascribe.Bombing, "dynamite": ascribe.Bombing, "grenade": ascribe.Bombing,
	"explosive": ascribe.Bombing, "mine": ascribe.Bombing, "ied": ascribe.Bombing, "bombing": ascribe.Bombing,
	"mortar": ascribe.Shelling, "rocket": ascribe.Shelling, "artillery": ascribe.Shelling, "missile": ascribe.Shelling,
	"shell": ascribe.Shelling, "suicide": ascribe.SuicideAttack, "gun": ascribe.Shooting, "shooting": ascribe.Shooting,
	"machinegun": ascribe.Shooting, "arson": ascribe.Arson, "air": ascribe.AirStrike, "drone": ascribe.AirStrike,
	"aerial": ascribe.AirStrike, "airstrike": ascribe.AirStrike,
}

// compound refines the sense of an event noun by the word before it.
func (c *clause) compound(i int, sn sense) sense {
	if sn.frame != assailing && sn.frame != deed && sn.frame != blast {
		return sn
	}
	kind, ok := compounds[c.lower(i-1)]
	if ok && (sn.kind == ascribe.Attack || kind == ascribe.SuicideAttack || kind == ascribe.AirStrike) {
		sn.kind, sn.weak = kind, false
	}
	return sn
}

// mood reads the stage of a telling and whether it is background, and reports
// false when it tells of nothing that happened: a plan, a habit, a wish.
func (p *page) mood(t *telling) bool {
	c := t.clause
	start := t.first
	if !t.frame.noun() {
		start = c.groupStart(t.first)
		if !c.finite(t, start) {
			return false
		}
		if c.negatedIn(start, t.first) {
			return false
		}
	} else if !c.particular(t) {
		return false
	}
	t.stage = c.stageOf(t, start)
	if t.frame == menacing {
		t.stage = ascribe.Threatened
	}
	t.past = p.background(c, t.first)
	t.fresh = c.apart(t)
	return true
}

// finite reports whether the verb group tells of one happening rather than of
// a habit, a plan or a possibility.
func (c *clause) finite(t *telling, start int) bool {
	w := c.lower(t.first)
	ing := strings.HasSuffix(w, "ing")
	if ing && c.general(t.first) || c.supposition(t.first) {
		return false
	}
	done := strings.HasSuffix(w, "ed") || slices.Contains(pastForms, w) || strings.HasSuffix(w, "t")
	for j := start; j < t.first; j++ {
		switch {
		case c.is(j, "repeatedly often regularly frequently usually routinely"):
			return false
		case c.is(j, controlVerbs) && !c.is(j, "plan plans planned planning want wanted wants intend intended ready about prepared preparing"):
			return true // an attempt, a threat
		case c.is(j, "will would could can should shall"), c.is(j, "may might must") && !c.is(t.first-1, "have been") && !c.is(t.first-2, "have"):
			return false
		case c.is(j, "to") && !c.is(t.first-1, "have been"):
			return c.is(start-1, "managed able") || c.armedPurpose(start) || c.is(start-1, "have been") || c.is(j-1, "tried attempted trying attempting attempt threatened threatens threatening threaten failed plot plotted plotting conspiring conspired")
		}
	}
	if done || c.is(t.first+1, "dead") {
		return true
	}
	if ing {
		return c.at[t.first] < 0 && !c.is(t.first-1, "is are") || c.object(t.last) != nil
	}
	return c.Block == ascribe.Title // present tense tells news in headlines alone
}

// supposition reports whether the verb at i stands in a condition of what would be:
// "if rebels attacked the refinery, the city would lose its light".
func (c *clause) supposition(i int) bool {
	condition := false
	for j := max(0, i-12); j < i; j++ {
		condition = (condition || c.is(j, "if unless")) && !c.is(j, ", ; :")
	}
	for j := range c.Tokens {
		if condition && c.is(j, "would could might will") && c.at[j] < 0 {
			return true
		}
	}
	return false
}

// general reports whether the gerund at i speaks of a deed in general: as a subject
// ("attacking cities is what they do"), as a pattern or an ability.
func (c *clause) general(i int) bool {
	rel, _, _ := strings.Cut(c.Tokens[i].Rel, ":")
	return rel == "csubj" || rel == "nsubj" || c.is(i-1, "of") && c.is(i-2, "pattern habit history capable tactic means way policy practice")
}

// armedPurpose reports whether an infinitive that begins at token i says what a
// weapon was used for: "used explosives to blow up the bridge".
func (c *clause) armedPurpose(i int) bool {
	n := c.nominalAt(i - 1)
	return n != nil && c.weapon(n) && c.is(n.first-1, "used using detonated fired threw placed planted")
}

var pastForms = []string{"shot", "slew", "slain", "threw", "thrown", "blew", "blown", "stole", "stolen", "fought", "set", "took", "went", "gone", "mowed", "opened", "put", "struck", "tore", "shook", "taken", "held", "beaten", "riddled"}

// negatedIn reports whether a verb group denies the deed.
func (c *clause) negatedIn(start, verb int) bool {
	for j := start; j <= verb; j++ {
		if c.is(j, "not never n't") {
			return true
		}
	}
	return c.is(start-1, "nobody none neither") || c.is(start-1, "one") && c.is(start-2, "no")
}

// particular reports whether an event noun speaks of some one incident: not
// "violence", "no attacks", "attacks have increased".
func (c *clause) particular(t *telling) bool {
	n := c.nominalAt(t.first)
	first := t.first
	if n != nil {
		first = n.first
	}
	for j := first; j < t.first; j++ {
		if c.is(j, "no any such more fewer future possible potential alleged further constant frequent daily recent") && !c.is(j, "alleged recent") {
			return false
		}
		t.definite = t.definite || c.is(j, "the this that these those his her their its 's yesterday's")
		t.pointing = t.pointing || c.is(j, "that those")
		t.fresh = t.fresh || c.is(j, "another second third separate other similar new fourth")
	}
	if c.is(first-1, "of") && c.is(first-2, "wave series kind type spate campaign number threat threats risk fear fears danger possibility warning warnings") {
		return false
	}
	for j := max(0, first-5); j < first; j++ {
		if c.is(j, "warned warns warning warn planning preparing plans prevent preventing avoid feared fearing fears against") && !c.is(j, "against") {
			return false
		}
	}
	if c.supposed(t.first) {
		return false
	}
	if c.is(first-1, "as like") {
		t.definite = true // "we treat this as an attack"
	}
	w := c.lower(t.first)
	t.plural = strings.HasSuffix(w, "s") && w != "explosives"
	if t.plural && !t.definite && t.frame != blast {
		return n != nil && c.counted(n) || c.is(t.last, "on against at in that by of")
	}
	return true
}

// supposed reports whether what the noun at i names is only said to be possible:
// "attacks on the markets were likely".
func (c *clause) supposed(i int) bool {
	for j := i + 1; j < len(c.Tokens) && j < i+12; j++ {
		switch {
		case c.is(j, "would could might may") && c.at[j] < 0 && !c.is(j+1, "have"):
			return true
		case c.is(j, beForms) && c.at[j] < 0:
			return c.is(j+1, "possible likely unlikely probable imminent inevitable feared expected planned")
		case c.verbal(j), c.is(j, ". ; ,"):
			return false
		}
	}
	return false
}

// counted reports whether a nominal holds a number.
func (c *clause) counted(n *nominal) bool {
	for j := n.first; j < n.last; j++ {
		if c.numeric(j) || c.is(j, "several many tens dozens scores hundreds thousands various multiple numerous couple") {
			return true
		}
	}
	return false
}

// stageOf reads how far an incident got.
func (c *clause) stageOf(t *telling, start int) ascribe.Stage {
	for j := start - 3; j < t.first; j++ {
		switch {
		case j < 0 || c.is(j, ". ;"):
		case c.is(j, "threatened threatens threatening threaten") && (j >= start-1 || c.is(j+1, "to with")):
			return ascribe.Threatened
		case c.is(j, "tried trying attempted attempting tries attempts sought attempt failed") && (c.is(j+1, "to") || j >= t.first-2):
			return ascribe.Attempted
		case c.is(j, "foiled thwarted foil thwart frustrated prevented averted"), c.is(j, "stopped uncovered discovered") && c.is(start-1, "plot plots"):
			t.weak = false
			return ascribe.Foiled
		case c.is(j, "unsuccessful abortive"):
			return ascribe.Attempted
		}
	}
	if c.is(t.last, "attempt attempts plot plots") || c.is(t.first+1, "attempt attempts") {
		if c.cameToNothing(t.last) {
			return ascribe.Foiled
		}
		return ascribe.Attempted
	}
	if t.frame.noun() && c.cameToNothing(t.last) {
		return ascribe.Foiled
	}
	if c.is(t.first, "defuse defused deactivate deactivated deactivating defusing disarmed neutralized dismantled dismantle") {
		return ascribe.Attempted
	}
	if c.is(t.first, "explode detonate") && c.is(t.first-1, "to") && c.is(t.first-2, "failed") {
		return ascribe.Attempted
	}
	return ascribe.Accomplished
}

// cameToNothing reports whether the first verb after token i says that what
// was named there was foiled.
func (c *clause) cameToNothing(i int) bool {
	for ; i < len(c.Tokens); i++ {
		if c.is(i, "foiled thwarted frustrated averted") && c.auxiliary(i-1) {
			return true
		}
		if c.verbal(i) && !c.auxiliary(i) || c.is(i, ". ;") {
			return false
		}
	}
	return false
}

// apart reports whether the sentence sets its incident off from what was told
// before.
func (c *clause) apart(t *telling) bool {
	if t.fresh {
		return true
	}
	for j := 0; j < len(c.Tokens) && j < 6; j++ {
		if c.is(j, "meanwhile elsewhere separately") || c.is(j, "another separate other") && j < 4 && c.is(j-1, "in a") {
			return true
		}
		if c.is(j, "another second third") && t.first-j <= 3 && t.first > j {
			return true
		}
	}
	return false
}
