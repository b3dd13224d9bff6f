package read

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"ascribe"
)

// A row is one line of JSON Lines.
type row struct {
	ID        string  `json:"id"`
	URL       string  `json:"url"`
	Outlet    string  `json:"outlet"`
	Published string  `json:"published"`
	Title     string  `json:"title"`
	Text      *string `json:"text"`
	HTML      *string `json:"html"`
	// Of an agency's item, as ninjs names them: whether it may be used, and its
	// word to the editors, which stands in for the text of one that may not.
	PubStatus string `json:"pubstatus"`
	EdNote    string `json:"ednote"`
}

// jsonlArticles reads JSON Lines, one article a line. A line that cannot be
// read gives an article with its error; the others follow.
func jsonlArticles(in Input, yield func(Article) bool) {
	n := max(in.FirstLine, 1)
	for raw := range bytes.Lines(bytes.TrimPrefix(in.Bytes, []byte("\xef\xbb\xbf"))) {
		raw = bytes.TrimSpace(raw)
		if len(raw) > 0 && !yield(Row(in, raw, n)) {
			return
		}
		n++
	}
}

// Row reads line n of a JSON Lines input.
func Row(in Input, line []byte, n int) Article {
	raw, place := bytes.TrimSpace(line), fmt.Sprintf("%s:%d", in.Name, n)
	a := Article{Raw: raw, Appearance: ascribe.Appearance{InputID: place, Retrieved: in.Retrieved}}
	if len(raw) > MaxPage {
		a.Err = tooLarge(place, len(raw))
		return a
	}
	var r row
	if err := decodeRow(raw, &r); err != nil {
		a.Err = ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s: not an article in JSON: %w", place, err),
			"Each line must be one JSON object with the keys id, url, outlet, published, title and text or html.")
		return a
	}
	if r.ID != "" {
		a.Appearance.InputID = r.ID
	}
	if r.URL != "" {
		a.Appearance.URL = Canonical(r.URL)
		a.Appearance.Outlet = OutletOf(r.URL)
	}
	if r.Outlet != "" {
		a.Appearance.Outlet = ascribe.OutletID(r.Outlet)
	}
	given, err := parseGiven(r.Published)
	if err != nil {
		a.Err = ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s: %w", place, err), "Write it as 2024-03-22 or 2024-03-22T20:15:00Z, or leave the key out.")
		return a
	}
	a.Appearance.Published = given
	if r.PubStatus != "" {
		if err := a.Appearance.Status.UnmarshalText([]byte(strings.ToLower(r.PubStatus))); err != nil {
			a.Err = ascribe.Errorf(ascribe.Invalid, "%s: %w", place, err)
			return a
		}
	}
	if a.Appearance.Status != ascribe.Usable && r.EdNote != "" && (r.Text == nil || !hasLetter(*r.Text)) && r.HTML == nil {
		r.Text = &r.EdNote
	}
	switch {
	case r.Text != nil && hasLetter(*r.Text):
		fillText(&a, r)
	case r.HTML != nil && *r.HTML != "":
		fillHTML(&a, r, place)
	default:
		a.Err = noText(place)
	}
	return a
}

// decodeRow reads exactly one JSON object.
func decodeRow(raw []byte, r *row) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	if err := d.Decode(r); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) {
			return errors.New("the object ends too early")
		}
		return err
	}
	if d.More() {
		return errors.New("more than one value on the line")
	}
	return nil
}

func fillText(a *Article, r row) {
	doc, l := compose(*r.Text, hints{title: r.Title, outlet: string(a.Appearance.Outlet)})
	a.Document = doc
	a.Appearance.Document = doc.ID
	a.Appearance.Headline = r.Title
	if r.Title == "" {
		a.Appearance.Headline = l.headline()
	}
	if a.Appearance.Published.IsZero() {
		a.Appearance.Published = l.printed()
	}
}

// fillHTML reads the page of a line; what the line itself says goes before what
// the page says.
func fillHTML(a *Article, r row, place string) {
	p, err := readPage([]byte(*r.HTML), true, a.Appearance.URL, a.Appearance.Retrieved)
	if err != nil {
		a.Err = ascribe.Errorf(ascribe.Invalid, "%s: %w", place, err)
		return
	}
	if r.Title != "" {
		p.title = r.Title
	}
	p.fill(a, place)
}
