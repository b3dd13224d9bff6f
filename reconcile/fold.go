package reconcile

import (
	"bytes"
	"cmp"
	"iter"
	"slices"
	"strings"
	"time"

	"ascribe"
)

// held is a document that a view holds: its appearances within the pins, the
// earliest first, and its current reading.
type held struct {
	id      ascribe.DocumentID
	doc     *ascribe.Document
	seen    []ascribe.Appearance
	public  time.Time // by when the first of them surely was
	reading *ascribe.Reading
	rests   map[valued]ascribe.StatementID             // on which values rest that a person coded
	said    map[ascribe.StatementID]*ascribe.Statement // those that no one rejected
	lapses  map[ascribe.StatementID]*ascribe.Lapse     // those that do not stand any more
	before  map[ascribe.StatementID]*sighting          // the first version to hold a sentence that a later one repeats
}

// publicBy is the moment from which a view holds the document.
func (h *held) publicBy() time.Time { return h.public }

// published is when the document was first published, or retrieved where no
// date is printed. A later version of a page was when its text was surely there.
func (h *held) published() time.Time {
	if !h.public.Equal(h.seen[0].PublicBy()) {
		return h.public
	}
	if p := h.seen[0].Published; !p.IsZero() {
		return p.Time
	}
	return h.seen[0].Retrieved
}

// ends are what a link judges.
type ends struct {
	kind        ascribe.LinkKind
	left, right string
}

// endsOf returns the ends of a link, a symmetric link's in order.
func endsOf(l ascribe.Link) ends {
	if l.Kind == ascribe.IsActor {
		return ends{l.Kind, l.Left, l.Right}
	}
	left, right, _ := ordered(l.Left, l.Right)
	return ends{l.Kind, left, right}
}

// intake is what of the ledger lies within the pins.
type intake struct {
	pins     ascribe.Pins
	docs     map[ascribe.DocumentID]*held
	readings map[ascribe.DocumentID]*ascribe.Reading
	machine  map[ends]ascribe.Link
	versions []history
	texts    map[*held]string // of every version
	rulings
}

// Fold computes what the ledger's lines say within the pins. Lines must come in
// the ledger's order; which document was entered first makes no difference. doc
// is asked only for a document that its capture does not carry.
func Fold(lines iter.Seq2[ascribe.Line, error], doc func(ascribe.DocumentID) (*ascribe.Document, error), pins ascribe.Pins) (*State, error) {
	in := &intake{
		pins:     pins,
		docs:     map[ascribe.DocumentID]*held{},
		readings: map[ascribe.DocumentID]*ascribe.Reading{},
		machine:  map[ends]ascribe.Link{},
		texts:    map[*held]string{},
	}
	var decisions []ascribe.Decision
	for line, err := range lines {
		if err != nil {
			return nil, err
		}
		if !pins.KnownAt.IsZero() && line.At.After(pins.KnownAt) {
			continue
		}
		if d := line.Entry.Decision; d != nil {
			decisions = append(decisions, *d)
		}
		in.admit(line.Entry)
	}
	in.rulings = ruled(ascribe.Standing(decisions))
	in.versions = in.dated()
	docs, err := in.hold(doc)
	if err != nil {
		return nil, err
	}
	if err := in.fetch(doc); err != nil {
		return nil, err
	}
	return newState(in, docs), nil
}

// admit takes in one entry of the machine's.
func (in *intake) admit(e ascribe.Entry) {
	switch {
	case e.Capture != nil:
		in.capture(e.Capture)
	case e.Reading != nil:
		in.readings[e.Reading.Document] = e.Reading
	case e.Link != nil:
		in.machine[endsOf(*e.Link)] = *e.Link
	}
}

// capture takes in an appearance.
func (in *intake) capture(c *ascribe.Capture) {
	if c.Problem != "" {
		return
	}
	id := c.Appearance.Document
	if c.Document != nil {
		id = c.Document.ID
	}
	h := in.docs[id]
	if h == nil {
		h = &held{id: id, said: map[ascribe.StatementID]*ascribe.Statement{}, lapses: map[ascribe.StatementID]*ascribe.Lapse{}, before: map[ascribe.StatementID]*sighting{}}
		in.docs[id] = h
	}
	if h.doc == nil {
		h.doc = c.Document
	}
	same := func(a ascribe.Appearance) bool { return compareAppearances(a, c.Appearance) == 0 }
	if !slices.ContainsFunc(h.seen, same) {
		h.seen = append(h.seen, c.Appearance)
	}
}

// hold completes the documents and returns them in order: by publication, then
// by id.
func (in *intake) hold(doc func(ascribe.DocumentID) (*ascribe.Document, error)) ([]*held, error) {
	docs := make([]*held, 0, len(in.docs))
	for id, h := range in.docs {
		if h.doc == nil {
			d, err := doc(id)
			if err != nil {
				return nil, err
			}
			h.doc = d
		}
		h.reading = in.readings[id]
		if h.reading == nil {
			h.reading = &ascribe.Reading{Document: id}
		}
		h.reading, h.rests = in.corrected(h.reading)
		for i := range h.reading.Statements {
			s := &h.reading.Statements[i]
			if in.verdicts[s.ID].Act != ascribe.Reject {
				h.said[s.ID] = s
			}
		}
		docs = append(docs, h)
	}
	slices.SortFunc(docs, func(a, b *held) int {
		return cmp.Or(a.publicBy().Compare(b.publicBy()), bytes.Compare(a.id[:], b.id[:]))
	})
	return docs, nil
}

func compareAppearances(a, b ascribe.Appearance) int {
	return cmp.Or(
		a.PublicBy().Compare(b.PublicBy()),
		strings.Compare(string(a.Outlet), string(b.Outlet)),
		strings.Compare(a.URL, b.URL),
		strings.Compare(a.InputID, b.InputID),
		a.Retrieved.Compare(b.Retrieved),
		strings.Compare(string(a.Raw), string(b.Raw)),
		cmp.Compare(a.Status, b.Status),
		strings.Compare(a.Headline, b.Headline),
	)
}

// judgements returns the links of one kind that stand, with a person's word in
// place of the machine's on the same pair, and the people's words, the latest
// first. A machine's link stands while the readings that it rests on are the
// current ones.
func (in *intake) judgements(kind ascribe.LinkKind) (machine, people []ascribe.Link) {
	for key, l := range in.machine {
		if _, ruled := in.words[key]; key.kind == kind && !ruled && in.current(l) {
			l.Engines = nil // has served; what a view says is the same whoever read it
			machine = append(machine, l)
		}
	}
	slices.SortFunc(machine, compareLinks)
	return machine, in.people(kind)
}

// current reports whether a machine's link rests on the readings that the view
// holds of its ends.
func (in *intake) current(l ascribe.Link) bool {
	ends := []string{l.Left, l.Right}
	for i, engine := range l.Engines[:min(len(l.Engines), len(ends))] {
		doc, _ := ascribe.DocumentOf(ends[i])
		if r := in.readings[doc]; r == nil || r.Engine != engine {
			return false
		}
	}
	return true
}

func compareLinks(a, b ascribe.Link) int {
	return cmp.Or(strings.Compare(a.Left, b.Left), strings.Compare(a.Right, b.Right), cmp.Compare(a.Kind, b.Kind))
}
