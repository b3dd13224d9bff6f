package pipeline

import (
	"container/list"
	"context"
	"slices"

	"ascribe"
	"ascribe/reconcile"
)

// nearest is how many stored documents a new one is judged against at most.
const nearest = 200

// near returns the profiles of the stored documents that share keys with a new
// one.
func (b *batch) near(ctx context.Context, keys []string) ([]*reconcile.Profile, error) {
	ids, err := b.Store.Sharing(ctx, keys, nearest)
	if err != nil {
		return nil, err
	}
	var out []*reconcile.Profile
	var missing []ascribe.DocumentID
	for _, id := range ids {
		if p := b.profiles.get(id); p != nil {
			out = append(out, p)
		} else {
			missing = append(missing, id)
		}
	}
	for _, find := range []func(context.Context, []ascribe.DocumentID) ([]*reconcile.Profile, error){b.unpack, b.load} {
		found, err := find(ctx, missing)
		if err != nil {
			return nil, err
		}
		for _, p := range found {
			b.profiles.put(p)
			missing = slices.DeleteFunc(missing, func(id ascribe.DocumentID) bool { return id == p.Document })
		}
		out = append(out, found...)
	}
	return out, nil
}

// unpack reads the profiles that the store holds.
func (b *batch) unpack(ctx context.Context, ids []ascribe.DocumentID) ([]*reconcile.Profile, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	held, err := b.Store.Profiles(ctx, ids)
	if err != nil {
		return nil, err
	}
	var out []*reconcile.Profile
	for _, id := range ids {
		if p := reconcile.Unpack(held[id]); p != nil {
			out = append(out, p)
		}
	}
	return out, nil
}

// load draws up the profiles of stored documents, by their last reading.
func (b *batch) load(ctx context.Context, ids []ascribe.DocumentID) ([]*reconcile.Profile, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	seen := map[ascribe.DocumentID][]ascribe.Appearance{}
	read := map[ascribe.DocumentID]*ascribe.Reading{}
	for line, err := range b.Store.Lines(ctx, ascribe.Query{Documents: ids}) {
		if err != nil {
			return nil, err
		}
		switch e := line.Entry; {
		case e.Capture != nil && e.Capture.Document != nil:
			id := e.Capture.Document.ID
			seen[id] = append(seen[id], e.Capture.Appearance)
		case e.Reading != nil:
			read[e.Reading.Document] = e.Reading
		}
	}
	var out []*reconcile.Profile
	for _, id := range ids {
		if read[id] == nil {
			continue
		}
		doc, err := b.Store.Document(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, reconcile.NewProfile(doc, seen[id], read[id]))
	}
	return out, nil
}

// cacheSize is how many profiles are kept at hand.
const cacheSize = 2000

// A cache keeps the profiles used last. Its zero value is empty and ready.
type cache struct {
	order *list.List // of *reconcile.Profile, the one used last in front
	at    map[ascribe.DocumentID]*list.Element
}

// get returns the profile of a document, or nil.
func (c *cache) get(id ascribe.DocumentID) *reconcile.Profile {
	e := c.at[id]
	if e == nil {
		return nil
	}
	c.order.MoveToFront(e)
	return e.Value.(*reconcile.Profile)
}

// put enters a profile, in place of an older one of its document.
func (c *cache) put(p *reconcile.Profile) {
	if c.order == nil {
		c.order, c.at = list.New(), map[ascribe.DocumentID]*list.Element{}
	}
	if e := c.at[p.Document]; e != nil {
		e.Value = p
		c.order.MoveToFront(e)
		return
	}
	c.at[p.Document] = c.order.PushFront(p)
	if c.order.Len() > cacheSize {
		oldest := c.order.Back()
		c.order.Remove(oldest)
		delete(c.at, oldest.Value.(*reconcile.Profile).Document)
	}
}
