package geo

import (
	"math"
	"strings"
	"testing"

	"ascribe"
	"ascribe/bench/measure"
)

func at(text, words string) (start, end int) {
	before, _, _ := strings.Cut(text, words)
	start = len([]rune(before))
	return start, start + len([]rune(words))
}

func gold(text, words string, point ...float64) toponym {
	t := toponym{Name: words}
	t.Start, t.End = at(text, words)
	if len(point) == 2 {
		t.Lat, t.Lon = &point[0], &point[1]
	}
	return t
}

func read(text, words string, point ...float64) place {
	var p place
	p.start, p.end = at(text, words)
	if len(point) == 2 {
		p.point = &ascribe.Point{Lat: point[0], Lon: point[1]}
	}
	return p
}

// One degree of latitude is 111.2 km: 1° is near, 2° is not.
func TestScore(t *testing.T) {
	text := "Talvik – police of Port Maren stopped Sarvian trucks on Quay Street, then in Ombra and Velm, not in March."
	a := article{Text: text, Toponyms: []toponym{
		gold(text, "Velm", 5, 5), // 6: found without a point
		gold(text, "Talvik", 10, 20),
		gold(text, "Port Maren", 10, 21),
		gold(text, "Sarvian", 11, 21), // not found, a people
		gold(text, "Quay Street"),     // found, without a point in the key
		gold(text, "Ombra", 12, 20),   // not found
	}}
	got := []place{
		read(text, "Talvik", 11, 20), // exact, 111 km off
		read(text, "Maren", 12, 21),  // overlaps, 222 km off
		read(text, "Quay Street", 1, 1),
		read(text, "Velm"),
		read(text, "March"), // no toponym
	}
	people := func(name string) []string {
		if name == "Sarvian" {
			return []string{"XSV"}
		}
		return nil
	}
	r := score(&a, got, people)
	for _, c := range []struct {
		name      string
		got, want measure.Count
	}{
		{"overlap", r.overlap, measure.Paired(4, 5, 6)},
		{"exact", r.exact, measure.Paired(3, 5, 6)},
		{"without peoples", r.named, measure.Paired(4, 5, 5)},
		{"found, near", r.near, measure.Count{Met: 1, Key: 3}}, // Talvik; Port Maren too far, Velm without a point
		{"all, near", r.all, measure.Count{Met: 1, Key: 5}},
	} {
		if c.got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, c.got, c.want)
		}
	}
	if len(r.errors) != 2 || math.Abs(r.errors[0]-111.2) > 0.1 || math.Abs(r.errors[1]-222.4) > 0.1 {
		t.Errorf("errors %v, want 111.2 and 222.4 km", r.errors)
	}
	var sum tally
	sum.add(r)
	rows := sum.rows("made", "as printed")
	for name, want := range map[string]float64{
		"toponyms, precision": 80, "toponyms, recall": 400. / 6, "toponyms F1": 800. / 11,
		"toponyms, exact F1": 600. / 11, "toponyms without peoples F1": 80,
		"found, within 161 km": 100. / 3, "all, within 161 km": 20, "median error, km": 166.8,
	} {
		seen := false
		for i := range rows {
			if rows[i].Measure == name {
				seen = true
				if math.Abs(rows[i].Value-want) > 0.1 {
					t.Errorf("%s: %.2f, want %.2f", name, rows[i].Value, want)
				}
			}
		}
		if !seen {
			t.Errorf("no row %q", name)
		}
	}
}

func TestPairOnce(t *testing.T) {
	text := "Port Maren, Talvik"
	whole := place{start: 0, end: 18}
	pairs := pair([]toponym{gold(text, "Port Maren"), gold(text, "Talvik")}, []place{whole})
	if pairs[0] != 0 || pairs[1] != -1 {
		t.Errorf("one found span is right %v times", pairs)
	}
	hall := []place{read(text+" town hall", "Talvik town hall"), read(text, "Talvik")}
	if pairs := pair([]toponym{gold(text, "Talvik")}, hall); pairs[0] != 1 {
		t.Errorf("paired with %d, want the shorter", pairs[0])
	}
	two := []place{read(text, "Maren"), read(text, "Port Maren")}
	if pairs := pair([]toponym{gold(text, "Port Maren")}, two); pairs[0] != 1 {
		t.Errorf("paired with %d, want the one that shares most", pairs[0])
	}
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{{nil, 0}, {[]float64{7}, 7}, {[]float64{9, 1, 2}, 2}, {[]float64{4, 1, 2, 9}, 3}} {
		if got := median(c.values); got != c.want {
			t.Errorf("%v: %v, want %v", c.values, got, c.want)
		}
	}
}
