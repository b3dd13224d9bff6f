package bench

import (
	"slices"
	"strings"

	"ascribe"
)

// Records tallies the folded record against what is expected of it, incident by
// incident: which articles tell of it, and what the record says of it.
func (n *Newsroom) Records(got []*ascribe.Record) []Tally {
	wanted := make([][]string, len(n.Record))
	for i, w := range n.Record {
		wanted[i] = w.values()
		for _, d := range w.Documents {
			wanted[i] = append(wanted[i], "document "+d)
		}
	}
	found := make([][]string, len(got))
	for i, r := range got {
		found[i] = recordValues(r)
	}
	return pairUp(wanted, found, func(i int) string { return n.Record[i].Key + ": " })
}

func recordValues(r *ascribe.Record) []string {
	v := []string{"type " + r.Type.String(), "stage " + r.Stage.String()}
	if r.When.Resolved() {
		v = append(v, "date "+r.When.EDTF)
	}
	if r.Where != nil {
		v = append(v, "place "+placeName(r.Where))
	}
	for _, t := range r.Tolls {
		v = append(v, "toll "+tollWords(t.Harm, t.Figure))
	}
	for _, c := range r.Matrix {
		v = append(v, "position "+nameKey(c.Actor.Name)+" "+c.Position.String())
	}
	for _, d := range r.Documents {
		for _, a := range d.Appearances {
			v = append(v, "document "+Short(a.InputID))
		}
	}
	return distinct(v)
}

// OriginPairs tallies the pairs of articles that are held to be one piece of
// reporting.
func (n *Newsroom) OriginPairs(got []*ascribe.Record) Tally {
	pairs := func(groups [][]string) []string {
		var all []string
		for _, g := range groups {
			slices.Sort(g)
			for i := range g {
				for _, b := range g[i+1:] {
					all = append(all, "one origin "+g[i]+" "+b)
				}
			}
		}
		return distinct(all)
	}
	var groups [][]string
	for _, r := range got {
		inputs := map[ascribe.DocumentID][]string{}
		for _, d := range r.Documents {
			for _, a := range d.Appearances {
				inputs[d.Document] = append(inputs[d.Document], Short(a.InputID))
			}
		}
		for _, o := range r.Origins {
			var g []string
			for _, d := range o.Documents {
				g = append(g, inputs[d]...)
			}
			groups = append(groups, g)
		}
	}
	wanted := make([][]string, len(n.Origins))
	for i, g := range n.Origins {
		wanted[i] = slices.Clone(g)
	}
	return Compare(pairs(wanted), pairs(groups))
}

// Lines lists a tally for a person: what was missed, what was made up.
func (t Tally) Lines() string {
	var b strings.Builder
	for _, m := range t.Missed {
		b.WriteString("  missed   " + m + "\n")
	}
	for _, s := range t.Spurious {
		b.WriteString("  spurious " + s + "\n")
	}
	return b.String()
}
