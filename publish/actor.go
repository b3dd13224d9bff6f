package publish

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"ascribe"
)

// ActorJSON writes what is on record of one actor as one line of JSON, of the
// format "ascribe.actor/1". It names no private person: sources that are none of
// the actors stand as what kind of voice they are.
func ActorJSON(w io.Writer, r *ascribe.ActorRecord) error { return writeLine(w, actorOf(r)) }

func actorOf(r *ascribe.ActorRecord) actorRecordJSON {
	out := actorRecordJSON{
		Format: "ascribe.actor/1", ID: r.Actor.ID, Also: list(r.Also), Name: r.Actor.Name, Kind: kindOf(r), Countries: []string{},
		AsOf: pinOf(r.Pins.AsOf), KnownAt: pinOf(r.Pins.KnownAt), Names: make([]nameUseJSON, len(r.Names)), Documents: r.Documents, Origins: r.Origins,
		Incidents: make([]involvementJSON, len(r.Incidents)), Relations: make([]toldJSON, len(r.Relations)), Ties: make([]actorRelationJSON, len(r.Ties)),
		Alike: make([]alikeJSON, len(r.Alike)), Decisions: make([]actJSON, len(r.Decisions)),
	}
	if a := r.Registered; a != nil {
		out.Countries = list(a.Countries)
		out.Registered = &registeredJSON{Sources: list(a.Sources), Names: []string{}}
		for _, n := range a.Names {
			out.Registered.Names = append(out.Registered.Names, n.Text)
		}
	}
	for i, n := range r.Names {
		out.Names[i] = nameUseJSON{n.Text, n.Mentions, n.Documents, list(n.Because)}
	}
	for i := range r.Incidents {
		v := &r.Incidents[i]
		out.Incidents[i] = involvementJSON{v.Incident, v.Type, dateOf(v.When), publicPlace(v.Where), v.Position, list(v.By), momentOf(v.Since), v.Origins, list(v.Support)}
	}
	for i := range r.Relations {
		x := &r.Relations[i]
		out.Relations[i] = toldJSON{relationOf(&x.Value), list(x.By), momentOf(x.Since), x.Origins, list(x.Statements)}
	}
	for i := range r.Ties {
		out.Ties[i] = relationOf(&r.Ties[i])
	}
	for i, a := range r.Alike {
		out.Alike[i] = alikeOf(a)
	}
	for i, d := range r.Decisions {
		out.Decisions[i] = actJSON{d.ID, d.Act, momentOf(d.At)}
	}
	return out
}

// kindOf is what the register says that an actor is, before what the articles do.
func kindOf(r *ascribe.ActorRecord) ascribe.ActorKind {
	if r.Registered != nil {
		return r.Registered.Kind
	}
	return r.Actor.Kind
}

// publicPlace is the place of an incident as a gazetteer has it; the words of an
// article for a place may be a person's.
func publicPlace(p *ascribe.Place) *string {
	if p == nil || p.Name == "" {
		return nil
	}
	return known(strings.Join(slices.DeleteFunc([]string{p.Name, p.Admin1, p.Country}, func(s string) bool { return s == "" }), ", "))
}

func alikeOf(a ascribe.Alike) alikeJSON {
	out := alikeJSON{As: a.As, Name: known(a.Name), Because: a.Because}
	if a.Actor.ID != "" {
		p := partyOf(a.Actor)
		out.Actor = &p
	}
	return out
}

// ActorText writes what is on record of one actor for a terminal.
func ActorText(w io.Writer, r *ascribe.ActorRecord) error {
	s := &sheet{}
	s.line("%s", apart(r.Actor.Name))
	s.line("%s", plain(string(r.Actor.ID)))
	if !r.Pins.AsOf.IsZero() {
		s.line("as of %s: what had been published by then", moment(r.Pins.AsOf))
	}
	if !r.Pins.KnownAt.IsZero() {
		s.line("known at %s: what stood in the ledger by then", moment(r.Pins.KnownAt))
	}
	s.line("")
	s.field("kind", phrase(kindOf(r)))
	if a := r.Registered; a != nil {
		if len(a.Countries) > 0 {
			s.field("countries", strings.Join(a.Countries, ", "))
		}
		s.field("register", plain(strings.Join(a.Sources, "; ")))
	} else {
		s.field("register", "has no such actor; it is known from the articles alone")
	}
	s.field("told in", countOf(r.Documents, "document")+" from "+countOf(r.Origins, "independent origin"))
	for _, id := range r.Also {
		s.field("also", plain(string(id))+", by a person's word")
	}
	s.questions(r.Alike)
	s.nameUses(r)
	s.involvements(r.Incidents)
	s.toldRelations(r)
	if len(r.Decisions) > 0 {
		s.line("\nWhat people ruled (ascribe decisions says why)")
	}
	for _, d := range r.Decisions {
		s.line("  %s · %s · %s", d.ID, d.Act, moment(d.At))
	}
	s.line("\nCounts are of documented reports.")
	if _, err := io.WriteString(w, s.b.String()); err != nil {
		return ascribe.Errorf(ascribe.Internal, "write: %w", err)
	}
	return nil
}

// questions writes which actors this one only looks like.
func (s *sheet) questions(all []ascribe.Alike) {
	if len(all) > 0 {
		s.line("\nTo be decided: a name that only looks like another")
	}
	for _, a := range all {
		s.line("  %s", AlikeWords(a))
	}
}

// AlikeWords says what a name looks like, and why.
func AlikeWords(a ascribe.Alike) string {
	if a.Actor.ID == "" {
		return fmt.Sprintf("%s: %s", quoted(a.As), plain(a.Because))
	}
	return fmt.Sprintf("%s looks like %s (%s): %s", quoted(a.As), apart(a.Actor.Name), plain(string(a.Actor.ID)), plain(a.Because))
}

func (s *sheet) nameUses(r *ascribe.ActorRecord) {
	s.line("\nNames in the articles")
	if len(r.Names) == 0 {
		s.line("  none names it")
	}
	for _, n := range r.Names {
		s.line("  %s  %s in %s, by %s", apart(n.Text), countOf(n.Mentions, "mention"), countOf(n.Documents, "document"), plain(strings.Join(n.Because, "; ")))
	}
	if r.Registered == nil {
		return
	}
	var names []string
	for _, n := range r.Registered.Names {
		names = append(names, apart(n.Text))
	}
	s.line("  in the register: %s", strings.Join(names, "; "))
}

func (s *sheet) involvements(all []ascribe.Involvement) {
	s.line("\nIncidents, by what is said of its part")
	if len(all) == 0 {
		s.line("  nobody names it beside an incident")
	}
	for i := range all {
		v := &all[i]
		where := "place not stated"
		if p := publicPlace(v.Where); p != nil {
			where = apart(*p)
		}
		s.line("  %-22s  %s, %s, %s  %s", phrase(v.Position), phrase(v.Type), where, dateWords(v.When), plain(string(v.Incident)))
		s.line("    by %s; %s, since %s", voicesOf(v.By), countOf(v.Origins, "origin"), moment(v.Since))
	}
}

func voicesOf(by []string) string {
	var out []string
	for _, b := range by {
		out = append(out, apart(b))
	}
	return strings.Join(out, ", ")
}

func (s *sheet) toldRelations(r *ascribe.ActorRecord) {
	if len(r.Relations) > 0 {
		s.line("\nRelations, as articles tell them")
	}
	for i := range r.Relations {
		x := &r.Relations[i]
		s.line("  %s\n    by %s; %s, said since %s", relationSentence(&x.Value), voicesOf(x.By), countOf(x.Origins, "origin"), moment(x.Since))
	}
	if len(r.Ties) > 0 {
		s.line("\nRelations, as the register has them")
	}
	for i := range r.Ties {
		s.line("  %s", relationSentence(&r.Ties[i]))
	}
}

func relationSentence(v *ascribe.ActorRelation) string {
	return apart(v.Subject.Name) + " " + relationWords(v.Kind, v.Negated) + " " + apart(v.Object.Name) + yearsWords(v)
}

// yearsWords says over what time a relation holds, as shortly as its dates are
// known: ", 2015–2018", ", since March 2015", ", until 2018".
func yearsWords(v *ascribe.ActorRelation) string {
	words := func(d *ascribe.Date) string {
		switch {
		case !d.Resolved():
			return "a time not resolved"
		case d.Precision == ascribe.Year:
			return d.From.Format("2006")
		case d.Precision == ascribe.Month:
			return d.From.Format("January 2006")
		}
		return dateWords(d)
	}
	switch {
	case v.From != nil && v.To != nil:
		return ", " + words(v.From) + "–" + words(v.To)
	case v.From != nil:
		return ", since " + words(v.From)
	case v.To != nil:
		return ", until " + words(v.To)
	}
	return ""
}
