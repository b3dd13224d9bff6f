package origins

import (
	"slices"
	"strings"
)

// An edit is what an outlet does to a dispatch before it prints it.
type edit struct {
	name  string
	apply func(w *writer, p *page)
}

// A page is a text on its way into print.
type page struct {
	title     string
	dateline  string
	sentences []string
	credit    string // at the foot
}

// edits are those of one reprint each; the last reprints of a dispatch have
// several of them at once.
var edits = []edit{
	{"headline", retitle},
	{"credit dropped", dropCredit},
	{"cut", cut},
	{"inserted quotes", insert},
	{"order", reorder},
	{"words", reword},
}

func retitle(w *writer, p *page) { p.title = w.write("localheadline") }

func dropCredit(_ *writer, p *page) { p.dateline, p.credit = "", "" }

// cut keeps 30 to 70 per cent of the sentences, from the beginning.
func cut(w *writer, p *page) {
	n := (len(p.sentences)*(30+w.draw.IntN(41)) + 99) / 100
	p.sentences = p.sentences[:n]
}

// insert adds one to three sentences from the outlet's own town.
func insert(w *writer, p *page) {
	for range 1 + w.draw.IntN(3) {
		at := 1 + w.draw.IntN(len(p.sentences))
		p.sentences = slices.Insert(p.sentences, at, w.write("local"))
	}
}

// reorder moves sentences about behind the lead.
func reorder(w *writer, p *page) {
	rest := p.sentences[1:]
	w.draw.Shuffle(len(rest), func(a, b int) { rest[a], rest[b] = rest[b], rest[a] })
}

// otherWords are what a sub-editor puts for another word.
var otherWords = strings.NewReplacer(
	" people ", " persons ", " killed ", " slain ", " wounded ", " injured ", " men ", " fighters ", " said ", " stated ",
	" nobody ", " no one ", " near ", " close to ", " before ", " ahead of ", " about ", " around ", " worst ", " gravest ",
	" began ", " started ", " promised ", " pledged ", " town ", " city ", " but ", " yet ", " have ", " had ", " still ", " yet ",
)

// reword changes a word here and there in two sentences of three.
func reword(w *writer, p *page) {
	for i, s := range p.sentences {
		if w.draw.IntN(3) > 0 {
			p.sentences[i] = otherWords.Replace(s)
		}
	}
}

// reprint prints a dispatch with some edits. Most keep the credit in the dateline,
// some move it to the foot.
func (w *writer) reprint(d *dispatch, chosen []edit) *page {
	p := d.page()
	if w.draw.IntN(3) == 0 {
		p.dateline, p.credit = "", "Source: "+d.agency
	}
	for _, e := range chosen {
		e.apply(w, p)
	}
	return p
}

// page lays a dispatch out as the agency itself does.
func (d *dispatch) page() *page {
	return &page{title: d.headline, dateline: d.dateline, sentences: slices.Clone(d.sentences)}
}

// text sets the page, two sentences to a paragraph.
func (p *page) text() string {
	var out strings.Builder
	out.WriteString(p.dateline)
	for i, s := range p.sentences {
		switch {
		case i == 0:
		case i%2 == 1:
			out.WriteString("\n\n")
		default:
			out.WriteByte(' ')
		}
		out.WriteString(s)
	}
	if p.credit != "" {
		out.WriteString("\n\n" + p.credit)
	}
	return out.String()
}
