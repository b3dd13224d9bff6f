// Package origins measures which articles are found to be one piece of reporting,
// on an invented set of dispatches, their reprints, and independent reports on
// the same incidents by other writers.
package origins

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// An Article is one text of the set and where its words come from.
type Article struct {
	ID, Outlet, Title, Text string
	Published               string // a moment, or a bare date as many outlets print
	Incident                int
	Origin                  string   // the piece of reporting that most of it is
	Also                    string   // another whose words it holds too
	Edits                   []string // what was done to the dispatch
}

// Of each incident so many writers report by themselves, the agency that is
// reprinted among them, and so many outlets reprint.
const (
	writers  = 5
	reprints = 8
)

// PerIncident is how many articles there are on one incident.
const PerIncident = writers + reprints

// New makes the set of a seed: so many dispatches on as many incidents. The same
// seed gives the same set.
func New(seed uint64, dispatches int) []Article { return Part(seed, 0, dispatches) }

// Part makes the articles on some of the incidents of a set, numbered from 0.
func Part(seed uint64, from, to int) []Article {
	g := newGrammar()
	var all []Article
	for n := from; n < to; n++ {
		draw := rand.New(rand.NewPCG(seed, uint64(n))) //nolint:gosec // an invented set, no secret
		all = append(all, g.story(draw, n)...)
	}
	return all
}

// A story is all that is printed on one incident.
type story struct {
	*writer
	n    int
	of   *incident
	made []Article
}

func (g *grammar) story(draw *rand.Rand, n int) []Article {
	of := g.newIncident(draw, n)
	s := &story{writer: &writer{grammar: g, draw: draw, facts: of.facts, taken: map[string]int{}}, n: n, of: of}
	agency := draw.IntN(len(g.facts["wire"]))
	wire := s.dispatch(of, agency)
	rival := s.dispatch(of, (agency+1)%len(g.facts["wire"]))
	s.print(wire.page(), wire.outlet(), "wire", time.Hour)
	s.print(rival.page(), rival.outlet(), "rival", 2*time.Hour)
	for i := range writers - 2 {
		own := &page{title: s.write("headline"), sentences: s.report()}
		if i == 0 && draw.IntN(2) == 0 { // little more than the official's words
			own.sentences = []string{s.write("brief")}
		}
		s.print(own, of.outlets[i], fmt.Sprintf("own %d", i+1), s.later())
	}
	for i := range reprints {
		chosen := s.several()
		if i < len(edits) {
			chosen = edits[i : i+1]
		}
		p := s.reprint(wire, chosen)
		merged := i == 0 && n%4 == 0
		if merged { // two dispatches on one incident made into one text
			p.sentences = append(p.sentences, rival.sentences[1:]...)
		}
		a := s.print(p, of.outlets[writers+i], "wire", s.later())
		for _, e := range chosen {
			a.Edits = append(a.Edits, e.name)
		}
		if merged {
			a.Edits, a.Also = []string{"merged"}, s.origin("rival")
			if length(rival.sentences[1:]) > length(wire.sentences) {
				a.Origin, a.Also = a.Also, a.Origin
			}
		}
	}
	return s.made
}

func length(sentences []string) int { return len(strings.Join(sentences, " ")) }

// several draws two to five edits, in the order in which they are made.
func (s *story) several() []edit {
	var out []edit
	for _, i := range s.draw.Perm(len(edits))[:2+s.draw.IntN(4)] {
		out = append(out, edits[i])
	}
	return out
}

// later is when an outlet prints: some hours after the agencies, or the next day.
func (s *story) later() time.Duration { return time.Duration(3+s.draw.IntN(26)) * time.Hour }

func (s *story) origin(name string) string { return fmt.Sprintf("%d %s", s.n, name) }

// print enters a page as an outlet's article. One outlet in four prints no hour.
func (s *story) print(p *page, outlet, origin string, after time.Duration) *Article {
	at, form := s.of.at.Add(after), time.RFC3339
	if after > 2*time.Hour && s.draw.IntN(4) == 0 {
		form = time.DateOnly
	}
	s.made = append(s.made, Article{
		ID: fmt.Sprintf("%d.%d", s.n, len(s.made)), Outlet: outlet, Title: p.title, Text: p.text(),
		Published: at.Format(form), Incident: s.n, Origin: s.origin(origin),
	})
	return &s.made[len(s.made)-1]
}
