package reconcile

import (
	"math"
	"strings"
	"testing"

	"ascribe"
)

func TestNameKey(t *testing.T) {
	for in, want := range map[string]string{
		"The Maran Liberation Front":    "maran liberation front",
		"Frente Marán de Liberación":    "frente maran de liberacion",
		"“Order of Seven”":              "order of seven",
		"the Ministry's":                "ministry",
		"M.L.F.":                        "m l f",
		"The":                           "the",
		"":                              "",
		"the interior ministry":         "interior ministry",
		"Al-Maren Brigade":              "maren brigade",
		"Interior Ministry of Sarvia’s": "interior ministry of sarvia",
	} {
		if got := nameKey(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestNamed(t *testing.T) {
	for in, want := range map[string]bool{
		"two peasants": false, "Two peasants": false, "the gunmen": false, "Gunmen": false, "Ana Velt": true,
		"Velt": true, "herring seller Ana Velt": true, "She": false, "": false, "the Order": true, "Police": false,
	} {
		if got := named(in); got != want {
			t.Errorf("%q: %t", in, got)
		}
	}
}

func TestSpeaksFor(t *testing.T) {
	for in, want := range map[string]string{
		"Interior Ministry spokesman Ivo Karst":   "Interior Ministry",
		"spokesman for the Interior Ministry":     "Interior Ministry",
		"army spokeswoman":                        "army",
		"Order of Seven's spokesman":              "Order of Seven",
		"interior ministry":                       "interior ministry",
		"officials who asked not to be named":     "officials who asked not to be named",
		"spokesman":                               "spokesman",
		"spokeswoman of the Port Maren governor":  "Port Maren governor",
		"Ivo Karst, a spokesman for the province": "province",
	} {
		if got := speaksFor(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestWholes(t *testing.T) {
	toll := func(st byte, of string, n ascribe.Count) ascribe.Toll {
		return ascribe.Toll{Statement: ascribe.StatementID{st}, Of: of, Figure: ascribe.Exactly(n)}
	}
	for name, tt := range map[string]struct {
		in   []ascribe.Toll
		want []ascribe.Count
	}{
		"a general count holds the kinds":       {[]ascribe.Toll{toll(1, "people", 12), toll(1, "soldiers", 3)}, []ascribe.Count{12}},
		"kinds of one sentence add up":          {[]ascribe.Toll{toll(1, "soldiers", 3), toll(1, "rebels", 2)}, []ascribe.Count{5}},
		"kinds of two sentences do not":         {[]ascribe.Toll{toll(1, "soldiers", 3), toll(2, "rebels", 2)}, []ascribe.Count{3, 2}},
		"one kind counted twice does not":       {[]ascribe.Toll{toll(1, "soldiers", 3), toll(1, "the soldiers", 4)}, []ascribe.Count{3}},
		"a count of no kind is a general count": {[]ascribe.Toll{toll(1, "", 7), toll(2, "children", 2)}, []ascribe.Count{7}},
		"an unknown count makes the sum one":    {[]ascribe.Toll{toll(1, "soldiers", 3), toll(1, "rebels", ascribe.Unknown)}, []ascribe.Count{ascribe.Unknown}},
	} {
		got := wholes(tt.in)
		if len(got) != len(tt.want) {
			t.Errorf("%s: %+v", name, got)
			continue
		}
		for i := range got {
			if got[i].Figure.Best != tt.want[i] {
				t.Errorf("%s: %+v", name, got)
			}
		}
	}
}

func TestContestedInWords(t *testing.T) {
	cell := func(actor, source string, role ascribe.Role, p ascribe.Position, origins int) ascribe.Cell {
		return ascribe.Cell{Actor: ascribe.ActorRef{Name: actor}, Source: source, Role: role, Position: p,
			Support: ascribe.Sourced[ascribe.Attribution]{Origins: origins}}
	}
	until := func(c ascribe.Cell) ascribe.Cell { c.Until = moment("9 12:00"); return c }
	for name, tt := range map[string]struct {
		cells []ascribe.Cell
		want  []string
	}{
		"rival claims": {
			[]ascribe.Cell{cell("Order of Seven", "Order of Seven", ascribe.Self, ascribe.Claimed, 2), cell("Black Heron Brigade", "Black Heron Brigade", ascribe.Self, ascribe.Claimed, 1)},
			[]string{"Two groups claim it: Order of Seven (2 origins), Black Heron Brigade (1 origin)"},
		},
		"a denial of an accusation": {
			[]ascribe.Cell{cell("Dravonia", "interior ministry", ascribe.Authority, ascribe.AccusedByAuthorities, 1), cell("Dravonia", "Dravonia", ascribe.Self, ascribe.Denied, 1)},
			[]string{"Dravonia denies what the interior ministry holds against it"},
		},
		"a claim against an accusation": {
			[]ascribe.Cell{cell("Order of Seven", "Order of Seven", ascribe.Self, ascribe.Claimed, 1), cell("Dravonia", "police", ascribe.Authority, ascribe.AccusedByAuthorities, 1)},
			[]string{"Order of Seven claims it, the police blames Dravonia"},
		},
		"a claim taken back is none": {
			[]ascribe.Cell{cell("Order of Seven", "Order of Seven", ascribe.Self, ascribe.Claimed, 2), until(cell("Black Heron Brigade", "Black Heron Brigade", ascribe.Self, ascribe.Claimed, 1))}, nil,
		},
		"one claim":        {[]ascribe.Cell{cell("Order of Seven", "Order of Seven", ascribe.Self, ascribe.Claimed, 3)}, nil},
		"one seen by many": {[]ascribe.Cell{cell("X", "police", ascribe.Authority, ascribe.AccusedByAuthorities, 1), cell("X", "army", ascribe.Authority, ascribe.Suspected, 1)}, nil},
	} {
		f := &folding{record: &ascribe.Record{Matrix: tt.cells}}
		if got := f.contested(); strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

func TestAMajorityOfOriginsDecides(t *testing.T) {
	var d tally[ascribe.Date]
	add := func(v *ascribe.Date, origins ...byte) {
		for _, o := range origins {
			d.add(dateKey(*v), *v, voice{origin: ascribe.OriginID{o}}, ascribe.DocumentID{o}, ascribe.StatementID{o})
		}
	}
	week := &ascribe.Date{From: marchDay(3).From, To: marchDay(9).To, Precision: ascribe.Week}
	add(week, 1, 2, 3)
	add(marchDay(4), 4)
	add(marchDay(12), 5, 6)
	values := d.sourced(finerDate)
	if i := best(&d, values, dateKey, dateHolds); values[i].Value.To != marchDay(4).To {
		t.Errorf("%+v is held; a day within the week that three give has four behind it", values[i].Value)
	}
	if values[0].Origins != 3 || values[1].Origins != 2 || values[2].Origins != 1 {
		t.Errorf("values are not in order of support: %+v", values)
	}
	add(marchDay(4), 4, 4, 4)
	if again := d.sourced(finerDate); again[2].Origins != 1 || len(again[2].Statements) != 1 {
		t.Errorf("one origin said again counts again: %+v", again[2])
	}
}

func TestKilometres(t *testing.T) {
	if got := kilometres(ascribe.Point{Lat: 0, Lon: 0}, ascribe.Point{Lat: 0, Lon: 90}); math.Abs(got-10007.5) > 1 {
		t.Errorf("a quarter of the equator is %.1f km", got)
	}
	if got := kilometres(ascribe.Point{Lat: 10, Lon: 179.9}, ascribe.Point{Lat: 10, Lon: -179.9}); got > 25 {
		t.Errorf("across the date line it is %.1f km", got)
	}
}

func TestReportsOfOneIncidentShareAKey(t *testing.T) {
	base := secondDay
	for name, change := range map[string]func(o *ascribe.Occurrence){
		"the same":                   func(*ascribe.Occurrence) {},
		"a day's slip":               func(o *ascribe.Occurrence) { o.When = marchDay(4) },
		"the country alone":          func(o *ascribe.Occurrence) { o.Where = &sarvia },
		"across a degree":            func(o *ascribe.Occurrence) { p := maren; p.Point = &ascribe.Point{Lat: 9.9, Lon: 19.9}; o.Where = &p },
		"undated":                    func(o *ascribe.Occurrence) { o.When = nil },
		"undated background":         func(o *ascribe.Occurrence) { o.When, o.Recent = nil, false },
		"a name without coordinates": func(o *ascribe.Occurrence) { o.Where = &ascribe.Place{Text: "Port Maren"} },
	} {
		x, y := marketBombing(), base()
		change(y.last())
		files := map[string]bool{}
		for _, k := range x.profile().Keys() {
			files[k] = true
		}
		share := 0
		for _, k := range y.profile().Keys() {
			if files[k] {
				share++
			}
		}
		if share == 0 {
			t.Errorf("%s: no key is shared", name)
		}
	}
}

func TestSketchEstimatesResemblance(t *testing.T) {
	all := strings.Fields(strings.Repeat("one ", 1))
	for i := range 400 {
		all = append(all, colours[i*i%len(colours)]+colours[i%7])
	}
	a := shingles(strings.Join(all, " "))
	b := shingles(strings.Join(all[:300], " "))
	n := meet(a, b)
	exact := float64(n) / float64(len(a)+len(b)-n)
	sa, sb := sketch(a), sketch(b)
	if got := sa.resemblance(&sb); math.Abs(got-exact) > 0.15 {
		t.Errorf("estimate %.2f of %.2f", got, exact)
	}
	if meet(a, a) != len(a) || sa.resemblance(&sa) != 1 {
		t.Error("a text does not resemble itself")
	}
	if shingles("four words are few") != nil {
		t.Error("a shingle out of four words")
	}
}

func TestLinksAreTheSameFromBothSides(t *testing.T) {
	x, y := marketBombing().profile(), secondDay().profile()
	there, back := incidentLinks(x, y), incidentLinks(y, x)
	if len(there) != 1 || len(back) != 1 {
		t.Fatalf("%d and %d links", len(there), len(back))
	}
	a, b := there[0], back[0]
	if a.Key() != b.Key() || a.Score != b.Score || len(a.Because) != len(b.Because) {
		t.Fatalf("%+v\n%+v", a, b)
	}
	sum := prior
	for i, r := range a.Because {
		if r != b.Because[i] {
			t.Errorf("reason %v from one side, %v from the other", r, b.Because[i])
		}
		sum += r.Weight
	}
	if math.Abs(float64(a.Score)-logistic(sum)) > 1e-9 {
		t.Errorf("score %v is not what its reasons add up to (%v)", a.Score, logistic(sum))
	}
}

func BenchmarkProfile(b *testing.B) {
	s := longStory()
	for b.Loop() {
		NewProfile(s.doc, s.seen, s.reading)
	}
}

func BenchmarkPair(b *testing.B) {
	x, y := longStory().profile(), longStory().profile()
	y.Document[0]++
	for b.Loop() {
		incidentLinks(x, y)
	}
}

// longStory is of the length of a news report.
func longStory() *story {
	s := marketBombing()
	for i := range 500 {
		s.doc.Text += " " + colours[i*i%len(colours)] + colours[(i+i/9)%len(colours)]
	}
	return s
}

func TestTheNumberIsNoPartOfATarget(t *testing.T) {
	for text, want := range map[string]string{
		"12 people": "", "At least nine people": "", "a number of people": "", "Thirty-four people": "", "1,200 persons": "",
		"13 PEOPLE": "", "two police officers": "police officers", "the 14 guards": "guards", "dozens of shops": "shops",
		"ferry terminal": "ferry terminal", "civilians": "civilians", "Another bus": "bus", "12": "12", "three": "three",
		"two-storey house": "two-storey house", "the one-legged guard": "one-legged guard",
	} {
		if got := uncounted(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Another day may be a slip and another toll may have risen; both at once speak for
// two attacks.
func TestAnotherDayWithAnotherToll(t *testing.T) {
	weight := func(day, killed int) (w float64) {
		a, b := marketBombing(), marketBombing()
		b.seen[0].Outlet = "courier.example"
		b.doc.ID = ascribe.HashText(b.doc.Text + " ")
		b.last().When = marchDay(day)
		b.reading.Tolls[0].Figure = ascribe.Exactly(ascribe.Count(killed))
		x, y := a.profile(), b.profile()
		c := comparison{a: x, b: y, x: &x.tellings[0], y: &y.tellings[0], explain: true}
		c.otherDayOtherToll()
		for _, r := range c.because {
			w += r.Weight
		}
		return w
	}
	for _, c := range []struct {
		day, killed int
		against     bool
	}{{3, 12, false}, {3, 40, false}, {4, 12, false}, {4, 40, true}} {
		if got := weight(c.day, c.killed); (got < 0) != c.against {
			t.Errorf("on day %d with %d killed: %.2f", c.day, c.killed, got)
		}
	}
}
