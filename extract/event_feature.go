package extract

import (
	"strconv"
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
	"ascribe/extract/weigh"
)

// A features is a list of phrases about a candidate, each once.
type features struct {
	list []string
	has  map[string]bool
}

func (fs *features) add(words ...string) {
	f := strings.Join(words, "")
	if !fs.has[f] {
		fs.has[f] = true
		fs.list = append(fs.list, f)
	}
}

// A closest is the mention of a candidate that stands closest to an incident.
type closest struct {
	filler
	telling *telling   // the closest
	part    string     // that the rules have it play there
	apart   int        // sentences from the telling, negative before it
	words   int        // tokens from the trigger in one sentence, negative before it
	news    weigh.Odds // that the incident is news
}

// closestTo finds the closest mention of a candidate, one that the rules use before
// any other.
func (k *candidate) closestTo(g *incident) closest {
	var best closest
	rank := -1
	for _, f := range k.mentions {
		for _, t := range g.latest() {
			s := closest{filler: f, telling: t, apart: f.c.Index - t.clause.Index}
			r := 10 * min(max(s.apart, -3*s.apart), 90) // what follows a telling is closer than what goes before
			if s.apart == 0 {
				s.part = t.part(f)
				s.words = f.n.head - t.first
				r = 1 + min(max(s.words, -s.words), 8)
			}
			if s.part != "" {
				r = 0
			}
			if f.pronoun() {
				r++
			}
			if rank < 0 || r < rank {
				best, rank = s, r
			}
		}
	}
	best.news = g.news
	return best
}

// features describes a candidate beside an incident.
func (l *lineup) features(k *candidate, s *closest, o *ascribe.Occurrence) *features {
	fs := &features{has: make(map[string]bool, 2*len(k.about)), list: make([]string, 0, 2*len(k.about))}
	for _, f := range k.about {
		fs.add(f)
	}
	l.nearness(fs, s)
	partsElsewhere(fs, k, s)
	l.taken(fs, k, o)
	kind := o.Type.String()
	fs.add("in a ", kind)
	if s.part != "" {
		fs.add(s.part, " of a ", kind)
	}
	if o.Stage != ascribe.Accomplished {
		fs.add("in an incident that was ", o.Stage.String())
	}
	return fs
}

// introduce fills in what is known of a candidate whatever the incident: its words,
// what it does, and its parts in the tellings.
func (l *lineup) introduce(k *candidate) {
	fs := &features{has: map[string]bool{}}
	l.nature(fs, k)
	l.deeds(fs, k)
	k.about = fs.list
	for _, f := range k.mentions {
		for _, t := range l.tellings[f.c.Index] {
			if part := t.part(f); part != "" {
				k.parts = append(k.parts, played{t, part})
			}
		}
	}
}

// nature says what a candidate is: its heads, what goes before them, its kind.
func (l *lineup) nature(fs *features, k *candidate) {
	counted, named, described := false, false, false
	for _, f := range k.mentions {
		c, n := f.c, f.n
		head := c.lower(n.head)
		if f.pronoun() {
			continue
		}
		if n.phrase != nil && n.phrase.Named {
			named = true
			fs.add("its name ends in “", head, "”")
		} else {
			described = true
			fs.add("its head is “", head, "”")
		}
		for j := n.first; j < n.head; j++ {
			switch {
			case c.numeric(j):
				counted = true
			case c.Tokens[j].Class != nlp.Determiner && (n.phrase == nil || !n.phrase.Named):
				fs.add("it is said to be “", c.lower(j), "”")
			}
		}
		if n.phrase != nil {
			fs.add("a ", phraseKinds[n.phrase.Kind])
			if n.phrase.Role != "" {
				fs.add("its word is that of a ", n.phrase.Role)
			}
			if n.phrase.Plural {
				fs.add("several")
			}
			if ch := l.p.chain(n.phrase); ch != nil && ch.Mention.Actor != nil {
				fs.add("an actor of the register")
			}
		}
	}
	for _, x := range []struct {
		holds bool
		say   string
	}{{named, "named"}, {described && !named, "never named"}, {counted, "counted"}} {
		if x.holds {
			fs.add(x.say)
		}
	}
	fs.add("mentioned ", several(len(k.mentions)))
	if first := k.mentions[0].c; first.Block == ascribe.Title || first.Paragraph == l.opening() {
		fs.add("in the opening")
	}
}

// opening is the paragraph that the reporting begins with.
func (l *lineup) opening() int {
	for s := range l.p.reports {
		if s.Block == ascribe.Body {
			return s.Paragraph
		}
	}
	return 0
}

var phraseKinds = map[nlp.PhraseKind]string{
	nlp.OtherPhrase: "thing", nlp.Person: "person", nlp.Group: "group", nlp.Force: "force", nlp.State: "state",
	nlp.Organization: "organization", nlp.Location: "place", nlp.Facility: "facility", nlp.Weapon: "weapon", nlp.Time: "time", nlp.Quantity: "quantity",
}

// several puts a number into words that generalise.
func several(n int) string {
	switch {
	case n <= 2:
		return strconv.Itoa(n) + " times"
	case n <= 5:
		return "3 to 5 times"
	}
	return "more than 5 times"
}

// nearness says how the closest mention stands to the telling.
func (l *lineup) nearness(fs *features, s *closest) {
	c, t := s.c, s.telling
	if s.apart != 0 {
		fs.add(sentencesApart(s.apart))
		return
	}
	word := c.lower(t.first)
	if s.part != "" {
		fs.add(s.part, " of “", word, "”")
		fs.add("the rules have it as ", s.part)
		fs.add("the rules have it as ", s.part, " of ", frameNames[t.frame])
	} else {
		fs.add("in the sentence of the telling, without a part")
	}
	fs.add(wordsApart(s.words))
	if p := c.prepositionBefore(s.n); p != "" {
		fs.add("after “", p, "”")
		if t.frame.noun() {
			fs.add("after “", p, "” beside the noun")
		}
	}
	if path := c.path(s.n.head, t.first); path != "" {
		fs.add("the tree leads from it to the telling by ", path)
		if s.words > -8 && s.words < 12 {
			fs.add(path, " of “", word, "”")
		}
	}
	if t.past {
		fs.add("told as background")
	}
}

func sentencesApart(n int) string {
	switch {
	case n == 1:
		return "in the sentence after"
	case n == -1:
		return "in the sentence before"
	case n > 5:
		return "more than five sentences after"
	case n > 0:
		return "a few sentences after"
	case n < -5:
		return "more than five sentences before"
	}
	return "a few sentences before"
}

func wordsApart(n int) string {
	side := " words after"
	if n < 0 {
		n, side = -n, " words before"
	}
	switch {
	case n <= 2:
		return "one or two" + side
	case n <= 5:
		return "three to five" + side
	case n <= 10:
		return "six to ten" + side
	case n <= 20:
		return "eleven to twenty" + side
	}
	return "more than twenty" + side
}

var frameNames = map[frame]string{
	harming: "a verb of harm", setting: "a verb of planting", bursting: "a verb of exploding", meeting: "a verb of clashing",
	damaging: "a verb of damage", dying: "a verb of dying", menacing: "a threat", deed: "a noun of harm", assailing: "a noun of attack",
	blast: "a noun of explosion", pointing: "a word that points back",
}

// deeds says what the report has a candidate do or suffer, wherever it stands.
func (l *lineup) deeds(fs *features, k *candidate) {
	for _, f := range k.mentions[:min(len(k.mentions), 8)] {
		tok := &f.c.Tokens[f.n.head]
		if tok.Head < 0 || tok.Rel == "" {
			continue
		}
		head := &f.c.Tokens[tok.Head]
		if head.UPOS == "VERB" || head.UPOS == "NOUN" {
			word := head.Lemma
			if head.UPOS == "NOUN" || word == "" {
				word = head.Lower
			}
			fs.add(relation(f.c, f.n.head), " of “", word, "” somewhere")
		}
	}
}

// partsElsewhere says what parts the rules have a candidate play in the other tellings
// of the report.
func partsElsewhere(fs *features, k *candidate, s *closest) {
	for _, p := range k.parts {
		if p.in != s.telling {
			fs.add(p.part, " in another telling")
			fs.add(p.part, " of “", p.in.clause.lower(p.in.first), "” in another telling")
		}
	}
}

// taken says what the rules have of a candidate in an incident, and for what it is
// blamed.
func (l *lineup) taken(fs *features, k *candidate, o *ascribe.Occurrence) {
	for _, name := range roleNames {
		if k.entityOf(l.p, *rolesList(&o.Roles, name)) >= 0 {
			fs.add("the rules have it as ", strings.ReplaceAll(name, "_", " "))
		}
	}
	if ch := l.p.chain(k.mentions[0].n.phrase); ch != nil {
		for _, i := range l.blames[ch.Mention.ID] {
			a := &l.p.reading.Attributions[i]
			where := " of another incident"
			if a.Incident == o.Incident {
				where = ""
			}
			fs.add("blame", where, ": ", a.Stance.Position().String())
		}
	}
	switch n := len(l.p.incidents); {
	case n == 1:
		fs.add("the only incident of the report")
	case n > 4:
		fs.add("one of many incidents of the report")
	}
}

// vacancy says whether the rules have found another for a role.
func vacancy(list []ascribe.Entity, byRule bool) string {
	switch {
	case len(list) == 0:
		return "the rules have nobody there"
	case !byRule:
		return "the rules have another there"
	}
	return "the rules have it there"
}
