package bench

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"ascribe"
)

// Newsroom is what a careful coder would record of a set of articles.
type Newsroom struct {
	Articles map[string]ExpectedReading `json:"articles"` // by input id, folders cut
	Record   []ExpectedIncident         `json:"record"`
	Origins  [][]string                 `json:"origins"` // articles that are one piece of reporting
}

// ExpectedReading is what one article says.
type ExpectedReading struct {
	Credits   [][2]string        `json:"credits"` // kind, name
	Incidents []ExpectedIncident `json:"incidents"`
	Voices    [][2]string        `json:"voices"`    // source as written, first words of what it says
	Relations [][3]string        `json:"relations"` // subject, kind, object
}

// ExpectedIncident is one incident, in an article or in the record.
type ExpectedIncident struct {
	Key       string               `json:"key"`
	Type      ascribe.IncidentType `json:"type"`
	Stage     ascribe.Stage        `json:"stage"`
	Date      string               `json:"date"` // EDTF
	Place     string               `json:"place"`
	Recent    bool                 `json:"recent"`
	Tolls     []string             `json:"tolls"`     // harm low best high; - is unknown
	Positions [][2]string          `json:"positions"` // actor, position
	Documents []string             `json:"documents"` // in the record
}

// ParseNewsroom reads expected.json.
func ParseNewsroom(b []byte) (*Newsroom, error) {
	var n Newsroom
	if err := json.Unmarshal(b, &n); err != nil {
		return nil, ascribe.Errorf(ascribe.Invalid, "expected values: %w", err)
	}
	return &n, nil
}

// Short cuts the folders from an input id.
func Short(inputID string) string { return path.Base(strings.ReplaceAll(inputID, `\`, "/")) }

// Reading tallies the reading of one article against what is expected of it.
func (want ExpectedReading) Reading(r *ascribe.Reading, doc *ascribe.Document) Tally {
	g := newNames(r, doc)
	var t Tally
	var credits []string
	for _, c := range doc.Credits {
		credits = append(credits, fmt.Sprintf("credit %s %s", c.Kind, strings.ToLower(c.Name)))
	}
	var wanted []string
	for _, c := range want.Credits {
		wanted = append(wanted, fmt.Sprintf("credit %s %s", c[0], strings.ToLower(c[1])))
	}
	t.Add("", Compare(wanted, credits))
	t.Add("", g.incidents(want.Incidents))
	t.Add("", g.voices(want.Voices))
	t.Add("", g.relations(want.Relations))
	return t
}

// names finds what a reading calls its mentions.
type names struct {
	reading *ascribe.Reading
	doc     *ascribe.Document
	of      map[ascribe.MentionID][]string // every wording, in key form
}

func newNames(r *ascribe.Reading, doc *ascribe.Document) *names {
	n := &names{r, doc, map[ascribe.MentionID][]string{}}
	for _, m := range r.Mentions {
		all := []string{nameKey(m.Text)}
		if m.Actor != nil {
			all = append(all, nameKey(m.Actor.Name))
		}
		for _, s := range m.Spans {
			all = append(all, nameKey(s.Of(doc.Text)))
		}
		n.of[m.ID] = all
	}
	return n
}

// nameKey is a name in the form in which two are compared.
func nameKey(s string) string {
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	s = strings.TrimPrefix(s, "the ")
	for _, title := range []string{"commander ", "sarvian "} {
		s = strings.TrimPrefix(s, title)
	}
	return s
}

// pick returns the expected name that a mention carries, or its own first name.
func (n *names) pick(id ascribe.MentionID, expected []string) string {
	all := n.of[id]
	for _, e := range expected {
		if slices.Contains(all, nameKey(e)) {
			return nameKey(e)
		}
	}
	if len(all) == 0 {
		return "?"
	}
	return all[0]
}

// values lists what is expected of one incident of an article.
func (e ExpectedIncident) values() []string {
	v := []string{"type " + e.Type.String(), "stage " + e.Stage.String()}
	if e.Date != "" {
		v = append(v, "date "+e.Date)
	}
	if e.Place != "" {
		v = append(v, "place "+nameKey(e.Place))
	}
	for _, t := range e.Tolls {
		v = append(v, "toll "+t)
	}
	for _, p := range e.Positions {
		v = append(v, "position "+nameKey(p[0])+" "+p[1])
	}
	return v
}

// incidents pairs what is expected with what was read so that most values agree,
// and tallies the values. What is left over on either side counts whole.
func (n *names) incidents(want []ExpectedIncident) Tally {
	var actors []string
	for _, w := range want {
		for _, p := range w.Positions {
			actors = append(actors, p[0])
		}
	}
	got := make([][]string, len(n.reading.Incidents))
	for i := range got {
		got[i] = n.incidentValues(&n.reading.Incidents[i], actors)
	}
	wanted := make([][]string, len(want))
	for i, w := range want {
		wanted[i] = append(w.values(), fmt.Sprintf("recent %t", w.Recent))
	}
	return Sum(pairUp(wanted, got, func(i int) string { return want[i].Key + ": " }))
}

// pairUp pairs bags greedily by how many values they share, and tallies each pair
// and what is left over on either side.
func pairUp(want, got [][]string, label func(int) string) []Tally {
	var units []Tally
	unit := func(label string, c Tally) {
		var t Tally
		t.Add(label, c)
		units = append(units, t)
	}
	usedWant, usedGot := make([]bool, len(want)), make([]bool, len(got))
	for {
		bi, bj := mostShared(want, got, usedWant, usedGot)
		if bi < 0 {
			break
		}
		usedWant[bi], usedGot[bj] = true, true
		unit(label(bi), Compare(want[bi], got[bj]))
	}
	for i, used := range usedWant {
		if !used {
			unit(label(i), Compare(want[i], nil))
		}
	}
	for j, used := range usedGot {
		if !used {
			unit("unasked: ", Compare(nil, got[j]))
		}
	}
	return units
}

// mostShared returns the pair of bags not yet used that shares most values, three
// at least, or -1.
func mostShared(want, got [][]string, usedWant, usedGot []bool) (bi, bj int) {
	best := 2
	bi, bj = -1, -1
	for i := range want {
		for j := range got {
			if !usedWant[i] && !usedGot[j] {
				if c := Compare(want[i], got[j]); c.Right > best {
					best, bi, bj = c.Right, i, j
				}
			}
		}
	}
	return bi, bj
}

func (n *names) incidentValues(o *ascribe.Occurrence, actors []string) []string {
	v := []string{"type " + o.Type.String(), "stage " + o.Stage.String(), fmt.Sprintf("recent %t", o.Recent)}
	if o.When.Resolved() {
		v = append(v, "date "+o.When.EDTF)
	}
	if o.Where != nil {
		v = append(v, "place "+placeName(o.Where))
	}
	for _, t := range n.reading.Tolls {
		if t.Incident == o.Incident {
			v = append(v, "toll "+tollWords(t.Harm, t.Figure))
		}
	}
	for _, a := range n.reading.Attributions {
		if a.Incident == o.Incident {
			v = append(v, "position "+n.pick(a.Actor, actors)+" "+a.Stance.Position().String())
		}
	}
	return distinct(v)
}

// distinct drops what repeats: a value said twice is one value.
func distinct(v []string) []string {
	var out []string
	for _, s := range v {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func placeName(p *ascribe.Place) string {
	if p.Name != "" {
		return nameKey(p.Name)
	}
	return nameKey(p.Text)
}

func tollWords(h ascribe.Harm, f ascribe.Figure) string {
	word := func(c ascribe.Count) string {
		if c == ascribe.Unknown {
			return "-"
		}
		return fmt.Sprint(int(c))
	}
	return fmt.Sprintf("%s %s %s %s", h, word(f.Low), word(f.Best), word(f.High))
}

// voices pairs each expected voice with a statement whose source overlaps and
// whose content holds the first words. One statement may hold two sayings: a
// quotation that goes on after its cue.
func (n *names) voices(want [][2]string) Tally {
	var t Tally
	used := make([]bool, len(n.reading.Statements))
	for _, w := range want {
		if i := n.voice(w, used); i >= 0 {
			used[i] = true
			t.Right++
		} else {
			t.Missed = append(t.Missed, "voice "+w[0]+": "+w[1])
		}
	}
	for i := range n.reading.Statements {
		if s := &n.reading.Statements[i]; !used[i] && s.Source.Role != ascribe.Narrator {
			t.Spurious = append(t.Spurious, "voice "+s.Source.Text+": "+cut(n.content(s)))
		}
	}
	return t
}

// voice returns the first statement of the voice, one that is not used yet where
// there is one, or -1.
func (n *names) voice(w [2]string, used []bool) int {
	found := -1
	for i := range n.reading.Statements {
		s := &n.reading.Statements[i]
		if s.Source.Role == ascribe.Narrator || !n.says(s, w) {
			continue
		}
		if !used[i] {
			return i
		}
		if found < 0 {
			found = i
		}
	}
	return found
}

func (n *names) content(s *ascribe.Statement) string {
	var parts []string
	for _, c := range s.Content {
		parts = append(parts, c.Of(n.doc.Text))
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

func (n *names) says(s *ascribe.Statement, w [2]string) bool {
	source, expected := nameKey(s.Source.Text), nameKey(w[0])
	overlap := source != "" && (strings.Contains(expected, source) || strings.Contains(source, expected))
	return overlap && strings.Contains(n.content(s), w[1])
}

func cut(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

func (n *names) relations(want [][3]string) Tally {
	var ends, wanted, got []string
	for _, w := range want {
		ends = append(ends, w[0], w[2])
		wanted = append(wanted, "relation "+nameKey(w[0])+" "+w[1]+" "+nameKey(w[2]))
	}
	for _, r := range n.reading.Relations {
		if !r.Negated {
			got = append(got, "relation "+n.pick(r.Subject, ends)+" "+r.Kind.String()+" "+n.pick(r.Object, ends))
		}
	}
	return Compare(wanted, distinct(got))
}
