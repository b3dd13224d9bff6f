package reconcile

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"ascribe"
)

// A sighting is one capture of a document.
type sighting struct {
	*held
	seen   ascribe.Appearance
	public time.Time // by when this text surely stood there
}

// A history is the sightings of one article at one address, in one rendition and in
// order of time. It has more than one text.
type history []sighting

// current is the document that was captured last.
func (h history) current() *held { return h[len(h)-1].held }

// captured is the moment that tells which of two captures at one address is the
// later: the date given with an article of a collection, which was there long before
// it was taken in, else when the page was fetched. A page's own date may be anything.
func captured(a *ascribe.Appearance) time.Time {
	if a.Published.From == "given" {
		return a.PublicBy()
	}
	return a.Retrieved
}

// rendition tells apart how a text came to be: given with a collection, as the entry
// of a feed, which is often a teaser, or as the page itself. What one lacks of
// another did not vanish.
func rendition(a *ascribe.Appearance) string {
	switch from := a.Published.From; from {
	case "given", "feed":
		return from
	}
	return "page"
}

// histories finds the articles of which more than one text was captured at an
// address. Two texts at one address that nothing holds to be one piece of reporting
// are two articles. A later text was surely public when it was captured, or on the
// date that it gives where that is after the capture of the text before: what
// date a page bears does not carry its new words back to the day of the old.
func (in *intake) histories() []history {
	at := in.addresses()
	var out []history
	for _, key := range slices.Sorted(maps.Keys(at)) {
		out = append(out, in.articles(at[key])...)
	}
	return out
}

// addresses lists the sightings at each address that had more than one text.
func (in *intake) addresses() map[string][]sighting {
	first := map[string]*held{} // nil where another came after
	for _, h := range in.docs {
		for i := range h.seen {
			key := addressKey(h.seen[i].URL)
			if had, met := first[key]; key != "" && (!met || had != h) {
				first[key] = h
				if met {
					first[key] = nil
				}
			}
		}
	}
	out := map[string][]sighting{}
	for _, h := range in.docs {
		for _, a := range h.seen {
			key := addressKey(a.URL)
			if had, met := first[key]; met && had == nil {
				out[key] = append(out[key], sighting{h, a, a.PublicBy()})
			}
		}
	}
	return out
}

// severalTexts reports whether sightings are of more than one document.
func severalTexts(list []sighting) bool {
	return slices.ContainsFunc(list, func(s sighting) bool { return s.held != list[0].held })
}

// articles parts the sightings at one address by article, and dates them.
func (in *intake) articles(list []sighting) []history {
	slices.SortFunc(list, func(a, b sighting) int {
		return cmp.Or(captured(&a.seen).Compare(captured(&b.seen)), a.seen.Retrieved.Compare(b.seen.Retrieved), bytes.Compare(a.id[:], b.id[:]), compareAppearances(a.seen, b.seen))
	})
	c := newClustering(len(list))
	for i := range list {
		for j := range i {
			if a, b := c.home[i], c.home[j]; a != b && in.versionsOfOne(&list[i], &list[j]) {
				c.merge(a, b)
			}
		}
	}
	var out []history
	for _, g := range c.groups() {
		h := make(history, len(g))
		for i, x := range g {
			h[i] = list[x]
		}
		if severalTexts(h) && h.inOrder() {
			h.date()
			out = append(out, h)
		}
	}
	return out
}

// versionsOfOne reports whether two sightings at an address are of one article. The
// same bytes taken in twice and read in two ways are no two versions.
func (in *intake) versionsOfOne(a, b *sighting) bool {
	if a.held == b.held {
		return true
	}
	oneCapture := a.seen.Raw != "" && a.seen.Raw == b.seen.Raw
	return !oneCapture && rendition(&a.seen) == rendition(&b.seen) && in.oneStory(a.id, b.id)
}

// inOrder reports whether it is known of every text which came before it: of two
// that were taken in at one moment under one date it is not.
func (h history) inOrder() bool {
	for i := range h[1:] {
		a, b := &h[i], &h[i+1]
		if a.held != b.held && a.seen.Retrieved.Equal(b.seen.Retrieved) && captured(&a.seen).Equal(captured(&b.seen)) {
			return false
		}
	}
	return true
}

// date says by when each text was surely there.
func (h history) date() {
	for i := 1; i < len(h); i++ {
		s, before := &h[i], &h[i-1]
		if s.held != before.held && !s.public.After(captured(&before.seen)) {
			s.public = s.seen.Retrieved
		}
		if s.public.Before(before.public) {
			s.public = before.public
		}
	}
}

// oneStory reports whether two documents are held to be one piece of reporting, by
// a person or else by the machine.
func (in *intake) oneStory(a, b ascribe.DocumentID) bool {
	left, right, _ := ordered(a.String(), b.String())
	key := ends{ascribe.SameOrigin, left, right}
	if w, ruled := in.words[key]; ruled {
		return w.Judgement == ascribe.Same
	}
	l, linked := in.machine[key]
	return linked && l.Judgement == ascribe.Same && in.current(l)
}

// dated notes of every document by when each of its appearances was surely public,
// and leaves out of the view what was not by the pin. It returns the histories of
// what is left.
func (in *intake) dated() []history {
	later := map[*held][]sighting{}
	var out []history
	for _, h := range in.histories() {
		for _, s := range h {
			later[s.held] = append(later[s.held], s)
		}
		h = slices.DeleteFunc(h, func(s sighting) bool { return in.hidden(s.public) })
		if len(h) > 0 && severalTexts(h) {
			out = append(out, h)
		}
	}
	for id, h := range in.docs {
		public := func(a *ascribe.Appearance) time.Time {
			for _, s := range later[h] {
				if s.seen == *a {
					return s.public
				}
			}
			return a.PublicBy()
		}
		h.seen = slices.DeleteFunc(h.seen, func(a ascribe.Appearance) bool { return in.hidden(public(&a)) })
		if len(h.seen) == 0 {
			delete(in.docs, id)
			continue
		}
		slices.SortFunc(h.seen, func(a, b ascribe.Appearance) int {
			return cmp.Or(public(&a).Compare(public(&b)), compareAppearances(a, b))
		})
		h.public = public(&h.seen[0])
	}
	return out
}

// fetch takes in the texts of the versions.
func (in *intake) fetch(doc func(ascribe.DocumentID) (*ascribe.Document, error)) error {
	for _, h := range in.versions {
		for _, s := range h {
			if _, ok := in.texts[s.held]; ok {
				continue
			}
			d := s.doc
			if d.Text == "" {
				var err error
				if d, err = doc(s.id); err != nil {
					return err
				}
			}
			in.texts[s.held] = d.Text
		}
	}
	return nil
}

// oneOf reports whether two documents are versions of one article.
func (in *intake) oneOf(a, b *held) bool {
	has := func(h history, d *held) bool {
		return slices.ContainsFunc(h, func(s sighting) bool { return s.held == d })
	}
	return slices.ContainsFunc(in.versions, func(h history) bool { return has(h, a) && has(h, b) })
}

// hidden reports whether what was public by a moment lies beyond the pin.
func (in *intake) hidden(public time.Time) bool {
	return !in.pins.AsOf.IsZero() && public.After(in.pins.AsOf)
}

// wordsKey is a text by its words alone, each between spaces: neither case nor
// marks nor the breaks of its lines matter.
func wordsKey(text string) string { return " " + strings.Join(wordsOf(text), " ") + " " }
