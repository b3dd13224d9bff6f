package pipeline

import (
	"container/list"
	"context"
	"maps"
	"slices"
	"sync"

	"ascribe"
)

// Records gives the records of a store as [Record] does, and keeps at hand those it
// gave last. One is given again as long as no line has been entered that it would
// rest on; one that stands now comes from the catalogue where that holds the whole
// ledger. It may be used from several goroutines at once.
type Records struct {
	Store ascribe.Store

	mu    sync.Mutex
	order *list.List // of *kept, the one given last in front
	at    map[asked]*list.Element
}

// asked is what a record is asked for by.
type asked struct {
	id   string
	pins ascribe.Pins
}

// kept is a record at hand, and what it rests on.
type kept struct {
	asked
	record *ascribe.Record
	lines  int64         // of the ledger, when it was given
	since  ascribe.Query // the lines that would alter it; zero where any may
}

// mostKept is how many records are kept at hand.
const mostKept = 500

// Record returns the record that an id of an incident, or the beginning of one,
// leads to within the pins. It must not be altered.
func (r *Records) Record(ctx context.Context, pins ascribe.Pins, id string) (*ascribe.Record, error) {
	of := asked{id, pins}
	head, err := r.Store.Head(ctx)
	if err != nil {
		return nil, err
	}
	if k := r.get(of); k != nil {
		if fresh, err := r.stands(ctx, k, head.Size); fresh || err != nil {
			return k.record, err
		}
	}
	if record, err := r.listed(ctx, of, head.Size); record != nil || err != nil {
		return record, err
	}
	record, n, err := newRecord(ctx, r.Store, pins, id)
	if err != nil {
		return nil, err
	}
	if id == string(record.Incident) || slices.Contains(record.Also, ascribe.IncidentID(id)) { // the beginning of an id may come to lead elsewhere
		r.put(&kept{of, record, head.Size, n.since(head.Size)})
	}
	return record, nil
}

// listed returns a record that stands now from the catalogue, nil where that does not
// hold the whole ledger, or no such id.
func (r *Records) listed(ctx context.Context, of asked, lines int64) (*ascribe.Record, error) {
	if of.pins != (ascribe.Pins{}) {
		return nil, nil
	}
	held, by, err := r.Store.Catalogued(ctx)
	if err != nil || held != lines || by != rules() {
		return nil, err
	}
	l, err := r.Store.Listed(ctx, ascribe.IncidentID(of.id))
	if ascribe.KindOf(err) == ascribe.NotFound { // it may be the beginning of one
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	r.put(&kept{asked: of, record: l.Record, lines: lines})
	return l.Record, nil
}

// stands reports whether nothing has been entered that a record would rest on.
func (r *Records) stands(ctx context.Context, k *kept, lines int64) (bool, error) {
	if k.lines == lines || k.since.After == 0 {
		return k.lines == lines, nil
	}
	for _, err := range r.Store.Lines(ctx, k.since) {
		return false, err
	}
	return true, nil
}

// since asks for the first line, of those from one on, that the neighbourhood would
// hold.
func (n *neighbourhood) since(line int64) ascribe.Query {
	names := slices.Collect(maps.Keys(n.asked))
	docs := make([]ascribe.DocumentID, 0, len(n.loaded))
	for id := range n.loaded {
		docs = append(docs, id)
		names = append(names, id.String())
	}
	return ascribe.Query{Documents: docs, Links: true, Naming: names, After: line, KnownAt: n.pins.KnownAt, Limit: 1}
}

func (r *Records) get(of asked) *kept {
	r.mu.Lock()
	defer r.mu.Unlock()
	e := r.at[of]
	if e == nil {
		return nil
	}
	r.order.MoveToFront(e)
	return e.Value.(*kept)
}

func (r *Records) put(k *kept) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.order == nil {
		r.order, r.at = list.New(), map[asked]*list.Element{}
	}
	if old := r.at[k.asked]; old != nil {
		r.order.Remove(old)
	}
	r.at[k.asked] = r.order.PushFront(k)
	if r.order.Len() > mostKept {
		oldest := r.order.Back()
		r.order.Remove(oldest)
		delete(r.at, oldest.Value.(*kept).asked)
	}
}
