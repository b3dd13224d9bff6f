package review

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"ascribe"
)

// Join pairs the first of some ends with each other one, as the same.
func Join(kind ascribe.LinkKind, ends []string) []ascribe.Pair {
	var out []ascribe.Pair
	for _, end := range ends[1:] {
		if end != ends[0] {
			out = append(out, ascribe.Pair{Kind: kind, Left: ends[0], Right: end, Judgement: ascribe.Same})
		}
	}
	return out
}

// Part keeps some ends together and apart from the others.
func Part(kind ascribe.LinkKind, moved, staying []string) []ascribe.Pair {
	out := Join(kind, moved)
	for _, m := range moved {
		for _, s := range staying {
			out = append(out, ascribe.Pair{Kind: kind, Left: m, Right: s, Judgement: ascribe.Different})
		}
	}
	return out
}

// MergeIncidents joins incidents into the first.
func MergeIncidents(records []*ascribe.Record) ([]ascribe.Pair, error) {
	var ends []string
	for _, r := range records {
		if end := r.Documents[0].Mention.String(); !slices.Contains(ends, end) {
			ends = append(ends, end)
		}
	}
	if len(ends) < 2 {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "these ids all lead to one incident, %s", records[0].Incident), "name another incident to merge with it")
	}
	return Join(ascribe.SameIncident, ends), nil
}

// SplitIncident takes what some documents tell out of an incident, into one of
// its own.
func SplitIncident(r *ascribe.Record, docs []ascribe.DocumentID) ([]ascribe.Pair, error) {
	var moved, staying []string
	for _, d := range r.Documents {
		if slices.Contains(docs, d.Document) {
			moved = append(moved, d.Mention.String())
		} else {
			staying = append(staying, d.Mention.String())
		}
	}
	for _, id := range docs {
		if !slices.ContainsFunc(r.Documents, func(d ascribe.Telling) bool { return d.Document == id }) {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "document %s does not tell of incident %s", id, r.Incident), "ascribe record "+string(r.Incident)+" lists its sources")
		}
	}
	if len(staying) == 0 {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "all %d tellings of incident %s would leave it", len(moved), r.Incident), "name only those that are another incident")
	}
	return Part(ascribe.SameIncident, moved, staying), nil
}

// SplitOrigin takes documents out of the piece of reporting that they are held
// to be copies of.
func SplitOrigin(origin, docs []ascribe.DocumentID) ([]ascribe.Pair, error) {
	var moved, staying []string
	for _, d := range origin {
		if slices.Contains(docs, d) {
			moved = append(moved, d.String())
		} else {
			staying = append(staying, d.String())
		}
	}
	if len(moved) < len(docs) || len(staying) == 0 {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%d of the %d articles are of one origin, in which %d stay", len(moved), len(docs), len(staying)),
			"name some, and not all, of the articles of one origin")
	}
	return Part(ascribe.SameOrigin, moved, staying), nil
}

// SplitActor makes mentions of an actor those of another, new one.
func SplitActor(actor ascribe.ActorRef, mentions []ascribe.MentionID) ([]ascribe.Pair, error) {
	if len(mentions) == 0 {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "the articles do not mention %s", actor.Name), "ascribe actors lists the names under which it is written")
	}
	sum := sha256.Sum256([]byte("split\x00" + string(actor.ID) + "\x00" + mentions[0].String()))
	var out []ascribe.Pair
	for _, m := range mentions {
		out = append(out, ascribe.Pair{Kind: ascribe.IsActor, Left: m.String(), Right: "a" + hex.EncodeToString(sum[:6]), Judgement: ascribe.Same})
	}
	return out, nil
}

// KeepApart rules that actors are each another.
func KeepApart(ids []string) ([]ascribe.Pair, error) {
	var out []ascribe.Pair
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			if a == b {
				return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "two of these names lead to one actor, %s", a), "undo the merge that made them one, or split off the articles that mention the other with split --actor")
			}
			out = append(out, ascribe.Pair{Kind: ascribe.SameActor, Left: a, Right: b, Judgement: ascribe.Different})
		}
	}
	return out, nil
}

// KeepIncidentsApart rules that incidents are each another.
func KeepIncidentsApart(records []*ascribe.Record) ([]ascribe.Pair, error) {
	var out []ascribe.Pair
	for i, a := range records {
		for _, b := range records[i+1:] {
			if a.Incident == b.Incident {
				return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "two of these ids lead to one incident, %s", a.Incident), "take out of it what the articles of another tell, with split")
			}
			out = append(out, ascribe.Pair{Kind: ascribe.SameIncident, Left: a.Documents[0].Mention.String(), Right: b.Documents[0].Mention.String(), Judgement: ascribe.Different})
		}
	}
	return out, nil
}

// Rating reads an Admiralty rating: "B2", or either half of it.
func Rating(s string) (ascribe.Credibility, error) {
	var c ascribe.Credibility
	for _, r := range strings.ToUpper(s) {
		switch {
		case r >= '1' && r <= '6' && c.Information == 0:
			c.Information = int(r - '0')
		case r >= 'A' && r <= 'F' && c.Source == "":
			c.Source = string(r)
		default:
			return ascribe.Credibility{}, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%q is no rating", s), "write the reliability of the source, A to F, and the credibility of the information, 1 to 6: B2")
		}
	}
	return c, nil
}
