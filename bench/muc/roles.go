package muc

import (
	"slices"

	"ascribe/bench/measure"
)

// typeColumn is the column of the type of the incident; the roles come before it.
const (
	typeColumn = Roles
	columns    = Roles + 1
)

var columnNames = [columns]string{
	PerpetratorIndividual: "perpetrator individuals", PerpetratorOrganization: "perpetrator organizations",
	PhysicalTarget: "physical targets", HumanTarget: "human targets by name", Instrument: "instruments", typeColumn: "incident types",
}

// A tally counts one report by column.
type tally [columns]measure.Count

func (t *tally) sum() measure.Count {
	var sum measure.Count
	for i := range t {
		sum.Add(t[i])
	}
	return sum
}

// A pair is an incident that was found and the template that it was matched with.
type pair struct{ found, key int }

// scoreRoles counts a report: incidents and templates are matched one to one, of
// one type each, so that as many values as possible are right, and so the F1 is
// greatest. An entity is right when its wording is one of those of an entity of
// the template; the type of a matched incident is right.
//
// Lenient leaves out what the key marks as optional: an optional template is not
// asked for and the incident matched with it not counted, and likewise an
// optional entity.
func scoreRoles(found []incident, key []Template, lenient bool) (tally, []pair) {
	pairs := match(found, key)
	var t tally
	matched, met := make([]bool, len(found)), make([]bool, len(key))
	for _, p := range pairs {
		matched[p.found], met[p.key] = true, true
		if lenient && key[p.key].Optional {
			continue
		}
		t[typeColumn].Add(measure.Paired(1, 1, 1))
		for role := range Roles {
			t[role].Add(compare(found[p.found].roles[role], key[p.key].Roles[role], lenient))
		}
	}
	for i := range found {
		if !matched[i] {
			t[typeColumn].Add(measure.Paired(0, 1, 0))
			for role := range Roles {
				t[role].Add(compare(found[i].roles[role], nil, lenient))
			}
		}
	}
	for i := range key {
		if !met[i] && !(lenient && key[i].Optional) {
			t[typeColumn].Add(measure.Paired(0, 0, 1))
			for role := range Roles {
				t[role].Add(compare(nil, key[i].Roles[role], lenient))
			}
		}
	}
	return t, pairs
}

// match pairs incidents with templates of their type so that the most values are
// right.
func match(found []incident, key []Template) []pair {
	n := max(len(found), len(key))
	gain := make([][]float64, n)
	for i := range gain {
		gain[i] = make([]float64, n)
		for k := range key {
			if i < len(found) && slices.Contains(key[k].Types, found[i].kind) {
				gain[i][k] = 1
				for role := range Roles {
					gain[i][k] += float64(len(assign(found[i].roles[role], key[k].Roles[role])))
				}
			}
		}
	}
	var out []pair
	for i, k := range measure.Assign(gain) {
		if gain[i][k] > 0 {
			out = append(out, pair{i, k})
		}
	}
	return out
}

// assign pairs wordings with entities of the key that have them, as many as can
// be.
func assign(found []string, key []Entity) []pair {
	n := max(len(found), len(key))
	gain := make([][]float64, n)
	for i := range gain {
		gain[i] = make([]float64, n)
		for k := range key {
			if i < len(found) && slices.ContainsFunc(key[k].Wordings, func(w string) bool { return Plain(w) == found[i] }) {
				gain[i][k] = 1
			}
		}
	}
	var out []pair
	for i, k := range measure.Assign(gain) {
		if gain[i][k] > 0 {
			out = append(out, pair{i, k})
		}
	}
	return out
}

// compare counts the entities of one role.
func compare(found []string, key []Entity, lenient bool) measure.Count {
	pairs := assign(found, key)
	c := measure.Paired(len(pairs), len(found), len(key))
	if !lenient {
		return c
	}
	for _, p := range pairs {
		if key[p.key].Optional {
			c.Right, c.Met, c.Found = c.Right-1, c.Met-1, c.Found-1
		}
	}
	for i := range key {
		if key[i].Optional {
			c.Key--
		}
	}
	return c
}
