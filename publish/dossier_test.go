package publish

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"ascribe"
)

// caseMeta is what the tests' dossiers say of themselves.
var caseMeta = Meta{Title: "The coast, June 2031", Generator: "ascribe 0.1.0 (lexical/1)", Pins: ascribe.Pins{AsOf: at("2031-06-10 00:00")}, Head: ascribe.Head{Size: 51, Root: [32]byte{0xab, 1}}, Total: 5}

// With ASCRIBE_DOSSIER=DIR the dossiers of the tests are left there to be
// looked at.
func TestDossierToLookAt(t *testing.T) {
	dir := os.Getenv("ASCRIBE_DOSSIER")
	if dir == "" {
		t.Skip("ASCRIBE_DOSSIER names no directory to leave the dossiers in")
	}
	for name, rs := range map[string][]*ascribe.Record{"case": records(), "one": {ferry()}} {
		page := written(t, func(b *bytes.Buffer) error { return DossierHTML(b, rs, caseMeta) })
		if err := os.WriteFile(filepath.Join(dir, name+".html"), []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
		text := written(t, func(b *bytes.Buffer) error { return DossierMarkdown(b, rs, caseMeta) })
		if err := os.WriteFile(filepath.Join(dir, name+".md"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// isStructure reports whether the text of an element is no sentence: a
// heading, a label, or the apparatus that sentences refer to.
func isStructure(n *html.Node) bool {
	switch n.Data {
	case "h1", "h2", "h3", "h4", "th", "dt", "head", "svg":
		return true
	}
	switch attr(n, "class") {
	case "kicker", "notes", "reports":
		return true
	}
	return false
}

// Every sentence of the page holds a note or bears a mark, and nothing is said
// outside of sentences.
func TestDossierIsCitedThroughout(t *testing.T) {
	for name, rs := range map[string][]*ascribe.Record{"case": records(), "empty": {{}}, "uncited": {uncited()}} {
		page := written(t, func(b *bytes.Buffer) error { return DossierHTML(b, rs, caseMeta) })
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		c := citations{t: t, name: name}
		c.walk(root, false)
		if c.sentences == 0 {
			t.Errorf("%s: no sentence was found", name)
		}
		t.Logf("%s: %d sentences, %d cited, %d marked", name, c.sentences, c.cited, c.sentences-c.cited)
	}
}

// uncited is a record whose values name statements that it does not hold.
func uncited() *ascribe.Record {
	r := ferry()
	r.Cited = nil
	return r
}

type citations struct {
	t                *testing.T
	name             string
	sentences, cited int
}

// walk visits the page; unit tells that n lies in a row which holds a sentence.
func (c *citations) walk(n *html.Node, unit bool) {
	switch {
	case n.Type == html.TextNode:
		if text := strings.TrimSpace(n.Data); text != "" && !unit {
			c.t.Errorf("%s: %q stands in no sentence", c.name, text)
		}
		return
	case n.Type == html.ElementNode && isStructure(n):
		return
	case attr(n, "class") == "s":
		c.sentence(n)
		return
	case attr(n, "class") == "u":
		if !has(n, func(x *html.Node) bool { return attr(x, "class") == "s" }) {
			c.t.Errorf("%s: a row without a sentence", c.name)
		}
		unit = true
	case attr(n, "class") == "origin": // the name of an origin heads its reports
		unit = true
	}
	for x := range n.ChildNodes() {
		c.walk(x, unit)
	}
}

func (c *citations) sentence(n *html.Node) {
	c.sentences++
	switch {
	case has(n, func(x *html.Node) bool { return x.Data == "a" && strings.HasPrefix(attr(x, "href"), "#n") }):
		c.cited++
	case has(n, func(x *html.Node) bool { return attr(x, "class") == "mark" && x.FirstChild.Data != "" }):
	default:
		var b bytes.Buffer
		if err := html.Render(&b, n); err != nil {
			c.t.Fatal(err)
		}
		c.t.Errorf("%s: neither cited nor marked: %s", c.name, b.String())
	}
}

func has(n *html.Node, is func(*html.Node) bool) bool {
	for x := range n.Descendants() {
		if is(x) {
			return true
		}
	}
	return false
}

// Every note that is referred to is there, once, with its words, and every
// statement of the records has one.
func TestNotesAreAllThere(t *testing.T) {
	rs := records()
	page := written(t, func(b *bytes.Buffer) error { return DossierHTML(b, rs, caseMeta) })
	text := written(t, func(b *bytes.Buffer) error { return DossierMarkdown(b, rs, caseMeta) })
	statements := 0
	for _, r := range rs {
		statements += len(r.Cited)
		for _, c := range Redact(r).Cited {
			if !strings.Contains(page, html.EscapeString(c.Words)) {
				t.Errorf("%q is not quoted in the page", c.Words)
			}
			if !strings.Contains(text, c.Statement.ID.String()) || !strings.Contains(page, c.Statement.ID.String()) {
				t.Errorf("statement %s has no note", c.Statement.ID)
			}
		}
	}
	all, _ := elements(t, page)
	ids, refs := map[string]int{}, map[string]bool{}
	for _, n := range all {
		if id := attr(n, "id"); id != "" {
			ids[id]++
		}
		if h := attr(n, "href"); strings.HasPrefix(h, "#") {
			refs[h[1:]] = true
		}
	}
	for r := range refs {
		if ids[r] != 1 {
			t.Errorf("#%s stands %d times", r, ids[r])
		}
	}
	notes := 0
	for id := range ids {
		if strings.HasPrefix(id, "n") {
			notes++
		}
	}
	if notes != statements || strings.Count(text, "\n[^")+1 < statements {
		t.Errorf("%d notes for %d statements", notes, statements)
	}
}

// Every line of the Markdown holds a note or a mark, or is a heading, a rule of
// a table or an entry of the apparatus.
func TestMarkdownIsCitedThroughout(t *testing.T) {
	text := written(t, func(b *bytes.Buffer) error { return DossierMarkdown(b, records(), caseMeta) })
	fence, sources, heads := false, false, 0
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		switch {
		case strings.HasPrefix(l, "```"):
			fence = !fence
		case fence, l == "", strings.HasPrefix(l, "|---"), strings.HasPrefix(l, "[^"):
		case strings.HasPrefix(l, "#"):
			sources = l == "### Sources by origin"
		case i+1 < len(lines) && strings.HasPrefix(lines[i+1], "|---"):
			heads++
		case sources && strings.HasPrefix(l, "- ") && strings.Contains(l, "document `"):
		case !strings.Contains(l, "[^") && !strings.Contains(l, "*(computed)*") && !strings.Contains(l, "*(inference)*"):
			t.Errorf("neither cited nor marked: %s", l)
		}
	}
	if heads == 0 {
		t.Error("no table was found")
	}
}

func TestDossierNamesNobody(t *testing.T) {
	for name, write := range map[string]func(*bytes.Buffer) error{
		"html":     func(b *bytes.Buffer) error { return DossierHTML(b, records(), caseMeta) },
		"markdown": func(b *bytes.Buffer) error { return DossierMarkdown(b, records(), caseMeta) },
	} {
		if found := leaks(written(t, write)); found != nil {
			t.Errorf("%s gives away %q", name, found)
		}
	}
}

// The dossier's own words never judge, and never mix how likely a thing is with
// how sure anybody is of it.
func TestOwnWords(t *testing.T) {
	likely := regexp.MustCompile(`(?i)\b(likely|unlikely|probabl[ey]|certain|almost|chance)\b`)
	sure := regexp.MustCompile(`(?i)\b(confiden\pL+)\b`)
	accused := regexp.MustCompile(`(?i)\baccused\b`)
	for _, r := range records() {
		n := 0
		c := newChapter(r, 1, &n)
		all := append([]sentence{}, c.Contested...)
		for _, f := range c.Facts {
			all = append(all, f.Says...)
		}
		all = append(append(append(all, c.Relations...), c.Joined...), howToRead()...)
		for _, s := range all {
			words := ""
			for _, p := range s.Parts {
				if p.As == ownWords || p.As == aName {
					words += p.Text
				}
			}
			if m := labels.FindString(words); m != "" {
				t.Errorf("own words say %q: %s", m, words)
			}
			if likely.MatchString(words) && sure.MatchString(words) {
				t.Errorf("likelihood and confidence in one sentence: %s", words)
			}
			if s.Mark == cited && accused.MatchString(words) && accused.FindStringIndex(words)[0] < 3 {
				t.Errorf("an accusation without its accuser: %s", words)
			}
		}
	}
	s := made("the regime blamed the Martyrs and terrorists")
	if len(s) != 6 || s[1].As != aQuote || s[3].Text != "Martyrs" || s[5].As != aQuote {
		t.Errorf("judging words are not set apart: %+v", s)
	}
	if source("a spokesman of the regime").As != aQuote || source("a spokesman").As != aName {
		t.Error("a source whose description judges is not quoted")
	}
}

// What a record holds is drawn, listed and counted: nothing vanishes.
func TestNothingVanishes(t *testing.T) {
	r := ferry()
	stray := r.Documents[2]
	stray.Document[0]++
	stray.Origin[0]++
	stray.Appearances = nil
	r.Documents = append(r.Documents, stray)
	n := 0
	c := newChapter(r, 1, &n)
	listed := 0
	for _, o := range c.Origins {
		listed += len(o.Reports)
	}
	if listed != reports(r) {
		t.Errorf("%d of %d reports are listed", listed, reports(r))
	}
	if len(c.Notes) != len(r.Cited) || n != len(r.Cited) {
		t.Errorf("%d notes for %d statements", len(c.Notes), len(r.Cited))
	}
	stands := 0
	for _, row := range c.Matrix.Rows {
		for _, cell := range row.Cells {
			stands += len(cell)
		}
	}
	if stands != len(r.Matrix) {
		t.Errorf("%d of %d positions are shown", stands, len(r.Matrix))
	}
	d := newDossier([]*ascribe.Record{r, teacher(), plot()}, Meta{Total: 9})
	if got := d.Count.Parts[0].Text; !strings.HasPrefix(got, "Showing 3 of 9 incidents, told in 10 reports; 1 undated, 1 unplaced.") {
		t.Error(got)
	}
}

// An incident with 175 sources and 500 statements is written at once, and its
// sentences do not drown in notes.
func TestBigIncident(t *testing.T) {
	d := newDesk("incident-big", "Bombing, Port Maren")
	var ids []ascribe.StatementID
	for i := range 175 {
		doc := d.tell(fmt.Sprintf("outlet-%d.example", i), "2031-06-02 10:00", "Blast", fmt.Sprintf("Report %d says at least %d died. Police blamed Northern Dawn in report %d. Ilse Brandt saw report %d.", i, i%20, i, i))
		ids = append(ids, d.say(doc, fmt.Sprintf("Report %d says at least %d died.", i, i%20), ascribe.Narrator, "", ""))
		d.say(doc, fmt.Sprintf("Police blamed Northern Dawn in report %d.", i), ascribe.Authority, "Police", fmt.Sprintf("blamed Northern Dawn in report %d", i))
		d.say(doc, fmt.Sprintf("Ilse Brandt saw report %d.", i), ascribe.Witness, "Ilse Brandt", fmt.Sprintf("saw report %d", i), "Ilse Brandt")
	}
	d.r.Types = []ascribe.Sourced[ascribe.IncidentType]{sourced(ascribe.Bombing, 175, ids...)}
	t0 := ascribe.TollRange{Harm: ascribe.Killed, Figure: atLeast(19), Policy: "highest"}
	for i, id := range ids {
		t0.Course = append(t0.Course, d.point(ascribe.Killed, atLeast(ascribe.Count(i%20)), "n", false, id))
	}
	d.r.Tolls = []ascribe.TollRange{t0}
	start := time.Now()
	page := written(t, func(b *bytes.Buffer) error { return DossierHTML(b, []*ascribe.Record{d.r}, caseMeta) })
	t.Logf("%d statements: %d bytes in %v", len(d.r.Cited), len(page), time.Since(start))
	if !strings.Contains(page, "and 169 more below") {
		t.Error("a sentence lists every one of its notes")
	}
	if strings.Contains(page, "NaN") || strings.Contains(page, "Inf") {
		t.Error("the chart holds no numbers")
	}
	if leaks(page) != nil {
		t.Error("a witness is named")
	}
}

func TestDossierGolden(t *testing.T) {
	golden(t, "dossier.golden.md", []byte(written(t, func(b *bytes.Buffer) error { return DossierMarkdown(b, records(), caseMeta) })))
	golden(t, "dossier.golden.html", []byte(written(t, func(b *bytes.Buffer) error { return DossierHTML(b, records(), caseMeta) })))
}
