package ledger

import (
	"fmt"
	"slices"

	"golang.org/x/mod/sumdb/tlog"

	"ascribe"
)

// A Report is what an audit found. A store is sound when it lists no problem.
type Report struct {
	Head      ascribe.Head `json:"head"` // computed from the lines, not read
	Lines     int64        `json:"lines"`
	Captures  int64        `json:"captures"`
	Readings  int64        `json:"readings"`
	Documents int64        `json:"documents"`
	RawBlobs  int64        `json:"raw_blobs"`
	Texts     int64        `json:"texts"`
	// Unclaimed counts blobs that no line names: what an add that was broken off
	// had kept already. They do no harm.
	Unclaimed int64     `json:"unclaimed"`
	Anchors   Anchors   `json:"anchors"`
	Problems  []Problem `json:"problems,omitempty"`
}

// A Problem is one thing that is wrong, and where.
type Problem struct {
	Place string `json:"place"` // "line 12", "raw/ab/….zst", "database"
	What  string `json:"what"`
}

// String returns the place and what is wrong there.
func (p Problem) String() string { return p.Place + ": " + p.What }

// Wrong adds a problem to the report.
func (r *Report) Wrong(place, format string, a ...any) {
	r.Problems = append(r.Problems, Problem{Place: place, What: fmt.Sprintf(format, a...)})
}

// Sound reports whether nothing is wrong.
func (r *Report) Sound() bool { return len(r.Problems) == 0 }

// A Stored line is a line as a store has it, not yet believed.
type Stored struct {
	Seq      int64
	At       int64 // nanoseconds since 1970, UTC
	Row      Row   // the body unpacked
	BodyErr  error // why the body could not be unpacked
	Document []byte
	Nodes    []tlog.Hash // the hashes stored for this line
}

// An Audit goes through the lines of a ledger in order and compares each with
// its leaf, the tree, and the documents.
type Audit struct {
	Report  Report
	archive Archive
	tree    Tree
	last    int64
	// texts keeps the documents met last: a reading follows its capture closely.
	texts []*ascribe.Document
	seen  map[ascribe.DocumentID]bool
	raw   map[ascribe.BlobKey]bool
}

// An Archive is what an audit reads texts and raw bytes from. It proves what it
// returns by its hash.
type Archive interface {
	Text(id ascribe.DocumentID) (string, error)
	Raw(key ascribe.BlobKey) ([]byte, error)
	// Document returns a document as it was first captured, text and all.
	Document(id ascribe.DocumentID) (*ascribe.Document, error)
}

// NewAudit returns an audit of a ledger from its first line.
func NewAudit(archive Archive) *Audit {
	a := &Audit{archive: archive, seen: map[ascribe.DocumentID]bool{}, raw: map[ascribe.BlobKey]bool{}}
	a.Report.Head = a.tree.Head()
	return a
}

// Line audits the next line and returns its entry, or nil when it cannot be
// believed.
func (a *Audit) Line(s Stored) *ascribe.Entry {
	place := fmt.Sprintf("line %d", s.Seq)
	if s.Seq != a.Report.Lines {
		a.Report.Wrong(place, "stands where line %d is expected", a.Report.Lines)
	}
	if s.At < a.last {
		a.Report.Wrong(place, "was entered before the line above it")
	}
	a.last = s.At
	a.Report.Lines++
	fresh := a.tree.Add(LeafBytes(s.Seq, s.At, s.Row))
	a.Report.Head = a.tree.Head()
	if s.BodyErr != nil {
		a.Report.Wrong(place, "its body is %v", s.BodyErr)
		return nil
	}
	if len(s.Nodes) != len(fresh) {
		a.Report.Wrong(place, "the log holds %d hashes for it, not %d", len(s.Nodes), len(fresh))
		return nil
	}
	if s.Nodes[0] != fresh[0] {
		a.Report.Wrong(place, "it is not what was entered: its hash is %v, the log's %v", fresh[0], s.Nodes[0])
		return nil
	}
	if !slices.Equal(s.Nodes, fresh) {
		a.Report.Wrong(place, "the log's tree does not fit the lines up to here")
	}
	return a.entry(place, s)
}

// entry audits what an untouched line says.
func (a *Audit) entry(place string, s Stored) *ascribe.Entry {
	e, err := Decode(s.Row.Body)
	if err != nil {
		a.Report.Wrong(place, "%v", err)
		return nil
	}
	row, err := header(e)
	if err != nil {
		a.Report.Wrong(place, "%v", err)
		return nil
	}
	if row.Kind != s.Row.Kind || row.Key != s.Row.Key {
		a.Report.Wrong(place, "it is filed as %s, its entry is %s", s.Row.Key, row.Key)
	}
	if row.Document == nil && s.Document != nil || row.Document != nil && !slices.Equal(row.Document[:], s.Document) {
		a.Report.Wrong(place, "it is filed under another document than its entry names")
	}
	switch {
	case e.Capture != nil:
		a.capture(place, e.Capture)
	case e.Reading != nil:
		a.reading(place, e.Reading)
	case e.Decision != nil && e.Decision.Coding != nil:
		a.coding(place, e.Decision.Coding)
	}
	return &e
}

func (a *Audit) capture(place string, c *ascribe.Capture) {
	a.Report.Captures++
	if key := c.Appearance.Raw; key != "" && !a.raw[key] {
		a.raw[key] = true
		if _, err := a.archive.Raw(key); err != nil {
			a.Report.Wrong(place, "its bytes as fetched: %v", err)
		}
	}
	if c.Document == nil {
		return
	}
	again := a.seen[c.Document.ID]
	if !again {
		a.seen[c.Document.ID] = true
		a.Report.Documents++
	}
	text, err := a.archive.Text(c.Document.ID)
	if err != nil {
		a.Report.Wrong(place, "its text: %v", err)
		return
	}
	d := *c.Document
	d.Text = text
	for _, what := range CheckDocument(&d) {
		a.Report.Wrong(place, "document %s: %s", d.ID, what)
	}
	if !again {
		a.remember(&d)
	}
}

func (a *Audit) reading(place string, r *ascribe.Reading) {
	a.Report.Readings++
	d, err := a.document(r.Document)
	if err != nil {
		a.Report.Anchors.Checked += int64(len(r.Statements))
		a.Report.Wrong(place, "none of its %d statements can be checked: %v", len(r.Statements), err)
		return
	}
	anchors, problems := CheckReading(r, d)
	a.Report.Anchors.Checked += anchors.Checked
	a.Report.Anchors.Exact += anchors.Exact
	for _, what := range problems {
		a.Report.Wrong(place, "reading of document %s: %s", d.ID, what)
	}
}

func (a *Audit) coding(place string, c *ascribe.Coding) {
	d, err := a.document(c.Document())
	if err != nil {
		a.Report.Anchors.Checked++
		a.Report.Wrong(place, "what was coded by hand cannot be checked: %v", err)
		return
	}
	anchors, problems := CheckCoding(c, d)
	a.Report.Anchors.Checked += anchors.Checked
	a.Report.Anchors.Exact += anchors.Exact
	for _, what := range problems {
		a.Report.Wrong(place, "coding of document %s: %s", d.ID, what)
	}
}

// document returns a document as it was first captured, with its text.
func (a *Audit) document(id ascribe.DocumentID) (*ascribe.Document, error) {
	for _, d := range a.texts {
		if d.ID == id {
			return d, nil
		}
	}
	if !a.seen[id] {
		return nil, ascribe.Errorf(ascribe.NotFound, "document %s has no capture before it", id)
	}
	d, err := a.archive.Document(id)
	if err != nil {
		return nil, err
	}
	a.remember(d)
	return d, nil
}

// remember keeps the 64 documents met last at hand.
func (a *Audit) remember(d *ascribe.Document) {
	if len(a.texts) == 64 {
		a.texts = slices.Delete(a.texts, 0, 1)
	}
	a.texts = append(a.texts, d)
}

// Claims reports whether a line audited so far names the document's text.
func (a *Audit) Claims(id ascribe.DocumentID) bool { return a.seen[id] }

// ClaimsRaw reports whether a line audited so far names the raw bytes.
func (a *Audit) ClaimsRaw(key ascribe.BlobKey) bool { return a.raw[key] }
