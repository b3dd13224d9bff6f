package reconcile

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"ascribe"
)

// sameHeadline is the part of all words of two headlines that they share, from
// which on two texts at one address are held to be one article.
const sameHeadline = 0.5

// fewestTitled is how many words a headline must have to find an article by.
const fewestTitled = 4

// recalledFor is how long after an article its outlet may take it back by name.
const recalledFor = 60 * day

// A takeBack is a retraction or a correction, by what it is about.
type takeBack struct {
	kind ascribe.NoticeKind
	of   string // key of the headline or address that it names; "" for the article itself
}

// headlineNotice is a headline that begins as a notice does: "KILL: …", "RETRACTED
// - …". A kill and a cancellation are told from news by their capitals.
var headlineNotice = regexp.MustCompile(`^\W*(?:(?i:mandatory|bulletin|urgent|advisory|attention|editors)\W+)*((?:KILLS?|CANCEL(?:S|LED|ED|LATION)?|SPIKE)|(?i:retracted|withdrawn|corrected|correction)|RETRACTION|WITHDRAWAL)(?: NOTICE| ADVISORY)?\s*(?:[:\-–—|\])])\s*(.*)$`)

// ofHeadline reads a headline as a notice.
func ofHeadline(headline string) (takeBack, bool) {
	label, of, ok := labelled(headline)
	n := takeBack{of: titleKey(of)}
	if strings.HasPrefix(strings.ToLower(label), "correct") {
		n.kind = ascribe.Amendment
	}
	return n, ok
}

// labelled cuts the label of a notice from a headline.
func labelled(headline string) (label, rest string, ok bool) {
	begins := strings.ToUpper(headline[:min(len(headline), 60)])
	if !slices.ContainsFunc([]string{"KILL", "CANCEL", "SPIKE", "RETRACT", "WITHDRAW", "CORRECT"}, func(w string) bool { return strings.Contains(begins, w) }) {
		return "", headline, false // as nearly all; the pattern is dear
	}
	m := headlineNotice.FindStringSubmatch(headline)
	if m == nil {
		return "", headline, false
	}
	return m[1], m[2], true
}

// titleKey is a headline by its words, without the label of a notice; one of few
// words finds nothing.
func titleKey(headline string) string {
	_, headline, _ = labelled(headline)
	key := nameKey(headline)
	if len(strings.Fields(key)) < fewestTitled {
		return ""
	}
	return key
}

// addressKey is an address by its host and path; the front page of a site is no
// article.
func addressKey(address string) string {
	s := strings.TrimPrefix(strings.TrimPrefix(address, "https://"), "http://")
	s = strings.TrimPrefix(s, "www.")
	if host, path, _ := strings.Cut(s, "/"); host == "" || path == "" {
		return ""
	}
	return strings.TrimSuffix(s, "/")
}

// noticesOf lists what an article takes back, by its text and by its headlines.
func noticesOf(r *ascribe.Reading, seen []ascribe.Appearance) []takeBack {
	var out []takeBack
	for _, n := range r.Notices {
		t := takeBack{kind: n.Kind}
		if strings.HasPrefix(n.Of, "http://") || strings.HasPrefix(n.Of, "https://") {
			t.of = addressKey(n.Of)
		} else {
			t.of = titleKey(n.Of)
		}
		out = append(out, t)
	}
	for _, a := range seen {
		if t, ok := ofAppearance(&a); ok && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// ofAppearance reads what an article is called, and what who sent it says of its
// use, as a notice.
func ofAppearance(a *ascribe.Appearance) (takeBack, bool) {
	if a.Status != ascribe.Usable {
		return takeBack{}, true
	}
	return ofHeadline(a.Headline)
}

// published notes in a profile where the article stood, under what headlines, and
// what it takes back.
func (p *Profile) published(r *ascribe.Reading, seen []ascribe.Appearance) {
	for _, a := range seen {
		if key := addressKey(a.URL); key != "" && !slices.Contains(p.addresses, key) {
			p.addresses = append(p.addresses, key)
		}
		if key := titleKey(a.Headline); key != "" && !slices.Contains(p.titles, key) {
			p.titles = append(p.titles, key)
		}
	}
	p.notices = noticesOf(r, seen)
}

// addressKeys are the keys by which versions of an article, and what takes it back,
// find it.
func (p *Profile) addressKeys() []string {
	var out []string
	for _, a := range p.addresses {
		out = append(out, "at:"+a)
	}
	for _, h := range p.titles {
		out = append(out, "h:"+h)
	}
	for _, n := range p.notices {
		if n.of != "" {
			out = append(out, "at:"+n.of, "h:"+n.of)
		}
	}
	return out
}

// oneArticle gives the reasons for which two documents are versions of one article,
// or one takes the other back.
func oneArticle(a, b *Profile, texts textMatch) []ascribe.Reason {
	var out []ascribe.Reason
	for _, at := range a.addresses {
		if slices.Contains(b.addresses, at) && (texts.contained >= creditedAt || alikeTitles(a, b) || a.takesItselfBack() || b.takesItselfBack()) {
			out = append(out, ascribe.Reason{Feature: oneAddress, Weight: 1, Left: at, Right: "two texts"})
			break
		}
	}
	for _, pair := range [][2]*Profile{{a, b}, {b, a}} {
		if of := pair[0].takesBack(pair[1]); of != "" {
			out = append(out, ascribe.Reason{Feature: takenBack, Weight: 1, Left: "a notice on", Right: of})
		}
	}
	return out
}

// The reasons by which documents are one article.
const (
	oneAddress = "one address"
	takenBack  = "takes back"
)

// alikeTitles reports whether two articles go by much the same headline.
func alikeTitles(a, b *Profile) bool {
	for _, t := range a.titles {
		if slices.Contains(b.titles, t) {
			return true
		}
	}
	n := both(a.headline, b.headline)
	return n > 0 && float64(n) >= sameHeadline*float64(len(a.headline)+len(b.headline)-n)
}

// takesItselfBack reports whether an article is, or holds, a retraction that names
// no other.
func (p *Profile) takesItselfBack() bool {
	return slices.ContainsFunc(p.notices, func(n takeBack) bool { return n.kind == ascribe.Retraction && n.of == "" })
}

// takesBack returns what a notice of one article calls the other, an earlier one of
// its outlet or agency; "" when it speaks of none such.
func (p *Profile) takesBack(o *Profile) string {
	for _, n := range p.notices {
		named := n.of != "" && (slices.Contains(o.titles, n.of) || slices.Contains(o.addresses, n.of))
		if named && p.speaksFor(o) && inTime(o.public, p.public) {
			return n.of
		}
	}
	return ""
}

// inTime reports whether a notice of one moment may be about an article of another.
func inTime(article, notice time.Time) bool {
	return article.IsZero() || notice.IsZero() || !notice.Before(article) && notice.Sub(article) <= recalledFor
}

// speaksFor reports whether two articles are of one outlet or of one agency.
func (p *Profile) speaksFor(o *Profile) bool {
	for _, x := range p.houses() {
		for _, y := range o.houses() {
			if sameOutlet(x, y) {
				return true
			}
		}
	}
	return false
}

// houses are the outlets of an article and the agencies that it credits.
func (p *Profile) houses() []string {
	out := slices.Clone(p.outlets)
	for _, c := range p.credits {
		if c.Kind == ascribe.Wire {
			out = append(out, c.Name)
		}
	}
	return out
}
