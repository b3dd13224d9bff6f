package ruling

import (
	"fmt"
	"strings"

	"ascribe"
	"ascribe/reconcile"
	"ascribe/review"
)

// A Code is what a person read in an article and the machine did not; see
// [review.Code].
type Code struct {
	Article string       // its address, the id of its input or of its document
	Words   review.Words // that say it

	Incident string       // of which, where the article tells of several
	New      review.Words // else the words that tell of one that was missed,
	Type     string       // and what it was

	Speaker review.Words // who says so; nobody where the outlet does
	Role    string       // of who says so

	Whom      string // of a toll: who were harmed
	Part      bool   // of a toll: a part of another
	Attackers bool   // of a toll: the attackers alone
	Kind      string // of an actor that nobody knows

	Instead string // of a speaker: the statement that has the wrong one
}

func (d *Desk) code(r *Request) (ascribe.Decision, string, error) {
	out := ascribe.Decision{Act: ascribe.Code}
	ask := &r.Code
	c := &review.Code{
		Slot: r.Slot, Value: r.Value, Words: ask.Words, New: ask.New, Type: ask.Type, Speaker: ask.Speaker, Role: ask.Role,
		Whom: ask.Whom, Part: ask.Part, Attackers: ask.Attackers, Kind: ask.Kind,
		Place: func(name string) (*ascribe.Place, error) { return d.Place(name, r.Gazetteer) },
		Known: review.Known{Mention: d.State.ActorOf, Actor: d.known, ByName: reconcile.ByName},
	}
	if err := d.coded(ask, c); err != nil {
		return out, "", err
	}
	var err error
	out.Coding, err = c.Coding()
	return out, c.String(), err
}

// coded finds the article, and the incident or the statement in it.
func (d *Desk) coded(ask *Code, c *review.Code) error {
	if ask.Instead != "" {
		said, err := d.State.Statement(ask.Instead)
		if err != nil {
			return err
		}
		id := said.Statement.ID
		c.Reading, c.Instead = said.Reading, &id
		c.Document, err = d.Document(said.Document.ID)
		return err
	}
	if strings.TrimSpace(ask.Article) == "" {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "no article is named"), "name it by its address, or by the id of its input or of its document")
	}
	id, err := d.State.Article(ask.Article)
	if err != nil {
		return err
	}
	if c.Reading, err = d.State.Reading(id); err != nil {
		return err
	}
	if c.Document, err = d.Document(id); err != nil || ask.Incident == "" {
		return err
	}
	r, err := d.State.Incident(ask.Incident)
	if err != nil {
		return err
	}
	for i := range r.Documents {
		if t := &r.Documents[i]; t.Document == id {
			c.Telling = t.Mention
			return nil
		}
	}
	return ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "the article does not tell of incident %s", r.Incident),
		fmt.Sprintf("give the words that tell of it, and merge what they open with %s", r.Incident))
}

// known finds an actor by a name, of the register or of the articles.
func (d *Desk) known(name string) (ascribe.ActorRef, bool, error) {
	register, err := d.Register()
	if err != nil {
		return ascribe.ActorRef{}, false, err
	}
	ref, err := d.State.ActorAmong(name, register)
	if ascribe.KindOf(err) == ascribe.NotFound {
		return ref, false, nil
	}
	return ref, err == nil, err
}
