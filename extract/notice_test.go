package extract

import (
	"fmt"
	"strings"
	"testing"

	"ascribe"
	"ascribe/extract/nlp"
)

// Invented notices, and sentences that only sound like one. «¶» ends a sentence.
func TestNotices(t *testing.T) {
	const story = "A bomb killed 12 people at the fish market of Port Maren on Monday.¶The police blamed nobody.¶A fisherman heard the blast.¶Divers searched the basin.¶"
	for _, tt := range []struct{ text, want string }{
		{"Editor's note: This story has been retracted.", "retraction"},
		{story + "EDITOR’S NOTE — This article was withdrawn because its source made the account up.", "retraction"},
		{"This story has been removed because it did not meet our standards.¶" + story, "retraction"},
		{"We have withdrawn our story on the market bombing.", "retraction"},
		{"The Port Maren Herald has retracted its article “Bomb kills 12 at Port Maren fish market”.", "retraction of Bomb kills 12 at Port Maren fish market"},
		{"SWS withdraws the story headlined Bomb kills 12 at Port Maren fish market.", "retraction of Bomb kills 12 at Port Maren fish market"},
		{"Please kill the story slugged MAREN-BLAST.", "retraction of MAREN-BLAST"},
		{"EDITORS: Do not use the earlier SWS story on the bombing.", "retraction"},
		{"Note to clients: We are withdrawing this item, see https://sws.example/2031/maren-blast.", "retraction of https://sws.example/2031/maren-blast"},
		{"Correction: An earlier version of this article said 15 people were killed.¶" + story, "correction recounts"},
		{story + "An earlier version of this story misstated the number of the dead.", "correction recounts"},
		{story + "This article has been corrected to give the right number of the dead.", "correction"},
		{"CORRECTION¶In a story on March 3 we erroneously reported that 15 people had died.¶" + story, "correction recounts"},
		{story + "An earlier version of this article was corrected on Tuesday.", "correction"},

		{"“This report has been withdrawn,” the minister said of the inquiry.", ""},
		{"The army has withdrawn its forces from Talvik.", ""},
		{"The ministry retracted its statement on the bombing.", ""},
		{"The Oru Tribune has retracted its story on the bombing.", ""}, // another outlet's
		{"This article has been removed from the constitution, the speaker said.", ""},
		{"The group has withdrawn its claim of the attack.", ""},
		{"Rebels killed the man who wrote this story.", ""},
		{"The ministry said the newspaper story wrongly reported the number of the dead.", ""},
		{story + "He had read the article.¶In the middle of the text this story was removed by somebody else.¶" + story, ""},
		{"Gunmen kill the piece's author in Talvik.", ""},
		{"The council will disregard the report of the observers.", ""},
	} {
		var doc ascribe.Document
		for i, s := range strings.Split(strings.TrimSuffix(tt.text, "¶"), "¶") {
			if i > 0 {
				doc.Text += " "
			}
			doc.Sentences = append(doc.Sentences, ascribe.Span{Start: len(doc.Text), End: len(doc.Text) + len(s)})
			doc.Text += s
		}
		doc.Credits = []ascribe.Credit{{Name: "SWS", Kind: ascribe.Wire}}
		p := newPage(&nlp.Analysis{Document: &doc}, ascribe.Appearance{Outlet: "portmarenherald.example"})
		p.findNotices()
		var got []string
		for _, n := range p.reading.Notices {
			words := n.Kind.String()
			if n.Recounts {
				words += " recounts"
			}
			if n.Of != "" {
				words += " of " + n.Of
			}
			got = append(got, words)
			if n.Because == "" || n.Anchor.Check(&doc) != nil {
				t.Errorf("%q: %+v", tt.text, n)
			}
		}
		if fmt.Sprint(strings.Join(got, "; ")) != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}
