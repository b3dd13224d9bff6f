package web

import (
	"html/template"
	"net/http"
	"strings"
)

// A searchPage is what a search found in the archived articles.
type searchPage struct {
	Words string
	Hits  []hitView
	Most  bool // there may be more
}

// A hitView is one article that was found.
type hitView struct {
	To, Title, Outlet, When string
	Snippet                 template.HTML
}

// mostHits is how many articles a search lists.
const mostHits = 50

// search answers with the articles that hold some words.
func (s *Server) search(v *visit) error {
	out := &searchPage{Words: strings.TrimSpace(v.r.URL.Query().Get("q"))}
	if out.Words != "" {
		hits, err := s.Store.Search(v.r.Context(), out.Words, mostHits)
		if err != nil {
			return err
		}
		for i := range hits {
			a := &hits[i].Appearance
			h := hitView{v.to("articles", a.Document.String()), visible(a.Headline), v.outlet(a), v.published(a), found(hits[i].Snippet)}
			if h.Title == "" {
				h.Title = v.t("article.untitled", h.Outlet)
			}
			out.Hits = append(out.Hits, h)
		}
		out.Most = len(hits) == mostHits
	}
	return s.show(v, http.StatusOK, "search.html", page{Title: v.t("nav.search"), Here: "search", Search: out.Words, Body: out})
}

// found marks the words that a search found, which stand within «».
func found(snippet string) template.HTML {
	escaped := template.HTMLEscapeString(visible(snippet))
	return template.HTML(strings.NewReplacer("«", "<mark>", "»", "</mark>").Replace(escaped)) // escaped
}
