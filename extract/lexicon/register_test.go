package lexicon_test

import (
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
	ids := map[ascribe.ActorID]bool{}
	for _, e := range r.Entries() {
		ids[e.Actor.ID] = true
	}
	for _, e := range r.Entries() {
		if e.Parent != "" && !ids[e.Parent] {
			t.Errorf("%s: its parent %q is no actor of the table", e.Actor.ID, e.Parent)
		}
		if c := e.Actor.Country; c != "" && (len(c) != 3 || strings.ToUpper(c) != c) {
			t.Errorf("%s: country %q is no alpha-3 code", e.Actor.ID, c)
		}
		if e.Source == "" {
			t.Errorf("%s: no source", e.Actor.ID)
		}
		if e.Actor.Kind == ascribe.UnknownActor {
			t.Errorf("%s: unknown kind", e.Actor.ID)
		}
		seen := map[string]bool{}
		for _, n := range e.Actor.Names {
			if seen[n.Text] && !n.Acronym {
				t.Errorf("%s: the name %q stands twice", e.Actor.ID, n.Text)
			}
			seen[n.Text] = true
		}
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

func TestReadActorsNamesTheFault(t *testing.T) {
	const header = "id,kind,country,name,aliases,acronyms,parent,source\n"
	for text, want := range map[string]string{
		"":                             "first line",
		header + "x,wizards,,X,,,,s\n": `entry 1 ("x")`,
		header + "x,media,,,,,,s\n":    "needs an id and a name",
		header + "x,media,,X,,\n":      "wrong number of fields",
		header + "x,media,,X,,,,s\nx,media,,Y,,,,s\n": `"x" stands twice`,
	} {
		_, err := lexicon.ReadActors(strings.NewReader(text))
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
