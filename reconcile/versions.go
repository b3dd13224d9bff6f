package reconcile

import (
	"slices"
	"strings"

	"ascribe"
)

// Changed returns an id of each article of which more than one text was captured, or
// that was taken back, in order of publication: what Versions may be asked for.
func (s *State) Changed() []ascribe.DocumentID {
	var out []ascribe.DocumentID
	listed := map[*held]bool{}
	for _, h := range s.docs {
		all := s.article(h)
		if listed[h] || len(all) < 2 && s.retraction(h) == nil {
			continue
		}
		for _, v := range all {
			listed[v.held] = true
		}
		out = append(out, h.id)
	}
	return out
}

// Versions returns what became of an article, named by an address, the id of an
// input or of a document: its versions, and every statement of every record that
// rests on them, on a copy of them, or on what is taken from them.
func (s *State) Versions(name string) (*ascribe.History, error) {
	lead, err := s.articleOf(name)
	if err != nil {
		return nil, err
	}
	out := &ascribe.History{}
	sightings := s.article(lead)
	for i, v := range sightings {
		version := ascribe.Version{
			Document: v.id, Appearance: v.seen, Public: v.public, Current: i == len(sightings)-1,
			Notices: v.reading.Notices, Lapsed: s.retraction(v.held),
		}
		if i > 0 {
			version.Gone = s.missing(sightings[i-1].held, v.held)
			version.New = s.missing(v.held, sightings[i-1].held)
		}
		out.Versions = append(out.Versions, version)
	}
	on := map[ascribe.DocumentID]bool{}
	for _, v := range sightings {
		for _, h := range s.origins[v.id].docs {
			on[h.id] = on[h.id] || h == v.held || s.origins[h.id].words(h) == v.held || s.takenWith(h, v.held)
		}
	}
	for _, inc := range s.incidents {
		if rest := s.rest(inc, on); len(rest.Statements) > 0 {
			out.Rests = append(out.Rests, rest)
		}
	}
	slices.SortFunc(out.Rests, func(a, b ascribe.Rest) int { return compareRecords(a.Record, b.Record) })
	return out, nil
}

// articleOf finds the article that a name leads to: of its versions any will do.
func (s *State) articleOf(name string) (*held, error) {
	var found []*held
	digits := strings.TrimPrefix(strings.ToLower(name), "sha256:")
	for _, h := range s.docs {
		named := len(digits) >= 6 && strings.HasPrefix(h.id.String(), digits)
		for _, a := range h.seen {
			named = named || name != "" && (a.InputID == name || a.URL == name) || addressKey(name) != "" && addressKey(a.URL) == addressKey(name)
		}
		if named && !slices.ContainsFunc(found, func(o *held) bool { return s.sameArticle(o, h) }) {
			found = append(found, h)
		}
	}
	switch len(found) {
	case 0:
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no article %q%s", name, s.within()),
			"Give its address, the id of its input, or six digits of its document's id; `ascribe record` prints them.")
	case 1:
		return found[0], nil
	}
	return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%d articles are called %q", len(found), name),
		"Give the id of a document; `ascribe incidents --json` prints them.")
}

// sameArticle reports whether two documents are versions of one article.
func (s *State) sameArticle(a, b *held) bool {
	return slices.ContainsFunc(s.article(a), func(v sighting) bool { return v.held == b })
}

// article returns the sightings of the article that a document is a version of: of the
// address where it was published first, if more than one text stood there.
func (s *State) article(h *held) []sighting {
	for _, v := range s.versions {
		if slices.ContainsFunc(v, func(x sighting) bool { return x.held == h }) {
			return v
		}
	}
	return []sighting{{h, h.seen[0], h.public}}
}

// retraction returns the lapse of a document that was taken back as a whole, or nil.
func (s *State) retraction(h *held) *ascribe.Lapse {
	var last *ascribe.Lapse
	for i := range h.reading.Statements {
		l := h.lapses[h.reading.Statements[i].ID]
		if l == nil || l.Kind != ascribe.Retracted {
			return nil
		}
		last = l
	}
	return last
}

// takenWith reports whether a document was taken back by the notice that took back
// another.
func (s *State) takenWith(h, other *held) bool {
	a, b := s.retraction(h), s.retraction(other)
	return a != nil && b != nil && a.By == b.By
}

// missing returns the sentences of one version that another lacks.
func (s *State) missing(of, in *held) []string {
	text, ok := s.texts[of]
	if !ok {
		return nil
	}
	key := wordsKey(s.texts[in])
	var out []string
	for _, span := range of.doc.Sentences {
		if words := span.Of(text); !strings.Contains(key, wordsKey(words)) {
			out = append(out, words)
		}
	}
	return out
}

// rest returns what of an incident's record rests on some documents.
func (s *State) rest(inc *incident, on map[ascribe.DocumentID]bool) ascribe.Rest {
	var out ascribe.Rest
	for _, p := range inc.parts {
		if on[p.id] {
			out.Record = inc.compute()
			break
		}
	}
	if out.Record == nil {
		return out
	}
	var notices []ascribe.DocumentID
	for id, c := range out.Record.Cited {
		if on[c.Statement.Anchor.Document] {
			out.Statements = append(out.Statements, id)
			if c.Lapsed != nil {
				notices = append(notices, c.Lapsed.By)
			}
		}
	}
	for id, c := range out.Record.Cited { // what is taken from it elsewhere fell with it
		if c.Lapsed != nil && c.Lapsed.Kind == ascribe.Retracted && !on[c.Statement.Anchor.Document] && slices.Contains(notices, c.Lapsed.By) {
			out.Statements = append(out.Statements, id)
		}
	}
	slices.SortFunc(out.Statements, func(a, b ascribe.StatementID) int { return strings.Compare(a.String(), b.String()) })
	return out
}
