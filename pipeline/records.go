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
// rest on. It may be used from several goroutines at once.
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
	since  ascribe.Query // the lines that would alter it
}

// mostKept is how many records are kept at hand.
const mostKept = 500

// Record returns the record that an id of an incident, or the beginning of one,
// leads to within the pins. It must not be altered.
func (r *Records) Record(ctx context.Context, pins ascribe.Pins, id string) (*ascribe.Record, error) {
	of := asked{id, pins}
	if k := r.get(of); k != nil {
		if fresh, err := r.stands(ctx, k); fresh || err != nil {
			return k.record, err
		}
	}
	head, err := r.Store.Head(ctx)
	if err != nil {
		return nil, err
	}
	record, n, err := newRecord(ctx, r.Store, pins, id)
	if err != nil {
		return nil, err
	}
	if id == string(record.Incident) || slices.Contains(record.Also, ascribe.IncidentID(id)) { // the beginning of an id may come to lead elsewhere
		r.put(&kept{of, record, n.since(head.Size)})
	}
	return record, nil
}

// stands reports whether nothing has been entered that a record would rest on.
func (r *Records) stands(ctx context.Context, k *kept) (bool, error) {
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
