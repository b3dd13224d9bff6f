package web

import (
	"context"
	"time"

	"ascribe"
	"ascribe/pipeline"
)

// patience is how long a page waits for what is folded out of the ledger for it
// alone. What takes longer is there for who asks for it.
const patience = 150 * time.Millisecond

// waiting is a context for folding a part of a page: it ends when the patience does,
// unless the address asks for the part.
func (v *visit) waiting(part string) (context.Context, context.CancelFunc) {
	if v.whole(part) == "" {
		return context.WithCancel(v.r.Context())
	}
	return context.WithTimeout(v.r.Context(), patience)
}

// A versionView is one text of an article, with what it says otherwise than the one
// before.
type versionView struct {
	To, Outlet, When string
	Here, Current    bool
	Lapsed           string
	Notices          []noticeView
	Gone, New        []string
}

// versions tells what became of an article; where that takes long, later leads to the
// page that waits.
func (s *Server) versions(v *visit, id ascribe.DocumentID) (out []versionView, later string, err error) {
	ctx, cancel := v.waiting("versions")
	defer cancel()
	h, err := pipeline.History(ctx, s.Store, v.pins, id)
	if ctx.Err() != nil && v.r.Context().Err() == nil {
		return nil, v.whole("versions"), nil
	}
	if err != nil {
		return nil, "", err
	}
	for i := range h.Versions {
		x := &h.Versions[i]
		view := versionView{
			To: v.to("articles", x.Document.String()), Outlet: v.outlet(&x.Appearance), When: v.published(&x.Appearance),
			Here: x.Document == id, Current: x.Current, Lapsed: v.lapse(x.Lapsed),
		}
		for _, n := range x.Notices {
			view.Notices = append(view.Notices, noticeView{Kind: v.word("notice", n.Kind), Quote: visible(n.Anchor.Quote)})
		}
		for _, words := range x.Gone {
			view.Gone = append(view.Gone, visible(words))
		}
		for _, words := range x.New {
			view.New = append(view.New, visible(words))
		}
		out = append(out, view)
	}
	return out, "", nil
}

// rests lists the incidents that an article tells of.
func (s *Server) rests(v *visit, id ascribe.DocumentID) ([]briefView, error) {
	if _, err := s.fold.update(v.r.Context()); err != nil {
		return nil, err
	}
	list, err := s.Store.Browse(v.r.Context(), ascribe.Selection{Document: &id})
	if err != nil {
		return nil, err
	}
	page := incidentsPage{Page: list}
	err = s.briefs(v, &page)
	return page.Rows, err
}
