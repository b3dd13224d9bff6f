// Package ledger defines what the ledgers of all stores have in common: when an
// entry already stands, the bytes of a line that the Merkle log hashes, the
// log's tree and its proofs, and the audit of what a store holds.
package ledger

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"ascribe"
)

// Kind is what an entry holds.
type Kind string

// Kinds of entry.
const (
	Capture  Kind = "capture"
	Reading  Kind = "reading"
	Link     Kind = "link"
	Decision Kind = "decision"
)

// A Row is an entry made ready to be stored.
type Row struct {
	Kind     Kind
	Key      string              // an entry whose key stands already is passed over
	Document *ascribe.DocumentID // of a capture that could be read, and of a reading
	Body     []byte              // the entry as JSON; a document's text is not in it
}

// Seal validates an entry and makes it ready to be stored.
func Seal(e ascribe.Entry) (Row, error) {
	if err := validate(e); err != nil {
		return Row{}, err
	}
	row, err := Encode(e)
	if err == nil && holdsReplacement(row.Body) {
		err = ascribe.Errorf(ascribe.Invalid, "the %s holds text that is not UTF-8", row.Kind)
	}
	return row, err
}

// Encode returns the row of an entry that stands in a ledger.
func Encode(e ascribe.Entry) (Row, error) {
	row, err := header(e)
	if err != nil {
		return Row{}, err
	}
	if row.Body, err = json.Marshal(e); err != nil {
		return Row{}, ascribe.Errorf(ascribe.Invalid, "the %s cannot be written as JSON: %w", row.Kind, err)
	}
	return row, nil
}

// Decode reads the body of a row. What the house has no word for is an error.
func Decode(body []byte) (ascribe.Entry, error) {
	var e ascribe.Entry
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(&e); err != nil {
		return ascribe.Entry{}, ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "the entry cannot be read: %w", err),
			"if a newer ascribe wrote it, use that one")
	}
	if d.More() {
		return ascribe.Entry{}, ascribe.Errorf(ascribe.Conflict, "the entry goes on after its end")
	}
	return e, nil
}

// header returns the row of an entry without its body.
func header(e ascribe.Entry) (Row, error) {
	var rows []Row
	if e.Capture != nil {
		row := Row{Kind: Capture, Key: captureKey(e.Capture)}
		if d := e.Capture.Document; d != nil {
			row.Document = &d.ID
		}
		rows = append(rows, row)
	}
	if e.Reading != nil {
		rows = append(rows, Row{Kind: Reading, Key: readingKey(e.Reading), Document: &e.Reading.Document})
	}
	if e.Link != nil {
		rows = append(rows, Row{Kind: Link, Key: string(Link) + ":" + e.Link.Key()})
	}
	if e.Decision != nil {
		rows = append(rows, Row{Kind: Decision, Key: string(Decision) + ":" + e.Decision.ID})
	}
	if len(rows) != 1 {
		return Row{}, ascribe.Errorf(ascribe.Invalid, "an entry is one capture, reading, link or decision; this one holds %d of them", len(rows))
	}
	return rows[0], nil
}

func validate(e ascribe.Entry) error {
	switch {
	case e.Capture != nil:
		return validateCapture(e.Capture)
	case e.Reading != nil && e.Reading.Engine == "":
		return ascribe.Errorf(ascribe.Invalid, "the reading of document %s does not name its engine", e.Reading.Document)
	case e.Link != nil && (e.Link.Left == "" || e.Link.Right == ""):
		return ascribe.Errorf(ascribe.Invalid, "a link needs two ends; it has %q and %q", e.Link.Left, e.Link.Right)
	case e.Link != nil && !e.Link.Provenance.Agent.Machine:
		return ascribe.Errorf(ascribe.Invalid, "a link of %q is no machine's; what a person rules is a decision", e.Link.Provenance.Agent.Name)
	case e.Link != nil && len(e.Link.Engines) > 2:
		return ascribe.Errorf(ascribe.Invalid, "a link has two ends and rests on two readings at most; this one names %d", len(e.Link.Engines))
	case e.Decision != nil:
		return validateDecision(e.Decision)
	}
	return nil
}

func validateDecision(d *ascribe.Decision) error {
	words := *d
	if id, err := words.Identify(); err != nil || id != d.ID {
		return errors.Join(err, ascribe.Errorf(ascribe.Invalid, "the id of decision %q is not that of its words, %s", d.ID, id))
	}
	return d.Validate()
}

func validateCapture(c *ascribe.Capture) error {
	name, d := c.Appearance.InputID, c.Document
	switch {
	case d == nil && c.Problem == "":
		return ascribe.Errorf(ascribe.Invalid, "the capture of %q has neither a document nor a problem", name)
	case d == nil && c.Appearance.Document != ascribe.DocumentID{}:
		return ascribe.Errorf(ascribe.Invalid, "the capture of %q could not be read, yet its appearance names a document", name)
	case d == nil:
		return nil
	case c.Problem != "":
		return ascribe.Errorf(ascribe.Invalid, "the capture of %q has both a document and a problem", name)
	case c.Appearance.Document != d.ID:
		return ascribe.Errorf(ascribe.Invalid, "the capture of %q holds document %s, its appearance names %s", name, d.ID, c.Appearance.Document)
	case ascribe.HashText(d.Text) != d.ID:
		return ascribe.Errorf(ascribe.Invalid, "the text of %q does not hash to its document's id %s", name, d.ID)
	case !utf8.ValidString(d.Text):
		return ascribe.Errorf(ascribe.Invalid, "the text of %q is not UTF-8", name)
	}
	return nil
}

// holdsReplacement reports whether JSON holds the escape \ufffd, which the
// encoder writes for bytes that are not UTF-8 and for nothing else.
func holdsReplacement(body []byte) bool {
	rest := string(body)
	for {
		before, after, found := strings.Cut(rest, `\ufffd`)
		if !found {
			return false
		}
		slashes := len(before) - len(strings.TrimRight(before, `\`))
		if slashes%2 == 0 {
			return true
		}
		rest = after
	}
}
