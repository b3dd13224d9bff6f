package extract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ascribe"
	"ascribe/extract"
)

// A relationCase is a sentence and the relations in it, as "subject kind
// object" in order of the alphabet, with the years where they are told.
type relationCase struct {
	text string
	want []string
}

// Every case is read as it stands and in capitals.
var relationCases = []relationCase{
	{"The Tesk Liberation Army is an affiliate of the Maran Liberation Front.", []string{"tesk liberation army affiliate_of maran liberation front"}},
	{"The Tesk Liberation Army, an affiliate of the Maran Liberation Front, burned the mill.", []string{"tesk liberation army affiliate_of maran liberation front"}},
	{"The Tesk Liberation Army is not an affiliate of the Maran Liberation Front.", []string{"tesk liberation army affiliate_of maran liberation front (negated)"}},
	{"The Tesk Liberation Army is an offshoot of the Maran Liberation Front.", []string{"tesk liberation army offshoot_of maran liberation front"}},
	{"The Tesk Liberation Army, a splinter faction of the Maran Liberation Front, burned the mill.", []string{"tesk liberation army offshoot_of maran liberation front"}},
	{"The Tesk Liberation Army split from the Maran Liberation Front.", []string{"tesk liberation army offshoot_of maran liberation front"}},
	{"The Tesk Liberation Army broke away from the Maran Liberation Front.", []string{"tesk liberation army offshoot_of maran liberation front"}},
	{"The Tesk Liberation Army grew out of the Maran Liberation Front.", []string{"tesk liberation army offshoot_of maran liberation front"}},
	{"The Tesk Liberation Army pledged allegiance to the Maran Liberation Front.", []string{"tesk liberation army affiliate_of maran liberation front"}},
	{"The Tesk Liberation Army, which is affiliated with the Maran Liberation Front, burned the mill.", []string{"tesk liberation army affiliate_of maran liberation front"}},
	{"The Tesk Liberation Army is allied with the Maran Liberation Front.", []string{"tesk liberation army allied_with maran liberation front"}},
	{"The Tesk Liberation Army is an ally of the Maran Liberation Front.", []string{"tesk liberation army allied_with maran liberation front"}},
	{"The Tesk Liberation Army is a rival of the Maran Liberation Front.", []string{"tesk liberation army rival_of maran liberation front"}},
	{"The Tesk Liberation Army opposes the Maran Liberation Front in every town of the north.", []string{"tesk liberation army opposes maran liberation front"}},
	{"The Tesk Liberation Army has been fighting the Maran Liberation Front since 2015.", []string{"tesk liberation army opposes maran liberation front from 2015"}},
	{"The Tesk Liberation Army was founded in opposition to the Maran Liberation Front.", []string{"tesk liberation army opposes maran liberation front"}},
	{"The Tesk Liberation Army lost its battle for power with the Maran Liberation Front.", []string{"tesk liberation army rival_of maran liberation front"}},
	{"The Tesk Liberation Army supports the Maran Liberation Front in every town of the north.", []string{"tesk liberation army supports maran liberation front"}},
	{"The Maran Liberation Front is backed by the Tesk Liberation Army.", []string{"tesk liberation army supports maran liberation front"}},
	{"The Tesk Liberation Army does not support the Maran Liberation Front.", []string{"tesk liberation army supports maran liberation front (negated)"}},
	{"The Tesk Liberation Army is the armed wing of the Maran Liberation Front.", []string{"tesk liberation army part_of maran liberation front"}},
	{"The Maran Liberation Front, led by Luis Artola, burned the mill.", []string{"maran liberation front led_by luis artola"}},
	{"Luis Artola, the leader of the Maran Liberation Front, fled the town.", []string{"maran liberation front led_by luis artola"}},
	{"Luis Artola, who leads the Maran Liberation Front, fled the town.", []string{"maran liberation front led_by luis artola"}},

	{"The Maran Liberation Front burned the mill at Tesk.", nil},
	{"The rebels are backed by nobody.", nil},
	{"The Maran Liberation Front supports the poor.", nil},
	{"The Maran Liberation Front is linked to the attack on the mill.", nil},
}

func TestRelations(t *testing.T) {
	x := extract.New(newEngine(t))
	for _, c := range relationCases {
		for _, text := range []string{c.text, upper(c.text)} {
			if got, want := relationsOf(t, x, text), strings.Join(c.want, "; "); got != want {
				t.Errorf("%s\n want %s\n  got %s", text, want, got)
			}
		}
	}
}

func relationsOf(t *testing.T, x *extract.Extractor, text string) string {
	r := x.Read(document(t, text), ascribe.Appearance{})
	name := map[ascribe.MentionID]string{}
	for _, m := range r.Mentions {
		name[m.ID] = strings.TrimPrefix(strings.ToLower(m.Text), "the ")
	}
	var got []string
	for _, rel := range r.Relations {
		if rel.Because == "" || rel.Score <= 0 || (rel.Statement == ascribe.StatementID{}) {
			t.Errorf("%s: a relation that hangs in the air: %+v", text, rel)
		}
		s := fmt.Sprintf("%s %s %s", name[rel.Subject], rel.Kind, name[rel.Object])
		if rel.From != nil {
			s += " from " + rel.From.EDTF
		}
		if rel.Negated {
			s += " (negated)"
		}
		got = append(got, s)
	}
	slices.Sort(got)
	return strings.Join(slices.Compact(got), "; ")
}
