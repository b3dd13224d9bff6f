package ascribe

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A Policy is the name and version of a rule that makes one figure out of many
// reported ones: "acled/2". A rule that changes takes a new version, and the
// older one is kept, so that a figure once given can be computed again.
type Policy string

// Name returns the policy without its version.
func (p Policy) Name() string {
	name, _, _ := strings.Cut(string(p), "/")
	return name
}

// Version returns the policy's version, or 0 for a bare name.
func (p Policy) Version() int {
	_, v, _ := strings.Cut(string(p), "/")
	n, err := strconv.Atoi(v)
	if err != nil {
		return 0 // a name without a number names no version
	}
	return n
}

// ComparePolicies orders policies by name, the newest version first.
func ComparePolicies(a, b Policy) int {
	return cmp.Or(strings.Compare(a.Name(), b.Name()), cmp.Compare(b.Version(), a.Version()))
}

// Policies returns what a toll was reckoned by: the one that it shows first, then
// the others by name, the newest version first.
func (t *TollRange) Policies() []Policy {
	return append([]Policy{t.Policy}, slices.SortedFunc(maps.Keys(t.Others), ComparePolicies)...)
}

// By returns the figure that a policy makes. A bare name stands for the newest
// version.
func (t *TollRange) By(p Policy) (Policy, Figure, bool) {
	found := Policy("")
	for _, q := range t.Policies() {
		if q == p || p.Version() == 0 && q.Name() == p.Name() && (found == "" || q.Version() > found.Version()) {
			found = q
		}
	}
	if found == t.Policy {
		return found, t.Figure, found != ""
	}
	return found, t.Others[found], found != ""
}

// Under returns the record with its tolls by a policy in the first place; what
// was there stands among the others. A policy that a toll was not reckoned by is
// an error.
func (r *Record) Under(p Policy) (*Record, error) {
	out := *r
	out.Tolls = slices.Clone(r.Tolls)
	for i := range out.Tolls {
		t := &out.Tolls[i]
		chosen, figure, ok := t.By(p)
		if !ok {
			return nil, Errorf(NotFound, "no policy %q made a figure of those %s", p, t.Harm)
		}
		if chosen == t.Policy {
			continue
		}
		others := maps.Clone(t.Others)
		delete(others, chosen)
		others[t.Policy] = t.Figure
		t.Policy, t.Figure, t.Others = chosen, figure, others
	}
	return &out, nil
}
