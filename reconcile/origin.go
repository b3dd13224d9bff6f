package reconcile

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"ascribe"
)

// Thresholds of text reuse, as parts of the shorter text's shingles that the
// longer one holds. Only two texts that are nearly the same are one for their
// quotations too: what an official says stands in many reports, each its
// writer's own. And agencies repeat their background, which may be most of a text
// that was cut: what is not of one incident must share more, and of both texts.
const (
	sameTextAt = 0.6  // of all shingles of both, quotations and all
	nearlyAt   = 0.8  // one piece of reporting, whatever the facts that it tells
	mostlyAt   = 0.65 // one piece where no facts speak against it
	ofBothAt   = 0.2  // and so much of both is shared
	reprintAt  = 0.5  // one piece where both are news of one incident
	partAt     = 0.35 // one piece where that is sure
	reuseAt    = 0.3  // a question for review
	creditedAt = 0.15 // one piece when the text says where it is from, or one house prints both
	fewest     = 12   // shingles; a shorter text proves nothing by its words
	fewestBoth = 20   // shingles outside quotations that reprints share
	surelyOne  = 0.91 // score of the incident that makes two texts one that share a part or a credit
	mustAgree  = 2    // facts of that incident, more than differ, in which two texts under one credit or of one house agree
)

// dispatchWindow is how far apart two articles that credit one agency may be
// published and rest on one dispatch.
const dispatchWindow = 36 * time.Hour

// textMatch is how much of their words two documents share.
type textMatch struct {
	jaccard   float64
	contained float64 // of the shorter in the longer
	narrated  float64 // the same of what stands outside quotation marks
	both      int     // how many those are
}

// compareTexts measures the words that two documents share: by their sketches
// first, exactly where those leave room for any.
func compareTexts(a, b *Profile) textMatch {
	if min(len(a.shingles), len(b.shingles)) < fewest {
		return textMatch{}
	}
	ratio := float64(max(len(a.shingles), len(b.shingles))) / float64(min(len(a.shingles), len(b.shingles)))
	if ratio < 4 && a.signature.resemblance(&b.signature) == 0 {
		return textMatch{}
	}
	n := meet(a.shingles, b.shingles)
	m := textMatch{
		jaccard:   float64(n) / float64(len(a.shingles)+len(b.shingles)-n),
		contained: float64(n) / float64(min(len(a.shingles), len(b.shingles))),
	}
	if least := min(len(a.narration), len(b.narration)); least >= fewest {
		m.both = meet(a.narration, b.narration)
		m.narrated = float64(m.both) / float64(least)
	}
	return m
}

// originLink judges whether two documents are one piece of reporting: by their
// words and credits, as versions of one article, or because one takes the other
// back. told are the links between their tellings.
func originLink(a, b *Profile, told []ascribe.Link) (ascribe.Link, bool) {
	if b.Document.String() < a.Document.String() {
		a, b = b, a
	}
	texts := compareTexts(a, b)
	l, found := reuseLink(a, b, texts, told)
	one := oneArticle(a, b, texts)
	switch {
	case len(one) == 0:
		return l, found
	case !found || l.Judgement != ascribe.Same:
		l.Judgement, l.Score = ascribe.Same, 1
		l.Because = append(one, l.Because...)
	default:
		l.Because = append(l.Because, one...)
	}
	return l, true
}

// reuseLink judges by words and credits alone. The documents come in order.
func reuseLink(a, b *Profile, texts textMatch, told []ascribe.Link) (ascribe.Link, bool) {
	l := ascribe.Link{
		Kind: ascribe.SameOrigin, Left: a.Document.String(), Right: b.Document.String(),
		Judgement: ascribe.Same, Provenance: provenance, Engines: []string{a.engine, b.engine},
	}
	from, credited := republished(a, b)
	wire, oneWire := sameWire(a, b)
	event, facts, oneEvent := sameNews(a, b, told)
	fits := oneEvent && facts.differ <= facts.agreed
	surely := fits && event.Weight >= surelyOne
	agreed := surely && facts.agreed >= mustAgree && facts.agreed > facts.differ
	spoke, oneOccasion := sameOccasion(a, b)
	house, sisters := oneHouse(a, b)
	switch {
	case texts.jaccard >= sameTextAt || texts.reprinted(fits, func() bool { return twoByFacts(a, b) }):
		l.Score = ascribe.Score(max(texts.contained, texts.narrated))
		l.Because = texts.reasons()
	case credited && texts.contained >= creditedAt:
		l.Score = 0.9
		l.Because = append(texts.reasons(), from)
	case surely && texts.narrated >= partAt && texts.both >= fewestBoth:
		l.Score = ascribe.Score(texts.narrated)
		l.Because = append(texts.reasons(), event)
	case sisters && agreed && texts.narrated >= creditedAt && texts.both >= fewest:
		l.Score = 0.8
		l.Because = append(texts.reasons(), house, event)
	case oneWire && agreed:
		l.Score = 0.8
		l.Because = []ascribe.Reason{wire, event}
	case oneEvent && oneOccasion:
		l.Score, l.Judgement = 0.3, ascribe.Unsure
		l.Because = append([]ascribe.Reason{spoke, event}, texts.reasons()...)
	case sisters && oneEvent:
		l.Score, l.Judgement = 0.3, ascribe.Unsure
		l.Because = append([]ascribe.Reason{house, event}, texts.reasons()...)
	case texts.contained >= reuseAt:
		l.Score, l.Judgement = ascribe.Score(texts.contained), ascribe.Unsure
		l.Because = texts.reasons()
	default:
		return l, false
	}
	return l, true
}

// reprinted reports whether so much of two texts is shared, but for quotations, that
// one is printed from the other. Which share that is, depends on whether both are news
// of one incident, and else on whether their facts are those of two.
func (m textMatch) reprinted(oneEvent bool, two func() bool) bool {
	switch {
	case m.both < fewestBoth || m.narrated < reprintAt:
		return false
	case oneEvent:
		return true
	case m.jaccard < ofBothAt || m.narrated < mostlyAt:
		return false
	}
	return m.narrated >= nearlyAt || !two()
}

// reasons say how much of their words two documents share.
func (m textMatch) reasons() []ascribe.Reason {
	return []ascribe.Reason{
		{
			Feature: "same text", Weight: m.contained,
			Left: fmt.Sprintf("%.0f %% of the shorter text", 100*m.contained), Right: fmt.Sprintf("%.0f %% outside quotations", 100*m.narrated),
		},
		{Feature: wordsInCommon, Weight: m.jaccard, Left: "shared runs of five words", Right: "of all"},
	}
}

// wordsInCommon is the reason that says which of several earlier texts is the one reused.
const wordsInCommon = "words in common"

// likeness is how alike the texts at the ends of a link are.
func likeness(l ascribe.Link) float64 {
	for _, r := range l.Because {
		if r.Feature == wordsInCommon {
			return r.Weight
		}
	}
	return float64(l.Score)
}

// sameNews reports whether both documents are news of one incident, and not only
// recall the same one, and how they agree in its facts.
func sameNews(a, b *Profile, told []ascribe.Link) (ascribe.Reason, facts, bool) {
	news := map[string]*telling{}
	for _, p := range []*Profile{a, b} {
		for i := range p.tellings {
			if t := &p.tellings[i]; t.main {
				news[t.id] = t
			}
		}
	}
	for _, l := range told {
		if x, y := news[l.Left], news[l.Right]; l.Judgement == ascribe.Same && x != nil && y != nil {
			return ascribe.Reason{Feature: "one incident", Weight: float64(l.Score), Left: "told in both", Right: "as news"}, factsOf(x, y), true
		}
	}
	return ascribe.Reason{}, facts{}, false
}

// twoByFacts reports whether two documents are news of incidents that differ in more
// facts than they agree in, whichever of them are compared.
func twoByFacts(a, b *Profile) bool {
	two := false
	for i := range a.tellings {
		for j := range b.tellings {
			x, y := &a.tellings[i], &b.tellings[j]
			if !x.main || !y.main {
				continue
			}
			if f := factsOf(x, y); f.differ <= f.agreed {
				return false
			}
			two = true
		}
	}
	return two
}

// byAddress reports whether a link rests on where two texts stood, or on a notice,
// and not on their words.
func byAddress(l ascribe.Link) bool {
	return len(l.Because) > 0 && (l.Because[0].Feature == oneAddress || l.Because[0].Feature == takenBack)
}

// byCredit reports whether a link rests on a credit alone.
func byCredit(l ascribe.Link) bool {
	return len(l.Because) > 0 && l.Because[0].Feature == "wire credit"
}

// republished reports whether one document says that it was first published by
// an outlet of the other.
func republished(a, b *Profile) (ascribe.Reason, bool) {
	for _, pair := range [][2]*Profile{{a, b}, {b, a}} {
		for _, c := range pair[0].credits {
			if c.Kind != ascribe.RepublishedFrom {
				continue
			}
			for _, out := range pair[1].outlets {
				if sameOutlet(c.Name, out) {
					return ascribe.Reason{Feature: "republished from", Weight: 1, Left: c.Name, Right: out}, true
				}
			}
		}
	}
	return ascribe.Reason{}, false
}

// forms are how an outlet may be written: its site, its name, its name in one word.
type forms struct{ site, name, bare string }

func outletForms(outlet string) forms {
	s := strings.ToLower(strings.TrimSpace(outlet))
	s = strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
	s, _, _ = strings.Cut(strings.TrimPrefix(s, "www."), "/")
	bare, _, _ := strings.Cut(s, ".")
	return forms{s, nameKey(outlet), strings.ReplaceAll(nameKey(bare), " ", "")}
}

// all returns the forms that tell an outlet from others, marked by what they are.
func (f forms) all() []string {
	var out []string
	if f.site != "" {
		out = append(out, "site "+f.site)
	}
	if f.name != "" {
		out = append(out, "name "+f.name)
	}
	if len(f.bare) > 3 {
		out = append(out, "bare "+f.bare)
	}
	return out
}

// sameOutlet compares an outlet's name or address as credited with its id.
func sameOutlet(credit, outlet string) bool {
	x, y := outletForms(credit), outletForms(outlet)
	return x.site != "" && x.site == y.site || x.name != "" && x.name == y.name || len(x.bare) > 3 && x.bare == y.bare
}

// sameWire reports whether both documents credit one agency, or one credits the
// outlet of the other as its agency, within the time that a dispatch is news. One
// outlet prints a dispatch once: two texts of its own are two dispatches.
func sameWire(a, b *Profile) (ascribe.Reason, bool) {
	oneOutlet := slices.ContainsFunc(a.outlets, func(o string) bool { return slices.Contains(b.outlets, o) })
	if oneOutlet || a.public.IsZero() || b.public.IsZero() || a.public.Sub(b.public).Abs() > dispatchWindow {
		return ascribe.Reason{}, false
	}
	for _, pair := range [][2]*Profile{{a, b}, {b, a}} {
		for _, c := range pair[0].credits {
			for _, out := range pair[1].outlets {
				if c.Kind == ascribe.Wire && sameOutlet(c.Name, out) {
					return ascribe.Reason{Feature: "wire credit", Weight: 1, Left: "credits " + c.Name, Right: out}, true
				}
			}
		}
	}
	for _, x := range a.credits {
		for _, y := range b.credits {
			if x.Kind == ascribe.Wire && y.Kind == ascribe.Wire && nameKey(x.Name) == nameKey(y.Name) {
				return ascribe.Reason{Feature: "wire credit", Weight: 1, Left: "both credit " + x.Name, Right: y.Name}, true
			}
		}
	}
	return ascribe.Reason{}, false
}
