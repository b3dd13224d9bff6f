package publish

import (
	"encoding/hex"
	"fmt"

	"ascribe"
)

// Meta is what a dossier says of itself. It holds no clock: the same records
// and the same Meta give the same dossier.
type Meta struct {
	Title     string       // of the case; empty for the incident's own title
	Generator string       // the program and its version
	Pins      ascribe.Pins // from when the records are taken
	Head      ascribe.Head // the ledger that they were folded from
	Total     int          // how many incidents the case holds; 0 when these are all
}

// A dossier is what the Markdown and the HTML renderings share. All its own
// text stands in sentences, and each of them is cited or marked.
type dossier struct {
	Title    string
	About    []sentence // generator, pins, ledger
	Count    sentence   // how many of the incidents are here
	Chapters []*chapter
	Reading  []sentence // how to read it
}

// A chapter is one incident.
type chapter struct {
	Number    int
	Incident  string
	Title     string
	Kind      string // "bombing", "shooting, foiled"
	When      sentence
	Where     sentence
	Killed    sentence
	Facts     []fact
	Contested []sentence
	Tolls     []tollPart
	Matrix    matrix
	Timeline  []event
	TimeNote  sentence
	Relations []sentence
	Origins   []originPart
	Joined    []sentence
	Notes     []note
}

// A fact is one row of the summary: all that is given for one thing.
type fact struct {
	Label string
	Says  []sentence
}

// A tollPart is one harm: its figure, its chart and the table that repeats it.
type tollPart struct {
	Harm   string
	Drawn  int               // points of the chart; 0 for none
	Range  ascribe.TollRange // as drawn: one point for each row
	Undate []bool            // of each point: its time is the retrieval
	Rows   []tollRow
	Foot   sentence
}

// A tollRow is one figure by one source of one origin.
type tollRow struct {
	Key, When, Figure string
	Says              sentence
}

// A matrix is who says who did it.
type matrix struct {
	Voices []string // the columns that hold anything
	Rows   []matrixRow
	Foot   []sentence
}

type matrixRow struct {
	Actor []part
	Cells [][]stand // by voice
}

// A stand is one position of one source on one actor.
type stand struct {
	Position ascribe.Position
	Word     string
	Source   []part
	Support  string // "1 origin + 9 reprints"
	When     string
	Says     sentence // the words, with their notes
}

// An event is one entry of the timeline.
type event struct {
	When  string
	Voice []part
	Says  sentence
	Chips []chip
}

// A chip is a coded value that a statement carries.
type chip struct {
	Text     string
	Position ascribe.Position // NoPosition for a toll
}

// An originPart is one origin with its documents.
type originPart struct {
	Name    []part
	Count   sentence
	Because []sentence
	Reports []report
}

// A report is one appearance of a document.
type report struct {
	Outlet, When, Headline, URL, Document, Archived string
	Late                                            bool
	Lapsed                                          string // how no word of it stands any more, or ""
}

// A note gives the exact words that a sentence rests on, and where they stand.
type note struct {
	Number                    int
	Outlet, When, Quote, URL  string
	Voice                     []part
	Anchor, Statement, Origin string
}

// newDossier builds the dossier of records, none of which need be redacted.
func newDossier(records []*ascribe.Record, meta Meta) *dossier {
	d := &dossier{Title: meta.Title}
	number := 0
	undated, unplaced, reported := 0, 0, 0
	for i, r := range records {
		c := newChapter(r, i+1, &number)
		d.Chapters = append(d.Chapters, c)
		if !r.When.Resolved() {
			undated++
		}
		if r.Where == nil {
			unplaced++
		}
		reported += reports(r)
	}
	if d.Title == "" {
		d.Title = "Dossier"
		if len(d.Chapters) == 1 {
			d.Title = d.Chapters[0].Title
		}
	}
	total := max(meta.Total, len(records))
	d.Count = computed(own(fmt.Sprintf("Showing %d of %s, told in %s; %d undated, %d unplaced. Counts are of documented reports, not of events in the world.",
		len(records), countOf(total, "incident"), countOf(reported, "report"), undated, unplaced)))
	d.About = about(meta)
	d.Reading = howToRead()
	return d
}

// about says what made the dossier, from what.
func about(m Meta) []sentence {
	var out []sentence
	if m.Generator != "" {
		out = append(out, computed(own("Made by "), called(m.Generator), own(".")))
	}
	asOf, knownAt := "all that has been published", "all that stands in the ledger"
	if !m.Pins.AsOf.IsZero() {
		asOf = "what had been published by " + moment(m.Pins.AsOf)
	}
	if !m.Pins.KnownAt.IsZero() {
		knownAt = "what stood in the ledger by " + moment(m.Pins.KnownAt)
	}
	out = append(out, computed(own("It holds "+asOf+", and "+knownAt+".")))
	if m.Head.Size > 0 {
		out = append(out, computed(own(fmt.Sprintf("Ledger of %s, root ", countOf(int(m.Head.Size), "line"))), code(hex.EncodeToString(m.Head.Root[:])), own(".")))
	}
	return out
}

// howToRead says what the signs mean.
func howToRead() []sentence {
	return []sentence{
		computed(own("A number leads to the note with the exact words of the article. “Computed” marks counts and rules applied to cited statements; “inference” marks what the program concludes.")),
		computed(own("An origin is one piece of reporting: a dispatch, a press conference, a communiqué. Reprints of it add outlets and no corroboration.")),
		computed(own("Positions are those of the sources named, not of this dossier. Low, best and high are reported values under the rule named, not an interval of confidence.")),
		computed(own("In a chart the sign stands at the figure given: a square for authorities, a diamond for the party itself, a circle for the outlet, a triangle for other voices; hollow for an early figure, given within a day; struck through where the words were taken back or are gone from the article. A bar runs from low to high, an arrow means “or more” or “or fewer”. The band is the record's own range, the dashed line its best figure.")),
		computed(own("Reliability of sources and credibility of information: F6, cannot be judged, unless a person has rated them.")),
		computed(own("Private persons are counted and not named.")),
	}
}
