package extract

import (
	"strings"

	"ascribe"
)

// owned: "the Front claimed responsibility", "claimed the bombing".
func (j *inquest) owned(sc *trialScene, i int) {
	f := finding{stance: ascribe.Stance{Connected: true, Speaker: ascribe.Self}, score: 0.9}
	word := ""
	for k := i + 1; k < sc.len() && k <= i+4; k++ {
		if ownNouns[sc.low(k)] {
			word = sc.low(k)
			break
		}
		if isVerb(sc.tok(k)) || sc.comma(k) || sc.ends(k) {
			break
		}
	}
	direct := word == "" && sc.low(i+1) != "that" && sc.namesIncident(i+1) && (sc.low(i) == "claimed" || sc.low(i) == "claims" || sc.low(i) == "claiming" || sc.low(i) == "claim" || sc.low(i) == "admitted")
	if sc.demanded(i) || sc.ofNone(i) {
		return
	}
	if word == "" && !direct || sc.negatedBefore(i) {
		j.ownedBy(sc, i)
		return
	}
	f.because = "“" + sc.tok(i).Text + " " + or(word, "the incident") + "”: the actor owns up to it"
	if a, ok := sc.behalf(i); ok {
		j.settle(sc, a, i, f)
		return
	}
	if a, ok := sc.subjectOf(i); ok {
		j.settle(sc, a, i, f)
		return
	}
	if word != "" {
		if a, ok := j.adoptSubject(sc, i); ok {
			j.settle(sc, a, i, f)
			return
		}
	}
	j.ownedBy(sc, i)
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// subjectOf finds the actor that a verb at i has for its subject, also over
// "and": "called the radio and claimed responsibility".
func (sc *trialScene) subjectOf(i int) (namedActor, bool) {
	first := sc.groupStart(i)
	if a, ok := sc.actorBefore(first); ok {
		return a, true
	}
	if sc.before(first).empty() || sc.low(first-1) == "and" || strings.HasSuffix(sc.low(i), "ing") {
		who := sc.mainSubject(verbGroup{stretch: stretch{first, i + 1}, at: i})
		if !who.empty() {
			return sc.actorIn(who)
		}
	}
	return namedActor{}, false
}

// namesIncident reports whether an incident is named within a noun phrase that
// begins at i.
func (sc *trialScene) namesIncident(i int) bool {
	for k := i; k < sc.len() && k < i+5; k++ {
		for _, r := range sc.told {
			if r.span.Meets(sc.tok(k).Span) {
				return true
			}
		}
		if isVerb(sc.tok(k)) || isMark(sc.tok(k)) {
			return false
		}
	}
	return false
}

// behalf finds the actor of "on behalf of", "in the name of".
func (sc *trialScene) behalf(i int) (namedActor, bool) {
	for k := max(0, i-12); k < sc.len() && k < i+20; k++ {
		if w := sc.low(k); (w == "behalf" || w == "name") && sc.low(k+1) == "of" {
			return sc.actorFrom(k+2, 3)
		}
	}
	return namedActor{}, false
}

// ownedBy: "responsibility was claimed by the Front", "claimed by the Front".
func (j *inquest) ownedBy(sc *trialScene, i int) {
	if sc.low(i) != "claimed" && sc.low(i) != "admitted" || sc.low(i+1) != "by" || sc.negatedBefore(i) {
		return
	}
	a, ok := sc.actorFrom(i+2, 3)
	if !ok {
		a, ok = j.adoptAt(sc, i+2)
	}
	if ok {
		j.settle(sc, a, i, finding{stance: ascribe.Stance{Connected: true, Speaker: ascribe.Self}, score: 0.9,
			because: "“" + sc.tok(i).Text + " by”: the actor owns up to it"})
	}
}

// ownedNoun: "a claim of responsibility by the Front", "the Front's claim of
// responsibility".
func (j *inquest) ownedNoun(sc *trialScene, i int) {
	if sc.low(i) != "responsibility" || sc.low(i-1) != "of" || sc.low(i-2) != "claim" && sc.low(i-2) != "claims" {
		return
	}
	f := finding{stance: ascribe.Stance{Connected: true, Speaker: ascribe.Self}, score: 0.85, because: "a claim of responsibility by the actor"}
	for k := i + 1; k < sc.len() && k < i+8; k++ {
		if w := sc.low(k); w == "by" || w == "from" {
			if a, ok := sc.actorFrom(k+1, 3); ok {
				j.settle(sc, a, i, f)
				return
			}
		}
	}
	for _, a := range sc.actors {
		if a.last <= i-2 && a.last >= i-4 {
			j.settle(sc, a, i, f)
			return
		}
	}
}

// accused: "the minister blamed the Front", "blamed the raid on the Front",
// "the Front was accused of".
func (j *inquest) accused(sc *trialScene, i int) {
	f := finding{stance: ascribe.Stance{Connected: true}, score: 0.85, because: "“" + sc.tok(i).Text + "”: the actor is blamed"}
	f.stance.Negated = sc.negatedBefore(i)
	if w := sc.low(i); strings.HasPrefix(w, "charg") && !incidentWordWithin(sc, i+1, 14) {
		return // charged with something else, or in charge
	}
	if sc.passiveAt(i) || sc.low(i+1) == "of" {
		if a, ok := sc.subjectOf(i); ok {
			if sc.otherMatter(i, i+1) {
				return
			}
			if w := sc.low(i + 1); w == "by" || w == "of" || w == "for" || w == "with" || w == "in" || sc.comma(i+1) || sc.ends(i+1) {
				j.settleAll(sc, a, i, f)
			}
			return
		}
	}
	if a, ok := j.actorAfterOn(sc, i); ok {
		j.settleAll(sc, a, i, f)
		return
	}
	if a, ok := j.partOf(sc, i+1, 4); ok && sc.low(i+1) != "by" && !sc.judgesOnly(i, a) && !sc.otherMatter(i, a.last) {
		j.settleAll(sc, a, i, f)
	}
}

// incidentWordWithin reports whether an incident is told or named within the
// words from i.
func incidentWordWithin(sc *trialScene, i, reach int) bool {
	for k := i; k < sc.len() && k < i+reach; k++ {
		if incidentNouns[sc.low(k)] || sc.namesIncident(k) {
			return true
		}
	}
	return false
}

// judgesOnly tells a verb that blames from one that only condemns or names.
func (sc *trialScene) judgesOnly(i int, a namedActor) bool {
	switch sc.low(i) {
	case "denounce", "denounces", "denounced", "denouncing", "charge", "charges", "charging":
		for k := a.last; k < sc.len() && k < a.last+3; k++ {
			if w := sc.low(k); w == "of" || w == "for" || w == "with" || w == "as" {
				return false
			}
		}
		return true
	}
	return false
}

// actorAfterOn finds the actor of "blamed the raid on the Front".
func (j *inquest) actorAfterOn(sc *trialScene, i int) (namedActor, bool) {
	for k := i + 1; k < sc.len() && k < i+14; k++ {
		if sc.low(k) == "on" && (sc.namesIncident(i+1) || incidentNouns[sc.nounAt(i+1)] || sc.low(i+1) == "it" || sc.low(i+1) == "responsibility") {
			return j.partOf(sc, k+1, 3)
		}
		if sc.ends(k) || sc.comma(k) {
			break
		}
	}
	return namedActor{}, false
}

// attributed: "attributed the raid to the Front", "linked the Front to the
// raid", "tie the raid to Sarvia".
func (j *inquest) attributed(sc *trialScene, i int) {
	f := finding{stance: ascribe.Stance{Connected: true}, score: 0.8, because: "“" + sc.tok(i).Text + " … to”: the incident is ascribed to the actor"}
	f.stance.Negated = sc.negatedBefore(i)
	f.stance.Hedged = sc.doubtedAt(i - 1)
	f.tried = sc.triedAt(i)
	to := -1
	for k := i + 1; k < sc.len() && k < i+45; k++ {
		if w := sc.low(k); (w == "to" || w == "with") && !isVerb(sc.tok(min(k+1, sc.len()-1))) {
			to = k
			if sc.namesIncident(k+1) || k+1 < sc.len() && sc.startsActor(k+1) {
				break
			}
		}
		if sc.ends(k) {
			break
		}
	}
	if to < 0 {
		return
	}
	if sc.namesIncident(to+1) || incidentNouns[sc.nounAt(to+1)] {
		if a, ok := j.partOf(sc, i+1, 3); ok {
			j.settle(sc, a, i, f)
			return
		}
		if sc.passiveAt(i) {
			if a, ok := sc.subjectOf(i); ok {
				j.settle(sc, a, i, f)
			}
		}
		return
	}
	incidentFirst := sc.namesIncident(i+1) || incidentNouns[sc.nounAt(i+1)]
	if !incidentFirst && (sc.passiveAt(i) || to == i+1) {
		first := sc.groupStart(i)
		incidentFirst = sc.incidentBefore(first)
	}
	if a, ok := j.partOf(sc, to+1, 4); ok && incidentFirst {
		j.settleAll(sc, a, i, f)
	}
}

// triedAt tells "tried to link", "attempts to tie": the tie was not made.
func (sc *scene) triedAt(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if tryWords[sc.low(k)] {
			return true
		}
	}
	return false
}

// incidentNouns name an incident without telling which.
var incidentNouns = setOf("attack attacks incident incidents bombing bombings explosion explosions blast blasts killing killings murder murders massacre assassination kidnapping kidnappings abduction raid ambush shooting assault crime crimes violence action actions act acts bomb bombs slaying deaths death")

// nounAt is the last noun of the phrase that begins at i.
func (sc *scene) nounAt(i int) string {
	if i >= sc.len() {
		return ""
	}
	k := i
	for k < sc.len() && (sc.nounlike(k) || determiners[sc.low(k)] || possessives[sc.low(k)] || sc.low(k) == "'s") {
		if incidentNouns[sc.low(k)] {
			return sc.low(k)
		}
		k++
	}
	if k == i {
		return ""
	}
	return sc.low(k - 1)
}

// incidentBefore reports whether the subject before a verb group names an
// incident: "the raid was attributed to".
func (sc *trialScene) incidentBefore(first int) bool {
	for k := first - 1; k >= 0 && k > first-12; k-- {
		if incidentNouns[sc.low(k)] {
			return true
		}
		for _, r := range sc.told {
			if r.span.Meets(sc.tok(k).Span) {
				return true
			}
		}
		if sc.ends(k) {
			return false
		}
	}
	return false
}

func (sc *trialScene) startsActor(i int) bool {
	for _, a := range sc.actors {
		if a.first == i {
			return true
		}
	}
	return false
}

// perpetrators are words for those who did it, whoever they were.
var perpetrators = setOf("suspects suspect attackers attacker gunmen gunman kidnappers kidnapper bombers bomber perpetrators perpetrator assailants assailant killers killer abductors hijackers raiders")

// belonging: "the four suspects belonged to the Front", "the kidnappers were
// probably members of the Front".
func (j *inquest) belonging(sc *trialScene, i int) {
	k := i + 1
	for k < sc.len() && k < i+6 && (isAux(sc.tok(k)) || isAdverb(sc.tok(k)) || doubtedWords[sc.low(k)] || sc.low(k) == "to") {
		k++
	}
	switch sc.low(k) {
	case "belong", "belonged", "belongs":
		k++
		if sc.low(k) == "to" {
			k++
		}
	case "members", "guerrillas", "fighters", "militants", "soldiers", "rebels", "part":
		if k == i+1 || sc.low(k+1) != "of" {
			return
		}
		k += 2
	default:
		return
	}
	a, ok := sc.actorFrom(k, 2)
	if !ok {
		return
	}
	f := finding{stance: ascribe.Stance{Connected: true, Negated: sc.negatedBefore(k - 1)}, score: 0.75, loose: true,
		because: "“" + sc.tok(i).Text + "”: those who did it are said to belong to the actor"}
	for d := i; d < k; d++ {
		f.stance.Hedged = f.stance.Hedged || doubtedWords[sc.low(d)]
	}
	j.settle(sc, a, i, f)
}

// pointed: "the government pointed at Dravonia", "pointed the finger at".
func (j *inquest) pointed(sc *trialScene, i int) {
	f := finding{stance: ascribe.Stance{Connected: true, Hedged: true}, score: 0.6, loose: sc.low(i+1) == "at",
		because: "“" + sc.tok(i).Text + " " + sc.low(i+1) + "”: the actor is blamed"}
	if a, ok := j.partOf(sc, i+2, 2); ok && !sc.negatedBefore(i) {
		j.settle(sc, a, i, f)
	}
}
