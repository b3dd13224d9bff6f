package read

import (
	"slices"
	"strings"
	"testing"

	"ascribe"
)

// Each case is a paragraph with its sentences set apart by ¶.
var sentenceCases = []struct{ name, text string }{
	{"plain", "Two bombs went off in Port Maren.¶ Nobody was hurt."},
	{"title of rank", "Gen. Luis Artola and Col. Oru met Mr. Vidal at St. Mark.¶ They left."},
	{"initials", "The victims are J. R. Artola and A. Vidal.¶ The army buried them."},
	{"country before a verb", "The U.S. Embassy in Maren was hit.¶ He lives in the U.S.¶ The army left."},
	{"state in a place", "A man from Oru, Calif. was shot at 3 a.m. Monday.¶ Police came at 4 p.m.¶ The man died."},
	{"numbered thing", "Battalion No. 4 fired.¶ The answer was no.¶ Others fled."},
	{"abbreviated month", "It began on Feb. 19 in Oru.¶ It ended in Sept. of that year."},
	{"sentence that begins with a number", "The blast came on Friday.¶ 12 people were killed."},
	{"quotation before its speaker", "“We did it,” he said.¶ “We will do it again,” the group said."},
	{"question before its speaker", "“Who did it?” she asked.¶ “Who paid?” Ana Oru said.¶ No one answered."},
	{"cry before its speaker", "\"Get down!\" the officer shouted.¶ They ran."},
	{"quotation of several sentences", "“We know who did it.¶ We will find them,” Artola said."},
	{"quotation that ends a paragraph", "He said: “It was the army.¶ I saw it.”¶ He left."},
	{"straight quotation marks", "\"We are fine,\" he said.¶ \"All of us.\"¶ The line went dead."},
	{"opening quote after a stop", "He was sure.¶ “nothing of the kind” was his word."},
	{"capitals", "THE MARAN LIBERATION FRONT [MLF] CLAIMED THE ATTACK.¶  GEN. ARTOLA DENIED IT.¶  \"WE WERE AT HOME,\" HE SAID."},
	{"capitals asked", "\"WHO DID IT?\" ARTOLA SAID.¶  NO ONE KNEW."},
	{"wrapped lines", "THE REBELS ATTACKED THE\nBARRACKS AT ORU.¶  TWO SOLDIERS\nDIED."},
	{"numbered list", "1. We have learned of the offer.¶ We refuse it."},
	{"no space after the stop", "The rebels took the city.¶The army left at night."},
	{"domains and decimals", "Read oru-times.example for more on the 4.5 tons.¶ It is long."},
	{"parenthesis", "He fled. ¶(He was never found.)¶ The case is closed."},
	{"ellipsis", "“They have guns … but no bread,” she said.¶ Wait... he came back."},
	{"company", "Oru Mining Co. said it would stay.¶ It is Maren Oil Inc.¶ The board met."},
	{"degree and rank", "Dr. Ana Oru, M.D., spoke to Lt. Col. Vidal.¶ Sgt. 1st Class Artola fell."},
	{"list of hours", "Shots were heard at 8:06 p.m. in Oru.¶ A man, 34, was held."},
	{"hour with its zone", "Shots were heard at 3:30 a.m. PT on Saturday in Oru.¶ A man was held at 4 p.m.¶ Ety Oru fled."},
	{"day of an abbreviated month at the end", "A man from Oru was held over a shooting that left a boy with a small wound on Wednesday, Feb. 17."},
	{"person named before a number", "They held Artola, 24.¶ His brother fled."},
	{"no capitals at all", "at noon a man was held over the shots at the market of oru.¶ he is 34, said sgt. vidal of the u.s. police.¶ nobody was hurt."},
	{"capitals before a state's police", "THE U.S. AUTHORITIES HELD A MAN.¶  D.C. POLICE DID NOT."},
	{"initial of a page", "He gave it to John P. Oru.¶ See p. 12 of the report."},
	{"country in capitals", "THE DEPLOYMENT OF U.S. SHIPS OFF ORU WAS CONFIRMED BY THE U.S. EMBASSY.¶  NO OTHER U.S. CITIZEN WAS HURT."},
	{"speakers in brackets", "[VIDAL] WE DID NOT ATTACK THE PLANT.¶  [ARTOLA] WHO DID IT?¶  [VIDAL] ASK THE ARMY."},
	{"name and acronym in brackets", "THE MARAN LIBERATION FRONT [MLF] PROPOSAL TO STOP FIGHTING IS BLACKMAIL.¶  THE ARMY SAID SO."},
	{"text label", "-- TEXT -- GUERRILLAS BLEW UP A PIPELINE NEAR ORU.¶  NO ONE WAS HURT."},
	{"dateline left in", "PORT MAREN, March 3 (Reuters) - Two soldiers were killed on Monday.¶ No group claimed the attack."},
	{"list after a colon", "The following men were held: Luis Vidal, Ana Oru and J. R. Artola.¶ All are Marans."},
	{"what is said after a colon", "Vidal said: The front will not disarm.¶ He left at once."},
	{"curly quotation that ends with the stop", "“Nobody was hurt.”¶ “The army left,” Gov. Ana Oru said."},
	{"cry that its speaker follows in small letters", "“What a disgrace!” he wrote.¶ He did not say more."},
	{"names after a comma", "A Maren man, Luis Oru, was held, Vidal said.¶ A Reuters reporter saw it."},
	{"hyphenated names", "Abu Oru al-Marani fled with Jean-Luc Vidal-Oru.¶ Al-Marani was found."},
	{"addresses", "Write to ana.vidal@oru-times.example or see www.oru.example/a.b?c.¶ We answer."},
	{"names in other scripts", "The group, الجبهة, claimed it.¶ Its leader, Мария Ору, denied it."},
	{"mail without stops", "Thanks for the call :)¶ See you on Monday!!¶ Ana"},
	{"stop inside brackets", "[Words indistinct.]¶ The fighting goes on."},
}

func TestSentences(t *testing.T) {
	for _, tt := range sentenceCases {
		text := strings.ReplaceAll(tt.text, "¶", "")
		var want []string
		for s := range strings.SplitSeq(tt.text, "¶") {
			if s = strings.TrimSpace(s); s != "" {
				want = append(want, s)
			}
		}
		blocks := []ascribe.Block{{Span: ascribe.Span{End: len(text)}}}
		var got []string
		for _, s := range Sentences(text, blocks) {
			got = append(got, s.Of(text))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, want)
		}
	}
}
