package publish

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"ascribe"
)

// versionsJSON is the shape "ascribe.versions/1" (docs/schema/versions.schema.json).
type versionsJSON struct {
	Format   string        `json:"format"`
	Versions []versionJSON `json:"versions"`
	Rests    []restJSON    `json:"rests"`
}

type versionJSON struct {
	Document string `json:"document"`
	appearanceJSON
	Public  *string             `json:"public"`
	Current bool                `json:"current"`
	Gone    []string            `json:"gone"`
	New     []string            `json:"new"`
	Notices []versionNoticeJSON `json:"notices"`
	Lapsed  *lapseJSON          `json:"lapsed,omitempty"`
}

type versionNoticeJSON struct {
	Kind     ascribe.NoticeKind `json:"kind"`
	Text     string             `json:"text"`
	Of       *string            `json:"of"`
	Recounts bool               `json:"recounts"`
}

// restJSON is what one record rests on an article for.
type restJSON struct {
	Incident   ascribe.IncidentID  `json:"incident"`
	Title      *string             `json:"title"`
	Statements []restStatementJSON `json:"statements"`
	Decisions  []decisionJSON      `json:"decisions"` // that people made on them
}

type restStatementJSON struct {
	ID       ascribe.StatementID `json:"id"`
	Document string              `json:"document"`
	Outlet   *string             `json:"outlet"`
	Quote    string              `json:"quote"`
	Carries  []string            `json:"carries"` // what of the record rests on it, in words
	Lapsed   *lapseJSON          `json:"lapsed,omitempty"`
}

// VersionsJSON writes what became of an article as one line of JSON, of the format
// "ascribe.versions/1". The names that the records resting on it withhold are
// withheld in its sentences too; what else stands in them stands as archived.
func VersionsJSON(w io.Writer, h *ascribe.History) error { return writeLine(w, versionsOf(h)) }

// withheld returns the versions of a history without the names that its records
// withhold.
func withheld(h *ascribe.History) []ascribe.Version {
	out := slices.Clone(h.Versions)
	for _, rest := range h.Rests {
		n := namesOf(rest.Record)
		for i := range out {
			v := &out[i]
			v.Appearance = n.appearance(v.Appearance)
			v.Gone, v.New = every(v.Gone, n.prose), every(v.New, n.prose)
			v.Lapsed = n.lapse(v.Lapsed)
			v.Notices = every(v.Notices, func(x ascribe.Notice) ascribe.Notice {
				x.Anchor.Quote, x.Of = n.prose(x.Anchor.Quote), n.prose(x.Of)
				return x
			})
		}
	}
	return out
}

func versionsOf(h *ascribe.History) versionsJSON {
	out := versionsJSON{Format: "ascribe.versions/1", Versions: make([]versionJSON, len(h.Versions)), Rests: make([]restJSON, len(h.Rests))}
	versions := withheld(h)
	for i := range versions {
		v := &versions[i]
		x := versionJSON{
			Document: hash(v.Document), appearanceJSON: appearanceOf(&v.Appearance), Public: momentOf(v.Public), Current: v.Current,
			Gone: list(v.Gone), New: list(v.New), Notices: make([]versionNoticeJSON, len(v.Notices)), Lapsed: lapseOf(v.Lapsed),
		}
		for j, n := range v.Notices {
			x.Notices[j] = versionNoticeJSON{n.Kind, n.Anchor.Quote, known(n.Of), n.Recounts}
		}
		out.Versions[i] = x
	}
	for i := range h.Rests {
		out.Rests[i] = restOf(&h.Rests[i])
	}
	return out
}

func restOf(rest *ascribe.Rest) restJSON {
	r := Redact(rest.Record)
	carries := carriedBy(r)
	out := restJSON{Incident: r.Incident, Title: known(r.Title), Statements: []restStatementJSON{}, Decisions: []decisionJSON{}}
	wanted, in := map[ascribe.StatementID]bool{}, map[ascribe.DocumentID]bool{}
	for _, id := range rest.Statements {
		wanted[id] = true
		in[r.Cited[id].Statement.Anchor.Document] = true
	}
	for i := range r.Decisions {
		d := &r.Decisions[i]
		if slices.ContainsFunc(d.Statements, func(id ascribe.StatementID) bool { return wanted[id] }) || d.Correction != nil && in[d.Correction.Telling.Document] || d.Coding != nil && in[d.Coding.Document()] {
			out.Decisions = append(out.Decisions, decisionOf(d))
		}
	}
	for _, c := range inOrder(r) {
		if id := c.Statement.ID; wanted[id] {
			out.Statements = append(out.Statements, restStatementJSON{
				id, hash(c.Statement.Anchor.Document), known(string(c.Appearance.Outlet)), c.Words, list(carries[id]), lapseOf(c.Lapsed),
			})
		}
	}
	return out
}

// carriedBy says of each statement of a redacted record what rests on it.
func carriedBy(r *ascribe.Record) map[ascribe.StatementID][]string {
	out := map[ascribe.StatementID][]string{}
	add := func(ids []ascribe.StatementID, words string) {
		for _, id := range ids {
			out[id] = append(out[id], words)
		}
	}
	for _, v := range r.Types {
		add(v.Statements, phrase(v.Value))
	}
	for _, v := range r.Dates {
		add(v.Statements, dateWords(&v.Value))
	}
	for _, v := range r.Places {
		add(v.Statements, strings.Join(placeParts(&v.Value), ", "))
	}
	for _, v := range r.Targets {
		add(v.Statements, "target "+thingWords(&v.Value))
	}
	for _, v := range r.Weapons {
		add(v.Statements, "weapon "+thingWords(&v.Value))
	}
	for i := range r.Matrix {
		c := &r.Matrix[i]
		add(c.Support.Statements, c.Actor.Name+": "+positionBy(standOf(c)))
	}
	for _, t := range r.Tolls {
		for _, p := range t.Course {
			add([]ascribe.StatementID{p.Toll.Statement}, phrase(t.Harm)+" "+figureWords(p.Toll.Figure))
		}
	}
	for _, x := range r.Relations {
		v := &x.Value
		add(x.Statements, v.Subject.Name+" "+relationWords(v.Kind, v.Negated)+" "+v.Object.Name)
	}
	return out
}

// VersionsText writes what became of an article for a terminal.
func VersionsText(w io.Writer, h *ascribe.History) error {
	var b strings.Builder
	line := func(format string, a ...any) { fmt.Fprintf(&b, format+"\n", a...) }
	versions := withheld(h)
	for i := range versions {
		versionText(line, i, &versions[i])
	}
	n := 0
	for i := range h.Rests {
		rest := restOf(&h.Rests[i])
		title := "an incident"
		if rest.Title != nil {
			title = *rest.Title
		}
		line("\n%s  %s rests on it for", plain(string(rest.Incident)), apart(title))
		for _, d := range rest.Decisions {
			line("  %s · %s · %s", plain(d.ID), d.Act, apart(d.Reason))
		}
		for j := range rest.Statements {
			s := &rest.Statements[j]
			n++
			lapsed := "stands"
			if s.Lapsed != nil {
				lapsed = s.Lapsed.Kind.String()
			}
			line("  [%s] %-9s  %s", s.ID.String()[:8], lapsed, quoted(s.Quote))
			if len(s.Carries) > 0 {
				line("      %s", apart(strings.Join(s.Carries, "; ")))
			}
		}
	}
	line("\n%s; %s of %s rest on them.", countOf(len(h.Versions), "version"), countOf(n, "statement"), countOf(len(h.Rests), "incident"))
	if _, err := io.WriteString(w, b.String()); err != nil {
		return ascribe.Errorf(ascribe.Internal, "write: %w", err)
	}
	return nil
}

func versionText(line func(string, ...any), i int, v *ascribe.Version) {
	current := ""
	if v.Current {
		current = ", current"
	}
	if v.Lapsed != nil {
		current += ", " + lapseWords(v.Lapsed)
	}
	line("version %d · %s · %s%s", i+1, outletName(&v.Appearance), short(v.Document.String()), current)
	if v.Appearance.Headline != "" {
		line("  %s", quoted(v.Appearance.Headline))
	}
	if v.Appearance.URL != "" {
		line("  %s", plain(v.Appearance.URL))
	}
	line("  published %s, surely there by %s, captured %s", whenPublished(&v.Appearance), moment(v.Public), moment(v.Appearance.Retrieved))
	for _, n := range v.Notices {
		line("  %s: %s", n.Kind, quoted(n.Anchor.Quote))
	}
	for _, s := range v.Gone {
		line("  - %s", quoted(s))
	}
	for _, s := range v.New {
		line("  + %s", quoted(s))
	}
}
