package web

import (
	"bytes"
	"cmp"
	"embed"
	"io/fs"
	"log"
	"net/http"

	"ascribe"
)

//go:embed template static lang
var files embed.FS

// A press makes pages: their languages, their templates and what they load.
type press struct {
	tongues   []*tongue // the first is for those who ask for none
	templates *templates
	static    map[string]asset
	dist      dist
	generator string
	errors    *log.Logger // what goes wrong inside
}

func newPress(generator string, errors *log.Logger) (*press, error) {
	p := &press{generator: generator, errors: errors}
	var err error
	if p.tongues, err = loadTongues(files); err != nil {
		return nil, err
	}
	if p.templates, err = parseTemplates(files, p.tongues); err != nil {
		return nil, err
	}
	sub, err := fs.Sub(files, "static")
	if err != nil {
		return nil, err
	}
	if p.static, err = loadAssets(sub); err != nil {
		return nil, err
	}
	p.dist, err = loadDist(sub)
	return p, err
}

// show writes a page: a template within the layout.
func (pr *press) show(v *visit, status int, name string, p page) error {
	p.tongue, p.Tongues, p.Theme = v.tongue, pr.tongues, v.theme
	p.Style, p.Icon, p.Version = pr.address(v.base, "style.css"), pr.address(v.base, "icon.svg"), pr.generator
	p.TwinType = cmp.Or(p.TwinType, "application/json")
	p.Path, p.Base, p.Who, p.Desk = v.r.URL.RequestURI(), v.base, v.who, v.desk
	if v.entries != nil {
		p.Nav, p.Bare = v.entries, true
	} else {
		p.Nav, p.Reviews, p.Query, p.Pin = v.nav(), v.reviews(), v.query(), v.form()
	}
	var b bytes.Buffer
	if err := pr.templates.of[v.Code][name].ExecuteTemplate(&b, "layout", p); err != nil {
		return ascribe.Errorf(ascribe.Internal, "page %s: %w", name, err)
	}
	v.w.Header().Set("Content-Type", "text/html; charset=utf-8")
	v.w.Header().Set("Content-Language", v.Code)
	v.w.WriteHeader(status)
	_, _ = v.w.Write(b.Bytes()) // who went away loses nothing
	return nil
}

// fail answers with an error. What went wrong inside is for the log.
func (pr *press) fail(v *visit, err error) {
	status, known := statuses[ascribe.KindOf(err)]
	f := v.failure(err)
	if !known {
		status = http.StatusInternalServerError
		pr.errors.Printf("%s %s: %v", v.r.Method, v.r.URL.Path, err)
		f = failure{v.t("error.internal"), v.t("error.internal.hint")}
	}
	if err := pr.show(v, status, "error.html", page{Title: v.t("error.title"), Body: f}); err != nil {
		pr.errors.Print(err)
		http.Error(v.w, http.StatusText(status), status)
	}
}
