package reconcile

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"ascribe"
)

// ActorRecord returns what the view says of the actor that an id or a name leads
// to, beside what the register has on it: its own row, and the rows that stand in
// a relation to it. An actor of the register that no article names has a record
// without articles.
func (s *State) ActorRecord(name string, register []ascribe.Actor) (*ascribe.ActorRecord, error) {
	ref, err := s.ActorAmong(name, register)
	if err != nil {
		return nil, err
	}
	r := &ascribe.ActorRecord{Actor: ref, Pins: s.pins}
	lead := s.actors.one
	for id := range lead {
		if id != ref.ID && lead.lead(id) == ref.ID {
			r.Also = append(r.Also, id)
		}
	}
	slices.Sort(r.Also)
	s.naming(r)
	s.involve(r)
	s.relate(r)
	s.tie(r, register)
	r.Alike = s.Alike()[ref.ID]
	r.Decisions = s.decisionsOn(append([]ascribe.ActorID{ref.ID}, r.Also...))
	return r, nil
}

// ActorAmong returns the actor that an id or a name leads to, of the view or else
// of the register.
func (s *State) ActorAmong(name string, register []ascribe.Actor) (ascribe.ActorRef, error) {
	lead := s.actors.one
	if i := slices.IndexFunc(register, func(a ascribe.Actor) bool { return string(a.ID) == name }); i >= 0 {
		if known, ok := s.actors.refs[lead.lead(register[i].ID)]; ok {
			return known, nil
		}
		return register[i].Ref(), nil
	}
	ref, err := s.Actor(name)
	if ascribe.KindOf(err) != ascribe.NotFound {
		return ref, err
	}
	var found []ascribe.ActorRef
	for i := range register {
		a := &register[i]
		named := slices.ContainsFunc(a.Names, func(n ascribe.Name) bool { return nameKey(name) != "" && nameKey(n.Text) == nameKey(name) })
		if !named {
			continue
		}
		ref := a.Ref()
		if known, ok := s.actors.refs[lead.lead(a.ID)]; ok {
			ref = known
		}
		if !slices.Contains(found, ref) {
			found = append(found, ref)
		}
	}
	switch len(found) {
	case 0:
		return ref, err
	case 1:
		return found[0], nil
	}
	return ref, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%d actors of the register are called %q", len(found), name), "Give an id; `ascribe actors find` prints them.")
}

// naming lists how the articles write the actor.
func (s *State) naming(r *ascribe.ActorRecord) {
	uses := map[string]*ascribe.NameUse{}
	docs, origins := map[ascribe.DocumentID]bool{}, map[ascribe.OriginID]bool{}
	for _, h := range s.docs {
		here := map[string]bool{}
		for i := range h.reading.Mentions {
			m := &h.reading.Mentions[i]
			if s.actors.actor[m.ID] != r.Actor.ID {
				continue
			}
			docs[h.id], origins[s.originOf(h.id)] = true, true
			text := trimArticle(m.Text)
			if uses[text] == nil {
				uses[text] = &ascribe.NameUse{Text: text}
			}
			use := uses[text]
			use.Mentions++
			if !here[text] {
				use.Documents++
			}
			here[text] = true
			if how := s.matched(m, r.Actor.ID); !slices.Contains(use.Because, how) {
				use.Because = append(use.Because, how)
			}
		}
	}
	for _, text := range s.actors.wordings(r.Actor.ID) {
		slices.Sort(uses[text].Because)
		r.Names = append(r.Names, *uses[text])
	}
	r.Documents, r.Origins = len(docs), len(origins)
}

// matched says by what a mention is an actor.
func (s *State) matched(m *ascribe.Mention, id ascribe.ActorID) string {
	if w, ok := s.ruled.words[ends{ascribe.IsActor, m.ID.String(), string(id)}]; ok && w.Judgement == ascribe.Same {
		return "a person's word"
	}
	switch {
	case m.Actor != nil && m.Actor.ID != "" && len(m.Matches) > 0 && m.Matches[0].By != ascribe.LooksLike:
		return m.Matches[0].By.String()
	case m.Actor != nil && m.Actor.ID != "":
		return "register"
	case isAcronym(trimArticle(m.Text)):
		return "the acronym that articles give beside the name"
	}
	return "the name alone"
}

// involve lists the positions taken on the actor, incident by incident.
func (s *State) involve(r *ascribe.ActorRecord) {
	type key struct {
		incident ascribe.IncidentID
		position ascribe.Position
	}
	all := map[key]*ascribe.Involvement{}
	origins := map[key]map[ascribe.OriginID]bool{}
	for _, inc := range s.incidents {
		for _, p := range inc.parts {
			for _, a := range p.reading.Attributions {
				if s.actors.actor[a.Actor] != r.Actor.ID || a.Incident != p.told.Incident || p.said[a.Statement] == nil || p.lapses[a.Statement] != nil {
					continue
				}
				k := key{inc.id, a.Stance.Position()}
				if all[k] == nil {
					record := inc.compute()
					all[k] = &ascribe.Involvement{Incident: inc.id, Type: record.Type, When: record.When, Where: record.Where, Position: k.position, Since: p.published()}
					origins[k] = map[ascribe.OriginID]bool{}
				}
				v := all[k]
				origins[k][s.originOf(p.id)] = true
				v.By = appendNew(v.By, p.publicVoice(a.Statement, s.actors))
				v.Support = appendNew(v.Support, a.Statement)
				v.Since = earlier(v.Since, p.published())
			}
		}
	}
	for k, v := range all {
		v.Origins = len(origins[k])
		r.Incidents = append(r.Incidents, *v)
	}
	slices.SortFunc(r.Incidents, func(a, b ascribe.Involvement) int {
		switch ad, bd := a.When.Resolved(), b.When.Resolved(); {
		case ad && !bd:
			return -1
		case bd && !ad:
			return 1
		case ad && bd && !a.When.From.Equal(b.When.From):
			return a.When.From.Compare(b.When.From)
		}
		return cmp.Or(cmp.Compare(a.Incident, b.Incident), cmp.Compare(a.Position, b.Position))
	})
}

// relate lists the relations that articles tell of the actor, in order of time.
func (s *State) relate(r *ascribe.ActorRecord) {
	var t tally[ascribe.ActorRelation]
	by := map[ascribe.StatementID]*held{}
	for _, h := range s.docs {
		s.related(&t, h, s.actors, func(a, b ascribe.ActorID) bool { return a == r.Actor.ID || b == r.Actor.ID })
		for _, x := range h.reading.Relations {
			by[x.Statement] = h
		}
	}
	for _, x := range t.sourced(nil) {
		told := ascribe.Told{Sourced: x}
		for _, id := range x.Statements {
			h := by[id]
			told.By = appendNew(told.By, h.publicVoice(id, s.actors))
			told.Since = earlier(told.Since, h.published())
		}
		r.Relations = append(r.Relations, told)
	}
	slices.SortStableFunc(r.Relations, func(a, b ascribe.Told) int { return compareTimes(&a.Value, &b.Value) })
}

// tie lists the relations that the register has, as far as they had begun by the
// moment of an as-of view.
func (s *State) tie(r *ascribe.ActorRecord, register []ascribe.Actor) {
	lead := s.actors.one
	rows := map[ascribe.ActorID]*ascribe.Actor{}
	for i := range register {
		rows[register[i].ID] = &register[i]
	}
	r.Registered = rows[r.Actor.ID]
	for i := range register {
		a := &register[i]
		for _, t := range a.Ties {
			if lead.lead(a.ID) != r.Actor.ID && lead.lead(t.Object) != r.Actor.ID || rows[t.Object] == nil {
				continue
			}
			x := ascribe.ActorRelation{Subject: a.Ref(), Object: rows[t.Object].Ref(), Kind: t.Kind, From: t.From, To: t.To}
			if pin := s.pins.AsOf; !pin.IsZero() {
				if x.From != nil && x.From.From.After(pin) {
					continue
				}
				if x.To != nil && x.To.From.After(pin) {
					x.To = nil
				}
			}
			r.Ties = append(r.Ties, x)
		}
	}
	slices.SortStableFunc(r.Ties, func(a, b ascribe.ActorRelation) int { return compareTimes(&a, &b) })
}

// publicVoice names who makes a statement so that no private person is named: an
// outlet or an actor by its name, anybody else by what kind of voice it is.
func (h *held) publicVoice(id ascribe.StatementID, actors *roster) string {
	src := h.said[id].Source
	if src.Role == ascribe.Narrator {
		return h.outlet()
	}
	if src.Mention != nil {
		if a, ok := actors.of(*src.Mention); ok {
			return a.Name
		}
	}
	switch src.Role {
	case ascribe.Authority:
		return "an authority"
	case ascribe.Victim, ascribe.Witness:
		return "a " + src.Role.String()
	}
	return "another voice"
}

// compareTimes puts relations in order of time, the undated last.
func compareTimes(a, b *ascribe.ActorRelation) int {
	switch ad, bd := a.From.Resolved(), b.From.Resolved(); {
	case ad && !bd:
		return -1
	case bd && !ad:
		return 1
	case ad && bd && !a.From.From.Equal(b.From.From):
		return a.From.From.Compare(b.From.From)
	}
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Subject.Name, b.Subject.Name), cmp.Compare(a.Object.Name, b.Object.Name))
}

// decisionsOn lists what people ruled on some actors and their mentions, in order.
func (s *State) decisionsOn(ids []ascribe.ActorID) []ascribe.Decision {
	found := map[int]bool{}
	for _, id := range ids {
		for _, i := range s.ruled.about[string(id)] {
			found[i] = true
		}
	}
	var out []ascribe.Decision
	for _, i := range slices.Sorted(maps.Keys(found)) {
		out = append(out, s.ruled.decisions[i])
	}
	return out
}

// appendNew appends what a list does not hold yet.
func appendNew[T comparable](list []T, v T) []T {
	if slices.Contains(list, v) {
		return list
	}
	return append(list, v)
}

// earlier returns the earlier of two moments; zero is none.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || b.Before(a) {
		return b
	}
	return a
}
