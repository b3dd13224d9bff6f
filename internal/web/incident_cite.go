package web

import (
	"time"

	"ascribe/publish"
)

// A citeView is how to cite a page.
type citeView struct {
	Permalink    string // the same as it stands now, for ever
	Chicago, APA string
	Files        []citeFile
}

// A citeFile is a reference in a format of reference managers.
type citeFile struct{ Format, Text string }

// citeRecord cites a record by both pins, so that it leads to what was seen.
func (s *Server) citeRecord(v *visit, r *publish.Public) (citeView, error) {
	head, err := s.Store.Head(v.r.Context())
	if err != nil {
		return citeView{}, err
	}
	q := v.r.URL.Query()
	for name, at := range map[string]time.Time{asOfField: r.Pins.AsOf, knownAtField: r.Pins.KnownAt} {
		if at.IsZero() {
			q.Set(name, v.now.UTC().Format(time.RFC3339))
		}
	}
	link := "http://" + v.r.Host + v.base + "/incidents/" + string(r.Incident) + pinQuery(q)
	ref := publish.RecordReference(r, publish.Meta{Generator: s.Generator, Pins: r.Pins, Head: head}, link, v.now)
	return citeOf(&ref)
}

// citeOf writes a reference in each style.
func citeOf(ref *publish.Reference) (citeView, error) {
	csl, err := ref.CSL()
	return citeView{
		ref.URL, visible(ref.Chicago()), visible(ref.APA()),
		[]citeFile{{"BibTeX", visible(ref.BibTeX())}, {"RIS", visible(ref.RIS())}, {"CSL-JSON", visible(csl)}},
	}, err
}
