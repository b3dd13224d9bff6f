package reconcile

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"ascribe"
)

// mostOfNotice is how many sentences an article may have whose only matter is the
// story that it takes back.
const mostOfNotice = 6

// A recall is a notice that is in force: it stands in a current text.
type recall struct {
	takeBack
	by     *held
	words  string
	anchor *ascribe.Notice // nil for a headline or a status
	since  time.Time
}

// findLapses marks the statements that do not stand any more: first those whose
// sentence vanished from every page that had it, then those of an article that was
// taken back, and of whatever is in its words.
func (s *State) findLapses(in *intake) {
	superseded := in.vanished()
	f := &fallen{State: s, in: in}
	for _, h := range s.docs {
		if superseded[h] {
			continue
		}
		for _, r := range h.recalls() {
			if !in.hidden(r.since) {
				f.recall(r)
			}
		}
	}
}

// vanished marks the statements whose sentences the current versions lack, and
// returns the documents that are current nowhere.
func (in *intake) vanished() map[*held]bool {
	gone := map[*held]map[ascribe.StatementID][]*ascribe.Lapse{} // one for each page
	pages := map[*held]int{}                                     // on which it is not current any more
	keys := map[*held]string{}
	for h, text := range in.texts {
		keys[h] = wordsKey(text)
	}
	for _, h := range in.versions {
		h.repeats(keys)
		for i, s := range h {
			if s.held == h.current() {
				continue
			}
			pages[s.held]++
			if gone[s.held] == nil {
				gone[s.held] = map[ascribe.StatementID][]*ascribe.Lapse{}
			}
			for id, st := range s.said {
				if l := h.lapseOf(i, wordsKey(st.Anchor.Quote), keys); l != nil {
					gone[s.held][id] = append(gone[s.held][id], l)
				}
			}
		}
	}
	superseded := map[*held]bool{}
	for h, n := range pages {
		if n < len(h.seen) {
			continue // a page still has the text
		}
		superseded[h] = true
		for id, list := range gone[h] {
			if len(list) == n {
				h.lapses[id] = slices.MaxFunc(list, func(a, b *ascribe.Lapse) int { return a.Since.Compare(b.Since) })
			}
		}
	}
	return superseded
}

// repeats notes of each statement the first version that has its sentence: what a
// later one leaves as it is is not said anew.
func (h history) repeats(keys map[*held]string) {
	for i, s := range h {
		for id, st := range s.said {
			sentence := wordsKey(st.Anchor.Quote)
			for j := range h[:i] {
				first := &h[j]
				if first.held != s.held && strings.Contains(keys[first.held], sentence) {
					if old := s.before[id]; old == nil || first.public.Before(old.public) {
						s.before[id] = first
					}
					break
				}
			}
		}
	}
}

// lapseOf tells since which later version a sentence of version i is missing; nil
// when the current one has it.
func (h history) lapseOf(i int, sentence string, keys map[*held]string) *ascribe.Lapse {
	var out *ascribe.Lapse
	for j := len(h) - 1; j > i && !strings.Contains(keys[h[j].held], sentence); j-- {
		out = &ascribe.Lapse{Kind: ascribe.Vanished, Since: h[j].public, By: h[j].id}
	}
	return out
}

// recalls lists the notices of a document, in its text and in the headlines and the
// status that it bears now.
func (h *held) recalls() []recall {
	var out []recall
	for i := range h.reading.Notices {
		n := &h.reading.Notices[i]
		out = append(out, recall{noticesOf(&ascribe.Reading{Notices: []ascribe.Notice{*n}}, nil)[0], h, n.Anchor.Quote, n, h.published()})
	}
	for _, a := range h.seen {
		if t, ok := ofAppearance(&a); ok && !h.calledAnew(&a) {
			words := a.Headline
			if a.Status != ascribe.Usable {
				words = "pubstatus: " + a.Status.String()
			}
			out = append(out, recall{t, h, words, nil, h.calledAt(&a)})
		}
	}
	return out
}

// calledAnew reports whether a document stood at the same address later without a
// notice for its headline or status.
func (h *held) calledAnew(a *ascribe.Appearance) bool {
	return slices.ContainsFunc(h.seen, func(b ascribe.Appearance) bool {
		_, notice := ofAppearance(&b)
		return !notice && samePlace(a, &b) && laterCapture(&b, a)
	})
}

// calledAt is when a document surely bore a headline or a status: not on a day that
// another one at its address is dated to.
func (h *held) calledAt(a *ascribe.Appearance) time.Time {
	at := a.PublicBy()
	for _, b := range h.seen {
		if samePlace(a, &b) && laterCapture(a, &b) && !at.After(captured(&b)) {
			at = a.Retrieved
		}
	}
	if at.Before(h.public) {
		return h.public
	}
	return at
}

// samePlace reports whether two appearances are of one address, or, of items without
// one, of one outlet under one id.
func samePlace(a, b *ascribe.Appearance) bool {
	if key := addressKey(a.URL); key != "" {
		return key == addressKey(b.URL)
	}
	return addressKey(b.URL) == "" && a.Outlet == b.Outlet && a.InputID == b.InputID
}

// laterCapture reports whether one appearance is known to be later than another.
func laterCapture(a, b *ascribe.Appearance) bool {
	return cmp.Or(captured(a).Compare(captured(b)), a.Retrieved.Compare(b.Retrieved)) > 0
}

// fallen is the making of what notices take back.
type fallen struct {
	*State
	in     *intake
	places map[string][]*held // by address and by headline; made when it is asked for
}

// at returns where documents stood, and under what headlines.
func (f *fallen) at() map[string][]*held {
	if f.places != nil {
		return f.places
	}
	f.places = map[string][]*held{}
	for _, h := range f.docs {
		for _, a := range h.seen {
			keys := []string{addressKey(a.URL), "h:" + titleKey(a.Headline)}
			for _, key := range keys {
				if key != "" && key != "h:" && !slices.Contains(f.places[key], h) {
					f.places[key] = append(f.places[key], h)
				}
			}
		}
	}
	return f.places
}

// recall carries out a notice.
func (f *fallen) recall(r recall) {
	lapse := &ascribe.Lapse{Kind: ascribe.Retracted, Since: r.since, By: r.by.id, Words: r.words}
	if r.kind == ascribe.Amendment {
		if r.anchor != nil && r.anchor.Recounts {
			lapse.Kind = ascribe.Corrected
			r.by.lapse(lapse, func(st *ascribe.Statement) bool { return r.anchor.Anchor.Span.Holds(st.Anchor.Span) })
		}
		return
	}
	whole := r.of == "" || r.anchor == nil || len(r.by.doc.Sentences) <= mostOfNotice
	r.by.lapse(lapse, func(st *ascribe.Statement) bool { return whole || r.anchor.Anchor.Span.Holds(st.Anchor.Span) })
	taken := f.called(r)
	if whole {
		taken = append(append(taken, r.by), f.earlierTexts(r)...)
	}
	all := func(*ascribe.Statement) bool { return true }
	for _, t := range taken {
		t.lapse(lapse, all)
		for _, h := range f.origins[t.id].docs {
			if h != r.by && (f.origins[t.id].words(h) == t || h.handsOn(r.by, lapse.Since)) {
				h.lapse(lapse, all)
			}
		}
	}
}

// earlierTexts returns the earlier texts of the article that a notice stands in the
// place of: those first published at its address. What another outlet had before is
// not this one's to take back.
func (f *fallen) earlierTexts(r recall) []*held {
	var out []*held
	for _, a := range r.by.seen {
		key := addressKey(a.URL)
		if key == "" {
			continue
		}
		for _, h := range f.at()[key] {
			if h != r.by && addressKey(h.seen[0].URL) == key && !h.published().After(r.since) && f.in.oneStory(h.id, r.by.id) && !slices.Contains(out, h) {
				out = append(out, h)
			}
		}
	}
	return out
}

// called returns the documents that a notice names, which the two are linked for.
func (f *fallen) called(r recall) []*held {
	if r.of == "" {
		return nil
	}
	var out []*held
	for _, h := range slices.Concat(f.at()[r.of], f.at()["h:"+r.of]) {
		if h != r.by && f.in.oneStory(h.id, r.by.id) && !slices.Contains(out, h) {
			out = append(out, h)
		}
	}
	return out
}

// handsOn reports whether a document of the same origin was published before a
// notice and credits who gives it.
func (h *held) handsOn(by *held, notice time.Time) bool {
	if !h.published().Before(notice) {
		return false
	}
	houses := housesOf(by)
	return slices.ContainsFunc(h.doc.Credits, func(c ascribe.Credit) bool {
		return c.Kind != ascribe.CreditedOutlet && slices.ContainsFunc(houses, func(name string) bool { return sameOutlet(c.Name, name) })
	})
}

// housesOf are the outlets of a document and the agencies that it credits.
func housesOf(h *held) []string {
	p := Profile{credits: h.doc.Credits}
	for _, a := range h.seen {
		if a.Outlet != "" {
			p.outlets = append(p.outlets, string(a.Outlet))
		}
	}
	return p.houses()
}

// lapse marks the statements that fit. A retraction goes before a correction, and
// that before a sentence that vanished; of two of a kind the earlier one stands.
func (h *held) lapse(l *ascribe.Lapse, fit func(*ascribe.Statement) bool) {
	for id, st := range h.said {
		old := h.lapses[id]
		if fit(st) && (old == nil || l.Kind > old.Kind || l.Kind == old.Kind && l.Since.Before(old.Since)) {
			h.lapses[id] = l
		}
	}
}

// stands finds which of the incident's statements do not stand any more, those that
// are taken from an origin that was taken back among them, and what follows for its
// tellings, its origins and the incident itself.
func (f *folding) stands() {
	f.lapses = map[ascribe.StatementID]*ascribe.Lapse{}
	for _, p := range f.inc.parts {
		maps.Copy(f.lapses, p.lapses)
	}
	told := make([]*ascribe.Lapse, len(f.inc.parts))
	taken := map[ascribe.OriginID]*ascribe.Lapse{}
	for i, p := range f.inc.parts {
		told[i] = f.lapsed(p.told.Statements)
		last, met := taken[f.originOf(p.id)]
		switch l := told[i]; {
		case l == nil || l.Kind != ascribe.Retracted || met && last == nil:
			taken[f.originOf(p.id)] = nil
		case last == nil || l.Since.After(last.Since):
			taken[f.originOf(p.id)] = l
		}
	}
	for id, of := range f.cites.by {
		if l := taken[of]; l != nil && f.lapses[id] == nil {
			f.lapses[id] = l
		}
	}
	left := map[ascribe.OriginID]bool{}
	for i, p := range f.inc.parts {
		f.record.Documents[i].Lapsed = f.lapsed(p.told.Statements)
		left[f.originOf(p.id)] = left[f.originOf(p.id)] || f.record.Documents[i].Lapsed == nil
	}
	for i := range f.record.Origins {
		f.record.Origins[i].Lapsed = !left[f.record.Origins[i].ID]
	}
	f.record.Withdrawn = f.withdrawn()
}

// withdrawn returns the last lapse of the tellings, where none of them stands.
func (f *folding) withdrawn() *ascribe.Lapse {
	var last *ascribe.Lapse
	for _, d := range f.record.Documents {
		if d.Lapsed == nil {
			return nil
		}
		if last == nil || d.Lapsed.Since.After(last.Since) {
			last = d.Lapsed
		}
	}
	return last
}

// takenBack says in words what of the record does not stand any more.
func (f *folding) takenBack() []string {
	if l := f.record.Withdrawn; l != nil {
		return []string{"every report of it was taken back, or changed so that nothing of it is left"}
	}
	var out []string
	for _, p := range f.inc.parts {
		words := map[ascribe.LapseKind]int{}
		for id, st := range p.said {
			if l := f.lapses[id]; l != nil && f.concerns(p, st) {
				words[l.Kind]++
			}
		}
		switch {
		case words[ascribe.Retracted] > 0:
			out = append(out, fmt.Sprintf("%s has taken back its report of %s", withArticle(p.outlet()), p.published().UTC().Format("2 January 2006")))
		case words[ascribe.Vanished] > 0:
			out = append(out, fmt.Sprintf("%s changed its report of %s: %s gone from it", withArticle(p.outlet()), p.published().UTC().Format("2 January 2006"), plural(words[ascribe.Vanished], "statement")))
		}
	}
	return out
}

// concerns reports whether a statement carries something of the incident.
func (f *folding) concerns(p part, st *ascribe.Statement) bool {
	return slices.Contains(p.told.Statements, st.ID) ||
		slices.ContainsFunc(p.reading.Tolls, func(t ascribe.Toll) bool { return t.Incident == p.told.Incident && t.Statement == st.ID }) ||
		slices.ContainsFunc(p.reading.Attributions, func(a ascribe.Attribution) bool { return a.Incident == p.told.Incident && a.Statement == st.ID })
}
