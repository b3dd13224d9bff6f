package reconcile

import "ascribe"

// facts are in how many facts two tellings agree, and in how many they differ: the
// day, the town, and how many were killed, injured and taken. What one of them does
// not know, or knows roughly, is no fact of both.
type facts struct{ agreed, differ int }

func factsOf(x, y *telling) facts {
	var f facts
	if a, b := x.told.When, y.told.When; a.Resolved() && b.Resolved() && a.Precision == ascribe.Day && b.Precision == ascribe.Day {
		f.enter(a.From.Equal(b.From))
	}
	if a, b := x.told.Where, y.told.Where; town(a) && town(b) {
		f.enter(kilometres(*a.Point, *b.Point) < nearby)
	}
	for _, h := range []ascribe.Harm{ascribe.Killed, ascribe.Injured, ascribe.Kidnapped} {
		m, n := count(x, h), count(y, h)
		if m != ascribe.Unknown && n != ascribe.Unknown {
			f.enter(m == n)
		}
	}
	return f
}

func (f *facts) enter(agreed bool) {
	if agreed {
		f.agreed++
	} else {
		f.differ++
	}
}

// count is the figure that a telling gives of a harm.
func count(t *telling, h ascribe.Harm) ascribe.Count {
	if f, ok := t.tolls[h]; ok {
		return central(f)
	}
	return ascribe.Unknown
}
