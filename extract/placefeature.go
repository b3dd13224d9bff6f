package extract

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
)

// A locator weighs the places of a document for its incidents.
type locator struct {
	p          *page
	candidates []*placeCandidate
	votes      map[string]float64 // how often the text names each country
	dateline   *ascribe.Place
	most       int          // namings of the town that is named most
	first      int          // the first sentence that is no title and no dateline
	told       map[int]int  // by sentence, how many incidents it tells of
	coarse     map[int]bool // candidates that hold a finer one
	text       placesOfText
	settings   map[*incident]surroundings
}

func (p *page) newLocator(groups []*incident) *locator {
	l := &locator{p: p, candidates: p.placeCandidates(), votes: p.countryVotes(), dateline: p.datelinePlace(), told: map[int]int{}, coarse: map[int]bool{}, settings: map[*incident]surroundings{}}
	home := cmp.Or(p.onlyCountry(), l.home())
	for _, c := range l.candidates {
		if c.place.Country == "" && c.place.Precision < ascribe.PartOfRegion {
			c.place.Country = home
			for k := range c.at {
				c.at[k].place.Country = home
			}
		}
	}
	for _, g := range groups {
		seen := map[int]bool{}
		for _, t := range g.tellings {
			if i := t.clause.Index; !seen[i] {
				seen[i] = true
				l.told[i]++
			}
		}
	}
	for i, c := range l.candidates {
		if c.place.Precision < ascribe.WholeCountry {
			l.most = max(l.most, len(c.at))
		}
		for _, d := range l.candidates {
			l.coarse[i] = l.coarse[i] || !d.people && within(d.place, c.place)
		}
	}
	for s := range p.reports {
		if s.Block == ascribe.Body {
			l.first = s.Index
			break
		}
	}
	l.lieWithin()
	l.text = l.survey(groups)
	return l
}

// home is the country that the text is about, and where it was filed in a doubt.
func (l *locator) home() string {
	votes := maps.Clone(l.votes)
	if l.dateline != nil && l.dateline.Country != "" {
		votes[l.dateline.Country] += filedVote
	}
	return leadingCountry(votes, leadingShare)
}

// filedVote is what a dateline counts against one naming of another country.
const filedVote = 1.5

// tellingsSeen bounds how many tellings of one incident are looked at.
const tellingsSeen = 8

// features describes a candidate as the place of an incident.
func (l *locator) features(g *incident, i int) []string {
	c := l.candidates[i]
	kind := kindOfPlace(c)
	out := []string{kind}
	add := func(f string) {
		if f != "" && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	to := l.ruled(g, c)
	if to != "" {
		add(to)
		add(kind + ", " + to)
	}
	first := &incident{tellings: []*telling{g.earliest()}}
	if f := l.nearest(first, c, kind); f != "" {
		add("told first: " + f)
	}
	if to := l.ruled(first, c); to != "" {
		add("told first: " + to)
		add("told first: " + kind + ", " + to)
	}
	if f := l.nearest(g, c, kind); f != "" {
		add(f)
		if to == inRuled {
			add(f + ", " + inRuled)
		}
	}
	if l.lastBefore(g) == i {
		add(kind + ", the place named last before the incident")
	}
	for _, t := range g.tellings[:min(len(g.tellings), tellingsSeen)] {
		for k := range c.at {
			if c.at[k].s.Index == t.clause.Index {
				for _, f := range l.tied(t, &c.at[k], kind) {
					add(f)
				}
			}
		}
	}
	l.inText(g, i, add)
	l.amongPlaces(g, i, kind, add)
	l.inSetting(g, i, kind, add)
	l.ofCountry(g, c, kind, add)
	l.wordedFeatures(g, c, kind, slices.Clone(out), add)
	return out
}

// earliest is the telling that stands first in the text.
func (g *incident) earliest() *telling {
	first := g.tellings[0]
	for _, t := range g.tellings {
		if t.span().Start < first.span().Start {
			first = t
		}
	}
	return first
}

// kindOfPlace names what kind of place a candidate is.
func kindOfPlace(c *placeCandidate) string {
	switch {
	case c.people:
		return "a country told by its people or towns alone"
	case c.place.Precision == ascribe.WholeCountry:
		return "a country"
	case c.place.Precision == ascribe.FirstOrder:
		return "a division of the first order"
	case c.place.Precision == ascribe.SecondOrder:
		return "a division of the second order"
	case c.place.Precision >= ascribe.PartOfRegion:
		return "a region"
	case c.place.Gazetteer != "":
		return "a town"
	case c.at[0].phrase != nil && c.at[0].phrase.Kind == nlp.Facility:
		return "a building"
	}
	return "a place that the gazetteer lacks"
}

// How a candidate stands to the place that the clause of an incident gives.
const (
	isRuled     = "its clause puts the incident there"
	inRuled     = "it lies in what the clause gives"
	holdsRuled  = "what the clause gives lies in it"
	otherRuled  = "the clause puts the incident elsewhere"
	nothingTold = ""
)

// ruled tells how a candidate stands to the places that the clauses of the
// tellings give: the closest of what they say.
func (l *locator) ruled(g *incident, c *placeCandidate) string {
	best := nothingTold
	for _, t := range g.tellings {
		switch {
		case t.where == nil:
		case c.is(t.where):
			return isRuled
		case within(c.place, t.where):
			best = inRuled
		case best == inRuled:
		case within(t.where, c.place):
			best = holdsRuled
		case best == nothingTold:
			best = otherRuled
		}
	}
	return best
}

// nearest says how many sentences lie between the incident and the candidate.
func (l *locator) nearest(g *incident, c *placeCandidate, kind string) string {
	best, found := 0, false
	for _, t := range g.tellings[:min(len(g.tellings), tellingsSeen)] {
		for k := range c.at {
			if filedAt(c.at[k].s, c.at[k].first, c.at[k].last) {
				continue
			}
			d := c.at[k].s.Index - t.clause.Index
			if !found || max(d, -d) < max(best, -best) {
				best, found = d, true
			}
		}
	}
	switch {
	case !found:
		return ""
	case best == 0:
		return kind + " in the same sentence"
	case best == 1:
		return kind + " in the next sentence"
	case best == -1:
		return kind + " in the sentence before"
	case best > 0 && best <= 3:
		return kind + " two or three sentences after"
	case best < 0 && best >= -3:
		return kind + " two or three sentences before"
	case best > 0:
		return kind + " farther after"
	}
	return kind + " farther before"
}

// tied describes how a naming in the sentence of a telling is tied to it.
func (l *locator) tied(t *telling, n *namedAt, kind string) []string {
	f := placeFinder{p: l.p, s: n.s, from: t.first, to: t.last - 1}
	if n.phrase == nil {
		return []string{"in the name of a body or of a state that acts"}
	}
	var out []string
	prep, cost := f.governed(n.phrase)
	switch {
	case cost < 0:
		out = append(out, "no word of place ties it to the incident")
	case cost <= 2:
		out = append(out, "right beside the incident")
	case cost <= 6:
		out = append(out, "near the incident in its clause")
	case cost <= 14:
		out = append(out, "some way from the incident in its sentence")
	default:
		out = append(out, "far from the incident in its sentence")
	}
	if cost >= 0 && prep > 0 && setHolds(placePrepositions+" of", f.lower(prep)) {
		out = append(out, "after “"+f.lower(prep)+"”", kind+" after “"+f.lower(prep)+"”")
	}
	if before := f.lower(n.phrase.First - 1); before == "of" || before == "from" || before == "," {
		out = append(out, "right after “"+before+"”")
	}
	if n.phrase.First > 0 && f.ofSpeaker(n.phrase.First-1, n.phrase) {
		out = append(out, "where somebody speaks")
	}
	if n.last <= t.first {
		out = append(out, "before the words that tell of the incident")
	}
	if cost >= 0 && l.nearestOf(t, n, cost) {
		out = append(out, "the nearest place of its sentence", kind+", the nearest place of its sentence")
	}
	return append(out, hangsOn(n.s, n.phrase.Head, t))
}

// nearestOf reports whether no other place of the sentence stands nearer to what
// tells of the incident.
func (l *locator) nearestOf(t *telling, n *namedAt, cost int) bool {
	f := placeFinder{p: l.p, s: n.s, from: t.first, to: t.last - 1}
	for i := range n.s.Phrases {
		ph := &n.s.Phrases[i]
		if ph == n.phrase || ph.Kind != nlp.Location {
			continue
		}
		if _, other := f.governed(ph); other >= 0 && other < cost {
			return false
		}
	}
	return true
}

// lastBefore returns the index of the town or division that is named last before
// the first telling of an incident, in another sentence, or -1.
func (l *locator) lastBefore(g *incident) int {
	start := g.earliest().clause.Span.Start
	best, at := -1, -1
	for i, c := range l.candidates {
		if c.people || c.place.Precision >= ascribe.PartOfRegion {
			continue
		}
		for k := range c.at {
			if s := c.at[k].place.Span.Start; s < start && s > at && !c.at[k].filed() {
				best, at = i, s
			}
		}
	}
	return best
}

// hangsOn says by which relation of the tree a place hangs on what tells of the
// incident.
func hangsOn(s *nlp.Sentence, at int, t *telling) string {
	for range 5 {
		tok := &s.Tokens[at]
		if tok.Head == nlp.NoHead {
			return "it heads its sentence"
		}
		if t.first <= tok.Head && tok.Head < t.last {
			return "hangs on the incident as " + tok.Rel
		}
		at = tok.Head
		if s.Tokens[at].Class == nlp.Verb && speech(&s.Tokens[at]) {
			return "hangs on a verb of saying"
		}
	}
	return "hangs on another word"
}

// inText describes where and how often the document names a candidate.
func (l *locator) inText(g *incident, i int, add func(string)) {
	c := l.candidates[i]
	kind := kindOfPlace(c)
	if c.people {
		return
	}
	bodies := true
	for k := range c.at {
		s := c.at[k].s
		bodies = bodies && c.at[k].phrase == nil
		switch {
		case s.Block == ascribe.Title:
			add("in the title")
		case c.at[k].filed():
		case s.Index == l.first:
			add("in the first sentence")
			add(kind + " in the first sentence")
		case s.Index == l.first+1:
			add("in the second sentence")
		}
	}
	if bodies {
		add("only in the names of bodies and of states that act")
	}
	if l.dateline != nil && placeKey(l.dateline) == placeKey(c.place) {
		add("the report was filed there")
		if slices.ContainsFunc(g.tellings, func(t *telling) bool { return (&placeFinder{p: l.p, s: t.clause.Sentence}).saysHere() }) {
			add("the report was filed there, and its words say here")
		}
		if len(c.at) == 1 {
			add("the report was filed there, and names it nowhere else")
		}
	}
	switch {
	case len(c.at) == 1:
		add("named once")
	case len(c.at) == l.most:
		add("named most often")
		add(kind + ", named most often")
	default:
		add("named more than once")
	}
	if l.coarse[i] {
		add("a finer place of the text lies in it")
	}
	if c.capital {
		add("a capital")
		if slices.ContainsFunc(g.tellings, func(t *telling) bool { return speaksOfCapital(t.clause.Sentence) }) {
			add("a capital, and the sentence speaks of the capital")
		}
	}
	if l.onlyOthers(g, c) {
		add("only sentences that tell of other incidents name it")
	}
}

// speaksOfCapital reports whether a sentence names a capital without its name.
func speaksOfCapital(s *nlp.Sentence) bool {
	for i := 1; i < len(s.Tokens); i++ {
		if s.Tokens[i].Lower == "capital" && (s.Tokens[i-1].Class == nlp.Determiner || s.Tokens[i-1].Class == nlp.Adjective) {
			return true
		}
	}
	return false
}

// onlyOthers reports whether all namings stand in sentences that tell of other
// incidents and not of this one.
func (l *locator) onlyOthers(g *incident, c *placeCandidate) bool {
	own := map[int]bool{}
	for _, t := range g.tellings {
		own[t.clause.Index] = true
	}
	for k := range c.at {
		if i := c.at[k].s.Index; own[i] || l.told[i] == 0 {
			return false
		}
	}
	return true
}

// ofCountry describes how far the text is about the candidate's country, and
// whether those who took part are of it.
func (l *locator) ofCountry(g *incident, c *placeCandidate, kind string, add func(string)) {
	share := shareOf(l.votes, c.place.Country)
	switch {
	case c.place.Country == "":
		add("of no known country")
	case share >= 0.75:
		add(kind + " of the country that the text is about")
	case share >= 0.4:
		add(kind + " of a country that the text names much")
	case share >= 0.15:
		add(kind + " of a country that the text names")
	default:
		add(kind + " of a country that the text hardly names")
	}
	if c.place.Country != "" && leadingCountry(l.votes, 0) == c.place.Country {
		add("of the country that the text names most")
	}
	for _, t := range g.tellings[:min(len(g.tellings), tellingsSeen)] {
		for _, f := range slices.Concat(t.agents, t.patients) {
			switch l.country(f) {
			case "":
			case c.place.Country:
				add("those who took part are of its country")
			default:
				add("those who took part are of another country")
			}
		}
	}
	if d := l.dateline; d != nil && d.Country != "" && c.place.Country != "" {
		if strings.EqualFold(d.Country, c.place.Country) {
			add("of the country where the report was filed")
		} else {
			add("of another country than where the report was filed")
		}
	}
}
