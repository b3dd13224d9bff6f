package reconcile

import (
	"cmp"
	"maps"
	"slices"

	"ascribe"
)

// A tally gathers the values that tellings give for one thing, each with the
// statements and the origins behind it. Values are added in order of
// publication.
type tally[T any] struct {
	at     map[string]int
	values []counted[T]
}

type counted[T any] struct {
	value      T
	statements []ascribe.StatementID
	voices     map[voice]bool
	docs       map[ascribe.DocumentID]bool
}

// add enters a value under the key that makes it equal to another.
func (t *tally[T]) add(key string, value T, from voice, doc ascribe.DocumentID, ids ...ascribe.StatementID) *counted[T] {
	if t.at == nil {
		t.at = map[string]int{}
	}
	i, ok := t.at[key]
	if !ok {
		i = len(t.values)
		t.at[key] = i
		t.values = append(t.values, counted[T]{
			value: value, voices: map[voice]bool{}, docs: map[ascribe.DocumentID]bool{},
		})
	}
	c := &t.values[i]
	c.voices[from] = true
	if !from.lapsed {
		c.docs[doc] = true
	}
	for _, id := range ids {
		if !slices.Contains(c.statements, id) {
			c.statements = append(c.statements, id)
		}
	}
	return c
}

// sourced returns the values, those of most origins first; finer breaks ties,
// and the earlier of two that are still equal comes first.
func (t *tally[T]) sourced(finer func(a, b T) int) []ascribe.Sourced[T] {
	values := slices.Clone(t.values)
	slices.SortStableFunc(values, func(a, b counted[T]) int {
		n := cmp.Compare(independent(b.voices), independent(a.voices))
		if n == 0 && finer != nil {
			n = finer(a.value, b.value)
		}
		return n
	})
	var out []ascribe.Sourced[T]
	for _, c := range values {
		out = append(out, c.sourced())
	}
	return out
}

func (c *counted[T]) sourced() ascribe.Sourced[T] {
	return ascribe.Sourced[T]{Value: c.value, Statements: c.statements, Origins: independent(c.voices)}
}

// best returns the index of the value to hold: the one that most origins give
// or leave room for with a coarser value; -1 when there is none. The first of
// equals is taken, so values come best supported first.
func best[T any](t *tally[T], values []ascribe.Sourced[T], key func(T) string, coarser func(a, b T) bool) int {
	at, most := -1, 0
	for i, v := range values {
		voices := map[voice]bool{}
		for j := range t.values {
			c := &t.values[j]
			if key(c.value) == key(v.Value) || coarser(c.value, v.Value) {
				maps.Copy(voices, c.voices)
			}
		}
		if n := independent(voices); n > most {
			at, most = i, n
		}
	}
	return at
}
