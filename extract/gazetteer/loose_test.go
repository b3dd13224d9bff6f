package gazetteer

import "testing"

func TestLoosely(t *testing.T) {
	x := New([]Place{
		{Entry: Entry{ID: "s:1", Name: "Ar Raqqah", Country: "SYR", Admin1: "Ar-Raqqah", Population: 177_000}},
		{Entry: Entry{ID: "s:2", Name: "Dayr az Zawr", Country: "SYR", Population: 242_000}},
		{Entry: Entry{ID: "s:3", Name: "Khān Shaykhūn", Country: "SYR", Population: 55_000}},
		{Entry: Entry{ID: "s:4", Name: "Al-Hasakah Governorate", Country: "SYR", Kind: Division1, Population: 700_000}},
		{Entry: Entry{ID: "f:1", Name: "Rocca", Country: "ITA", Population: 9_000}},
		{Entry: Entry{ID: "s:5", Name: "Hamlet", Country: "SYR", Population: 100}},
		{Entry: Entry{ID: "s:6", Name: "Al Qāmishlī", Country: "SYR", Admin1: "Al-Hasakah"}},
		{Entry: Entry{ID: "s:7", Name: "Qārah", Country: "SYR", Population: 20_000}},
		{Entry: Entry{ID: "s:8", Name: "Al Mayādīn", Country: "SYR", Population: 54_000}},
		{Entry: Entry{ID: "s:9", Name: "Ath Thawrah", Country: "SYR", Population: 87_000}, Names: []string{"Tabqa"}},
		{Entry: Entry{ID: "a:1", Name: "Lashkar Gāh", Country: "AFG", Population: 43_000}},
		{Entry: Entry{ID: "a:2", Name: "Nangarhar", Country: "AFG", Kind: Division1, Population: 300_000}},
		{Entry: Entry{ID: "m:1", Name: "Maungdaw", Country: "MMR", Population: 10_000}},
	})
	for name, want := range map[string]string{
		"Raqa": "s:1", "Raqqa": "s:1", "al-Raqqa": "s:1", "Raqa city": "s:1", "Deir Ezzor": "s:2", "Deir al-Zor": "s:2", "Deir ez-Zour": "s:2",
		"Khan Sheikhun": "s:3", "Khan Shaikhoun": "s:3", "Hasaka": "s:4", "Hassakeh province": "s:4",
		"Qamishli": "s:6", "al-Qamishly": "s:6", "Kamishli city": "s:6", "al-Tabqah": "s:9", "Tabaqa": "s:9", "Lashkargah": "a:1", "Nangrahar province": "a:2", "Mongdaw": "m:1",
		"Al-Quriyah": "", "Midan": "", "Kamosh": "",
		"Raqa province": "", "Roca": "", "Hamlat": "", "Ali": "", "": "", "Port Maren": "",
	} {
		got := ""
		if found := x.Loosely(name); len(found) > 0 {
			got = found[0].ID
		}
		if got != want {
			t.Errorf("%q sounds like %q, want %q", name, got, want)
		}
	}
}
