package reconcile

import (
	"maps"
	"testing"

	"pgregory.net/rapid"

	"ascribe"
)

// said is a figure of one origin at a moment.
func said(f ascribe.Figure, when string, origin byte, role ascribe.Role) point {
	return point{figure: f, at: moment(when), from: voice{origin: ascribe.OriginID{origin}}, role: role}
}

var (
	none    = ascribe.Unknown
	atLeast = func(n ascribe.Count) ascribe.Figure { return ascribe.Figure{Low: n, Best: n, High: none, Open: true} }
	upTo    = func(n ascribe.Count) ascribe.Figure { return ascribe.Figure{Low: none, Best: none, High: n} }
	dozens  = ascribe.Figure{Low: 12, Best: none, High: none, Open: true}
	some    = ascribe.Figure{Low: none, Best: none, High: none, Open: true}
	between = func(a, b ascribe.Count) ascribe.Figure { return ascribe.Figure{Low: a, Best: none, High: b} }
)

// Worked examples, one for each clause of a codebook.
func TestPoliciesOnWorkedExamples(t *testing.T) {
	exactly := ascribe.Exactly
	early := func(p point) point { p.early = true; return p }
	for name, tt := range map[string]struct {
		in   []point
		want map[ascribe.Policy]ascribe.Figure
	}{
		"a toll that rises, and the attackers' boast": {
			[]point{
				said(exactly(9), "3 12:00", 1, ascribe.Authority), said(exactly(14), "4 09:00", 2, ascribe.Narrator), said(exactly(12), "5 08:00", 3, ascribe.Narrator),
				said(exactly(13), "5 10:00", 4, ascribe.Narrator), said(exactly(13), "5 12:00", 5, ascribe.Authority), said(exactly(40), "6 12:00", 6, ascribe.Self),
			},
			map[ascribe.Policy]ascribe.Figure{
				RangeOfReported: {Low: 9, Best: 13, High: 40}, GTD: exactly(13), ACLED: exactly(9), UCDP: {Low: 9, Best: 13, High: 14},
				"range-of-reported/1": {Low: 9, Best: 13, High: 40}, "gtd/1": exactly(13), "acled/1": exactly(9), "ucdp/1": {Low: 9, Best: 13, High: 14},
			},
		},
		"GTD: two of five are most and no majority, so the lowest": {
			[]point{
				said(exactly(8), "5 08:00", 1, 0), said(exactly(8), "5 09:00", 2, 0), said(exactly(6), "5 10:00", 3, 0), said(exactly(9), "5 11:00", 4, 0), said(exactly(10), "5 12:00", 5, 0),
			},
			map[ascribe.Policy]ascribe.Figure{GTD: exactly(6), "gtd/1": exactly(8), RangeOfReported: {Low: 6, Best: 8, High: 10}},
		},
		"GTD: two figures of one day, the lowest": {
			[]point{said(exactly(5), "3 12:00", 1, 0), said(exactly(4), "3 13:00", 2, 0)},
			map[ascribe.Policy]ascribe.Figure{GTD: exactly(4), "gtd/1": exactly(4)},
		},
		"GTD: the perpetrator's figure where there is no other": {
			[]point{said(exactly(7), "3 12:00", 1, ascribe.Self)}, map[ascribe.Policy]ascribe.Figure{GTD: exactly(7), UCDP: exactly(7)},
		},
		"GTD leaves a vague word blank; ACLED takes dozens for twelve": {
			[]point{said(dozens, "3 12:00", 1, 0)},
			map[ascribe.Policy]ascribe.Figure{
				GTD: unknown, ACLED: exactly(12), RangeOfReported: {Low: 12, Best: none, High: 12, Open: true}, "gtd/1": exactly(12),
			},
		},
		"a vague word does not outdate a number": {
			[]point{said(exactly(14), "3 12:00", 1, 0), said(dozens, "5 12:00", 2, 0)},
			map[ascribe.Policy]ascribe.Figure{GTD: exactly(14), ACLED: exactly(12), RangeOfReported: {Low: 12, Best: 14, High: 14}, "gtd/1": exactly(12)},
		},
		"at least twenty": {
			[]point{said(atLeast(20), "3 12:00", 1, 0)},
			map[ascribe.Policy]ascribe.Figure{
				RangeOfReported: {Low: 20, Best: 20, High: 20, Open: true}, GTD: exactly(20), ACLED: exactly(20), UCDP: {Low: 20, Best: 20, High: 20, Open: true},
			},
		},
		"up to twenty is no floor and no number": {
			[]point{said(upTo(20), "3 12:00", 1, 0)},
			map[ascribe.Policy]ascribe.Figure{
				RangeOfReported: {Low: none, Best: none, High: 20}, GTD: unknown, ACLED: unknown, "acled/1": exactly(20), "range-of-reported/1": exactly(20), "gtd/1": exactly(20),
			},
		},
		"up to twenty beside a number": {
			[]point{said(exactly(30), "3 12:00", 1, 0), said(upTo(20), "4 12:00", 2, 0)},
			map[ascribe.Policy]ascribe.Figure{RangeOfReported: exactly(30), GTD: exactly(30), ACLED: exactly(30), "acled/1": exactly(20), "gtd/1": exactly(20)},
		},
		"between five and seven": {
			[]point{said(between(5, 7), "3 12:00", 1, 0)},
			map[ascribe.Policy]ascribe.Figure{RangeOfReported: {Low: 5, Best: none, High: 7}, GTD: exactly(5), ACLED: exactly(5)},
		},
		"words that name no number": {
			[]point{said(some, "3 12:00", 1, 0)},
			map[ascribe.Policy]ascribe.Figure{RangeOfReported: {Low: none, Best: none, High: none, Open: true}, GTD: unknown, ACLED: unknown},
		},
		"UCDP: an early figure and an unnamed source give way": {
			[]point{early(said(exactly(3), "3 12:00", 1, ascribe.Authority)), said(exactly(11), "5 12:00", 2, ascribe.Authority), said(exactly(60), "6 12:00", 3, ascribe.Unnamed)},
			map[ascribe.Policy]ascribe.Figure{UCDP: exactly(11), RangeOfReported: {Low: 3, Best: 60, High: 60}, ACLED: exactly(3), GTD: exactly(60)},
		},
		"nothing": {nil, map[ascribe.Policy]ascribe.Figure{RangeOfReported: unknown, GTD: unknown, ACLED: unknown, UCDP: unknown, "gtd/1": unknown, "ucdp/1": unknown, "acled/1": unknown, "range-of-reported/1": unknown}},
	} {
		for p, want := range tt.want {
			r, err := FindRule(p)
			if err != nil {
				t.Fatal(err)
			}
			if got := r.choose(tt.in); got != want {
				t.Errorf("%s, by %s: %+v, want %+v", name, p, got, want)
			}
		}
	}
}

func TestRulesAreFoundByNameAndVersion(t *testing.T) {
	seen := map[ascribe.Policy]bool{}
	for _, r := range Rules() {
		if seen[r.Policy] || r.Policy.Version() == 0 || r.Says == "" {
			t.Errorf("rule %+v", r)
		}
		seen[r.Policy] = true
		if got, err := FindRule(r.Policy); err != nil || got.Policy != r.Policy {
			t.Errorf("%s leads to %s, %v", r.Policy, got.Policy, err)
		}
		if got, err := FindRule(ascribe.Policy(r.Policy.Name())); err != nil || got.Policy.Version() < r.Policy.Version() {
			t.Errorf("%s leads to %s, %v", r.Policy.Name(), got.Policy, err)
		}
	}
	if _, err := FindRule("acled/9"); ascribe.HintOf(err) == "" {
		t.Errorf("an unknown version: %v", err)
	}
}

func TestARecordUnderAnotherPolicy(t *testing.T) {
	r := only(t, newBook(marketBombing(), secondDay()).fold(t, ascribe.Pins{}))
	if toll := r.Tolls[0]; toll.Policy != RangeOfReported || len(toll.Others) != len(Rules())-1 {
		t.Fatalf("toll by %s, others %v", toll.Policy, toll.Others)
	}
	for p, want := range map[ascribe.Policy]ascribe.Policy{"acled": ACLED, "acled/1": "acled/1", RangeOfReported: RangeOfReported} {
		got, err := r.Under(p)
		if err != nil {
			t.Fatal(err)
		}
		_, figure, _ := r.Tolls[0].By(p)
		if x := got.Tolls[0]; x.Policy != want || x.Figure != figure || len(x.Others) != len(Rules())-1 {
			t.Errorf("%s: %+v", p, x)
		}
		back, err := got.Under(RangeOfReported)
		if err != nil || !maps.Equal(back.Tolls[0].Others, r.Tolls[0].Others) || back.Tolls[0].Figure != r.Tolls[0].Figure {
			t.Errorf("%s and back: %+v, %v", p, back.Tolls[0], err)
		}
	}
	if _, err := r.Under("guess"); ascribe.KindOf(err) != ascribe.NotFound {
		t.Errorf("an unknown policy: %v", err)
	}
}

// tollsOf are the figures of a state, by incident and policy, without their course.
func tollsOf(s *State) map[string]ascribe.Figure {
	out := map[string]ascribe.Figure{}
	for _, r := range s.Incidents() {
		for _, t := range r.Tolls {
			for _, p := range t.Policies() {
				_, f, _ := t.By(p)
				out[string(r.Incident)+t.Harm.String()+string(p)] = f
			}
		}
	}
	return out
}

// A part of a toll, and a count of attackers, change no figure by any policy.
func TestAPartNeverRaisesATotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stories := newsdays(t)
		before := tollsOf(newBook(stories...).fold(t, ascribe.Pins{}))
		for range rapid.IntRange(1, 5).Draw(t, "parts") {
			s := rapid.SampledFrom(stories).Draw(t, "story")
			of := rapid.SampledFrom([]string{"children", "people", "soldiers", ""}).Draw(t, "of")
			s.counts(s.last().Statements[0], ascribe.Killed, of, ascribe.Exactly(ascribe.Count(rapid.IntRange(0, 90).Draw(t, "n"))))
			toll := &s.reading.Tolls[len(s.reading.Tolls)-1]
			toll.Part = rapid.Bool().Draw(t, "part")
			toll.Attackers = !toll.Part
		}
		after := newBook(stories...).fold(t, ascribe.Pins{})
		if got := tollsOf(after); !maps.Equal(got, before) {
			t.Fatalf("parts change the figures: %v, were %v", got, before)
		}
	})
}

// Every figure that is shown, by whatever policy, is in order.
func TestFiguresOfARecordAreInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stories := newsdays(t)
		for _, s := range stories {
			f := ascribe.Figure{Open: rapid.Bool().Draw(t, "open")}
			for _, c := range []*ascribe.Count{&f.Low, &f.Best, &f.High} {
				*c = ascribe.Count(rapid.IntRange(-1, 30).Draw(t, "count")) // out of order now and then, as no engine should give it
			}
			s.counts(s.last().Statements[0], ascribe.Injured, "people", f)
		}
		for what, f := range tollsOf(newBook(stories...).fold(t, ascribe.Pins{})) {
			if err := f.Validate(); err != nil {
				t.Fatalf("%s: %v", what, err)
			}
		}
	})
}

func TestAReprintAddsToNoFigure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stories := newsdays(t)
		before := newBook(stories...).fold(t, ascribe.Pins{})
		of := rapid.SampledFrom(stories).Draw(t, "of")
		copied := reprint(of, 0)
		copied.seen[0].Outlet = "mirror.example"
		after := newBook(append(stories, copied)...).fold(t, ascribe.Pins{})
		if got, want := tollsOf(after), tollsOf(before); !maps.Equal(got, want) {
			t.Fatalf("a reprint changes the figures: %v, were %v", got, want)
		}
		for _, r := range after.Incidents() {
			for _, c := range r.Matrix {
				if c.Source == "mirror.example" {
					t.Fatalf("the reprint is a source of its own: %+v", c)
				}
			}
			for _, toll := range r.Tolls {
				for _, p := range toll.Course {
					if !p.Copy && p.Toll.Statement == copied.reading.Tolls[0].Statement {
						t.Fatalf("no copy: %+v", p)
					}
				}
			}
		}
	})
}

func TestEarlyFiguresWithoutADay(t *testing.T) {
	first, later := marketBombing(), secondDay()
	month := &ascribe.Date{From: marchDay(1).From, To: marchDay(31).From, Precision: ascribe.Month}
	for _, s := range []*story{first, later} {
		s.last().When = month
	}
	b := newBook(first, later)
	b.rule(first.last().Incident, later.last().Incident, ascribe.Same)
	var early []bool
	for _, p := range only(t, b.fold(t, ascribe.Pins{})).Tolls[0].Course {
		early = append(early, p.Early)
	}
	if len(early) != 2 || !early[0] || !early[1] {
		t.Errorf("within a day of the first news: %v", early)
	}
	later.seen[0].Published.Time = moment("5 18:00")
	b = newBook(first, later)
	b.rule(first.last().Incident, later.last().Incident, ascribe.Same)
	if p := only(t, b.fold(t, ascribe.Pins{})).Tolls[0].Course; !p[0].Early || p[1].Early {
		t.Errorf("two days after the first news: %+v", p)
	}
}
