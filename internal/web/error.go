package web

import (
	"net/http"

	"ascribe"
)

// A failure is the page of an error.
type failure struct {
	Message, Hint string
}

// statuses are the answers to kinds of error.
var statuses = map[ascribe.Kind]int{
	ascribe.Invalid: http.StatusBadRequest, ascribe.NotFound: http.StatusNotFound, ascribe.Conflict: http.StatusConflict,
	ascribe.Forbidden: http.StatusForbidden, ascribe.Later: http.StatusServiceUnavailable,
}

// fail answers with an error. What went wrong inside is for the log.
func (s *Server) fail(v *visit, err error) {
	status, known := statuses[ascribe.KindOf(err)]
	f := failure{err.Error(), ascribe.HintOf(err)}
	if !known {
		status = http.StatusInternalServerError
		s.Log.Printf("%s %s: %v", v.r.Method, v.r.URL.Path, err)
		f = failure{v.t("error.internal"), v.t("error.internal.hint")}
	}
	if err := s.show(v, status, "error.html", page{Title: v.t("error.title"), Body: f}); err != nil {
		s.Log.Print(err)
		http.Error(v.w, http.StatusText(status), status)
	}
}

// missing answers where there is no page.
func (s *Server) missing(v *visit) error {
	return ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "%s", v.t("error.nopage", v.r.URL.Path)), v.t("error.nopage.hint"))
}
