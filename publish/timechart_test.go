package publish

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ascribe"
)

// Any marks give a drawing that is well formed and holds each of them within it.
func TestTimeChartHoldsAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := TimeChart{Told: `<"&`, Lanes: []string{"by itself", "<others>"}, Day: func(at time.Time) string { return at.Format("2 Jan") }}
		drawn := 0
		for range rapid.IntRange(0, 30).Draw(t, "marks") {
			from := time.Unix(rapid.Int64Range(1, 2e9).Draw(t, "at"), 0)
			m := TimeMark{From: from, To: from, Lane: rapid.IntRange(0, 1).Draw(t, "lane"), Position: ascribe.Position(rapid.IntRange(0, 8).Draw(t, "position"))}
			if rapid.Bool().Draw(t, "day") {
				m.To = from.AddDate(0, 0, 1)
			}
			drawn++
			c.Marks = append(c.Marks, m)
		}
		var b strings.Builder
		if err := c.Draw(&b); err != nil {
			t.Fatal(err)
		}
		if (b.Len() == 0) != (drawn == 0) {
			t.Fatalf("%d marks give %q", drawn, b.String())
		}
		d := xml.NewDecoder(strings.NewReader(b.String()))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%v in %s", err, b.String())
			}
		}
		if strings.Contains(b.String(), "NaN") || strings.Contains(b.String(), "Inf") || strings.Contains(b.String(), `="-`) {
			t.Fatalf("a mark lies outside in %s", b.String())
		}
		if got := strings.Count(b.String(), "<circle") + strings.Count(b.String(), "<svg x=") + strings.Count(b.String(), `stroke-linecap="round"`); got < drawn {
			t.Fatalf("%d of %d marks are drawn", got, drawn)
		}
	})
}

// What happened is a band where it lies near what was said, and stretches nothing
// where it lies years before.
func TestTimeChartBand(t *testing.T) {
	for when, want := range map[string]bool{"2031-03-03": true, "2019-08-01": false} {
		d := theDay("", when, ascribe.Explicit)
		c := TimeChart{Lanes: []string{"a"}, When: &d, Day: func(at time.Time) string { return at.Format(time.DateOnly) }, Marks: []TimeMark{
			{From: at("2031-03-03 20:00"), To: at("2031-03-03 20:00")}, {From: at("2031-03-07 20:00"), To: at("2031-03-07 20:00")},
		}}
		var b strings.Builder
		if err := c.Draw(&b); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(b.String(), "<rect"); got != want || strings.Contains(b.String(), "2019") {
			t.Errorf("%s: band %v, want %v", when, got, want)
		}
	}
}
