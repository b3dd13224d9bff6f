package extract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ascribe"
	"ascribe/extract"
)

// tolls are sentences and the numbers harmed that they give, as "harm low best
// high of-whom", with ~ for unknown, + for an open end, "part" and "attackers".
var tolls = []struct {
	text string
	want []string
}{
	{"The bomb killed 12 people and wounded 30.", []string{"killed 12 12 12 people", "injured 30 30 30"}},
	{"Twelve people were killed in the attack.", []string{"killed 12 12 12 people"}},
	{"At least 140 people were killed in the attack.", []string{"killed 140 140 ~+ people"}},
	{"More than 100 civilians died in the bombing.", []string{"killed 100 100 ~+ civilians"}},
	{"Up to 50 people were killed in the attack.", []string{"killed ~ ~ 50 people"}},
	{"Between five and seven soldiers were killed in the ambush.", []string{"killed 5 ~ 7 soldiers"}},
	{"About 20 people were wounded in the blast.", []string{"injured ~ 20 ~ people"}},
	{"Some 20 people were wounded in the blast.", []string{"injured ~ 20 ~ people"}},
	{"Nearly 80 peasants were killed in the massacre.", []string{"killed ~ 80 ~ peasants"}},
	{"As many as 40 people were hurt in the explosion.", []string{"injured ~ ~ 40 people"}},
	{"Fewer than ten people were hurt in the explosion.", []string{"injured ~ ~ 10 people"}},
	{"Over 200 villagers were kidnapped by rebels.", []string{"kidnapped 200 200 ~+ villagers"}},
	{"Dozens of people were killed in the bombing.", []string{"killed 12 ~ ~+ people"}},
	{"Hundreds of people were injured in the explosion.", []string{"injured 100 ~ ~+ people"}},
	{"Several people were injured in the explosion.", []string{"injured ~ ~ ~+ people"}},
	{"A dozen soldiers were killed in the ambush.", []string{"killed 12 12 12 soldiers"}},
	{"The attack left 12 dead and 30 wounded.", []string{"killed 12 12 12", "injured 30 30 30"}},
	{"The attack left at least six people dead.", []string{"killed 6 6 ~+ people"}},
	{"A bomb exploded at the market, killing nine people and wounding more than 30.", []string{"killed 9 9 9 people", "injured 30 30 ~+"}},
	{"The blast claimed 17 lives.", []string{"killed 17 17 17"}},
	{"The attack claimed the lives of three nurses.", []string{"killed 3 3 3 nurses"}},
	{"The death toll from the bombing rose to 14.", []string{"killed 14 14 14"}},
	{"The death toll from the bombing rose from nine to 12.", []string{"killed 12 12 12"}},
	{"The number of people killed in the bombing has risen to 14.", []string{"killed 14 14 14"}},
	{"The attack resulted in the death of a civilian.", []string{"killed 1 1 1 a civilian"}},
	{"The killing of three nuns was condemned.", []string{"killed 3 3 3 nuns"}},
	{"Two policemen and a child were killed in the attack.", []string{"killed 3 3 3 policemen and a child"}},
	{"Gunmen killed a judge and two guards.", []string{"killed 3 3 3 a judge and two guards"}},
	{"Thirteen people, including four children, were killed in the attack.", []string{"killed 13 13 13 people", "killed 4 4 4 children part"}},
	{"The bomb killed 12 people, among them two nurses.", []string{"killed 12 12 12 people", "killed 2 2 2 nurses part"}},
	{"A bomb exploded at a bank. There were no casualties.", []string{"killed 0 0 0", "injured 0 0 0"}},
	{"A bomb exploded at a bank but nobody was hurt.", []string{"injured 0 0 0"}},
	{"A bomb exploded at a bank; no one was killed or wounded.", []string{"killed 0 0 0", "injured 0 0 0"}},
	{"The bomb caused no injuries at the school, which it damaged.", []string{"injured 0 0 0"}},
	{"Three guerrillas were killed in the attack.", []string{"killed 3 3 3 guerrillas attackers"}},
	{"Two attackers and three soldiers were killed in the clash.", []string{"killed 2 2 2 attackers attackers", "killed 3 3 3 soldiers"}},
	{"Unknown men murdered Mayor Luis Artola.", []string{"killed 1 1 1 Mayor Luis Artola"}},
	{"A policeman was killed by a sniper.", []string{"killed 1 1 1 A policeman"}},
	{"Armed men kidnapped four surveyors near Kestrin.", []string{"kidnapped 4 4 4 surveyors"}},
	{"Rebels kidnapped three engineers and killed two guards.", []string{"kidnapped 3 3 3 engineers", "killed 2 2 2 guards"}},
	{"Three employees are missing after the attack on the dam.", []string{"missing 3 3 3 employees"}},
	{"Police arrested four people in Talvik.", []string{"arrested 4 4 4 people"}},
	{"The attack displaced 2,000 people.", []string{"displaced 2000 2000 2000 people"}},
	{"Two hundred and six people died in the bombing.", []string{"killed 206 206 206 people"}},
	{"Twenty-five people died in the bombing.", []string{"killed 25 25 25 people"}},
	{"Half a dozen people died in the bombing.", []string{"killed 6 6 6 people"}},
	{"Ten or more people died in the bombing.", []string{"killed 10 10 ~+ people"}},
	{"Five to seven people died in the bombing.", []string{"killed 5 ~ 7 people"}},
	{"Four people were shot in Talvik.", []string{"injured 4 4 4 people"}},
	{"Four people were shot dead in Talvik.", []string{"killed 4 4 4 people"}},
	{"A guard was shot and killed in Talvik.", []string{"killed 1 1 1 A guard"}},
	{"A total of 40 people were wounded in the attack.", []string{"injured 40 40 40 people"}},
	{"Another 34 people were injured in the attack.", []string{"injured 34 34 34 people"}},
	{"The bomb killed 12 and injured 34, said the ministry, after three of the wounded died.", []string{"killed 12 12 12", "injured 34 34 34", "killed 3 3 3 part"}},
	{"Seven soldiers and two civilians were killed in the attack.", []string{"killed 9 9 9 soldiers and two civilians", "killed 7 7 7 soldiers part", "killed 2 2 2 civilians part"}},
	{"8 persons killed 58 others injured in a rocket attack on Talvik.", []string{"killed 8 8 8 persons", "injured 58 58 58 others"}},
	{"The attack injured eight people last week.", []string{"injured 8 8 8 people"}},
	{"The bodies of 12 men were found in Kestrin after the massacre.", []string{"killed 12 12 12 men"}},
	{"Four men were hospitalized with gunshot wounds after a shooting in Talvik.", []string{"injured 4 4 4 men"}},
	{"Six people were shot in Talvik, two of them fatally.", []string{"injured 4 ~ 6 people", "killed 2 2 2 part"}},
	{"Six people were shot, including a man who died at the scene.", []string{"injured 5 ~ 6 people", "killed 1 1 1 a man"}},
	{"A 15-year-old was killed in Talvik after accidentally shooting himself with a gun.", []string{"killed 1 1 1 A 15-year-old"}},
	{"The shooting fatally wounded a boy and injured five others.", []string{"killed 1 1 1 a boy", "injured 5 5 5 others"}},
	{"The gunman killed three people before killing himself.", []string{"killed 3 3 3 people", "killed 1 1 1 himself attackers"}},
	{"The army killed three rebels in the attack.", []string{"killed 3 3 3 rebels"}},
	{"An air strike killed 12 people, bringing to 45 the number killed in a day.", []string{"killed 12 12 12 people", "killed 45 45 45"}},
	{"Five women were among the dead in the attack on Talvik.", []string{"killed 5 5 5 women part"}},
	{"Police were called to a double homicide in Talvik.", []string{"killed 2 2 2"}},
	{"Fighting between the army and the rebels left 11 civilians dead.", []string{"killed 11 11 11 civilians"}},
	{"Four men attending a party at a house in Talvik were injured when gunmen fired at them.", []string{"injured 4 4 4 men"}},
	{"Two men, ages 28 and 22, were wounded in a shooting in Talvik.", []string{"injured 2 2 2 men"}},
	{"Tens of people were killed in the attack.", []string{"killed 10 ~ ~+ people"}},
	{"A couple of soldiers were killed in the attack.", []string{"killed 2 ~ ~+ soldiers"}},
	{"Police are investigating a quadruple shooting in Talvik.", []string{"injured 4 4 4"}},
	{"He is accused of shooting into a crowd in Talvik, hitting five people.", []string{"injured 5 5 5 people"}},
	{"Three people were still in the hospital after the shooting in Talvik.", []string{"injured 3 3 3 people"}},
	{"A man was found deceased after the shooting in Talvik.", []string{"killed 1 1 1 A man"}},
	{"The man succumbed to his injuries after the shooting in Talvik.", []string{"killed 1 1 1 The man"}},
	{"A gunman fatally shot three people in Talvik before turning the gun on himself.", []string{"killed 3 3 3 people", "killed 1 1 1 himself attackers"}},
	{"Luis Artola shot his wife dead in Talvik and then took his own life.", []string{"killed 1 1 1 Luis Artola attackers", "killed 1 1 1 his wife"}},
	// What counts nobody.
	{"It hurts the town in any shooting, and any time one of us is hurt.", nil},
	{"Police seek in connection with the shooting a man in a coat.", nil},
	{"No one else was injured in the shooting.", nil},
	{"Police arrested nobody in the May 22 shooting in Talvik.", nil},
	{"Carla Vidal, 46, was kidnapped by rebels.", []string{"kidnapped 1 1 1 Carla Vidal"}},
	{"The bomb destroyed 12 houses.", nil},
	{"He was charged with 12 murders after the attack on the bank.", nil},
	{"The rebels attacked the bank in 2014.", nil},
	{"Rebels attacked a bank and stole 5,000 dollars.", nil},
	{"The bomb could have killed hundreds of people at the bank, where it was defused.", nil},
	{"Rebels killed civilians in Talvik.", nil},
	{"The attack on the bank lasted 30 minutes.", nil},
}

// Every sentence is read in mixed case and in capitals.
func TestTolls(t *testing.T) {
	x := extract.New(newEngine(t))
	for _, c := range tolls {
		for _, text := range []string{c.text, strings.ToUpper(c.text)} {
			r := x.Read(document(t, text), ascribe.Appearance{})
			var got []string
			for i := range r.Tolls {
				got = append(got, shown(&r.Tolls[i]))
			}
			if !slices.EqualFunc(got, c.want, strings.EqualFold) {
				t.Errorf("%s\n got %q\nwant %q; incidents %s", text, got, c.want, told(r))
			}
		}
	}
}

func shown(f *ascribe.Toll) string {
	number := func(c ascribe.Count) string {
		if c == ascribe.Unknown {
			return "~"
		}
		return fmt.Sprint(int(c))
	}
	s := fmt.Sprint(f.Harm, " ", number(f.Figure.Low), " ", number(f.Figure.Best), " ", number(f.Figure.High))
	if f.Figure.Open {
		s += "+"
	}
	if f.Of != "" {
		s += " " + f.Of
	}
	if f.Part {
		s += " part"
	}
	if f.Attackers {
		s += " attackers"
	}
	return s
}

// A toll belongs to the incident that its sentence tells of, and history keeps
// its own dead.
func TestTollsFindTheirIncident(t *testing.T) {
	x := extract.New(newEngine(t))
	text := "A bomb exploded at the market in Port Maren on Friday, killing nine people.\n\n" +
		"In 1985 rebels killed 31 monks in Kestrin.\n\nIn a separate attack in Talvik on Friday, gunmen shot dead a judge.\n\nThe year is 2031."
	r := x.Read(document(t, text), ascribe.Appearance{})
	var got []string
	for _, f := range r.Tolls {
		for _, o := range r.Incidents {
			if o.Incident == f.Incident {
				got = append(got, fmt.Sprint(o.Type, " ", o.Recent, " ", int(f.Figure.Best)))
			}
		}
	}
	want := []string{"bombing true 9", "attack false 31", "shooting true 1"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q; %s", got, want, told(r))
	}
}

// People told of one by one, by name and age, are counted; those whose words may be
// of one person are one.
func TestPeopleToldOneByOne(t *testing.T) {
	x := extract.New(newEngine(t))
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Martin Artola, 22, and Carlos Dunham, 30, were gunned down in Talvik.", []string{"killed 2 2 2 Martin Artola, 22, and Carlos Dunham"}},
		{"Maria Vidal, 34, and her son, 7, were killed in the shooting.", []string{"killed 2 2 2 Maria Vidal, 34, and her son"}},
		{"Two victims, a 41-year-old man and a 52-year-old man, died in the shooting.", []string{"killed 2 2 2 victims"}},
		{"Three others, a 43-year-old nurse and two cooks, ages 51 and 64, were injured in the shooting.", []string{"injured 3 3 3 others"}},
		{"Three men, ages 41, 52, and 63, were injured in the shooting.", []string{"injured 3 3 3 men"}},
		{"Both men in the car were killed in the shooting.", []string{"killed 2 2 2 men"}},
		{"Image 4 of 5 Luis Artola, 22, and Martin Artola, 30, were gunned down in Talvik.", []string{"killed 2 2 2 5 Luis Artola, 22, and Martin Artola"}},
		{"Carla Vidal died at the scene of the shooting. Steve Dunham was found dead in the yard.", []string{
			"killed 2 2 ~+", "killed 1 1 1 Carla Vidal part", "killed 1 1 1 Steve Dunham part",
		}},
		{"A man was killed in the shooting. The victim died at the scene. He died of his wounds.", []string{
			"killed 1 1 1 A man", "killed 1 1 1 The victim", "killed 1 1 1 He",
		}},
		{"Carla Vidal was killed in the shooting in Talvik. Carlos Dunham and Luis Artola were shot in the arm.", []string{"killed 1 1 1 Carla Vidal", "injured 2 2 2 Carlos Dunham and Luis Artola"}},
		{"Four men were hospitalized after a shooting in Talvik. Two men were wounded in the leg.", []string{"injured 4 4 4 men", "injured 2 2 2 men"}},
		{"Multiple people were wounded in the shooting. Four victims were wounded in the leg.", []string{"injured 4 4 4 victims", "injured ~ ~ ~+ people"}},
	} {
		r := x.Read(document(t, c.text), ascribe.Appearance{})
		var got []string
		for i := range r.Tolls {
			got = append(got, shown(&r.Tolls[i]))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q; incidents %s", c.text, got, c.want, told(r))
		}
	}
}

// A killer who dies counts apart from those killed, is a part of all who are dead,
// and attacked nobody where nobody else was harmed.
func TestAttackersApart(t *testing.T) {
	x := extract.New(newEngine(t))
	for text, want := range map[string][]string{
		"A retired officer killed his two children and himself in the shooting.":                            {"killed 2 2 2 children", "killed 1 1 1 himself attackers"},
		"Four people are dead after a shooting in Talvik. The gunman killed himself.":                       {"killed 4 4 4 people", "killed 1 1 1 himself part attackers"},
		"A boy was killed in a shooting in Talvik. He accidentally killed himself with a gun, said police.": {"killed 1 1 1 A boy", "killed 1 1 1 himself"},
	} {
		r := x.Read(document(t, text), ascribe.Appearance{})
		var got []string
		for i := range r.Tolls {
			got = append(got, shown(&r.Tolls[i]))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q; incidents %s", text, got, want, told(r))
		}
	}
}
