package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// taskNews is the model that tells an incident of the report's news from
// background, generalities and what is only talked of.
const taskNews = "news_incident"

// A NewsCase is what a question asks of an incident: whether the report tells of
// it as its news.
type NewsCase struct {
	Incident ascribe.MentionID
	Combat   bool // those who fight are on both sides, as far as sides are named
}

// judgeNews marks as not recent what the report tells of in passing: in general
// terms, as history, as a reason for something else. Nothing is taken out of the
// reading, and the reason is written down.
func (p *page) judgeNews() {
	for i, g := range p.incidents {
		o := &p.reading.Incidents[i]
		q := &Question{Task: taskNews, Features: p.newsFeatures(g, o), Span: g.tellings[0].span(), Text: flat(p.text(g.tellings[0].span())), Taken: o.Recent}
		if p.see != nil {
			q.About = NewsCase{Incident: o.Incident, Combat: g.combat()}
		}
		m, odds := p.ask(q)
		g.news = usualNews
		if m == nil || !o.Recent {
			continue
		}
		o.Score = ascribe.Score(odds.Score())
		if g.news = odds; len(p.Sentences) <= brief {
			g.news = max(odds, usualNews)
		}
		least := m.Least
		if p.leads(g) || p.fresh(o) {
			least -= benefit
		}
		if odds < least {
			o.Recent = false
			o.Grounds.Recent = "told in passing, not as this report's news: " + m.Reasons(q.Features, 4)
		}
	}
}

// usualNews are the odds that an incident is news where nothing is known of it: two
// to one. What fills a role of a surer one needs less, of a doubtful one more.
const usualNews = 700

// brief is how many sentences a text has that says too little for its incident to be
// doubted on its own words: a headline, a flash.
const brief = 4

// benefit is the doubt, as odds, that speaks for what heads the report and for what
// is dated shortly before it (MUC-4 1.0, 6a): a model that learned from the reports
// of one region must be very sure to call it background.
const benefit = 2000

// leads reports whether an incident is the first that the title or the opening
// paragraph tells of as no history.
func (p *page) leads(g *incident) bool {
	l := &lineup{p: p}
	opening := l.opening()
	for _, o := range p.incidents {
		for _, t := range o.tellings {
			if !t.past && (t.clause.Block == ascribe.Title || t.clause.Paragraph == opening) {
				return o == g
			}
		}
	}
	return false
}

// fresh reports whether an incident with a target is dated to the ten weeks before
// the report was published.
func (p *page) fresh(o *ascribe.Occurrence) bool {
	now := p.published()
	if now.IsZero() || !o.When.Resolved() || now.Sub(o.When.To) > newsAge {
		return false
	}
	return len(o.Roles.HumanTargets)+len(o.Roles.PhysicalTargets) > 0
}

// combat reports whether all who are named in an incident fight: soldiers,
// police, guerrillas.
func (g *incident) combat() bool {
	armedPatients := false
	for _, t := range g.tellings {
		for _, f := range t.patients {
			if !fights(f) {
				return false
			}
			armedPatients = true
		}
	}
	return armedPatients || g.kind == ascribe.Clash
}

// fights reports whether a filler is an armed body or its members, or what
// belongs to them.
func fights(f filler) bool {
	if armed(f.c, f.n) {
		return true
	}
	if f.n.phrase != nil && (f.n.phrase.Role == "fighter" || f.n.phrase.Role == "soldier" || f.n.phrase.Role == "police") {
		return true
	}
	for j := f.n.first; j < f.n.last; j++ {
		if f.c.is(j, "army military police guerrilla guerrillas rebel rebels battalion brigade garrison troops soldiers soldier patrol infantry navy marine barracks") {
			return true
		}
	}
	return false
}

// newsFeatures describes how a report tells of an incident. Who fights whom is
// left out on purpose: a clash of forces is news like any other.
func (p *page) newsFeatures(g *incident, o *ascribe.Occurrence) []string {
	fs := &features{has: map[string]bool{}}
	first := g.tellings[0]
	for _, t := range g.tellings {
		if t.span().Start < first.span().Start {
			first = t
		}
		p.tellingFeatures(fs, t)
	}
	ff := &features{has: map[string]bool{}}
	p.tellingFeatures(ff, first)
	for _, f := range ff.list {
		fs.add("first ", f)
	}
	fs.add("told ", several(len(g.tellings)))
	fs.add("a ", g.kind.String())
	p.beside(fs, g)
	p.standing(fs, first)
	p.known(fs, g, o)
	return fs.list
}

// tellingFeatures says how one telling is put.
func (p *page) tellingFeatures(fs *features, t *telling) {
	c := t.clause
	word := c.lower(t.first)
	fs.add("told by “", word, "”")
	fs.add("told by ", frameNames[t.frame])
	for _, x := range []struct {
		holds bool
		say   string
	}{
		{t.past, "told as background"}, {t.definite, "pointed back to"}, {t.plural, "told in the plural"}, {t.counted, "its sentence counts those harmed"},
		{t.weak, "told by a word that alone proves little"}, {t.byFoot, "told without anything about it"},
	} {
		if x.holds {
			fs.add(x.say)
		}
	}
	tok := &c.Tokens[t.first]
	if !t.frame.noun() {
		fs.add("its verb is a ", strings.ToLower(tok.Tag), p.auxiliaries(c, t))
	} else if t.first > 0 {
		fs.add("its noun comes after “", c.lower(t.first-1), "”")
	}
	if tok.Head >= 0 && tok.Head < len(c.Tokens) {
		head := &c.Tokens[tok.Head]
		word := head.Lemma
		if word == "" || head.UPOS != "VERB" {
			word = head.Lower
		}
		fs.add("it hangs as ", relation(c, t.first), " on “", word, "”")
		fs.add("it hangs as ", relation(c, t.first))
	}
	st := p.carrier(c.Sentence, t.span())
	fs.add("told by a voice that is ", st.Source.Role.String())
	m := st.Modality
	for _, x := range []struct {
		holds bool
		say   string
	}{{m.Negated, "said not to be"}, {m.Hedged, "hedged"}, {m.Hypothetical, "hypothetical"}, {m.Future, "to come"}, {m.Historical, "history"}} {
		if x.holds {
			fs.add("what the voice says is ", x.say)
		}
	}
	c.embedding(fs, t.first)
	p.sentenceFeatures(fs, c)
	c.words(fs)
	for _, f := range t.patients {
		targetFeatures(fs, f)
	}
}

// words names the verbs and nouns of everyday language in the sentence of a telling.
func (c *clause) words(fs *features) {
	for i := range c.Tokens {
		t := &c.Tokens[i]
		w := t.Lower
		switch t.UPOS {
		case "VERB":
			if t.Lemma != "" {
				w = t.Lemma
			}
		case "NOUN":
		default:
			continue
		}
		if lexicon.Common(w) {
			fs.add("its sentence speaks of “", w, "”")
		}
	}
}

// embedding says how deep in its sentence a telling stands: in the main clause, in
// a relative clause, in what somebody said.
func (c *clause) embedding(fs *features, i int) {
	main := true
	for range maxReach {
		tok := &c.Tokens[i]
		if tok.Head < 0 || tok.Head >= len(c.Tokens) {
			break
		}
		base, sub, _ := strings.Cut(tok.Rel, ":")
		switch {
		case sub == "relcl":
			fs.add("in a relative clause")
			main = false
		case base == "advcl" || base == "ccomp" || base == "csubj":
			led := ""
			if d := dependents(c.Sentence, i, "mark"); len(d) > 0 {
				led = " led by “" + c.lower(d[0]) + "”"
			}
			fs.add("in a clause of “", c.Tokens[tok.Head].Lemma, "”")
			fs.add("in a clause below another", led)
			main = false
		case base == "obl" || base == "nmod" || base == "obj":
			main = false
		}
		i = tok.Head
	}
	if main {
		fs.add("in the main clause")
	}
	if c.Tokens[i].UPOS == "VERB" {
		fs.add("the main verb is “", c.Tokens[i].Lemma, "”")
	}
}

// beside compares an incident with the others of the report.
func (p *page) beside(fs *features, g *incident) {
	for _, o := range p.incidents {
		if o == g {
			continue
		}
		alike := familyOf(o.kind) == familyOf(g.kind)
		if alike && o.tellings[0].span().Start < g.tellings[0].span().Start {
			fs.add("another of its kind is told before")
		}
		if len(o.tellings) > 2*len(g.tellings) {
			fs.add("another is told more often")
		}
		for _, t := range g.latest() {
			if shares(o, t) {
				fs.add("its target is the target of another", map[bool]string{true: " of its kind", false: ""}[alike])
			}
		}
	}
	for _, t := range g.tellings {
		for _, f := range t.patients {
			if ch := p.chain(f.n.phrase); ch != nil {
				if s := p.sentenceAt(ch.Mention.Spans[0].Start); s != nil && s.Paragraph == (&lineup{p: p}).opening() {
					fs.add("its target is named in the opening")
				}
				if len(ch.Mention.Spans) > 3 {
					fs.add("its target is mentioned often")
				}
			}
		}
	}
}

// age says how long before the report a date lies.
func (p *page) age(d *ascribe.Date) string {
	now := p.published()
	if now.IsZero() {
		return "at an unknown distance"
	}
	switch days := int(now.Sub(d.To).Hours() / 24); {
	case days <= 1:
		return "not older than a day"
	case days <= 7:
		return "not older than a week"
	case days <= 31:
		return "not older than a month"
	case days <= 75:
		return "not older than ten weeks"
	}
	return "older than ten weeks"
}

// auxiliaries names the helping words before a verb.
func (p *page) auxiliaries(c *clause, t *telling) string {
	var b strings.Builder
	for j := max(c.groupStart(t.first), t.first-4); j < t.first; j++ {
		b.WriteString(" after “" + c.lower(j) + "”")
	}
	return b.String()
}

// sentenceFeatures says what stands in the sentence of a telling that makes it a
// comment, a summary or a dated report.
func (p *page) sentenceFeatures(fs *features, c *clause) {
	for j := range c.Tokens {
		switch {
		case c.is(j, "we our us i my"):
			fs.add("its sentence speaks in the first person")
		case c.is(j, "if whether should would could may might"):
			fs.add("its sentence has “", c.lower(j), "”")
		case c.is(j, "years months decades decade ago since during when every always often many several various other others all such"):
			fs.add("its sentence has “", c.lower(j), "”")
		case c.is(j, "?"):
			fs.add("its sentence asks")
		case c.is(j, "today yesterday tonight morning evening night afternoon week hours"):
			fs.add("its sentence has a day of the news: “", c.lower(j), "”")
		}
	}
}

// targetFeatures says how particular a target is.
func targetFeatures(fs *features, f filler) {
	n := f.n
	switch {
	case n.phrase == nil:
		fs.add("its target is a bare number")
	case n.phrase.Named && n.phrase.Kind == nlp.Person:
		fs.add("its target is a named person")
	case n.phrase.Named:
		fs.add("its target is named")
	case n.phrase.Plural && !f.c.counted(n):
		fs.add("its targets are several, uncounted")
	case n.phrase.Plural:
		fs.add("its targets are counted")
	case f.c.is(n.first, "a an one"):
		fs.add("its target is one, not yet known")
	default:
		fs.add("its target is one")
	}
}

// standing says where in the report an incident is first told.
func (p *page) standing(fs *features, first *telling) {
	l := &lineup{p: p}
	at := first.clause
	switch {
	case at.Block == ascribe.Title:
		fs.add("first told in the title")
	case at.Paragraph == l.opening():
		fs.add("first told in the opening")
	case at.Index < 6:
		fs.add("first told near the beginning")
	case at.Index < 15:
		fs.add("first told in the middle")
	default:
		fs.add("first told late")
	}
	rank := 0
	for _, g := range p.incidents {
		if g.tellings[0].span().Start < first.span().Start {
			rank++
		}
	}
	if rank == 0 {
		fs.add("the first incident of the report")
	}
	fs.add("among ", several(len(p.incidents)), " as many incidents")
}

// known says what the report knows of an incident.
func (p *page) known(fs *features, g *incident, o *ascribe.Occurrence) {
	for _, name := range roleNames {
		if len(*rolesList(&o.Roles, name)) > 0 {
			fs.add("it has a ", strings.ReplaceAll(name, "_", " "))
		}
	}
	switch {
	case o.When.Resolved():
		fs.add("its date is known by the ", o.When.Precision.String())
		fs.add("its date is ", p.age(o.When))
	case o.When != nil:
		fs.add("its date is told, unresolved")
	default:
		fs.add("its date is not told")
	}
	if o.Where == nil {
		fs.add("its place is not told")
	} else {
		fs.add("its place is told")
	}
	if o.Denied {
		fs.add("somebody denies it")
	}
	if o.Stage != ascribe.Accomplished {
		fs.add("it was ", o.Stage.String())
	}
}
