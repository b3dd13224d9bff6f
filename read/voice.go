package read

import (
	"strings"

	"ascribe"
)

// voices finds whom the voices of a text spoke to: an agency ("told the Efe
// news agency"), or the outlet that the text is its own, which is the outlet
// that several voices told something, or one and a credit names its domain too.
func (l *layout) voices(known []ascribe.Credit) []ascribe.Credit {
	type hearer struct {
		span  ascribe.Span
		name  string
		count int
	}
	var out []ascribe.Credit
	heard := map[string]*hearer{}
	var order []*hearer
	hear := func(at ascribe.Span) {
		words := strings.TrimRight(at.Of(l.text), "'’")
		if i := strings.LastIndexAny(words, "'’"); i > 0 {
			return // "told CNN's Ana Oru": quoted from elsewhere
		}
		at.End = at.Start + len(words)
		if name := agency(words); name != "" {
			out = append(out, ascribe.Credit{Name: name, Kind: ascribe.Wire, Span: at})
			return
		}
		if s, ok := strings.CutSuffix(strings.ToLower(words), " agency"); ok && !strings.Contains(s, " ") || strings.HasSuffix(strings.ToLower(words), "news agency") {
			out = append(out, ascribe.Credit{Name: strings.TrimPrefix(words, "the "), Kind: ascribe.Wire, Span: at})
			return
		}
		key := strings.TrimPrefix(strings.ToLower(words), "the ")
		if h := heard[key]; h != nil {
			h.count++
			return
		}
		if namesOutlet(words) || l.own(key, known) {
			h := &hearer{span: at, name: strings.TrimPrefix(words, "the "), count: 1}
			heard[key] = h
			order = append(order, h)
		}
	}
	for _, b := range l.blocks {
		if b.Kind != ascribe.Body {
			continue
		}
		s := b.Span.Of(l.text)
		for _, re := range []struct{ cheap, also string }{{"told ", ""}, {"spoke", "speak"}, {"interview with", "talked"}} {
			if strings.Contains(s, re.cheap) || re.also != "" && strings.Contains(s, re.also) {
				for _, m := range tellers.FindAllStringSubmatchIndex(s, -1) {
					hear(ascribe.Span{Start: b.Span.Start + m[2], End: b.Span.Start + m[3]})
				}
				for _, m := range spokeTo.FindAllStringSubmatchIndex(s, -1) {
					hear(ascribe.Span{Start: b.Span.Start + m[2], End: b.Span.Start + m[3]})
				}
				break
			}
		}
	}
	best := -1
	for i, h := range order {
		if best < 0 || h.count > order[best].count {
			best = i
		}
	}
	if best < 0 {
		return out
	}
	h := order[best]
	if h.count >= 2 || l.own(strings.ToLower(h.name), known) {
		out = append(out, ascribe.Credit{Name: h.name, Kind: ascribe.CreditedOutlet, Span: h.span})
	}
	return out
}

// own reports whether a name is that of the outlet known from outside, or of
// the domain that a credit of the text names.
func (l *layout) own(name string, known []ascribe.Credit) bool {
	key := squeeze(name)
	if key == "" {
		return false
	}
	if label(l.hints.outlet) == key {
		return true
	}
	for _, c := range known {
		if c.Kind == ascribe.RepublishedFrom && label(c.Name) == key {
			return true
		}
	}
	return false
}

// label returns the telling part of a domain or name: "vox" of "www.vox.com".
func label(s string) string {
	s = strings.TrimPrefix(strings.ToLower(s), "www.")
	if i := strings.IndexByte(s, '.'); i > 0 {
		s = s[:i]
	}
	return squeeze(s)
}

// squeeze drops what a domain cannot hold from a name: "the oru times" is "orutimes".
func squeeze(s string) string {
	s = strings.TrimPrefix(strings.ToLower(s), "the ")
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '.' || r == '\'' || r == '’' {
			return -1
		}
		return r
	}, s)
}
