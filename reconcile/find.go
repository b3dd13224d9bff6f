package reconcile

import (
	"slices"
	"strings"

	"ascribe"
)

// A Saying is a statement where it stands: in the current reading of its
// document, as people corrected it.
type Saying struct {
	Statement *ascribe.Statement
	Reading   *ascribe.Reading
	Document  *ascribe.Document
}

// Statement returns the statement whose id, or the beginning of whose id, is
// given; rejected ones too.
func (s *State) Statement(id string) (Saying, error) {
	var found Saying
	for _, h := range s.docs {
		for i := range h.reading.Statements {
			st := &h.reading.Statements[i]
			if id == "" || !strings.HasPrefix(st.ID.String(), strings.ToLower(id)) {
				continue
			}
			if found.Statement != nil && found.Statement.ID != st.ID {
				return Saying{}, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "statement id %q is the beginning of several", id), "Give more of the id.")
			}
			found = Saying{st, h.reading, h.doc}
		}
	}
	if found.Statement == nil {
		return Saying{}, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no statement %q%s", id, s.within()),
			"`ascribe record` prints the id of each statement behind its words.")
	}
	return found, nil
}

// Article returns the document that a name leads to: the id that its input
// gave it, its address, or the document's id or six digits of its beginning.
func (s *State) Article(name string) (ascribe.DocumentID, error) {
	var found []ascribe.DocumentID
	digits := strings.TrimPrefix(strings.ToLower(name), "sha256:")
	for _, h := range s.docs {
		named := len(digits) >= 6 && strings.HasPrefix(h.id.String(), digits)
		for _, a := range h.seen {
			named = named || name != "" && (a.InputID == name || a.URL == name)
		}
		if named {
			found = append(found, h.id)
		}
	}
	switch len(found) {
	case 0:
		return ascribe.DocumentID{}, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no article %q%s", name, s.within()),
			"Give the id of its input, its address, or six digits of its document's id; `ascribe record` prints them.")
	case 1:
		return found[0], nil
	}
	return ascribe.DocumentID{}, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%d articles are called %q", len(found), name),
		"Give the id of its document; `ascribe incidents --json` prints them.")
}

// Actor returns the actor that an id or a name leads to.
func (s *State) Actor(name string) (ascribe.ActorRef, error) {
	if ref, ok := s.actors.refs[s.actors.one.lead(ascribe.ActorID(name))]; ok {
		return ref, nil
	}
	var found []ascribe.ActorRef
	for id, ref := range s.actors.refs {
		written := slices.ContainsFunc(s.actors.wordings(id), func(w string) bool { return nameKey(w) == nameKey(name) })
		if nameKey(name) != "" && (written || nameKey(ref.Name) == nameKey(name)) {
			found = append(found, ref)
		}
	}
	switch len(found) {
	case 0:
		return ascribe.ActorRef{}, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no actor %q%s", name, s.within()), "`ascribe actors` lists them.")
	case 1:
		return found[0], nil
	}
	return ascribe.ActorRef{}, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%d actors are called %q", len(found), name),
		"Give an id; `ascribe actors --json` prints them.")
}

// Mentions returns the mentions of an actor in some documents, in order.
func (s *State) Mentions(actor ascribe.ActorID, docs []ascribe.DocumentID) []ascribe.MentionID {
	var out []ascribe.MentionID
	for _, h := range s.docs {
		if !slices.Contains(docs, h.id) {
			continue
		}
		for i := range h.reading.Mentions {
			if m := h.reading.Mentions[i].ID; s.actors.actor[m] == actor {
				out = append(out, m)
			}
		}
	}
	return out
}

// OriginOf returns the documents that are one piece of reporting with another,
// itself among them.
func (s *State) OriginOf(id ascribe.DocumentID) []ascribe.DocumentID {
	var out []ascribe.DocumentID
	if o := s.origins[id]; o != nil {
		for _, h := range o.docs {
			out = append(out, h.id)
		}
	}
	return out
}

// Decisions returns the decisions that stand within the view, in order.
func (s *State) Decisions() []ascribe.Decision { return s.ruled.decisions }

// Reading returns the current reading of a document, as people corrected it.
func (s *State) Reading(id ascribe.DocumentID) (*ascribe.Reading, error) {
	for _, h := range s.docs {
		if h.id == id {
			return h.reading, nil
		}
	}
	return nil, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no article %s%s", id, s.within()), "`ascribe search` finds those that are held.")
}

// ActorOf returns the actor that a mention is.
func (s *State) ActorOf(m ascribe.MentionID) (ascribe.ActorRef, bool) { return s.actors.of(m) }
