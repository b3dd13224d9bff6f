package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"ascribe"
	"ascribe/extract"
)

// A voiceCase is one sentence and one voice in it. The source, cue and content
// are the words as they stand; spans of one content are joined by " … ".
type voiceCase struct {
	text, source, cue, content, role string
}

// Every case is read as it stands and in capitals.
var voiceCases = []voiceCase{
	// The source before its verb.
	{"Police said the blast killed two guards at the mill.", "Police", "said", "the blast killed two guards at the mill", "authority"},
	{"The interior minister said that rebels had burned the bridge at Tesk.", "The interior minister", "said", "that rebels had burned the bridge at Tesk", "authority"},
	{"A spokesman for the army has denied that soldiers fired on the crowd.", "A spokesman for the army", "has denied", "that soldiers fired on the crowd", "authority"},
	{"Residents believe the gunmen came from the hills.", "Residents", "believe", "the gunmen came from the hills", "witness"},
	{"A witness said two men ran from the house.", "A witness", "said", "two men ran from the house", "witness"},
	{"Two survivors said the attackers wore uniforms.", "Two survivors", "said", "the attackers wore uniforms", "victim"},
	{"Officials suspect that the bomb was placed under a bench.", "Officials", "suspect", "that the bomb was placed under a bench", "authority"},
	{"The ministry later announced that the road was closed.", "The ministry", "later announced", "that the road was closed", "authority"},
	{"Prosecutors alleged that he had paid for the weapons.", "Prosecutors", "alleged", "that he had paid for the weapons", "authority"},
	{"Analysts doubt that the truce will hold.", "Analysts", "doubt", "that the truce will hold", "other"},
	{"Some experts argued the group was too weak for such a raid.", "Some experts", "argued", "the group was too weak for such a raid", "other"},
	{"The general acknowledged that his men had fired first.", "The general", "acknowledged", "that his men had fired first", "authority"},
	{"The governor warned that more attacks could follow.", "The governor", "warned", "that more attacks could follow", "authority"},
	{"Neighbors fear the fighters will come back.", "Neighbors", "fear", "the fighters will come back", "witness"},
	{"The rebels threatened to burn the harvest.", "The rebels", "threatened", "to burn the harvest", "other"},
	{"The president vowed to punish the killers.", "The president", "vowed", "to punish the killers", "authority"},
	{"The judge did not say when the trial would begin.", "The judge", "did not say", "when the trial would begin", "authority"},

	// An aside between the source and its verb.
	{"Ana Vidal, who runs the clinic in Tesk, said nine patients had died.", "Ana Vidal, who runs the clinic in Tesk,", "said", "nine patients had died", "other"},
	{"Pavel Orlin, an analyst at the Harbor Institute, said the claim looked real.", "Pavel Orlin, an analyst at the Harbor Institute,", "said", "the claim looked real", "other"},
	{"Luis Artola, the interior minister, said the army would stay.", "Luis Artola, the interior minister,", "said", "the army would stay", "authority"},
	{"Marta Silo, a resident of Oru, said she saw two trucks.", "Marta Silo, a resident of Oru,", "said", "she saw two trucks", "witness"},

	// Direct speech.
	{"“We saw three men with rifles,” Vidal said.", "Vidal", "said", "“We saw three men with rifles,”", "other"},
	{"“They burned every house in the street,” said Marta Silo, a teacher in Oru.", "Marta Silo, a teacher in Oru", "said", "“They burned every house in the street,”", "other"},
	{"\"The army was not there that night,\" the colonel told reporters.", "the colonel", "told", "\"The army was not there that night,\"", "authority"},
	{"“It is all about fear,” Dana Bymark of the Coast Project told Meridian.", "Dana Bymark of the Coast Project", "told", "“It is all about fear,”", "other"},
	{"“We will not leave,” he said. “This is our home.”", "he", "said", "“We will not leave,” … “This is our home.”", "other"},
	{"“We heard a loud bang,” said Marta Silo, “and then the roof came down on us.”", "Marta Silo", "said", "“We heard a loud bang,” … “and then the roof came down on us.”", "other"},
	{"The mayor said: “There is no water left in the town.”", "The mayor", "said:", "“There is no water left in the town.”", "authority"},
	{"The minister said, “We know who did this to our people.”", "The minister", "said", "“We know who did this to our people.”", "authority"},
	{"The minister called the raid “a cowardly act against sleeping children.”", "The minister", "called", "the raid “a cowardly act against sleeping children.”", "authority"},

	// What is said before an unquoted verb.
	{"The raid killed nine people, police said.", "police", "said", "The raid killed nine people", "authority"},
	{"The raid killed nine people, police said on Monday.", "police", "said", "The raid killed nine people", "authority"},
	{"The bridge was mined before the convoy came, said Pavel Orlin, an analyst at the Harbor Institute.", "Pavel Orlin, an analyst at the Harbor Institute", "said", "The bridge was mined before the convoy came", "other"},
	{"Three boats were sunk near the port, the navy reported.", "the navy", "reported", "Three boats were sunk near the port", "authority"},

	// According to.
	{"According to police, the raid killed nine people.", "police", "According to", "the raid killed nine people", "authority"},
	{"The raid killed nine people, according to police.", "police", "according to", "The raid killed nine people", "authority"},
	{"The raid, according to two witnesses, lasted an hour.", "two witnesses", "according to", "The raid … lasted an hour", "witness"},
	{"According to Pavel Orlin, the director of the Harbor Institute, the group has split.", "Pavel Orlin, the director of the Harbor Institute", "According to", "the group has split", "other"},
	{"The men fled south, according to sources close to the inquiry.", "sources close to the inquiry", "according to", "The men fled south", "unnamed"},

	// Nouns.
	{"Nobody believed the ministry’s claim that rebels shelled the school.", "the ministry", "’s claim", "that rebels shelled the school", "authority"},
	{"There are reports that the mill was set on fire.", "", "reports", "that the mill was set on fire", "unnamed"},
	{"Villagers ignored the warning by the army that the dam could break.", "the army", "warning", "that the dam could break", "authority"},
	{"Few trust his promise to free the hostages.", "his", "promise", "to free the hostages", "other"},

	// The passive.
	{"It was reported that the rebels had left the town.", "", "was reported", "that the rebels had left the town", "unnamed"},
	{"It is believed that the bomb was made abroad.", "", "is believed", "that the bomb was made abroad", "unnamed"},
	{"The commander is said to be in hiding.", "", "is said", "The commander … to be in hiding", "unnamed"},
	{"The rebels were accused of burning the mill.", "", "were accused of", "The rebels … burning the mill", "unnamed"},
	{"The rebels were accused by the mayor of burning the mill.", "the mayor", "were accused by", "The rebels … burning the mill", "authority"},
	{"Two officers are suspected of selling rifles.", "", "are suspected of", "Two officers … selling rifles", "unnamed"},

	// Hearers, occasions and times.
	{"The colonel told reporters that the town was quiet.", "The colonel", "told", "that the town was quiet", "authority"},
	{"The colonel told the Harbor Times that the town was quiet.", "The colonel", "told", "that the town was quiet", "authority"},
	{"The colonel said in a statement that the town was quiet.", "The colonel", "said", "that the town was quiet", "authority"},
	{"The minister said on Tuesday that the talks had failed.", "The minister", "said", "that the talks had failed", "authority"},
	{"The minister on Tuesday said the talks had failed.", "The minister", "said", "the talks had failed", "authority"},
	{"The envoy warned the council that the truce was broken.", "The envoy", "warned", "that the truce was broken", "authority"},
	{"The army urged villagers to leave the valley.", "The army", "urged", "villagers to leave the valley", "authority"},

	// More than one voice.
	{"Vidal said the school was empty, adding that nobody was hurt.", "Vidal", "adding", "that nobody was hurt", "other"},
	{"Vidal said the school was empty and added that nobody was hurt.", "Vidal", "added", "that nobody was hurt", "other"},
	{"The mayor, who said the dead were farmers, asked for help.", "who", "said", "the dead were farmers", "authority"},
	{"The mayor said police believe the rebels burned the mill.", "The mayor", "said", "police believe the rebels burned the mill", "authority"},
	{"Sources said the convoy was hit twice.", "Sources", "said", "the convoy was hit twice", "unnamed"},
	{"Officials who asked not to be named said the convoy was hit twice.", "Officials who asked not to be named", "said", "the convoy was hit twice", "authority"},
	{"The group said its men had left the town.", "The group", "said", "its men had left the town", "other"},
	{"The minister blamed the Maran Liberation Front for the attack.", "The minister", "blamed", "the Maran Liberation Front for the attack", "authority"},
	{"The Maran Liberation Front claimed responsibility for the attack.", "The Maran Liberation Front", "claimed", "responsibility for the attack", "self"},
	{"The agency quoted the mayor as saying that the town was empty.", "the mayor", "quoted … as saying", "that the town was empty", "authority"},
	{"The town was empty, the agency quoted the mayor as saying.", "the mayor", "quoted … as saying", "The town was empty", "authority"},
	{"The mayor was quoted as saying that the town was empty.", "The mayor", "was quoted as saying", "that the town was empty", "authority"},
	{"The ministry has tried to link the Front to the fire.", "The ministry", "to link", "the Front to the fire", "authority"},
}

func TestVoices(t *testing.T) {
	x := extract.New(newEngine(t))
	for _, c := range voiceCases {
		for _, caps := range []bool{false, true} {
			if caps {
				c = voiceCase{upper(c.text), upper(c.source), upper(c.cue), upper(c.content), c.role}
			}
			got := voicesOf(t, x, c.text)
			want := fmt.Sprintf("%s | %s | %s | %s", c.source, c.cue, c.content, c.role)
			if !contains(got, want) {
				t.Errorf("%s\n want %s\n  got %s", c.text, want, strings.Join(got, "\n      "))
			}
		}
	}
}

// upper writes a sentence as a wire of the eighties would.
func upper(s string) string {
	return strings.NewReplacer("’", "'").Replace(strings.ToUpper(s))
}

func contains(list []string, w string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}

// voicesOf lists the voices of a text as "source | cue | content | role".
func voicesOf(t *testing.T, x *extract.Extractor, text string) []string {
	doc := document(t, text)
	join := func(spans []ascribe.Span) string {
		var w []string
		for _, s := range spans {
			w = append(w, s.Of(doc.Text))
		}
		return strings.Join(w, " … ")
	}
	var got []string
	for _, st := range x.Read(doc, ascribe.Appearance{}).Statements {
		if st.Source.Role == ascribe.Narrator {
			continue
		}
		if st.Because == "" || st.Score <= 0 {
			t.Errorf("%s: a voice without a reason: %+v", text, st)
		}
		got = append(got, fmt.Sprintf("%s | %s | %s | %s", join(st.Source.Spans), join(st.Cue), join(st.Content), st.Source.Role))
	}
	return got
}

// In these nobody but the outlet speaks.
func TestNoVoices(t *testing.T) {
	x := extract.New(newEngine(t))
	for _, text := range []string{
		"The bomb went off at noon near the market.",
		"The accused men sat in the front row.",
		"A reported attack on the mill left no trace.",
		"The army moved two brigades to the border.",
		"According to plan is how nothing goes in war.",
		"Rain fell on the town for nine days.",
	} {
		for _, text := range []string{text, upper(text)} {
			if got := voicesOf(t, x, text); len(got) > 0 {
				t.Errorf("%s\n heard %q", text, got)
			}
		}
	}
}

// A quotation runs on over sentences and paragraphs under one speaker.
func TestSpeechRunsOn(t *testing.T) {
	x := extract.New(newEngine(t))
	for _, c := range []voiceCase{
		{"“The rebels came at dawn. They took the bridge,” the mayor said. “We had no guns.”",
			"the mayor", "said", "“The rebels came at dawn. They took the bridge,” … “We had no guns.”", "authority"},
		{"“We had no guns,” the mayor said.\n\n“The rebels took the bridge and the mill.”",
			"the mayor", "said", "“We had no guns,” … “The rebels took the bridge and the mill.”", "authority"},
		{"“The rebels came at dawn,” the mayor said. “They took the bridge and the mill.\n\n“Nobody came to help us until night fell.”",
			"the mayor", "said", "“The rebels came at dawn,” … “They took the bridge and the mill. … “Nobody came to help us until night fell.”", "authority"},
	} {
		got := voicesOf(t, x, c.text)
		want := fmt.Sprintf("%s | %s | %s | %s", c.source, c.cue, c.content, c.role)
		if !contains(got, want) {
			t.Errorf("%s\n want %s\n  got %s", c.text, want, strings.Join(got, "\n      "))
		}
	}
}

// The mood of what is said follows from the cue and from the words.
func TestMood(t *testing.T) {
	x := extract.New(newEngine(t))
	for _, c := range []struct {
		text string
		want ascribe.Modality
	}{
		{"Police said the rebels burned the mill.", ascribe.Modality{}},
		{"Police denied that the rebels burned the mill.", ascribe.Modality{Negated: true}},
		{"Police did not deny that the rebels burned the mill.", ascribe.Modality{}},
		{"Police said the rebels did not burn the mill.", ascribe.Modality{Negated: true}},
		{"Police believe the rebels burned the mill.", ascribe.Modality{Hedged: true}},
		{"Police said the rebels probably burned the mill.", ascribe.Modality{Hedged: true}},
		{"Police said the rebels will burn the mill.", ascribe.Modality{Future: true}},
		{"The rebels threatened to burn the mill.", ascribe.Modality{Future: true}},
		{"Police asked whether the rebels burned the mill.", ascribe.Modality{Hypothetical: true}},
	} {
		for _, text := range []string{c.text, upper(c.text)} {
			var got []ascribe.Modality
			for _, st := range x.Read(document(t, text), ascribe.Appearance{}).Statements {
				if st.Source.Role != ascribe.Narrator {
					got = append(got, st.Modality)
				}
			}
			if len(got) != 1 || got[0] != c.want {
				t.Errorf("%s\n want %+v\n  got %+v", text, c.want, got)
			}
		}
	}
}
