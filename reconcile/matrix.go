package reconcile

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ascribe"
)

// cellKey is what makes statements one cell of the claim matrix.
type cellKey struct {
	actor    string
	source   string
	role     ascribe.Role
	position ascribe.Position
}

// matrix lays out who says who did it: one cell for each actor, source and
// position. A source that changes its mind has a cell for each position.
func (f *folding) matrix() {
	cells := map[cellKey]*ascribe.Cell{}
	tallies := map[cellKey]*tally[ascribe.Attribution]{}
	said := map[partyKey][]utterance{}
	var order []cellKey
	for _, p := range f.inc.parts {
		for _, a := range p.reading.Attributions {
			st := p.said[a.Statement]
			if a.Incident != p.told.Incident || st == nil {
				continue
			}
			actor, label := f.blamed(p, a.Actor), f.speaker(p, st.ID)
			if a.Stance.Speaker == ascribe.Self && actor.ID != "" {
				label = actor.Name // however its spokesman is called
			}
			key := cellKey{actorKey(actor), nameKey(label), a.Stance.Speaker, a.Stance.Position()}
			if cells[key] == nil {
				cells[key] = &ascribe.Cell{
					Actor: actor, Source: label, Role: key.role, Position: key.position, Since: p.saidAt(st.ID),
				}
				tallies[key] = &tally[ascribe.Attribution]{}
				order = append(order, key)
			}
			tallies[key].add("", a, f.voice(p, st.ID), p.id, st.ID)
			if key.position != ascribe.Possible && actor.ID != "" && f.lapses[st.ID] == nil {
				party := partyKey{key.actor, key.source}
				said[party] = append(said[party], f.utterance(p, st, cells[key]))
			}
			if at := p.saidAt(st.ID); at.Before(cells[key].Since) {
				cells[key].Since = at
			}
		}
	}
	for _, key := range order {
		c, n := cells[key], &tallies[key].values[0]
		c.Support = n.sourced()
		c.Reprints = len(n.docs) - len(origins(n.voices))
		c.Lapsed = f.lapsed(n.statements)
		f.record.Matrix = append(f.record.Matrix, *c)
	}
	f.record.Matrix = sortMatrix(f.record.Matrix, f.actorOrigins())
	f.turns(said)
}

// lapsed returns why none of some statements stands any more: the lapse of the last.
func (f *folding) lapsed(ids []ascribe.StatementID) *ascribe.Lapse {
	var last *ascribe.Lapse
	for _, id := range ids {
		l := f.lapses[id]
		if l == nil {
			return nil
		}
		if last == nil || l.Since.After(last.Since) {
			last = l
		}
	}
	return last
}

// utterance is the statement by which the source of a cell takes its position.
func (f *folding) utterance(p part, st *ascribe.Statement, c *ascribe.Cell) utterance {
	t := utterance{
		at: p.saidAt(st.ID), late: !p.told.Recent || st.Modality.Historical,
		position: c.Position, role: c.Role, actor: c.Actor, source: c.Source, id: st.ID,
	}
	if of := f.wording(p); of != p.held {
		t.at = of.published()
	}
	if d := st.SaidAt; d.Resolved() && d.Precision == ascribe.Day && !d.From.After(t.at) {
		t.day = d.From
	}
	return t
}

// actorOrigins counts the origins that speak of each actor's part in the incident.
func (f *folding) actorOrigins() map[string]int {
	voices := map[string]map[voice]bool{}
	for _, p := range f.inc.parts {
		for _, a := range p.reading.Attributions {
			if a.Incident != p.told.Incident || p.said[a.Statement] == nil {
				continue
			}
			key := actorKey(f.blamed(p, a.Actor))
			if voices[key] == nil {
				voices[key] = map[voice]bool{}
			}
			voices[key][f.voice(p, a.Statement)] = true
		}
	}
	counts := map[string]int{}
	for key, set := range voices {
		counts[key] = independent(set)
	}
	return counts
}

// sortMatrix puts the actors of most origins first, and each one's cells in
// order of time.
func sortMatrix(cells []ascribe.Cell, origins map[string]int) []ascribe.Cell {
	slices.SortStableFunc(cells, func(a, b ascribe.Cell) int {
		ka, kb := actorKey(a.Actor), actorKey(b.Actor)
		return cmp.Or(
			cmp.Compare(origins[kb], origins[ka]), cmp.Compare(ka, kb), a.Since.Compare(b.Since),
			cmp.Compare(nameKey(a.Source), nameKey(b.Source)), cmp.Compare(a.Position, b.Position), cmp.Compare(a.Role, b.Role),
		)
	})
	return cells
}

// actorKey tells actors apart: by id, or by wording for one that has none.
func actorKey(a ascribe.ActorRef) string {
	if a.ID != "" {
		return "#" + string(a.ID)
	}
	return nameKey(a.Name)
}

// blamed returns who a statement holds responsible. A private person is not
// named, and one that no name is given for stands as written.
func (f *folding) blamed(p part, m ascribe.MentionID) ascribe.ActorRef {
	if a, ok := f.actors.of(m); ok {
		return a
	}
	text := p.mention(m).Text
	if m.Kind == ascribe.PersonMention && named(text) {
		return ascribe.ActorRef{Name: "an individual (name withheld)"}
	}
	return ascribe.ActorRef{Name: trimArticle(text)}
}

// mention returns a mention of the document; an unknown one is empty.
func (h *held) mention(id ascribe.MentionID) ascribe.Mention {
	for i := range h.reading.Mentions {
		if h.reading.Mentions[i].ID == id {
			return h.reading.Mentions[i]
		}
	}
	return ascribe.Mention{}
}

// label names the source of a statement: the outlet for the narrator, the actor
// that speaks where it is known, else the wording without its article and
// without the name of whoever spoke for a body. Victims and witnesses go
// unnamed; a pronoun is what it stands for.
func (h *held) label(id ascribe.StatementID, actors *roster) string {
	src := h.said[id].Source
	if src.Mention != nil && pronoun(src.Text) {
		src.Text = h.mention(*src.Mention).Text
	}
	switch {
	case src.Role == ascribe.Narrator:
		return h.outlet()
	case src.Mention != nil && src.Mention.Kind == ascribe.ActorMention:
		if a, ok := actors.of(*src.Mention); ok {
			return a.Name
		}
	case (src.Role == ascribe.Victim || src.Role == ascribe.Witness) && (src.Text == "" || named(src.Text)):
		return "a " + src.Role.String()
	}
	if src.Text == "" {
		return src.Role.String()
	}
	return speaksFor(trimArticle(src.Text))
}

// pronoun reports whether a source is written as a pronoun.
func pronoun(text string) bool {
	switch strings.ToLower(text) {
	case "he", "she", "it", "they", "who", "which":
		return true
	}
	return false
}

// speaksFor cuts a spokesman out of a wording: "Interior Ministry spokesman X"
// and "spokesman for the Interior Ministry" both speak for the ministry.
func speaksFor(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		switch strings.ToLower(strings.Trim(w, ",.'’")) {
		case "spokesman", "spokeswoman", "spokesperson", "spokesmen":
		default:
			continue
		}
		if i+2 < len(words) && (words[i+1] == "for" || words[i+1] == "of") {
			return trimArticle(strings.Join(words[i+2:], " "))
		}
		if i > 0 {
			body := strings.Join(words[:i], " ")
			return strings.TrimSuffix(strings.TrimSuffix(body, "'s"), "’s")
		}
	}
	return text
}

// relations enters how the actors of the matrix stand to each other, as the
// incident's documents say.
func (f *folding) relations() {
	inMatrix := map[ascribe.ActorID]bool{}
	for _, c := range f.record.Matrix {
		if c.Actor.ID != "" {
			inMatrix[c.Actor.ID] = true
		}
	}
	var t tally[ascribe.ActorRelation]
	for _, p := range f.inc.parts {
		f.related(&t, p.held, f.actors, func(a, b ascribe.ActorID) bool { return inMatrix[a] && inMatrix[b] })
	}
	f.record.Relations = t.sourced(nil)
}

// related enters the relations that a document states between pairs of actors
// that want admits.
func (s *State) related(t *tally[ascribe.ActorRelation], h *held, actors *roster, want func(a, b ascribe.ActorID) bool) {
	for _, r := range h.reading.Relations {
		subject, ok1 := actors.of(r.Subject)
		object, ok2 := actors.of(r.Object)
		if !ok1 || !ok2 || subject.ID == object.ID || h.said[r.Statement] == nil || !want(subject.ID, object.ID) {
			continue
		}
		rel := ascribe.ActorRelation{Subject: subject, Object: object, Kind: r.Kind, Negated: r.Negated, From: r.From, To: r.To}
		key := strings.Join([]string{string(subject.ID), r.Kind.String(), string(object.ID), dateOr(r.From), dateOr(r.To)}, "|")
		if r.Negated {
			key += "|not"
		}
		t.add(key, rel, voice{origin: s.originOf(h.id), lapsed: h.lapses[r.Statement] != nil}, h.id, r.Statement)
	}
}

// dateOr is the key of a date that may be missing.
func dateOr(d *ascribe.Date) string {
	if !d.Resolved() {
		return ""
	}
	return dateKey(*d)
}

// day is the length of a day, as far as news is concerned.
const day = 24 * time.Hour
