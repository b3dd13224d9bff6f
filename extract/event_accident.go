package extract

import (
	"strings"

	"ascribe/extract/nlp"
)

// What kills and explodes without anybody's doing is no incident of political
// violence (UCDP and GTD ask for a human actor's use of force). A telling is a
// mishap when its own sentence gives such a cause and nothing that is used on
// purpose: a weapon, an armed actor.
var (
	// causes are heads of what harms by itself: nature, illness, animals, markets.
	causes = wordSet("earthquake quake aftershock flood floods flooding floodwaters storm storms hurricane cyclone typhoon tornado lightning landslide landslides mudslide " +
		"mudslides avalanche avalanches drought heatwave rain rains tsunami eruption volcano tremor blizzard " +
		"cholera malaria cancer aids ebola virus disease diseases illness pneumonia measles dengue covid influenza flu epidemic outbreak fever hunger famine thirst stroke " +
		"bees bee wasps shark sharks elephant elephants lion lions crocodile crocodiles snake snakes tiger tigers bear bears wolves hippo dog dogs bull bulls " +
		"inflation recession competition taxes prices price shares market markets poverty unemployment")
	// mishaps are what happens to vehicles, buildings and people by accident.
	mishaps = wordSet("collapsed collapses collapse overturned overturns plunged plunges capsized capsizes collided collides collision derailed derailment sank drowned " +
		"crashed crashes crash accident accidents accidental accidentally mishap avalanche stampede landslide electrocuted skidded swerved")
	// innocent are things that burst by themselves.
	innocent = wordSet("boiler boilers cylinder cylinders silo transformer stove furnace battery tyre tire pipe population prices price shares sales demand costs volcano star")
	// innocentPhrases name places and causes of explosions that nobody sets off.
	innocentPhrases = []string{"fireworks factory", "firework factory", "fireworks warehouse", "gas leak", "cooking gas", "gas cylinder", "gas main", "gas explosion", "gas blast", "boiler",
		"short circuit", "grain silo", "because of dust", "coal mine", "coal dust", "electrical fault", "faulty wiring", "chemical plant",
		"to make way for", "paint factory", "methane", "firedamp", "quarry workers"}
	// causePhrases tell of an explosion's cause that is nobody's deed.
	causePhrases = []string{"gas leak", "leaked gas", "leaking gas", "gas leakage", "leaking cylinder", "boiler", "short circuit", "faulty wiring", "electrical fault", "accidental", "by accident"}
	// showPhrases are words of what is acted out, told or practised.
	showPhrases = []string{"training video", "in a drill", "drill that", "mock attack", "simulated attack", "simulated bomb", "actors playing", "the opera", "opening scene", "video game",
		"the film tells", "film tells the story", "novel tells", "the musical", "feature film"}
	// clearedPhrases say that somebody clears something away.
	clearedPhrases = []string{"controlled explosion", "controlled explosions", "controlled detonation", "controlled demolition"}
	// falling are things whose collapse harms people.
	falling = wordSet("building tunnel bridge roof wall dam crane shaft balcony scaffolding stand terrace floor house mine tower stage embankment shed school hotel")
	// purposeful are words of force that is used on purpose.
	purposeful = wordSet("bomb bombs bomber bombers bombing grenade grenades explosives dynamite rocket rockets mortar mortars missile missiles gunman gunmen gunfire shot shots shooting " +
		"attack attacked attackers attacker attacks ambush ambushed rebel rebels guerrilla guerrillas militant militants terrorist terrorists terrorism insurgents sabotage sabotaged " +
		"assassination assassinated kidnapped militia militiamen jihadists extremists airstrike airstrikes shelling shelled suicide bullet bullets stabbed murder murdered clash clashes " +
		"detonated planted claimed responsibility")
	// foul are those of them that a whole report is about.
	foul = wordSet("bomb bombs bombing sabotage sabotaged terrorist terrorists terrorism hijackers hijacked explosives dynamite")
)

// mishap reports whether a telling is of an accident, of nature, or of a show.
func (p *page) mishap(t *telling) bool {
	c := t.clause
	switch t.frame {
	case menacing, meeting, setting, pointing:
		return false
	}
	words := strings.ToLower(p.text(c.Span))
	if t.frame != assailing && speaksOf(words, showPhrases) || c.practised() || speaksOf(words, clearedPhrases) {
		return true
	}
	if c.harmsByItself(t) || causes[c.lower(t.first)] && c.verbal(t.last) {
		return true
	}
	if c.purposeful(t) || p.foulPlay() {
		return false
	}
	for j := range c.Tokens {
		if mishaps[c.lower(j)] && j != t.first && (!strings.HasPrefix(c.lower(j), "collaps") || c.falls(j)) && !c.is(j-1, "no not") && !c.is(j-2, "no not out") && (t.effect != "" || t.frame == dying) {
			return true
		}
	}
	if t.frame != bursting && t.frame != blast && t.frame != strike && t.effect == "" {
		return false
	}
	return speaksOf(words, innocentPhrases) || (t.frame == bursting || t.frame == blast || c.exploded()) && p.harmlessCause()
}

// practised reports whether the sentence tells of a drill.
func (c *clause) practised() bool {
	for j := range c.Tokens {
		if w := c.lower(j); strings.HasPrefix(w, "simulat") || strings.HasPrefix(w, "rehears") || strings.HasPrefix(w, "re-enact") {
			return true
		}
	}
	return false
}

// falls reports whether it is a building or a part of one that collapses at
// token j, and no cease-fire.
func (c *clause) falls(j int) bool {
	for k := max(0, j-4); k < min(len(c.Tokens), j+5); k++ {
		if falling[c.lower(k)] {
			return true
		}
	}
	return false
}

// exploded reports whether the sentence has an explosion.
func (c *clause) exploded() bool {
	for j := range c.Tokens {
		if c.is(j, "explosion explosions blast blasts exploded explodes") {
			return true
		}
	}
	return false
}

// harmlessCause reports whether a short report says in some sentence what burst by
// itself, and in none that anybody used force.
func (p *page) harmlessCause() bool {
	told := false
	for s := range p.reports {
		if s.Index > 30 {
			return false
		}
		for i := range s.Tokens {
			if purposeful[s.Tokens[i].Lower] {
				return false
			}
		}
		told = told || speaksOf(strings.ToLower(p.text(s.Span)), causePhrases)
	}
	return told
}

// harmsByItself reports whether the telling's cause, as the grammar has it, is
// one that harms without anybody's doing.
func (c *clause) harmsByItself(t *telling) bool {
	if t.frame.noun() {
		return false
	}
	agents := c.subject(t.first)
	if c.passive(t.first, t.last) {
		agents = c.byPhrase(t.last)
	}
	for _, n := range agents {
		head := c.lower(n.head)
		if causes[head] && (n.phrase == nil || !n.phrase.Named) || head == "attack" && c.is(n.head-1, "heart asthma panic") {
			return true
		}
		if t.frame == bursting && innocent[head] {
			return true
		}
	}
	return false
}

// purposeful reports whether the sentence of a telling has a weapon, an armed
// actor or another word of force in it.
func (c *clause) purposeful(t *telling) bool {
	if len(t.weapons) > 0 {
		return true
	}
	for j := range c.Tokens {
		if (j < t.first || j >= t.last) && purposeful[c.lower(j)] {
			return true
		}
	}
	for i := range c.Phrases {
		ph := &c.Phrases[i]
		if ph.Kind == nlp.Group {
			return true
		}
	}
	return purposeful[c.lower(t.first)] && t.frame != blast && t.frame != bursting && t.frame != strike
}

// foulPlay reports whether the document speaks of what makes a crash or an
// explosion somebody's doing, in whichever sentence.
func (p *page) foulPlay() bool {
	if p.foul == nil {
		found := false
		for s := range p.reports {
			for i := range s.Tokens {
				found = found || foul[s.Tokens[i].Lower]
			}
		}
		p.foul = &found
	}
	return *p.foul
}

func speaksOf(text string, phrases []string) bool {
	for _, ph := range phrases {
		if holdsWords(text, ph) {
			return true
		}
	}
	return false
}
