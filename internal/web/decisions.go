package web

import (
	"bytes"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/pipeline"
	"ascribe/publish"
)

// A rulingsPage is the log of what people decided.
type rulingsPage struct {
	By, Incident string
	Title        string // of the incident
	Acts         []option
	Rows         []rulingView
	Older        string
	Last         string
	Problem      *problemView
}

// A rulingView is one decision: who, when, what, why, on what, and whether it stands.
type rulingView struct {
	ID, By, When string
	Act          string
	On           []refLink
	More         int // things that it is on and that are not listed
	Reason       string
	Standing     bool
	May          bool // the visitor may take it back
}

// A refLink leads to what a decision is on.
type refLink struct{ Label, To string }

// mostRulings is how many decisions a page lists, mostOn how many things one is on.
const (
	mostRulings = 50
	mostOn      = 4
)

// rulingsAsked are the decisions that an address asks for.
type rulingsAsked struct {
	by, incident string
	act          ascribe.Act
	before       int64
}

func (v *visit) rulingsAsked() (rulingsAsked, error) {
	q := v.r.URL.Query()
	out := rulingsAsked{by: strings.TrimSpace(q.Get("by")), incident: strings.TrimSpace(q.Get("incident"))}
	if a := q.Get("act"); a != "" {
		if err := out.act.UnmarshalText([]byte(a)); err != nil {
			return out, err
		}
	}
	if b := q.Get("before"); b != "" {
		n, err := strconv.ParseInt(b, 10, 64)
		if err != nil || n < 0 {
			return out, ascribe.Errorf(ascribe.Invalid, "%s", v.t("rulings.cursor", visible(b)))
		}
		out.before = n
	}
	return out, nil
}

// query writes what is asked for as part of an address.
func (a *rulingsAsked) query(before int64) string {
	q := url.Values{}
	for name, value := range map[string]string{"by": a.by, "incident": a.incident, "act": a.act.String()} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if before > 0 {
		q.Set("before", strconv.FormatInt(before, 10))
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

// logged are decisions of a page of the log, the last first, with what undid any, and
// the record that they are asked for by.
type logged struct {
	lines  []ascribe.Line
	undone map[string]bool
	record *ascribe.Record
	older  int64 // the line before which the next page begins; 0 on the last
}

func (s *Server) logged(v *visit, a *rulingsAsked) (*logged, error) {
	out := &logged{}
	var err error
	if a.incident != "" {
		if out.record, err = s.record(v, ascribe.Pins{}, a.incident); err != nil {
			return nil, err
		}
		all, err := pipeline.RulingsOn(v.r.Context(), s.Store, out.record)
		if err != nil {
			return nil, err
		}
		for _, l := range all {
			d := l.Entry.Decision
			if (a.by == "" || d.By.Name == a.by) && (a.act == ascribe.NoAct || d.Act == a.act) && (a.before == 0 || l.Seq < a.before) {
				out.lines = append(out.lines, l)
			}
		}
	} else if out.lines, err = s.Store.Rulings(v.r.Context(), ascribe.RulingQuery{By: a.by, Act: a.act, Before: a.before, Limit: mostRulings + 1}); err != nil {
		return nil, err
	}
	if len(out.lines) > mostRulings {
		out.lines = out.lines[:mostRulings]
		out.older = out.lines[mostRulings-1].Seq
	}
	out.undone, err = pipeline.Undone(v.r.Context(), s.Store, out.lines)
	return out, err
}

// rulings answers with the log of decisions.
func (s *Server) rulings(v *visit) error { return s.showRulings(v, http.StatusOK, nil) }

func (s *Server) showRulings(v *visit, status int, problem error) error {
	a, err := v.rulingsAsked()
	if err != nil {
		return err
	}
	log, err := s.logged(v, &a)
	if err != nil {
		return err
	}
	out := &rulingsPage{By: a.by, Incident: a.incident, Last: s.sitting(v).say("")}
	if problem != nil {
		out.Problem = &problemView{problem.Error(), ascribe.HintOf(problem)}
	}
	if log.record != nil {
		out.Title = v.title(log.record)
	}
	out.Acts = append([]option{{"", v.t("filter.any"), a.act == ascribe.NoAct}}, wordOptions(v, "act", ascribe.Merge, a.act.String())...)
	for i := range log.lines {
		out.Rows = append(out.Rows, v.ruling(log.lines[i].Entry.Decision, log))
	}
	if log.older > 0 {
		out.Older = v.base + "/decisions" + a.query(log.older)
	}
	return s.show(v, status, "decisions.html", page{Title: v.t("rulings.title"), Here: "review", Twin: v.base + "/decisions.json" + a.query(a.before), Body: out})
}

// rulingLines answers with a page of the log, one decision a line; where there are
// older ones, Link leads to them.
func (s *Server) rulingLines(v *visit) error {
	a, err := v.rulingsAsked()
	if err != nil {
		return err
	}
	log, err := s.logged(v, &a)
	if err != nil {
		return err
	}
	var all []publish.Decision
	for i := range log.lines {
		d := log.lines[i].Entry.Decision
		all = append(all, publish.Decision{Decision: *d, Standing: !log.undone[d.ID]})
	}
	if log.older > 0 {
		v.w.Header().Set("Link", "<"+v.base+"/decisions.json"+a.query(log.older)+`>; rel="next"`)
	}
	return v.json(func(b *bytes.Buffer) error { return publish.DecisionsJSON(b, all) })
}

// mayUndo reports whether the visitor may take a decision back: its author, or a
// reviewer.
func (v *visit) mayUndo(d *ascribe.Decision) bool {
	return v.who.May(access.Reviewer) || v.who.May(access.Coder) && d.By.Name != "" && d.By.Name == v.who.Name
}

func (v *visit) ruling(d *ascribe.Decision, log *logged) rulingView {
	out := rulingView{ID: d.ID, By: visible(d.By.Name), When: v.moment(d.At), Act: v.word("act", d.Act), Reason: visible(d.Reason), Standing: !log.undone[d.ID]}
	out.May = out.Standing && v.mayUndo(d)
	if d.Correction != nil {
		out.Act += ": " + v.word("slot", d.Correction.Slot)
	}
	if d.Coding != nil {
		out.Act += ": " + v.codedSlot(d.Coding)
	}
	on := v.on(d, log.record)
	out.On, out.More = on[:min(len(on), mostOn)], max(0, len(on)-mostOn)
	return out
}

// on lists what a decision is on.
func (v *visit) on(d *ascribe.Decision, r *ascribe.Record) []refLink {
	var out []refLink
	add := func(l refLink) {
		if !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	for _, p := range d.Pairs {
		add(v.endLink(p.Kind, p.Left))
		add(v.endLink(p.Kind, p.Right))
	}
	for _, id := range d.Statements {
		add(v.statementLink(id, r))
	}
	switch {
	case d.Correction != nil:
		add(v.endLink(ascribe.SameIncident, d.Correction.Telling.String()))
	case d.Coding != nil:
		add(refLink{"“" + shortened(visible(d.Coding.Statement.Anchor.Quote), 80) + "”", v.to("articles", d.Coding.Document().String()) + "#" + wordsID(d.Coding.Statement.ID)})
	case d.Undoes != "":
		add(refLink{d.Undoes, ""})
	}
	return out
}

// endLink leads to an end of a pair.
func (v *visit) endLink(kind ascribe.LinkKind, end string) refLink {
	var m ascribe.MentionID
	switch {
	case m.UnmarshalText([]byte(end)) == nil && m.Kind == ascribe.IncidentMention:
		id := string(ascribe.IncidentIDOf(m))
		return refLink{v.t("rulings.incident", id), v.to("incidents", id)}
	case kind == ascribe.SameActor || kind == ascribe.IsActor && m == (ascribe.MentionID{}):
		return refLink{v.t("rulings.actor", visible(end)), v.to("actors", end)}
	}
	if doc, ok := ascribe.DocumentOf(end); ok {
		return refLink{v.t("rulings.article", doc.String()[:12]), v.to("articles", doc.String())}
	}
	return refLink{visible(end), ""}
}

// statementLink leads to a statement, where the record has it.
func (v *visit) statementLink(id ascribe.StatementID, r *ascribe.Record) refLink {
	if r != nil {
		if c, ok := r.Cited[id]; ok {
			quote := bare(publish.PublicOf(r).Words(id))
			return refLink{"“" + shortened(quote, 80) + "”", v.words(&c)}
		}
	}
	return refLink{v.t("rulings.statement", id.String()[:8]), ""}
}

// undoRuling takes a decision back.
func (s *Server) undoRuling(v *visit) error {
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, 64<<10)
	if v.who.Name == "" {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "%s", v.t("review.nobody")), v.t("review.nobody.hint"))
	}
	id := v.r.PostFormValue("id")
	lines, err := s.Store.Rulings(v.r.Context(), ascribe.RulingQuery{ID: id, Limit: 1})
	if err != nil {
		return err
	}
	if id == "" || len(lines) == 0 {
		return ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "%s", v.t("rulings.none", visible(id))), v.t("rulings.none.hint"))
	}
	d := lines[0].Entry.Decision
	if !v.mayUndo(d) {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "%s", v.t("rulings.others")), v.t("rulings.others.hint"))
	}
	undone, err := pipeline.Undone(v.r.Context(), s.Store, lines)
	if err != nil {
		return err
	}
	if undone[id] {
		return s.showRulings(v, http.StatusConflict, ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "%s", v.t("rulings.undone", id)), v.t("rulings.undone.hint")))
	}
	if err := s.decide(v, &ascribe.Decision{Act: ascribe.Undo, Undoes: id}, "rulings.reason"); err != nil {
		return err
	}
	mine := s.sitting(v)
	mine.undone(id)
	mine.say(v.t("review.did.undo", id))
	back := v.base + "/decisions"
	if of := v.r.PostFormValue("incident"); of != "" {
		back += "?incident=" + url.QueryEscape(of)
	}
	http.Redirect(v.w, v.r, back, http.StatusSeeOther)
	return nil
}
