package extract_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"ascribe"
	"ascribe/extract"
)

// incidents are sentences and what a careful coder would record of each:
// "type stage" of every incident, then the roles asked for. A role that is not
// named is not asked for; "-" asks for no incident at all.
var incidents = []struct{ text, want string }{
	// Bombs.
	{"A bomb exploded at a bank in Port Maren on Friday.", "bombing | thing: bank | weapon: bomb"},
	{"Rebels bombed the central bank.", "bombing | who: Rebels | thing: central bank"},
	{"A car bomb went off outside the courthouse.", "bombing | thing: courthouse | weapon: car bomb"},
	{"The guerrillas blew up two bridges on the coast road.", "bombing | who: guerrillas | thing: bridges"},
	{"The bridge was blown up by rebels.", "bombing | who: rebels | thing: bridge"},
	{"Three men threw a grenade at the police station.", "bombing | who: Three men | thing: police station | weapon: grenade"},
	{"Unidentified men planted a bomb in a restaurant.", "bombing | who: Unidentified men | weapon: bomb | thing: restaurant"},
	{"A grenade was thrown at the restaurant.", "bombing | weapon: grenade | thing: restaurant"},
	{"Dynamite exploded near the pipeline.", "bombing | thing: pipeline | weapon: Dynamite"},
	{"The office was dynamited last night.", "bombing | thing: office"},
	{"Nobody claimed the bombing of the ferry terminal.", "bombing | thing: ferry terminal"},
	{"The explosion damaged a church and two houses.", "bombing | thing: church; houses"},
	{"A suicide bomber blew himself up at a market.", "suicide_attack"},
	{"A suicide attack on the barracks killed nine soldiers.", "suicide_attack | thing: barracks | human: nine soldiers"},
	{"A bomb attack destroyed the embassy.", "bombing | thing: embassy | weapon: bomb"},
	{"Police defused a bomb in the town hall.", "bombing attempted"},
	{"Troops deactivated a car bomb outside the school.", "bombing attempted"},
	{"The Maran Liberation Front detonated a bomb at the hotel.", "bombing | org: Maran Liberation Front | weapon: bomb | thing: hotel"},
	// Shots.
	{"Gunmen shot dead a judge in Port Maren.", "shooting | who: Gunmen | human: judge"},
	{"A judge was shot dead by gunmen.", "shooting | who: gunmen | human: judge"},
	{"Two gunmen opened fire on a bus.", "shooting | who: Two gunmen | thing: bus"},
	{"Gunmen fired at the convoy.", "shooting | who: Gunmen | thing: convoy"},
	{"The senator was gunned down outside his home.", "shooting | human: senator"},
	{"Soldiers machine-gunned a house.", "shooting | who: Soldiers | thing: house"},
	{"The shooting of two teachers shocked the town.", "shooting | human: two teachers"},
	{"Attackers killed a priest with a rifle.", "shooting | who: Attackers | human: priest | weapon: rifle"},
	{"Two men were killed in a drive-by shooting.", "shooting | human: Two men"},
	{"A policeman was riddled with bullets by three men.", "shooting | who: three men | human: policeman"},
	// Murder and assassination.
	{"Rebels killed two peasants.", "attack | who: Rebels | human: two peasants"},
	{"Two peasants were killed by rebels.", "attack | who: rebels | human: two peasants"},
	{"Senator Carla Vidal was assassinated on Monday.", "assassination | human: Carla Vidal"},
	{"Unknown men murdered Mayor Luis Artola.", "assassination | human: Luis Artola | who: Unknown men"},
	{"The murder of Carla Vidal remains unsolved.", "assassination | human: Carla Vidal"},
	{"The killing of three nuns was condemned.", "attack | human: three nuns"},
	{"The massacre of 12 villagers took place on Sunday.", "attack | human: 12 villagers"},
	{"The rebels executed four captives.", "execution | who: rebels | human: four captives"},
	{"The army massacred 30 peasants.", "attack | org: army | human: 30 peasants"},
	{"The murdered priests taught at the university.", "attack | human: murdered priests"},
	{"The Maran Liberation Front murdered three judges.", "attack | org: Maran Liberation Front | human: three judges"},
	{"Three officers accused of murdering two students were freed.", "attack | who: Three officers | human: two students"},
	{"The group claimed responsibility for killing a senator.", "attack | human: senator"},
	{"The army was not responsible for the attack on the bank.", "attack | org:  | thing: bank"},
	{"Three people, including Carla Vidal, were killed in the attack.", "attack | human: Carla Vidal; Three people"},
	// Kidnapping.
	{"Armed men kidnapped four surveyors near Kestrin.", "kidnapping | who: Armed men | human: four surveyors"},
	{"Four surveyors were abducted by armed men.", "kidnapping | who: armed men | human: four surveyors"},
	{"The kidnapping of a banker was reported on Tuesday.", "kidnapping | human: banker"},
	{"Rebels took hostage three engineers.", "kidnapping | who: Rebels"},
	{"The engineers were taken hostage by rebels.", "kidnapping | who: rebels | human: engineers"},
	{"The Maran Liberation Front kidnapped Luis Artola.", "kidnapping | org: Maran Liberation Front | human: Luis Artola"},
	// Fire and theft.
	{"Rebels set fire to a bus.", "arson | who: Rebels | thing: bus"},
	{"Three buses were set on fire by rebels.", "arson | who: rebels | thing: buses"},
	{"Guerrillas burned a truck.", "arson | who: Guerrillas | thing: truck"},
	{"Gunmen robbed a bank in Talvik.", "robbery | who: Gunmen | thing: bank"},
	{"Rebels looted the pharmacy.", "robbery | who: Rebels | thing: pharmacy"},
	// Attacks, by frame.
	{"Rebels attacked a police station.", "attack | who: Rebels | thing: police station"},
	{"A police station was attacked by rebels.", "attack | who: rebels | thing: police station"},
	{"Rebels carried out an attack on a police station.", "attack | who: Rebels | thing: police station"},
	{"The attack on the radio station was carried out by rebels.", "attack | who: rebels | thing: radio station"},
	{"Gunmen ambushed a convoy.", "attack | who: Gunmen | thing: convoy"},
	{"Guerrillas who attacked the town hall have fled.", "attack | who: Guerrillas | thing: town hall"},
	{"Guerrillas entered the village and attacked the town hall.", "attack | who: Guerrillas | thing: town hall"},
	{"The Maran Liberation Front was accused of the attack on the bank.", "attack | org: Maran Liberation Front | thing: bank"},
	{"The Maran Liberation Front claimed responsibility for the attack on the bank.", "attack | org: Maran Liberation Front | thing: bank"},
	{"A mortar attack damaged the airport.", "shelling | thing: airport"},
	{"Rebels attacked the airport with rockets.", "shelling | who: Rebels | thing: airport | weapon: rockets"},
	{"Rebels attacked the barracks with dynamite.", "bombing | weapon: dynamite | thing: barracks"},
	{"The army shelled the hospital.", "shelling | org: army | thing: hospital"},
	{"An air strike hit the hospital, killing six patients.", "air_strike | human: six patients"},
	{"Soldiers clashed with rebels near Talvik.", "clash"},
	{"A group of armed men attacked a bus.", "attack | who: group of armed men | thing: bus"},
	{"Rebels used explosives to blow up a pipeline.", "bombing | who: Rebels | thing: pipeline | weapon: explosives"},
	{"Demonstrators threw stones at the embassy.", "attack | who: Demonstrators | thing: embassy | weapon: stones"},
	{"Three men threw sticks of dynamite at the bank.", "bombing | who: Three men | thing: bank"},
	{"Masked guerrillas of the Maran Liberation Front attacked a train.", "attack | who: guerrillas | org: Maran Liberation Front | thing: train"},
	// Stages.
	{"Police foiled a plot to blow up a railway bridge.", "bombing foiled | thing: railway bridge"},
	{"Gunmen tried to kidnap a banker.", "kidnapping attempted | who: Gunmen | human: banker"},
	{"Rebels attempted to kill the governor.", "attack attempted | who: Rebels | human: governor"},
	{"The rebels threatened to kill the governor.", "attack threatened | who: rebels | human: governor"},
	{"The assassination attempt on Senator Carla Vidal was foiled.", "assassination foiled | human: Carla Vidal"},
	{"The embassy warned of possible attacks on markets.", "warning threatened"},
	// Arrests alone.
	{"Police arrested four people in Talvik.", "arrest | human: four people"},
	// What is no incident.
	{"The senator attacked the bill.", "-"},
	{"The minister came under fire for the plan.", "-"},
	{"The book was a bombshell.", "-"},
	{"The director shot a film in Talvik.", "-"},
	{"He died of a heart attack.", "-"},
	{"The president fired the minister.", "-"},
	{"The bomb squad trains in Talvik.", "-"},
	{"The rebels could attack the capital.", "-"},
	{"The army will bomb the camps.", "-"},
	{"Attacks are increasing.", "-"},
	{"No attack was reported.", "-"},
	{"The rebels did not attack the village.", "-"},
	{"The company executed the contract.", "-"},
	{"The prosecutor dropped the charges.", "-"},
	{"The two parties fought a legal battle.", "-"},
	{"Time bomb is a figure of speech.", "-"},
	{"The harvest was good.", "-"},
	{"The group might kidnap tourists.", "-"},
	{"Fighting corruption is hard.", "-"},
}

// Every sentence is read in mixed case and in capitals.
func TestIncidents(t *testing.T) {
	x := extract.New(newEngine(t))
	for _, c := range incidents {
		for _, text := range []string{c.text, strings.ToUpper(c.text)} {
			r := x.Read(document(t, text), ascribe.Appearance{})
			if problem := differs(r, c.want); problem != "" {
				t.Errorf("%s\n  want %s\n  %s", text, c.want, problem)
			}
		}
	}
}

// differs says how a reading of one incident misses what is wanted, or "".
func differs(r *ascribe.Reading, want string) string {
	if want == "-" {
		if len(r.Incidents) > 0 {
			return "got " + told(r)
		}
		return ""
	}
	parts := strings.Split(want, " | ")
	kind, stage, ok := strings.Cut(parts[0], " ")
	if !ok {
		stage = "accomplished"
	}
	if len(r.Incidents) != 1 || r.Incidents[0].Type.String() != kind || r.Incidents[0].Stage.String() != stage {
		return "got " + told(r)
	}
	for _, p := range parts[1:] {
		role, names, _ := strings.Cut(p, ": ")
		if got := wordings(r.Incidents[0].Roles, role); !strings.EqualFold(got, names) {
			return fmt.Sprintf("%s is %q in %s", role, got, told(r))
		}
	}
	return ""
}

// wordings lists who or what fills a role, in the order of the alphabet.
func wordings(r ascribe.Roles, role string) string {
	list := map[string][]ascribe.Entity{
		"who": r.PerpetratorIndividuals, "org": r.PerpetratorOrganizations, "thing": r.PhysicalTargets,
		"human": r.HumanTargets, "weapon": r.Instruments,
	}[role]
	var words []string
	for _, e := range list {
		words = append(words, e.Text)
	}
	slices.Sort(words)
	return strings.Join(words, "; ")
}

func told(r *ascribe.Reading) string {
	var b strings.Builder
	for i := range r.Incidents {
		o := &r.Incidents[i]
		fmt.Fprintf(&b, "[%s %s", o.Type, o.Stage)
		for _, role := range []string{"who", "org", "human", "thing", "weapon"} {
			if w := wordings(o.Roles, role); w != "" {
				fmt.Fprintf(&b, " | %s: %s", role, w)
			}
		}
		fmt.Fprintf(&b, "; because %s] ", o.Because)
	}
	return b.String()
}

// stories are articles of several sentences: which incidents, each with the
// number of its tellings' words, are told.
var stories = []struct {
	name, text string
	want       []string // type and Recent, in the order of the text
}{
	{"one blast told four times",
		"A bomb exploded in the Port Maren market on Friday, killing nine people.\n\nThe blast damaged two shops. The attack was the worst of the year.\n\nPolice said the bombing was under investigation.",
		[]string{"bombing true"}},
	{"shots and a bomb apart",
		"A bomb exploded at the ferry terminal in Port Maren, killing nine people.\n\nIn a separate attack in Talvik, gunmen shot dead a judge.",
		[]string{"bombing true", "shooting true"}},
	{"another bomb",
		"A bomb exploded at a bank in Talvik.\n\nAnother bomb exploded at a school in Kestrin.",
		[]string{"bombing true", "bombing true"}},
	{"history beside news",
		"Rebels attacked a bank in Talvik on Friday.\n\nIn 1985 rebels killed a bishop in Kestrin.\n\nThe year is 2031.",
		[]string{"attack true", "attack false"}},
	{"kidnapping and murder apart",
		"Armed men kidnapped a banker in Talvik on Monday.\n\nIn Kestrin, rebels killed two peasants on Tuesday.",
		[]string{"kidnapping true", "attack true"}},
	{"an arrest is no incident beside its cause",
		"Rebels bombed a bank in Talvik.\n\nPolice arrested two men for the bombing.",
		[]string{"bombing true"}},
	{"an attack in which someone is shot",
		"Gunmen attacked a bus near Talvik. The driver was shot in the attack.",
		[]string{"shooting true"}},
}

func TestIncidentsOfStories(t *testing.T) {
	x := extract.New(newEngine(t))
	for _, c := range stories {
		for _, text := range []string{c.text, strings.ToUpper(c.text)} {
			r := x.Read(document(t, text), ascribe.Appearance{})
			var got []string
			for _, o := range r.Incidents {
				got = append(got, fmt.Sprint(o.Type, " ", o.Recent))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s: %s\n got %q: %s\nwant %q", c.name, text, got, told(r), c.want)
			}
		}
	}
}

// Effects name the target by its mention.
func TestEffects(t *testing.T) {
	x := extract.New(newEngine(t))
	text := "Gunmen killed Senator Carla Vidal and wounded a guard in Port Maren. Rebels kidnapped Luis Artola."
	r := x.Read(document(t, text), ascribe.Appearance{})
	names := map[ascribe.MentionID]string{}
	for _, m := range r.Mentions {
		names[m.ID] = m.Text
	}
	var got []string
	for _, o := range r.Incidents {
		for _, f := range o.Effects {
			got = append(got, names[f.Target]+" "+f.Effect)
		}
	}
	slices.Sort(got)
	want := []string{"Carla Vidal killed", "Luis Artola kidnapped", "a guard injured"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// eventWords are what the patterns look for, to be thrown together at random.
var eventWords = strings.Fields(`a the two 12 dozens several at least more than between and , . of by in on at with to was were had been
 killed wounded kidnapped bomb exploded attack attacks shot dead blew up planted rebels police Vidal Port Maren people civilians including
 children no casualties injured toll rose death deaths arrested who that which said claimed responsibility for accused car bank house burned
 not tried threatened foiled "  -- ( ) 's Monday 1985 since after set fire missing others another one including among them whom number`)

// Whatever the words, the incidents and tolls hold together: spans lie in the
// text, figures are in order, and every id named is there.
func TestRoughEventsHoldTogether(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 9))
	x := extract.New(newEngine(t))
	for n := range 1200 {
		var w []string
		for range 3 + random.IntN(60) {
			w = append(w, eventWords[random.IntN(len(eventWords))])
		}
		text := strings.Join(w, " ")
		if n%2 == 1 {
			text = strings.ToUpper(text)
		}
		r := x.Read(document(t, text), ascribe.Appearance{})
		if problem := unsound(r, text); problem != "" {
			t.Fatalf("%q: %s", text, problem)
		}
	}
}

// A document is read in time that grows with its length, not with its square.
func TestManyEventsAreBounded(t *testing.T) {
	x := extract.New(newEngine(t))
	for _, unit := range []string{"Rebels bombed a bank. ", "killed 12 and ", "the attack on the bank. ", "In Talvik gunmen shot two men.\n\n"} {
		r := growsEvenly(t, x, unit, 300)
		if len(r.Incidents) > 60 {
			t.Errorf("%q repeated tells of %d incidents", unit, len(r.Incidents))
		}
	}
}

// growsEvenly reads a unit many times over and four times as many, and fails
// when the second takes far more than four times as long. It returns the longer
// reading.
func growsEvenly(t *testing.T, x *extract.Extractor, unit string, times int) *ascribe.Reading {
	t.Helper()
	var longer *ascribe.Reading
	quickest := func(n int) (best time.Duration) { // others share the machine: the quickest run tells most
		doc := document(t, strings.Repeat(unit, n))
		for range 3 {
			start := time.Now()
			longer = x.Read(doc, ascribe.Appearance{})
			if took := time.Since(start); best == 0 || took < best {
				best = took
			}
		}
		return best
	}
	short, long := quickest(times), quickest(4*times)
	if long > 10*short+20*time.Millisecond {
		t.Errorf("%q takes %v repeated %d times, %v repeated %d times", unit, short, times, long, 4*times)
	}
	return longer
}

// unsound says what is wrong with the incidents and tolls of a reading, or "".
func unsound(r *ascribe.Reading, text string) string {
	mentions, statements := map[ascribe.MentionID]bool{}, map[ascribe.StatementID]bool{}
	outside := func(s ascribe.Span) bool { return s.Start < 0 || s.End > len(text) || s.Start >= s.End }
	for _, m := range r.Mentions {
		mentions[m.ID] = true
		if slices.ContainsFunc(m.Spans, outside) || m.ID.At != m.Spans[0].Start {
			return fmt.Sprintf("mention %q at %v, id %v", m.Text, m.Spans, m.ID)
		}
	}
	for _, s := range r.Statements {
		statements[s.ID] = true
	}
	known := func(ids []ascribe.StatementID) bool {
		return len(ids) > 0 && !slices.ContainsFunc(ids, func(id ascribe.StatementID) bool { return !statements[id] })
	}
	for _, o := range r.Incidents {
		if !mentions[o.Incident] || !known(o.Statements) || o.Because == "" {
			return fmt.Sprintf("incident %+v rests on nothing", o)
		}
		for _, list := range [][]ascribe.Entity{o.Roles.HumanTargets, o.Roles.Instruments, o.Roles.PhysicalTargets, o.Roles.PerpetratorIndividuals, o.Roles.PerpetratorOrganizations} {
			for _, e := range list {
				if e.Text == "" || len(e.Spans) == 0 || slices.ContainsFunc(e.Spans, outside) || e.Mention != nil && !mentions[*e.Mention] {
					return fmt.Sprintf("entity %+v", e)
				}
			}
		}
		for _, f := range o.Effects {
			if !mentions[f.Target] {
				return fmt.Sprintf("effect %+v", f)
			}
		}
	}
	for _, f := range r.Tolls {
		if err := f.Figure.Validate(); err != nil {
			return err.Error()
		}
		if !mentions[f.Incident] || outside(f.Span) || f.Span.Of(text) != f.Words || !known([]ascribe.StatementID{f.Statement}) {
			return fmt.Sprintf("toll %+v", f)
		}
	}
	return ""
}
