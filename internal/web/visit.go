package web

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"
	"time"

	"ascribe"
	"ascribe/internal/access"
)

// A visit is one request for a page, and all that answers it.
type visit struct {
	*tongue
	w     http.ResponseWriter
	r     *http.Request
	pins  ascribe.Pins
	base  string        // see Server.Base
	who   access.Person // who asks
	theme string        // "light" or "dark", "" for what the reader's machine prefers
	now   time.Time

	desk    *entrance // through which the person came; nil where there are no accounts
	entries []entry   // the navigation of a page of the desk itself; nil on those of a record
}

// A page is what the layout shows.
type page struct {
	*tongue
	Tongues []*tongue
	Title   string
	Here    string // the entry of the navigation that it belongs to
	Path    string // of this view, for the switches to come back to
	Theme   string
	Style   string
	Script  string // that the page works better with, or ""
	Module  string // an island of the page, or ""
	Icon    string
	Version string
	Pin     pinForm
	Twin    string // the address of the same in JSON, or ""
	// TwinType is what the twin is, where that is not plain JSON.
	TwinType string
	Query    string // what keeps the pins in the addresses of the layout
	Search   string
	Nav      []entry
	Base     string        // see Server.Base
	Who      access.Person // who is shown it
	Desk     *entrance     // see visit.desk
	Bare     bool          // it is of no record: nothing to search, no moment to hold
	Reviews  []entry       // the ways to review, for who has several
	Body     any
}

// An entry leads to a part of the desk.
type entry struct{ Key, Label, To string }

// parts are the entries of the navigation, by their keys.
var parts = [...]struct{ key, path string }{{"overview", ""}, {"incidents", "incidents"}, {"map", "map"}, {"actors", "actors"}, {"sources", "sources"}, {"review", "review"}, {"search", "search"}}

// nav lists the parts of the desk.
func (v *visit) nav() []entry {
	var out []entry
	for _, p := range parts {
		if p.key == "review" && !v.who.May(access.Coder) {
			continue
		}
		to := v.to(p.path)
		if p.key == "review" { // decisions are made on what stands now
			to = v.base + "/review"
		}
		out = append(out, entry{p.key, v.t("nav." + p.key), to})
	}
	return out
}

// page wraps what answers a visit: it asks who comes, reads the pins and shows errors.
func (s *Server) page(least access.Role, answer func(*visit) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := &visit{tongue: s.tongueFor(r), w: w, r: r, theme: themeOf(r), now: s.Now(), base: s.Base, who: s.Who(r), desk: entranceOf(r)}
		w.Header().Set("Vary", "Accept-Language, Cookie")
		var err error
		if v.pins, err = pinsOf(r.URL.Query(), v.tongue); err == nil && !v.who.May(least) {
			err = ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "%s", v.t("error.role", v.word("rank", least))), v.t("error.role.hint"))
		} else if err == nil {
			err = answer(v)
		} else {
			v.r = r.Clone(r.Context()) // a page of the error, from which links lead on
			v.r.URL.RawQuery = ""
		}
		if err != nil {
			s.fail(v, err)
		}
	})
}

// json writes the twin of a page.
func (v *visit) json(write func(*bytes.Buffer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	v.w.Header().Set("Content-Type", "application/json")
	_, _ = v.w.Write(b.Bytes()) // who went away loses nothing
	return nil
}

// to is the address of a page of this desk within the pins of the visit.
func (v *visit) to(parts ...string) string {
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	return v.base + "/" + strings.Join(parts, "/") + v.query()
}

// words is where the words of a statement stand in the archived article.
func (v *visit) words(c *ascribe.Cite) string {
	return v.to("articles", c.Statement.Anchor.Document.String()) + "#" + wordsID(c.Statement.ID)
}

// wordsID is the place of a statement on the page of its article.
func wordsID(id ascribe.StatementID) string { return "w-" + id.String() }

// query is what keeps the pins of the visit in an address.
func (v *visit) query() string { return pinQuery(v.r.URL.Query()) }

// twin splits an id from the name of its twin in JSON.
func twin(id string) (string, bool) {
	bare, ok := strings.CutSuffix(id, ".json")
	return bare, ok
}
