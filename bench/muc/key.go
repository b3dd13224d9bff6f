// Package muc measures readings on the reports of MUC-4: wire and radio reports on
// political violence in Latin America, 1988 to 1992, in capitals, with the
// templates that analysts filled in (the task's own guide is cited as "MUC-4" with
// its section).
package muc

import (
	"fmt"
	"slices"
	"strings"

	"ascribe/bench/corpus"
)

// A Report is one report with its key.
type Report struct {
	ID        string
	Text      string // as it was printed, in capitals
	Lower     string // in small letters, the header cut
	Templates []Template
}

// A Template is one incident of the key.
type Template struct {
	Optional   bool     // there is doubt whether the incident counts (MUC-4 7.2)
	Types      []string // "attack", "bombing" …; several are alternatives
	Stage      []Fill
	Date       []Fill
	Location   []Fill
	Confidence []Fill // how each organization is viewed: its strings and the value
	Roles      [Roles][]Entity
	Described  []Fill // the human targets by title, role or description
}

// A Fill is one fill of a slot.
type Fill struct {
	Optional bool
	Value    []string // alternatives of a set fill or of a converted value
	Strings  []string // alternatives of a wording, or what the value is said of
}

// An Entity fills a role: its wordings, each as good as the others.
type Entity struct {
	Optional bool
	Wordings []string
}

// The columns of the role-filler score beside the type of the incident.
const (
	PerpetratorIndividual = iota
	PerpetratorOrganization
	PhysicalTarget
	HumanTarget
	Instrument
	Roles // how many there are
)

// Load reads a part of the corpus, "train" or "dev", below the folder of the
// corpora.
func Load(data, part string) ([]Report, error) {
	keys, err := corpus.Lines[keyLine](data, "muc4/"+part+".jsonl")
	if err != nil {
		return nil, err
	}
	roles, err := corpus.Lines[roleLine](data, "muc4/roles-"+part+".jsonl")
	if err != nil {
		return nil, err
	}
	byID := map[string]*roleLine{}
	for i := range roles {
		byID[roles[i].ID] = &roles[i]
	}
	out := make([]Report, len(keys))
	for i := range keys {
		r := byID[keys[i].ID]
		if r == nil || len(r.Templates) != len(keys[i].Templates) {
			return nil, fmt.Errorf("%s: the role-filler key does not go with the templates", keys[i].ID)
		}
		out[i] = Report{ID: keys[i].ID, Text: keys[i].Text, Lower: r.Text}
		for j := range r.Templates {
			out[i].Templates = append(out[i].Templates, template(&keys[i].Templates[j], &r.Templates[j]))
		}
	}
	return out, nil
}

type keyLine struct {
	ID, Text  string
	Templates []keyTemplate
}

// A keyTemplate has the slots under the names that the key gives them.
type keyTemplate struct {
	Optional     bool
	Date         []Fill `json:"INCIDENT: DATE"`
	Location     []Fill `json:"INCIDENT: LOCATION"`
	Stage        []Fill `json:"INCIDENT: STAGE OF EXECUTION"`
	Confidence   []Fill `json:"PERP: ORGANIZATION CONFIDENCE"`
	Individual   []Fill `json:"PERP: INDIVIDUAL ID"`
	Organization []Fill `json:"PERP: ORGANIZATION ID"`
	Physical     []Fill `json:"PHYS TGT: ID"`
	Human        []Fill `json:"HUM TGT: NAME"`
	Instrument   []Fill `json:"INCIDENT: INSTRUMENT ID"`
	Described    []Fill `json:"HUM TGT: DESCRIPTION"`
}

type roleLine struct {
	ID        string `json:"docid"`
	Text      string `json:"doctext"`
	Templates []roleTemplate
}

type roleTemplate struct {
	Type                                     string `json:"incident_type"`
	PerpInd, PerpOrg, Target, Victim, Weapon []wordings
}

// wordings are the wordings of an entity, each with its place.
type wordings [][2]any

// template joins the slots of the key with the role-filler key, which has no
// marks of what is optional.
func template(k *keyTemplate, r *roleTemplate) Template {
	t := Template{Optional: k.Optional, Types: strings.Split(r.Type, " / "), Stage: k.Stage, Date: k.Date, Location: k.Location, Confidence: k.Confidence, Described: k.Described}
	fills := [Roles][]Fill{k.Individual, k.Organization, k.Physical, k.Human, k.Instrument}
	for role, list := range [Roles][]wordings{r.PerpInd, r.PerpOrg, r.Target, r.Victim, r.Weapon} {
		for _, w := range list {
			var e Entity
			for _, s := range w {
				if words, ok := s[0].(string); ok {
					e.Wordings = append(e.Wordings, words)
				}
			}
			e.Optional = slices.ContainsFunc(fills[role], func(f Fill) bool { return f.Optional && f.has(e.Wordings) })
			t.Roles[role] = append(t.Roles[role], e)
		}
	}
	return t
}

// has reports whether one of the wordings is the fill's.
func (f *Fill) has(wordings []string) bool {
	return slices.ContainsFunc(f.Strings, func(s string) bool {
		return slices.ContainsFunc(wordings, func(w string) bool { return Plain(s) == Plain(w) })
	})
}

// Plain is what a wording is compared by: small letters without punctuation,
// articles and runs of spaces.
func Plain(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r >= 0x80)
	})
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "a" || w == "an" || w == "the" }), " ")
}
