package muc

import (
	"slices"

	"ascribe"
	"ascribe/bench/corpus"
)

// An incident is what a reading says of one incident, in the terms of the key.
type incident struct {
	id    ascribe.MentionID
	kind  string
	roles [Roles][]string // one wording an entity, as Plain writes it
	when  *ascribe.Date
	where *ascribe.Place
}

// kinds says which type of the key an incident of ours counts as; the types that
// the task leaves out are missing (MUC-4 7.5).
var kinds = map[ascribe.IncidentType]string{
	ascribe.Attack: "attack", ascribe.Shooting: "attack", ascribe.Assassination: "attack", ascribe.Assault: "attack",
	ascribe.Execution: "attack", ascribe.Shelling: "attack", ascribe.AirStrike: "attack", ascribe.Clash: "attack",
	ascribe.Bombing: "bombing", ascribe.SuicideAttack: "bombing",
	ascribe.Kidnapping: "kidnapping", ascribe.Arson: "arson", ascribe.Robbery: "robbery",
	ascribe.ForcedWorkStoppage: "forced work stoppage",
}

// Kind returns the type of the key that an incident of ours counts as, or "".
func Kind(t ascribe.IncidentType) string { return kinds[t] }

// incidents returns the incidents of a reading that count: recent, of a type of
// the key, equal ones once.
func incidents(r corpus.Reading) []incident {
	var out []incident
	for i := range r.Incidents {
		o := &r.Incidents[i]
		kind, ok := kinds[o.Type]
		if !ok || !o.Recent {
			continue
		}
		found := incident{id: o.Incident, kind: kind, when: o.When, where: o.Where}
		for role, list := range [Roles][]ascribe.Entity{
			o.Roles.PerpetratorIndividuals, o.Roles.PerpetratorOrganizations, o.Roles.PhysicalTargets, named(o.Roles.HumanTargets), o.Roles.Instruments,
		} {
			found.roles[role] = texts(list)
		}
		if !slices.ContainsFunc(out, found.equals) {
			out = append(out, found)
		}
	}
	return out
}

// named keeps the human targets that are named: the score leaves out the rest.
func named(list []ascribe.Entity) []ascribe.Entity {
	return slices.DeleteFunc(slices.Clone(list), func(e ascribe.Entity) bool { return !e.Named })
}

// texts returns the wordings that entities are compared by, each once, in order.
func texts(list []ascribe.Entity) []string {
	var out []string
	for i := range list {
		if w := Plain(list[i].Text); w != "" {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (a incident) equals(b incident) bool {
	for role := range a.roles {
		if !slices.Equal(a.roles[role], b.roles[role]) {
			return false
		}
	}
	return a.kind == b.kind
}

// distinct returns the templates without those that equal an earlier one in type
// and roles.
func distinct(key []Template) []Template {
	var out []Template
	for i := range key {
		if !slices.ContainsFunc(out, key[i].equals) {
			out = append(out, key[i])
		}
	}
	return out
}

func (t Template) equals(o Template) bool {
	for role := range t.Roles {
		same := slices.EqualFunc(t.Roles[role], o.Roles[role], func(a, b Entity) bool { return slices.Equal(a.Wordings, b.Wordings) })
		if !same {
			return false
		}
	}
	return t.Optional == o.Optional && slices.Equal(t.Types, o.Types)
}
