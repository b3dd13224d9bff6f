package publish

import (
	"fmt"
	"io"
	"strings"
	"time"

	"ascribe"
)

// RecordText writes a record for a terminal: what happened, what is contested,
// who says who did it, how the tolls came, and the sources by origin. No
// private person is named in it.
func RecordText(w io.Writer, full *ascribe.Record) error {
	r, said := redact(full)
	s := &sheet{r: r, said: said}
	s.summary()
	s.contested()
	s.matrix()
	s.turns()
	s.tolls()
	s.relations()
	s.lapsed()
	s.decisions()
	s.sources()
	s.shared()
	s.line("\nCounts are of documented reports. A source that no person has rated is F6: it cannot be judged.")
	if _, err := io.WriteString(w, s.b.String()); err != nil {
		return ascribe.Errorf(ascribe.Internal, "write: %w", err)
	}
	return nil
}

// A sheet is a redacted record being written as plain text.
type sheet struct {
	r    *ascribe.Record
	said map[ascribe.StatementID]string
	b    strings.Builder
}

func (s *sheet) line(format string, a ...any) { fmt.Fprintf(&s.b, format+"\n", a...) }

func (s *sheet) summary() {
	r := s.r
	title := r.Title
	if title == "" {
		title = what(r)
	}
	s.line("%s", apart(title))
	s.line("%s", plain(string(r.Incident)))
	if !r.Pins.AsOf.IsZero() {
		s.line("as of %s: what had been published by then", moment(r.Pins.AsOf))
	}
	if !r.Pins.KnownAt.IsZero() {
		s.line("known at %s: what stood in the ledger by then", moment(r.Pins.KnownAt))
	}
	if r.Withdrawn != nil {
		s.line("withdrawn %s: no report of it stands; what follows is what was said", sinceWords(moment(r.Withdrawn.Since)))
	}
	s.line("")
	s.field("what", what(r)+others(len(r.Types)+len(r.Stages)-2))
	when := dateWords(r.When)
	if r.When != nil && r.When.Text != "" {
		when += " (" + quoted(r.When.Text) + ", " + basisWords(r.When.Basis) + ")"
	}
	if r.When == nil && len(r.Dates) > 0 {
		when = "not resolved: " + quoted(r.Dates[0].Value.Text)
	}
	s.field("when", when+others(len(r.Dates)-1))
	where := "not stated"
	if r.Where != nil {
		where = apart(strings.Join(placeParts(r.Where), ", ")) + " (" + nearness(r.Where) + ")"
	}
	s.field("where", where+others(len(r.Places)-1))
	for _, t := range r.Targets {
		s.field("target", thingWords(&t.Value)+unless(t.Origins))
	}
	for _, t := range r.Weapons {
		s.field("weapon", thingWords(&t.Value)+unless(t.Origins))
	}
	for _, t := range r.Tolls {
		s.field(phrase(t.Harm), bounds(t.Figure)+" (by the rule “"+plain(string(t.Policy))+"”)")
		for _, p := range newest(&t) {
			_, f, _ := t.By(p)
			s.field("", figureWords(f)+" by “"+plain(string(p))+"”")
		}
	}
	s.field("told in", toldIn(r))
}

// unless says of a value that no origin gives any more that this is so.
func unless(origins int) string {
	if origins > 0 {
		return ""
	}
	return ", " + byOrigins(0)
}

// thingWords gives a target in the article's words, quoted, or says what kind
// of person is withheld.
func thingWords(e *ascribe.Entity) string {
	if e.Text == PrivatePerson {
		return PrivatePerson
	}
	return quoted(e.Text)
}

func (s *sheet) field(label, value string) { s.line("  %-10s %s", label, value) }

// others says that more values are given than the one shown.
func others(n int) string {
	if n <= 0 {
		return ""
	}
	return "; " + countOf(n, "other value") + " given"
}

func (s *sheet) contested() {
	s.line("\nContested")
	for _, c := range s.r.Contested {
		s.line("  %s", apart(c))
	}
	if len(s.r.Contested) == 0 {
		s.line("  nothing is on record")
	}
}

func (s *sheet) matrix() {
	s.line("\nWho says who did it")
	if len(s.r.Matrix) == 0 {
		s.line("  nobody is named")
	}
	last := ""
	for i := range s.r.Matrix {
		c := &s.r.Matrix[i]
		if c.Actor.Name != last || i == 0 {
			s.line("  %s", apart(c.Actor.Name))
			last = c.Actor.Name
		}
		s.line("    %-22s  %s · %s · %s", phrase(c.Position), s.by(c.Source, c.Role), supported(c), sinceWords(s.when(c.Support.Statements, c.Since))+untilWords(c))
		for _, id := range c.Support.Statements[:min(1, len(c.Support.Statements))] {
			s.line("      %s", s.quote(id))
		}
	}
}

// turns tells which sources changed their position.
func (s *sheet) turns() {
	if len(s.r.Turns) > 0 {
		s.line("\nChanges of position")
	}
	for i := range s.r.Turns {
		t := &s.r.Turns[i]
		s.line("  %s  %s on %s: %s, then %s", s.when(t.Statements, t.At), s.by(t.Source, t.Role), apart(t.Actor.Name), phrase(t.From), phrase(t.To))
		for _, id := range t.Statements[:min(1, len(t.Statements))] {
			s.line("      %s", s.quote(id))
		}
	}
}

// untilWords says when a source gave a position up, or its words lapsed, or "".
func untilWords(c *ascribe.Cell) string {
	out := ""
	if !c.Until.IsZero() {
		out = ", until " + moment(c.Until)
	}
	if c.Lapsed != nil {
		out += ", " + lapseWords(c.Lapsed)
	}
	return out
}

// when says since when statements stand, as closely as their outlets print it.
func (s *sheet) when(ids []ascribe.StatementID, since time.Time) string {
	for _, id := range ids {
		if c, ok := s.r.Cited[id]; ok && c.Appearance.PublicBy().Equal(since) {
			return whenPublished(&c.Appearance)
		}
	}
	return moment(since)
}

// by names a source with what kind of voice it is.
func (s *sheet) by(source string, r ascribe.Role) string {
	if source == "" || isPrivateVoice(r) {
		return roleWords(r)
	}
	return apart(source) + " (" + roleWords(r) + ")"
}

// supported counts the origins of a cell and the reprints beside them.
func supported(c *ascribe.Cell) string {
	out := countOf(c.Support.Origins, "origin")
	if c.Reprints > 0 {
		out += " + " + countOf(c.Reprints, "reprint")
	}
	return out
}

// quote gives the words of a statement and where they stand.
func (s *sheet) quote(id ascribe.StatementID) string {
	c, ok := s.r.Cited[id]
	if !ok {
		return "(statement " + id.String() + " is not in this record)"
	}
	words := c.Words
	if said := s.said[id]; said != "" {
		words = said
	}
	return quoted(words) + " " + outletName(&c.Appearance) + ", " + whenPublished(&c.Appearance) + " [" + id.String()[:8] + "]"
}

// outletName is the outlet, or says that it is not known.
func outletName(a *ascribe.Appearance) string {
	if a.Outlet == "" {
		return "outlet not stated"
	}
	return apart(string(a.Outlet))
}

func (s *sheet) tolls() {
	for _, t := range s.r.Tolls {
		s.line("\n%s, as reported", capital(phrase(t.Harm)))
		for _, row := range courseRows(s.r, &t) {
			p, more := row[0], ""
			if n := len(row) - 1; n > 0 {
				more = ", + " + countOf(n, "reprint")
			}
			s.line("    %-22s  %-18s %s, %s%s%s [%s]", s.when([]ascribe.StatementID{p.Toll.Statement}, p.At), figureWords(p.Toll.Figure), quoted(p.Toll.Words),
				s.by(p.By, p.Role), pointNotes(&p), more, p.Toll.Statement.String()[:8])
		}
	}
}

// pointNotes says what a reader must know of a figure beside its number.
func pointNotes(p *ascribe.TollPoint) string {
	out := ""
	if p.Early {
		out += ", early figure"
	}
	if p.Toll.Part {
		out += ", part of another toll"
	}
	if p.Toll.Attackers {
		out += ", attackers alone"
	}
	if p.Lapsed != nil {
		out += ", " + lapseWords(p.Lapsed)
	}
	return out
}

func (s *sheet) relations() {
	if len(s.r.Relations) > 0 {
		s.line("\nRelations between the actors, as reported")
	}
	for _, x := range s.r.Relations {
		v := &x.Value
		s.line("  %s %s %s%s, %s", apart(v.Subject.Name), relationWords(v.Kind, v.Negated), apart(v.Object.Name), overTime(v), byOrigins(x.Origins))
	}
}

// overTime says over what time a relation is said to hold, or "".
func overTime(v *ascribe.ActorRelation) string {
	out := ""
	if v.From != nil {
		out += " from " + dateWords(v.From)
	}
	if v.To != nil {
		out += " until " + dateWords(v.To)
	}
	return out
}

// lapsed gives the words that do not stand any more, and the notice that says so.
func (s *sheet) lapsed() {
	gone := takenBack(s.r)
	if len(gone) > 0 {
		s.line("\nTaken back or gone")
	}
	for _, c := range gone {
		s.line("  %s", s.quote(c.Statement.ID))
		by := ", in document " + short(c.Lapsed.By.String())
		if c.Lapsed.Words != "" {
			by += ": " + quoted(c.Lapsed.Words)
		}
		s.line("      %s%s", lapseWords(c.Lapsed), by)
	}
}

func (s *sheet) decisions() {
	if len(s.r.Decisions) > 0 {
		s.line("\nWhat people ruled")
	}
	for _, d := range s.r.Decisions {
		s.line("  %s · %s · %s · %s", d.ID, d.Act, moment(d.At), apart(d.Reason))
	}
}

func (s *sheet) sources() {
	s.line("\nSources by origin")
	for _, g := range byOrigin(s.r) {
		docs := g.tellings
		n := 0
		for _, d := range docs {
			n += len(d.Appearances)
		}
		s.line("  %s, %s", originName(&g.Origin), countOf(n, "report"))
		for _, d := range docs {
			for _, a := range d.Appearances {
				s.line("    %s · %s · %s%s", outletName(&a), whenPublished(&a), short(d.Document.String()), lateNote(d))
				if a.URL != "" {
					s.line("      %s (captured %s)", plain(a.URL), moment(a.Retrieved))
				}
			}
		}
	}
}

// shared tells what several origins rest on together.
func (s *sheet) shared() {
	if len(s.r.Shared) > 0 {
		s.line("\nCounted once")
	}
	for i := range s.r.Shared {
		x := &s.r.Shared[i]
		s.line("  %s", apart(sharedWords(x)))
		for _, r := range x.Because {
			s.line("    %s", apart(r.Left+" · "+r.Right))
		}
	}
}

// sharedWords says what several origins rest on together.
func sharedWords(x *ascribe.Shared) string {
	who := strings.Join(x.Who, ", ")
	if x.Kind == ascribe.InCircle {
		return who + " cite one another: what they have from each other counts once"
	}
	return who + " spoke to all of " + countOf(len(x.Origins), "origin") + ": what was said there counts once"
}

// An originGroup is an origin with the tellings that stem from it.
type originGroup struct {
	ascribe.Origin
	tellings []ascribe.Telling
}

// byOrigin groups the tellings of a record by origin, each in one group; those
// of an origin that the record does not hold come last.
func byOrigin(r *ascribe.Record) []originGroup {
	out := make([]originGroup, len(r.Origins))
	at := map[ascribe.OriginID]int{}
	of := map[ascribe.DocumentID]int{}
	for i, o := range r.Origins {
		out[i].Origin = o
		at[o.ID] = i
		for _, d := range o.Documents {
			of[d] = i
		}
	}
	for _, d := range r.Documents {
		i, ok := at[d.Origin]
		if !ok {
			if i, ok = of[d.Document]; !ok {
				i = len(out)
				at[d.Origin] = i
				out = append(out, originGroup{Origin: ascribe.Origin{ID: d.Origin}})
			}
		}
		out[i].tellings = append(out[i].tellings, d)
	}
	return out
}

func originName(o *ascribe.Origin) string {
	if o.Name == "" {
		return "origin " + short(o.ID.String())
	}
	return apart(o.Name)
}

func lateNote(d ascribe.Telling) string {
	out := ""
	if d.Late {
		out = " · tells of it as background"
	}
	if d.Lapsed != nil {
		out += " · " + lapseWords(d.Lapsed)
	}
	return out
}

// capital writes the first letter of a word as a capital.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
