package reconcile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ascribe"
)

const marketPage = "https://herald.example/port-maren-market"

// at puts a story at an address, captured at a moment of March.
func (s *story) at(url, retrieved string) *story {
	s.seen[0].URL = url
	if retrieved != "" {
		s.seen[0].Retrieved = moment(retrieved)
	}
	return s
}

// market is a version of the herald's page on the bombing, with some sentences in
// place of others. An empty one is left out.
func market(at string, change map[int]string) *story {
	sentences := []string{
		"A bomb tore through the fish market of Port Maren on Monday, killing 12 people and wounding thirty.",
		"The interior ministry accused the Order of Seven of the bombing.",
		"Vendors had opened their stalls an hour before the blast by the ice house.",
		"The harbour stayed closed until the evening, and boats turned back at the mole.",
	}
	for i, words := range change {
		sentences[i] = words
	}
	sentences = slices.DeleteFunc(sentences, func(s string) bool { return s == "" })
	s := newStory("herald.example", at, "Bomb kills 12 at Port Maren fish market", sentences...).at(marketPage, "")
	for i, words := range sentences {
		switch {
		case strings.HasPrefix(words, "A bomb tore"):
			o := s.tells(i, ascribe.Bombing, marchDay(3), &maren)
			_, killed, _ := strings.Cut(words, "killing ")
			n, err := strconv.Atoi(strings.Fields(killed)[0])
			if err != nil {
				panic(err)
			}
			s.counts(o.Statements[0], ascribe.Killed, "people", ascribe.Exactly(ascribe.Count(n)))
		case strings.HasPrefix(words, "The interior ministry accused the "):
			name, _, _ := strings.Cut(strings.TrimPrefix(words, "The interior ministry accused the "), " of the")
			s.blames(s.say(i, ascribe.Authority, "The interior ministry"), s.mention(ascribe.ActorMention, i, name), accuses)
		}
	}
	return s
}

// notice is a page without a story, in whose place it stands.
func notice(outlet, at, headline string, sentences ...string) *story {
	s := newStory(outlet, at, headline, sentences...)
	for i, words := range sentences {
		if strings.Contains(words, "retracted") || strings.Contains(words, "withdraw") {
			span := s.doc.Sentences[i]
			s.reading.Notices = append(s.reading.Notices, ascribe.Notice{Anchor: ascribe.Anchor{Document: s.doc.ID, Sentence: i, Span: span, Quote: words}})
		}
	}
	return s
}

// lapsesOf writes, for each lapsed statement that a record cites, how and since when.
func lapsesOf(r *ascribe.Record) []string {
	var out []string
	for _, c := range r.Cited {
		if l := c.Lapsed; l != nil {
			out = append(out, fmt.Sprintf("%s since %s: %s", l.Kind, l.Since.Format("2 15:04"), strings.Join(strings.Fields(c.Words)[:3], " ")))
		}
	}
	slices.Sort(out)
	return out
}

func TestASentenceThatVanished(t *testing.T) {
	first := market("3 20:00", nil)
	second := market("3 20:00", map[int]string{1: ""}).at(marketPage, "5 09:00") // the page keeps its date
	for _, order := range [][]*story{{first, second}, {second, first}} {
		b := newBook(order...)
		r := only(t, b.fold(t, ascribe.Pins{}))
		if got := lapsesOf(r); !slices.Equal(got, []string{"vanished since 5 09:00: The interior ministry"}) {
			t.Errorf("lapsed %q", got)
		}
		if len(r.Origins) != 1 || len(r.Documents) != 2 {
			t.Errorf("%d versions are %d origins", len(r.Documents), len(r.Origins))
		}
		if len(r.Matrix) != 1 || r.Matrix[0].Lapsed == nil || r.Matrix[0].Support.Origins != 0 || len(r.Matrix[0].Support.Statements) != 1 {
			t.Errorf("matrix %+v: the accusation is not there, or counts", r.Matrix)
		}
		if toll := r.Tolls[0]; toll.Figure != ascribe.Exactly(12) || r.Withdrawn != nil || r.When == nil {
			t.Errorf("what stands does not hold: %+v", toll)
		}
		if !slices.Contains(r.Contested, "herald.example changed its report of 3 March 2031: 1 statement gone from it") {
			t.Errorf("contested %q", r.Contested)
		}
		if p := r.Tolls[0].Course; len(p) != 2 || !p[1].At.Equal(moment("3 20:00")) || !p[1].Early || !p[1].Copy {
			t.Errorf("a sentence left as it was is said anew: %+v", p)
		}
		before := only(t, b.fold(t, ascribe.Pins{AsOf: moment("4 12:00")}))
		if len(lapsesOf(before)) > 0 || len(before.Documents) != 1 || before.Matrix[0].Support.Origins != 1 {
			t.Errorf("as of a day before the change: %q, %d documents", lapsesOf(before), len(before.Documents))
		}
	}
}

// The attack of a silent edit: the culprit and the toll are exchanged, and the page
// is dated back.
func TestASilentEditDatedBack(t *testing.T) {
	first := market("3 20:00", nil).at(marketPage, "3 21:00")
	second := market("2 08:00", map[int]string{
		0: "A bomb tore through the fish market of Port Maren on Monday, killing 40 people and wounding thirty.",
		1: "The interior ministry accused the Maran Liberation Front of the bombing.",
	}).at(marketPage, "6 09:00")
	for _, s := range []*story{first, second} {
		s.seen[0].Published.From = "meta" // a page's own word
	}
	b := newBook(first, second)
	r := only(t, b.fold(t, ascribe.Pins{}))
	if got := lapsesOf(r); len(got) != 2 || r.Tolls[0].Figure != ascribe.Exactly(40) {
		t.Errorf("lapsed %q, figure %+v", got, r.Tolls[0].Figure)
	}
	if got := len(r.Tolls[0].Course); got != 2 {
		t.Errorf("%d figures are shown, want both", got)
	}
	for _, c := range r.Matrix {
		if (c.Actor.Name == "Order of Seven") != (c.Lapsed != nil) {
			t.Errorf("cell %+v", c)
		}
		if c.Lapsed == nil && !c.Since.Equal(moment("6 09:00")) {
			t.Errorf("the new words are dated %s; they were surely there when captured", c.Since)
		}
	}
	for _, day := range []string{"2 12:00", "3 23:00", "5 12:00"} {
		for _, early := range b.fold(t, ascribe.Pins{AsOf: moment(day)}).Incidents() {
			if early.Tolls[0].Figure != ascribe.Exactly(12) || len(lapsesOf(early)) > 0 {
				t.Errorf("as of %s: %+v, %q", day, early.Tolls[0].Figure, lapsesOf(early))
			}
		}
	}
}

func TestWordsThatComeBackStandAgain(t *testing.T) {
	first := market("3 20:00", nil)
	cut := market("4 20:00", map[int]string{1: ""})
	back := market("6 20:00", map[int]string{3: "The harbour opened again on Thursday, and boats went out past the mole."})
	b := newBook(first, cut, back)
	if got := lapsesOf(only(t, b.fold(t, ascribe.Pins{AsOf: moment("5 12:00")}))); !slices.Equal(got, []string{"vanished since 4 20:00: The interior ministry"}) {
		t.Errorf("while they were gone: %q", got)
	}
	if r := only(t, b.fold(t, ascribe.Pins{})); len(lapsesOf(r)) > 0 || r.Matrix[0].Support.Origins != 1 || len(r.Documents) != 3 {
		t.Errorf("when they are back: %q, %+v", lapsesOf(r), r.Matrix)
	}
}

func TestWordsThatAReprintKeepsStand(t *testing.T) {
	first, second := market("3 20:00", nil), market("5 09:00", map[int]string{1: ""})
	mirror := first.seen[0]
	mirror.Outlet, mirror.URL, mirror.InputID = "courier.example", "https://courier.example/market", "courier"
	mirror.Published.Time = moment("3 22:00")
	first.seen = append(first.seen, mirror)
	if r := only(t, newBook(first, second).fold(t, ascribe.Pins{})); len(lapsesOf(r)) > 0 || r.Matrix[0].Support.Origins != 1 {
		t.Errorf("another page still has the words: %q", lapsesOf(r))
	}
}

func TestTwoArticlesAtOneAddressAreNoVersions(t *testing.T) {
	first := market("3 20:00", nil)
	other := newStory("herald.example", "9 09:00", "Budget passes in Velgrad after long night", "Parliament in Velgrad passed the budget after a long night of votes on Saturday.",
		"Ministers spoke of savings in the railways, in the post and in the forests of the north.").at(marketPage, "")
	other.tells(0, ascribe.OtherIncident, marchDay(8), &talvik)
	for _, r := range newBook(first, other).fold(t, ascribe.Pins{}).Incidents() {
		if len(lapsesOf(r)) > 0 || r.Withdrawn != nil {
			t.Errorf("%s: %q", r.Title, lapsesOf(r))
		}
	}
	root := market("5 09:00", map[int]string{1: ""}).at("https://herald.example/", "")
	if r := only(t, newBook(market("3 20:00", nil).at("https://herald.example/", ""), root).fold(t, ascribe.Pins{})); len(lapsesOf(r)) > 0 {
		t.Errorf("the front page of a site is no article: %q", lapsesOf(r))
	}
}

func TestTwoTextsTakenInAtOnceUnderOneDateHaveNoOrder(t *testing.T) {
	first, second := market("3 20:00", nil), market("3 20:00", map[int]string{1: ""})
	if r := only(t, newBook(first, second).fold(t, ascribe.Pins{})); len(lapsesOf(r)) > 0 {
		t.Errorf("which is the later is not known: %q", lapsesOf(r))
	}
}

func TestARetractedPage(t *testing.T) {
	first, own := market("3 20:00", nil), secondDay()
	gone := notice("herald.example", "5 09:00", "Bomb kills 12 at Port Maren fish market", "Editor's note: This story has been retracted because its source was made up.").at(marketPage, "")
	b := newBook(first, own, gone)
	r := only(t, b.fold(t, ascribe.Pins{}))
	if got := lapsesOf(r); len(got) != 2 || !strings.HasPrefix(got[0], "retracted since 5 09:00") || r.Withdrawn != nil {
		t.Errorf("lapsed %q", got)
	}
	if toll := r.Tolls[0]; toll.Figure != ascribe.Exactly(15) || len(toll.Course) != 2 || toll.Course[0].Lapsed == nil {
		t.Errorf("the courier's figure alone decides: %+v", toll)
	}
	standing := 0
	for _, o := range r.Origins {
		if !o.Lapsed {
			standing++
		}
	}
	if len(r.Origins) != 2 || standing != 1 {
		t.Errorf("%d of %d origins stand", standing, len(r.Origins))
	}
	if r.Documents[0].Lapsed == nil || r.Documents[0].Lapsed.By != gone.doc.ID || !strings.HasPrefix(r.Documents[0].Lapsed.Words, "Editor's note") {
		t.Errorf("the article is not marked with its notice: %+v", r.Documents[0].Lapsed)
	}
	if !slices.Contains(r.Contested, "herald.example has taken back its report of 3 March 2031") {
		t.Errorf("contested %q", r.Contested)
	}
	early := only(t, b.fold(t, ascribe.Pins{AsOf: moment("5 08:00")}))
	if len(lapsesOf(early)) > 0 || early.Tolls[0].Figure != (ascribe.Figure{Low: 12, Best: 15, High: 15}) {
		t.Errorf("as of an hour before: %q, %+v", lapsesOf(early), early.Tolls[0].Figure)
	}
	for _, a := range b.fold(t, ascribe.Pins{}).Actors() {
		if a.Positions[ascribe.AccusedByAuthorities] > 0 {
			t.Errorf("the register still holds the accusation: %+v", a)
		}
	}
}

func TestARetractionThatIsTakenBack(t *testing.T) {
	first := market("3 20:00", nil)
	gone := notice("herald.example", "5 09:00", "Bomb kills 12 at Port Maren fish market", "This story has been retracted.").at(marketPage, "")
	again := market("7 09:00", map[int]string{3: "The harbour opened again on Friday, and boats went out past the mole."})
	b := newBook(first, gone, again)
	for day, lapsed := range map[string]int{"4 12:00": 0, "6 12:00": 2, "8 12:00": 0} {
		r := only(t, b.fold(t, ascribe.Pins{AsOf: moment(day)}))
		if got := lapsesOf(r); len(got) != lapsed || (r.Withdrawn != nil) != (lapsed > 0) {
			t.Errorf("as of %s: %q", day, got)
		}
	}
}

func TestAnIncidentOfWhichNothingIsLeft(t *testing.T) {
	gone := notice("herald.example", "5 09:00", "Bomb kills 12 at Port Maren fish market", "This story has been retracted.").at(marketPage, "")
	r := only(t, newBook(market("3 20:00", nil), gone).fold(t, ascribe.Pins{}))
	if r.Withdrawn == nil || r.Title != "Bombing, Port Maren, 3 March 2031" {
		t.Errorf("%q, withdrawn %+v: it is known by what was said", r.Title, r.Withdrawn)
	}
	if r.Tolls[0].Figure != unknown || len(r.Tolls[0].Course) != 1 || r.Matrix[0].Support.Origins != 0 {
		t.Errorf("what was taken back decides: %+v %+v", r.Tolls[0], r.Matrix)
	}
}

// A wire kills a dispatch under a headline of its own: those who printed it, as it
// was or rewritten, and those who cite it rest on it; a report of one's own does not.
func TestAKilledDispatch(t *testing.T) {
	wire := []ascribe.Credit{{Name: "Sarwire", Kind: ascribe.Wire}}
	dispatch := market("3 20:00", nil).at("https://sarwire.example/1", "")
	dispatch.seen[0].Outlet, dispatch.doc.Credits = "sarwire.example", wire
	copied := reprint(dispatch, 0)
	copied.seen[0].Outlet, copied.doc.Credits = "tribune.example", wire
	own := secondDay()
	citing := newStory("estuary.example", "4 08:00", "Port Maren fish market bombing: what is known",
		"A bomb killed twelve at the fish market of Port Maren on Monday morning, by the ice house.", "Sarwire reported that the Order of Seven was behind it.")
	citing.tells(0, ascribe.Bombing, marchDay(3), &maren)
	citing.blames(citing.say(1, ascribe.Other, "Sarwire"), citing.mention(ascribe.ActorMention, 1, "Order of Seven"), accuses)
	kill := notice("sarwire.example", "4 20:00", "KILL: Bomb kills 12 at Port Maren fish market", "Please do not use the story sent on Monday, which rests on an account that was made up.")
	kill.doc.Credits = wire
	b := newBook(dispatch, copied, own, citing, kill)
	for _, s := range []*story{copied, own, citing} {
		b.rule(dispatch.last().Incident, s.last().Incident, ascribe.Same)
	}
	r := only(t, b.fold(t, ascribe.Pins{}))
	lapsed := map[string]bool{}
	for _, d := range r.Documents {
		lapsed[string(d.Appearances[0].Outlet)] = d.Lapsed != nil
	}
	if fmt.Sprint(lapsed) != "map[courier.example:false estuary.example:false sarwire.example:true tribune.example:true]" {
		t.Errorf("lapsed %v", lapsed)
	}
	if toll := r.Tolls[0].Figure; toll != ascribe.Exactly(15) {
		t.Errorf("figure %+v", toll)
	}
	for _, c := range r.Matrix {
		if (c.Actor.Name == "Order of Seven" && blames(c.Position)) != (c.Lapsed != nil) {
			t.Errorf("%s by %s: lapsed %+v", c.Position, c.Source, c.Lapsed)
		}
	}
	if early := only(t, b.fold(t, ascribe.Pins{AsOf: moment("4 19:00")})); len(lapsesOf(early)) > 0 {
		t.Errorf("an hour before the kill: %q", lapsesOf(early))
	}
	stranger := notice("oru.example", "4 20:00", "KILL: Bomb kills 12 at Port Maren fish market", "Please withdraw it.")
	for _, r := range newBook(dispatch, stranger).fold(t, ascribe.Pins{}).Incidents() {
		if len(lapsesOf(r)) > 0 {
			t.Errorf("another house's kill takes nothing back: %q", lapsesOf(r))
		}
	}
}

func TestAHeadlineGivenLaterTakesTheTextBack(t *testing.T) {
	s := market("3 20:00", nil)
	again := s.seen[0]
	again.Headline, again.Retrieved, again.Published.Time = "RETRACTED: Bomb kills 12 at Port Maren fish market", moment("5 10:00"), moment("5 09:00")
	s.seen = append(s.seen, again)
	b := newBook(s)
	if r := only(t, b.fold(t, ascribe.Pins{})); r.Withdrawn == nil || !r.Withdrawn.Since.Equal(moment("5 09:00")) {
		t.Errorf("withdrawn %+v", r.Withdrawn)
	}
	if r := only(t, b.fold(t, ascribe.Pins{AsOf: moment("4 09:00")})); r.Withdrawn != nil {
		t.Error("it is withdrawn before the headline was given")
	}
}

// "An earlier version said 15 were killed" is no report of fifteen.
func TestWhatACorrectionRecountsIsNoReport(t *testing.T) {
	s := newStory("courier.example", "4 09:00", "Port Maren fish market bombing kills 12",
		"A bomb at the fish market of Port Maren killed 12 people on Monday.", "Correction: An earlier version of this article said 15 people were killed at the market.")
	o := s.tells(0, ascribe.Bombing, marchDay(3), &maren)
	s.counts(o.Statements[0], ascribe.Killed, "people", ascribe.Exactly(12))
	s.counts(s.say(1, ascribe.Narrator, ""), ascribe.Killed, "people", ascribe.Exactly(15))
	s.reading.Notices = []ascribe.Notice{{Kind: ascribe.Amendment, Recounts: true, Anchor: ascribe.Anchor{Document: s.doc.ID, Sentence: 1, Span: s.doc.Sentences[1], Quote: "Correction: …"}}}
	r := only(t, newBook(s).fold(t, ascribe.Pins{}))
	if toll := r.Tolls[0]; toll.Figure != ascribe.Exactly(12) || len(toll.Course) != 2 || toll.Course[1].Lapsed == nil || toll.Course[1].Lapsed.Kind != ascribe.Corrected {
		t.Errorf("toll %+v", toll)
	}
}

// A correction in an article of its own takes just that figure back from what its
// outlet said before, and from nobody else's.
func TestACorrectionElsewhere(t *testing.T) {
	first, own := secondDay(), marketBombing()
	own.reading.Tolls[0].Figure = ascribe.Exactly(15)
	later := newStory("courier.example", "6 09:00", "Port Maren fish market bombing: the count",
		"Thirteen people died in the bombing of the fish market in Port Maren on 3 March.", "In a story on Tuesday we erroneously reported that 15 people had died.")
	o := later.tells(0, ascribe.Bombing, marchDay(3), &maren)
	later.counts(o.Statements[0], ascribe.Killed, "people", ascribe.Exactly(13))
	later.counts(later.say(1, ascribe.Narrator, ""), ascribe.Killed, "people", ascribe.Exactly(15))
	later.reading.Notices = []ascribe.Notice{{Kind: ascribe.Amendment, Recounts: true, Anchor: ascribe.Anchor{Document: later.doc.ID, Sentence: 1, Span: later.doc.Sentences[1], Quote: "In a story …"}}}
	for outlet, want := range map[string]ascribe.Figure{"tribune.example": {Low: 13, Best: 13, High: 15}, "courier.example": ascribe.Exactly(13)} {
		own.seen[0].Outlet = ascribe.OutletID(outlet)
		b := newBook(own, first, later)
		b.rule(own.last().Incident, first.last().Incident, ascribe.Same)
		b.rule(own.last().Incident, later.last().Incident, ascribe.Same)
		if got := only(t, b.fold(t, ascribe.Pins{})).Tolls[0].Figure; got != want {
			t.Errorf("the other is of %s: %+v, want %+v", outlet, got, want)
		}
		if got := only(t, b.fold(t, ascribe.Pins{AsOf: moment("5 09:00")})).Tolls[0].Figure; got != ascribe.Exactly(15) {
			t.Errorf("before the correction: %+v", got)
		}
	}
}

func TestAPersonTellsVersionsApart(t *testing.T) {
	first, second := market("3 20:00", nil), market("5 09:00", map[int]string{1: ""})
	b := newBook(first, second)
	id := b.decide(ascribe.Decision{Act: ascribe.Split, Pairs: []ascribe.Pair{{Kind: ascribe.SameOrigin, Left: first.doc.ID.String(), Right: second.doc.ID.String(), Judgement: ascribe.Different}}})
	if r := b.fold(t, ascribe.Pins{}).Incidents()[0]; len(lapsesOf(r)) > 0 {
		t.Errorf("a person holds them to be two articles: %q", lapsesOf(r))
	}
	b.undo(id)
	if r := only(t, b.fold(t, ascribe.Pins{})); len(lapsesOf(r)) != 1 {
		t.Errorf("undone: %q", lapsesOf(r))
	}
}

// editions draws versions of the herald's page, retractions among them, beside another
// outlet's own report.
func editions(t *rapid.T) []*story {
	stories := []*story{secondDay()}
	clock := moment("3 06:00")
	for i := range rapid.IntRange(1, 4).Draw(t, "versions") {
		clock = clock.Add(time.Duration(rapid.IntRange(1, 40).Draw(t, "hours")) * time.Hour)
		at := clock.Format("2 15:04")
		var s *story
		if i > 0 && rapid.IntRange(0, 3).Draw(t, "retract") == 0 {
			s = notice("herald.example", at, "Bomb kills 12 at Port Maren fish market", fmt.Sprintf("This story has been retracted, number %d.", i)).at(marketPage, "")
		} else {
			s = market(at, map[int]string{
				0: fmt.Sprintf("A bomb tore through the fish market of Port Maren on Monday, killing %d people and wounding thirty.", rapid.IntRange(10, 14).Draw(t, "killed")),
				1: rapid.SampledFrom([]string{"", "The interior ministry accused the Order of Seven of the bombing."}).Draw(t, "blame"),
			})
		}
		if slices.ContainsFunc(stories, func(o *story) bool { return o.doc.ID == s.doc.ID }) {
			continue
		}
		stories = append(stories, s)
	}
	return stories
}

// Pages that change, are taken back and are put up again, in any order of the
// ledger: one state, every view a fold of what was public by then, no figure out of
// order, and a value without a standing word has no origin.
func TestVersionsAreAPureFold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stories := editions(t)
		b := newBook(rapid.Permutation(stories).Draw(t, "order")...)
		s := b.fold(t, ascribe.Pins{})
		if newBook(stories...).fold(t, ascribe.Pins{}).Digest() != s.Digest() {
			t.Fatal("another order makes another state")
		}
		pin := moment("3 00:00").Add(time.Duration(rapid.IntRange(0, 200).Draw(t, "pin")) * time.Hour)
		var public []*story
		for _, o := range stories {
			if !o.seen[0].PublicBy().After(pin) {
				public = append(public, o)
			}
		}
		if newBook(public...).fold(t, ascribe.Pins{}).Digest() != b.fold(t, ascribe.Pins{AsOf: pin}).Digest() {
			t.Fatal("an as-of view is not the state of what was public by then")
		}
		for _, r := range s.Incidents() {
			for _, c := range r.Matrix {
				stands := slices.ContainsFunc(c.Support.Statements, func(id ascribe.StatementID) bool { return r.Cited[id].Lapsed == nil })
				if stands != (c.Support.Origins > 0) || stands != (c.Lapsed == nil) {
					t.Fatalf("cell %+v", c)
				}
			}
		}
	})
}

// A wire cancels an item that keeps its text and its date, and lets it out again.
func TestACanceledItem(t *testing.T) {
	s := market("3 20:00", nil)
	canceled, again := s.seen[0], s.seen[0]
	canceled.Status, canceled.Retrieved = ascribe.Canceled, moment("4 09:00")
	again.Retrieved = moment("6 09:00")
	s.seen = append(s.seen, canceled)
	b := newBook(s)
	if r := only(t, b.fold(t, ascribe.Pins{})); r.Withdrawn == nil || !r.Withdrawn.Since.Equal(moment("4 09:00")) || r.Withdrawn.Words != "pubstatus: canceled" {
		t.Errorf("withdrawn %+v", r.Withdrawn)
	}
	if r := only(t, b.fold(t, ascribe.Pins{AsOf: moment("4 08:00")})); r.Withdrawn != nil {
		t.Errorf("withdrawn an hour before it was: %+v", r.Withdrawn)
	}
	b.enter(ascribe.Entry{Capture: &ascribe.Capture{Document: s.doc, Appearance: again}})
	if r := only(t, b.fold(t, ascribe.Pins{})); r.Withdrawn != nil {
		t.Errorf("withdrawn after it was let out again: %+v", r.Withdrawn)
	}
}

func TestOnePageReadInTwoWaysIsNoTwoVersions(t *testing.T) {
	first, second := market("3 20:00", nil), market("3 20:00", map[int]string{1: ""}).at(marketPage, "5 09:00")
	first.seen[0].Raw, second.seen[0].Raw = "sha256:1", "sha256:1"
	if r := only(t, newBook(first, second).fold(t, ascribe.Pins{})); len(lapsesOf(r)) > 0 {
		t.Errorf("the page is the same, byte for byte: %q", lapsesOf(r))
	}
	second.seen[0].Raw = "sha256:2"
	if r := only(t, newBook(first, second).fold(t, ascribe.Pins{})); len(lapsesOf(r)) != 1 {
		t.Errorf("another page: %q", lapsesOf(r))
	}
}

func TestATeaserIsNoVersionOfItsPage(t *testing.T) {
	page, teaser := market("3 20:00", nil), newStory("herald.example", "3 20:30", "Bomb kills 12 at Port Maren fish market",
		"A bomb tore through the fish market of Port Maren on Monday, killing 12 people and wounding thirty.", "Read on for more.").at(marketPage, "")
	o := teaser.tells(0, ascribe.Bombing, marchDay(3), &maren)
	teaser.counts(o.Statements[0], ascribe.Killed, "people", ascribe.Exactly(12))
	page.seen[0].Published.From, teaser.seen[0].Published.From = "json-ld", "feed"
	if r := only(t, newBook(page, teaser).fold(t, ascribe.Pins{})); len(lapsesOf(r)) > 0 {
		t.Errorf("a teaser that came later lacks sentences: %q", lapsesOf(r))
	}
	gone := notice("herald.example", "5 09:00", "Bomb kills 12 at Port Maren fish market", "This story has been retracted.").at(marketPage, "")
	gone.seen[0].Published.From = "json-ld"
	if r := only(t, newBook(page, teaser, gone).fold(t, ascribe.Pins{})); r.Withdrawn == nil {
		t.Errorf("the page is retracted, its teaser with it: %q", lapsesOf(r))
	}
}

// Whatever is taken back, all that rests on it is listed and lapsed: its own words
// and those of every copy.
func TestARetractionReachesEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stories := newsdays(t)
		s := rapid.SampledFrom(stories).Draw(t, "retracted")
		for i, o := range stories {
			if o != s {
				o.at(fmt.Sprintf("https://%s/%d", o.seen[0].Outlet, i), "")
			}
		}
		s.at("https://"+string(s.seen[0].Outlet)+"/taken-back", "")
		copied := reprint(s, 0)
		copied.seen[0].Outlet, copied.seen[0].URL = "mirror.example", "https://mirror.example/1"
		gone := notice(string(s.seen[0].Outlet), "20 09:00", s.seen[0].Headline, "This story has been retracted.").at(s.seen[0].URL, "")
		state := newBook(append(stories, copied, gone)...).fold(t, ascribe.Pins{})
		for _, d := range state.docs {
			if d.id == copied.doc.ID && state.origins[d.id].words(d).id != s.doc.ID {
				return // drawn in the words of another report, which stands
			}
		}
		h, err := state.Versions(s.seen[0].URL)
		if err != nil {
			t.Fatal(err)
		}
		listed := map[ascribe.StatementID]bool{}
		for _, rest := range h.Rests {
			for _, id := range rest.Statements {
				listed[id] = true
			}
		}
		for _, r := range state.Incidents() {
			for id, c := range r.Cited {
				of := c.Statement.Anchor.Document
				if of != s.doc.ID && of != copied.doc.ID {
					continue
				}
				if !listed[id] || c.Lapsed == nil || c.Lapsed.Kind != ascribe.Retracted || c.Lapsed.By != gone.doc.ID {
					t.Fatalf("%q: listed %t, lapsed %+v", c.Words, listed[id], c.Lapsed)
				}
			}
		}
	})
}
