package read

import (
	"slices"
	"testing"
)

func TestCredits(t *testing.T) {
	story := "A bomb went off at the market of Oru on Friday, and three people died.\n\n"
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"LIMA (Reuters) — A bomb went off.", []string{"wire Reuters"}},
		{"   PORT MAREN, 4 FEB 90 (ACAN - EFE) -- [TEXT] A BOMB WENT OFF.", []string{"wire ACAN-EFE"}},
		{"   PORT MAREN, 4 FEB 90 (RADIO MAREN) -- [TEXT] A BOMB WENT OFF.", []string{"outlet RADIO MAREN"}},
		{"ORU, Sarvia (AFP/Reuters) — A bomb went off.", []string{"wire AFP"}},
		{"ORU, March 6 (QNX) — A bomb went off.", []string{"wire QNX"}},
		{"KINGSPORT (USA) — A bomb went off.", nil},
		{"ORU (MLF fighters) — A bomb went off.", nil},
		{story + "Source: oru-times.example", []string{"republished_from oru-times.example"}},
		{story + "Sourse: https://www.oru-times.example/a/b", []string{"republished_from oru-times.example"}},
		{story + "Souce: The Oru Times", []string{"republished_from The Oru Times"}},
		{story + "Sorce: AFP", []string{"wire AFP"}},
		{story + "Source: Agencies", nil},
		{"Four people were held in Oru, the Coastal News Agency reported.\n\n" + story, []string{"wire Coastal News Agency"}},
		{"Four people were held in Oru, QNX reported.\n\nNobody was hurt, the agency quoted the ministry as saying.", []string{"wire QNX"}},
		{"Four fighters were held in Oru, QNX reported.\n\nNobody was hurt, the ministry said.", nil},
		{"Four people were held in Oru. The claim could not be verified. Source: Coastal News Agency", []string{"wire Coastal News Agency"}},
		{story + "Score: Oru 2", nil},
		{story + "House: three rooms", nil},
		{story + "This article was originally published by the Oru Times.", []string{"republished_from the Oru Times"}},
		{story + "This story first appeared in Meridian and is used with leave.", []string{"republished_from Meridian"}},
		{story + "The letter was originally published in Meridian, the police said.", nil},
		{story + "Republished from maren-wire.example", []string{"republished_from maren-wire.example"}},
		{story + "The mayor told the Efe news agency that nobody was held.", []string{"wire EFE"}},
		{story + "“It was loud,” she told Agence France-Presse.", []string{"wire AFP"}},
		{story + "The mayor told the Sarvian Press news agency that nobody was held.", []string{"wire Sarvian Press news agency"}},
		{story + "(Reporting by Ana Vidal for Reuters; editing by Luis Maro)", []string{"wire Reuters"}},
		{story + "The Associated Press contributed to this report.", []string{"wire AP"}},
		{story + "Copyright 2015 The Associated Press. All rights reserved.", []string{"wire AP"}},
		{story + "By The Associated Press", []string{"wire AP"}},
		{story + "Nobody has been held, the police said. (EFE)", []string{"wire EFE"}},
		{story + "Nobody has been held, the police said.-AFP", []string{"wire AFP"}},
		{story + "The rebels fled to the base of the Maran Liberation Front (MLF).", nil},
		{story + "The firm was sold to the Associated Press (AP).", nil},
		{story + "Flowers in Oru. Luis Maro/Anadolu via Getty Images", nil},
		{story + "Flowers in Oru. (Photo: Luis Maro/AP)", nil},
		{story + "“It was loud,” Oru told Vox.\n\n“It was the army,” Vidal told Vox.", []string{"outlet Vox"}},
		{story + "“It was loud,” Oru told Fox News.", nil},
		{story + "“It was loud,” Oru told Meridian.\n\nSource: meridian.example", []string{"outlet Meridian", "republished_from meridian.example"}},
		{story + "He told Vidal to run. She told Vidal the same.", nil},
		{story + "“It was loud,” Oru told CNN’s Ana Vidal. Maro told CNN’s Carla Oru the same.", nil},
	} {
		doc, _ := compose(tt.text, hints{})
		var got []string
		for _, c := range doc.Credits {
			got = append(got, c.Kind.String()+" "+c.Name)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q:\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}

// The outlet that is known from outside is recognised at its first mention.
func TestOwnOutlet(t *testing.T) {
	doc, _ := compose("“It was loud,” Oru told the Oru Times.", hints{outlet: "oru-times.example"})
	if len(doc.Credits) != 1 || doc.Credits[0].Name != "Oru Times" {
		t.Errorf("credits %+v", doc.Credits)
	}
}
