package web

import (
	"net/http"

	"ascribe"
	"ascribe/internal/access"
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

// failure is what a reader is told of an error.
func (v *visit) failure(err error) failure {
	if f := access.FaultOf(err); f != "" {
		return failure{v.t("fault." + string(f)), v.t("fault." + string(f) + ".hint")}
	}
	return failure{err.Error(), ascribe.HintOf(err)}
}

// missing answers where there is no page.
func (*press) missing(v *visit) error {
	return ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "%s", v.t("error.nopage", v.r.URL.Path)), v.t("error.nopage.hint"))
}
