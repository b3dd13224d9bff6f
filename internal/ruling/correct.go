package ruling

import (
	"fmt"
	"slices"

	"ascribe"
	"ascribe/review"
)

func (d *Desk) correct(r *Request) (ascribe.Decision, string, error) {
	said, err := d.State.Statement(r.Statement)
	if err != nil {
		return ascribe.Decision{}, "", err
	}
	doc, err := d.Document(said.Document.ID)
	if err != nil {
		return ascribe.Decision{}, "", err
	}
	change := &review.Change{
		Document: doc, Reading: said.Reading, Statement: said.Statement,
		Slot: r.Slot, Value: r.Value, Words: r.Words,
		Place: func(name string) (*ascribe.Place, error) { return d.Place(name, r.Gazetteer) },
	}
	if err := d.narrow(r, change); err != nil {
		return ascribe.Decision{}, "", err
	}
	c, err := change.Correction()
	return ascribe.Decision{Act: ascribe.Correct, Correction: c}, fmt.Sprintf("%s of statement %s is %s", r.Slot, said.Statement.ID, r.Value), err
}

// narrow says which incident and which actor a change is about.
func (d *Desk) narrow(r *Request, c *review.Change) error {
	if r.Incident != "" {
		of, err := d.State.Incident(r.Incident)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(of.Documents, func(t ascribe.Telling) bool { return t.Document == c.Document.ID })
		if at < 0 {
			return ascribe.Errorf(ascribe.NotFound, "the article of statement %s does not tell of incident %s", c.Statement.ID, of.Incident)
		}
		c.Telling = of.Documents[at].Mention
	}
	if r.Actor == "" {
		return nil
	}
	ref, err := d.State.Actor(r.Actor)
	if err != nil {
		return err
	}
	mentions := d.State.Mentions(ref.ID, []ascribe.DocumentID{c.Document.ID})
	for _, at := range c.Reading.Attributions {
		if at.Statement == c.Statement.ID && slices.Contains(mentions, at.Actor) {
			c.Actor = at.Actor
			return nil
		}
	}
	return ascribe.Errorf(ascribe.NotFound, "statement %s does not speak of %s", c.Statement.ID, ref.Name)
}
