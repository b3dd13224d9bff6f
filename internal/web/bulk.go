package web

import (
	"net/http"
	"slices"

	"ascribe"
	"ascribe/pipeline"
	"ascribe/review"
)

// A bulkPage lists what of an incident may be accepted together.
type bulkPage struct {
	ID, Title, To string
	Rows          []bulkView
	Positions     int // statements that are left out: they say who did it,
	Tolls         int // how many were harmed,
	Single        int // or are looked at one by one
	By            string
	Problem       *problemView
}

// A bulkView is one statement that may be accepted with others.
type bulkView struct {
	ID     string
	Said   saidView
	Says   []askedView
	Chosen bool
}

// together sorts what of an incident waits for a ruling.
func (s *Server) together(v *visit, id string) (r *ascribe.Record, light []review.Card, out *bulkPage, err error) {
	if r, err = s.record(v, ascribe.Pins{}, id); err != nil {
		return nil, nil, nil, err
	}
	dealt, err := s.cardsOf(v, &sitting{}, string(r.Incident))
	if err != nil {
		return nil, nil, nil, err
	}
	out = &bulkPage{ID: string(r.Incident), Title: v.title(r), To: v.to("incidents", string(r.Incident)), By: v.who.Name}
	var cards []review.Card
	for i := range dealt {
		if dealt[i].double || dealt[i].sown {
			out.Single++
			continue
		}
		cards = append(cards, dealt[i].Card)
	}
	read := map[ascribe.DocumentID]*ascribe.Reading{}
	light, out.Positions, out.Tolls, err = review.Bulk(r, cards, func(doc ascribe.DocumentID) (*ascribe.Reading, error) {
		if read[doc] == nil {
			reading, _, err := pipeline.Reading(v.r.Context(), s.Store, ascribe.Pins{}, doc)
			if err != nil {
				return nil, err
			}
			read[doc] = reading
		}
		return read[doc], nil
	})
	return r, light, out, err
}

// bulk answers with what may be accepted together.
func (s *Server) bulk(v *visit) error { return s.showBulk(v, http.StatusOK, nil) }

func (s *Server) showBulk(v *visit, status int, problem error) error {
	r, light, out, err := s.together(v, v.r.PathValue("id"))
	if err != nil {
		return err
	}
	if problem != nil {
		out.Problem = &problemView{problem.Error(), ascribe.HintOf(problem)}
	}
	b := newSheet(v, r)
	for i := range light {
		c := &light[i]
		cite := b.p.Cited[c.Statement]
		cite.Statement.ID = c.Statement
		row := bulkView{ID: c.Statement.String(), Said: b.said(&cite), Chosen: true}
		row.Said.Quote = visible(cite.Words)
		for j := range c.Says {
			row.Says = append(row.Says, v.value(&c.Says[j]))
		}
		out.Rows = append(out.Rows, row)
	}
	return s.show(v, status, "bulk.html", page{Title: v.t("bulk.title", out.Title), Here: "incidents", Body: out})
}

// acceptBulk accepts the chosen statements in one decision.
func (s *Server) acceptBulk(v *visit) error {
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, 1<<20)
	if v.who.Name == "" {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "%s", v.t("review.nobody")), v.t("review.nobody.hint"))
	}
	if err := v.r.ParseForm(); err != nil {
		return ascribe.Errorf(ascribe.Invalid, "%s: %w", v.t("bulk.nothing"), err)
	}
	r, light, _, err := s.together(v, v.r.PathValue("id"))
	if err != nil {
		return err
	}
	d := ascribe.Decision{Act: ascribe.Accept}
	for _, chosen := range v.r.PostForm["statement"] {
		at := slices.IndexFunc(light, func(c review.Card) bool { return c.Statement.String() == chosen })
		if at < 0 {
			return s.showBulk(v, http.StatusConflict, ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "%s", v.t("bulk.gone")), v.t("bulk.gone.hint")))
		}
		if !slices.Contains(d.Statements, light[at].Statement) {
			d.Statements = append(d.Statements, light[at].Statement)
		}
	}
	if len(d.Statements) == 0 {
		return s.showBulk(v, http.StatusUnprocessableEntity, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s", v.t("bulk.nothing")), v.t("bulk.nothing.hint")))
	}
	slices.SortFunc(d.Statements, func(a, b ascribe.StatementID) int { return slices.Compare(a[:], b[:]) })
	if err := s.decide(v, &d, "bulk.reason"); err != nil {
		return err
	}
	s.sitting(v).say(v.t("bulk.did", len(d.Statements), d.ID))
	http.Redirect(v.w, v.r, v.base+"/decisions?incident="+string(r.Incident), http.StatusSeeOther)
	return nil
}
