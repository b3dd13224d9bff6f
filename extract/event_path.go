package extract

import "strings"

// relation names how token i hangs on its head, with the preposition that leads
// to it: "obl by".
func relation(c *clause, i int) string {
	rel := c.Tokens[i].Rel
	base, sub, _ := strings.Cut(rel, ":")
	if sub != "pass" && sub != "agent" {
		rel = base
	}
	if base == "obl" || base == "nmod" {
		if d := dependents(c.Sentence, i, "case"); len(d) > 0 {
			rel = base + " " + c.lower(d[0])
		}
	}
	return rel
}

// path names the way through the tree from token i to token j, up and then down,
// or "" where it is longer than four steps.
func (c *clause) path(i, j int) string {
	up, down := c.ancestors(i), c.ancestors(j)
	for a, x := range up {
		for b, y := range down {
			if x != y {
				continue
			}
			if a+b > 4 {
				return ""
			}
			var steps []string
			for _, t := range up[:a] {
				steps = append(steps, relation(c, t))
			}
			for k := b - 1; k >= 0; k-- {
				steps = append(steps, "down "+relation(c, down[k]))
			}
			return strings.Join(steps, ", ")
		}
	}
	return ""
}

// ancestors lists token i and the heads above it.
func (c *clause) ancestors(i int) []int {
	var out []int
	for range maxClimb {
		if i < 0 || i >= len(c.Tokens) {
			break
		}
		out = append(out, i)
		i = c.Tokens[i].Head
	}
	return out
}
