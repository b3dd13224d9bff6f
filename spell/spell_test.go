package spell_test

import (
	"testing"

	"pgregory.net/rapid"

	"ascribe/spell"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Māran   Front": "maran front", "MARAN-FRONT": "maran front", "Ma\u200bran Fr\u202eont": "maran front", "Mar’an": "maran", "ＭＡＲＡＮ": "maran",
		"Þórr": "thorr", "Løvland": "lovland", "": "", "M.L.F.": "mlf",
	} {
		if got := spell.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
	if got := spell.Plain("Māran-Front’s"); got != "maran-front’s" {
		t.Errorf("Plain keeps %q", got)
	}
}

func TestLatin(t *testing.T) {
	for in, want := range map[string]string{"Хезболла": "khezbolla", "Фронт Марана": "front marana", "maran": "maran", "مران": "مران"} {
		if got := spell.Latin(spell.Fold(in)); got != want {
			t.Errorf("Latin(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSkeleton(t *testing.T) {
	for _, pair := range [][2]string{
		{"ETA", "ЕTA"}, {"Maran Front", "Mаrаn Frоnt"}, {"ISIS", "lSlS"}, {"M-19", "M-l9"}, {"Northern Dawn", "Northem Dawn"}, {"Order of Seven", "0rder of Seven"}, {"Maran", "Ma\u200bran"}, {"ETA", "ΕΤΑ"},
	} {
		if a, b := spell.Skeleton(pair[0]), spell.Skeleton(pair[1]); a != b {
			t.Errorf("%q and %q look the same, but are reduced to %q and %q", pair[0], pair[1], a, b)
		}
	}
	for _, pair := range [][2]string{{"ETA", "ETB"}, {"Maran Front", "Marin Front"}, {"Xaran", "Maran"}, {"хамас", "hamas"}} {
		if spell.Skeleton(pair[0]) == spell.Skeleton(pair[1]) {
			t.Errorf("%q does not look like %q", pair[0], pair[1])
		}
	}
}

func TestMixed(t *testing.T) {
	for name, mixed := range map[string]bool{"ЕTA": true, "Mаran Front": true, "Maran Фронт": false, "Фронт": false, "M-19": false, "Séleka": false, "حزب Front": false} {
		if got := spell.Mixed(name); (got != "") != mixed {
			t.Errorf("Mixed(%q) = %q", name, got)
		}
	}
	if spell.Foreign("ЕTA") == "" || spell.Foreign("ETA") != "" || spell.Foreign("lSlS") != "" {
		t.Error("Foreign does not tell letters of other scripts")
	}
}

func TestSlip(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"maran liberation front", "maran liberaton front"}: true, {"maran liberation front", "maran liberation frotn"}: true,
		{"maran liberation front", "moran liberation front"}: true, {"maran liberation front", "maran liberation front"}: false,
		{"maran brigade", "maran brigades"}: false, {"maran brigade of north", "maran brigades of north"}: false,
		{"maran", "moran"}: false, {"battalion 316", "battalion 317"}: false, {"maran liberation front", "maran liberation army"}: false, {"eastern dawn", "eastern dawns x"}: false,
	} {
		if spell.Slip(pair[0], pair[1]) != want || spell.Slip(pair[1], pair[0]) != want {
			t.Errorf("Slip%q is not %v", pair, want)
		}
	}
}

func TestSoundIsSharedBySpellings(t *testing.T) {
	same := [][]string{
		{"hezbollah", "hizbullah", "hizballah", "hizbollah"}, {"jabhat al nusra", "jabhat an nusra", "jabhet el nusrah"}, {"ahrar al sham", "ahrar ash sham"},
	}
	for _, names := range same {
		a := spell.SoundOf(names[0])
		for _, name := range names[1:] {
			if b := spell.SoundOf(name); a.Consonants != b.Consonants || a.Distance(b.Vowels) > a.Room() {
				t.Errorf("%q sounds as %+v, %q as %+v", names[0], a, name, b)
			}
		}
	}
}

// Whatever is written, the forms are stable: a folded name folds to itself.
func TestFormsAreStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.String().Draw(t, "name")
		if f := spell.Fold(name); spell.Fold(f) != f {
			t.Fatalf("Fold(%q) = %q folds to %q", name, f, spell.Fold(f))
		}
		spell.Skeleton(name)
		spell.Mixed(name)
		if spell.Slip(name, name) {
			t.Fatal("a name slips from itself")
		}
		s := spell.SoundOf(spell.Fold(name))
		if s.Distance(s.Vowels) != 0 {
			t.Fatal("a sound lies apart from itself")
		}
	})
}
