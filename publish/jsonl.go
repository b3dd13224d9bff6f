package publish

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"time"
	"unicode/utf8"

	"ascribe"
)

// ledgerFormat names the shape of an exported line
// (docs/schema/ledger.schema.json).
const ledgerFormat = "ascribe.ledger/1"

// lineJSON is one line of the ledger. An entry is in it as the ledger holds it:
// with the spans that its ids are made of, {"s":…,"e":…} in bytes of the text.
type lineJSON struct {
	Format string    `json:"format"`
	Seq    int64     `json:"seq"`
	At     time.Time `json:"at"`
	ascribe.Entry
	Text *string `json:"text,omitempty"` // of a capture's document
}

// Lines writes a ledger, one line of JSON for each of its lines. Nothing is
// lost: [ReadLines] gives the same lines again. doc returns a document with its
// text, as [ascribe.Archive] does; the documents of a ledger's lines come
// without.
//
// It is the whole ledger with all names in it, for a backup or another desk.
func Lines(w io.Writer, lines iter.Seq2[ascribe.Line, error], doc func(ascribe.DocumentID) (*ascribe.Document, error)) error {
	for l, err := range lines {
		if err != nil {
			return err
		}
		out := lineJSON{Format: ledgerFormat, Seq: l.Seq, At: l.At.UTC(), Entry: l.Entry}
		if c := l.Entry.Capture; c != nil && c.Document != nil {
			text, err := textOf(c.Document, doc)
			if err != nil {
				return ascribe.Errorf(ascribe.KindOf(err), "line %d of the ledger: %w", l.Seq, err)
			}
			out.Text = &text
		}
		if err := writeLine(w, out); err != nil {
			return ascribe.Errorf(ascribe.KindOf(err), "line %d of the ledger: %w", l.Seq, err)
		}
	}
	return nil
}

// textOf returns the text that a document's id names.
func textOf(d *ascribe.Document, doc func(ascribe.DocumentID) (*ascribe.Document, error)) (string, error) {
	text := d.Text
	if ascribe.HashText(text) != d.ID {
		full, err := doc(d.ID)
		if err != nil {
			return "", err
		}
		text = full.Text
	}
	if ascribe.HashText(text) != d.ID {
		return "", ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "the text of document %s is not the one that its id names", d.ID), "run ascribe check")
	}
	if !utf8.ValidString(text) {
		return "", ascribe.Errorf(ascribe.Invalid, "the text of document %s is not UTF-8", d.ID)
	}
	return text, nil
}

// longestLine is how many bytes a line of an export may have.
const longestLine = 256 << 20

// ReadLines reads what [Lines] wrote. Each line is checked before it is given
// out: its format, that it holds one entry and nothing unknown, its number and
// time against the line before, and a document's text against its id. The first
// error ends it.
func ReadLines(r io.Reader) iter.Seq2[ascribe.Line, error] {
	return func(yield func(ascribe.Line, error) bool) {
		in := bufio.NewReaderSize(r, 1<<16)
		var last *ascribe.Line
		for n := 1; ; n++ {
			raw, err := nextLine(in)
			if errors.Is(err, io.EOF) {
				return
			}
			var l ascribe.Line
			if err == nil {
				l, err = readLine(raw, last)
			}
			if err != nil {
				yield(ascribe.Line{}, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "line %d of the export: %w", n, err),
					"take the export again, whole and unchanged"))
				return
			}
			if !yield(l, nil) {
				return
			}
			last = &ascribe.Line{Seq: l.Seq, At: l.At}
		}
	}
}

// nextLine returns the next line, or io.EOF after the last one.
func nextLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case len(line) > longestLine:
			return nil, ascribe.Errorf(ascribe.Invalid, "it is longer than %d bytes", longestLine)
		case err == nil:
			return line, nil
		case err == io.EOF && len(line) > 0:
			return nil, ascribe.Errorf(ascribe.Invalid, "it is cut off")
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, err
		}
	}
}

func readLine(raw []byte, last *ascribe.Line) (ascribe.Line, error) {
	var in lineJSON
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&in); err != nil {
		return ascribe.Line{}, ascribe.Errorf(ascribe.Invalid, "it is not a line of the ledger: %w", err)
	}
	l := ascribe.Line{Seq: in.Seq, At: in.At, Entry: in.Entry}
	switch e := &in.Entry; {
	case in.Format != ledgerFormat:
		return l, ascribe.Errorf(ascribe.Invalid, "its format is %q, not %q", in.Format, ledgerFormat)
	case d.More():
		return l, ascribe.Errorf(ascribe.Invalid, "it goes on after its end")
	case entries(e) != 1:
		return l, ascribe.Errorf(ascribe.Invalid, "it holds %d entries, not one", entries(e))
	case in.Seq < 0 || last != nil && in.Seq <= last.Seq:
		return l, ascribe.Errorf(ascribe.Conflict, "its number %d does not follow", in.Seq)
	case last != nil && in.At.Before(last.At):
		return l, ascribe.Errorf(ascribe.Conflict, "it is earlier than the line before")
	}
	c := in.Capture
	if c == nil || c.Document == nil {
		if in.Text != nil {
			return l, ascribe.Errorf(ascribe.Invalid, "it holds a text and no document")
		}
		return l, nil
	}
	if in.Text == nil || ascribe.HashText(*in.Text) != c.Document.ID {
		return l, ascribe.Errorf(ascribe.Conflict, "the text of document %s is not the one that its id names", c.Document.ID)
	}
	c.Document.Text = *in.Text
	return l, nil
}

// entries counts what an entry holds.
func entries(e *ascribe.Entry) int {
	n := 0
	for _, held := range []bool{e.Capture != nil, e.Reading != nil, e.Link != nil, e.Decision != nil} {
		if held {
			n++
		}
	}
	return n
}
