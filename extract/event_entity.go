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

// wording returns the words of a filler: the nominal without its determiner,
// with the phrase that "of" ties to an empty head ("a group of armed men").
func (f filler) wording() ascribe.Span {
	c, n := f.c, f.n
	first, last := n.first, n.last
	for first < last-1 && (c.is(first, "the a an this that these those his her their its our \" “ ' ( [ another other least most") || c.Tokens[first].Class == nlp.Determiner) {
		first++
	}
	if first == n.first && c.is(first-1, "heavily lightly unidentified alleged presumed well-armed") {
		first--
	}
	for last > first+1 && c.is(last-1, "\" ” ' ’ ) ] , 's hostage hostages") {
		last--
	}
	if c.is(n.head, holders) && c.is(n.last, "of") {
		if next := c.nominalAt(n.last + 1); next != nil {
			last = next.last
		} else if next := c.nominalAt(n.last + 2); next != nil && (c.is(n.last+1, "the a an") || c.adverbial(n.last+1)) {
			last = next.last
		}
	}
	return c.SpanOf(first, last)
}

// holders are heads that say little without what follows "of".
const holders = "group groups number dozens hundreds scores members member column columns band gang squad team commando unit units " +
	"offices office headquarters residence residences house houses home homes branch branches facilities building kg kilos pounds tons sticks charges charge " +
	"properties vehicle vehicles car bus stretch stretches section sections segment segments"

// entity builds the entity of a filler, with every wording of its chain. It
// reports false for a pronoun that nothing explains.
func (p *page) entity(f filler, score ascribe.Score) (ascribe.Entity, bool) {
	span := f.wording()
	e := ascribe.Entity{Text: flat(p.text(span)), Spans: []ascribe.Span{span}, Score: score}
	ph := f.n.phrase
	if ph == nil {
		return e, true
	}
	e.Named = ph.Named
	if ph.Named && ph.Kind == nlp.Person && ph.Core < ph.Last {
		e.Text = flat(p.text(f.c.SpanOf(ph.Core, ph.Head+1)))
	}
	ch := p.chain(ph)
	if ch == nil {
		return e, !f.pronoun()
	}
	id := ch.Mention.ID
	e.Mention, e.Spans = &id, ch.Mention.Spans
	known := p.namedChain(ch)
	e.Named = e.Named || known
	if f.pronoun() || known && ch.Kind != nlp.Facility {
		e.Text = bare(ch.Mention.Text)
	}
	return e, !pronouns[strings.ToLower(e.Text)]
}

// pronouns are the wordings that name nobody by themselves.
var pronouns = wordSet("he she it they we i you him her them us me who whom which that this these those one ones others himself herself themselves itself his their its")

// pronoun reports whether a filler is a bare pronoun.
func (f filler) pronoun() bool {
	return f.n.last-f.n.first == 1 && pronouns[f.c.lower(f.n.first)]
}

// namedChain reports whether one of a chain's wordings is a proper name.
func (p *page) namedChain(ch *nlp.Chain) bool {
	if ch.Mention.Actor != nil {
		return true
	}
	for _, span := range ch.Mention.Spans[:min(len(ch.Mention.Spans), 100)] {
		s := p.sentenceAt(span.Start)
		if s == nil {
			continue
		}
		for i := range s.Phrases {
			if ph := &s.Phrases[i]; ph.Span == span && ph.Named {
				return true
			}
		}
	}
	return false
}

// bare returns a wording without its leading determiner.
func bare(text string) string {
	text = flat(text)
	if first, rest, ok := strings.Cut(text, " "); ok && leading[strings.ToLower(first)] {
		return rest
	}
	return text
}

var leading = wordSet("the a an this that these those his her their its our my your")

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
		if f.n.phrase.Named {
			return !assailants[head]
		}
		return collectives[head] && !f.c.is(f.n.last, "of")
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
