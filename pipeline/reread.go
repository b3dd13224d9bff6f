package pipeline

import (
	"context"
	"slices"

	"ascribe"
)

// Reread reads every stored document that this engine has not read, and judges
// it against the others anew. The older readings stay in the ledger, people's
// decisions stand, and a run that is cut short is taken up by the next. Known
// counts the documents that needed no reading.
func (p *Pipeline) Reread(ctx context.Context) (Result, error) {
	var done Result
	todo, known, err := p.unread(ctx)
	if err != nil {
		return done, err
	}
	done.Known, done.Left = known, len(todo)
	for group := range slices.Chunk(todo, batchSize) {
		b := &batch{Pipeline: p, engine: p.Extractor.Engine()}
		if err := b.fetch(ctx, group); err != nil {
			return done, err
		}
		b.extract()
		if err := b.reconcile(ctx); err != nil {
			return done, err
		}
		if _, err := p.Store.Append(ctx, b.entries...); err != nil {
			return done, err
		}
		done.Added += len(group)
		done.Left -= len(group)
		if p.Progress != nil {
			p.Progress(done)
		}
		if err := ctx.Err(); err != nil {
			return done, err
		}
	}
	return done, nil
}

// unread lists the documents that this engine has not read, in the order in which
// they were first captured, and counts the others.
func (p *Pipeline) unread(ctx context.Context) (todo []ascribe.DocumentID, known int, err error) {
	var all []ascribe.DocumentID
	seen, read := map[ascribe.DocumentID]bool{}, map[ascribe.DocumentID]bool{}
	engine := p.Extractor.Engine()
	for line, err := range p.Store.Lines(ctx, ascribe.Query{}) {
		if err != nil {
			return nil, 0, err
		}
		switch e := line.Entry; {
		case e.Capture != nil && e.Capture.Document != nil:
			if id := e.Capture.Document.ID; !seen[id] {
				seen[id] = true
				all = append(all, id)
			}
		case e.Reading != nil:
			read[e.Reading.Document] = e.Reading.Engine == engine
		}
	}
	for _, id := range all {
		if !read[id] {
			todo = append(todo, id)
		}
	}
	return todo, len(all) - len(todo), nil
}

// fetch takes stored documents into the batch, with where they appeared.
func (b *batch) fetch(ctx context.Context, ids []ascribe.DocumentID) error {
	for _, id := range ids {
		doc, err := b.Store.Document(ctx, id)
		if err != nil {
			return err
		}
		b.docs = append(b.docs, &item{doc: doc})
	}
	if err := b.recall(ctx); err != nil {
		return err
	}
	for _, it := range b.docs {
		it.fresh = it.seen
	}
	return nil
}
