package extract_test

import (
	"slices"
	"strings"
	"testing"

	"ascribe"
	"ascribe/extract"
)

// A stanceCase is a short report and who it ties to its incident, as
// "actor: position" in order of the alphabet.
type stanceCase struct {
	text string
	want []string
}

// lead tells the incident that the second sentence of a case speaks of.
const lead = "Gunmen attacked a farm near Port Maren on Monday and killed nine peasants. "

// Every case is read as it stands and in capitals.
var stanceCases = []stanceCase{
	// Claims.
	{"The Maran Liberation Front claimed responsibility for the attack.", []string{"Maran Liberation Front: claimed"}},
	{"The Maran Liberation Front has claimed the attack.", []string{"Maran Liberation Front: claimed"}},
	{"The Maran Liberation Front took credit for the attack.", []string{"Maran Liberation Front: claimed"}},
	{"The Maran Liberation Front accepted responsibility for the attack.", []string{"Maran Liberation Front: claimed"}},
	{"Responsibility for the attack was claimed by the Maran Liberation Front.", []string{"Maran Liberation Front: claimed"}},
	{"The attack was claimed by the Maran Liberation Front.", []string{"Maran Liberation Front: claimed"}},
	{"The Maran Liberation Front issued a statement claiming responsibility for the attack.", []string{"Maran Liberation Front: claimed"}},
	{"A man who called a radio station claimed responsibility for the attack on behalf of the Maran Liberation Front.", []string{"Maran Liberation Front: claimed"}},
	{"Nobody knew of the Maran Liberation Front’s claim of responsibility for the attack.", []string{"Maran Liberation Front: claimed"}},
	{"No group has claimed responsibility for the attack.", nil},
	{"Nobody claimed responsibility for the attack.", nil},
	{"The Maran Liberation Front has not claimed responsibility for the attack.", nil},
	{"So far neither the Maran Liberation Front nor any other group has claimed responsibility for the attack.", nil},

	// Accusations.
	{"Police blamed the Maran Liberation Front for the attack.", []string{"Maran Liberation Front: accused_by_authorities"}},
	{"The interior minister blamed the attack on the Maran Liberation Front.", []string{"Maran Liberation Front: accused_by_authorities"}},
	{"The army accused the Maran Liberation Front of carrying out the attack.", []string{"Maran Liberation Front: accused_by_authorities"}},
	{"The government held the Maran Liberation Front responsible for the attack.", []string{"Maran Liberation Front: accused_by_authorities"}},
	{"Officials attributed the attack to the Maran Liberation Front.", []string{"Maran Liberation Front: accused_by_authorities"}},
	{"Police said the Maran Liberation Front was responsible for the attack.", []string{"Maran Liberation Front: accused_by_authorities"}},
	{"Police said the Maran Liberation Front was behind the attack.", []string{"Maran Liberation Front: accused_by_authorities"}},
	{"The governor said the attack was the work of the Maran Liberation Front.", []string{"Maran Liberation Front: accused_by_authorities"}},
	{"Police suspect the Maran Liberation Front of the attack.", []string{"Maran Liberation Front: accused_by_authorities"}},
	{"Residents blamed the Maran Liberation Front for the attack.", []string{"Maran Liberation Front: accused"}},
	{"A witness accused the Maran Liberation Front of the attack.", []string{"Maran Liberation Front: accused"}},
	{"A survivor said the Maran Liberation Front was responsible for the attack.", []string{"Maran Liberation Front: accused"}},
	{"Residents blamed the army and the Maran Liberation Front for the attack.", []string{"army: accused", "Maran Liberation Front: accused"}},
	{"Intelligence officials linked the Maran Liberation Front to the attack.", []string{"Maran Liberation Front: accused_by_authorities"}},
	{"The ministry tried to tie the attack to the Maran Liberation Front.", []string{"Maran Liberation Front: accused_by_authorities"}},
	{"The attack was attributed to the Maran Liberation Front.", []string{"Maran Liberation Front: suspected"}},
	{"The Maran Liberation Front is suspected of the attack.", []string{"Maran Liberation Front: suspected"}},
	{"The Maran Liberation Front was accused of the attack.", []string{"Maran Liberation Front: suspected"}},
	{"The attack was apparently the work of the Maran Liberation Front.", []string{"Maran Liberation Front: suspected"}},
	{"The attack was carried out by the Maran Liberation Front.", []string{"Maran Liberation Front: reported_as_fact"}},
	{"The Maran Liberation Front was behind the attack.", []string{"Maran Liberation Front: reported_as_fact"}},
	{"The attack bore the hallmarks of the Maran Liberation Front.", []string{"Maran Liberation Front: suspected"}},

	// Denials.
	{"The Maran Liberation Front denied responsibility for the attack.", []string{"Maran Liberation Front: denied"}},
	{"The Maran Liberation Front denied any involvement in the attack.", []string{"Maran Liberation Front: denied"}},
	{"The Maran Liberation Front rejected the accusation that it had carried out the attack.", []string{"Maran Liberation Front: denied"}},
	{"The Maran Liberation Front said it was not responsible for the attack.", []string{"Maran Liberation Front: denied"}},
	{"Residents said the Maran Liberation Front was not responsible for the attack.", []string{"Maran Liberation Front: denied"}},

	// Clearing.
	{"Police ruled out the Maran Liberation Front in the attack.", []string{"Maran Liberation Front: cleared"}},
	{"A court cleared the Maran Liberation Front of involvement in the attack.", []string{"Maran Liberation Front: cleared"}},
	{"Police said the Maran Liberation Front was not responsible for the attack.", []string{"Maran Liberation Front: cleared"}},

	// Nobody is tied to the incident.
	{"Police blamed the Maran Liberation Front for the failed harvest.", nil},
	{"The Maran Liberation Front condemned the attack.", nil},
	{"The army is in charge of the region since the attack.", nil},
	{"The Maran Liberation Front was founded twenty years ago.", nil},
	{"The rebels were blamed for the attack.", nil},
	{"Residents said 20 members of the Maran Liberation Front had died in the attack.", nil},
}

func TestStances(t *testing.T) {
	x := extract.New(newEngine(t))
	for _, c := range stanceCases {
		for _, caps := range []bool{false, true} {
			text := lead + c.text
			if caps {
				text = upper(text)
			}
			if got, want := stancesOf(t, x, text), strings.ToLower(strings.Join(c.want, "; ")); got != want {
				t.Errorf("%s\n want %s\n  got %s", text, want, got)
			}
		}
	}
}

// stancesOf lists the attributions of a text as "actor: position", each once.
func stancesOf(t *testing.T, x *extract.Extractor, text string) string {
	r := x.Read(document(t, text), ascribe.Appearance{})
	name := map[ascribe.MentionID]string{}
	for _, m := range r.Mentions {
		name[m.ID] = strings.TrimPrefix(strings.ToLower(m.Text), "the ")
	}
	statements := map[ascribe.StatementID]bool{}
	for _, st := range r.Statements {
		statements[st.ID] = true
	}
	var got []string
	for _, a := range r.Attributions {
		if a.Because == "" || !statements[a.Statement] || name[a.Actor] == "" || name[a.Incident] == "" {
			t.Errorf("%s: an attribution that hangs in the air: %+v", text, a)
		}
		got = append(got, name[a.Actor]+": "+a.Stance.Position().String())
	}
	slices.Sort(got)
	return strings.Join(slices.Compact(got), "; ")
}

// Who is blamed fills the role of the incident; who is cleared or denies does
// not.
func TestBlameFillsRoles(t *testing.T) {
	x := extract.New(newEngine(t))
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Police blamed the Maran Liberation Front for the attack.", true},
		{"The Maran Liberation Front claimed responsibility for the attack.", true},
		{"The Maran Liberation Front denied responsibility for the attack.", false},
		{"Police ruled out the Maran Liberation Front in the attack.", false},
		{"The ministry tried to tie the attack to the Maran Liberation Front.", false},
	} {
		r := x.Read(document(t, lead+c.text), ascribe.Appearance{})
		found := false
		for _, o := range r.Incidents {
			for _, e := range o.Roles.PerpetratorOrganizations {
				found = found || strings.Contains(e.Text, "Maran Liberation Front")
			}
		}
		if found != c.want {
			t.Errorf("%s: a perpetrator: %v, want %v", c.text, found, c.want)
		}
	}
}

// A party that speaks of what it did is a source of role self.
func TestSelfSpeaks(t *testing.T) {
	x := extract.New(newEngine(t))
	r := x.Read(document(t, lead+"The Maran Liberation Front denied responsibility for the attack."), ascribe.Appearance{})
	for _, st := range r.Statements {
		if st.Source.Text == "The Maran Liberation Front" && st.Source.Role == ascribe.Self {
			return
		}
	}
	t.Errorf("no statement of the front in its own cause: %+v", r.Statements)
}
