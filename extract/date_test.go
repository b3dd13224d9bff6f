package extract

import (
	"strings"
	"testing"
	"time"

	"ascribe"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// testEngine is an engine that knows two invented towns and nobody.
var testEngine = must(nlp.NewLinear(lexicon.Seed(), gazetteer.New([]gazetteer.Place{
	{Entry: gazetteer.Entry{ID: "user:sarvia", Name: "Sarvia", Country: "XSV", Kind: gazetteer.Country, Lat: 44, Lon: -39, Population: 4_000_000}},
	{Entry: gazetteer.Entry{ID: "user:maren", Name: "Port Maren", Country: "XSV", Admin1: "Maran Coast", Lat: 44.2, Lon: -38.5, Population: 240_000}},
	{Entry: gazetteer.Entry{ID: "user:talvik", Name: "Talvik", Country: "XSV", Admin1: "Northmark", Lat: 45.8, Lon: -39.4, Population: 152_000}},
	{Entry: gazetteer.Entry{ID: "user:northmark", Name: "Northmark", Country: "XSV", Admin1: "Northmark", Kind: gazetteer.Division1, Lat: 45.9, Lon: -39.3, Population: 400_000}},
})))

// must returns the engine, without which no test of this package means anything.
func must(engine *nlp.Linear, err error) nlp.Engine {
	if err != nil {
		panic(err)
	}
	return engine
}

// pageOf reads sentences, one a line of the block that is given before " | ".
func pageOf(published string, sentences ...string) *page {
	doc := &ascribe.Document{}
	for _, s := range sentences {
		kind := ascribe.Body
		if rest, ok := strings.CutPrefix(s, "caption | "); ok {
			kind, s = ascribe.Caption, rest
		}
		start := len(doc.Text)
		doc.Text += s + "\n"
		span := ascribe.Span{Start: start, End: start + len(s)}
		doc.Sentences = append(doc.Sentences, span)
		doc.Blocks = append(doc.Blocks, ascribe.Block{Kind: kind, Span: span})
	}
	doc.ID = ascribe.HashText(doc.Text)
	var seen ascribe.Appearance
	if published != "" {
		t, err := time.Parse(time.DateOnly, published)
		if err != nil {
			panic(err)
		}
		seen.Published = ascribe.Published{Time: t, DayOnly: true}
	}
	p := newPage(testEngine.Analyse(doc), seen)
	p.findDates()
	return p
}

// shown writes dates as "text=edtf(basis)", an unresolved one as "text=?".
func shown(dates []ascribe.Date) string {
	var out []string
	for i := range dates {
		d := &dates[i]
		s := d.Text + "=" + d.EDTF
		if !d.Resolved() {
			s += "?"
		}
		switch d.Basis {
		case ascribe.RelativeToPublication:
			s += "(p)"
		case ascribe.RelativeToText:
			s += "(t)"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// 2024-03-27 was a Wednesday.
const wednesday = "2024-03-27"

func TestDates(t *testing.T) {
	for _, c := range []struct{ published, sentence, want string }{
		// Days by name.
		{wednesday, "A bomb exploded in Talvik on Friday.", "Friday=2024-03-22(p)"},
		{wednesday, "The blast on Wednesday killed three people.", "Wednesday=2024-03-27(p)"},
		{wednesday, "Gunmen attacked the depot last Friday.", "last Friday=2024-03-22(p)"},
		{wednesday, "Gunmen attacked the depot last Wednesday.", "last Wednesday=2024-03-20(p)"},
		{wednesday, "The two sides will meet on Friday.", "Friday=2024-03-29(p)"},
		{wednesday, "Talks are scheduled for next Tuesday in Port Maren.", "next Tuesday=2024-04-02(p)"},
		{wednesday, "Friday's attack was the worst in years.", "Friday=2024-03-22(p)"},
		{wednesday, "Police clashed with students Friday night near the port.", "Friday night=2024-03-22(p)"},
		{wednesday, "The convoy was ambushed late on Thursday.", "late on Thursday=2024-03-21(p)"},
		{"", "A bomb exploded in Talvik on Friday.", "Friday=?"},
		// Days by the day of writing.
		{wednesday, "The army denied today that rebels attacked the farm.", "today=2024-03-27(p)"},
		{wednesday, "Two peasants were shot yesterday morning.", "yesterday morning=2024-03-26(p)"},
		{wednesday, "HEAVY FIGHTING RAGED LAST NIGHT IN TALVIK.", "LAST NIGHT=2024-03-26(p)"},
		{wednesday, "The fire broke out this morning.", "this morning=2024-03-27(p)"},
		{wednesday, "They were arrested the day before yesterday.", "day before yesterday=2024-03-25(p)"},
		{"", "The army denied today that rebels attacked the farm.", "today=?"},
		// Days and months by number.
		{wednesday, "The attack on March 22 killed nine.", "March 22=2024-03-22(p)"},
		{wednesday, "The attack on 22 March 2014 killed nine.", "22 March 2014=2014-03-22"},
		{"1990-02-04", "TALVIK, 4 FEB 90 (XNA) -- THE ARMY DENIED IT.", "4 FEB 90=1990-02-04"},
		{"1990-02-04", "THE PRESIDENT HAS BEEN THERE SINCE 02 FEBRUARY.", "02 FEBRUARY=1990-02-02(p)"},
		{"1990-02-04", "THE FARM WAS ATTACKED ON 28 DECEMBER.", "28 DECEMBER=1989-12-28(p)"},
		{"1990-02-04", "THE COLUMN ATTACKED THE FARM 2 DAYS AGO.", "2 DAYS AGO=1990-02-02(p)"},
		{"", "The attack on March 22, 2024, killed nine.", "March 22, 2024=2024-03-22"},
		{"", "The attack on 3/22/2024 killed nine.", "3/22/2024=2024-03-22"},
		{"", "The attack on 22/3/2024 killed nine.", "22/3/2024=2024-03-22"},
		{wednesday, "The attack on 3/4/2024 killed nine.", "3/4/2024=?"},
		{"", "The attack on 2024-03-22 killed nine.", "2024-03-22=2024-03-22"},
		{"", "The attack of 22.03.2024 killed nine.", "22.03.2024=2024-03-22"},
		{wednesday, "On Friday, March 22, a bomb exploded.", "Friday, March 22=2024-03-22(p)"},
		{wednesday, "The vote will be held on April 14.", "April 14=2024-04-14(p)"},
		{wednesday, "The town was shelled on November 3.", "November 3=2023-11-03(p)"},
		{wednesday, "The attack on Sept. 11, 2001, was recalled.", "Sept. 11, 2001=2001-09-11"},
		{wednesday, "The attack on February 30 killed nine.", "February 30=?"},
		{"", "The town fell in August 2021 after a siege.", "August 2021=2021-08"},
		{"2024-02-19", "On April 28 around noon, police were called to the depot.", "April 28=2023-04-28(p)"},
		{"2024-02-19", "On April 28 around noon, police will be at the depot.", "April 28=2024-04-28(p)"},
		{wednesday, "The town was shelled in March.", "March=2024-03(p)"},
		{wednesday, "The town was shelled in November.", "November=2023-11(p)"},
		{wednesday, "Talks will begin in May.", "May=2024-05(p)"},
		{"", "The town was shelled in November.", "November=?"},
		{"", "The group was founded in 2014.", "2014=2014"},
		{"", "It has fought the militia since 2015.", "2015=2015"},
		{"", "The 2003 invasion left scars.", "2003=2003"},
		// Counted and pointed.
		{wednesday, "The ferry sank two weeks ago.", "two weeks ago=2024-03-11~/2024-03-17~(p)"},
		{wednesday, "The ferry sank three days ago.", "three days ago=2024-03-24(p)"},
		{wednesday, "The militia lost the valley five years ago.", "five years ago=2019~(p)"},
		{wednesday, "A decade ago the front held the coast.", "A decade ago=2014~(p)"},
		{wednesday, "The front was strong years ago.", ""},
		{wednesday, "The front was strong a few years ago.", "a few years ago=?"},
		{wednesday, "Nine people were killed in the past 24 hours.", "past 24 hours=2024-03-26/2024-03-27(p)"},
		{wednesday, "Nine people were killed in the last three days.", "last three days=2024-03-24/2024-03-27(p)"},
		{wednesday, "Attacks have risen in recent months.", "recent months=?"},
		{wednesday, "The mayor was shot earlier this month.", "earlier this month=2024-03(p)"},
		{wednesday, "A service was bombed earlier this year.", "earlier this year=2024(p)"},
		{wednesday, "The depot burned last week.", "last week=2024-03-18/2024-03-24(p)"},
		{wednesday, "The depot burned last month.", "last month=2024-02(p)"},
		{wednesday, "The depot burned last year.", "last year=2023(p)"},
		{wednesday, "Clashes broke out over the weekend.", "the weekend=2024-03-23/2024-03-24(p)"},
		{wednesday, "Clashes will be watched this weekend.", "this weekend=2024-03-30/2024-03-31(p)"},
		{wednesday, "The valley was retaken last August.", "last August=2023-08(p)"},
		{wednesday, "The valley was retaken this January.", "this January=2024-01(p)"},
		{wednesday, "The valley was retaken last spring.", "last spring=2023-21(p)"},
		{"", "The valley was retaken in the summer of 2014.", "summer of 2014=2014-22"},
		// Parts and ranges.
		{wednesday, "Patrols resumed in early March.", "early March=2024-03-01~/2024-03-10~(p)"},
		{"", "The threat peaked in the mid-2010s.", "mid-2010s=2014~/2016~"},
		{"", "The front was armed in the 1980s.", "1980s=198X"},
		{"", "The front was armed in the early 1980s.", "early 1980s=1980~/1983~"},
		{"", "Cells were raided in the last months of 2021 and the first months of 2022.", "last months of 2021=2021-09~/2021-12~; first months of 2022=2022-01~/2022-04~"},
		{"", "The front was armed in the early 1980's.", "early 1980's=1980~/1983~"},
		{"", "The front was founded in 2014 or 2015.", "2014 or 2015=2014/2015"},
		{"", "It fought the 1979–1989 war.", "1979–1989=1979/1989"},
		{"", "The war between 1979 and 1989 cost lives.", "between 1979 and 1989=1979/1989"},
		{"", "Fighting lasted from March 3 to March 5, 2021.", "from March 3 to March 5, 2021=2021-03-03/2021-03-05"},
		{wednesday, "Shelling on March 20-22 destroyed the school.", "March 20-22=2024-03-20/2024-03-22(p)"},
		// Counted from another date.
		{"", "The town fell on 3 May 2021 and was retaken two days later.", "3 May 2021=2021-05-03; two days later=2021-05-05(t)"},
		{"", "The town was retaken two days later.", "two days later=?"},
		// No dates.
		{wednesday, "The rebels may attack the town.", ""},
		{wednesday, "THE REBELS MAY ATTACK THE TOWN.", ""},
		{wednesday, "Protesters will march on the capital.", ""},
		{wednesday, "THE STUDENTS MARCH TO THE CAPITAL.", ""},
		{wednesday, "The 12th Brigade lost a second tank.", ""},
		{wednesday, "Carla Vidal, 34, was wounded by 2000 bullets.", ""},
		{wednesday, "The Sun reported the raid.", ""},
		{wednesday, "About 2000 people fled.", ""},
		{wednesday, "April Vidal denied it.", ""},
		{wednesday, "The 17 March Movement denied it.", ""},
		{wednesday, "An august body was bombed.", ""},
	} {
		if got := shown(pageOf(c.published, c.sentence).reading.Dates); got != c.want {
			t.Errorf("%s, published %q:\n got %s\nwant %s", c.sentence, c.published, got, c.want)
		}
	}
}

// A text without a publication date is dated by itself where it can be.
func TestDatesOfTheTextItself(t *testing.T) {
	for _, c := range []struct {
		says string
		text []string
		want string
	}{
		{"a weekday and a numbered day of one thing, in the latest year told of", []string{
			"caption | Mourners at the ferry hall in Port Maren, where an attack killed nine people on March 22.",
			"The front has claimed Friday's attack on the ferry hall.",
			"The minister spoke of revenge in an address on Monday.",
			"The front was founded in 2014 and lost Talvik five years ago.",
			"Cells were raided in the first months of 2024, and a church was bombed earlier this year.",
			"The army will report on Thursday.",
		}, "March 22=2024-03-22(t); Friday=2024-03-22(t); Monday=2024-03-25(t); 2014=2014; five years ago=2019~(t); " +
			"first months of 2024=2024-01~/2024-04~; earlier this year=2024(t); Thursday=?"},
		{"the weekday does not agree with the latest year", []string{
			"An attack killed nine people on March 22.", "The front claimed Thursday's attack.", "It was armed in 2024.",
		}, "March 22=?; Thursday=?; 2024=2024"},
		{"the weekday is of another thing", []string{
			"An ambush killed nine people on March 22.", "Friday's vote was calm.", "It was armed in 2024.",
		}, "March 22=?; Friday=?; 2024=2024"},
		{"the text names no year", []string{
			"An attack killed nine people on March 22.", "The front claimed Friday's attack.",
		}, "March 22=?; Friday=?"},
		{"the year stands with the day", []string{
			"An attack killed nine people on March 22, 2019.", "The front claimed Friday's attack.",
		}, "March 22, 2019=2019-03-22; Friday=2019-03-22(t)"},
		{"two days come out", []string{
			"An attack killed nine people on March 22, 2019.", "An attack killed two people on April 5, 2019.", "The front claimed Friday's attack.",
		}, "March 22, 2019=2019-03-22; April 5, 2019=2019-04-05; Friday=?"},
		{"what had been before is not counted forward", []string{
			"An attack killed nine people on March 22, 2019.", "The front claimed Friday's attack.", "The embassy had warned of it on Monday.",
		}, "March 22, 2019=2019-03-22; Friday=2019-03-22(t); Monday=?"},
		{"a stamp is not the day of the attack", []string{
			"Nine killed in attack XNA Friday 22 March 2019.", "The attack came on Thursday.",
		}, "Friday 22 March 2019=2019-03-22; Thursday=?"},
	} {
		if got := shown(pageOf("", c.text...).reading.Dates); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.says, got, c.want)
		}
	}
}

func TestDateNear(t *testing.T) {
	for _, c := range []struct{ sentence, at, want string }{
		{"A bomb exploded in Talvik on Friday, police said on Monday.", "exploded", "Friday"},
		{"The front claimed Friday's attack on the market.", "attack", "Friday"},
		{"Police said on Monday that a bomb exploded in Talvik.", "exploded", ""},
		{"Police said Monday that a bomb exploded in Talvik on Friday.", "exploded", "Friday"},
		{"On Friday, gunmen attacked the depot.", "attacked", "Friday"},
		{"The front attacked the depot on Friday, and it shelled Talvik on Sunday.", "attacked", "Friday"},
		{"The front attacked the depot on Friday, and it shelled Talvik on Sunday.", "shelled", "Sunday"},
		{"Friday's attack on the depot was condemned by the bishop.", "attack", "Friday"},
		{"The front, which was founded in 2014, bombed the depot on Sunday.", "bombed", "Sunday"},
		{"Crowds walked on Sunday for nine people who were killed when a bomb exploded in Talvik on Thursday.", "killed", "Thursday"},
		{"Two men held over the attack were freed on Sunday.", "attack", ""},
		{"On Sunday the front denied a role in the attack.", "attack", ""},
		{"Nine people were killed on Friday in an attack on the depot.", "attack", "Friday"},
		{"Gunmen attacked the depot.", "attacked", ""},
	} {
		p := pageOf(wednesday, c.sentence)
		at := strings.Index(c.sentence, c.at)
		d := p.dateNear(&p.Sentences[0], ascribe.Span{Start: at, End: at + len(c.at)})
		if got := textOf(d); got != c.want {
			t.Errorf("%s: %s is dated %q, want %q", c.sentence, c.at, got, c.want)
		}
	}
}

func textOf(d *ascribe.Date) string {
	if d == nil {
		return ""
	}
	return d.Text
}

func TestSaidDate(t *testing.T) {
	for _, c := range []struct{ sentence, cue, want string }{
		{"Police said on Monday that a bomb exploded in Talvik.", "said", "Monday"},
		{"A bomb exploded in Talvik on Friday, police said on Monday.", "said", "Monday"},
		{"A bomb exploded in Talvik on Friday, police said.", "said", ""},
		{"On Monday, police said two men were held.", "said", "Monday"},
		{"Police on Monday told reporters that two men were held.", "told", "Monday"},
		{"Police said a bomb exploded on Friday.", "said", ""},
		{"“We did it,” the front said in a statement late Sunday.", "said", "late Sunday"},
		{"On Friday gunmen killed nine people, police said.", "said", ""},
	} {
		p := pageOf(wednesday, c.sentence)
		at := strings.Index(c.sentence, c.cue)
		d := p.saidDate(&p.Sentences[0], ascribe.Span{Start: at, End: at + len(c.cue)})
		if got := textOf(d); got != c.want {
			t.Errorf("%s: said on %q, want %q", c.sentence, got, c.want)
		}
	}
}
