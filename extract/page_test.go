package extract_test

import (
	"slices"
	"testing"

	"ascribe"
)

// Who is named in passing, where no phrase is about him, is a person all the same.
func TestAPersonNamedInPassing(t *testing.T) {
	r := readText(t, "TALVIK - A bomb killed three people in Talvik on Monday. Police arrested Danil Orsk, 22, and named Josip Marrow as a suspect.")
	var persons []string
	for _, m := range r.Mentions {
		if m.ID.Kind == ascribe.PersonMention {
			persons = append(persons, m.Text)
		}
	}
	for _, name := range []string{"Danil Orsk", "Josip Marrow"} {
		if n := len(slices.DeleteFunc(slices.Clone(persons), func(p string) bool { return p != name })); n != 1 {
			t.Errorf("%s is mentioned %d times among the persons %q", name, n, persons)
		}
	}
}
