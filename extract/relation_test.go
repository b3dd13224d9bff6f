package extract_test

import (
	"cmp"
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

	{"Luis Artola has led the Maran Liberation Front since 2014.", []string{"maran liberation front led_by luis artola from 2014"}},
	{"The Tesk Liberation Army denied links to the Maran Liberation Front.", []string{"tesk liberation army affiliate_of maran liberation front (negated)"}},
	{"The Tesk Liberation Army has no ties to the Maran Liberation Front.", []string{"tesk liberation army affiliate_of maran liberation front (negated)"}},
	{"The Tesk Liberation Army broke ties with the Maran Liberation Front in 2019.", []string{"tesk liberation army affiliate_of maran liberation front to 2019"}},
	{"The Tesk Liberation Army, a former ally of the Maran Liberation Front, attacked the town.", []string{"tesk liberation army allied_with maran liberation front to former"}},
	{"The Tesk Liberation Army is no longer part of the Maran Liberation Front.", []string{"tesk liberation army part_of maran liberation front to longer"}},
	{"The Tesk Liberation Army was an ally of the Maran Liberation Front from 2003 to 2007.", []string{"tesk liberation army allied_with maran liberation front from 2003 to 2007"}},
	{"The Tesk Liberation Army and the Maran Liberation Front are rivals.", []string{"tesk liberation army rival_of maran liberation front"}},
	{"The Tesk Liberation Army and the Maran Liberation Front formed an alliance in 2014.", []string{"tesk liberation army allied_with maran liberation front from 2014"}},
	{"An alliance between the Tesk Liberation Army and the Maran Liberation Front collapsed.", []string{"tesk liberation army allied_with maran liberation front"}},
	{"The Tesk Liberation Army fought alongside the Maran Liberation Front until 2019.", []string{"tesk liberation army allied_with maran liberation front to 2019"}},
	{"The Tesk Liberation Army joined the Maran Liberation Front in 2014.", []string{"tesk liberation army part_of maran liberation front from 2014"}},
	{"The Tesk Liberation Army pledged allegiance to the Maran Liberation Front in 2014.", []string{"tesk liberation army affiliate_of maran liberation front from 2014"}},
	{"France accused Russia of backing the Maran Liberation Front.", []string{"russia supports maran liberation front"}},
	{"Russia and Iran support the Maran Liberation Front.", []string{"iran supports maran liberation front", "russia supports maran liberation front"}},
	{"The Tesk Liberation Army, which includes the Kestrin Liberation Front, opposes the Maran Liberation Front.",
		[]string{"kestrin liberation front part_of tesk liberation army", "tesk liberation army opposes maran liberation front"}},
	{"The Maran Liberation Front and its armed wing, the Tesk Liberation Army, burned the mill.", []string{"tesk liberation army part_of maran liberation front"}},
	{"The Tesk Liberation Army launched attacks against the Maran Liberation Front.", []string{"tesk liberation army targets maran liberation front"}},
	{"The Tesk Liberation Army is committed to defeating the Maran Liberation Front.", []string{"tesk liberation army opposes maran liberation front"}},
	{"The Tesk Liberation Army is an offshoot of the Maran Liberation Front. It opposes Russia.",
		[]string{"tesk liberation army offshoot_of maran liberation front", "tesk liberation army opposes russia"}},

	{"The Maran Liberation Front has the support of France.", []string{"france supports maran liberation front"}},
	{"The Maran Liberation Front receives weapons from France.", []string{"france supports maran liberation front"}},
	{"France has lost the support of the Maran Liberation Front.", []string{"maran liberation front supports france to lost"}},
	{"Former Maran Liberation Front commander Luis Artola fled.", nil},
	{"Luis Artola, a former commander of the Maran Liberation Front, fled.", []string{"maran liberation front led_by luis artola to former"}},
	{"France is assisting the Tesk Liberation Army to defeat the Maran Liberation Front.",
		[]string{"france supports tesk liberation army", "tesk liberation army opposes maran liberation front"}},
	{"Fighters of al-Qaida have carried out attacks against France.", []string{"al-qaida targets france"}},
	{"The government of France backs the Maran Liberation Front.", []string{"france supports maran liberation front"}},

	{"The Tesk Liberation Army and the Maran Liberation Front work together in support of peace operations.", nil},
	{"The regime's allies Russia and Iran signed a deal.", nil},
	{"France's Unity Party leader, Luis Artola, spoke.", nil},
	{"The Tesk Liberation Army may join the Maran Liberation Front.", nil},
	{"The Tesk Liberation Army attacked the Maran Liberation Front.", nil},
	{"The Tesk Liberation Army and the Maran Liberation Front held talks.", nil},
	{"We are clear that to defeat the Maran Liberation Front will take time, a spokesman for the Tesk Liberation Army said.", nil},
	{"Residents denounced their fight against the Maran Liberation Front.", nil},
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
		if rel.To != nil {
			s += " to " + cmp.Or(rel.To.EDTF, strings.ToLower(rel.To.Text))
		}
		if rel.Negated {
			s += " (negated)"
		}
		got = append(got, s)
	}
	slices.Sort(got)
	return strings.Join(slices.Compact(got), "; ")
}
