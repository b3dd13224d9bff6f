package web

import (
	"bytes"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/publish"
)

// An incidentPage is what the sources say of one incident, in the order in which a
// reader asks: what is told, what is contested, how many were harmed, who says who
// did it, who said what when, where, from which sources, what became of it, how to
// cite it.
type incidentPage struct {
	ID, Title  string
	Kind       string
	When       string
	Where      []string
	Told       string
	Lapsed     string // that no report of it stands any more, or ""
	Gone       bool   // the pins hide what stands now
	Later      string // what the pins hide, or ""
	Days       []dayLink
	Changed    string // the page of what became of it between two moments
	Facts      []fact
	Contested  []line
	English    []line // the same in the program's words, where those are of another language
	Tolls      []tollView
	Matrix     matrixView
	Timeline   timelineView
	Locator    template.HTML
	Map        mapOf
	Places     []placeView
	MorePlaces []placeView // what is folded
	Statements statementsView
	Relations  []line
	Origins    originsView
	Changes    []line
	Joined     []line
	Decisions  []decisionView
	Log        string  // all decisions on it, for who decides
	Rule       []entry // what a reviewer may do with it
	Cite       citeView
}

// incident answers with a record, or with its twin in JSON. An id that leads to
// another incident since it was given out leads there.
func (s *Server) incident(v *visit) error {
	id, asJSON := twin(v.r.PathValue("id"))
	id, asMap := strings.CutSuffix(id, ".geojson")
	r, err := s.record(v, v.pins, id)
	if err != nil {
		return err
	}
	if string(r.Incident) != id {
		to := string(r.Incident)
		if asJSON {
			to += ".json"
		}
		if asMap {
			to += ".geojson"
		}
		http.Redirect(v.w, v.r, v.to("incidents", to), http.StatusPermanentRedirect)
		return nil
	}
	if asJSON {
		return v.json(func(b *bytes.Buffer) error { return publish.RecordJSON(b, r) })
	}
	if asMap {
		return v.geo(func(b *bytes.Buffer) error { return publish.PlacesGeoJSON(b, r) })
	}
	body, err := s.incidentPage(v, r)
	if err != nil {
		return err
	}
	p := page{Title: body.Title, Here: "incidents", Twin: v.to("incidents", id+".json"), Body: body}
	if body.Locator != "" {
		p.Module = s.distPath("place.js")
		v.w.Header().Set("Content-Security-Policy", islandPolicy)
	}
	return s.show(v, http.StatusOK, "incident.html", p)
}

func (s *Server) incidentPage(v *visit, r *ascribe.Record) (*incidentPage, error) {
	b := newSheet(v, r)
	p := b.p
	out := &incidentPage{
		ID: string(p.Incident), Title: v.title(p.Record), Kind: v.kind(p.Type, p.Stage), When: v.when(p.Record),
		Told: b.toldIn(), Lapsed: v.lapse(p.Withdrawn), Facts: b.facts(),
		Matrix: b.matrix(), Places: b.places(), Relations: b.relations(), Changes: b.changes(), Joined: b.joined(), Decisions: b.decisions(),
	}
	if len(out.Places) > mostValues+1 {
		out.Places, out.MorePlaces = out.Places[:mostValues], out.Places[mostValues:]
	}
	if v.who.May(access.Coder) {
		out.Log = v.base + "/decisions?incident=" + url.QueryEscape(out.ID)
	}
	if v.who.May(access.Reviewer) && v.pins == (ascribe.Pins{}) {
		out.Rule = []entry{
			{"accept", v.t("bulk.open"), v.base + "/incidents/" + url.PathEscape(out.ID) + "/accept"},
			{"join", v.t("join.open"), v.base + "/incidents/" + url.PathEscape(out.ID) + "/join"},
		}
	}
	out.Contested, out.English = b.contested()
	out.Locator, out.Map = s.locator(v, p.Record), mapOf{v.to("incidents", string(p.Incident)+".geojson"), v.mapWords()}
	out.Changed = v.to("incidents", out.ID, "changes")
	if p.Where != nil {
		out.Where = placeParts(p.Where)
	}
	var err error
	if out.Tolls, err = b.tolls(); err != nil {
		return nil, err
	}
	if out.Timeline, err = b.timeline(); err != nil {
		return nil, err
	}
	out.Statements, out.Origins = b.statements(), b.origins()
	if out.Cite, err = s.citeRecord(v, p); err != nil {
		return nil, err
	}
	return out, s.laterThan(v, r, out)
}

// A sheet makes the parts of a page out of a record as it may leave.
type sheet struct {
	*visit
	p       *publish.Public
	cites   []ascribe.Cite
	numbers map[ascribe.StatementID]int
	outlets map[ascribe.DocumentID]*ascribe.Appearance
	rulings []ascribe.Decision // with who ruled
}

func newSheet(v *visit, r *ascribe.Record) *sheet {
	b := &sheet{visit: v, p: publish.PublicOf(r), numbers: map[ascribe.StatementID]int{}, outlets: map[ascribe.DocumentID]*ascribe.Appearance{}, rulings: r.Decisions}
	b.cites = b.p.Statements()
	for i, c := range b.cites {
		b.numbers[c.Statement.ID] = i + 1
	}
	for i := range b.p.Documents {
		if d := &b.p.Documents[i]; len(d.Appearances) > 0 {
			b.outlets[d.Document] = &d.Appearances[0]
		}
	}
	return b
}

// A line is a sentence of a page with the statements that it rests on.
type line struct {
	Says template.HTML
	Refs refs
	Mark string // what a line without statements rests on
}

// refs lead to the words that something rests on.
type refs struct {
	List []ref
	More int // that are not listed
}

// A ref leads to the words of one statement.
type ref struct {
	Number    int
	To, Label string
}

// mostRefs is how many references one place lists.
const mostRefs = 4

// refs leads to statements of the record, one of each origin first.
func (b *sheet) refs(ids ...ascribe.StatementID) refs {
	var firsts, rest []ascribe.StatementID
	seen, from := map[ascribe.StatementID]bool{}, map[ascribe.OriginID]bool{}
	for _, id := range ids {
		c, ok := b.p.Cited[id]
		switch {
		case !ok || seen[id]:
		case from[c.Origin]:
			rest = append(rest, id)
		default:
			firsts = append(firsts, id)
		}
		seen[id], from[c.Origin] = true, true
	}
	all := slices.Concat(firsts, rest)
	out := refs{More: max(0, len(all)-mostRefs)}
	for _, id := range all[:len(all)-out.More] {
		c := b.p.Cited[id]
		c.Statement.ID = id
		out.List = append(out.List, ref{b.numbers[id], b.words(&c), b.t("ref.label", b.numbers[id], b.outlet(&c.Appearance), b.published(&c.Appearance))})
	}
	slices.SortFunc(out.List, func(x, y ref) int { return x.Number - y.Number })
	return out
}

// resting is a line that rests on statements.
func (b *sheet) resting(ids []ascribe.StatementID, says template.HTML) line {
	l := line{Says: says, Refs: b.refs(ids...)}
	if len(l.Refs.List) == 0 {
		l.Mark = b.t("mark.inferred")
	}
	return l
}

// name is a name as HTML, apart from the writing around it.
func name(text string) template.HTML {
	return template.HTML("<bdi>" + template.HTMLEscapeString(visible(text)) + "</bdi>") // escaped
}

// quote is the words of an article as HTML.
func quote(text string) template.HTML {
	return template.HTML(`<q dir="auto">` + template.HTMLEscapeString(visible(text)) + `</q>`) // escaped
}

// text is plain text as HTML.
func text(words string) template.HTML { return template.HTML(template.HTMLEscapeString(words)) } // escaped

// joined puts pieces of HTML one after another, with a separator between.
func joined(sep string, pieces ...template.HTML) template.HTML {
	var out []string
	for _, p := range pieces {
		if p != "" {
			out = append(out, string(p))
		}
	}
	return template.HTML(strings.Join(out, template.HTMLEscapeString(sep))) // each piece is HTML
}

// toldIn counts the reports and the origins behind them.
func (b *sheet) toldIn() string {
	out := b.t("told", b.n("count.reports", b.p.Reports()), b.n("count.independent", b.p.Standing()))
	if n := len(b.p.Origins) - b.p.Standing(); n > 0 {
		out += "; " + b.n("count.lapsed", n)
	}
	return out
}

// byOrigins says how many origins give a value.
func (v *visit) byOrigins(n int) string {
	if n == 0 {
		return v.t("by.none")
	}
	return v.n("by.origins", n)
}

// supported says how many origins and reprints stand behind a position.
func (v *visit) supported(c *ascribe.Cell) string {
	out := v.n("count.origins", c.Support.Origins)
	if c.Reprints > 0 {
		out += " + " + v.n("count.reprints", c.Reprints)
	}
	return out
}
