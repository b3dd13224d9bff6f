package web

import (
	"bytes"
	"context"
	"net/http"
	"strings"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/pipeline"
	"ascribe/publish"
)

// An articlePage is an archived text with what was read in it: every span that
// something rests on is marked and leads to it.
type articlePage struct {
	ID, Title   string
	Outlet      string
	When        string
	Language    string
	Notices     []noticeView
	Truncated   string
	Blocks      []blockView
	Reading     readingView
	Appearances []appearanceView
	Versions    []versionView
	Later       string // the page that waits for the versions
	Rests       []briefView
	Credits     []string
	Cite        citeView
	Code        string // where a person codes what was missed, "" for who may not
}

// A noticeView is the article's own word that something published does not stand.
type noticeView struct{ Kind, Quote, To string }

// An appearanceView is one capture of the text.
type appearanceView struct {
	Outlet, Headline, Byline    string
	Published, Retrieved, Known string
	URL                         string
	Raw                         string // where the bytes as fetched can be had
	Key                         string // their hash
	Status                      string
}

// An article is what a store holds of one text.
type article struct {
	doc     *ascribe.Document
	seen    []ascribe.Line   // its captures, in the order of the ledger
	reading *ascribe.Reading // as people corrected and coded it

	decisions []ascribe.Decision // of people on it, that stand
}

// article loads what stands of a text within the pins.
func (s *Server) load(ctx context.Context, v *visit, id ascribe.DocumentID) (*article, error) {
	a := &article{}
	for l, err := range s.Store.Lines(ctx, ascribe.Query{Documents: []ascribe.DocumentID{id}, KnownAt: v.pins.KnownAt}) {
		if err != nil {
			return nil, err
		}
		if c := l.Entry.Capture; c != nil && (v.pins.AsOf.IsZero() || !c.Appearance.PublicBy().After(v.pins.AsOf)) {
			a.seen = append(a.seen, l)
		}
	}
	if len(a.seen) == 0 {
		return nil, v.unknown("error.noarticle", id.String()[:12])
	}
	var err error
	if a.doc, err = s.Store.Document(ctx, id); err != nil {
		return nil, err
	}
	a.reading, a.decisions, err = pipeline.Reading(ctx, s.Store, v.pins, id)
	return a, err
}

// documentID reads the id of an article in an address.
func documentID(v *visit, text string) (ascribe.DocumentID, error) {
	var id ascribe.DocumentID
	if id.UnmarshalText([]byte(strings.TrimPrefix(text, "sha256:"))) != nil {
		return id, v.unknown("error.noarticle", text)
	}
	return id, nil
}

// article answers with an archived text and its reading, or with the reading in JSON.
func (s *Server) article(v *visit) error {
	name, asJSON := twin(v.r.PathValue("id"))
	id, err := documentID(v, name)
	if err != nil {
		return err
	}
	a, err := s.load(v.r.Context(), v, id)
	if err != nil {
		return err
	}
	first := &a.seen[0].Entry.Capture.Appearance
	if asJSON {
		return v.json(func(b *bytes.Buffer) error { return publish.Reading(b, a.reading, a.doc, *first) })
	}
	m := newMarks(v, a)
	out := &articlePage{
		ID: id.String(), Title: visible(first.Headline), Outlet: v.outlet(first), When: v.published(first), Language: a.doc.Language,
		Truncated: a.reading.Truncated, Blocks: m.blocks(), Reading: m.reading(),
	}
	if out.Title == "" {
		out.Title = v.t("article.untitled", out.Outlet)
	}
	if v.who.May(access.Coder) && v.pins == (ascribe.Pins{}) {
		out.Code = v.to("articles", id.String(), "code")
	}
	for i := range a.reading.Notices {
		n := &a.reading.Notices[i]
		out.Notices = append(out.Notices, noticeView{v.word("notice", n.Kind), visible(n.Anchor.Quote), "#" + sentenceID(n.Anchor.Sentence)})
	}
	for _, c := range a.doc.Credits {
		out.Credits = append(out.Credits, v.t("credit."+c.Kind.String(), visible(c.Name)))
	}
	for i := range a.seen {
		out.Appearances = append(out.Appearances, v.appearance(&a.seen[i], id))
	}
	if out.Versions, out.Later, err = s.versions(v, id); err != nil {
		return err
	}
	if out.Rests, err = s.rests(v, id); err != nil {
		return err
	}
	ref := publish.ArticleReference(first)
	if out.Cite, err = citeOf(&ref); err != nil {
		return err
	}
	out.Cite.Permalink = "" // its address stands with its appearance
	return s.show(v, http.StatusOK, "article.html", page{Title: out.Title, Twin: v.to("articles", id.String()+".json"), Body: out})
}

func (v *visit) appearance(l *ascribe.Line, id ascribe.DocumentID) appearanceView {
	a := &l.Entry.Capture.Appearance
	out := appearanceView{
		Outlet: v.outlet(a), Headline: visible(a.Headline), Byline: visible(a.Byline), Published: v.published(a), Retrieved: v.moment(a.Retrieved),
		Known: v.moment(l.At), URL: publish.Link(a.URL), Key: string(a.Raw),
	}
	if a.Raw != "" {
		out.Raw = v.to("articles", id.String(), "raw", string(a.Raw))
	}
	if a.Status != ascribe.Usable {
		out.Status = v.word("status", a.Status)
	}
	return out
}

// raw gives out the bytes of a capture as they were fetched: to keep, never to be
// shown by a browser as a page of this desk.
func (s *Server) raw(v *visit) error {
	id, err := documentID(v, v.r.PathValue("id"))
	if err != nil {
		return err
	}
	a, err := s.load(v.r.Context(), v, id)
	if err != nil {
		return err
	}
	key := ascribe.BlobKey(v.r.PathValue("key"))
	for _, l := range a.seen {
		if l.Entry.Capture.Appearance.Raw != key || key == "" {
			continue
		}
		b, err := s.Store.Raw(v.r.Context(), key)
		if err != nil {
			return err
		}
		h := v.w.Header()
		h.Set("Content-Security-Policy", sealed)
		h.Set("Content-Type", "application/octet-stream")
		h.Set("Content-Disposition", `attachment; filename="capture-`+strings.TrimPrefix(string(key), "sha256:")[:12]+`.raw"`)
		_, _ = v.w.Write(b) // who went away loses nothing
		return nil
	}
	return ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "%s", v.t("error.nocapture")), v.t("error.nocapture.hint"))
}
