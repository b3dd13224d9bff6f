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
	})
	for name, want := range map[string]string{
		"Raqa": "s:1", "Raqqa": "s:1", "al-Raqqa": "s:1", "Raqa city": "s:1", "Deir Ezzor": "s:2", "Deir al-Zor": "s:2", "Deir ez-Zour": "s:2",
		"Khan Sheikhun": "s:3", "Khan Shaikhoun": "s:3", "Hasaka": "s:4", "Hassakeh province": "s:4",
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
