package reconcile

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"ascribe"
)

// A State is what stands within two pins: every incident, actor and origin. It
// may be read from several goroutines at once.
type State struct {
	pins      ascribe.Pins
	docs      []*held
	incidents []*incident
	doubts    map[[2]ascribe.IncidentID]ascribe.Doubt
	alias     map[ascribe.IncidentID]*incident
	origins   map[ascribe.DocumentID]*origin
	actors    *roster
	ruled     *rulings
	versions  []history
	texts     map[*held]string // of every version
	holds     func() map[string]bool
}

// An incident is a cluster of tellings; the first leads.
type incident struct {
	id      ascribe.IncidentID
	also    []ascribe.IncidentID
	parts   []part
	links   []ascribe.Link
	compute func() *ascribe.Record
}

// part is one document's telling within an incident.
type part struct {
	*held
	told   *ascribe.Occurrence
	struck []ascribe.StatementID // that told of it, and a person rejected
}

// origin is a group of documents that are one piece of reporting; the first
// leads.
type origin struct {
	id     ascribe.OriginID
	docs   []*held
	copies map[*held]*held // a document whose words are those of an earlier one, and that one
	links  []ascribe.Link
}

// words returns the first document of the origin that has the words of h.
func (o *origin) words(h *held) *held {
	if of := o.copies[h]; of != nil {
		return of
	}
	return h
}

func newState(in *intake, docs []*held) *State {
	s := &State{pins: in.pins, docs: docs, ruled: &in.rulings, alias: map[ascribe.IncidentID]*incident{}}
	s.holds = sync.OnceValue(s.everything)
	s.origins = findOrigins(in, docs)
	s.versions = in.versions
	s.texts = in.texts
	s.findLapses(in)
	s.actors = newRoster(in, docs)
	s.incidents, s.doubts = findIncidents(in, docs, s.origins)
	for _, inc := range s.incidents {
		inc.compute = sync.OnceValue(func() *ascribe.Record { return s.fold(inc) })
		s.alias[inc.id] = inc
		for _, id := range inc.also {
			s.alias[id] = inc
		}
	}
	return s
}

// Incidents returns the record of every incident by date, the undated last,
// then by id.
func (s *State) Incidents() []*ascribe.Record {
	records := make([]*ascribe.Record, 0, len(s.incidents))
	for _, inc := range s.incidents {
		records = append(records, inc.compute())
	}
	slices.SortFunc(records, compareRecords)
	return records
}

func compareRecords(a, b *ascribe.Record) int {
	switch ad, bd := a.When.Resolved(), b.When.Resolved(); {
	case ad && bd:
		return cmp.Or(a.When.From.Compare(b.When.From), a.When.To.Compare(b.When.To), cmp.Compare(a.Incident, b.Incident))
	case ad:
		return -1
	case bd:
		return 1
	}
	return cmp.Compare(a.Incident, b.Incident)
}

// Incident returns the record that an id, or the beginning of one id alone,
// leads to. The id of any telling of the incident will do.
func (s *State) Incident(id string) (*ascribe.Record, error) {
	if inc := s.alias[ascribe.IncidentID(id)]; inc != nil {
		return inc.compute(), nil
	}
	var found *incident
	for alias, inc := range s.alias {
		if id == "" || !strings.HasPrefix(string(alias), id) || inc == found {
			continue
		}
		if found != nil {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "incident id %q is the beginning of several", id),
				"Give more of the id; `ascribe incidents` lists them.")
		}
		found = inc
	}
	if found == nil {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no incident %q%s", id, s.within()),
			"`ascribe incidents` lists those that stand.")
	}
	return found.compute(), nil
}

// within says what the view is limited to, for errors.
func (s *State) within() string {
	var out strings.Builder
	if t := s.pins.AsOf; !t.IsZero() {
		fmt.Fprintf(&out, " as of %s", t.Format("2006-01-02 15:04 MST"))
	}
	if t := s.pins.KnownAt; !t.IsZero() {
		fmt.Fprintf(&out, " known at %s", t.Format("2006-01-02 15:04 MST"))
	}
	return out.String()
}

// Digest returns a hash of everything the state says. Two states that say the
// same have the same digest, whatever pins led to them.
func (s *State) Digest() string {
	var all []any
	for _, r := range s.Incidents() {
		all = append(all, unpinned(r))
	}
	return digestOfAll(append(all, s.Actors()))
}

// digestOf hashes what a record says, whatever pins led to it.
func digestOf(r *ascribe.Record) string { return digestOfAll([]any{unpinned(r)}) }

func unpinned(r *ascribe.Record) ascribe.Record {
	out := *r
	out.Pins = ascribe.Pins{}
	return out
}

func digestOfAll(values []any) string {
	h := sha256.New()
	out := json.NewEncoder(h)
	for _, v := range values {
		if err := out.Encode(v); err != nil {
			panic(fmt.Sprintf("reconcile: a state cannot be encoded: %v", err)) // every word of a record encodes
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// findIncidents clusters the tellings of the documents. Docs come in order, so
// the lowest item of a cluster is the telling that leads it.
func findIncidents(in *intake, docs []*held, origins map[ascribe.DocumentID]*origin) ([]*incident, map[[2]ascribe.IncidentID]ascribe.Doubt) {
	var parts []part
	var news []bool
	at := map[string]int{}
	for _, h := range docs {
		leads := leadsOf(h.reading.Incidents)
		told := slices.Clone(h.reading.Incidents)
		slices.SortStableFunc(told, func(a, b ascribe.Occurrence) int { return cmp.Compare(a.Incident.At, b.Incident.At) })
		for i := range told {
			key := told[i].Incident.String()
			if _, twice := at[key]; twice {
				continue
			}
			struck, stands := h.tells(&told[i])
			if !stands {
				continue
			}
			at[key] = len(parts)
			parts = append(parts, part{h, &told[i], struck})
			news = append(news, leads[told[i].Incident])
		}
	}
	m := &matching{parts: parts, origins: origins, news: news, linked: map[[2]int]int{}}
	machine, people := in.judgements(ascribe.SameIncident)
	groups := m.cluster(machine, people, at)
	_, apart := joinsOf(people, at)
	return m.incidents(groups, append(machine, people...), at), m.doubts(groups, machine, apart, at)
}

// tells strikes from an occurrence the statements that a person rejected, and
// reports whether any still tells of it.
func (h *held) tells(o *ascribe.Occurrence) (struck []ascribe.StatementID, stands bool) {
	var left []ascribe.StatementID
	for _, id := range o.Statements {
		if h.said[id] != nil {
			left = append(left, id)
		} else {
			struck = append(struck, id)
		}
	}
	o.Statements = left
	return struck, len(left) > 0
}

// findOrigins groups the documents that are one piece of reporting: first each
// with the earlier one whose words it has, in any chain of reprints; then those
// that credit one dispatch, as long as the leading documents are of the same day
// and a half. A text made of two dispatches goes with the one that most of it is,
// and does not make one of the two. The versions of an article are one origin, and no
// copies of each other. A notice that tells of nothing itself belongs to no origin but its
// own: the same words may stand in the place of many articles.
func findOrigins(in *intake, docs []*held) map[ascribe.DocumentID]*origin {
	at := map[string]int{}
	for i, h := range docs {
		at[h.id.String()] = i
	}
	machine, people := in.judgements(ascribe.SameOrigin)
	words, credits, articles := []join{}, []join{}, []join{}
	credited := map[[2]int]bool{}
	for _, l := range machine {
		a, b, held := endsAt(at, l)
		if !held || l.Judgement != ascribe.Same {
			continue
		}
		switch {
		case byCredit(l):
			credits = append(credits, join{a, b, float64(l.Score)})
			credited[[2]int{min(a, b), max(a, b)}] = true
		case byAddress(l):
			if len(docs[a].reading.Incidents) > 0 && len(docs[b].reading.Incidents) > 0 {
				articles = append(articles, join{a, b, float64(l.Score)})
			}
		default:
			words = append(words, join{a, b, likeness(l)})
		}
	}
	same, apart := joinsOf(people, at)
	c := newClustering(len(docs))
	c.run(models(words, apart), func(a, b []int) bool { return free(a, b, apart) })
	copies := map[*held]*held{}
	for _, g := range c.groups() {
		for _, i := range g[1:] {
			if !in.oneOf(docs[i], docs[g[0]]) {
				copies[docs[i]] = docs[g[0]]
			}
		}
	}
	c.run(credits, func(a, b []int) bool {
		x, y := docs[slices.Min(a)], docs[slices.Min(b)]
		gap := x.publicBy().Sub(y.publicBy()).Abs()
		return gap <= dispatchWindow && !x.sharesOutlet(y) && free(a, b, apart) && enough(credited, a, b)
	})
	c.run(articles, func(a, b []int) bool { return free(a, b, apart) })
	for _, j := range same {
		c.rule(j.a, j.b, apart)
	}
	origins := map[ascribe.DocumentID]*origin{}
	for _, g := range c.groups() {
		o := &origin{id: docs[g[0]].id, copies: copies}
		for _, i := range g {
			o.docs = append(o.docs, docs[i])
			origins[docs[i].id] = o
		}
	}
	for _, l := range joining(append(machine, people...), at, func(a, b int) bool { return c.home[a] == c.home[b] }) {
		o := origins[docs[at[l.Left]].id]
		o.links = append(o.links, l)
	}
	return origins
}

// leastCredited is the part of the pairs across two groups of reprints that must
// be linked by their credits, so that one reprint alone does not make one of two
// dispatches.
const leastCredited = 0.2

// enough reports whether so many of the pairs across two groups are among the
// linked ones.
func enough(linked map[[2]int]bool, a, b []int) bool {
	n := 0
	for _, x := range a {
		for _, y := range b {
			if linked[[2]int{min(x, y), max(x, y)}] {
				n++
			}
		}
	}
	return float64(n) >= leastCredited*float64(len(a)*len(b))
}

// sharesOutlet reports whether one outlet printed both documents: as dispatches of
// an agency, they are two.
func (h *held) sharesOutlet(o *held) bool {
	return slices.ContainsFunc(h.seen, func(a ascribe.Appearance) bool {
		return a.Outlet != "" && slices.ContainsFunc(o.seen, func(b ascribe.Appearance) bool { return a.Outlet == b.Outlet })
	})
}

// models keeps of the joins of each item the one with the earlier item that it is
// most like, and of equals the earliest.
func models(joins []join, apart func(a, b int) bool) []join {
	of := map[int]join{}
	for _, j := range joins {
		j.a, j.b = min(j.a, j.b), max(j.a, j.b)
		best, some := of[j.b]
		if !apart(j.a, j.b) && (!some || j.score > best.score || j.score == best.score && j.a < best.a) {
			of[j.b] = j
		}
	}
	return slices.Collect(maps.Values(of))
}

// Origins returns every group of documents that are one piece of reporting, those
// that tell of no incident among them, in order of their first publication.
func (s *State) Origins() []ascribe.Origin {
	var out []ascribe.Origin
	for _, h := range s.docs {
		if o := s.origins[h.id]; o.docs[0] == h {
			out = append(out, o.entry())
		}
	}
	return out
}

// endsAt finds the two ends of a link among numbered items.
func endsAt(at map[string]int, l ascribe.Link) (a, b int, ok bool) {
	a, left := at[l.Left]
	b, right := at[l.Right]
	return a, b, left && right && a != b
}

// joining picks of the links within clusters those that hold them together:
// every person's word, and of the machine's links the surest that lead from each
// item to every other. Among hundreds of articles on one incident nearly each two
// are linked; the others say the same once more.
func joining(links []ascribe.Link, at map[string]int, together func(a, b int) bool) []ascribe.Link {
	var inside []ascribe.Link
	for _, l := range links {
		if a, b, held := endsAt(at, l); held && l.Judgement == ascribe.Same && together(a, b) {
			inside = append(inside, l)
		}
	}
	bySurety := slices.Clone(inside)
	slices.SortFunc(bySurety, func(x, y ascribe.Link) int {
		return cmp.Or(boolean(x.Provenance.Agent.Machine)-boolean(y.Provenance.Agent.Machine), cmp.Compare(y.Score, x.Score), compareLinks(x, y))
	})
	c := newClustering(len(at))
	keep := map[ends]bool{}
	for _, l := range bySurety {
		a, b := c.home[at[l.Left]], c.home[at[l.Right]]
		if a != b {
			c.merge(a, b)
		}
		keep[endsOf(l)] = a != b || !l.Provenance.Agent.Machine
	}
	return slices.DeleteFunc(inside, func(l ascribe.Link) bool { return !keep[endsOf(l)] })
}

func boolean(is bool) int {
	if is {
		return 1
	}
	return 0
}

// joinsOf turns people's words into joins, in the order given, and the pairs
// that they keep apart.
func joinsOf(people []ascribe.Link, at map[string]int) (same []join, apart func(a, b int) bool) {
	kept := map[[2]int]bool{}
	for _, l := range people {
		a, b, ok := endsAt(at, l)
		switch {
		case !ok:
		case l.Judgement == ascribe.Same:
			same = append(same, join{a, b, 1})
		case l.Judgement == ascribe.Different:
			kept[[2]int{min(a, b), max(a, b)}] = true
		}
	}
	return same, func(a, b int) bool { return kept[[2]int{min(a, b), max(a, b)}] }
}
