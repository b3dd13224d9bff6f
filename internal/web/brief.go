package web

import (
	"cmp"
	"slices"

	"ascribe"
	"ascribe/publish"
)

// A briefView is one line of a list of incidents.
type briefView struct {
	To, Title string
	Kind      string
	When      string
	Where     string
	Killed    string // "" where no figure is given
	Stands    []standBrief
	More      int // stands that are not listed
	Support   string
	Contested int
	Decided   int
	Withdrawn bool
	News      string // publication of the latest report
	Changed   string // when the ledger last had something new on it
}

// A standBrief is a position on an actor, with whose it is.
type standBrief struct {
	Actor    string
	To       string
	Position ascribe.Position
	Origins  string
}

// mostStands is how many positions a line lists.
const mostStands = 4

func (v *visit) brief(b *ascribe.Brief) briefView {
	r := ascribe.Record{Type: b.Type, Stage: b.Stage, When: b.When, Where: b.Where}
	out := briefView{
		To: v.to("incidents", string(b.Incident)), Title: v.title(&r), When: v.date(b.When), Where: v.t("place.none"), Kind: capital(v.kind(b.Type, b.Stage)),
		Support: v.n("count.origins", b.Origins) + ", " + v.n("count.reports", b.Reports), Contested: len(b.Contested), Decided: b.Decisions, Withdrawn: b.Withdrawn,
	}
	if b.Where != nil {
		out.Where = commas(placeParts(b.Where))
	}
	if f, ok := b.Tolls[ascribe.Killed]; ok {
		out.Killed = v.figure(f)
	}
	if !b.Last.IsZero() {
		out.News = v.moment(b.Last)
	}
	if !b.Changed.IsZero() {
		out.Changed = v.moment(b.Changed)
	}
	out.Stands, out.More = v.stands(b.Stands)
	return out
}

// stands lists, for each actor and position, the most origins that one source of it
// has: the actor that most stand behind first.
func (v *visit) stands(all []ascribe.Stand) (out []standBrief, more int) {
	type key struct {
		actor    ascribe.ActorRef
		position ascribe.Position
	}
	origins := map[key]int{}
	var order []key
	for _, s := range all {
		k := key{s.Actor, s.Position}
		if _, ok := origins[k]; !ok {
			order = append(order, k)
		}
		origins[k] = max(origins[k], s.Origins)
	}
	slices.SortStableFunc(order, func(a, b key) int { return cmp.Compare(origins[b], origins[a]) })
	for _, k := range order[:min(len(order), mostStands)] {
		s := standBrief{Actor: v.actor(k.actor), Position: k.position, Origins: v.n("count.origins", origins[k])}
		if k.actor.ID != "" && k.actor.Name != publish.PrivateSuspect {
			s.To = v.to("actors", string(k.actor.ID))
		}
		out = append(out, s)
	}
	return out, max(0, len(order)-mostStands)
}
