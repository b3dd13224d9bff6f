package cases_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"sync"
	"testing"

	"ascribe"
	"ascribe/bench/cases"
	"ascribe/extract"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

var update = flag.Bool("update", false, "freeze what became of each case")

const (
	frozen = "../frozen/cases.csv"
	places = "../../testdata/newsroom/places.csv"
)

// reader is the extractor that ships, with the invented places.
var reader = sync.OnceValues(func() (*extract.Extractor, error) {
	index, err := gazetteer.Embedded()
	if err != nil {
		return nil, err
	}
	b, err := os.ReadFile(places)
	if err != nil {
		return nil, err
	}
	invented, err := gazetteer.Parse(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	engine, err := nlp.NewLinear(lexicon.Seed(), index.With(invented))
	if err != nil {
		return nil, err
	}
	return extract.New(engine), nil
})

// Every STRONG case is read as it says. The log lists the cases of the other
// tiers that begin to pass or to fail (go test ./bench/cases -v), and -update
// freezes the results anew.
func TestCases(t *testing.T) {
	x, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	all, err := cases.Folder(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	results, err := cases.Run(x, all)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if r.Case.Tier == cases.Strong && !r.Passed() {
			t.Error(r.Explain())
		}
	}
	if *update {
		var b bytes.Buffer
		if err := cases.Freeze(&b, results); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(frozen, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	f, err := os.Open(frozen)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	changes, err := cases.Changes(f, results)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range changes {
		t.Log(c)
	}
}

// The worked example: a reading made by hand, and facts that hold and do not.
func TestJudge(t *testing.T) {
	read := cases.Values(handmade())
	for _, tt := range []struct {
		fact  string
		holds bool
	}{
		{"voice: police | said | two men fled | role authority", true},
		{"voice: the police", true},
		{"voice: police | told", false},
		{"voice: police | | two men", false},
		{"voice: police | | two men...", true},
		{"voice: ... | | ...fled | direct", false},
		{"only voice: police", true},
		{"no voice", false},
		{"no voice: witnesses", true},
		{"1 voice", true},
		{"2 voices", false},
		{"incident: bombing or shooting | stage accomplished | place Talvik | recent", true},
		{"incident: bombing | date none | instrument none", true},
		{"incident: bombing | date 2024-03-04", false},
		{"incident: any | background", false},
		{"incident: bombing | perpetrator any", false},
		{"no incident: shooting", true},
		{"toll: killed 12 | low 12 | high none | of soldiers", true},
		{"toll: killed at least 12", true},
		{"toll: killed 10-12", false},
		{"only toll: killed 12", true},
		{"no toll: injured", true},
		{"blame: Maran Liberation Front accused_by_authorities | by police", true},
		{"blame: the MLF accused_by_authorities", true},
		{"blame: Maran Liberation Front claimed", false},
		{"no blame: Maran Liberation Front", false},
		{"no blame: any claimed", true},
		{"relation: MLF opposes any", false},
		{"no relation", true},
		{"same: the MLF = Maran Liberation Front", true},
		{"same: the MLF = police", false},
	} {
		facts, err := cases.Facts(tt.fact)
		if err != nil {
			t.Errorf("%s: %v", tt.fact, err)
			continue
		}
		if got := cases.Judge(cases.Case{Facts: facts}, read).Passed(); got != tt.holds {
			t.Errorf("%s: holds %t, want %t", tt.fact, got, tt.holds)
		}
	}
}

// Facts with "only" allow each other and nothing else.
func TestOnly(t *testing.T) {
	read := cases.Values(handmade())
	for text, want := range map[string]bool{
		"only same: MLF = Maran Liberation Front":                             false, // the place is a chain too
		"only same: MLF = Maran Liberation Front; only same: Talvik = Talvik": true,
	} {
		facts, err := cases.Facts(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := cases.Judge(cases.Case{Facts: facts}, read).Passed(); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

// handmade is a reading of its own making.
func handmade() (*ascribe.Reading, *ascribe.Document) {
	doc := &ascribe.Document{Text: "In Talvik, police said two men fled; the Maran Liberation Front (MLF)"}
	span := func(words string) ascribe.Span {
		at := strings.Index(doc.Text, words)
		return ascribe.Span{Start: at, End: at + len(words)}
	}
	front := ascribe.Mention{ID: ascribe.MentionID{At: span("Maran").Start}, Text: "Maran Liberation Front", Spans: []ascribe.Span{span("Maran Liberation Front"), span("MLF")}}
	town := ascribe.Mention{ID: ascribe.MentionID{Kind: ascribe.PlaceMention, At: 3}, Text: "Talvik", Spans: []ascribe.Span{span("Talvik")}}
	bomb := ascribe.MentionID{Kind: ascribe.IncidentMention, At: 1}
	said := ascribe.Statement{
		Source: ascribe.Source{Role: ascribe.Authority, Text: "police"}, Quotation: ascribe.Indirect,
		Cue: []ascribe.Span{span("said")}, Content: []ascribe.Span{span("two men fled")},
	}
	said.Identify()
	return &ascribe.Reading{
		Mentions:   []ascribe.Mention{front, town},
		Statements: []ascribe.Statement{{}, said},
		Incidents:  []ascribe.Occurrence{{Incident: bomb, Type: ascribe.Bombing, Recent: true, Where: &ascribe.Place{Text: "Talvik"}}},
		Tolls:      []ascribe.Toll{{Incident: bomb, Of: "soldiers", Figure: ascribe.Figure{Low: 12, Best: 12, High: ascribe.Unknown, Open: true}}},
		Attributions: []ascribe.Attribution{{
			Incident: bomb, Actor: front.ID, Stance: ascribe.Stance{Speaker: ascribe.Authority, Connected: true}, Statement: said.ID,
		}},
	}, doc
}

// What nobody can mean is refused, with a way out.
func TestRefused(t *testing.T) {
	const head = "tier,text,published,expected,note\n"
	for _, row := range []string{
		"SURE,A bomb exploded.,,no voice,", "STRONG,,,no voice,", "STRONG,A bomb.,Friday,no voice,", "STRONG,A bomb.,,,", "STRONG,A bomb.,,voice,",
		"STRONG,A bomb.,,rumour: x,", "STRONG,A bomb.,,incident: picnic,", "STRONG,A bomb.,,incident: bombing | colour red,",
		"STRONG,A bomb.,,toll: killed many,", "STRONG,A bomb.,,relation: A likes B,", "STRONG,A bomb.,,same: A,", "STRONG,A bomb.",
		"STRONG,A bomb.,,no voice,\nSTRONG,A bomb.,,no voice,",
	} {
		if _, err := cases.Read(strings.NewReader(head+row+"\n"), "x"); ascribe.HintOf(err) == "" {
			t.Errorf("%q: %v, want an error with a hint", row, err)
		}
	}
}

// A change shows: what passes now and did not, and the other way about.
func TestChanges(t *testing.T) {
	c := cases.Case{File: "x", Tier: cases.Weak, Text: "One.\n\nTwo."}
	pass, fail := cases.Result{Case: c}, cases.Result{Case: c, Broken: []string{"no voice"}}
	for _, tt := range []struct {
		before, now cases.Result
		want        string
	}{{pass, pass, ""}, {fail, fail, ""}, {pass, fail, "now fails"}, {fail, pass, "now passes"}} {
		var b bytes.Buffer
		if err := cases.Freeze(&b, []cases.Result{tt.before}); err != nil {
			t.Fatal(err)
		}
		got, err := cases.Changes(&b, []cases.Result{tt.now})
		if err != nil {
			t.Fatal(err)
		}
		if all := strings.Join(got, "\n"); (tt.want == "") != (all == "") || !strings.HasPrefix(all, tt.want) {
			t.Errorf("%q, want %q", all, tt.want)
		}
	}
}

func TestTable(t *testing.T) {
	got := cases.Table([]cases.Score{{"a", cases.Strong, 4, 4, 2}, {"a", cases.Weak, 4, 1, 0}, {"b", cases.Medium, 2, 1, 1}})
	want := `| file | STRONG | MEDIUM | WEAK | all | in capitals |
|---|---:|---:|---:|---:|---:|
| a | 4 of 4 (100 %) | – | 1 of 4 (25 %) | 5 of 8 (62 %) | 2 of 8 (25 %) |
| b | – | 1 of 2 (50 %) | – | 1 of 2 (50 %) | 1 of 2 (50 %) |
| **all** | 4 of 4 (100 %) | 1 of 2 (50 %) | 1 of 4 (25 %) | 6 of 10 (60 %) | 3 of 10 (30 %) |
`
	if got != want {
		t.Errorf("got\n%s", got)
	}
}
