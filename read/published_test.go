package read

import (
	"testing"
	"time"
)

func TestPrintedDate(t *testing.T) {
	for _, tt := range []struct{ text, want, from string }{
		{"   PORT MAREN, 4 FEB 90 (EFE) -- [TEXT] REBELS FIRED.", "1990-02-04", "dateline"},
		{"PORT MAREN, 31 FEB 90 (EFE) -- REBELS FIRED.", "", ""},
		{"PORT MAREN, 4 FEB 08 (EFE) -- REBELS FIRED.", "2008-02-04", "dateline"},
		{"Port Maren, 4 Feb 90 (Efe) -- [Text] Rebels fired.", "1990-02-04", "dateline"},
		{"port maren, 4 feb 90 (radio maren)-- [text] rebels fired.", "1990-02-04", "dateline"},
		{"PORT MAREN, March 3 (AP) — Rebels fired.", "", ""},
		{"Posted: Tuesday, January 28, 2014 5:31 PM\n\nRebels fired.", "2014-01-28", "text"},
		{"Published: Tuesday, 11/18/2014 - Updated: 8 months ago\n\nRebels fired.", "2014-11-18", "text"},
		{"Posted: 3/4/2014\n\nRebels fired.", "", ""},
		{"Published 2014-03-04\n\nRebels fired.", "2014-03-04", "text"},
		{"Updated: January 29, 2014\n\nRebels fired.", "", ""},
		{"Rebels fired on March 4, 2014.", "", ""},
		{"Thu Dec 1 2016 Rebels fired at the town of Oru.", "2016-12-01", "text"},
	} {
		_, l := compose(tt.text, hints{})
		p := l.printed()
		got := ""
		if !p.IsZero() {
			got = p.Time.Format(time.DateOnly)
		}
		if got != tt.want || p.From != tt.from || p.DayOnly != (tt.want != "") {
			t.Errorf("%q: %q from %q, want %q from %q", tt.text, got, p.From, tt.want, tt.from)
		}
	}
}

func TestParseStamp(t *testing.T) {
	for in, want := range map[string]string{
		"2024-03-22T20:15:00+02:00":       "2024-03-22T18:15:00Z",
		"2024-03-22T20:15:00.000+0200":    "2024-03-22T18:15:00Z",
		"2024-03-22":                      "2024-03-22T00:00:00Z day",
		"2024-03-22 20:15":                "2024-03-22T20:15:00Z",
		"Fri, 22 Mar 2024 20:15:00 +0200": "2024-03-22T18:15:00Z",
		"March 22, 2024":                  "2024-03-22T00:00:00Z day",
		"yesterday":                       "",
		"20240399":                        "",
	} {
		p := parseStamp(in, "meta")
		got := ""
		if !p.IsZero() {
			got = p.Time.UTC().Format(time.RFC3339)
			if p.DayOnly {
				got += " day"
			}
		}
		if got != want {
			t.Errorf("parseStamp(%q) = %q, want %q", in, got, want)
		}
	}
}
