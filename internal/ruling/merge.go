package ruling

import (
	"fmt"

	"ascribe"
	"ascribe/review"
)

func (d *Desk) merge(r *Request) (ascribe.Decision, string, error) {
	if err := r.few(2, "two at least"); err != nil {
		return ascribe.Decision{}, "", err
	}
	var pairs []ascribe.Pair
	var did string
	var err error
	switch r.Of {
	case Incidents:
		pairs, did, err = d.mergeIncidents(r.Names)
	case Actors:
		pairs, did, err = d.mergeActors(r.Names)
	case Origins:
		pairs, did, err = d.mergeOrigins(r.Names)
	default:
		err = ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%q is nothing to merge", r.Of), "leave it out for incidents; else actors or origins")
	}
	return ascribe.Decision{Act: ascribe.Merge, Pairs: pairs}, did, err
}

func (d *Desk) mergeIncidents(ids []string) ([]ascribe.Pair, string, error) {
	records, err := d.incidents(ids)
	if err != nil {
		return nil, "", err
	}
	pairs, err := review.MergeIncidents(records)
	return pairs, fmt.Sprintf("%d incidents are one", len(pairs)+1), err
}

func (d *Desk) incidents(ids []string) ([]*ascribe.Record, error) {
	var records []*ascribe.Record
	for _, id := range ids {
		r, err := d.State.Incident(id)
		if err != nil {
			return nil, err
		}
		records = append(records, r)
	}
	return records, nil
}

func (d *Desk) mergeActors(names []string) ([]ascribe.Pair, string, error) {
	refs, err := d.actors(names)
	if err != nil {
		return nil, "", err
	}
	first := refs[0].Name
	pairs := review.Join(ascribe.SameActor, idsOf(refs))
	if len(pairs) == 0 {
		return nil, "", ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "these names all lead to one actor, %s", first), "name another actor to merge with it")
	}
	return pairs, fmt.Sprintf("%d actors are one: %s", len(pairs)+1, first), nil
}

func idsOf(refs []ascribe.ActorRef) []string {
	var ids []string
	for _, ref := range refs {
		ids = append(ids, string(ref.ID))
	}
	return ids
}

func (d *Desk) mergeOrigins(names []string) ([]ascribe.Pair, string, error) {
	docs, err := d.articles(names)
	if err != nil {
		return nil, "", err
	}
	var ids []string
	for _, doc := range docs {
		ids = append(ids, doc.String())
	}
	pairs := review.Join(ascribe.SameOrigin, ids)
	if len(pairs) == 0 {
		return nil, "", ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "these names all lead to one article"), "name another article of the same origin")
	}
	return pairs, fmt.Sprintf("%d articles are one piece of reporting", len(pairs)+1), nil
}
