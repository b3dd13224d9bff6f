package read

import (
	"strings"
	"testing"

	"ascribe"
)

// kindOf returns the kinds of the blocks of a text, in a row.
func kindsOf(text, title string) string {
	var out []string
	for _, b := range lay(text, hints{title: title}).blocks {
		out = append(out, b.Kind.String())
	}
	return strings.Join(out, " ")
}

// around puts a paragraph in the middle of an article.
func around(para string) string {
	story := "A bomb went off at the market of Oru on Friday, and the police of Sarvia said that three people had died.\n\n"
	return strings.Repeat(story, 7) + para + "\n\n" + strings.TrimSpace(strings.Repeat(story, 7))
}

func TestParagraphKind(t *testing.T) {
	for _, tt := range []struct {
		want  ascribe.BlockKind
		paras []string
	}{
		{ascribe.Furniture, []string{
			"Advertisement", "ADVERTISEMENT", "Share this:", "Print", "No votes yet.", "Please wait...", "4 Comments", "12 shares",
			"Read more: The war in five charts", "READ MORE: Two held over blast", "Related: Two held", "PHOTOS: The market after the blast",
			"Copyright 2015 The Associated Press. All rights reserved. Do not reprint.",
			"© 2024 Oru Times.", "Sign up for our daily newsletter", "Subscribe to the Oru Times for more", "Follow us on Twitter | Like us on Facebook",
			"Please enable JavaScript to watch this video", "https://oru-times.example/news/1", "Source: oru-times.example", "Via: Maren Wire",
			"1:17 Fire crews return to the bay of Oru", "HOME | NEWS | SPORT | WEATHER", "We use cookies to make this site better.",
			"You must enter the characters that you see in the picture", "___", "* * *",
			"Updated: 3/22/2024 8:15 PM", "Notify me of new posts by email.",
			"We have sent a confirmation email to your address.",
		}},
		{ascribe.Caption, []string{
			"Police at the market of Oru. (Photo: Luis Maro/Oru Times)", "Luis Maro/Getty Images", "Image 3 of 12 Police at the market.",
			"The market of Oru after the blast. | Photo by Ana Vidal", "Smoke over Oru. REUTERS/Ana Vidal", "Rescuers at work. Photo courtesy of the army of Sarvia",
			"The theatre in flames. Luis Maro via Getty Images", "(AP Photo/Luis Maro)",
		}},
		{ascribe.Byline, []string{
			"By Ana Vidal", "By Ana Vidal and J. R. Oru, Staff Writers", "By The Associated Press", "(Reporting by Ana Vidal; editing by Luis Maro)",
			"Luis Maro contributed to this report.", "avidal@oru-times.example", "@avidal", "Twitter: @avidal", "Contact Ana Vidal: avidal@oru-times.example",
		}},
		{ascribe.Body, []string{
			"By Monday the army had taken the town.", "More than 40 people were killed in the blast, the mayor said.", "Watch officers said they saw nothing.",
			"He wants to share this with his brother, he said.", "What we know about the Front now", "Also inside, investigators found a loaded rifle.",
			"Follow-up attacks were feared.", "The army said: “We will print this on every wall.”", "Enter: the Blue Brigade.",
			"Read or not, the letter was on his desk when he was killed.", "A photo editor of Getty was killed near Oru on Friday.",
			"The MLF — the movement that held half of Sarvia — denied it. The MLF did so twice.",
			"Print workers had gone on strike over the killing.", "Email from the group had been intercepted, two officials said.",
			"The latest poll by the Oru Times/Maren Institute found that most blame the army.",
			"UPDATE - Police have arrested a man.", "Ana Vidal is a fruit seller at the market.",
		}},
	} {
		for _, para := range tt.paras {
			text := around(para)
			blocks := lay(text, hints{}).blocks
			at := strings.Index(text, para)
			got := ""
			for _, b := range blocks {
				if b.Span.Start == at {
					got = b.Kind.String()
				}
			}
			if got != tt.want.String() {
				t.Errorf("%q is %s, want %s", para, got, tt.want)
			}
		}
	}
}

func TestLayout(t *testing.T) {
	for _, tt := range []struct{ name, title, text, want string }{
		{"headline given", "Blast in the market of Oru", "Blast in the market of Oru.\n\nA bomb went off.", "title body"},
		{"headline found", "", "Blast in the market of Oru\n\nA bomb went off at the market of Oru on Friday.", "title body"},
		{"headline begins the only paragraph", "Blast in the market of Oru kills 3", "22-03-2024 Blast in the market of Oru kills 3. A bomb went off.", "furniture title body"},
		{"headline below the way to the page", "", "Home » World » Sarvia\n\nBomb kills three in the market of Oru\n\nBy Ana Vidal and agencies\n\n[Photo: the market of Oru. FILE]\n\nA bomb went off at the market of Oru on Friday, the police of Sarvia said.", "furniture title byline caption body"},
		{"agency and stamp before the text", "", "QNX Updated: Mar 14, 2022, 21:10 IST\n\nA bomb went off at the market of Oru on Friday, the police of Sarvia said.", "furniture body"},
		{"headline alone", "", "Bomb kills three in the market of Oru", "title"},
		{"sentences alone", "", "A bomb went off. Three people died", "body"},
		{"first sentence is no headline", "", "A bomb went off.\n\nNobody was hurt.", "body body"},
		{"dateline", "", "PORT MAREN, Sarvia (AP) — A bomb went off.", "dateline body"},
		{"dateline on its own", "", "PORT MAREN -\n\nA bomb went off.", "dateline body"},
		{"date before the text", "", "Friday 22 March 2024 A bomb went off in Oru.", "furniture body"},
		{"stamp before the text", "", "Published March 22 2024 A bomb went off in the market of Oru, and the police of Sarvia said that three people had died there.", "furniture body"},
		{"list of other stories", "", around("More Local News\n\nStorm nears the coast\n\nCup final moved"), strings.Repeat("body ", 7) + "furniture furniture furniture " + strings.TrimSpace(strings.Repeat("body ", 7))},
		{"readers' comments", "", around("x") + "\n\nLeave a Reply\n\nIt was the army, everybody knows.", strings.Repeat("body ", 15) + "furniture furniture"},
		{"comments at the top are a link", "", "Comments\n\n" + around("x"), "furniture " + strings.TrimSpace(strings.Repeat("body ", 15))},
		{"lines pasted one by one", "", "Blast in the market of Oru\nA bomb went off at the market of Oru on Friday, the police of the republic of Sarvia said on Saturday morning.\nShare\nPrint", "title body furniture furniture"},
		{"bullets", "", "The front asks for:\n• an end to the siege\n• the release of its men", "body body body"},
		{"old Mac and Windows line ends", "", "A bomb went off.\r\n\r\nNobody was hurt.\r\rThe army came.", "body body body"},
	} {
		if got := kindsOf(tt.text, tt.title); got != tt.want {
			t.Errorf("%s: %q\n got %s\nwant %s", tt.name, tt.text, got, tt.want)
		}
	}
}

func TestDateline(t *testing.T) {
	for _, tt := range []struct{ text, head, wire, day string }{
		{"LIMA (Reuters) — Rebels fired.", "LIMA (Reuters) — ", "Reuters", ""},
		{"PORT MAREN, Sarvia (AP) - Rebels fired.", "PORT MAREN, Sarvia (AP) - ", "AP", ""},
		{"PORT MAREN, March 3, 2014 (EFE).- Rebels fired.", "PORT MAREN, March 3, 2014 (EFE).- ", "EFE", "2014-03-03"},
		{"ORU, Sarvia, Oct. 27 (UPI) -- Rebels fired.", "ORU, Sarvia, Oct. 27 (UPI) -- ", "UPI", ""},
		{"Port Maren (AFP) – Rebels fired.", "Port Maren (AFP) – ", "AFP", ""},
		{"(AP) - Rebels fired.", "(AP) - ", "AP", ""},
		{"ST. ORU, S.M. — Rebels fired.", "ST. ORU, S.M. — ", "", ""},
		{"PORT MAREN — (AP) Rebels fired.", "PORT MAREN — (AP) ", "AP", ""},
		{"   PORT MAREN, NO DATE (RADIO MAREN) -- [INTERVIEW WITH GENERAL ARTOLA] [TEXT] [ORU] WHO FIRED?", "PORT MAREN, NO DATE (RADIO MAREN) -- [INTERVIEW WITH GENERAL ARTOLA] [TEXT] [ORU]", "RADIO MAREN", ""},
		{"PORT MAREN, 24 JAN 89 -- [TEXT] REBELS FIRED.", "PORT MAREN, 24 JAN 89 -- [TEXT]", "", "1989-01-24"},
		{"THE PRESIDENT -- WHO WAS AWAY -- SAID NOTHING. IT WAS LEFT TO HIS AIDES TO SPEAK.", "", "", ""},
		{"MLF — the rebels — fired. The MLF fired again.", "", "", ""},
		{"UPDATE - Rebels fired.", "", "", ""},
		{"The rebels (AP photographs show) fired.", "", "", ""},
		{"AL-ORU fell on Friday.", "", "", ""},
		{"AL-ORU: Rebels threw a grenade at the police post in the market of the old town on Saturday.", "AL-ORU: ", "", ""},
		{"Oru, Mar 5 (PTI): Rebels threw a grenade at the police post in the market of the old town.", "Oru, Mar 5 (PTI): ", "PTI", ""},
		{"Port Maren: Five people were killed when rebels threw a grenade at the police post in the market, the police said.", "Port Maren: ", "", ""},
		{"Exclusive: Five people were killed when rebels threw a grenade at the police post in the market, the police said.", "", "", ""},
		{"Port Maren, 12 August. - Rebels threw a grenade.", "Port Maren, 12 August. - ", "", ""},
		{"WATCH: Rebels threw a grenade at the police post in the market of the old town on Saturday.", "", "", ""},
		{"NATO: Rebels threw a grenade at the police post in the market of the old town on Saturday.", "", "", ""},
		{"PORT MAREN: REBELS THREW A GRENADE AT THE POLICE POST IN THE MARKET OF THE OLD TOWN ON SATURDAY.", "", "", ""},
	} {
		l := lay(tt.text, hints{})
		head, wire, day := "", "", ""
		if len(l.datelines) > 0 {
			d := l.datelines[0]
			head, wire = strings.TrimLeft(tt.text[:d.end], " "), d.wire.Of(tt.text)
			if !d.day.IsZero() {
				day = d.day.Format("2006-01-02")
			}
		}
		if head != tt.head || wire != tt.wire || day != tt.day {
			t.Errorf("%q:\n got %q %q %q\nwant %q %q %q", tt.text, head, wire, day, tt.head, tt.wire, tt.day)
		}
	}
}
