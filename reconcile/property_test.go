package reconcile

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ascribe"
)

// An event is an invented incident that several outlets report.
type event struct {
	typ    ascribe.IncidentType
	day    int
	place  *ascribe.Place
	thing  string
	killed int
}

var (
	things  = []string{"grain silo", "ferry pier", "radio mast", "customs shed", "tram depot", "stone bridge"}
	outlets = []string{"herald.example", "courier.example", "estuary.example", "highland.example", "meridian.example"}
	colours = strings.Fields("amber basalt cedar dusk ember flint gorse hazel indigo juniper kelp larch marl nettle ochre peat quartz russet sorrel thyme umber vetch willow yarrow zinc")
	// Two of the officials may be one; two of the hearings are open to all.
	officials = []string{"Dorin Vask", "Vask", "Selva Marrell"}
	hearings  = []string{"a news conference", "reporters", "this newspaper"}
	groups    = []string{"Order of Seven", "Maran Liberation Front", "Black Heron Brigade"}
)

func events() *rapid.Generator[event] {
	return rapid.Custom(func(t *rapid.T) event {
		return event{
			typ:   rapid.SampledFrom([]ascribe.IncidentType{ascribe.Bombing, ascribe.Shooting, ascribe.Kidnapping, ascribe.Attack}).Draw(t, "type"),
			day:   rapid.IntRange(2, 9).Draw(t, "day"),
			place: rapid.SampledFrom([]*ascribe.Place{&maren, &talvik, nil}).Draw(t, "place"),
			thing: rapid.SampledFrom(things).Draw(t, "thing"), killed: rapid.IntRange(0, 20).Draw(t, "killed"),
		}
	})
}

// report writes one outlet's story of an event, in words drawn for it.
func report(t *rapid.T, e event, n int) *story {
	words := func(k int) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(colours), k, k).Draw(t, "words"), " ")
	}
	outlet, group := rapid.SampledFrom(outlets).Draw(t, "outlet"), rapid.SampledFrom(groups).Draw(t, "group")
	where := "the hills"
	if e.place != nil {
		where = e.place.Name
	}
	hour := rapid.IntRange(0, 23).Draw(t, "hour")
	official := rapid.SampledFrom(officials).Draw(t, "official")
	cited := "The " + capital(strings.TrimSuffix(rapid.SampledFrom(outlets).Draw(t, "cited"), ".example"))
	s := newStory(outlet, fmt.Sprintf("%d %02d:00", e.day+rapid.IntRange(0, 3).Draw(t, "after"), hour),
		fmt.Sprintf("%s %s at %s in %s", e.typ, words(1), e.thing, where),
		fmt.Sprintf("Report %d: the %s at the %s in %s killed %d people, %s.", n, e.typ, e.thing, where, e.killed, words(6)),
		fmt.Sprintf("The %s spoke of %s.", group, words(5)),
		fmt.Sprintf("%s told %s that the group had done it.", official, rapid.SampledFrom(hearings).Draw(t, "hearing")),
		fmt.Sprintf("%s reported %s.", cited, words(12)))
	var when *ascribe.Date
	if rapid.Bool().Draw(t, "dated") {
		when = marchDay(e.day)
	}
	o := s.tells(0, e.typ, when, e.place)
	s.counts(o.Statements[0], ascribe.Killed, "people", ascribe.Exactly(ascribe.Count(e.killed)))
	st := s.say(1, ascribe.Self, "The "+group)
	stance := rapid.SampledFrom([]ascribe.Stance{claims, denies}).Draw(t, "stance")
	s.blames(st, s.mention(ascribe.ActorMention, 1, "The "+group), stance)
	s.mention(ascribe.ActorMention, 2, official)
	heard := s.hears(2, ascribe.Authority, official, "that the group had done it")
	s.blames(heard, s.mention(ascribe.ActorMention, 1, "The "+group), accuses)
	s.blames(s.say(3, ascribe.Other, cited), s.mention(ascribe.ActorMention, 1, "The "+group), accuses)
	return s
}

// newsdays draws a set of stories on a few events.
func newsdays(t *rapid.T) []*story {
	var out []*story
	for range rapid.IntRange(1, 3).Draw(t, "events") {
		e := events().Draw(t, "event")
		for range rapid.IntRange(1, 4).Draw(t, "reports") {
			out = append(out, report(t, e, len(out)))
		}
	}
	return out
}

func TestAnyOrderOfDocumentsGivesOneState(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stories := newsdays(t)
		var made []ascribe.Decision // in their order, which matters, whatever that of the documents was
		for range rapid.IntRange(0, 4).Draw(t, "decisions") {
			made = append(made, decision(t, stories))
		}
		digest := func(stories []*story) string {
			b := newBook(stories...)
			b.clock = moment("31 00:00")
			for _, d := range made {
				b.decide(d)
			}
			return b.fold(t, ascribe.Pins{}).Digest()
		}
		want := digest(stories)
		shuffled := rapid.Permutation(stories).Draw(t, "order")
		if got := digest(shuffled); got != want {
			t.Fatal("another order of the same documents makes another state")
		}
	})
}

func TestAnAsOfViewIsTheStateOfWhatWasPublished(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stories := newsdays(t)
		pin := moment("1 00:00").Add(time.Duration(rapid.IntRange(24, 300).Draw(t, "hours")) * time.Hour)
		var published []*story
		for _, s := range stories {
			if !s.seen[0].PublicBy().After(pin) {
				published = append(published, s)
			}
		}
		want := newBook(published...).fold(t, ascribe.Pins{}).Digest()
		if got := newBook(stories...).fold(t, ascribe.Pins{AsOf: pin}).Digest(); got != want {
			t.Fatalf("as of %s the state is not that of the %d documents published by then", pin, len(published))
		}
	})
}

// What the ledger held at a moment is what a replay of its beginning makes, with
// decisions and their undoing among the lines, and as of any day.
func TestAKnownAtViewIsAReplayOfTheLedgersBeginning(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stories := newsdays(t)
		b := newBook(stories...)
		var made []string
		for range rapid.IntRange(0, 5).Draw(t, "decisions") {
			d := decision(t, stories)
			if len(made) > 0 && rapid.Bool().Draw(t, "undo") {
				d = ascribe.Decision{Act: ascribe.Undo, Undoes: rapid.SampledFrom(made).Draw(t, "undone")}
			}
			made = append(made, b.decide(d))
		}
		n := rapid.IntRange(1, len(b.lines)).Draw(t, "lines")
		pins := ascribe.Pins{KnownAt: b.lines[n-1].At}
		replay := ascribe.Pins{}
		if rapid.Bool().Draw(t, "as of too") {
			replay.AsOf = moment("1 00:00").Add(time.Duration(rapid.IntRange(24, 300).Draw(t, "hours")) * time.Hour)
			pins.AsOf = replay.AsOf
		}
		prefix := &book{lines: b.lines[:n]}
		if b.fold(t, pins).Digest() != prefix.fold(t, replay).Digest() {
			t.Fatalf("known at %s the state is not that of the first %d of %d lines", pins.KnownAt, n, len(b.lines))
		}
	})
}

func TestAReprintCountsForNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stories := newsdays(t)
		before := counts(newBook(stories...).fold(t, ascribe.Pins{}))
		of := rapid.SampledFrom(stories).Draw(t, "reprinted")
		for i := range rapid.IntRange(1, 12).Draw(t, "reprints") {
			stories = append(stories, reprint(of, i))
		}
		after := counts(newBook(stories...).fold(t, ascribe.Pins{}))
		for id, want := range before {
			if got := after[id]; got != want {
				t.Fatalf("incident %s: %s became %s through reprints", id, want, got)
			}
		}
		if len(after) != len(before) {
			t.Fatalf("%d incidents became %d through reprints", len(before), len(after))
		}
	})
}

// counts writes, for each incident, every number of origins in its record.
func counts(s *State) map[ascribe.IncidentID]string {
	out := map[ascribe.IncidentID]string{}
	for _, r := range s.Incidents() {
		var b strings.Builder
		fmt.Fprint(&b, len(r.Origins))
		for _, c := range r.Matrix {
			fmt.Fprintf(&b, " %s/%s=%d", c.Actor.Name, c.Position, c.Support.Origins)
		}
		for _, x := range r.Shared {
			fmt.Fprintf(&b, " %s=%d", x.Who, len(x.Origins))
		}
		for _, d := range r.Dates {
			fmt.Fprintf(&b, " %s=%d", dateKey(d.Value), d.Origins)
		}
		for _, v := range r.Tolls {
			fmt.Fprintf(&b, " %s=%v", v.Harm, v.Figure)
		}
		out[r.Incident] = b.String()
	}
	return out
}

// reprint is the nth outlet's copy of a story, an hour later for each, with a
// line of its own at the end.
func reprint(of *story, n int) *story {
	var sentences []string
	for _, s := range of.doc.Sentences {
		sentences = append(sentences, s.Of(of.doc.Text))
	}
	at := of.seen[0].Published.Time.Add(time.Duration(n+1) * time.Hour).Format("2 15:04")
	r := newStory(string(of.seen[0].Outlet), at, of.seen[0].Headline, append(sentences, fmt.Sprintf("Copy %d.", n))...)
	swap := func(id ascribe.MentionID) ascribe.MentionID { id.Document = r.doc.ID; return id }
	ids := map[ascribe.StatementID]ascribe.StatementID{}
	for _, m := range of.reading.Mentions {
		m.ID = swap(m.ID)
		r.reading.Mentions = append(r.reading.Mentions, m)
	}
	for _, st := range of.reading.Statements {
		old := st.ID
		st.Anchor.Document = r.doc.ID
		if st.Source.Mention != nil {
			m := swap(*st.Source.Mention)
			st.Source.Mention = &m
		}
		ids[old] = st.Identify()
		r.reading.Statements = append(r.reading.Statements, st)
	}
	for _, o := range of.reading.Incidents {
		o.Incident, o.Statements = swap(o.Incident), slices.Clone(o.Statements)
		for i := range o.Statements {
			o.Statements[i] = ids[o.Statements[i]]
		}
		r.reading.Incidents = append(r.reading.Incidents, o)
	}
	for _, a := range of.reading.Attributions {
		a.Incident, a.Actor, a.Statement = swap(a.Incident), swap(a.Actor), ids[a.Statement]
		r.reading.Attributions = append(r.reading.Attributions, a)
	}
	for _, v := range of.reading.Tolls {
		v.Incident, v.Statement = swap(v.Incident), ids[v.Statement]
		r.reading.Tolls = append(r.reading.Tolls, v)
	}
	return r
}

func TestMergeThenSplitChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := newBook(newsdays(t)...)
		s := b.fold(t, ascribe.Pins{})
		before, all := s.Digest(), s.Incidents()
		if len(all) < 2 {
			return
		}
		x := all[rapid.IntRange(0, len(all)-1).Draw(t, "x")].Documents[0].Mention
		y := all[rapid.IntRange(0, len(all)-1).Draw(t, "y")].Documents[0].Mention
		if x == y {
			return
		}
		ruled := b.rule(x, y, ascribe.Same)
		merged := b.fold(t, ascribe.Pins{})
		if len(merged.Incidents()) != len(all)-1 {
			t.Fatalf("%d incidents merged to %d", len(all), len(merged.Incidents()))
		}
		for _, id := range []ascribe.MentionID{x, y} { // both ids lead to the one record
			if r, err := merged.Incident(string(ascribe.IncidentIDOf(id))); err != nil || len(r.Documents) < 2 {
				t.Fatalf("%s: %v", ascribe.IncidentIDOf(id), err)
			}
		}
		apart := content(s)
		if rapid.Bool().Draw(t, "split") {
			b.rule(y, x, ascribe.Different) // the ends the other way round: the same pair
			if got := content(b.fold(t, ascribe.Pins{})); got != apart {
				t.Fatalf("merge and then split is not where it began:\n%s\n%s", apart, got)
			}
			return
		}
		b.undo(ruled)
		if b.fold(t, ascribe.Pins{}).Digest() != before {
			t.Fatal("merge and then undo is not where it began")
		}
	})
}

// Actors are merged and split, in any number and order, and every statement stays
// where its article put it: in its document, with its words, its source and what it
// tells; and undoing them all, in any order, leads back.
func TestMergedAndSplitActorsMoveNoStatement(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stories := newsdays(t)
		b := newBook(stories...)
		before := b.fold(t, ascribe.Pins{})
		digest, said := before.Digest(), sayings(before)
		var made []string
		for range rapid.IntRange(1, 6).Draw(t, "rulings") {
			s := b.fold(t, ascribe.Pins{})
			all := s.Actors()
			if len(all) == 0 {
				return
			}
			x := rapid.SampledFrom(all).Draw(t, "x").Actor
			y := rapid.SampledFrom(all).Draw(t, "y").Actor
			pair := ascribe.Pair{Kind: ascribe.SameActor, Left: string(x.ID), Right: string(y.ID), Judgement: ascribe.Same}
			switch rapid.IntRange(0, 2).Draw(t, "act") {
			case 0:
				doc := rapid.SampledFrom(stories).Draw(t, "article").doc.ID
				mentions := s.Mentions(x.ID, []ascribe.DocumentID{doc})
				if len(mentions) == 0 {
					continue
				}
				var pairs []ascribe.Pair
				for _, m := range mentions {
					pairs = append(pairs, ascribe.Pair{Kind: ascribe.IsActor, Left: m.String(), Right: "split-off", Judgement: ascribe.Same})
				}
				made = append(made, b.decide(ascribe.Decision{Act: ascribe.Split, Pairs: pairs}))
			case 1:
				pair.Judgement = ascribe.Different
				fallthrough
			default:
				if x.ID == y.ID {
					continue
				}
				act := ascribe.Merge
				if pair.Judgement == ascribe.Different {
					act = ascribe.Split
				}
				made = append(made, b.decide(ascribe.Decision{Act: act, Pairs: []ascribe.Pair{pair}}))
			}
			ruled := b.fold(t, ascribe.Pins{})
			if got := sayings(ruled); got != said {
				t.Fatalf("a ruling on actors moved a statement:\n%s\n%s", said, got)
			}
			if pair.Judgement == ascribe.Same && len(made) > 0 && x.ID != y.ID && len(ruled.Actors()) > len(all)+1 {
				t.Fatalf("%d actors became %d", len(all), len(ruled.Actors()))
			}
		}
		for _, id := range rapid.Permutation(made).Draw(t, "undone") {
			b.undo(id)
		}
		if b.fold(t, ascribe.Pins{}).Digest() != digest {
			t.Fatal("rulings on actors that are all undone have left something behind")
		}
	})
}

// sayings writes every statement that the records cite: where it stands, what it
// says, who says it, and which incident it tells of.
func sayings(s *State) string {
	var out []string
	for _, r := range s.Incidents() {
		for id, c := range r.Cited {
			out = append(out, fmt.Sprint(r.Incident, id, c.Statement.Anchor, c.Statement.Source.Role, c.Statement.Source.Text, c.Statement.Content, c.Origin))
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// Merging two actors and then keeping them apart, or undoing the merge, leads back;
// in between both names lead to one actor, who has the mentions of both.
func TestMergedActorsComeApartAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := newBook(newsdays(t)...)
		s := b.fold(t, ascribe.Pins{})
		all := s.Actors()
		if len(all) < 2 {
			return
		}
		i, j := rapid.IntRange(0, len(all)-1).Draw(t, "i"), rapid.IntRange(0, len(all)-1).Draw(t, "j")
		if i == j {
			return
		}
		x, y := all[i].Actor, all[j].Actor
		mentions := len(mentionsOf(s, x.ID)) + len(mentionsOf(s, y.ID))
		pair := ascribe.Pair{Kind: ascribe.SameActor, Left: string(x.ID), Right: string(y.ID), Judgement: ascribe.Same}
		merge := b.decide(ascribe.Decision{Act: ascribe.Merge, Pairs: []ascribe.Pair{pair}})
		one := b.fold(t, ascribe.Pins{})
		if got := len(mentionsOf(one, x.ID)); got != mentions || len(one.Actors()) != len(all)-1 {
			t.Fatalf("%d mentions of both are %d of one; %d actors are %d", mentions, got, len(all), len(one.Actors()))
		}
		for _, name := range []string{x.Name, y.Name} {
			if ref, err := one.Actor(name); err != nil || ref.ID != x.ID {
				t.Fatalf("%q leads to %v, %v", name, ref, err)
			}
		}
		if rapid.Bool().Draw(t, "apart") {
			pair.Left, pair.Right, pair.Judgement = pair.Right, pair.Left, ascribe.Different // the ends the other way round: the same pair
			b.decide(ascribe.Decision{Act: ascribe.Split, Pairs: []ascribe.Pair{pair}})
			if got := b.fold(t, ascribe.Pins{}); content(got) != content(s) || fmt.Sprint(got.Actors()) != fmt.Sprint(all) {
				t.Fatal("merged and kept apart is not where it began")
			}
			return
		}
		b.undo(merge)
		if b.fold(t, ascribe.Pins{}).Digest() != s.Digest() {
			t.Fatal("merged and undone is not where it began")
		}
	})
}

func mentionsOf(s *State, id ascribe.ActorID) []ascribe.MentionID {
	var docs []ascribe.DocumentID
	for _, h := range s.docs {
		docs = append(docs, h.id)
	}
	return s.Mentions(id, docs)
}

// content writes all that the records say but for who decided what.
func content(s *State) string {
	var out strings.Builder
	for _, r := range s.Incidents() {
		r := *r
		r.Decisions = nil
		b, err := json.Marshal(r)
		fmt.Fprintln(&out, string(b), err)
	}
	return out.String()
}

// Whatever people decide, in whatever order it is undone again, leaves no trace.
func TestDecisionsUndoneLeaveNoTrace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stories := newsdays(t)
		b := newBook(stories...)
		before := b.fold(t, ascribe.Pins{}).Digest()
		var made []string
		for range rapid.IntRange(1, 8).Draw(t, "decisions") {
			d := decision(t, stories)
			if rapid.IntRange(0, 4).Draw(t, "take back") == 0 && len(made) > 0 { // and the undo is undone at the end
				d = ascribe.Decision{Act: ascribe.Undo, Undoes: rapid.SampledFrom(made).Draw(t, "undone")}
			}
			made = append(made, b.decide(d))
			b.fold(t, ascribe.Pins{}).Digest()
		}
		for i := len(made) - 1; i >= 0; i-- {
			b.undo(made[i])
		}
		if b.fold(t, ascribe.Pins{}).Digest() != before {
			t.Fatal("decisions that are all undone have left something behind")
		}
	})
}

// decision draws a decision of any act on some stories.
func decision(t *rapid.T, stories []*story) ascribe.Decision {
	one, other := rapid.SampledFrom(stories).Draw(t, "one"), rapid.SampledFrom(stories).Draw(t, "other")
	statement := []ascribe.StatementID{rapid.SampledFrom(one.reading.Statements).Draw(t, "statement").ID}
	act := rapid.SampledFrom([]ascribe.Act{ascribe.Merge, ascribe.Split, ascribe.Accept, ascribe.Reject, ascribe.Correct, ascribe.Code}).Draw(t, "act")
	d := ascribe.Decision{Act: act}
	switch act {
	case ascribe.Accept, ascribe.Reject:
		d.Statements = statement
	case ascribe.Correct:
		d.Correction = drawCorrection(t, one)
	case ascribe.Code:
		d.Coding = drawCoding(t, one)
	default:
		if one == other {
			return ascribe.Decision{Act: ascribe.Reject, Statements: statement}
		}
		p := ascribe.Pair{Kind: ascribe.SameIncident, Left: one.last().Incident.String(), Right: other.last().Incident.String(), Judgement: ascribe.Same}
		if rapid.Bool().Draw(t, "origins") {
			p = ascribe.Pair{Kind: ascribe.SameOrigin, Left: one.doc.ID.String(), Right: other.doc.ID.String(), Judgement: ascribe.Same}
		}
		if p.Left == p.Right {
			return ascribe.Decision{Act: ascribe.Reject, Statements: statement}
		}
		if act == ascribe.Split {
			p.Judgement = ascribe.Different
		}
		d.Pairs = []ascribe.Pair{p}
	}
	return d
}

func drawCorrection(t *rapid.T, s *story) *ascribe.Correction {
	c := &ascribe.Correction{Telling: s.last().Incident, Slot: ascribe.Slot(rapid.IntRange(1, 6).Draw(t, "slot"))}
	switch c.Slot {
	case ascribe.TypeSlot:
		typ := ascribe.Arson
		c.Type = &typ
	case ascribe.StageSlot:
		stage := ascribe.Foiled
		c.Stage = &stage
	case ascribe.DateSlot:
		c.Date = marchDay(rapid.IntRange(1, 28).Draw(t, "day"))
	case ascribe.PlaceSlot:
		c.Place = &talvik
	case ascribe.TollSlot:
		toll := s.reading.Tolls[0]
		toll.Figure = ascribe.Exactly(ascribe.Count(rapid.IntRange(0, 99).Draw(t, "killed")))
		c.Toll = &toll
	case ascribe.AttributionSlot:
		a := s.reading.Attributions[0]
		a.Stance.Hedged = !a.Stance.Hedged
		c.Attribution = &a
	}
	if rapid.IntRange(0, 3).Draw(t, "strike") == 0 && c.Slot > ascribe.StageSlot {
		c.Strike = true
		c.Date, c.Place = nil, nil
	}
	return c
}

func TestWhatAPersonKeepsApartIsNeverJoined(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stories := newsdays(t)
		b := newBook(stories...)
		var ids []ascribe.MentionID
		for _, s := range stories {
			ids = append(ids, s.last().Incident)
		}
		last := map[[2]ascribe.MentionID]ascribe.Judgement{}
		for range rapid.IntRange(1, 8).Draw(t, "words") {
			i, j := rapid.IntRange(0, len(ids)-1).Draw(t, "i"), rapid.IntRange(0, len(ids)-1).Draw(t, "j")
			if i == j {
				continue
			}
			word := rapid.SampledFrom([]ascribe.Judgement{ascribe.Same, ascribe.Different}).Draw(t, "word")
			b.rule(ids[i], ids[j], word)
			last[[2]ascribe.MentionID{ids[min(i, j)], ids[max(i, j)]}] = word
		}
		s := b.fold(t, ascribe.Pins{})
		for pair, word := range last {
			x, y := s.alias[ascribe.IncidentIDOf(pair[0])], s.alias[ascribe.IncidentIDOf(pair[1])]
			if word == ascribe.Different && x == y {
				t.Fatal("two tellings that a person holds to be different are one incident")
			}
		}
	})
}

func TestEveryPolicyKeepsItsFiguresInOrder(t *testing.T) {
	count := rapid.Custom(func(t *rapid.T) ascribe.Count {
		return ascribe.Count(rapid.IntRange(-1, 40).Draw(t, "count"))
	})
	rapid.Check(t, func(t *rapid.T) {
		var points []point
		for i := range rapid.IntRange(0, 8).Draw(t, "points") {
			known := []ascribe.Count{count.Draw(t, "a"), count.Draw(t, "b"), count.Draw(t, "c")}
			slices.Sort(known)
			f := ascribe.Figure{Low: known[0], Best: known[1], High: known[2], Open: rapid.Bool().Draw(t, "open")}
			points = append(points, point{
				figure: f, at: moment("3 00:00").Add(time.Duration(i*rapid.IntRange(0, 30).Draw(t, "h")) * time.Hour),
				role: ascribe.Role(rapid.IntRange(0, 6).Draw(t, "role")), from: voice{origin: ascribe.OriginID{byte(rapid.IntRange(0, 3).Draw(t, "origin"))}},
				early: rapid.Bool().Draw(t, "early"),
			})
		}
		slices.SortStableFunc(points, func(a, b point) int { return a.at.Compare(b.at) })
		whole := rangeV1(points) // the widest there is
		for _, r := range Rules() {
			f := r.choose(points)
			if err := f.Validate(); err != nil {
				t.Fatalf("%s: %v", r.Policy, err)
			}
			if f.Best != ascribe.Unknown && (f.Low == ascribe.Unknown || f.High == ascribe.Unknown || f.Low < whole.Low || f.High > whole.High) {
				t.Fatalf("%s: %+v lies outside what is reported, %+v", r.Policy, f, whole)
			}
		}
	})
}
