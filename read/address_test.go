package read

import "testing"

func TestCanonical(t *testing.T) {
	for _, tt := range []struct{ in, want, outlet string }{
		{"https://www.Oru-Times.example/a?utm_source=x&id=4&fbclid=z#top", "https://www.oru-times.example/a?id=4", "oru-times.example"},
		{"http://web.archive.org/web/20161003220650/http://www.oru-times.co.uk:80/story/1?a=1", "http://www.oru-times.co.uk/story/1?a=1", "oru-times.co.uk"},
		{"https://web.archive.org/web/2016id_/oru-times.example/x", "http://oru-times.example/x", "oru-times.example"},
		{"HTTPS://oru-times.example:443", "https://oru-times.example/", "oru-times.example"},
		{"https://user:word@oru-times.example./a%20b", "https://oru-times.example/a%20b", "oru-times.example"},
		{"https://oru-times.example/a?q=%D1%8F&empty=", "https://oru-times.example/a?q=%D1%8F&empty=", "oru-times.example"},
		{"http://192.0.2.7/a", "http://192.0.2.7/a", "192.0.2.7"},
		{"not an address", "not an address", ""},
		{"", "", ""},
	} {
		if got := Canonical(tt.in); got != tt.want {
			t.Errorf("Canonical(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if got := Canonical(Canonical(tt.in)); got != tt.want {
			t.Errorf("Canonical twice of %q = %q, want %q", tt.in, got, tt.want)
		}
		if got := OutletOf(tt.in); string(got) != tt.outlet {
			t.Errorf("OutletOf(%q) = %q, want %q", tt.in, got, tt.outlet)
		}
	}
}
