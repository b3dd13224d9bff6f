package storetest

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"ascribe"
)

// incident returns the listing of an invented incident; the ids lead to it, the first
// one leads. Every third is undated, every fourth has no place.
func incident(n int, doc ascribe.DocumentID, ids ...ascribe.IncidentID) ascribe.Listing {
	at := Published(n)
	b := ascribe.Brief{
		Incident: ids[0], Title: fmt.Sprintf("Bombing %d", n), Type: []ascribe.IncidentType{ascribe.Bombing, ascribe.Shooting}[n%2],
		Tolls:   map[ascribe.Harm]ascribe.Figure{ascribe.Killed: {Low: 2, Best: ascribe.Unknown, High: ascribe.Unknown, Open: true}},
		Stands:  []ascribe.Stand{{Actor: ascribe.ActorRef{ID: ascribe.ActorID(fmt.Sprint("a", n%5)), Name: fmt.Sprint("Front ", n%5)}, Position: ascribe.Claimed, Source: "radio", Origins: 2}},
		Outlets: []ascribe.OutletID{ascribe.OutletID(fmt.Sprintf("outlet-%d.example", n%4))}, Reports: n + 1, Documents: 1, Origins: n % 3,
		First: at, Last: at.Add(time.Duration(n*7%5) * time.Hour), Changed: at.Add(time.Duration(n*3%7) * time.Hour), Decisions: n % 2, Withdrawn: n%6 == 5, Need: float64(n*5%8) / 4,
	}
	if n%2 == 0 {
		b.Stands = append(b.Stands, ascribe.Stand{Actor: ascribe.ActorRef{Name: "the army"}, Position: ascribe.AccusedByAuthorities, Source: "police", Role: ascribe.Authority})
		b.Contested = []string{"killed: 2 to 5 reported"}
	}
	if n%3 > 0 {
		day := time.Date(1969, 12, 25+n*5%17, 0, 0, 0, 0, time.UTC)
		b.When = &ascribe.Date{From: day, To: day.AddDate(0, 0, n%2), Precision: ascribe.Day}
	}
	if n%4 > 0 {
		b.Where = &ascribe.Place{Text: "Port Maren", Precision: n%2 + 1, Country: []string{"NOR", "SAR"}[n%2], Point: &ascribe.Point{Lat: float64(n % 9), Lon: float64(n*40%360 - 180)}}
	}
	return ascribe.Listing{Brief: b, Record: &ascribe.Record{
		Incident: ids[0], Also: ids[1:], Title: b.Title, Type: b.Type, When: b.When, Where: b.Where, Contested: b.Contested,
		Documents: []ascribe.Telling{{Document: doc, Appearances: []ascribe.Appearance{{Document: doc, Outlet: b.Outlets[0], Published: ascribe.Published{Time: at}}}}},
		Tolls: []ascribe.TollRange{{Harm: ascribe.Killed, Figure: b.Tolls[ascribe.Killed], Policy: "ucdp/1",
			Others: map[ascribe.Policy]ascribe.Figure{"gtd/1": ascribe.Exactly(3)}, Course: []ascribe.TollPoint{{At: at, Lapsed: &ascribe.Lapse{Since: at, By: doc, Words: "قرية"}}}}},
		Cited: map[ascribe.StatementID]ascribe.Cite{{byte(n)}: {Words: "“no claim yet”", Private: []ascribe.Span{{Start: 1, End: 2}}}},
	}}
}

// fold makes a fold of one incident, which rests on its document.
func folded(lines int64, l ascribe.Listing, rests ...string) ascribe.Fold {
	return ascribe.Fold{
		Lines: lines, Looked: append([]ascribe.IncidentID{l.Record.Incident}, l.Record.Also...),
		Rests: append(rests, l.Record.Documents[0].Document.String()), Listings: []ascribe.Listing{l},
	}
}

func (s *suite) enlist(lines int64, rules string, folds ...ascribe.Fold) {
	s.Helper()
	s.must(s.store.Enlist(s.Context(), ascribe.Enlistment{Lines: lines, Rules: rules, Folds: folds}))
}

// leads makes sure that an id leads to an incident, or to none.
func (s *suite) leads(id, want ascribe.IncidentID) {
	s.Helper()
	l, err := s.store.Listed(s.Context(), id)
	switch {
	case want == "" && ascribe.KindOf(err) != ascribe.NotFound:
		s.Errorf("%s leads to %v, %v", id, l, err)
	case want != "" && (err != nil || l.Brief.Incident != want || l.Record.Incident != want):
		s.Errorf("%s leads to %v, %v; want %s", id, l, err, want)
	}
}

func (s *suite) listingsRoundTrip() {
	doc := s.file(1)
	want := incident(4, doc, "ib", "ia")
	s.enlist(3, "rules/1", folded(3, want))
	got, err := s.store.Listed(s.Context(), "ia")
	s.must(err)
	a, err := json.Marshal(want)
	s.must(err)
	b, err := json.Marshal(got)
	s.must(err)
	if string(a) != string(b) {
		s.Errorf("entered\n%s\nlisted\n%s", a, b)
	}
	lines, rules, err := s.store.Catalogued(s.Context())
	if lines != 3 || rules != "rules/1" || err != nil {
		s.Errorf("the catalogue holds %d lines by %q, %v", lines, rules, err)
	}
}

func (s *suite) foldsReplace() {
	doc := s.file(1)
	s.enlist(2, "rules/1", folded(2, incident(1, doc, "ia", "ib")), folded(2, incident(2, doc, "ic")), folded(2, incident(3, doc, "id")))
	s.enlist(5, "rules/1", folded(5, incident(1, doc, "ib", "ia", "ic")))
	for id, want := range map[ascribe.IncidentID]ascribe.IncidentID{"ia": "ib", "ib": "ib", "ic": "ib", "id": "id", "ie": ""} {
		s.leads(id, want)
	}
	s.enlist(4, "rules/1", folded(4, incident(1, doc, "ia", "ie")))
	s.leads("ia", "ib") // what holds more of the ledger stays
	s.leads("ie", "")
	if lines, _, err := s.store.Catalogued(s.Context()); lines != 5 || err != nil {
		s.Errorf("the catalogue fell back to %d lines, %v", lines, err)
	}
	s.enlist(6, "rules/1", ascribe.Fold{Lines: 6, Looked: []ascribe.IncidentID{"ia", "ib", "ic"}, Rests: []string{"a decision"}})
	s.leads("ia", "")
	if got, err := s.store.Outdated(s.Context(), nil, []string{"a decision"}, 7); err != nil || !slices.Equal(got, []ascribe.IncidentID{"ia"}) {
		s.Errorf("a fold in which nothing stands leads to %v, %v", got, err)
	}
	s.enlist(1, "rules/2", folded(1, incident(1, doc, "if")))
	s.leads("id", "")
	s.leads("if", "if")
}

func (s *suite) outdated() {
	doc := s.file(1)
	s.enlist(9, "rules/1", folded(4, incident(1, doc, "ia", "ib"), "an actor", "a statement"), folded(7, incident(2, doc, "ic"), "an actor"))
	for _, c := range []struct {
		ids   []ascribe.IncidentID
		names []string
		lines int64
		want  []ascribe.IncidentID
	}{
		{[]ascribe.IncidentID{"ib", "ic", "id"}, nil, 4, []ascribe.IncidentID{"id"}},
		{[]ascribe.IncidentID{"ib", "ic"}, nil, 5, []ascribe.IncidentID{"ib"}},
		{nil, []string{"an actor"}, 4, nil},
		{nil, []string{"an actor", "another"}, 7, []ascribe.IncidentID{"ia"}},
		{nil, []string{"an actor"}, 8, []ascribe.IncidentID{"ia", "ic"}},
		{[]ascribe.IncidentID{"ia"}, []string{"a statement", doc.String()}, 8, []ascribe.IncidentID{"ia", "ic"}},
	} {
		got, err := s.store.Outdated(s.Context(), c.ids, c.names, c.lines)
		if s.must(err); !slices.Equal(got, c.want) {
			s.Errorf("outdated %v %v before line %d: got %v, want %v", c.ids, c.names, c.lines, got, c.want)
		}
	}
}

// shelve enlists so many incidents, each told in an article of its own.
func (s *suite) shelve(count int) (all []ascribe.Listing) {
	s.Helper()
	var folds []ascribe.Fold
	for n := range count {
		l := incident(n, s.file(n), ascribe.IncidentID(fmt.Sprintf("i%02d", n)))
		all, folds = append(all, l), append(folds, folded(1, l))
	}
	s.enlist(1, "rules/1", folds...)
	return all
}

func (s *suite) browse() {
	all := s.shelve(40)
	yes, no, two, shooting, claimed := true, false, 2, ascribe.Shooting, ascribe.Claimed
	day := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	stands := func(b *ascribe.Brief, is func(ascribe.Stand) bool) bool { return slices.ContainsFunc(b.Stands, is) }
	for what, c := range map[string]struct {
		sel ascribe.Selection
		has func(*ascribe.Brief, *ascribe.Record) bool
	}{
		"all":       {ascribe.Selection{}, func(*ascribe.Brief, *ascribe.Record) bool { return true }},
		"from":      {ascribe.Selection{From: day}, func(b *ascribe.Brief, _ *ascribe.Record) bool { return b.When.Resolved() && !b.When.To.Before(day) }},
		"to":        {ascribe.Selection{To: day}, func(b *ascribe.Brief, _ *ascribe.Record) bool { return b.When.Resolved() && !b.When.From.After(day) }},
		"dated":     {ascribe.Selection{Dated: &yes}, func(b *ascribe.Brief, _ *ascribe.Record) bool { return b.When.Resolved() }},
		"undated":   {ascribe.Selection{Dated: &no}, func(b *ascribe.Brief, _ *ascribe.Record) bool { return !b.When.Resolved() }},
		"unplaced":  {ascribe.Selection{Placed: &no}, func(b *ascribe.Brief, _ *ascribe.Record) bool { return b.Where == nil }},
		"country":   {ascribe.Selection{Country: "SAR"}, func(b *ascribe.Brief, _ *ascribe.Record) bool { return b.Where != nil && b.Where.Country == "SAR" }},
		"precision": {ascribe.Selection{Precision: &two}, func(b *ascribe.Brief, _ *ascribe.Record) bool { return b.Where != nil && b.Where.Precision == 2 }},
		"type":      {ascribe.Selection{Type: &shooting}, func(b *ascribe.Brief, _ *ascribe.Record) bool { return b.Type == shooting }},
		"origins":   {ascribe.Selection{Origins: 2}, func(b *ascribe.Brief, _ *ascribe.Record) bool { return b.Origins >= 2 }},
		"contested": {ascribe.Selection{Contested: &yes}, func(b *ascribe.Brief, _ *ascribe.Record) bool { return b.Contested != nil }},
		"decided":   {ascribe.Selection{Decided: &no}, func(b *ascribe.Brief, _ *ascribe.Record) bool { return b.Decisions == 0 }},
		"withdrawn": {ascribe.Selection{Withdrawn: &yes}, func(b *ascribe.Brief, _ *ascribe.Record) bool { return b.Withdrawn }},
		"outlet":    {ascribe.Selection{Outlet: "outlet-3.example"}, func(b *ascribe.Brief, _ *ascribe.Record) bool { return b.Outlets[0] == "outlet-3.example" }},
		"words": {ascribe.Selection{Words: "blast 7"}, func(_ *ascribe.Brief, r *ascribe.Record) bool {
			return r.Title == "Bombing 7" || r.Title == "Bombing 5"
		}},
		"document": {ascribe.Selection{Document: &all[3].Record.Documents[0].Document}, func(_ *ascribe.Brief, r *ascribe.Record) bool { return r.Title == "Bombing 3" }},
		"actor": {ascribe.Selection{Actor: "a2"}, func(b *ascribe.Brief, _ *ascribe.Record) bool {
			return stands(b, func(s ascribe.Stand) bool { return s.Actor.ID == "a2" })
		}},
		"claims of one, by a name that nobody registered": {ascribe.Selection{Actor: "the army", Position: &claimed}, func(*ascribe.Brief, *ascribe.Record) bool { return false }},
		"source": {ascribe.Selection{Source: "police"}, func(b *ascribe.Brief, _ *ascribe.Record) bool {
			return stands(b, func(s ascribe.Stand) bool { return s.Source == "police" })
		}},
		"box over the date line": {ascribe.Selection{Within: &ascribe.Box{South: 2, North: 6, West: 170, East: -100}}, func(b *ascribe.Brief, _ *ascribe.Record) bool {
			return b.Where != nil && b.Where.Point.Lat >= 2 && b.Where.Point.Lat <= 6 && (b.Where.Point.Lon >= 170 || b.Where.Point.Lon <= -100)
		}},
	} {
		s.Run(what, func(t *testing.T) {
			var want []ascribe.Brief
			for i := range all {
				if c.has(&all[i].Brief, all[i].Record) {
					want = append(want, all[i].Brief)
				}
			}
			for _, order := range []ascribe.Order{ascribe.LatestFirst, ascribe.NewsFirst, ascribe.ChangesFirst, ascribe.EarliestFirst, ascribe.NeedFirst} {
				c.sel.Order, c.sel.After = order, ""
				(&suite{T: t, store: s.store}).pages(c.sel, want)
			}
			c.sel.Order, c.sel.After = ascribe.LatestFirst, ""
			(&suite{T: t, store: s.store}).spots(c.sel, want)
		})
	}
	if _, err := s.store.Browse(s.Context(), ascribe.Selection{After: "1.x"}); ascribe.KindOf(err) != ascribe.Invalid {
		s.Errorf("a page after nothing: %v", err)
	}
}

// pages turns the pages of a selection and compares them with what they should hold.
func (s *suite) pages(sel ascribe.Selection, want []ascribe.Brief) {
	s.Helper()
	if sel.Order == ascribe.NeedFirst {
		want = slices.DeleteFunc(slices.Clone(want), func(b ascribe.Brief) bool { return b.Need == 0 })
	}
	undated, unplaced := 0, 0
	for i := range want {
		if !want[i].When.Resolved() {
			undated++
		}
		if want[i].Where == nil {
			unplaced++
		}
	}
	slices.SortFunc(want, func(a, b ascribe.Brief) int { return ordered(sel.Order, &a, &b) })
	var got []ascribe.Brief
	for sel.Limit = 1; ; sel.Limit += 2 {
		page, err := s.store.Browse(s.Context(), sel)
		s.must(err)
		if page.Total != len(want) || page.Undated != undated || page.Unplaced != unplaced || page.Lines != 1 {
			s.Fatalf("%s: it counts %d, %d, %d at line %d, want %d, %d, %d", sel.Order, page.Total, page.Undated, page.Unplaced, page.Lines, len(want), undated, unplaced)
		}
		got = append(got, page.Briefs...)
		if page.Next == "" {
			break
		}
		sel.After = page.Next
	}
	if len(got) != len(want) || len(got) > 0 && !reflect.DeepEqual(titles(got), titles(want)) {
		s.Errorf("%s: got %v, want %v", sel.Order, titles(got), titles(want))
	}
}

func titles(briefs []ascribe.Brief) (out []string) {
	for i := range briefs {
		out = append(out, briefs[i].Title)
	}
	return out
}

// ordered compares two incidents as a list has them.
func ordered(o ascribe.Order, a, b *ascribe.Brief) int {
	days := func(when *ascribe.Date, undated int64) [2]int64 {
		if when.Resolved() {
			return [2]int64{when.From.Unix(), when.To.Unix()}
		}
		return [2]int64{undated, undated}
	}
	var x, y [2]int64
	switch o {
	case ascribe.NewsFirst:
		x[0], y[0] = -a.Last.Unix(), -b.Last.Unix()
	case ascribe.ChangesFirst:
		x[0], y[0] = -a.Changed.Unix(), -b.Changed.Unix()
	case ascribe.NeedFirst:
		x[0], y[0] = -int64(1000*a.Need), -int64(1000*b.Need)
	case ascribe.EarliestFirst:
		x, y = days(a.When, 1<<40), days(b.When, 1<<40)
	default:
		x, y = days(b.When, -1<<40), days(a.When, -1<<40)
	}
	if c := slices.Compare(x[:], y[:]); c != 0 {
		return c
	}
	if o == ascribe.EarliestFirst {
		a, b = b, a
	}
	return -slices.Compare([]byte(a.Incident), []byte(b.Incident))
}

func (s *suite) tallies() {
	s.shelve(20)
	claimed := ascribe.Claimed
	for _, c := range []struct {
		sel  ascribe.Selection
		by   ascribe.Facet
		max  int
		want []ascribe.Tallied
	}{
		{ascribe.Selection{}, ascribe.ByType, 9, []ascribe.Tallied{{Value: "bombing", Name: "bombing", Incidents: 10}, {Value: "shooting", Name: "shooting", Incidents: 10}}},
		{ascribe.Selection{}, ascribe.ByCountry, 9, []ascribe.Tallied{{Value: "SAR", Name: "SAR", Incidents: 10}, {Value: "NOR", Name: "NOR", Incidents: 5}}},
		{ascribe.Selection{Country: "SAR"}, ascribe.ByActor, 2, []ascribe.Tallied{{Value: "a0", Name: "Front 0", Incidents: 2}, {Value: "a1", Name: "Front 1", Incidents: 2}}},
		{ascribe.Selection{Position: &claimed}, ascribe.BySource, 1, []ascribe.Tallied{{Value: "radio", Name: "radio", Incidents: 20}}},
		{ascribe.Selection{}, ascribe.ByPosition, 9, []ascribe.Tallied{{Value: "claimed", Name: "claimed", Incidents: 20}, {Value: "accused_by_authorities", Name: "accused_by_authorities", Incidents: 10}}},
		{ascribe.Selection{Words: "blast 3"}, ascribe.ByOutlet, 9, []ascribe.Tallied{{Value: "outlet-1.example", Name: "outlet-1.example", Incidents: 1}, {Value: "outlet-3.example", Name: "outlet-3.example", Incidents: 1}}},
	} {
		got, err := s.store.Tally(s.Context(), c.sel, c.by, c.max)
		if s.must(err); !slices.Equal(got, c.want) {
			s.Errorf("by %s: got %v, want %v", c.by, got, c.want)
		}
	}
}
