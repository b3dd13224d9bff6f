package extract_test

import (
	"slices"
	"testing"

	"ascribe"
	"ascribe/extract"
)

// Whoever was shot is hurt, unless the article or its headline tells of death alone.
func TestShotOrDead(t *testing.T) {
	x := extract.New(newEngine(t))
	const shot = "His uncle told the radio that the boy was shot by mistake in the hills near Talvik on Friday."
	for _, c := range []struct {
		headline, text string
		want           []string
	}{
		{"", shot, []string{"injured 1 1 1 the boy"}},
		{"Boy killed in the hills of Talvik", shot, nil},
		{"Boy killed, another wounded in the hills of Talvik", shot, []string{"injured 1 1 1 the boy"}},
		{
			"", "Four family members died in a murder-suicide in Talvik on Friday. Neighbors said they heard nothing.\n\nAll four people were shot in the head in the house on Mill Road, deputies said.",
			[]string{"killed 4 4 4 family members"},
		},
		{"", "Officers killed Ivo Strom, 6, and critically wounded his father.", []string{"killed 1 1 1 Ivo Strom", "injured 1 1 1 his father"}},
		{"", "A shooting in Talvik left a man dead and his nephew fighting for his life. The man died at the scene.", []string{"killed 1 1 1 a man", "injured 1 1 1 his nephew", "killed 1 1 1 The man"}},
	} {
		r := x.Read(document(t, c.text), ascribe.Appearance{Headline: c.headline})
		var got []string
		for i := range r.Tolls {
			got = append(got, shown(&r.Tolls[i]))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q above %s\n got %q\nwant %q; incidents %s", c.headline, c.text, got, c.want, told(r))
		}
	}
}
