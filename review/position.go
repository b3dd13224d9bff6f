package review

import (
	"slices"

	"ascribe"
)

// roleOf is who takes a position, where it says so by itself or the speaker's words
// do; false where a person must say.
func roleOf(p ascribe.Position, spoken bool) (ascribe.Role, bool) {
	switch p {
	case ascribe.ReportedAsFact:
		return ascribe.Narrator, true
	case ascribe.Claimed:
		return ascribe.Self, true
	case ascribe.AccusedByAuthorities:
		return ascribe.Authority, true
	}
	return ascribe.Narrator, !spoken
}

// StanceOf returns the facts from which a position follows where such a voice takes
// it. A position that such a voice cannot take is an error.
func StanceOf(p ascribe.Position, by ascribe.Role) (ascribe.Stance, error) {
	s := ascribe.Stance{Speaker: by, Connected: true}
	switch p {
	case ascribe.Possible:
		s.Connected = false
	case ascribe.Suspected:
		s.Hedged = true
	case ascribe.Denied:
		s.Negated = true
	case ascribe.Cleared:
		s.Negated = by == ascribe.Authority
		s.Acquitted = by != ascribe.Authority
	}
	if p != ascribe.NoPosition && s.Position() == p {
		return s, nil
	}
	var may []ascribe.Role
	for r := ascribe.Narrator; r <= ascribe.Other; r++ {
		if t := s; p != ascribe.NoPosition {
			if t.Speaker = r; t.Position() == p {
				may = append(may, r)
			}
		}
	}
	if len(may) == 0 {
		return s, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%q is no position", p), "one of: reported_as_fact, claimed, accused_by_authorities, accused, suspected, possible, denied, cleared")
	}
	return s, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "what a source of the role %s says is never %s", by, p), "such a position is taken by: "+listed(may))
}

// listed joins the names of roles.
func listed(roles []ascribe.Role) string {
	out := ""
	for _, r := range slices.Compact(roles) {
		if out != "" {
			out += ", "
		}
		out += r.String()
	}
	return out
}
