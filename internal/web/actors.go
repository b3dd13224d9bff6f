package web

import (
	"bytes"
	"context"
	"html/template"
	"net/http"

	"ascribe"
	"ascribe/pipeline"
	"ascribe/publish"
)

// An actorsPage lists the actors on whom sources take positions.
type actorsPage struct {
	Behind int64
	Rows   []actorCount
	Most   bool // there may be more
}

// An actorCount is an actor with the incidents that it is named beside.
type actorCount struct {
	Name, To, ID string
	Incidents    int
	Positions    []positionCount
}

// A positionCount is a position and in how many incidents some source takes it.
type positionCount struct {
	Position  ascribe.Position
	To        string
	Incidents int
}

// mostActors is how many actors are listed, those named beside most incidents.
const mostActors = 200

// actors answers with the actors.
func (s *Server) actors(v *visit) error {
	out := &actorsPage{}
	var err error
	if out.Behind, err = s.fold.update(v.r.Context()); err != nil {
		return err
	}
	all, err := s.Store.Tally(v.r.Context(), ascribe.Selection{}, ascribe.ByActor, mostActors)
	if err != nil {
		return err
	}
	out.Most = len(all) == mostActors
	for _, x := range all {
		if x.Value == "" {
			continue // private persons, who have no id
		}
		row := actorCount{Name: visible(x.Name), To: v.to("actors", x.Value), ID: x.Value, Incidents: x.Incidents}
		if x.Value == x.Name { // described, and not named: "a ring of smugglers"
			row.To = v.only("actor", x.Value)
		}
		if row.Positions, err = s.positions(v, ascribe.ActorID(x.Value)); err != nil {
			return err
		}
		out.Rows = append(out.Rows, row)
	}
	return s.show(v, http.StatusOK, "actors.html", page{Title: v.t("nav.actors"), Here: "actors", Body: out})
}

// positions counts the incidents by the positions that sources take on an actor.
func (s *Server) positions(v *visit, id ascribe.ActorID) ([]positionCount, error) {
	var out []positionCount
	for p := ascribe.ReportedAsFact; p.String() != ""; p++ {
		page, err := s.Store.Browse(v.r.Context(), ascribe.Selection{Actor: id, Position: &p, Limit: 1})
		if err != nil {
			return nil, err
		}
		if page.Total > 0 {
			out = append(out, positionCount{p, v.only("actor", string(id)) + "&position=" + p.String(), page.Total})
		}
	}
	return out, nil
}

// An actorPage is what is on record of one actor.
type actorPage struct {
	ID, Name   string
	Behind     int64
	Record     *ascribe.ActorRecord // what the reports say, or what the register has where that takes long
	Later      string               // the page that waits for it
	Positions  []positionCount
	Rows       []briefView
	Not        []namedLink
	Total      int
	All        string // the whole list of its incidents
	Names      []nameView
	Registered []string
	Relations  []toldView
	Ties       []line
	Alike      []line
	Decisions  []decisionView
}

// A nameView is one way in which articles write the actor.
type nameView struct {
	Text, Uses, Because string
}

// A toldView is a relation as articles tell it.
type toldView struct {
	line
	By string
}

// mostInvolved is how many incidents of an actor its page goes through.
const mostInvolved = 50

// actor answers with what is on record of an actor, or with its twin in JSON.
func (s *Server) actor(v *visit) error {
	id, asJSON := twin(v.r.PathValue("id"))
	out := &actorPage{ID: id, All: v.only("actor", id)}
	var err error
	if out.Behind, err = s.fold.update(v.r.Context()); err != nil {
		return err
	}
	list, err := s.Store.Browse(v.r.Context(), ascribe.Selection{Actor: ascribe.ActorID(id), Order: ascribe.LatestFirst, Limit: mostInvolved})
	if err != nil {
		return err
	}
	if list.Total == 0 && out.Behind > 0 {
		return v.listedBy(out.Behind, "error.noactor", id)
	}
	if out.Record, out.Later, err = s.actorRecord(v, id, list.Briefs, asJSON); err != nil {
		return err
	}
	if asJSON {
		return v.json(func(b *bytes.Buffer) error { return publish.ActorJSON(b, out.Record) })
	}
	rows := incidentsPage{Page: list}
	if err := s.briefs(v, &rows); err != nil {
		return err
	}
	out.Rows, out.Not, out.Total, out.Name = rows.Rows, rows.Not, list.Total, visible(out.Record.Actor.Name)
	if out.Positions, err = s.positions(v, ascribe.ActorID(id)); err != nil {
		return err
	}
	s.tell(v, out)
	return s.show(v, http.StatusOK, "actor.html", page{Title: out.Name, Here: "actors", Twin: v.to("actors", id+".json"), Body: out})
}

// actorRecord folds what the reports of an actor's incidents say of it. Where that
// takes long it gives what the register and the catalogue have; later leads to the page that waits.
func (s *Server) actorRecord(v *visit, id string, in []ascribe.Brief, wait bool) (r *ascribe.ActorRecord, later string, err error) {
	of := pipeline.Named{Actor: id}
	quick := &ascribe.ActorRecord{Actor: ascribe.ActorRef{ID: ascribe.ActorID(id)}}
	for i := range in {
		l, err := s.Store.Listed(v.r.Context(), in[i].Incident)
		if err != nil {
			return nil, "", err
		}
		for _, d := range l.Record.Documents {
			of.Documents = append(of.Documents, d.Document)
		}
		for _, c := range l.Record.Matrix {
			if string(c.Actor.ID) == id {
				quick.Actor = c.Actor
			}
		}
	}
	if s.Register != nil {
		if of.Register, err = s.Register(v.pins.KnownAt); err != nil {
			return nil, "", err
		}
	}
	ctx, cancel := v.waiting("names")
	if wait {
		cancel()
		ctx, cancel = context.WithCancel(v.r.Context())
	}
	defer cancel()
	r, err = pipeline.ActorRecord(ctx, s.Store, v.pins, of)
	if err != nil && ascribe.KindOf(err) == ascribe.NotFound {
		return nil, "", v.unknown("error.noactor", id)
	}
	if ctx.Err() == nil || v.r.Context().Err() != nil {
		return r, "", err
	}
	for i := range of.Register {
		if string(of.Register[i].ID) == id {
			quick.Registered = &of.Register[i]
			quick.Actor = of.Register[i].Ref()
		}
	}
	return quick, v.whole("names"), nil
}

// tell writes the names and relations of an actor.
func (s *Server) tell(v *visit, out *actorPage) {
	r := out.Record
	called := func(a ascribe.ActorRef) template.HTML {
		page, err := s.Store.Browse(v.r.Context(), ascribe.Selection{Actor: a.ID, Limit: 1})
		if err != nil || page.Total == 0 || a.ID == r.Actor.ID {
			return name(v.actor(a)) // it has no page beside this one
		}
		return v.actorLink(a)
	}
	for _, n := range r.Names {
		out.Names = append(out.Names, nameView{visible(n.Text), v.n("count.mentions", n.Mentions) + ", " + v.n("count.documents", n.Documents), visible(commas(n.Because))})
	}
	if r.Registered != nil {
		for _, n := range r.Registered.Names {
			out.Registered = append(out.Registered, visible(n.Text))
		}
	}
	for i := range r.Relations {
		x := &r.Relations[i]
		by := make([]string, len(x.By))
		for j, who := range x.By {
			by[j] = visible(who)
		}
		out.Relations = append(out.Relations, toldView{line{Says: v.related(&x.Value, called)}, v.t("actor.by", v.list(by), v.n("count.origins", x.Origins), v.moment(x.Since))})
	}
	for i := range r.Ties {
		out.Ties = append(out.Ties, line{Says: v.related(&r.Ties[i], called)})
	}
	for _, a := range r.Alike {
		says := v.say("actor.odd", quote(a.As))
		if a.Actor.ID != "" {
			says = v.say("actor.alike", quote(a.As), name(a.Actor.Name))
		}
		out.Alike = append(out.Alike, line{Says: joined(": ", says, `<span lang="en">`+text(visible(a.Because))+`</span>`)})
	}
	for i := range r.Decisions {
		d := &r.Decisions[i]
		out.Decisions = append(out.Decisions, decisionView{ID: d.ID, Act: v.word("act", d.Act), When: v.moment(d.At), Reason: visible(d.Reason)})
	}
}
