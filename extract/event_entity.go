package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// assailants are the heads of phrases for people who attack: individuals, even
// where the analysis sees a group in them.
var assailants = wordSet("gunmen gunman guerrilla guerrillas guerilla guerillas terrorist terrorists rebel rebels insurgent insurgents " +
	"militant militants extremist extremists subversive subversives attacker attackers assailant assailants kidnapper kidnappers " +
	"assassin assassins murderer murderers killer killers bomber bombers bandit bandits mercenaries mercenary sniper snipers " +
	"commandos fighters combatants traffickers narcoterrorists paramilitaries criminals perpetrators soldiers soldier troops " +
	"policemen policeman hitmen raiders delinquents outlaws jihadists militiamen")

// collectives are heads that name a body of people and no individuals.
var collectives = wordSet("army police military government regime front movement party cartel mafia organization group guard force forces " +
	"battalion brigade navy militia squad squads faction ministry command air-force")

// titles may stand before a name; the name alone is the wording of a person.
var titles = wordSet("mr mrs ms miss dr prof sir president vice-president minister mayor governor senator deputy congressman " +
	"congresswoman general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal admiral brigadier " +
	"commander chief judge magistrate attorney lawyer priest father fr bishop archbishop monsignor msgr reverend rev cardinal " +
	"ambassador consul secretary director manager leader candidate journalist reporter correspondent engineer doctor professor " +
	"businessman rancher farmer peasant student worker teacher agent officer policeman soldier police prosecutor councilman " +
	"former ex retired presidential national liberal conservative politician economist spokesman guerrilla comrade don dona " +
	"union unionist activist rector dean nun sister brother citizen u.s. american and the his her their our a an wife son daughter " +
	"prime foreign interior defense justice division brig 1st 2d 2nd first second lawmaker legislator representative rep sen gov " +
	"jesuit reporters cameraman photographer driver bodyguard bodyguards")

// wording returns the words of a filler: the nominal without its determiner,
// with the phrase that "of" ties to an empty head ("a group of armed men").
func (f filler) wording() ascribe.Span {
	c, n := f.c, f.n
	first, last := n.first, n.last
	for first < last-1 && (c.is(first, "the a an this that these those his her their its our \" “ ' ( [ another other") || c.Tokens[first].Class == nlp.Determiner) {
		first++
	}
	for last > first+1 && c.is(last-1, "\" ” ' ’ ) ] , 's") {
		last--
	}
	if c.is(n.head, holders) && c.is(n.last, "of") {
		if next := c.nominalAt(n.last + 1); next != nil {
			last = next.last
		} else if next := c.nominalAt(n.last + 2); next != nil && c.is(n.last+1, "the a an") {
			last = next.last
		}
	}
	return c.SpanOf(first, last)
}

// holders are heads that say little without what follows "of".
const holders = "group groups number dozens hundreds scores members member column columns band gang squad team commando unit units " +
	"offices office headquarters residence residences house houses home homes branch branches facilities building kg kilos pounds tons sticks charges charge " +
	"properties vehicle vehicles car bus"

// name returns the span of a person's bare name, and whether one is left after
// the titles.
func (f filler) name() (ascribe.Span, bool) {
	c, n := f.c, f.n
	if n.phrase == nil || !n.phrase.Named {
		return ascribe.Span{}, false
	}
	first, last := n.first, n.last
	for last > first+1 && c.is(last-1, "\" ” ' ’ ) ] , 's") {
		last--
	}
	for i := last - 1; i >= first; i-- {
		if w := strings.TrimSuffix(c.lower(i), "."); titles[w] || c.is(i, ", ( ) of for from") {
			first = i + 1
			break
		}
	}
	if first >= last {
		return ascribe.Span{}, false
	}
	return c.SpanOf(first, last), true
}

// entity builds the entity of a filler, with every wording of its chain.
func (p *page) entity(f filler, score ascribe.Score) ascribe.Entity {
	span := f.wording()
	e := ascribe.Entity{Text: flat(p.text(span)), Spans: []ascribe.Span{span}, Score: score}
	if f.n.phrase == nil {
		return e
	}
	e.Named = f.n.phrase.Named
	ch := p.chain(f.n.phrase)
	if ch != nil {
		id := ch.Mention.ID
		e.Mention = &id
		e.Spans = ch.Mention.Spans
	}
	switch f.n.kind() {
	case nlp.Person:
		p.nameEntity(&e, f, ch)
	case nlp.Group, nlp.Force, nlp.Organization, nlp.State:
		if ch != nil && ch.Mention.Text != "" {
			e.Named = e.Named || ch.Mention.Actor != nil
			e.Text = flat(ch.Mention.Text)
		}
	}
	return e
}

// nameEntity words a person by the fullest name of the chain.
func (p *page) nameEntity(e *ascribe.Entity, f filler, ch *nlp.Chain) {
	if span, ok := f.name(); ok {
		e.Text, e.Named = flat(p.text(span)), true
	}
	if ch == nil {
		return
	}
	best := ""
	for _, s := range ch.Mention.Spans {
		if g, ok := p.fillerAt(s); ok {
			if span, ok := g.name(); ok && len(p.text(span)) > len(best) {
				best = p.text(span)
			}
		}
	}
	if best != "" {
		e.Text, e.Named = flat(best), true
	}
}

// fillerAt returns the phrase at a span as a filler.
func (p *page) fillerAt(span ascribe.Span) (filler, bool) {
	s := p.sentenceAt(span.Start)
	if s == nil {
		return filler{}, false
	}
	for i := range s.Phrases {
		if ph := &s.Phrases[i]; ph.Span == span {
			return filler{c: &clause{Sentence: s}, n: &nominal{ph.First, ph.Last, ph.Head, ph}}, true
		}
	}
	return filler{}, false
}

// flat returns words on one line, with single spaces.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// organizations returns the groups and forces that a filler names: itself, or
// those inside and after it ("guerrillas of the Maran Front").
func (f filler) organizations() []filler {
	c, n := f.c, f.n
	if f.organization() {
		return []filler{f}
	}
	var list []filler
	end := n.last
	if c.is(end, "of from belonging") || c.is(end, "(") {
		end += 3
	}
	for i := range c.Phrases {
		ph := &c.Phrases[i]
		if ph.First < n.first || ph.First > end || ph == n.phrase {
			continue
		}
		g := filler{c: c, n: &nominal{ph.First, ph.Last, ph.Head, ph}}
		if g.organization() {
			list = append(list, g)
		}
	}
	return list
}

// organization reports whether a filler names a body that acts, not individuals.
func (f filler) organization() bool {
	switch f.n.kind() {
	case nlp.Group, nlp.Force, nlp.Organization, nlp.State:
		head := f.c.lower(f.n.head)
		return f.n.phrase.Named && !assailants[head] || collectives[head]
	}
	return false
}

// sameWords reports whether one wording ends in the other: "men" and "armed men".
func sameWords(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	if len(a) < len(b) {
		a, b = b, a
	}
	return a == b || strings.HasSuffix(a, " "+b)
}
