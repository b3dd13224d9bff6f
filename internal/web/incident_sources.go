package web

import (
	"ascribe"
	"ascribe/publish"
)

// A statementsView is every statement of the record, as published.
type statementsView struct {
	Rows  []statementView
	Total int
	All   string // the page with all of them, or "" when they are here
}

// A statementView is one statement, with its sentence.
type statementView struct {
	Number   int
	When     string
	Outlet   string
	By       voice
	Quote    string
	To       string
	Chips    []chip
	Lapsed   string
	Accepted bool   // a person found it rightly read
	Rated    string // Admiralty, where a person rated it
	Hand     string // by whom and when it, or what it carries, was coded by hand
}

// mostStatements is how many statements the page shows before it is asked for all.
const mostStatements = 100

func (b *sheet) statements() statementsView {
	out := statementsView{Total: len(b.cites)}
	cites := b.cites
	if len(cites) > mostStatements {
		if out.All = b.whole("statements"); out.All != "" {
			cites = cites[:mostStatements]
		}
	}
	chips := b.chips()
	for i := range cites {
		c := &cites[i]
		s := &c.Statement
		out.Rows = append(out.Rows, statementView{
			Number: b.numbers[s.ID], When: b.published(&c.Appearance), Outlet: b.outlet(&c.Appearance), By: b.voice(s.Source.Role, s.Source.Text, &c.Appearance),
			Quote: visible(c.Words), To: b.words(c), Chips: chips[s.ID], Lapsed: b.lapse(c.Lapsed), Accepted: c.Accepted, Rated: admiralty(c.Rated),
			Hand: b.byHand(c.Coded, b.rulings),
		})
	}
	return out
}

// admiralty writes a rating, or "" where nobody gave one.
func admiralty(c ascribe.Credibility) string {
	if c == (ascribe.Credibility{}) {
		return ""
	}
	source, information := c.Source, "6"
	if source == "" {
		source = "F"
	}
	if c.Information > 0 {
		information = string(rune('0' + c.Information))
	}
	return source + information
}

// An originsView is the sources, grouped by where the reporting entered the world.
type originsView struct {
	Rows    []originView
	Reports int
	Total   int // origins
	All     string
}

// An originView is one origin with its documents.
type originView struct {
	Name    string
	Lapsed  bool
	Because []line
	Reports []reportView
}

// A reportView is one appearance of a document.
type reportView struct {
	Outlet, When, Headline, URL string
	To                          string // the archived article
	Late                        bool
	Lapsed                      string
}

// mostOrigins is how many origins the page shows before it is asked for all.
const mostOrigins = 40

func (b *sheet) origins() originsView {
	at := map[ascribe.OriginID]int{}
	var rows []originView
	row := func(id ascribe.OriginID) int {
		if i, ok := at[id]; ok {
			return i
		}
		rows = append(rows, originView{Name: b.t("origin.of", id.String()[:12])})
		at[id] = len(rows) - 1
		return at[id]
	}
	for i := range b.p.Origins {
		o := &b.p.Origins[i]
		r := row(o.ID)
		rows[r].Lapsed = o.Lapsed
		if o.Name != "" {
			rows[r].Name = visible(o.Name)
		}
		for j := range o.Because {
			rows[r].Because = append(rows[r].Because, b.judged(&o.Because[j]))
		}
	}
	for i := range b.p.Documents {
		d := &b.p.Documents[i]
		r := row(d.Origin)
		rows[r].Reports = append(rows[r].Reports, b.reports(d)...)
	}
	out := originsView{Rows: rows, Reports: b.p.Reports(), Total: len(rows)}
	if len(rows) > mostOrigins {
		if out.All = b.whole("sources"); out.All != "" {
			out.Rows = rows[:mostOrigins]
		}
	}
	return out
}

func (b *sheet) reports(d *ascribe.Telling) []reportView {
	seen := d.Appearances
	if len(seen) == 0 {
		seen = []ascribe.Appearance{{}}
	}
	var out []reportView
	for i := range seen {
		a := &seen[i]
		out = append(out, reportView{
			Outlet: b.outlet(a), When: b.published(a), Headline: visible(a.Headline), URL: publish.Link(a.URL),
			To: b.to("articles", d.Document.String()), Late: d.Late, Lapsed: b.lapse(d.Lapsed),
		})
	}
	return out
}
