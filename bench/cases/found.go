package cases

import (
	"fmt"
	"slices"
	"strconv"

	"ascribe"
)

// A Found is one value of a reading, as properties that facts ask for.
type Found struct {
	Kind  string
	props map[string][]string
	words string // in the language of facts
}

// String writes it as the fact that would ask for it.
func (f Found) String() string { return f.Kind + ": " + f.words }

// meets reports whether the value is what a fact asks for.
func (f Found) meets(fact Fact) bool {
	for _, a := range fact.asks {
		has := f.props[a.key]
		if len(a.want) == 0 {
			if len(has) > 0 {
				return false
			}
			continue
		}
		if !slices.ContainsFunc(a.want, func(p pattern) bool { return slices.ContainsFunc(has, p.meets) }) {
			return false
		}
	}
	return true
}

// reader turns a reading into values.
type reader struct {
	*ascribe.Reading
	doc      *ascribe.Document
	mentions map[ascribe.MentionID]*ascribe.Mention
}

// Values lists what a reading holds in the language of facts.
func Values(r *ascribe.Reading, doc *ascribe.Document) []Found {
	in := reader{r, doc, map[ascribe.MentionID]*ascribe.Mention{}}
	for i := range r.Mentions {
		in.mentions[r.Mentions[i].ID] = &r.Mentions[i]
	}
	var all []Found
	all = append(all, in.voices()...)
	all = append(all, in.incidents()...)
	all = append(all, in.blames()...)
	all = append(all, in.tolls()...)
	all = append(all, in.relations()...)
	all = append(all, in.places()...)
	return append(all, in.dates()...)
}

func (in reader) voices() []Found {
	var all []Found
	for i := range in.Statements {
		s := &in.Statements[i]
		if s.Source.Role == ascribe.Narrator {
			continue
		}
		p := map[string][]string{
			"source": {s.Source.Text}, "cue": {in.words(s.Cue)}, "content": {in.words(s.Content)},
			"role": {s.Source.Role.String()}, "quotation": {s.Quotation.String()},
			"negated": {yes(s.Modality.Negated)}, "hedged": {yes(s.Modality.Hedged)}, "hypothetical": {yes(s.Modality.Hypothetical)},
			"future": {yes(s.Modality.Future)}, "historical": {yes(s.Modality.Historical)},
		}
		if s.Source.Mention != nil {
			p["speaker"] = in.wordings(*s.Source.Mention)
		}
		for _, v := range s.Source.Via {
			p["via"] = append(p["via"], in.wordings(v)...)
		}
		w := fmt.Sprintf("%s | %s | %s | role %s | %s", s.Source.Text, p["cue"][0], p["content"][0], s.Source.Role, s.Quotation)
		all = append(all, Found{"voice", p, w + one(" | via ", p["via"])})
	}
	return all
}

func (in reader) incidents() []Found {
	var all []Found
	for i := range in.Incidents {
		o := &in.Incidents[i]
		p := map[string][]string{"type": {o.Type.String()}, "stage": {o.Stage.String()}, "recent": {yes(o.Recent)}, "denied": {yes(o.Denied)}}
		w := o.Type.String() + " | stage " + o.Stage.String() + flag(o.Recent, " | recent", " | background") + flag(o.Denied, " | denied", "")
		if o.When.Resolved() {
			p["date"] = []string{o.When.EDTF}
			w += " | date " + o.When.EDTF
		}
		if o.Where != nil {
			p["place"], p["country"] = filled(o.Where.Text, o.Where.Name), filled(o.Where.Country)
			p["admin"], p["prec"] = filled(o.Where.Admin1), []string{strconv.Itoa(o.Where.Precision)}
			w += " | place " + o.Where.Text
		}
		for _, r := range []struct {
			name string
			of   []ascribe.Entity
		}{
			{"perpetrator", o.Roles.PerpetratorIndividuals}, {"organization", o.Roles.PerpetratorOrganizations},
			{"target", o.Roles.PhysicalTargets}, {"victim", o.Roles.HumanTargets}, {"instrument", o.Roles.Instruments},
		} {
			for k := range r.of {
				p[r.name] = append(p[r.name], r.of[k].Text)
				for _, s := range r.of[k].Spans {
					p[r.name] = append(p[r.name], s.Of(in.doc.Text))
				}
				w += " | " + r.name + " " + r.of[k].Text
			}
		}
		for _, e := range o.Effects {
			for _, name := range in.wordings(e.Target) {
				p["effect"] = append(p["effect"], e.Effect+" "+name)
			}
		}
		all = append(all, Found{"incident", p, w})
	}
	return all
}

func (in reader) blames() []Found {
	var all []Found
	for i := range in.Attributions {
		a := &in.Attributions[i]
		p := map[string][]string{"actor": in.wordings(a.Actor), "position": {a.Stance.Position().String()}, "by": in.by(a.Statement)}
		p["incident"] = in.typeOf(a.Incident)
		all = append(all, Found{"blame", p, one("", p["actor"]) + " " + p["position"][0] + one(" | by ", p["by"]) + one(" | incident ", p["incident"])})
	}
	return all
}

func (in reader) tolls() []Found {
	var all []Found
	for i := range in.Tolls {
		t := &in.Tolls[i]
		p := map[string][]string{
			"harm": {t.Harm.String()}, "low": count(t.Figure.Low), "best": count(t.Figure.Best), "high": count(t.Figure.High),
			"open": {yes(t.Figure.Open)}, "part": {yes(t.Part)}, "attackers": {yes(t.Attackers)}, "of": filled(t.Of), "words": {t.Words},
			"by": in.by(t.Statement), "incident": in.typeOf(t.Incident),
		}
		w := t.Harm.String() + one(" | low ", p["low"]) + one(" | best ", p["best"]) + one(" | high ", p["high"]) + flag(t.Figure.Open, " | open", "")
		w += flag(t.Part, " | part", "") + flag(t.Attackers, " | attackers", "") + one(" | of ", p["of"]) + one(" | by ", p["by"]) + one(" | incident ", p["incident"])
		all = append(all, Found{"toll", p, w})
	}
	return all
}
