package toll

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/measure"
)

func mention(at int) ascribe.MentionID {
	return ascribe.MentionID{Kind: ascribe.IncidentMention, At: at}
}

func tollOf(at int, harm ascribe.Harm, f ascribe.Figure) ascribe.Toll {
	return ascribe.Toll{Incident: mention(at), Harm: harm, Figure: f}
}

// A reading of five incidents: a war before, an arrest, a clash that nobody is
// counted of, a bombing with a part told first, a second bombing.
func worked() *ascribe.Reading {
	part := tollOf(40, ascribe.Killed, ascribe.Exactly(2))
	part.Part = true
	day := time.Date(2031, 5, 9, 0, 0, 0, 0, time.UTC)
	return &ascribe.Reading{
		Mentions: []ascribe.Mention{
			{ID: mention(91), Text: "Syrian rebels"},
			{ID: mention(92), Text: "the army of Maran", Actor: &ascribe.ActorRef{ID: "isis"}},
			{ID: mention(93), Text: "a crowd"},
		},
		Incidents: []ascribe.Occurrence{
			{Incident: mention(10), Type: ascribe.Attack},
			{Incident: mention(20), Type: ascribe.Arrest, Recent: true},
			{Incident: mention(30), Type: ascribe.Clash, Recent: true, Where: &ascribe.Place{Name: "Talvik", Admin1: "Sarvia"}},
			{Incident: mention(40), Type: ascribe.Bombing, Recent: true, Where: &ascribe.Place{Name: "Talvik"}, When: &ascribe.Date{From: day, To: day}},
			{Incident: mention(50), Type: ascribe.Bombing, Recent: true, Where: &ascribe.Place{Name: "Talvik", Admin1: "Dar'a"}},
		},
		Tolls: []ascribe.Toll{
			tollOf(10, ascribe.Killed, ascribe.Exactly(900)), // background: never the answer
			part,
			tollOf(40, ascribe.Killed, ascribe.Figure{Low: 7, Best: ascribe.Unknown, High: 9}),
			tollOf(40, ascribe.Killed, ascribe.Exactly(11)),
			tollOf(50, ascribe.Injured, ascribe.Exactly(6)),
			tollOf(50, ascribe.Missing, ascribe.Figure{Low: -1, Best: -1, High: -1, Open: true}),
		},
		Attributions: []ascribe.Attribution{
			{Incident: mention(40), Actor: mention(93), Stance: ascribe.Stance{Connected: true}},                                       // of no class
			{Incident: mention(40), Actor: mention(91), Stance: ascribe.Stance{Connected: true, Hedged: true}},                         // suspected
			{Incident: mention(40), Actor: mention(92), Stance: ascribe.Stance{Connected: true, Speaker: ascribe.Authority}},           // firmer
			{Incident: mention(50), Actor: mention(91), Stance: ascribe.Stance{Connected: true}},                                       // another incident
			{Incident: mention(40), Actor: mention(91), Stance: ascribe.Stance{Connected: true, Negated: true, Speaker: ascribe.Self}}, // denied
		},
	}
}

func TestAnswers(t *testing.T) {
	r := worked()
	if got := Lead(r); got.Incident != mention(40) {
		t.Fatalf("the main incident is %v, want the first counted one", got.Incident)
	}
	for name, c := range map[string]struct{ got, want string }{
		"killed":                     {Number(r, ascribe.Killed), "7"},      // the low end: no best is given
		"injured":                    {Number(r, ascribe.Injured), "6"},     // of another that is news
		"missing":                    {Number(r, ascribe.Missing), Unknown}, // "several"
		"kidnapped":                  {Number(r, ascribe.Kidnapped), "0"},
		"day":                        {day(Lead(r)), "2031-05-09"},
		"place":                      {Governorate(r), "daraa"}, // the clash and the first bombing are where the key has no name for
		"actor":                      {Actor(corpus.Reading{Reading: r}), "the organization of the islamic state in iraq and the levant - isis"},
		"killed of an empty reading": {Number(&ascribe.Reading{}, ascribe.Killed), "0"},
	} {
		if c.got != c.want {
			t.Errorf("%s: answered %s, want %s", name, c.got, c.want)
		}
	}
}

// A key that counts those who attacked with the rest has both counts, a part of
// another never.
func TestWithAttackers(t *testing.T) {
	r := worked()
	gunman := tollOf(40, ascribe.Killed, ascribe.Exactly(1))
	gunman.Attackers = true
	r.Tolls = append(r.Tolls, gunman, gunman)
	if got := WithAttackers(r, ascribe.Killed); got != "8" {
		t.Errorf("killed with attackers: %s, want 7 and 1", got)
	}
	if got := Number(r, ascribe.Killed); got != "7" {
		t.Errorf("killed: %s, want 7", got)
	}
	for i := range r.Tolls {
		r.Tolls[i].Part = r.Tolls[i].Attackers
	}
	if got := WithAttackers(r, ascribe.Killed); got == "8" {
		t.Errorf("killed with attackers: %s though they are part of the rest", got)
	}
}

func TestClasses(t *testing.T) {
	for text, want := range map[string]string{
		"Islamic State group":         "the organization of the islamic state in iraq and the levant - isis",
		"U.S.-led forces":             "international coalition forces",
		"the American-led coalition":  "international coalition forces",
		"Russia's warplanes":          "syrian government or russian troops",
		"Syrian rebels":               "armed opposition groups",
		"Jabhat al-Nusra":             "al-nusra front",
		"anti-regime rebels":          "armed opposition groups",
		"the Nusra Front":             "al-nusra front",
		"Kurdish fighters":            "self administration forces",
		"a man in a car of the state": Unknown,
	} {
		if got := classOfWords(text); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}

// Four articles, worked by hand: of the numbers two are right and one is unknown,
// which is 50 of 100, and 66.67 of those answered.
func TestRows(t *testing.T) {
	s := set{name: "Talvik", input: "articles"}
	for _, a := range []struct{ title, key string }{{"1", "1"}, {"2", "2"}, {Unknown, "3"}, {"9", "4"}} {
		a := article{Text: corpus.Text{ID: "x", Title: a.title}, key: map[string]string{"killed": a.key}}
		a.reading.Reading = &ascribe.Reading{Engine: a.Title}
		s.articles = append(s.articles, a)
	}
	s.questions = []question{{"killed", func(r corpus.Reading) string { return r.Engine }}}
	rows := s.rows()
	if len(rows) != 2 || rows[0].Value != 50 || measure.Figure(rows[1].Value) != "66.67" {
		t.Errorf("got %v, want 50 and 66.67", rows)
	}
	var out bytes.Buffer
	if err := s.misses(&out, "killed"); err != nil {
		t.Fatal(err)
	}
	if want := "x\tanswered unknown\tright 3\tunknown\nx\tanswered 9\tright 4\t9\n"; out.String() != want {
		t.Errorf("misses are %q, want %q", out.String(), want)
	}
	if err := s.misses(&out, "wounded"); err == nil || !strings.Contains(err.Error(), "wounded") {
		t.Errorf("a row that is not there: %v", err)
	}
}
