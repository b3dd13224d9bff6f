package publish

import (
	"io"

	"ascribe"
)

// articleJSON is an archived text and where it appeared.
type articleJSON struct {
	ID          string           `json:"id"`
	Language    *string          `json:"language"`
	Text        string           `json:"text"`
	Appearances []appearanceJSON `json:"appearances"`
}

// Article writes an archived text and where it appeared as one line of JSON. Like
// [Reading] it serves those who hold the archive, and withholds no name.
func Article(w io.Writer, doc *ascribe.Document, seen []ascribe.Appearance) error {
	out := articleJSON{hash(doc.ID), known(doc.Language), doc.Text, make([]appearanceJSON, len(seen))}
	for i := range seen {
		out.Appearances[i] = appearanceOf(&seen[i])
	}
	return writeLine(w, out)
}
