package extract

import (
	"strconv"
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// The questions that models of blame are asked.
const (
	blamedTask   = "blamed"   // is this actor blamed for this incident at all
	positionTask = "position" // which of the positions found is the report's
)

// A hearing gathers the features of a charge: short phrases that a reviewer can
// argue with.
type hearing struct {
	j        *inquest
	c        *charge
	o        *ascribe.Occurrence
	features []string
}

func (h *hearing) say(parts ...string) { h.features = append(h.features, strings.Join(parts, "")) }

// blameFeatures says what speaks for and against blaming an actor.
func (j *inquest) blameFeatures(c *charge) []string {
	h := &hearing{j: j, c: c, o: &j.p.reading.Incidents[c.incident]}
	kind := sortOf(c.actor)
	h.say(kind)
	if j.named[c.chain] {
		h.say(kind, " with a name")
	}
	h.rivals(kind)
	h.found(kind)
	h.doers(kind)
	h.incident(kind)
	h.seen(kind)
	h.vocabulary("")
	h.candidacy()
	return h.features
}

// candidacy tells how the actor stands as a candidate for who did it, in the same
// words that the models of roles are asked with.
func (h *hearing) candidacy() {
	l := h.j.candidates()
	k := l.by["chain "+strconv.Itoa(h.c.chain)]
	if k == nil {
		return
	}
	s := k.closestTo(h.j.p.incidents[h.c.incident])
	if s.telling == nil {
		return
	}
	for _, f := range l.features(k, &s, h.o).list {
		h.say("as a candidate: ", f)
	}
}

// sortOf says in words what sort of actor a chain is.
func sortOf(c *nlp.Chain) string {
	switch c.Kind {
	case nlp.Group:
		return "an armed group"
	case nlp.Force:
		return "state forces"
	case nlp.State:
		return "a government"
	}
	if armedKind(c) {
		return "an armed group"
	}
	return "another body"
}

// rivals tells how many of the sort the article names.
func (h *hearing) rivals(kind string) {
	n := 0
	for i := range h.j.p.Chains {
		if c := &h.j.p.Chains[i]; sortOf(c) == kind && (h.j.named[i] || c.Mention.Actor != nil) && c.Mention.ID.Kind == ascribe.ActorMention {
			n++
		}
	}
	switch {
	case n <= 1:
		h.say(kind, ", the only one named")
	case n == 2:
		h.say(kind, ", one of two named")
	default:
		h.say(kind, ", one of several named")
	}
}

// toldWay is the way of a finding that rests on how the incident is told.
const toldWay = "the actor does what"

// way is what a finding rests on, without its words.
func (f *finding) way() string {
	if _, w, ok := strings.Cut(f.because, "”: "); ok {
		return w
	}
	w, _, _ := strings.Cut(f.because, " “")
	return w
}

// word is the word that a finding rests on, in small letters.
func (f *finding) word() string {
	_, w, _ := strings.Cut(f.because, "“")
	w, _, ok := strings.Cut(w, "”")
	if !ok || f.way() == toldWay {
		return ""
	}
	return strings.ToLower(w)
}

// found tells what ties the actor to the incident.
func (h *hearing) found(kind string) {
	strong := 0
	for i := range h.c.findings {
		f := &h.c.findings[i]
		if f.weak {
			if f.stance.Hedged {
				h.say(f.way(), ", with doubt")
			}
			continue
		}
		strong++
		way := f.way()
		h.say(way)
		if w := f.word(); w != "" {
			h.say(way, ", by “", w, "”")
		}
		h.say(way, ", ", kind)
		h.say(way, ", so that it stands as ", f.stance.Position().String())
		if f.carrier.Anchor.Sentence <= 1 {
			h.say("tied to it in the lead")
		}
		if f.loose {
			h.say("tied to it where the sentence tells of no incident")
		}
	}
	switch {
	case strong == 0:
		h.say("no words tie it to the incident")
	case strong > 2:
		h.say("tied to the incident three times or more")
	case strong > 1:
		h.say("tied to the incident twice")
	}
}

// doerSorts are the sorts of people who are told to have done it, by a word.
var doerSorts = []struct {
	words map[string]bool
	sort  string
}{
	{setOf("guerrilla guerrillas guerilla guerillas rebel rebels insurgents insurgent subversives subversive militants militant commandos commando combatants fighters column"), "guerrillas"},
	{setOf("terrorist terrorists extremists extremist"), "terrorists"},
	{setOf("soldier soldiers troops officers officer lieutenant lieutenants policemen policeman police military uniforms patrol sergeant colonel"), "soldiers or policemen"},
	{setOf("traffickers trafficker drug narcotics hitmen hired assassins narco"), "traffickers or hired killers"},
	{setOf("men man individuals individual gunmen gunman persons people youths unidentified unknown"), "men unknown"},
}

// doers tells who the article says did it, and whether they are the actor's.
func (h *hearing) doers(kind string) {
	for _, d := range doerSorts {
		for _, e := range h.o.Roles.PerpetratorIndividuals {
			if hasWord(e.Text, d.words) {
				h.say(kind, ", and ", d.sort, " did it")
				break
			}
		}
	}
	if len(h.o.Roles.PerpetratorIndividuals) == 0 {
		h.say(kind, ", and no individuals are told to have done it")
	}
	for _, e := range h.o.Roles.PerpetratorIndividuals {
		if h.holdsOwn(e.Spans) {
			h.say("those who did it are its people")
			break
		}
	}
	for _, e := range h.o.Roles.PerpetratorOrganizations {
		if e.Mention == nil || *e.Mention != h.c.actor.Mention.ID {
			h.say("another actor is told to have done it")
			break
		}
	}
	for _, list := range [][]ascribe.Entity{h.o.Roles.HumanTargets, h.o.Roles.PhysicalTargets} {
		for _, e := range list {
			if e.Mention != nil && *e.Mention == h.c.actor.Mention.ID || h.holdsOwn(e.Spans) {
				h.say(targetFeature)
				return
			}
		}
	}
}

func hasWord(text string, words map[string]bool) bool {
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		if words[w] {
			return true
		}
	}
	return false
}

// holdsOwn reports whether one of the spans holds a wording of the actor.
func (h *hearing) holdsOwn(spans []ascribe.Span) bool {
	for _, own := range h.c.actor.Mention.Spans {
		if holdsAny(spans, own) {
			return true
		}
	}
	return false
}

// incident tells what the incident is. Who was hit and how closely it is told is
// not asked: that an army post was hit makes nobody less answerable.
func (h *hearing) incident(kind string) {
	h.say(kind, ", and it is about ", h.o.Type.String())
	if h.o.Stage != ascribe.Accomplished {
		h.say("the incident was ", h.o.Stage.String())
	}
}
