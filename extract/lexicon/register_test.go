package lexicon_test

import (
	"encoding/csv"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"ascribe"
	"ascribe/extract/lexicon"
)

func TestSeedIsSound(t *testing.T) {
	r := lexicon.Seed()
	if n := len(r.Entries()); n < 350 {
		t.Errorf("the seed register holds %d actors, want 350 and more", n)
	}
	numbers := map[string]int{}
	for _, e := range r.Entries() {
		for _, source := range e.Actor.Sources {
			if n, ok := strings.CutPrefix(source, "ucdp:"); ok {
				if i, err := strconv.Atoi(n); err != nil || i < 1 || i > 9999 {
					t.Errorf("%s: %q is no number of the UCDP actor list", e.Actor.ID, source)
				}
				numbers[n]++
			}
		}
	}
	// One actor of UCDP's is two of ours where it changed its name so that reports tell the two apart.
	twice := map[string]bool{"234": true, "1158": true, "537": true}
	for n, count := range numbers {
		if count > 1 && !twice[n] {
			t.Errorf("ucdp:%s stands for %d actors", n, count)
		}
	}
	if len(numbers) < 250 {
		t.Errorf("%d actors have a number of the UCDP actor list, want 250 and more", len(numbers))
	}
}

func TestRegisterLookup(t *testing.T) {
	r := lexicon.Seed()
	for name, id := range map[string]ascribe.ActorID{
		"ISIS": "isis", "islamic state": "isis", "ISIS-K": "isis-khorasan", "SENDERO LUMINOSO": "sendero-luminoso",
		"Da’esh": "isis", "FMLN": "fmln", "M-19": "m-19",
	} {
		found := r.Lookup(strings.ReplaceAll(name, "’", "'"))
		if len(found) == 0 || found[0].Actor.ID != id {
			t.Errorf("Lookup(%q) = %v, want %s", name, found, id)
		}
	}
	if found := r.Lookup("Ministry of Silly Walks"); found != nil {
		t.Errorf("an unknown name found %v", found)
	}
	if !r.Begins("farabundo marti") || r.Begins("marti") {
		t.Error("Begins does not follow the beginnings of names")
	}
	if len(r.Lookup("ADF")) != 2 {
		t.Error("an acronym that two actors share must find both")
	}
}

// names is a register of an invented country and its namesakes abroad.
func names() *lexicon.Register {
	entry := func(id string, kind ascribe.ActorKind, country string, texts ...string) lexicon.Entry {
		e := lexicon.Entry{Actor: ascribe.Actor{ID: ascribe.ActorID(id), Kind: kind, Countries: []string{country}}}
		for _, text := range texts {
			e.Actor.Names = append(e.Actor.Names, ascribe.Name{Text: text, Acronym: strings.ToUpper(text) == text})
		}
		return e
	}
	return lexicon.NewRegister(
		entry("front", ascribe.RebelGroup, "XSV", "Maran Liberation Front", "Séraphim Column", "MLF"),
		entry("jaysh", ascribe.RebelGroup, "XSV", "Jaysh al-Marrana"),
		entry("qamar", ascribe.RebelGroup, "XBR", "Liwa al-Qamar"),
		entry("qamar-sarvia", ascribe.RebelGroup, "XSV", "Liwaa al-Qammar"),
		entry("velt", ascribe.PublicFigure, "XSV", "Marok Veltorran"))
}

func TestFind(t *testing.T) {
	r := names()
	for wording, want := range map[string]struct {
		id      ascribe.ActorID
		country string
		by      ascribe.MatchBy
	}{
		"Maran-Liberation Front": {"front", "", ascribe.BySpelling},
		"Seraphim column":        {"front", "", ascribe.BySpelling},
		"Máran Liberation Fronţ": {"front", "XBR", ascribe.BySpelling},
		"Jaish el-Marana":        {"jaysh", "XSV", ascribe.ByTransliteration},
		"Джайш аль-Маррана":      {"", "XSV", 0}, // the letters are carried over, but the article is another
		"Liwa' al-Qamar":         {"qamar", "XBR", ascribe.BySpelling},
		"Liwa al Qammar":         {"qamar-sarvia", "XSV", ascribe.ByTransliteration},
		"Jeish al-Marana":        {"jaysh", "XSV", ascribe.ByTransliteration},
		"Jaish al-Marana of XBR": {"", "XSV", 0},
		"Jaish al-Marana":        {"", "XBR", 0}, // sounds the same, from another country
		"Maran Liberaton Front":  {"", "XSV", 0},
		"Мaran Liberation Front": {"", "XSV", 0},
		"Marak Veltoran":         {"", "XSV", 0}, // a person is found by his name alone
		"Order of Seven":         {"", "XSV", 0},
		"":                       {"", "", 0},
	} {
		e, m, ok := r.Find(wording, want.country)
		if ok != (want.id != "") || ok && (e.Actor.ID != want.id || m.By != want.by || m.Score <= 0 || m.Because == "") {
			t.Errorf("Find(%q, %q) = %+v %v, want %q", wording, want.country, m, ok, want.id)
		}
	}
	if m := r.As(r.Lookup("mlf")[0], "MLF"); m.By != ascribe.ByAcronym || m.Name != "MLF" {
		t.Errorf("MLF matches as %+v", m)
	}
	if m := r.As(r.Lookup("seraphim column")[0], "Seraphim Column"); m.By != ascribe.ByAlias {
		t.Errorf("an alias without its accent matches as %+v", m)
	}
}

func TestAlikeIsNeverTheSame(t *testing.T) {
	r := names()
	for wording, want := range map[string]ascribe.ActorID{
		"МLF": "front", "Mаrаn Liberation Front": "front", "Maran Liberaton Front": "front", "Maran Liberation Frort": "front", "Jaish al-Marana": "jaysh",
		"Maran Liberation Fronts": "", "Maran Front": "", "MLK": "", "": "", "Marok Veltorren": "velt",
	} {
		found := r.Alike(wording)
		if want == "" && len(found) > 0 || want != "" && (len(found) != 1 || found[0].Actor != want || found[0].By != ascribe.LooksLike || found[0].Because == "") {
			t.Errorf("Alike(%q) = %+v, want %q", wording, found, want)
		}
		if r.Lookup(wording) != nil && want != "" {
			t.Errorf("%q is taken for the name itself", wording)
		}
	}
	for _, e := range lexicon.Seed().Entries() { // an actor's own names look like nobody else's
		for _, n := range e.Actor.Names {
			if n.Acronym {
				continue
			}
			for _, m := range lexicon.Seed().Alike(n.Text) {
				if m.Actor != e.Actor.ID && strings.Contains(m.Because, "letters look") {
					t.Errorf("%s: %q looks like %s: %s", e.Actor.ID, n.Text, m.Actor, m.Because)
				}
			}
		}
	}
}

func TestReadActors(t *testing.T) {
	rows, err := lexicon.ReadActors(strings.NewReader(lexicon.Header+",entered\n"+
		"maran-front,rebel_group,XSV|XBR,Maran Liberation Front,Front of Maran|Фронт Марана,MLF,offshoot_of old-front 2019|part_of northern-dawn 2020/2024-03,desk,2031-06-09T10:00:00Z\n"+
		"old-front,rebel_group,,Old Front,,,,desk,2031-06-09T10:00:00Z\n"+
		"old-front,,,,,,,a mistake,2031-06-10T10:00:00Z\n"),
		func(id ascribe.ActorID) bool { return id == "northern-dawn" })
	if err != nil {
		t.Fatal(err)
	}
	a := rows[0].Actor
	if !a.In("XBR") || a.Home() != "XSV" || len(a.Names) != 4 || !a.Names[3].Acronym || a.Ties[0].From.EDTF != "2019" || a.Ties[0].To != nil ||
		a.Ties[1].To.EDTF != "2024-03" || a.Sources[0] != "desk" || rows[1].Withdrawn || !rows[2].Withdrawn {
		t.Errorf("read as %+v", rows)
	}
	var table strings.Builder
	out := csv.NewWriter(&table)
	for i := range rows {
		if err := out.Write(lexicon.WriteRow(&rows[i])); err != nil {
			t.Fatal(err)
		}
	}
	out.Flush()
	again, err := lexicon.ReadActors(strings.NewReader(lexicon.Header+",entered\n"+table.String()), func(ascribe.ActorID) bool { return true })
	if err != nil || !reflect.DeepEqual(again, rows) {
		t.Errorf("written and read again:\n%+v\n%+v, %v", rows, again, err)
	}
}

func TestReadActorsNamesTheFault(t *testing.T) {
	const header = lexicon.Header + "\n"
	for text, want := range map[string]string{
		"":                                                       "line 1: these are not the columns",
		"id,kind\n":                                              "line 1: these are not the columns",
		header + "x,wizards,,X,,,,s\n":                           `line 2, column 3 (kind): "wizards"`,
		header + "X y,media,,X,,,,s\n":                           `line 2, column 1 (id): "X y"`,
		header + "x,media,,,,,,s\n":                              "line 2, column 10 (name): x has no name",
		header + "x,media,,X,,,,\n":                              "line 2, column 15 (source): x has no source",
		header + "x,media,,X,,\n":                                "wrong number of fields",
		header + "x,media,Sarvia,X,,,,s":                         `line 2, column 9 (countries): "Sarvia"`,
		header + "x,media,,X,Y|Y,,,s":                            `line 2, column 12 (aliases): the name "Y" stands twice`,
		header + "x,media,,X,Y\u202eZ,,,s":                       "cannot be seen",
		header + "x,media,,X,,,,s\nx,media,,Y,,,,s\n":            `line 3, column 1 (id): the id "x" stands twice`,
		header + "x,media,,X,,,wed y,s":                          `line 2, column 14 (relations): "wed" is not a relation kind`,
		header + "x,media,,X,,,part_of x,s":                      "relation to itself",
		header + "x,media,,X,,,part_of y 2004/2001,s":            "ends before it begins",
		header + "# a comment\n\nx,media,,X,,,part_of nobody,s":  `line 4, column 14 (relations): no actor has the id "nobody"`,
		lexicon.Header + ",entered\nx,media,,X,,,,s,yesterday\n": `line 2, column 17 (entered): "yesterday"`,
	} {
		_, err := lexicon.ReadActors(strings.NewReader(text), nil)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ReadActors(%q) = %v, want an error with %q", text, err, want)
		}
	}
}

func TestTablesAreWhole(t *testing.T) {
	if n := len(lexicon.Words()); n < 8000 {
		t.Errorf("words.tsv holds %d words", n)
	}
	for word, row := range lexicon.Words() {
		if len(row) == 0 || row[0].Count < 1 {
			t.Errorf("words.tsv: %q has no tag", word)
		}
	}
	for word, kind := range map[string]string{"peasants": "person", "rebels": "person", "army": "force", "police": "force", "bomb": "weapon", "ministry": "organization", "bridge": "facility"} {
		if h, ok := lexicon.HeadOf(word); !ok || h.Kind != kind {
			t.Errorf("HeadOf(%q) = %v, want %s", word, h, kind)
		}
	}
	if title, ok := lexicon.TitleOf("gen."); !ok || title.Role != "soldier" {
		t.Errorf("TitleOf(gen.) = %v %v", title, ok)
	}
	if !lexicon.FirstName("carlos") || lexicon.FirstName("peasant") {
		t.Error("first names are wrong")
	}
	if !lexicon.Common("arena") && !lexicon.Common("table") {
		t.Error("no word is common")
	}
}
