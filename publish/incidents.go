package publish

import (
	"io"

	"ascribe"
)

// incidentJSON is one line of "incidents --json".
type incidentJSON struct {
	Incident  ascribe.IncidentID       `json:"incident"`
	Documents []appearedJSON           `json:"documents"`
	Origins   int                      `json:"origins"`
	Date      *dateJSON                `json:"date"`
	Place     *placeJSON               `json:"place"`
	Type      ascribe.IncidentType     `json:"type"`
	Stage     ascribe.Stage            `json:"stage"`
	Title     *string                  `json:"title"`
	Tolls     map[string]tollRangeJSON `json:"tolls"`
	Positions []positionJSON           `json:"positions"`
	Withdrawn *string                  `json:"withdrawn,omitempty"` // since when no report of it stands
}

// appearedJSON is one appearance of a document that tells of an incident.
type appearedJSON struct {
	InputID   *string `json:"input_id"`
	ID        string  `json:"id"`
	Outlet    *string `json:"outlet"`
	Published *string `json:"published"`
}

type tollRangeJSON struct {
	ascribe.Figure
	Policy ascribe.Policy `json:"policy"`
}

type positionJSON struct {
	Actor    string           `json:"actor"`
	Position ascribe.Position `json:"position"`
	By       *string          `json:"by"`
	Origins  int              `json:"origins"`
}

// Incidents writes one line of JSON for each record: what, when, where, the
// documents that tell of it, the tolls and who says who did it.
func Incidents(w io.Writer, records []*ascribe.Record) error {
	for _, r := range records {
		if err := writeLine(w, incidentOf(Redact(r))); err != nil {
			return err
		}
	}
	return nil
}

func incidentOf(r *ascribe.Record) incidentJSON {
	out := incidentJSON{
		Incident: r.Incident, Documents: []appearedJSON{}, Origins: standing(r), Withdrawn: sinceOf(r.Withdrawn), Date: dateOf(r.When), Place: placeOf(r.Where),
		Type: r.Type, Stage: r.Stage, Title: known(r.Title), Tolls: map[string]tollRangeJSON{}, Positions: []positionJSON{},
	}
	for _, d := range r.Documents {
		for _, a := range d.Appearances {
			out.Documents = append(out.Documents, appearedJSON{known(a.InputID), hash(d.Document), known(string(a.Outlet)), publishedOf(a.Published)})
		}
	}
	for _, t := range r.Tolls {
		if _, ok := out.Tolls[t.Harm.String()]; !ok { // the first policy is the record's own
			out.Tolls[t.Harm.String()] = tollRangeJSON{t.Figure, t.Policy}
		}
	}
	for _, c := range r.Matrix {
		if c.Lapsed == nil {
			out.Positions = append(out.Positions, positionJSON{c.Actor.Name, c.Position, known(c.Source), c.Support.Origins})
		}
	}
	return out
}
