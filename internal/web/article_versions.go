package web

import (
	"ascribe"
	"ascribe/pipeline"
)

// A versionView is one text of an article, with what it says otherwise than the one
// before.
type versionView struct {
	To, Outlet, When string
	Here, Current    bool
	Lapsed           string
	Notices          []noticeView
	Gone, New        []string
}

// A restView is a record that rests on the article.
type restView struct {
	To, Title  string
	Statements int
	Lapsed     int
}

// versions tells what became of an article, and which records rest on it.
func (s *Server) versions(v *visit, id ascribe.DocumentID) (versions []versionView, rests []restView, err error) {
	h, err := pipeline.History(v.r.Context(), s.Store, v.pins, id)
	if err != nil {
		return nil, nil, err
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
		versions = append(versions, view)
	}
	for _, x := range h.Rests {
		view := restView{To: v.to("incidents", string(x.Record.Incident)), Title: v.title(x.Record), Statements: len(x.Statements)}
		for _, id := range x.Statements {
			if x.Record.Cited[id].Lapsed != nil {
				view.Lapsed++
			}
		}
		rests = append(rests, view)
	}
	return versions, rests, nil
}
