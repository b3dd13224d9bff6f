package reconcile

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"ascribe"
)

// A Profile is what of a document matters for judging it against others.
type Profile struct {
	Document ascribe.DocumentID

	engine    string    // that read it
	public    time.Time // when it was surely public; zero when no date is printed
	outlets   []string
	headline  bag
	titled    wording // what of the headline tells it from others
	credits   []ascribe.Credit
	shingles  []uint64
	narration []uint64 // the shingles of what stands outside quotation marks
	signature signature
	tellings  []telling
	spoke     []spoken // to all, by the sources that it quotes
	addresses []string // keys
	titles    []string // keys of its headlines
	notices   []takeBack
	actors    []actorMention
}

// A telling is one incident as the document tells it.
type telling struct {
	id     string
	told   *ascribe.Occurrence
	main   bool              // the first of its family that the article is news of
	words  *wording          // of the text that tells of it
	rare   []string          // the names that it is filed under
	target bag               // words of its targets
	actors bag               // keys of the actors blamed for it
	places map[string]string // places named in its text, countries apart, by their keys
	tolls  map[ascribe.Harm]ascribe.Figure
}

// NewProfile draws up the profile of a document as it appeared and was read.
func NewProfile(doc *ascribe.Document, seen []ascribe.Appearance, r *ascribe.Reading) *Profile {
	p := &Profile{Document: doc.ID, engine: r.Engine, credits: doc.Credits, actors: actorMentions(doc, r)}
	seen = slices.Clone(seen)
	slices.SortFunc(seen, compareAppearances)
	headline := ""
	for i, a := range seen {
		if i == 0 {
			headline = a.Headline
		}
		if p.public.IsZero() && !a.Published.IsZero() {
			p.public = a.PublicBy()
		}
		if a.Outlet != "" {
			p.outlets = append(p.outlets, string(a.Outlet))
		}
	}
	text := reporting(doc)
	p.headline, p.titled = tellingWords(headline), wordingOf(headline, nil)
	p.shingles = shingles(text)
	p.narration = shingles(unquoted(text)...)
	p.signature = sketch(p.shingles)
	p.tell(r, headline+".\n"+text, saysLittle(doc, seen, r))
	p.published(r, seen)
	for _, said := range occasions(r) {
		if !slices.Contains(p.spoke, said) {
			p.spoke = append(p.spoke, said)
		}
	}
	slices.SortFunc(p.spoke, func(a, b spoken) int {
		return cmp.Or(cmp.Compare(a.speaker, b.speaker), cmp.Compare(a.form, b.form), cmp.Compare(a.words, b.words), cmp.Compare(a.name, b.name))
	})
	return p
}

// tell draws up the tellings. The incident that an article is news of, and an
// arrest or a threat beside it, is told by the whole article; any other by its
// own sentences alone. little are the words that no telling is compared by.
func (p *Profile) tell(r *ascribe.Reading, whole string, little map[string]bool) {
	leads := leadsOf(r.Incidents)
	apart := comparedApart(r)
	all := textOf(r, whole, apart, little)
	quotes := map[ascribe.StatementID]string{}
	for _, s := range r.Statements {
		quotes[s.ID] = s.Anchor.Quote
	}
	for i := range r.Incidents {
		o := &r.Incidents[i]
		t := telling{id: o.Incident.String(), told: o, main: leads[o.Incident]}
		text := all
		if !t.main {
			var own []string
			for _, id := range o.Statements {
				if q := quotes[id]; !slices.Contains(own, q) {
					own = append(own, q)
				}
			}
			text = textOf(r, strings.Join(own, "\n"), apart, little)
		}
		t.words, t.places = &text.words, text.places
		t.roles(r, p)
		t.rare = rareNames(&t, text.names)
		p.tellings = append(p.tellings, t)
	}
}

// leadsOf returns the tellings that a document is news of: the first recent one of
// each family.
func leadsOf(told []ascribe.Occurrence) map[ascribe.MentionID]bool {
	out, seen := map[ascribe.MentionID]bool{}, map[family]bool{}
	for i := range told {
		if f := familyOf(told[i].Type); told[i].Recent && !seen[f] {
			out[told[i].Incident], seen[f] = true, true
		}
	}
	return out
}

// A tellingText is what of a text is compared.
type tellingText struct {
	words  wording
	names  map[string]int
	places map[string]string
}

func textOf(r *ascribe.Reading, text string, apart, little map[string]bool) tellingText {
	names := nameWords(text)
	maps.DeleteFunc(names, func(w string, _ int) bool { return apart[w] })
	return tellingText{wordingOf(text, little), names, placesIn(r, strings.ToLower(text))}
}

// comparedApart returns the words that name actors and places, which are
// compared by themselves, and those who are quoted, who speak of many incidents.
func comparedApart(r *ascribe.Reading) map[string]bool {
	apart := map[string]bool{}
	enter := func(texts ...string) {
		for _, text := range texts {
			for _, w := range wordsOf(text) {
				apart[w] = true
			}
		}
	}
	for _, m := range r.Mentions {
		if m.ID.Kind == ascribe.ActorMention || m.ID.Kind == ascribe.PlaceMention {
			enter(m.Text)
		}
	}
	for _, st := range r.Statements {
		enter(st.Source.Text)
	}
	for _, o := range r.Incidents {
		if o.Where != nil {
			enter(o.Where.Text, o.Where.Name, o.Where.Admin1)
		}
	}
	return apart
}

// saysLittle returns the words of a document that are no sign of one incident,
// however rare they are: those that name where its incidents happened, as far as that
// is on the map, for places are compared by themselves; the countries and regions that
// it speaks of; its outlets and the agencies that it credits.
func saysLittle(doc *ascribe.Document, seen []ascribe.Appearance, r *ascribe.Reading) map[string]bool {
	out := map[string]bool{}
	enter := func(texts ...string) {
		for _, text := range texts {
			for _, w := range wordsOf(text) {
				out[w] = true
			}
		}
	}
	for i := range r.Incidents {
		if p := r.Incidents[i].Where; p != nil && p.Point != nil {
			enter(p.Text, p.Name, p.Admin1)
		}
	}
	for _, m := range r.Mentions {
		if m.ID.Kind == ascribe.PlaceMention && m.Place != nil && m.Place.Precision >= ascribe.PartOfRegion {
			enter(m.Text, m.Place.Name)
		}
	}
	for _, c := range doc.Credits {
		enter(c.Name)
	}
	for _, a := range seen {
		enter(string(a.Outlet))
	}
	return out
}

// placesIn returns the places of a reading that a text names, countries and
// regions apart, by their keys.
func placesIn(r *ascribe.Reading, lower string) map[string]string {
	out := map[string]string{}
	for _, m := range r.Mentions {
		if m.ID.Kind != ascribe.PlaceMention || m.Place == nil || m.Place.Precision >= ascribe.PartOfRegion {
			continue
		}
		key := placeKey(*m.Place)
		if m.Text != "" && out[key] == "" && strings.Contains(lower, strings.ToLower(m.Text)) {
			out[key] = m.Text
		}
	}
	return out
}

// roles enters the targets, the actors blamed and the tolls of a telling.
func (t *telling) roles(r *ascribe.Reading, p *Profile) {
	t.tolls = map[ascribe.Harm]ascribe.Figure{}
	roles := &t.told.Roles
	for _, list := range [][]ascribe.Entity{roles.PhysicalTargets, roles.HumanTargets} {
		for _, e := range list {
			t.target = append(t.target, tellingWords(uncounted(e.Text))...)
		}
	}
	keys := map[ascribe.MentionID]string{}
	for _, a := range p.actors {
		keys[a.id] = a.key
	}
	for _, e := range slices.Concat(roles.PerpetratorOrganizations, roles.PerpetratorIndividuals) {
		if e.Mention != nil && keys[*e.Mention] != "" {
			t.actors = append(t.actors, keys[*e.Mention])
		}
	}
	for _, a := range r.Attributions {
		if a.Incident == t.told.Incident && keys[a.Actor] != "" {
			t.actors = append(t.actors, keys[a.Actor])
		}
	}
	slices.Sort(t.target)
	slices.Sort(t.actors)
	t.target, t.actors = slices.Compact(t.target), slices.Compact(t.actors)
	for _, toll := range r.Tolls {
		if toll.Incident != t.told.Incident || toll.Part || toll.Attackers {
			continue
		}
		if old, ok := t.tolls[toll.Harm]; !ok || central(toll.Figure) > central(old) {
			t.tolls[toll.Harm] = toll.Figure
		}
	}
}

// days returns the days on which the incident may have happened, as far as
// matching goes. News without a date is of the week before it was published;
// that is a reason to compare, and is never stored as a date.
func (t *telling) days(published time.Time) (from, to time.Time, ok bool) {
	switch {
	case t.told.When.Resolved():
		return t.told.When.From, t.told.When.To, true
	case t.told.Recent && !published.IsZero():
		to = published.UTC().Truncate(day)
		return to.Add(-6 * day), to, true
	}
	return time.Time{}, time.Time{}, false
}
