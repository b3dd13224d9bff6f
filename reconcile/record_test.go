package reconcile

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"ascribe"
)

// titles reports a state that does not have one incident for each title, in order.
func titles(t *testing.T, s *State, want ...string) {
	t.Helper()
	var got []string
	for _, r := range s.Incidents() {
		got = append(got, r.Title)
	}
	if !slices.Equal(got, want) {
		t.Errorf("incidents %q, want %q", got, want)
	}
}

func TestTwoAttacksInOneCityOnOneDayStayTwo(t *testing.T) {
	shots := newStory("courier.example", "3 21:00", "Clerk shot dead at Port Maren tax office",
		"Two gunmen shot a clerk dead on the steps of the tax office in Port Maren on Monday afternoon.",
		"They left on a motorcycle, a guard said.")
	shots.tells(0, ascribe.Shooting, marchDay(3), &maren)
	var got []string
	for _, r := range newBook(marketBombing(), shots, secondDay()).fold(t, ascribe.Pins{}).Incidents() {
		got = append(got, fmt.Sprintf("%s of %d", r.Title, len(r.Documents)))
	}
	slices.Sort(got) // of one day, they come by id
	if want := []string{"Bombing, Port Maren, 3 March 2031 of 2", "Shooting, Port Maren, 3 March 2031 of 1"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAnOldAttackAsBackgroundJoinsItsOwnIncident(t *testing.T) {
	old := marketBombing()
	late := newStory("estuary.example", "25 09:00", "Ferry halted after threat at Talvik",
		"A caller threatened to sink the ferry at Talvik on Monday.",
		"On 3 March a bomb at the fish market of Port Maren killed 12 people near the ice house.")
	late.tells(0, ascribe.Threat, marchDay(24), &talvik)
	o := late.tells(1, ascribe.Bombing, marchDay(3), &maren)
	o.Recent = false
	late.counts(o.Statements[0], ascribe.Killed, "people", ascribe.Exactly(12))
	s := newBook(old, late).fold(t, ascribe.Pins{})
	titles(t, s, "Bombing, Port Maren, 3 March 2031", "Threat, Talvik, 24 March 2031")
	r := s.Incidents()[0]
	if len(r.Documents) != 2 || r.Documents[0].Late || !r.Documents[1].Late {
		t.Errorf("documents %+v: the background telling is not there as late", r.Documents)
	}
}

func TestOneDispatchUnderItsCredit(t *testing.T) {
	credit := []ascribe.Credit{{Name: "SWS", Kind: ascribe.Wire}}
	first, rewritten, next := marketBombing(), secondDay(), secondDay()
	first.doc.Credits, rewritten.doc.Credits = credit, credit
	r := only(t, newBook(first, rewritten).fold(t, ascribe.Pins{}))
	if len(r.Origins) != 1 || r.Origins[0].Name != "SWS" || len(r.Origins[0].Documents) != 2 {
		t.Fatalf("origins %+v", r.Origins)
	}
	if why := r.Origins[0].Because; len(why) != 1 || why[0].Because[0].Left != "both credit SWS" {
		t.Errorf("because %+v", why)
	}
	next.doc.Credits = credit
	next.seen[0].Published.Time = moment("6 09:00") // more than a day and a half after
	if r := only(t, newBook(first, next).fold(t, ascribe.Pins{})); len(r.Origins) != 2 {
		t.Errorf("dispatches three days apart are %d origins", len(r.Origins))
	}
	rewritten.seen[0].Outlet = first.seen[0].Outlet
	if r := only(t, newBook(first, rewritten).fold(t, ascribe.Pins{})); len(r.Origins) != 2 {
		t.Errorf("two texts of one outlet are %d origins", len(r.Origins))
	}
}

func TestTwoDispatchesOfAnAgencyStayTwoUnderTheirReprints(t *testing.T) {
	credit := []ascribe.Credit{{Name: "SWS", Kind: ascribe.Wire}}
	first, second := marketBombing(), secondDay()
	first.seen[0].Outlet, second.seen[0].Outlet = "sws.example", "sws.example"
	first.doc.Credits, second.doc.Credits = credit, credit
	copied := reprint(first, 0)
	copied.seen[0].Outlet, copied.doc.Credits = "courier.example", credit // under which it is linked to the second
	if r := only(t, newBook(first, copied, second).fold(t, ascribe.Pins{})); len(r.Origins) != 2 {
		t.Errorf("two texts that the agency printed itself are %d origins", len(r.Origins))
	}
}

func TestRepublishedFromTheOthersOutlet(t *testing.T) {
	for _, tt := range []struct {
		credit, outlet string
		want           bool
	}{
		{"herald.example", "herald.example", true},
		{"www.herald.example", "herald.example", true},
		{"Herald", "herald.example", true},
		{"The Herald", "Herald", true},
		{"Courier", "herald.example", false},
		{"", "herald.example", false},
	} {
		if got := sameOutlet(tt.credit, tt.outlet); got != tt.want {
			t.Errorf("credit %q, outlet %q: %t", tt.credit, tt.outlet, got)
		}
	}
}

func TestAnotherDocumentInTheSameWordsIsOneOrigin(t *testing.T) {
	of := marketBombing()
	r := only(t, newBook(of, reprint(of, 0), reprint(of, 1)).fold(t, ascribe.Pins{}))
	if len(r.Origins) != 1 || len(r.Documents) != 3 {
		t.Fatalf("%d documents of %d origins", len(r.Documents), len(r.Origins))
	}
	for _, c := range r.Matrix {
		if c.Support.Origins != 1 || c.Reprints != 2 {
			t.Errorf("%s %s: %d origins, %d reprints", c.Actor.Name, c.Position, c.Support.Origins, c.Reprints)
		}
	}
}

func TestARejectedStatementCarriesNothing(t *testing.T) {
	s := marketBombing()
	b := newBook(s)
	blame := s.reading.Attributions[1].Statement
	rule := func(v ascribe.Act) *ascribe.Record {
		b.decide(ascribe.Decision{Act: v, Statements: []ascribe.StatementID{blame}})
		return only(t, b.fold(t, ascribe.Pins{}))
	}
	before := only(t, b.fold(t, ascribe.Pins{}))
	if _, cited := before.Cited[blame]; len(before.Matrix) != 2 || !cited {
		t.Fatalf("matrix %+v", before.Matrix)
	}
	r := rule(ascribe.Reject)
	if _, cited := r.Cited[blame]; len(r.Matrix) != 1 || cited {
		t.Errorf("rejected: matrix %+v, cited %t", r.Matrix, cited)
	}
	if r := rule(ascribe.Accept); len(r.Matrix) != 2 {
		t.Errorf("accepted after all: matrix %+v", r.Matrix)
	}
	for _, id := range s.last().Statements {
		b.decide(ascribe.Decision{Act: ascribe.Reject, Statements: []ascribe.StatementID{id}})
	}
	if all := b.fold(t, ascribe.Pins{}).Incidents(); len(all) != 0 {
		t.Errorf("no statement tells of it, and it stands: %s", all[0].Title)
	}
}

func TestPrivateNamesAreMarked(t *testing.T) {
	s := marketBombing()
	r := only(t, newBook(s).fold(t, ascribe.Pins{}))
	found := false
	for _, c := range r.Cited {
		if !strings.HasPrefix(c.Words, "Ana Velt") {
			if len(c.Private) > 0 {
				t.Errorf("private in %q: %v", c.Words, c.Private)
			}
			continue
		}
		found = true
		if len(c.Private) != 1 || c.Private[0].Of(c.Words) != "Ana Velt" {
			t.Errorf("private %v", c.Private)
		}
	}
	if !found {
		t.Error("her sentence is not cited")
	}
	id := s.mention(ascribe.PersonMention, 3, "Ana Velt")
	s.reading.Statements[len(s.reading.Statements)-1].Source = ascribe.Source{Role: ascribe.Authority, Mention: &id}
	for _, c := range only(t, newBook(s).fold(t, ascribe.Pins{})).Cited {
		if len(c.Private) > 0 {
			t.Errorf("an official who speaks is marked private in %q", c.Words)
		}
	}
}

func TestPinsHideWhatCameLater(t *testing.T) {
	b := newBook(marketBombing(), secondDay())
	all := only(t, b.fold(t, ascribe.Pins{}))
	asOf := only(t, b.fold(t, ascribe.Pins{AsOf: moment("3 23:00")}))
	if len(all.Documents) != 2 || len(asOf.Documents) != 1 || asOf.Tolls[0].Figure != ascribe.Exactly(12) {
		t.Errorf("as of the first evening: %d documents, %+v", len(asOf.Documents), asOf.Tolls)
	}
	for i, l := range b.lines {
		known := b.fold(t, ascribe.Pins{KnownAt: l.At})
		short := &book{lines: b.lines[:i+1]}
		if known.Digest() != short.fold(t, ascribe.Pins{}).Digest() {
			t.Fatalf("known at line %d is not the state of the ledger's first %d lines", i, i+1)
		}
	}
}

func TestABetterReadingTakesThePlaceOfAnOlder(t *testing.T) {
	s := marketBombing()
	b := newBook(s)
	better := *s.reading
	better.Engine = "hand/2"
	better.Attributions = nil
	b.enter(ascribe.Entry{Reading: &better})
	if r := only(t, b.fold(t, ascribe.Pins{})); len(r.Matrix) != 0 {
		t.Errorf("matrix %+v is of the older reading", r.Matrix)
	}
}

func TestIncidentByIDSaysWhatToDo(t *testing.T) {
	s := newBook(marketBombing(), secondDay()).fold(t, ascribe.Pins{AsOf: moment("9 00:00")})
	r := only(t, s)
	for _, id := range []string{string(r.Incident), string(r.Also[0]), string(r.Incident)[:6]} {
		if got, err := s.Incident(id); err != nil || got != r {
			t.Errorf("%s: %v", id, err)
		}
	}
	_, err := s.Incident("nowhere")
	if ascribe.KindOf(err) != ascribe.NotFound || ascribe.HintOf(err) == "" || !strings.Contains(err.Error(), "as of 2031-03-09") {
		t.Errorf("error %v, hint %q", err, ascribe.HintOf(err))
	}
	if _, err := s.Incident(""); err == nil {
		t.Error("the empty id leads somewhere")
	}
}

func TestAnAcronymIsTheActorThatAnArticleOnTheSameIncidentGivesItFor(t *testing.T) {
	full := newStory("herald.example", "3 09:00", "Grain depot attacked in Talvik",
		"The Maran Liberation Front (MLF) attacked the grain depot in Talvik on Monday, guards said.")
	full.tells(0, ascribe.Attack, marchDay(3), &talvik)
	front := full.mention(ascribe.ActorMention, 0, "The Maran Liberation Front")
	full.reading.Mentions[0].Spans = append(full.reading.Mentions[0].Spans, full.find(0, "MLF"))
	full.blames(full.last().Statements[0], front, fact)
	bare := newStory("courier.example", "4 18:00", "MLF claims Talvik grain depot", "The MLF said it had attacked the grain depot in Talvik on Monday.")
	bare.tells(0, ascribe.Attack, marchDay(3), &talvik)
	bare.blames(bare.say(0, ascribe.Self, "The MLF"), bare.mention(ascribe.ActorMention, 0, "The MLF"), claims)
	other := newStory("tribune.example", "20 09:00", "MLF claims bridge", "The MLF said it had cut the bridge at Port Maren.")
	other.tells(0, ascribe.Attack, marchDay(19), &maren)
	other.blames(other.say(0, ascribe.Self, "The MLF"), other.mention(ascribe.ActorMention, 0, "The MLF"), claims)

	for _, order := range [][]*story{{full, bare, other}, {other, bare, full}} {
		actors := newBook(order...).fold(t, ascribe.Pins{}).Actors()
		if len(actors) != 2 || actors[0].Actor.Name != "Maran Liberation Front" || actors[0].Documents != 2 || actors[0].Positions[ascribe.Claimed] != 1 {
			t.Errorf("actors %+v", actors)
		}
	}
	alone := newBook(bare, full).fold(t, ascribe.Pins{KnownAt: moment("1 00:00").Add(2 * time.Minute)}).Actors()
	if len(alone) != 1 || alone[0].Actor.Name != "MLF" {
		t.Errorf("before an article spells it out, the acronym is an actor of its own: %+v", alone)
	}
	rival := newStory("estuary.example", "4 20:00", "Grain depot in Talvik attacked",
		"The Marsh Labour Federation (MLF) attacked the grain depot in Talvik on Monday, a farmer said.")
	rival.tells(0, ascribe.Attack, marchDay(3), &talvik)
	rival.mention(ascribe.ActorMention, 0, "The Marsh Labour Federation")
	rival.reading.Mentions[0].Spans = append(rival.reading.Mentions[0].Spans, rival.find(0, "MLF"))
	if actors := newBook(full, bare, rival).fold(t, ascribe.Pins{}).Actors(); len(actors) != 3 {
		t.Errorf("an acronym that is given for two actors is one of them: %+v", actors)
	}
}

func TestNominalsAreNoActors(t *testing.T) {
	s := newStory("herald.example", "3 09:00", "Shots in Talvik", "Gunmen fired on a bus in Talvik, and the gunmen fled.")
	o := s.tells(0, ascribe.Shooting, marchDay(3), &talvik)
	s.blames(o.Statements[0], s.mention(ascribe.ActorMention, 0, "Gunmen"), fact)
	st := newBook(s).fold(t, ascribe.Pins{})
	if a := st.Actors(); len(a) != 0 {
		t.Errorf("actors %+v", a)
	}
	if m := only(t, st).Matrix; len(m) != 1 || m[0].Actor.Name != "Gunmen" || m[0].Actor.ID != "" {
		t.Errorf("matrix %+v", m)
	}
}

func TestACorrectedFigureIsTheLatest(t *testing.T) {
	first, rise := marketBombing(), secondDay()
	correction := newStory("herald.example", "5 10:00", "Port Maren market toll corrected",
		"Fourteen people died in Monday's bombing of the fish market in Port Maren, not fifteen as had been said, the hospital said.")
	o := correction.tells(0, ascribe.Bombing, marchDay(3), &maren)
	correction.counts(o.Statements[0], ascribe.Killed, "people", ascribe.Exactly(14))
	r := only(t, newBook(first, rise, correction).fold(t, ascribe.Pins{}))
	toll := r.Tolls[0]
	if toll.Figure != (ascribe.Figure{Low: 12, Best: 14, High: 15}) {
		t.Errorf("figure %+v", toll.Figure)
	}
	var early []bool
	for _, p := range toll.Course {
		early = append(early, p.Early)
	}
	if !slices.Equal(early, []bool{true, true, false}) {
		t.Errorf("early %v", early)
	}
	if toll.Others[UCDP] != ascribe.Exactly(14) || toll.Others[ACLED] != ascribe.Exactly(12) || toll.Others[GTD] != ascribe.Exactly(14) {
		t.Errorf("other policies %+v", toll.Others)
	}
}

func TestTitlesLeaveOutWhatIsUnknown(t *testing.T) {
	month := ascribe.Date{From: time.Date(2031, 3, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2031, 3, 31, 0, 0, 0, 0, time.UTC)}
	year := ascribe.Date{From: time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2031, 12, 31, 0, 0, 0, 0, time.UTC)}
	days := ascribe.Date{From: marchDay(3).From, To: marchDay(5).To}
	for _, tt := range []struct {
		r    ascribe.Record
		want string
	}{
		{ascribe.Record{}, "Incident"},
		{ascribe.Record{Type: ascribe.SuicideAttack, Where: &sarvia}, "Suicide attack, Sarvia"},
		{ascribe.Record{Type: ascribe.Bombing, Stage: ascribe.Foiled, When: &month}, "Foiled bombing, March 2031"},
		{ascribe.Record{Type: ascribe.Threat, Stage: ascribe.Threatened, When: &year}, "Threat, 2031"},
		{ascribe.Record{Type: ascribe.Clash, Where: &talvik, When: &days}, "Clash, Talvik, 3 March 2031 to 5 March 2031"},
		{ascribe.Record{When: &ascribe.Date{Text: "lately"}}, "Incident"},
	} {
		if got := title(&tt.r); got != tt.want {
			t.Errorf("title %q, want %q", got, tt.want)
		}
	}
}
