package publish

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"ascribe"
)

// changeJSON is one line of "diff --json".
type changeJSON struct {
	Kind     ascribe.ChangeKind   `json:"kind"`
	Incident ascribe.IncidentID   `json:"incident"`
	Title    *string              `json:"title"`
	Was      []ascribe.IncidentID `json:"was"` // ids of the earlier view
	Values   []differenceJSON     `json:"values"`
}

// differenceJSON is one value that is another. What was not there before, or is
// not there any more, is null.
type differenceJSON struct {
	What   string  `json:"what"`
	Before *string `json:"before"`
	After  *string `json:"after"`
}

// DiffJSON writes one line of JSON for each change. No private person is named.
func DiffJSON(w io.Writer, changes []ascribe.Change) error {
	for i := range changes {
		if err := writeLine(w, changeOf(&changes[i])); err != nil {
			return err
		}
	}
	return nil
}

func changeOf(c *ascribe.Change) changeJSON {
	shown := c.After
	if shown == nil {
		shown = c.Before[0]
	}
	shown = Redact(shown)
	out := changeJSON{Kind: c.Kind, Incident: shown.Incident, Title: known(shown.Title), Was: []ascribe.IncidentID{}, Values: []differenceJSON{}}
	for _, r := range c.Before {
		out.Was = append(out.Was, r.Incident)
	}
	if c.After != nil && len(c.Before) > 0 {
		out.Values = append(out.Values, differences(Redact(c.Before[0]), shown)...)
	}
	return out
}

// differences compares what two records say, value by value.
func differences(before, after *ascribe.Record) []differenceJSON {
	old, now := valuesOf(before), valuesOf(after)
	var out []differenceJSON
	for _, v := range old {
		after, stands := find(now, v.what)
		if !stands {
			out = append(out, differenceJSON{v.what, known(v.text), nil})
		} else if after != v.text {
			out = append(out, differenceJSON{v.what, known(v.text), known(after)})
		}
	}
	for _, v := range now {
		if _, stood := find(old, v.what); !stood {
			out = append(out, differenceJSON{v.what, nil, known(v.text)})
		}
	}
	return out
}

// A valueOf is one value of a record in words.
type valueOf struct{ what, text string }

func find(values []valueOf, what string) (string, bool) {
	i := slices.IndexFunc(values, func(v valueOf) bool { return v.what == what })
	if i < 0 {
		return "", false
	}
	return values[i].text, true
}

// valuesOf lists what a record says, each under a name that tells it from others.
func valuesOf(r *ascribe.Record) []valueOf {
	out := []valueOf{{"type", what(r)}}
	add := func(what, text string) {
		if text != "" {
			out = append(out, valueOf{what, text})
		}
	}
	if r.When.Resolved() {
		add("date", dateWords(r.When))
	}
	if r.Where != nil {
		add("place", strings.Join(placeParts(r.Where), ", "))
	}
	for _, t := range r.Tolls {
		add(phrase(t.Harm), figureWords(t.Figure))
	}
	for i := range r.Matrix {
		c := &r.Matrix[i]
		source := c.Source
		if source == "" || isPrivateVoice(c.Role) {
			source = roleWords(c.Role)
		}
		add(c.Actor.Name+", "+phrase(c.Position)+" by "+source, supported(c))
	}
	add("contested", strings.Join(r.Contested, "; "))
	add("origins", fmt.Sprint(standing(r)))
	add("reports", fmt.Sprint(reports(r)))
	for _, c := range takenBack(r) {
		add("words of "+outletName(&c.Appearance)+" ["+c.Statement.ID.String()[:8]+"]", lapseWords(c.Lapsed))
	}
	for _, d := range r.Decisions {
		add("decision "+d.ID, d.Act.String())
	}
	return out
}

// DiffText writes changes for a terminal.
func DiffText(w io.Writer, changes []ascribe.Change) error {
	var b strings.Builder
	counts := map[ascribe.ChangeKind]int{}
	for i := range changes {
		c := changeOf(&changes[i])
		counts[c.Kind]++
		fmt.Fprintf(&b, "%-8s  %s  %s%s\n", c.Kind, plain(string(c.Incident)), apart(titleOf(c)), fromWords(c))
		for _, d := range c.Values {
			fmt.Fprintf(&b, "            %s: %s → %s\n", apart(d.What), orNone(d.Before), orNone(d.After))
		}
	}
	var parts []string
	for k := ascribe.Appeared; k <= ascribe.Altered; k++ {
		parts = append(parts, fmt.Sprintf("%d %s", counts[k], k))
	}
	fmt.Fprintf(&b, "%s changed: %s.\n", countOf(len(changes), "incident"), strings.Join(parts, ", "))
	if _, err := io.WriteString(w, b.String()); err != nil {
		return ascribe.Errorf(ascribe.Internal, "write: %w", err)
	}
	return nil
}

func titleOf(c changeJSON) string {
	if c.Title == nil {
		return "an incident"
	}
	return *c.Title
}

// fromWords says which incidents of the earlier view a joined or parted one was.
func fromWords(c changeJSON) string {
	if c.Kind != ascribe.Joined && c.Kind != ascribe.Parted {
		return ""
	}
	var ids []string
	for _, id := range c.Was {
		ids = append(ids, plain(string(id)))
	}
	return " (was " + strings.Join(ids, ", ") + ")"
}

func orNone(s *string) string {
	if s == nil {
		return "–"
	}
	return apart(*s)
}
