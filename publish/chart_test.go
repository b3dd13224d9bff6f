package publish

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ascribe"
)

func TestScale(t *testing.T) {
	for _, tt := range []struct{ highest, step, top int }{{0, 1, 1}, {1, 1, 1}, {4, 1, 4}, {5, 2, 6}, {9, 5, 10}, {14, 5, 15}, {30, 10, 30}, {139, 50, 150}, {1_000_000, 500_000, 1_000_000}} {
		if step, top := scale(tt.highest); step != tt.step || top != tt.top {
			t.Errorf("%d: %d to %d, want %d to %d", tt.highest, step, top, tt.step, tt.top)
		}
	}
}

func TestKey(t *testing.T) {
	for i, want := range map[int]string{0: "a", 25: "z", 26: "aa", 27: "ab", 51: "az", 52: "ba", 701: "zz", 702: "aaa"} {
		if got := PointKey(i); got != want {
			t.Errorf("%d: %q, want %q", i, got, want)
		}
	}
}

// Any course gives a drawing that is well formed, within its frame, and says in
// words what it shows.
func TestTollChartHoldsAnything(t *testing.T) {
	count := rapid.SampledFrom([]ascribe.Count{ascribe.Unknown, 0, 1, 9, 140, 2_000_000})
	rapid.Check(t, func(t *rapid.T) {
		r := ascribe.TollRange{Figure: ascribe.Figure{Low: count.Draw(t, "low"), Best: count.Draw(t, "best"), High: count.Draw(t, "high")}}
		var undated []bool
		drawn := 0
		for range rapid.IntRange(0, 40).Draw(t, "points") {
			f := ascribe.Figure{Low: count.Draw(t, "low"), Best: count.Draw(t, "best"), High: count.Draw(t, "high"), Open: rapid.Bool().Draw(t, "open")}
			if f.Low != ascribe.Unknown || f.Best != ascribe.Unknown || f.High != ascribe.Unknown {
				drawn++
			}
			r.Course = append(r.Course, ascribe.TollPoint{
				At: time.Unix(rapid.Int64Range(0, 2e9).Draw(t, "at"), 0), Role: ascribe.Role(rapid.IntRange(0, 6).Draw(t, "role")),
				Early: rapid.Bool().Draw(t, "early"), Toll: ascribe.Toll{Figure: f},
			})
			undated = append(undated, rapid.Bool().Draw(t, "undated"))
		}
		var b bytes.Buffer
		if err := TollChart(&b, r, undated, nil); err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(bytes.NewReader(b.Bytes()))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%v in %s", err, b.String())
			}
		}
		if strings.Contains(b.String(), "NaN") || strings.Contains(b.String(), "Inf") {
			t.Fatalf("not a number in %s", b.String())
		}
		if got := strings.Count(openingTag(b.String()), ": "); got != drawn {
			t.Fatalf("%d points are told of %d", got, drawn)
		}
		for _, p := range newChart(r, undated, nil).points {
			if p.x < plotLeft || p.x > plotRight {
				t.Fatalf("a point at %v is outside the frame", p.x)
			}
		}
		if text := textChart(r); strings.Count(text, "\n") != len(r.Course)+1 {
			t.Fatalf("the text chart has %d lines for %d points", strings.Count(text, "\n"), len(r.Course))
		}
	})
}

// Names of points do not lie on each other where there is room to give way.
func TestNamesGiveWay(t *testing.T) {
	r := ascribe.TollRange{Harm: ascribe.Killed, Figure: ascribe.Exactly(13)}
	for i := range 8 {
		r.Course = append(r.Course, ascribe.TollPoint{At: time.Unix(int64(i), 0), Toll: ascribe.Toll{Figure: atLeast(ascribe.Count(10 + i%2))}})
	}
	c := newChart(r, nil, nil)
	for i := range c.points {
		c.point(&c.points[i])
	}
	for i, l := range c.labels {
		for _, m := range c.labels[i+1:] {
			if l.touches(m) {
				t.Errorf("%v lies on %v", l, m)
			}
		}
	}
}

// openingTag returns a text up to its first ">".
func openingTag(s string) string {
	tag, _, _ := strings.Cut(s, ">")
	return tag
}
