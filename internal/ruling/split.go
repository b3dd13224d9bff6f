package ruling

import (
	"fmt"

	"ascribe"
	"ascribe/review"
)

func (d *Desk) split(r *Request) (ascribe.Decision, string, error) {
	least, what := 2, "the articles that go"
	switch r.Of {
	case Origins:
		least, what = 1, "an article"
	case Apart:
		what = "two incidents at least"
	}
	if err := r.few(least, what); err != nil {
		return ascribe.Decision{}, "", err
	}
	var pairs []ascribe.Pair
	var did string
	var err error
	switch r.Of {
	case Incidents:
		pairs, did, err = d.splitIncident(r.Names)
	case Apart:
		pairs, did, err = d.keepApart(r.Names)
	case Actors:
		pairs, did, err = d.splitActors(r.Names)
	case Actor:
		pairs, did, err = d.splitActor(r.Names)
	case Origins:
		pairs, did, err = d.splitOrigin(r.Names)
	default:
		err = ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%q is nothing to split", r.Of), "leave it out for an incident; else incidents, actor, actors or origins")
	}
	return ascribe.Decision{Act: ascribe.Split, Pairs: pairs}, did, err
}

func (d *Desk) splitIncident(names []string) ([]ascribe.Pair, string, error) {
	r, err := d.State.Incident(names[0])
	if err != nil {
		return nil, "", err
	}
	docs, err := d.articles(names[1:])
	if err != nil {
		return nil, "", err
	}
	pairs, err := review.SplitIncident(r, docs)
	return pairs, fmt.Sprintf("%d of %d articles tell of another incident", len(docs), len(r.Documents)), err
}

func (d *Desk) keepApart(ids []string) ([]ascribe.Pair, string, error) {
	records, err := d.incidents(ids)
	if err != nil {
		return nil, "", err
	}
	pairs, err := review.KeepIncidentsApart(records)
	return pairs, fmt.Sprintf("%d incidents are each another", len(records)), err
}

func (d *Desk) splitOrigin(names []string) ([]ascribe.Pair, string, error) {
	docs, err := d.articles(names)
	if err != nil {
		return nil, "", err
	}
	origin := d.State.OriginOf(docs[0])
	pairs, err := review.SplitOrigin(origin, docs)
	return pairs, fmt.Sprintf("%d of %d articles are reporting of their own", len(docs), len(origin)), err
}

func (d *Desk) splitActor(names []string) ([]ascribe.Pair, string, error) {
	ref, err := d.State.Actor(names[0])
	if err != nil {
		return nil, "", err
	}
	docs, err := d.articles(names[1:])
	if err != nil {
		return nil, "", err
	}
	pairs, err := review.SplitActor(ref, d.State.Mentions(ref.ID, docs))
	return pairs, fmt.Sprintf("%s is another actor in %d articles", ref.Name, len(docs)), err
}

func (d *Desk) splitActors(names []string) ([]ascribe.Pair, string, error) {
	refs, err := d.actors(names)
	if err != nil {
		return nil, "", err
	}
	pairs, err := review.KeepApart(idsOf(refs))
	return pairs, fmt.Sprintf("%d actors are each another", len(refs)), err
}
