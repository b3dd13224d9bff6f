package ascribe

import (
	"testing"
	"time"
)

func TestParseMoment(t *testing.T) {
	end := time.Date(2025, 3, 8, 23, 59, 59, 999_999_999, time.UTC)
	afternoon := time.Date(2025, 3, 8, 14, 30, 0, 0, time.UTC)
	for s, want := range map[string]time.Time{
		"": {}, "2025-03-08": end, "2025-03-08T14:30:00Z": afternoon, "2025-03-08T14:30Z": afternoon, "2025-03-08T16:30:00+02:00": afternoon,
	} {
		if got, err := ParseMoment(s); err != nil || !got.Equal(want) || got.Location() != time.UTC {
			t.Errorf("%q is %v, %v; want %v", s, got, err, want)
		}
	}
	for _, s := range []string{"yesterday", "2025-02-30", "2025-03-08 14:30", "8/3/2025"} {
		if got, err := ParseMoment(s); KindOf(err) != Invalid || HintOf(err) == "" {
			t.Errorf("%q is %v, %v", s, got, err)
		}
	}
}
