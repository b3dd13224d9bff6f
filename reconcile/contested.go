package reconcile

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"ascribe"
)

// contested says in words what the sources disagree on.
func (f *folding) contested() []string {
	var out []string
	for _, who := range f.denials.sourced(nil) {
		if who.Origins == 0 {
			continue
		}
		out = append(out, capital(withArticle(who.Value))+" denies that it happened")
	}
	out = append(out, rivalClaims(f.record.Matrix)...)
	out = append(out, denials(f.record.Matrix)...)
	out = append(out, rivalAccusations(f.record.Matrix)...)
	out = append(out, reversals(f.record.Turns)...)
	for _, t := range f.record.Tolls {
		if low, high := t.Figure.Low, t.Figure.High; low != ascribe.Unknown && low < high {
			more := ""
			if t.Figure.Open {
				more = " or more"
			}
			out = append(out, fmt.Sprintf("%s: %d to %d%s reported", t.Harm, low, high, more))
		}
	}
	out = append(out, differing("date", f.record.Dates, func(a, b ascribe.Date) bool {
		return a.From.After(b.To) || b.From.After(a.To)
	}, dateWords)...)
	out = append(out, differing("place", f.record.Places, disjointPlaces, placeWords)...)
	out = append(out, differing("what happened", f.record.Types, func(a, b ascribe.IncidentType) bool {
		return !typeHolds(a, b) && !typeHolds(b, a) && compatibleTypes(a, b) < 0.5
	}, func(t ascribe.IncidentType) string { return strings.ReplaceAll(t.String(), "_", " ") })...)
	return out
}

// reversals tells who went over from blame to denial, or back, on whom.
func reversals(turns []ascribe.Turn) []string {
	type chain struct {
		who, on string
		words   []string
	}
	var order []*chain
	at := map[partyKey]*chain{}
	for _, t := range turns {
		if blames(t.From) == blames(t.To) {
			continue
		}
		key := partyKey{actorKey(t.Actor), nameKey(t.Source)}
		if at[key] == nil {
			at[key] = &chain{who: withArticle(t.Source), words: []string{positionWords(t.From)}}
			if nameKey(t.Source) != nameKey(t.Actor.Name) {
				at[key].on = " on " + t.Actor.Name
			}
			order = append(order, at[key])
		}
		at[key].words = append(at[key].words, positionWords(t.To))
	}
	var out []string
	for _, c := range order {
		out = append(out, fmt.Sprintf("%s changed its word%s: %s", c.who, c.on, strings.Join(c.words, ", then ")))
	}
	return out
}

// positionWords writes a position in words.
func positionWords(p ascribe.Position) string { return strings.ReplaceAll(p.String(), "_", " ") }

// byActor counts, for the actors that stand in a position that no source gave up
// since, the origins that put them there.
func byActor(cells []ascribe.Cell, in func(ascribe.Position) bool) (order []string, names map[string]string, origins map[string]int, by map[string][]string) {
	names, origins, by = map[string]string{}, map[string]int{}, map[string][]string{}
	for _, c := range cells {
		if !in(c.Position) || !c.Until.IsZero() || c.Lapsed != nil {
			continue
		}
		key := actorKey(c.Actor)
		if names[key] == "" {
			names[key] = c.Actor.Name
			order = append(order, key)
		}
		origins[key] = max(origins[key], c.Support.Origins)
		if who := withArticle(c.Source); !slices.Contains(by[key], who) {
			by[key] = append(by[key], who)
		}
	}
	return order, names, origins, by
}

// rivalClaims tells when more than one actor says that it did it.
func rivalClaims(cells []ascribe.Cell) []string {
	order, names, origins, _ := byActor(cells, func(p ascribe.Position) bool { return p == ascribe.Claimed })
	if len(order) < 2 {
		return nil
	}
	var who []string
	for _, key := range order {
		who = append(who, fmt.Sprintf("%s (%s)", names[key], plural(origins[key], "origin")))
	}
	return []string{fmt.Sprintf("%s claim it: %s", capital(numberWord(len(order)))+" groups", strings.Join(who, ", "))}
}

// denials tells who denies, or is cleared of, what others hold against it.
func denials(cells []ascribe.Cell) []string {
	against, _, _, accusers := byActor(cells, blames)
	order, names, _, deniers := byActor(cells, func(p ascribe.Position) bool { return p == ascribe.Denied || p == ascribe.Cleared })
	var out []string
	for _, key := range order {
		who := list(deniers[key])
		if nameKey(who) == nameKey(names[key]) {
			who = names[key]
		}
		switch {
		case !slices.Contains(against, key):
			out = append(out, fmt.Sprintf("%s: %s says it did not do it", names[key], who))
		case who == names[key]:
			out = append(out, fmt.Sprintf("%s denies what %s holds against it", who, list(accusers[key])))
		default:
			out = append(out, fmt.Sprintf("%s rules out %s, which %s blames", who, names[key], list(accusers[key])))
		}
	}
	return out
}

// blames reports whether a position holds the actor responsible.
func blames(p ascribe.Position) bool {
	switch p {
	case ascribe.ReportedAsFact, ascribe.Claimed, ascribe.AccusedByAuthorities, ascribe.Accused, ascribe.Suspected:
		return true
	}
	return false
}

// rivalAccusations tells when different actors are blamed, unless rival claims
// say so already.
func rivalAccusations(cells []ascribe.Cell) []string {
	order, names, _, by := byActor(cells, func(p ascribe.Position) bool { return blames(p) && p != ascribe.Claimed })
	claimed, claimants, _, _ := byActor(cells, func(p ascribe.Position) bool { return p == ascribe.Claimed })
	var out []string
	if len(order) > 1 {
		var who []string
		for _, key := range order {
			who = append(who, fmt.Sprintf("%s (by %s)", names[key], list(by[key])))
		}
		out = append(out, fmt.Sprintf("%s actors are blamed: %s", capital(numberWord(len(order))), strings.Join(who, "; ")))
	}
	if len(claimed) == 1 {
		for _, key := range order {
			if key != claimed[0] {
				out = append(out, fmt.Sprintf("%s claims it, %s blames %s", claimants[claimed[0]], list(by[key]), names[key]))
			}
		}
	}
	return out
}

// differing tells the values that cannot both be right.
func differing[T any](what string, values []ascribe.Sourced[T], clash func(a, b T) bool, words func(T) string) []string {
	var in []ascribe.Sourced[T]
	for i, v := range values {
		if v.Origins > 0 && slices.ContainsFunc(values, func(o ascribe.Sourced[T]) bool { return o.Origins > 0 && clash(v.Value, o.Value) }) {
			in = append(in, values[i])
		}
	}
	var said []string
	for _, v := range in {
		said = append(said, fmt.Sprintf("%s (%s)", words(v.Value), plural(v.Origins, "origin")))
	}
	if len(said) < 2 {
		return nil
	}
	return []string{fmt.Sprintf("%s: %s", what, strings.Join(said, ", "))}
}

// disjointPlaces reports whether neither place can lie in the other.
func disjointPlaces(a, b ascribe.Place) bool {
	if placeKey(a) == placeKey(b) || placeHolds(a, b) || placeHolds(b, a) {
		return false
	}
	if a.Country != "" && b.Country != "" && a.Country != b.Country {
		return true
	}
	return town(&a) && town(&b) && kilometres(*a.Point, *b.Point) > nearby
}

// nearby is how far apart, in km, two places may lie and be one neighbourhood.
const nearby = 25

// placeWords names a place.
func placeWords(p ascribe.Place) string {
	for _, name := range []string{p.Name, p.Text, p.Admin1} {
		if name != "" {
			return strings.Join(strings.Fields(name), " ")
		}
	}
	return p.Country
}

// plural writes a count and what it counts.
func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// numberWord writes a small number in words.
func numberWord(n int) string {
	if words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}; n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// list joins names with commas and "and".
func list(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

// withArticle puts "the" before a source that is no name: "the interior ministry".
func withArticle(source string) string {
	if r := []rune(source); len(r) > 0 && unicode.IsLower(r[0]) && !strings.HasPrefix(source, "a ") && !strings.Contains(source, ".") {
		return "the " + source
	}
	return source
}
