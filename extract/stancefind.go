package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// Words of responsibility. Each set is one way in which reporting ties an actor
// to an incident; the patterns of blame read the grammar about them.
var (
	ownVerbs      = setOf("claim claims claimed claiming take takes took taken taking assume assumes assumed assuming accept accepts accepted accepting admit admits admitted admitting acknowledge acknowledges acknowledged acknowledging reivindicate vindicated")
	ownNouns      = setOf("responsibility credit authorship guilt blame")
	partNouns     = setOf("responsibility involvement participation role part hand complicity connection link links ties authorship accusation accusations allegation allegations charge charges claim claims")
	accuseVerbs   = setOf("accuse accuses accused accusing blame blames blamed blaming denounce denounces denounced denouncing implicate implicates implicated implicating charge charged charges charging incriminate incriminated indict indicted indicts finger fingered")
	attributeVerb = setOf("attribute attributes attributed attributing ascribe ascribed ascribes ascribing impute imputed trace traced")
	linkVerbs     = setOf("link links linked linking tie ties tied tying connect connects connected connecting")
	denyVerbs     = setOf("deny denies denied denying reject rejects rejected rejecting disclaim disclaims disclaimed disclaiming refute refuted refutes disavow disavowed repudiate repudiated")
	suspectVerbs  = setOf("suspect suspects suspected suspecting")
	clearVerbs    = setOf("acquit acquits acquitted acquitting clear clears cleared clearing absolve absolves absolved exonerate exonerates exonerated exculpate exculpated")
	doneVerbs     = setOf("perpetrated committed staged masterminded orchestrated planned ordered sponsored instigated executed launched organized organised directed financed engineered")
	doubtedWords  = setOf("allegedly alleged apparently presumably presumed reportedly supposedly purportedly purported suspected possibly probably likely believed thought may might could appears appear appeared seems seem seemed apparent probable suggest suggests suggested unconfirmed")
	tryWords      = setOf("try tries tried trying attempt attempts attempted attempting seek seeks sought seeking efforts effort bid")
)

// blame tries every pattern of responsibility on a sentence.
func (j *inquest) blame(sc *trialScene) {
	for i := range sc.s.Tokens {
		w := sc.low(i)
		j.wielded(sc, i)
		switch {
		case ownVerbs[w]:
			j.owned(sc, i)
		case ownNouns[w]:
			j.ownedNoun(sc, i)
		}
		switch {
		case perpetrators[w] && sc.tok(i).Class != nlp.Verb:
			j.belonging(sc, i)
		case accuseVerbs[w] && sc.tok(i).Class != nlp.Noun:
			j.accused(sc, i)
		case attributeVerb[w], linkVerbs[w]:
			j.attributed(sc, i)
		case denyVerbs[w]:
			j.denied(sc, i)
		case suspectVerbs[w]:
			j.suspected(sc, i)
		case clearVerbs[w], w == "ruled" && sc.low(i+1) == "out", w == "rule" && sc.low(i+1) == "out":
			j.cleared(sc, i)
		case w == "pointed" && (sc.low(i+1) == "at" || sc.low(i+1) == "to"), w == "finger" && (sc.low(i+1) == "at" || sc.low(i+1) == "to"):
			j.pointed(sc, i)
		case w == "responsible", w == "behind":
			j.responsible(sc, i)
		case w == "work" && sc.low(i+1) == "of", w == "hallmarks" && sc.low(i+1) == "of", w == "hallmark" && sc.low(i+1) == "of":
			j.workOf(sc, i)
		case doneVerbs[w] && sc.low(i+1) == "by", w == "out" && sc.low(i+1) == "by":
			j.doneBy(sc, i)
		case w == "involvement", w == "involved", w == "implicated", w == "participation":
			j.involved(sc, i)
		case w == "fighting", w == "combat", w == "clash", w == "clashes", w == "crossfire", w == "battle", w == "shootout":
			j.crossfire(sc, i)
		case w == "maneuver", w == "manoeuvre", w == "provocation", w == "doing", w == "action", w == "act", w == "crime":
			j.calledDoing(sc, i)
		case w == "held", w == "hold", w == "holds", w == "holding":
			j.heldResponsible(sc, i)
		}
	}
	j.ownedUp(sc)
	j.blameDoers(sc)
}

// actorFrom returns the first actor that begins within reach tokens from i,
// skipping words that only lead to it; the words between may not be a verb or
// the end of a clause.
func (sc *trialScene) actorFrom(i, reach int) (namedActor, bool) {
	for k := i; k < sc.len() && k <= i+reach; k++ {
		for _, a := range sc.actors {
			if a.first == k && !sc.quantifiedAway(a) {
				return sc.innermost(a), true
			}
		}
		w := sc.low(k)
		if sc.ends(k) || k > i && (sc.comma(k) || clauseStart[w] && w != "and" && w != "or" || isAux(sc.tok(k)) || awayWords[w] && sc.nounlike(k-1)) {
			return namedActor{}, false
		}
	}
	return namedActor{}, false
}

// awayWords begin what tells where or when somebody did something and no longer who:
// "staged by smugglers in the country".
var awayWords = setOf("in at near on over during against across throughout inside outside around along within since after before")

// innermost prefers the named group in "guerrillas of the Front" to the phrase
// that holds it.
func (sc *trialScene) innermost(a namedActor) namedActor {
	if a.phrase.Named || a.chain.Mention.Actor != nil {
		return a
	}
	for _, b := range sc.actors {
		if a.first <= b.first && b.last <= a.last && b.chain != a.chain && (b.phrase.Named || b.chain.Mention.Actor != nil) && armedKind(b.chain) {
			return b
		}
	}
	return a
}

func armedKind(c *nlp.Chain) bool {
	return c.Kind == nlp.Group || c.Kind == nlp.Force || c.Mention.Actor != nil && c.Mention.Actor.Kind.Armed()
}

// quantifiedAway tells "no group", "nobody": an actor that is said not to be.
func (sc *scene) quantifiedAway(a namedActor) bool {
	w := sc.low(a.first)
	p := sc.low(a.first - 1)
	return w == "no" || w == "neither" || w == "any" || w == "which" || w == "whichever" || p == "no" || p == "neither" || p == "none" || p == "any"
}

// actorBefore returns the actor that is the subject of a verb group beginning
// at token i.
func (sc *trialScene) actorBefore(i int) (namedActor, bool) {
	who := sc.before(i)
	if who.empty() {
		return namedActor{}, false
	}
	return sc.actorIn(who)
}

// actorIn returns the actor that a subject names: its head, or the group whose
// people it tells of ("guerrillas of the Front", "a Front spokesman").
func (sc *trialScene) actorIn(who stretch) (namedActor, bool) {
	if w := sc.low(who.first); w == "no" || w == "none" || w == "nobody" || w == "neither" {
		return namedActor{}, false
	}
	if w := sc.low(who.first); who.last-who.first == 1 && (w == "who" || w == "which" || w == "that") {
		end := who.first
		if sc.comma(end - 1) {
			end--
		}
		if end <= 0 {
			return namedActor{}, false
		}
		if who = sc.phraseLeft(sc.bounds(end-1), end); who.empty() {
			return namedActor{}, false
		}
	}
	if w := sc.low(who.first); who.last-who.first == 1 && (w == "it" || w == "they" || w == "its" || w == "their") {
		return sc.speakerItself(who)
	}
	head := sc.headOf(who)
	var best namedActor
	for _, a := range sc.actors {
		if a.first < who.first || a.last > who.last || sc.quantifiedAway(a) {
			continue
		}
		if a.first <= head && head < a.last {
			return sc.innermost(a), true
		}
		if best.empty() && (a.first <= head+5) {
			best = a
		}
	}
	for _, land := range sc.lands {
		if best.empty() && land.first <= head && head < land.last && land.first >= who.first && wholeCountry(land.chain) {
			return namedActor{land.stretch, land.phrase, sc.p.actorOfLand(land.chain)}, true
		}
	}
	return best, !best.empty()
}

// speakerItself finds whom "it" or "they" means: the chain of the pronoun, else
// the party that speaks: "the Front said it was not responsible".
func (sc *trialScene) speakerItself(who stretch) (namedActor, bool) {
	for _, a := range sc.actors {
		if a.first == who.first && a.last == who.last && !looksOn(a.chain) {
			return a, true
		}
	}
	for i := range sc.s.Phrases {
		if ph := &sc.s.Phrases[i]; ph.First == who.first && ph.Chain != nlp.NoChain && !looksOn(&sc.p.Chains[ph.Chain]) {
			return namedActor{}, false
		}
	}
	st := sc.p.denier(sc.s, sc.span(who))
	if st.Source.Mention == nil || strings.EqualFold(st.Source.Text, "police") || strings.EqualFold(st.Source.Text, "the police") {
		return sc.carriedOver(who)
	}
	n, ok := sc.p.chains[*st.Source.Mention]
	if !ok || sc.p.Chains[n].Mention.ID.Kind != ascribe.ActorMention {
		return namedActor{}, false
	}
	ph := &nlp.Phrase{First: who.first, Last: who.last, Head: who.first, Span: sc.span(who), Chain: n}
	return namedActor{who, ph, &sc.p.Chains[n]}, true
}

// carriedOver finds whom a pronoun means when no chain and no speaker tells: the
// party that the sentence before it in the paragraph began with.
func (sc *trialScene) carriedOver(who stretch) (namedActor, bool) {
	if sc.s.Index == 0 {
		return namedActor{}, false
	}
	prev := &sc.p.Sentences[sc.s.Index-1]
	if prev.Paragraph != sc.s.Paragraph || len(prev.Phrases) == 0 {
		return namedActor{}, false
	}
	first := &prev.Phrases[0]
	c := sc.p.chain(first)
	if c == nil || !first.Named || first.First != 0 || c.Kind != nlp.Group && c.Kind != nlp.Force {
		return namedActor{}, false
	}
	ph := &nlp.Phrase{First: who.first, Last: who.last, Head: who.first, Span: sc.span(who), Chain: first.Chain}
	return namedActor{who, ph, c}, true
}

// denier returns the statement that carries a pronoun: that of the voice which
// denies what another claims, else the innermost.
func (p *page) denier(s *nlp.Sentence, span ascribe.Span) *ascribe.Statement {
	for _, i := range p.voices[s.Index] {
		st := &p.reading.Statements[i]
		if t, ok := p.tenorOf(st); ok && t == tenorDeny && holdsAny(st.Content, span) {
			return st
		}
	}
	return p.carrier(s, span)
}

// groupStart is where the verb group of the word at i begins.
func (sc *scene) groupStart(i int) int {
	for i > 0 {
		t := sc.tok(i - 1)
		w := sc.low(i - 1)
		if !(isAux(t) || isAdverb(t) || negations[w] || w == "to" || tryWords[w]) || personal[w] {
			break
		}
		i--
	}
	return i
}

// negatedBefore reports whether the verb group of the word at i is negated.
func (sc *scene) negatedBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		w := sc.low(k)
		if negations[w] && w != "nor" {
			return true
		}
		if !isAux(sc.tok(k)) && !isAdverb(sc.tok(k)) && w != "to" && w != "been" && w != "any" && !determiners[w] {
			return false
		}
	}
	return false
}

func (sc *scene) passiveAt(i int) bool {
	if strings.HasSuffix(sc.low(i), "ing") {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		if beWords[sc.low(k)] && sc.low(k) != "'s" {
			return true
		}
		if !isAux(sc.tok(k)) && !isAdverb(sc.tok(k)) {
			return false
		}
	}
	return false
}

// doubtedAt reports whether a word of doubt stands close before a token, within
// its clause.
func (sc *scene) doubtedAt(i int) bool {
	for k := i; k >= 0 && k >= i-8; k-- {
		w := sc.low(k)
		if doubtedWords[w] || tryWords[w] {
			return true
		}
		if k < i && (sc.ends(k) || w == "that" || w == ",") {
			return false
		}
	}
	return false
}

// speaks tells the statement that carries a finding: the voice whose cue stands
// at the word of responsibility, else the voice whose content holds it.
func (j *inquest) speaks(sc *trialScene, i int, actor ascribe.Span) *ascribe.Statement {
	word := sc.tok(i).Span
	if st := j.p.voiceAtCue(sc.s, word); st != nil {
		return st
	}
	return j.p.carrier(sc.s, actor)
}

// settleAll settles an actor and those named with it: "the Front, the army and
// the cartel".
func (j *inquest) settleAll(sc *trialScene, a namedActor, i int, f finding) {
	j.settle(sc, a, i, f)
	for _, b := range sc.joined(a) {
		g := f
		g.stance.Negated = f.stance.Negated != sc.excepted(b)
		j.settle(sc, b, i, g)
	}
	for range 4 {
		k := a.last
		if sc.low(k) == "[" || sc.low(k) == "(" {
			if end := sc.closing(stretch{0, sc.len()}, k); end > 0 {
				k = end + 1
			}
		}
		if sc.low(k) == "," {
			k++
		}
		if w := sc.low(k); w == "and" || w == "or" {
			k++
		}
		if k == a.last {
			return
		}
		b, ok := sc.actorFrom(k, 0)
		if !ok || isVerb(sc.tok(b.last)) && sc.low(k-1) != "," {
			return
		}
		j.settle(sc, b, i, f)
		a = b
	}
}

// excepted tells "to the Front and not to the army".
func (sc *trialScene) excepted(a namedActor) bool {
	for k := a.first - 1; k >= 0 && k >= a.first-3; k-- {
		switch sc.low(k) {
		case "not":
			return true
		case "and", "but", ",":
			return false
		}
	}
	return false
}

// settle makes a finding of an actor tied to the incident near token i.
func (j *inquest) settle(sc *trialScene, a namedActor, i int, f finding) {
	if f.stance.Speaker != ascribe.Self && sc.withinOther(a, i) {
		return
	}
	near, here := j.incidentNear(sc, i)
	if !here {
		if !f.loose && f.stance.Speaker != ascribe.Self && !incidentWordNear(sc.scene, i) {
			return // blamed for something else
		}
		f.score *= 0.8
	}
	f.incident, f.actor, f.span = near, a.chain, a.phrase.Span
	if f.carrier == nil {
		f.carrier = j.speaks(sc, i, f.span)
	}
	st := f.carrier
	if f.stance.Speaker == ascribe.Narrator {
		f.stance.Speaker = j.p.speakerRole(sc.scene, st, a.chain)
		if f.stance.Speaker == ascribe.Self && !f.stance.Negated && !owns(st, j.p) {
			return // a party that blames is not the party it blames
		}
		if w := sc.low(i); f.stance.Speaker == ascribe.Narrator && len(st.Source.Spans) == 0 && (accuseVerbs[w] || attributeVerb[w]) {
			f.stance.Speaker = sc.spokenBy(i)
		}
	}
	if f.stance.Connected && !f.stance.Negated && !f.stance.Acquitted && f.stance.Speaker != ascribe.Self && (sc.leftOpen(i) || sc.leftOpen(a.first)) {
		f.stance.Connected = false
		f.because += ", which is left open"
	}
	if f.stance.Speaker == ascribe.Self && f.stance.Connected && !f.stance.Negated && looksOn(a.chain) {
		return // what came to a newsroom or a court is not of its own doing
	}
	if st.Modality.Hedged || sc.doubtedAt(i) || f.stance.Speaker == ascribe.Unnamed && st.Source.Mention == nil && len(st.Source.Spans) == 0 {
		f.stance.Hedged = f.stance.Hedged || f.stance.Speaker != ascribe.Self
	}
	j.find(f)
}

// looksOn reports whether an actor is a newsroom or a court by its last word: those hear
// of deeds and claim none.
func looksOn(c *nlp.Chain) bool {
	return c.Mention.Actor == nil && bystanderNamed(c.Mention.Text)
}

// bystanderNamed reports whether a wording ends with the head of a newsroom or court.
func bystanderNamed(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	return len(words) > 0 && bystanders[words[len(words)-1]]
}

// bystanders are heads of newsrooms and courts.
var bystanders = setOf("newspaper newspapers daily radio television network networks magazine reporters journalists press court courts tribunal tribunals")

// owns reports whether the cue of a statement is one that a party uses of its
// own deeds: any but a word of blame.
func owns(st *ascribe.Statement, p *page) bool {
	t, _ := p.tenorOf(st)
	return t != tenorAccuse && t != tenorJudge && t != tenorDeny
}

// speakerRole is the role of a statement's source towards an actor: self when
// they are one.
func (p *page) speakerRole(sc *scene, st *ascribe.Statement, actor *nlp.Chain) ascribe.Role {
	if st.Source.Mention != nil && *st.Source.Mention == actor.Mention.ID {
		return ascribe.Self
	}
	for _, span := range st.Source.Spans {
		for _, own := range actor.Mention.Spans {
			if span.Holds(own) && p.spokesman(span) {
				return ascribe.Self
			}
		}
	}
	if st.Source.Role == ascribe.Self || st.Source.Role == ascribe.Authority && hasWord(st.Source.Text, lookingOn) {
		return ascribe.Other
	}
	return st.Source.Role
}

// lookingOn are people of states who accuse nobody for their state.
var lookingOn = setOf("diplomat diplomats")

// spokesman reports whether a source is somebody's voice: its spokesman, its
// communiqué, its leader.
func (p *page) spokesman(span ascribe.Span) bool {
	s := p.sentenceAt(span.Start)
	if s == nil {
		return false
	}
	for i := range s.Tokens {
		if span.Holds(s.Tokens[i].Span) && ownVoiceWords[lower(&s.Tokens[i])] {
			return true
		}
	}
	return false
}

var ownVoiceWords = setOf("spokesman spokeswoman spokesperson spokesmen leader leaders commander communique communiqué statement representative member members envoy office agency media radio station channel caller")
