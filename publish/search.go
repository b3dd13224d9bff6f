package publish

import (
	"fmt"
	"io"

	"ascribe"
)

// hitJSON is one line of "search --json".
type hitJSON struct {
	InputID   *string `json:"input_id"`
	ID        string  `json:"id"`
	Outlet    *string `json:"outlet"`
	Published *string `json:"published"`
	Title     *string `json:"title"`
	URL       *string `json:"url"`
	Snippet   string  `json:"snippet"`
	Score     float64 `json:"score"`
}

// Hits writes what a search found, one line of JSON for each document. Like
// [Reading] it serves those who hold the archive, and withholds no name.
func Hits(w io.Writer, hits []ascribe.Hit) error {
	for _, h := range hits {
		a := h.Appearance
		out := hitJSON{
			known(a.InputID), hash(a.Document), known(string(a.Outlet)), publishedOf(a.Published), known(a.Headline), known(a.URL), h.Snippet, h.Score,
		}
		if err := writeLine(w, out); err != nil {
			return err
		}
	}
	return nil
}

// HitText writes what a search found for a terminal.
func HitText(w io.Writer, hits []ascribe.Hit) error {
	for _, h := range hits {
		a := h.Appearance
		title := a.Headline
		if title == "" {
			title = a.InputID
		}
		outlet := string(a.Outlet)
		if outlet == "" {
			outlet = "outlet not stated"
		}
		_, err := fmt.Fprintf(w, "%s\n  %s · %s · %s\n  %s\n\n", apart(title), apart(outlet), whenPublished(&a), short(a.Document.String()), apart(h.Snippet))
		if err != nil {
			return ascribe.Errorf(ascribe.Internal, "write: %w", err)
		}
	}
	if _, err := fmt.Fprintln(w, countOf(len(hits), "report")+" found."); err != nil {
		return ascribe.Errorf(ascribe.Internal, "write: %w", err)
	}
	return nil
}
