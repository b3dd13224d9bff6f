package re3d

import (
	"slices"
	"unicode/utf8"

	"ascribe"
	"ascribe/bench/measure"
)

// Score counts, by class, the relations read in a document against its key. A
// relation that was read is right when its mentions overlap the ends of one of
// the key of its class, the right way round where the class has one; what the
// text denies is no relation. One of the key is met when a right one was read,
// and an alias also when one mention holds both its wordings.
func Score(d *Document, r *ascribe.Reading) [Classes]measure.Count {
	s := scorer{key: d, text: d.Text, ends: map[ascribe.MentionID][][2]int{}}
	for i := range r.Mentions {
		s.ends[r.Mentions[i].ID] = s.spans(&r.Mentions[i])
	}
	var out [Classes]measure.Count
	met := make([]bool, len(d.Relations))
	for _, f := range distinct(r.Relations) {
		c := ClassOf(f.Kind)
		right := s.meets(&f, met)
		out[c].Found++
		if right {
			out[c].Right++
		}
	}
	for i := range d.Relations {
		k := &d.Relations[i]
		if k.Optional {
			continue
		}
		out[k.Class].Key++
		if met[i] || k.Class == Alias && s.joined(k) {
			out[k.Class].Met++
		}
	}
	return out
}

// distinct keeps one of the relations that several sentences tell, and none that
// is denied.
func distinct(all []ascribe.Relation) []ascribe.Relation {
	var out []ascribe.Relation
	for _, r := range all {
		same := func(o ascribe.Relation) bool {
			if ClassOf(o.Kind) != ClassOf(r.Kind) {
				return false
			}
			return o.Subject == r.Subject && o.Object == r.Object || ClassOf(r.Kind).mutual() && o.Subject == r.Object && o.Object == r.Subject
		}
		if !r.Negated && !slices.ContainsFunc(out, same) {
			out = append(out, r)
		}
	}
	return out
}

type scorer struct {
	key  *Document
	text string
	ends map[ascribe.MentionID][][2]int
}

// spans returns a mention's spans in code points, but for those that only
// describe what follows: "Sarvia" in "the Sarvia-led force".
func (s *scorer) spans(m *ascribe.Mention) [][2]int {
	var out [][2]int
	for _, p := range m.Spans {
		if p.End < len(s.text) && s.text[p.End] == '-' {
			continue
		}
		start := utf8.RuneCountInString(s.text[:p.Start])
		out = append(out, [2]int{start, start + utf8.RuneCountInString(s.text[p.Start:p.End])})
	}
	return out
}

// meets marks those of the key that a relation meets, and reports whether there
// is one.
func (s *scorer) meets(f *ascribe.Relation, met []bool) bool {
	right := false
	for i := range s.key.Relations {
		k := &s.key.Relations[i]
		if k.Class != ClassOf(f.Kind) {
			continue
		}
		straight := s.at(f.Subject, k.Subject) && s.at(f.Object, k.Object)
		turned := k.Class.mutual() && s.at(f.Subject, k.Object) && s.at(f.Object, k.Subject)
		if straight || turned {
			met[i], right = true, true
		}
	}
	return right
}

// at reports whether a mention overlaps an end of the key.
func (s *scorer) at(id ascribe.MentionID, e End) bool {
	for _, a := range s.ends[id] {
		for _, b := range e.Spans {
			if a[0] < b[1] && b[0] < a[1] {
				return true
			}
		}
	}
	return false
}

// joined reports whether one mention holds both wordings of an alias.
func (s *scorer) joined(k *Relation) bool {
	for id := range s.ends {
		if id.Kind != ascribe.IncidentMention && s.at(id, k.Subject) && s.at(id, k.Object) {
			return true
		}
	}
	return false
}
