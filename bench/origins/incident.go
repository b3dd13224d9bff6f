package origins

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"
)

// An incident is an invented event that several outlets report.
type incident struct {
	at      time.Time
	facts   map[string]string
	outlets []string // those that print something on it, each once
}

// kinds are the acts that there are wordings for.
var kinds = []string{"bombing", "shooting", "arson", "ambush", "rocket"}

// firstDay is when the set begins.
var firstDay = time.Date(2031, 3, 3, 0, 0, 0, 0, time.UTC)

// perDay is how many incidents there are news of on one day: every agency has
// several dispatches of it.
const perDay = 5

// newIncident makes the nth incident of a set.
func (g *grammar) newIncident(draw *rand.Rand, n int) *incident {
	i := &incident{at: firstDay.AddDate(0, 0, n/perDay).Add(time.Duration(6+draw.IntN(12)) * time.Hour)}
	number := func(from, to int) string { return strconv.Itoa(from + draw.IntN(to-from)) }
	w := &writer{grammar: g, draw: draw, taken: map[string]int{}}
	i.facts = map[string]string{
		"kind": pick(draw, kinds), "day": i.at.Weekday().String(),
		"killed": number(3, 60), "wounded": number(4, 140), "critical": number(2, 20), "old": number(2, 90),
		"people": number(4, 400) + ",000", "km": number(20, 600), "weeks": number(2, 9), "reward": number(2, 90) + ",000",
		"official": w.person(),
	}
	for _, kind := range []string{"place", "site", "group", "office", "body", "hospital", "hour"} {
		i.facts[kind] = pick(draw, g.facts[kind])
	}
	w.facts = i.facts
	i.facts["quote"] = w.write("said")
	i.outlets = slices.Clone(g.facts["outlet"])
	draw.Shuffle(len(i.outlets), func(a, b int) { i.outlets[a], i.outlets[b] = i.outlets[b], i.outlets[a] })
	return i
}

// middle are the moves of which a writer takes most, in an order of his own.
var middle = []string{"how", "quote", "blame", "witness", "scene", "hospital", "response", "politics", "before", "colour", "witness", "scene", "close"}

// report writes one writer's own report of the incident, sentence by sentence.
func (w *writer) report() []string {
	moves := slices.Clone(middle)
	w.draw.Shuffle(len(moves), func(a, b int) { moves[a], moves[b] = moves[b], moves[a] })
	moves = moves[:8+w.draw.IntN(len(moves)-8)]
	if !slices.Contains(moves, "quote") { // the official's words are in every report
		moves[w.draw.IntN(3)] = "quote"
	}
	out := []string{w.write("lead")}
	for _, m := range moves {
		out = append(out, capital(w.write(m)))
	}
	return out
}

// A dispatch is an agency's report.
type dispatch struct {
	agency, short string
	dateline      string
	headline      string
	sentences     []string
}

// dispatch writes an agency's report of the incident. What the agency says of
// the conflict at large it says in the same words in many dispatches.
func (w *writer) dispatch(i *incident, agency int) *dispatch {
	name, short, _ := strings.Cut(w.grammar.facts["wire"][agency], "=")
	d := &dispatch{
		agency: name, short: short, headline: w.write("headline"), sentences: w.report(),
		dateline: strings.ToUpper(i.facts["place"]) + ", " + i.at.Format("January 2") + " (" + short + ") — ",
	}
	if w.draw.IntN(5) < 3 {
		d.sentences = append(d.sentences, w.grammar.facts["background"][agency])
	}
	return d
}

// outlet is where an agency prints its own dispatches.
func (d *dispatch) outlet() string { return strings.ToLower(d.short) + ".example" }
