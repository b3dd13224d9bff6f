package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"ascribe"
	"ascribe/internal/ruling"
	"ascribe/pipeline"
	"ascribe/publish"
)

// A joinPage merges an incident with another, splits a telling off or keeps two apart.
type joinPage struct {
	ID, Title, To string
	Act           string // that is previewed: merge, split or apart; "" for none
	With          string
	WithTitle     string
	Tellings      []tellingView
	Would         []briefView // what the records would be
	By            string
	Problem       *problemView
}

// A tellingView is an article that tells of the incident.
type tellingView struct {
	ID, Outlet, When, To string
	Quote                string
	Chosen               bool
}

// joinAsked is what a reviewer would do with an incident.
type joinAsked struct {
	act, with string
	articles  []string
}

func joinOf(q url.Values) joinAsked {
	out := joinAsked{act: q.Get("act"), with: strings.TrimSpace(q.Get("with")), articles: q["article"]}
	if u, err := url.Parse(out.with); err == nil { // an address of the desk will do
		parts := strings.Split(strings.TrimSuffix(u.Path, "/"), "/")
		out.with = parts[len(parts)-1]
	}
	return out
}

// request is what a person asks for by ids.
func (a *joinAsked) request(v *visit, id string) (*ruling.Request, error) {
	switch a.act {
	case "merge":
		return &ruling.Request{Act: ascribe.Merge, Names: []string{id, a.with}}, nil
	case "apart":
		return &ruling.Request{Act: ascribe.Split, Of: ruling.Apart, Names: []string{id, a.with}}, nil
	case "split":
		return &ruling.Request{Act: ascribe.Split, Names: append([]string{id}, a.articles...)}, nil
	}
	return nil, ascribe.Errorf(ascribe.Invalid, "%s", v.t("review.noact", visible(a.act)))
}

// joining answers with the form, and with what the records would be.
func (s *Server) joining(v *visit) error {
	r, err := s.record(v, ascribe.Pins{}, v.r.PathValue("id"))
	if err != nil {
		return err
	}
	ask := joinOf(v.r.URL.Query())
	out := s.joinPage(v, r, &ask)
	status := http.StatusOK
	if ask.act != "" {
		if err := s.suppose(v, r, &ask, out); err != nil {
			if kind := ascribe.KindOf(err); kind != ascribe.Invalid && kind != ascribe.NotFound {
				return err
			}
			status = http.StatusUnprocessableEntity
			out.Act, out.Problem = "", &problemView{err.Error(), ascribe.HintOf(err)}
		}
	}
	return s.show(v, status, "join.html", page{Title: v.t("join.title", out.Title), Here: "incidents", Body: out})
}

func (s *Server) joinPage(v *visit, r *ascribe.Record, ask *joinAsked) *joinPage {
	out := &joinPage{ID: string(r.Incident), Title: v.title(r), To: v.to("incidents", string(r.Incident)), Act: ask.act, With: ask.with, By: v.who.Name}
	p := publish.PublicOf(r)
	for i := range p.Documents {
		t := &p.Documents[i]
		view := tellingView{ID: t.Document.String(), To: v.to("articles", t.Document.String()), Chosen: slices.Contains(ask.articles, t.Document.String())}
		if len(t.Appearances) > 0 {
			view.Outlet, view.When = v.outlet(&t.Appearances[0]), v.published(&t.Appearances[0])
		}
		for _, c := range p.Statements() {
			if c.Statement.Anchor.Document == t.Document {
				view.Quote = shortened(visible(c.Words), 140)
				break
			}
		}
		out.Tellings = append(out.Tellings, view)
	}
	return out
}

// ruled makes the decision that is asked for, without its author.
func (s *Server) ruled(v *visit, r *ascribe.Record, ask *joinAsked) (ascribe.Decision, []ascribe.DocumentID, error) {
	request, err := ask.request(v, string(r.Incident))
	if err != nil {
		return ascribe.Decision{}, nil, err
	}
	ids := []string{string(r.Incident)}
	if ask.act != "split" {
		ids = append(ids, ask.with)
	}
	docs, err := pipeline.Telling(v.r.Context(), s.Store, ids...)
	if err != nil {
		return ascribe.Decision{}, nil, err
	}
	desk, err := s.ruling(v, docs...)
	if err != nil {
		return ascribe.Decision{}, nil, err
	}
	d, _, err := desk.Rule(request)
	return d, docs, err
}

// suppose says what the records would be.
func (s *Server) suppose(v *visit, r *ascribe.Record, ask *joinAsked, out *joinPage) error {
	d, docs, err := s.ruled(v, r, ask)
	if err != nil {
		return err
	}
	d.By, d.At, d.Reason = ascribe.Agent{Name: "-"}, s.Now().UTC(), "-"
	state, err := pipeline.Supposing(v.r.Context(), s.Store, docs, d)
	if err != nil {
		return err
	}
	var given []ascribe.IncidentID
	for _, id := range append(idsOf(d.Pairs), r.Incident) {
		would, err := state.Incident(string(id))
		if err != nil {
			return err
		}
		if !slices.Contains(given, would.Incident) {
			given = append(given, would.Incident)
			b := publish.Brief(would)
			line := v.brief(&b)
			line.To = out.To // it is not there yet
			out.Would = append(out.Would, line)
		}
	}
	return nil
}

// idsOf lists the incidents that pairs are about.
func idsOf(pairs []ascribe.Pair) []ascribe.IncidentID {
	var out []ascribe.IncidentID
	for _, p := range pairs {
		for _, end := range []string{p.Left, p.Right} {
			var m ascribe.MentionID
			if m.UnmarshalText([]byte(end)) == nil {
				out = append(out, ascribe.IncidentIDOf(m))
			}
		}
	}
	return out
}

// join enters what was previewed.
func (s *Server) join(v *visit) error {
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, 1<<20)
	if v.who.Name == "" {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "%s", v.t("review.nobody")), v.t("review.nobody.hint"))
	}
	if err := v.r.ParseForm(); err != nil {
		return ascribe.Errorf(ascribe.Invalid, "%s: %w", v.t("review.noact", ""), err)
	}
	r, err := s.record(v, ascribe.Pins{}, v.r.PathValue("id"))
	if err != nil {
		return err
	}
	ask := joinOf(v.r.PostForm)
	d, _, err := s.ruled(v, r, &ask)
	if err != nil {
		return err
	}
	if err := s.decide(v, &d, "join.reason."+ask.act); err != nil {
		return err
	}
	s.sitting(v).say(v.t("join.did."+ask.act, d.ID))
	http.Redirect(v.w, v.r, v.base+"/decisions?incident="+url.QueryEscape(string(r.Incident)), http.StatusSeeOther)
	return nil
}
