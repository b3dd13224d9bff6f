package sandbox

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"time"
	"unicode/utf8"

	"ascribe"
	"ascribe/read"
)

// maxFrame is the most that one message may hold in its header or its payload.
const maxFrame = 64 << 20

// A request asks the child to read one input; the payload is its bytes.
type request struct {
	Name      string    `json:"name"`
	URL       string    `json:"url"`
	Kind      read.Kind `json:"kind"`
	Retrieved time.Time `json:"retrieved"`
	FirstLine int       `json:"first_line"`
}

// A reply is one article, or the end of an input. The payload is the text of
// the document, then the article's own bytes where they are not part of the input.
type reply struct {
	Done       bool               `json:"done,omitempty"`
	Document   *ascribe.Document  `json:"document,omitempty"`
	TextSize   int                `json:"text_size,omitempty"`
	Appearance ascribe.Appearance `json:"appearance"`
	RawAt      ascribe.Span       `json:"raw_at,omitzero"` // where the article's bytes stand in the input
	Failure    *failure           `json:"failure,omitempty"`
}

// A failure is an error on its way to the parent.
type failure struct {
	Kind    ascribe.Kind `json:"kind"`
	Message string       `json:"message"`
	Hint    string       `json:"hint,omitempty"`
}

func (f *failure) err() error {
	err := ascribe.Errorf(f.Kind, "%s", f.Message)
	if f.Hint != "" {
		err = ascribe.WithHint(err, f.Hint)
	}
	return err
}

// writeFrame sends a message: the lengths of header and payload, then both.
func writeFrame(w io.Writer, header any, payload ...[]byte) error {
	h, err := json.Marshal(header)
	if err != nil {
		return err
	}
	size := 0
	for _, p := range payload {
		size += len(p)
	}
	if len(h) > maxFrame || size > maxFrame {
		return fmt.Errorf("a message of %d and %d bytes is too long", len(h), size)
	}
	var lengths [8]byte
	binary.BigEndian.PutUint32(lengths[:4], uint32(len(h)))
	binary.BigEndian.PutUint32(lengths[4:], uint32(size))
	for _, b := range append([][]byte{lengths[:], h}, payload...) {
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	return nil
}

// readFrame receives a message into header and returns its payload.
func readFrame(r io.Reader, header any) ([]byte, error) {
	var lengths [8]byte
	if _, err := io.ReadFull(r, lengths[:]); err != nil {
		return nil, err
	}
	h, p := binary.BigEndian.Uint32(lengths[:4]), binary.BigEndian.Uint32(lengths[4:])
	if h > maxFrame || p > maxFrame {
		return nil, fmt.Errorf("a message claims %d and %d bytes", h, p)
	}
	b := make([]byte, int(h)+int(p))
	if _, err := io.ReadFull(r, b); err != nil {
		return nil, io.ErrUnexpectedEOF
	}
	return b[h:], json.Unmarshal(b[:h], header)
}

// send writes an article of an input.
func send(w io.Writer, a read.Article, input []byte) error {
	rep := reply{Document: a.Document, Appearance: a.Appearance}
	var payload [][]byte
	if a.Document != nil {
		rep.TextSize = len(a.Document.Text)
		payload = append(payload, []byte(a.Document.Text))
	}
	if at, ok := within(input, a.Raw); ok {
		rep.RawAt = at
	} else {
		payload = append(payload, a.Raw)
	}
	if a.Err != nil {
		rep.Failure = &failure{Kind: ascribe.KindOf(a.Err), Message: a.Err.Error(), Hint: ascribe.HintOf(a.Err)}
	}
	return writeFrame(w, rep, payload...)
}

// within returns where raw stands in the input.
func within(input, raw []byte) (ascribe.Span, bool) {
	if len(raw) == 0 {
		return ascribe.Span{}, false
	}
	at := cap(input) - cap(raw) // a part of a slice shares the end of its memory
	if at < 0 || at+len(raw) > len(input) || !bytes.Equal(input[at:at+len(raw)], raw) {
		at = bytes.Index(input, raw)
	}
	return ascribe.Span{Start: at, End: at + len(raw)}, at >= 0
}

// article makes the article of a reply. The child has seen hostile bytes, so
// nothing in its answer is believed that can be checked.
func (rep *reply) article(payload, input []byte) (read.Article, error) {
	a := read.Article{Appearance: rep.Appearance}
	if rep.TextSize < 0 || rep.TextSize > len(payload) {
		return a, fmt.Errorf("the text has %d of %d bytes", rep.TextSize, len(payload))
	}
	text := string(payload[:rep.TextSize])
	a.Raw = payload[rep.TextSize:]
	if s := rep.RawAt; !s.IsZero() {
		if s.Start < 0 || s.Start > s.End || s.End > len(input) {
			return a, fmt.Errorf("the article's bytes are at %v of %d", s, len(input))
		}
		a.Raw = input[s.Start:s.End]
	}
	if rep.Failure != nil {
		a.Err = rep.Failure.err()
		return a, nil
	}
	if rep.Document == nil {
		return a, fmt.Errorf("an article has neither a document nor an error")
	}
	rep.Document.Text = text
	rep.Document.ID = ascribe.HashText(text)
	a.Appearance.Document = rep.Document.ID
	a.Document = rep.Document
	return a, sound(rep.Document)
}

// sound reports what is wrong with the spans of a document.
func sound(d *ascribe.Document) error {
	if !utf8.ValidString(d.Text) {
		return fmt.Errorf("the text is not UTF-8")
	}
	at := 0
	for _, b := range d.Blocks {
		if b.Span.Start < at || b.Span.End < b.Span.Start || b.Span.End > len(d.Text) {
			return fmt.Errorf("block %v is out of order or outside the text", b.Span)
		}
		at = b.Span.End
	}
	at = 0
	for _, s := range d.Sentences {
		if s.Start < at || s.End < s.Start || s.End > len(d.Text) {
			return fmt.Errorf("sentence %v is out of order or outside the text", s)
		}
		at = s.End
	}
	for _, c := range d.Credits {
		if c.Span.Start < 0 || c.Span.End < c.Span.Start || c.Span.End > len(d.Text) {
			return fmt.Errorf("credit %v is outside the text", c.Span)
		}
	}
	return nil
}
