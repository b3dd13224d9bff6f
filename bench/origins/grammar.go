package origins

import (
	_ "embed"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed moves.txt
var movesText string

//go:embed facts.txt
var factsText string

// A grammar holds the wordings of each move of a report, and what incidents are
// made of.
type grammar struct {
	moves map[string][]string
	facts map[string][]string
}

func newGrammar() *grammar {
	g := &grammar{moves: map[string][]string{}, facts: map[string][]string{}}
	for name, wording := range entries(movesText) {
		g.moves[name] = append(g.moves[name], wording)
	}
	for kind, values := range entries(factsText) {
		for v := range strings.SplitSeq(values, " | ") {
			g.facts[kind] = append(g.facts[kind], strings.TrimSpace(v))
		}
	}
	return g
}

// entries yields the lines "name: text" of a list, without its comments.
func entries(text string) func(yield func(name, text string) bool) {
	return func(yield func(name, text string) bool) {
		for line := range strings.Lines(text) {
			name, rest, ok := strings.Cut(strings.TrimSpace(line), ": ")
			if ok && !strings.HasPrefix(name, "#") && !yield(name, rest) {
				return
			}
		}
	}
}

// A writer takes wordings by chance and fills them with the facts of one incident.
type writer struct {
	*grammar
	draw  *rand.Rand
	facts map[string]string // of the incident
	taken map[string]int    // how often a wording was taken for the incident
}

// write words a move: one of its wordings, one of each group of words, and a
// fact for each slot.
func (w *writer) write(move string) string {
	text := w.expand(w.wording(move))
	text = strings.Join(strings.Fields(text), " ")
	return strings.NewReplacer(" ,", ",", " .", ".").Replace(text)
}

// wording takes one of the wordings of a move that were taken least: two writers
// on one incident rarely find the same.
func (w *writer) wording(move string) string {
	var least []string
	for _, one := range w.moves[move] {
		switch {
		case len(least) == 0 || w.taken[one] < w.taken[least[0]]:
			least = []string{one}
		case w.taken[one] == w.taken[least[0]]:
			least = append(least, one)
		}
	}
	one := pick(w.draw, least)
	w.taken[one]++
	return one
}

func (w *writer) expand(wording string) string {
	var out strings.Builder
	for wording != "" {
		i := strings.IndexAny(wording, "[<")
		if i < 0 {
			out.WriteString(wording)
			break
		}
		out.WriteString(wording[:i])
		var inner string
		if wording[i] == '<' {
			inner, wording, _ = strings.Cut(wording[i+1:], ">")
			out.WriteString(w.fill(inner))
			continue
		}
		options, end := group(wording[i:])
		out.WriteString(w.expand(pick(w.draw, options)))
		wording = wording[i+end:]
	}
	return out.String()
}

// group splits what stands between a bracket and the one that closes it, and
// returns where that is.
func group(text string) (options []string, end int) {
	depth, from := 0, 1
	for i, r := range text {
		switch {
		case r == '[':
			depth++
		case r == ']':
			if depth--; depth == 0 {
				return append(options, text[from:i]), i + 1
			}
		case r == '|' && depth == 1:
			options, from = append(options, text[from:i]), i+1
		}
	}
	return append(options, text[from:]), len(text)
}

// fill puts a fact into a slot; one with a capital begins with one.
func (w *writer) fill(slot string) string {
	first, size := utf8.DecodeRuneInString(slot)
	if unicode.IsUpper(first) {
		return capital(w.fill(string(unicode.ToLower(first)) + slot[size:]))
	}
	if v, ok := w.facts[slot]; ok {
		return v
	}
	switch slot {
	case "act", "noun":
		return w.expand(pick(w.draw, w.moves[slot+" "+w.facts["kind"]]))
	case "person":
		return w.person()
	case "other":
		return pick(w.draw, w.grammar.facts["place"])
	}
	if values := w.grammar.facts[slot]; len(values) > 0 {
		return pick(w.draw, values)
	}
	return w.expand(pick(w.draw, w.moves[slot]))
}

func (w *writer) person() string {
	return pick(w.draw, w.grammar.facts["first"]) + " " + pick(w.draw, w.grammar.facts["last"])
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func pick[T any](draw *rand.Rand, from []T) T { return from[draw.IntN(len(from))] }
