package nlp_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ascribe"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// sarvia is a small world: the republic of Sarvia and its neighbour Brenland.
func sarvia() nlp.Engine {
	places := gazetteer.New([]gazetteer.Place{
		{Entry: gazetteer.Entry{ID: "x:1", Name: "Sarvia", Country: "XSV", Kind: gazetteer.Country, Population: 4e6}, Demonyms: []string{"Sarvian"}},
		{Entry: gazetteer.Entry{ID: "x:2", Name: "Brenland", Country: "XBR", Kind: gazetteer.Country, Population: 9e6}, Demonyms: []string{"Brenlander"}},
		{Entry: gazetteer.Entry{ID: "x:3", Name: "Port Maren", Country: "XSV", Population: 900_000, Capital: true, Lat: 1, Lon: 2}},
		{Entry: gazetteer.Entry{ID: "x:4", Name: "Tolvik", Country: "XSV", Population: 120_000, Lat: 1, Lon: 3}},
		{Entry: gazetteer.Entry{ID: "x:5", Name: "Artola", Country: "XBR", Population: 4_000, Lat: 5, Lon: 5}},
		{Entry: gazetteer.Entry{ID: "x:6", Name: "Time", Country: "XBR", Population: 9_000, Lat: 5, Lon: 6}},
	})
	var entries []lexicon.Entry
	add := func(id, country string, kind ascribe.ActorKind, names ...string) {
		e := lexicon.Entry{Actor: ascribe.Actor{ID: ascribe.ActorID(id), Kind: kind, Countries: []string{country}}}
		for _, n := range names {
			e.Actor.Names = append(e.Actor.Names, ascribe.Name{Text: strings.TrimPrefix(n, "="), Acronym: strings.HasPrefix(n, "=")})
		}
		entries = append(entries, e)
	}
	add("mlf", "XSV", ascribe.RebelGroup, "Maran Liberation Front", "=MLF")
	add("aln", "XBR", ascribe.RebelGroup, "Aldan League of the North", "=IT", "=DARK")
	add("vendt", "XBR", ascribe.PublicFigure, "Oskar Vendt", "Vendt")
	engine, err := nlp.NewLinear(lexicon.NewRegister(entries...), places)
	if err != nil {
		panic(err)
	}
	return engine
}

// document makes a document of paragraphs of sentences, one sentence a line.
func document(text string) *ascribe.Document {
	doc := &ascribe.Document{ID: ascribe.HashText(text), Text: text}
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		if line != "" {
			doc.Sentences = append(doc.Sentences, ascribe.Span{Start: at, End: at + len(line)})
		}
		at += len(line) + 1
	}
	return doc
}

var kindNames = map[nlp.PhraseKind]string{
	nlp.Person: "person", nlp.Group: "group", nlp.Force: "force", nlp.State: "state", nlp.Organization: "organization",
	nlp.Location: "location", nlp.Facility: "facility", nlp.Weapon: "weapon", nlp.Time: "time", nlp.Quantity: "quantity",
}

// phrases lists the phrases of a kind as "text:kind", names with a star.
func phrases(a *nlp.Analysis) []string {
	var out []string
	for _, s := range a.Sentences {
		for _, p := range s.Phrases {
			if p.Kind == nlp.OtherPhrase {
				continue
			}
			star := ""
			if p.Named {
				star = "*"
			}
			out = append(out, fmt.Sprintf("%s:%s%s", p.Span.Of(a.Document.Text), kindNames[p.Kind], star))
		}
	}
	return out
}

func TestPhrases(t *testing.T) {
	engine := sarvia()
	for _, c := range []struct {
		text string
		want string // separated by "; "; in capitals the same
	}{
		{"Two gunmen shot a police officer in Tolvik on Friday.",
			"Two gunmen:person; a police officer:person; police:force; Tolvik:location*; Friday:time"},
		{"The Maran Liberation Front (MLF) attacked the army barracks with rifles and a car bomb.",
			"The Maran Liberation Front:group*; MLF:group*; the army barracks:facility; army:force; rifles:weapon; a car bomb:weapon"},
		{"Sarvian army spokesman Col. Luis Artola said the guerrillas fled.",
			"Sarvian army spokesman Col. Luis Artola:person*; Sarvian army:force; the guerrillas:person"},
		{"Sarvia blamed Brenland for the attack.", "Sarvia:state*; Brenland:state*"},
		{"The bomb exploded near the embassy of Brenland in Port Maren.",
			"The bomb:weapon; the embassy:organization; Brenland:location*; Port Maren:location*"},
		{"At least 12 peasants, including three children, were killed by government troops.",
			"12 peasants:person; three children:person; government troops:force; government:state"},
		{"The rebel group's leader denied that security forces captured Carla Vidal.",
			"The rebel group's leader:person; The rebel group:group; security forces:force; Carla Vidal:person*"},
		{"The Ministry of Defense and the Workers Justice Command signed a truce.",
			"The Ministry of Defense:organization*; the Workers Justice Command:group*"},
		{"Police found two grenades in the Hotel Belmar yesterday.",
			"Police:force; two grenades:weapon; yesterday:time"},
		{"The Tolvik People's Army and the Peasants' Front met Sarvia's army.",
			"The Tolvik People's Army:group*; the Peasants' Front:group*; Sarvia's army:force"},
		{"The Northmark Army fought the Sarvian Army and the Third Army.", "The Northmark Army:group*; the Sarvian Army:force"},
		{"Police chief shot dead in Tolvik", "Police chief:person; Tolvik:location*"},
		{"Gunmen shot dead six peasants.", "Gunmen:person; six peasants:person"},
		{"Fighters of the Belmar Front fled.", "Fighters:person; the Belmar Front:group*"},
		{"President Oskar Vendt met the rebels.", "President Oskar Vendt:person*; the rebels:person"},
	} {
		for _, text := range []string{c.text, strings.ToUpper(c.text)} {
			got := phrases(engine.Analyse(document(text)))
			for _, want := range strings.Split(c.want, "; ") {
				if text != c.text {
					i := strings.LastIndex(want, ":")
					want = strings.ToUpper(want[:i]) + want[i:]
				}
				if !slices.Contains(got, want) {
					t.Errorf("%s\n no %q in %q", text, want, got)
				}
			}
		}
	}
}

// TestNotNamed holds what must not be taken for a name or a place.
func TestNotNamed(t *testing.T) {
	engine := sarvia()
	for text, not := range map[string]string{
		"AT THE TIME OF THE ATTACK, IT WAS DARK IN THE NORTH.": "*",
		"The rebels were in danger at the time.":               "*",
		"Gen. Luis Artola spoke. Later Artola left.":           "Artola:location*",
		"The land the MLF held was poor.":                      "the land the MLF:group*",
		"Nobody knows why it happened.":                        "*",
	} {
		for _, got := range phrases(engine.Analyse(document(text))) {
			if strings.HasSuffix(got, not) {
				t.Errorf("%s\n found %q", text, got)
			}
		}
	}
}

// chains lists the chains as "kind: wording | wording".
func chains(a *nlp.Analysis) []string {
	var out []string
	for _, c := range a.Chains {
		var words []string
		for _, s := range c.Mention.Spans {
			words = append(words, s.Of(a.Document.Text))
		}
		out = append(out, c.Mention.ID.Kind.String()+": "+strings.Join(words, " | "))
	}
	return out
}

func TestChains(t *testing.T) {
	engine := sarvia()
	for _, c := range []struct{ name, text, want string }{
		{"surname and pronoun",
			"Gen. Luis Artola said the army was ready.\nArtola left at noon.\nHe did not speak.",
			"actor: Luis Artola | Artola | He"},
		{"acronym of the register",
			"The Maran Liberation Front claimed the attack.\nThe MLF has fought Sarvia since 1990.",
			"actor: Maran Liberation Front | MLF"},
		{"acronym that the text defines",
			"The Army of Free Peasants (AFP-X) attacked Tolvik.\nThe AFP-X fled.",
			"actor: Army of Free Peasants | AFP-X | AFP-X"},
		{"the group",
			"The Maran Liberation Front attacked Tolvik.\nThe group killed two soldiers.",
			"actor: Maran Liberation Front | The group"},
		{"another group stays apart",
			"The Maran Liberation Front attacked Tolvik.\nAnother group fled.",
			"actor: Maran Liberation Front"},
		{"apposition",
			"Carla Vidal, a teacher in Tolvik, was wounded.\nShe survived.",
			"person: Carla Vidal | a teacher | She"},
		{"the title again",
			"President Oskar Vendt arrived.\nThe president was unhurt.",
			"actor: Oskar Vendt | The president"},
		{"the same rebels",
			"Guerrillas attacked Tolvik.\nThe guerrillas burned a bridge.\nThey fled.",
			"actor: Guerrillas | The guerrillas | They"},
		{"a place",
			"The bomb went off in Port Maren.\nPolice sealed off Port Maren.",
			"place: Port Maren | Port Maren"},
		{"who", "A soldier who fled was shot.", "person: A soldier | who"},
	} {
		got := chains(engine.Analyse(document(c.text)))
		if !slices.Contains(got, c.want) {
			t.Errorf("%s: no %q in %q", c.name, c.want, got)
		}
	}
}

func TestMentions(t *testing.T) {
	a := sarvia().Analyse(document("The MLF attacked Port Maren.\nThe Maran Liberation Front is strong.\nVendt said so."))
	byText := map[string]ascribe.Mention{}
	for _, c := range a.Chains {
		byText[c.Mention.Text] = c.Mention
	}
	if m := byText["Maran Liberation Front"]; m.Actor == nil || m.Actor.ID != "mlf" || m.Actor.Kind != ascribe.RebelGroup {
		t.Errorf("the front resolves to %+v", m.Actor)
	}
	if m := byText["Port Maren"]; m.Place == nil || m.Place.Gazetteer != "x:3" || m.Place.Country != "XSV" || m.Place.Point == nil {
		t.Errorf("Port Maren resolves to %+v", m.Place)
	}
	if m := byText["Vendt"]; m.Actor == nil || m.Actor.ID != "vendt" || m.ID.Kind != ascribe.ActorMention {
		t.Errorf("Vendt resolves to %+v", m)
	}
}

func TestVerbsOfASentence(t *testing.T) {
	a := sarvia().Analyse(document("The rebels have not claimed it, but they were accused of killing a judge who resigned."))
	var got []string
	for _, tok := range a.Sentences[0].Tokens {
		if tok.Class == nlp.Verb || tok.Class == nlp.Auxiliary {
			got = append(got, tok.Lemma+"/"+string(tok.Form))
		}
	}
	want := "have/base claim/participle be/past accuse/participle kill/gerund resign/past"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("verbs:\n got %s\nwant %s", s, want)
	}
}
