package web

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ascribe/publish"
)

// The page of an incident holds every position, figure, statement and source of the
// record, and each leads to its words in the archive.
func TestIncidentPageHoldsTheRecord(t *testing.T) {
	r := newsroom.the(t, "Bombing, Port Maren, 6 March 2025")
	p := publish.PublicOf(r)
	doc := newsroom.page(t, "/incidents/"+string(r.Incident)+"?all=timeline")
	text := strings.Join(strings.Fields(textOf(doc)), " ")
	for _, c := range p.Matrix {
		if !strings.Contains(text, visible(c.Actor.Name)) {
			t.Errorf("%s is not there", c.Actor.Name)
		}
	}
	stands, chips := 0, 0
	links := map[string]bool{}
	every(doc, func(n *html.Node) {
		switch attr(n, "class") {
		case "stand":
			stands++
		case "chip ties", "chip frees", "chip beside", "chip ":
			chips++
		}
		links[attr(n, "href")] = true
	})
	if stands != len(p.Matrix) {
		t.Errorf("%d of %d positions", stands, len(p.Matrix))
	}
	if chips == 0 {
		t.Error("no statement shows what it carries")
	}
	for id, c := range p.Cited {
		if to := "/articles/" + c.Statement.Anchor.Document.String() + "#" + wordsID(id); !links[to] {
			t.Errorf("nothing leads to %s", to)
		}
	}
	for _, x := range p.Tolls {
		for _, row := range p.Course(&x) {
			if !strings.Contains(text, visible(row[0].Toll.Words)) {
				t.Errorf("the figure %q is not there", row[0].Toll.Words)
			}
		}
	}
}

// No page of an incident names a private person; that of the article does, as it was
// published.
func TestIncidentPageNamesNoPrivatePerson(t *testing.T) {
	d := freshDesk(t, `{"id": "r1", "outlet": "estuary.example", "published": "2025-03-20T09:00:00Z", "title": "Three shot dead at Kestrin mill",
		"text": "Gunmen shot dead three millers in Kestrin on Wednesday, police spokesman Dorin Hask said. The dead were named as Anton Ruvel, 34, and the brothers Tamsin and Piet Orlo. Jana Veldt, who lives opposite the mill, said she heard ten shots."}`)
	var archived, told strings.Builder
	for _, id := range d.docs {
		archived.WriteString(textOf(d.page(t, "/articles/"+id.String())))
	}
	for _, id := range d.ids {
		told.WriteString(textOf(d.page(t, "/incidents/"+id)))
	}
	for _, name := range []string{"Ruvel", "Orlo", "Veldt"} {
		if !strings.Contains(archived.String(), name) {
			t.Errorf("the archive does not hold %s", name)
		}
		if strings.Contains(told.String(), name) {
			t.Errorf("the page of an incident names %s", name)
		}
	}
	if !strings.Contains(told.String(), "millers") {
		t.Error("the incident is not told")
	}
}

// A page held at a moment shows what was known then, says so, and keeps the moment
// in its links.
func TestIncidentPageAsOf(t *testing.T) {
	r := newsroom.the(t, "Bombing, Port Maren, 6 March 2025")
	path := "/incidents/" + string(r.Incident)
	now, then := textOf(newsroom.page(t, path)), newsroom.page(t, path+"?as_of=2025-03-07")
	for _, words := range []string{"Black Anchor Brigade", "came later and are not shown", "As it was known on 2025-03-07"} {
		if !strings.Contains(textOf(then), words) {
			t.Errorf("the page as of 7 March does not hold %q", words)
		}
	}
	if !strings.Contains(now, "cleared") || strings.Contains(textOf(then), "cleared") {
		t.Error("who was cleared on 13 March is so on 7 March, or is not so now")
	}
	every(then, func(n *html.Node) {
		if to := attr(n, "href"); n.Data == "a" && strings.HasPrefix(to, "/articles/") && !strings.Contains(to, "as_of=2025-03-07") {
			t.Errorf("%s leads out of the moment", to)
		}
	})
	if w := newsroom.get(path + "?known_at=2025-03-07"); w.Code != http.StatusNotFound {
		t.Errorf("known before it was added: status %d", w.Code)
	}
}

// An id that leads elsewhere leads there, and so does its twin; the twin is the
// record as every other command gives it.
func TestIncidentTwin(t *testing.T) {
	r := newsroom.the(t, "Bombing, Port Maren, 6 March 2025")
	if len(r.Also) == 0 {
		t.Fatal("nothing was joined to it")
	}
	for _, end := range []string{"", ".json"} {
		w := newsroom.get("/incidents/" + string(r.Also[0]) + end + "?as_of=2025-03-20")
		if to := w.Header().Get("Location"); w.Code != http.StatusPermanentRedirect || to != "/incidents/"+string(r.Incident)+end+"?as_of=2025-03-20" {
			t.Errorf("status %d, to %q", w.Code, to)
		}
	}
	w := newsroom.get("/incidents/" + string(r.Incident) + ".json")
	var want strings.Builder
	if err := publish.RecordJSON(&want, r); err != nil {
		t.Fatal(err)
	}
	if w.Header().Get("Content-Type") != "application/json" || w.Body.String() != want.String() {
		t.Error("the twin is another record")
	}
}

// The reading beside an article is the one in JSON: every value that it has leads
// from its words and is listed.
func TestArticlePage(t *testing.T) {
	for _, id := range newsroom.docs {
		var reading struct {
			Document   struct{ Text string }
			Statements []struct{ ID string }
			Tolls      []struct{ Words string }
			Incidents  []struct{ ID string }
		}
		w := newsroom.get("/articles/sha256:" + id.String() + ".json")
		if err := json.Unmarshal(w.Body.Bytes(), &reading); err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		doc := newsroom.page(t, "/articles/"+id.String())
		var archived strings.Builder
		ids := []string{}
		every(doc, func(n *html.Node) {
			ids = append(ids, attr(n, "id"))
			if strings.HasPrefix(attr(n, "class"), "block") {
				archived.WriteString(textWithoutRefs(n) + " ")
			}
		})
		if got, want := strings.Join(strings.Fields(archived.String()), ""), strings.Join(strings.Fields(reading.Document.Text), ""); got != visible(want) {
			t.Errorf("%s: the text is not the archived one:\n%q\n%q", id, got, want)
		}
		for _, s := range reading.Statements {
			if !slices.Contains(ids, "w-"+s.ID) {
				t.Errorf("%s: statement %s has no place", id, s.ID)
			}
		}
		for i := range reading.Tolls {
			if !slices.Contains(ids, local("t", i)) && len(reading.Incidents) > 0 {
				t.Errorf("%s: toll %d is not listed", id, i)
			}
		}
	}
}

// textWithoutRefs is the text of an element without the numbers of statements.
func textWithoutRefs(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if attr(n, "class") == "ref" {
		return ""
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(textWithoutRefs(c))
	}
	return b.String()
}

// The page of changes says what was new and what gave way between two days.
func TestChangedPage(t *testing.T) {
	r := newsroom.the(t, "Bombing, Port Maren, 6 March 2025")
	path := "/incidents/" + string(r.Incident) + "/changes"
	text := textOf(newsroom.page(t, path+"?from=2025-03-07&to=2025-03-08"))
	for _, want := range []string{"Killed: 9 to 14, best 14.", "Killed: 9 to 12 or more, best 12.", "Ferry bombing toll reaches 14"} {
		if !strings.Contains(text, want) {
			t.Errorf("7 to 8 March does not hold %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "Blast at Port Maren ferry terminal kills at least nine") {
		t.Error("what stood before is new")
	}
	if text := textOf(newsroom.page(t, path+"?from=2025-03-20&to=2025-03-21")); !strings.Contains(text, "Nothing changed in what is told.") {
		t.Error("something changed when nothing was published")
	}
	if text := textOf(newsroom.page(t, path+"?from=2025-03-01&by=known")); !strings.Contains(text, "Sons of the Estuary claimed") {
		t.Error("all is not new since before the desk knew of it")
	}
	if w := newsroom.get(path + "?from=x"); w.Code != http.StatusBadRequest {
		t.Errorf("from x: status %d", w.Code)
	}
}
