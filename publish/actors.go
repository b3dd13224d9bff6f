package publish

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"ascribe"
)

// actorSummaryJSON is one line of "actors --json".
type actorSummaryJSON struct {
	ID        ascribe.ActorID                  `json:"id"`
	Name      string                           `json:"name"`
	Kind      ascribe.ActorKind                `json:"kind"`
	Names     []string                         `json:"names"`
	Documents int                              `json:"documents"`
	Incidents []ascribe.IncidentID             `json:"incidents"`
	Positions map[string]int                   `json:"positions"`
	Relations []sourcedJSON[actorRelationJSON] `json:"relations"`
}

// Actors writes one line of JSON for each actor of the register: its names, the
// incidents it is named in, and how many origins take which position on it.
func Actors(w io.Writer, actors []ascribe.ActorSummary) error {
	for _, a := range actors {
		out := actorSummaryJSON{
			ID: a.Actor.ID, Name: a.Actor.Name, Kind: a.Actor.Kind, Names: list(a.Names), Documents: a.Documents,
			Incidents: list(a.Incidents), Positions: map[string]int{}, Relations: sourcedOf(a.Relations, relationOf),
		}
		for p, n := range a.Positions {
			out.Positions[p.String()] = n
		}
		if err := writeLine(w, out); err != nil {
			return err
		}
	}
	return nil
}

// ActorTable writes actors as a table for a terminal.
func ActorTable(w io.Writer, actors []ascribe.ActorSummary) error {
	t := newTable(w, "ACTOR", "KIND", "ALSO WRITTEN", "REPORTS", "INCIDENTS", "POSITIONS ON IT (ORIGINS)", "RELATIONS")
	for _, a := range actors {
		var positions, relations, others []string
		for _, p := range slices.Sorted(maps.Keys(a.Positions)) {
			positions = append(positions, fmt.Sprintf("%s %d", phrase(p), a.Positions[p]))
		}
		for _, r := range a.Relations {
			relations = append(relations, relationLine(a.Actor, &r.Value))
		}
		for _, n := range a.Names {
			if n != a.Actor.Name {
				others = append(others, n)
			}
		}
		t.row(a.Actor.Name, phrase(a.Actor.Kind), orDash(others, "; "), fmt.Sprint(a.Documents), fmt.Sprint(len(a.Incidents)), orDash(positions, ", "), orDash(relations, "; "))
	}
	return t.end(countOf(len(actors), "actor") + ". Counts are of documented reports.")
}

// relationLine says a relation, leaving out the actor whose line it stands on.
func relationLine(self ascribe.ActorRef, r *ascribe.ActorRelation) string {
	said := relationWords(r.Kind, r.Negated) + " " + r.Object.Name
	if r.Subject.ID == self.ID {
		return said
	}
	return r.Subject.Name + " " + said
}

func orDash(parts []string, sep string) string {
	if len(parts) == 0 {
		return "–"
	}
	return strings.Join(parts, sep)
}
