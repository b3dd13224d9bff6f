package reconcile

import (
	"ascribe"
)

// Missing lists what a decision is about and no current reading of the view holds: a
// telling, a mention, a statement or a document by its id. A better engine may read
// an article otherwise; what it does not find any more a decision on it leaves as it
// is, and takes effect on again when it is found.
func (s *State) Missing(d *ascribe.Decision) []string {
	var out []string
	miss := func(id string) {
		if !s.holds()[id] {
			out = append(out, id)
		}
	}
	for _, p := range d.Pairs {
		for _, end := range []string{p.Left, p.Right} {
			if _, lies := ascribe.DocumentOf(end); lies {
				miss(end)
			}
		}
	}
	for _, id := range d.Statements {
		miss(id.String())
	}
	if d.Correction != nil {
		miss(d.Correction.Telling.String())
	}
	if d.Coding != nil {
		miss(d.Coding.Statement.ID.String()) // it is put in the place of one that no reading has
	}
	return out
}

// everything returns the ids of all that the current readings hold.
func (s *State) everything() map[string]bool {
	out := map[string]bool{}
	for _, h := range s.docs {
		out[h.id.String()] = true
		for i := range h.reading.Mentions {
			out[h.reading.Mentions[i].ID.String()] = true
		}
		for i := range h.reading.Incidents {
			out[h.reading.Incidents[i].Incident.String()] = true
		}
		for i := range h.reading.Statements {
			out[h.reading.Statements[i].ID.String()] = true
		}
	}
	return out
}
