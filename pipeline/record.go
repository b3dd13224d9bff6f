package pipeline

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"

	"ascribe"
	"ascribe/reconcile"
)

// Record returns the record that an id of an incident, or the beginning of one,
// leads to within the pins. It reads what the record rests on and no more: it is
// the record that a fold of the whole ledger has, and what it takes does not grow
// with the ledger.
func Record(ctx context.Context, store ascribe.Store, pins ascribe.Pins, id string) (*ascribe.Record, error) {
	r, _, err := newRecord(ctx, store, pins, id)
	return r, err
}

// newRecord folds a record, and returns the neighbourhood that it rests on.
func newRecord(ctx context.Context, store ascribe.Store, pins ascribe.Pins, id string) (*ascribe.Record, *neighbourhood, error) {
	docs, err := store.Tellings(ctx, id, mostMeant)
	if err != nil {
		return nil, nil, err
	}
	n := newNeighbourhood(ctx, store, pins)
	state, _, err := n.fold(id, docs)
	if err != nil {
		return nil, nil, err
	}
	r, err := state.Incident(id)
	return r, n, err
}

// mostMeant is of how many documents an id may be the beginning; more could only
// be told to give more of it.
const mostMeant = 8

// A neighbourhood is the part of a ledger that an incident rests on.
type neighbourhood struct {
	ctx   context.Context
	store ascribe.Store
	pins  ascribe.Pins

	lines  map[int64]ascribe.Line
	loaded map[ascribe.DocumentID]bool
	joined map[string][]string // what each end is held to be one with
	asked  map[string]bool     // the names that decisions were sought by, beside the documents'
}

func newNeighbourhood(ctx context.Context, store ascribe.Store, pins ascribe.Pins) *neighbourhood {
	return &neighbourhood{
		ctx: ctx, store: store, pins: pins,
		lines: map[int64]ascribe.Line{}, loaded: map[ascribe.DocumentID]bool{}, joined: map[string][]string{}, asked: map[string]bool{},
	}
}

// fold folds what the tellings of some documents whose ids begin so rest on, and
// returns those that are held to be one with them. Of other incidents, the state may
// hold a part alone.
func (n *neighbourhood) fold(id string, docs []ascribe.DocumentID) (*reconcile.State, []string, error) {
	if err := n.load(docs); err != nil {
		return nil, nil, err
	}
	tellings, err := n.follow(n.tellings(id))
	if err != nil {
		return nil, nil, err
	}
	if _, err := n.follow(documentsOf(tellings)); err != nil {
		return nil, nil, err
	}
	if err := n.spelledOut(); err != nil {
		return nil, nil, err
	}
	if err := n.named(); err != nil {
		return nil, nil, err
	}
	text := func(id ascribe.DocumentID) (*ascribe.Document, error) { return n.store.Document(n.ctx, id) }
	state, err := reconcile.Fold(n.inOrder(), text, n.pins)
	return state, tellings, err
}

// tellings are the ends of links that the incidents whose ids begin so make.
func (n *neighbourhood) tellings(id string) []string {
	var out []string
	add := func(m ascribe.MentionID) {
		if strings.HasPrefix(string(ascribe.IncidentIDOf(m)), id) {
			out = append(out, m.String())
		}
	}
	for _, l := range n.lines {
		if r := l.Entry.Reading; r != nil {
			for i := range r.Incidents {
				add(r.Incidents[i].Incident)
			}
		}
		if d := l.Entry.Decision; d != nil {
			if telling, coded := d.Telling(); coded {
				add(telling)
			}
		}
	}
	return out
}

// follow loads what some ends are held to be one with, and so on, and returns all.
func (n *neighbourhood) follow(ends []string) ([]string, error) {
	met := map[string]bool{}
	for len(ends) > 0 {
		if err := n.load(idsOf(ends)); err != nil {
			return nil, err
		}
		var next []string
		for _, end := range ends {
			if !met[end] {
				met[end] = true
				next = append(next, n.joined[end]...)
			}
		}
		ends = slices.DeleteFunc(next, func(end string) bool { return met[end] })
	}
	all := make([]string, 0, len(met))
	for end := range met {
		all = append(all, end)
	}
	return all, nil
}

// documentsOf writes the documents of some tellings as ends.
func documentsOf(tellings []string) []string {
	var out []string
	for _, id := range idsOf(tellings) {
		out = append(out, id.String())
	}
	return out
}

// idsOf returns the documents that ends lie in, each once.
func idsOf(ends []string) []ascribe.DocumentID {
	met := map[ascribe.DocumentID]bool{}
	var out []ascribe.DocumentID
	for _, end := range ends {
		if id, ok := ascribe.DocumentOf(end); ok && !met[id] {
			met[id] = true
			out = append(out, id)
		}
	}
	return out
}

// load reads the lines of documents, of the links on them, and of the decisions that
// name them.
func (n *neighbourhood) load(ids []ascribe.DocumentID) error {
	ids = slices.DeleteFunc(slices.Clone(ids), func(id ascribe.DocumentID) bool { return n.loaded[id] })
	if len(ids) == 0 {
		return nil
	}
	names := make([]string, len(ids))
	for i, id := range ids {
		n.loaded[id] = true
		names[i] = id.String()
	}
	_, err := n.read(ascribe.Query{Documents: ids, Links: true, Naming: names})
	return err
}

// read enters the lines of a query, and returns those that are new.
func (n *neighbourhood) read(q ascribe.Query) (fresh []ascribe.Line, err error) {
	q.KnownAt = n.pins.KnownAt
	for line, err := range n.store.Lines(n.ctx, q) {
		if err != nil {
			return nil, err
		}
		if _, known := n.lines[line.Seq]; known {
			continue
		}
		n.lines[line.Seq] = line
		fresh = append(fresh, line)
		if l := line.Entry.Link; l != nil && l.Judgement == ascribe.Same {
			n.join(l.Kind, l.Left, l.Right)
		}
		if d := line.Entry.Decision; d != nil {
			for _, p := range d.Pairs {
				if p.Judgement == ascribe.Same {
					n.join(p.Kind, p.Left, p.Right)
				}
			}
		}
	}
	return fresh, nil
}

func (n *neighbourhood) join(kind ascribe.LinkKind, left, right string) {
	if kind == ascribe.SameIncident || kind == ascribe.SameOrigin {
		n.joined[left] = append(n.joined[left], right)
		n.joined[right] = append(n.joined[right], left)
	}
}

// spelledOut loads the articles that spell out an acronym for one that is held.
func (n *neighbourhood) spelledOut() error {
	var ends []string
	for _, line := range n.lines {
		if l := line.Entry.Link; l != nil && l.Kind == ascribe.IsActor {
			ends = append(ends, l.Right)
		}
	}
	return n.load(idsOf(ends))
}

// named reads the decisions that name a statement or an actor of the lines held, or
// one of those decisions, and so on.
func (n *neighbourhood) named() error {
	var lines []ascribe.Line
	for _, line := range n.lines {
		lines = append(lines, line)
	}
	for len(lines) > 0 {
		var names []string
		for _, line := range lines {
			for _, name := range namesIn(line.Entry) {
				if !n.asked[name] {
					n.asked[name] = true
					names = append(names, name)
				}
			}
		}
		if len(names) == 0 {
			return nil
		}
		var err error
		if lines, err = n.read(ascribe.Query{Naming: names}); err != nil {
			return err
		}
	}
	return nil
}

// namesIn lists what of an entry a decision may name beside its document.
func namesIn(e ascribe.Entry) []string {
	var out []string
	switch {
	case e.Reading != nil:
		for i := range e.Reading.Statements {
			out = append(out, e.Reading.Statements[i].ID.String())
		}
	case e.Link != nil && e.Link.Kind == ascribe.IsActor:
		out = append(out, e.Link.Right)
	case e.Decision != nil:
		out = append(out, e.Decision.ID)
		for _, p := range e.Decision.Pairs {
			if p.Kind == ascribe.SameActor || p.Kind == ascribe.IsActor {
				out = append(out, p.Left, p.Right)
			}
		}
		if c := e.Decision.Coding; c != nil {
			out = append(out, c.Statement.ID.String())
			if c.Is != "" {
				out = append(out, string(c.Is))
			}
		}
	}
	return out
}

// inOrder returns the lines in the order of the ledger.
func (n *neighbourhood) inOrder() iter.Seq2[ascribe.Line, error] {
	lines := make([]ascribe.Line, 0, len(n.lines))
	for _, line := range n.lines {
		lines = append(lines, line)
	}
	slices.SortFunc(lines, func(a, b ascribe.Line) int { return cmp.Compare(a.Seq, b.Seq) })
	return func(yield func(ascribe.Line, error) bool) {
		for _, line := range lines {
			if !yield(line, nil) {
				return
			}
		}
	}
}
