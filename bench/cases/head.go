package cases

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ascribe"
)

// voiceAsks reads "SOURCE | CUE | CONTENT | …"; an empty part asks for nothing.
func voiceAsks(parts []string) ([]ask, error) {
	var head []ask
	for i, key := range []string{"source", "cue", "content"} {
		if i < len(parts) && parts[i] != "" {
			head = append(head, ask{key, patterns(parts[i])})
		}
	}
	return with(head, parts[min(3, len(parts)):])
}

// incidentAsks reads "TYPE | …", the type "any" where it is free.
func incidentAsks(parts []string) ([]ask, error) {
	var head []ask
	if parts[0] != "any" {
		head = []ask{{"type", patterns(parts[0])}}
		for _, name := range strings.Split(parts[0], " or ") {
			var t ascribe.IncidentType
			if err := t.UnmarshalText([]byte(name)); err != nil {
				return nil, err
			}
		}
	}
	return with(head, parts[1:])
}

// blameAsks reads "ACTOR POSITION | …", or the actor alone.
func blameAsks(parts []string) ([]ask, error) {
	actor, position := parts[0], ""
	words := strings.Fields(actor)
	var p ascribe.Position
	if last := len(words) - 1; last >= 0 && p.UnmarshalText([]byte(words[last])) == nil {
		actor, position = strings.Join(words[:last], " "), words[last]
	}
	var head []ask
	if actor != "any" && actor != "" {
		head = append(head, ask{"actor", patterns(actor)})
	}
	if position != "" {
		head = append(head, ask{"position", patterns(position)})
	}
	return with(head, parts[1:])
}

var (
	between = regexp.MustCompile(`^(\d+)-(\d+)$`)
	atLeast = regexp.MustCompile(`^at least (\d+)$`)
	atMost  = regexp.MustCompile(`^at most (\d+)$`)
	plain   = regexp.MustCompile(`^\d+$`)
)

// tollAsks reads "HARM 12", "HARM at least 12", "HARM at most 12", "HARM 10-12"
// or the harm alone.
func tollAsks(parts []string) ([]ask, error) {
	harm, figure, _ := strings.Cut(parts[0], " ")
	var h ascribe.Harm
	if err := h.UnmarshalText([]byte(harm)); err != nil {
		return nil, err
	}
	head := []ask{{"harm", patterns(harm)}}
	switch {
	case figure == "":
	case plain.MatchString(figure):
		head = append(head, ask{"best", patterns(figure)})
	case atLeast.MatchString(figure):
		head = append(head, ask{"low", patterns(atLeast.FindStringSubmatch(figure)[1])}, ask{"open", patterns("yes")})
	case atMost.MatchString(figure):
		head = append(head, ask{"high", patterns(atMost.FindStringSubmatch(figure)[1])})
	case between.MatchString(figure):
		m := between.FindStringSubmatch(figure)
		head = append(head, ask{"low", patterns(m[1])}, ask{"high", patterns(m[2])})
	default:
		return nil, ascribe.Errorf(ascribe.Invalid, "%q is no figure: write 12, at least 12, at most 12 or 10-12, or ask for low, best and high", figure)
	}
	return with(head, parts[1:])
}

// relationAsks reads "SUBJECT kind OBJECT | …".
func relationAsks(parts []string) ([]ask, error) {
	words := strings.Fields(parts[0])
	at := slices.IndexFunc(words, func(w string) bool {
		var k ascribe.RelationKind
		return k.UnmarshalText([]byte(w)) == nil
	})
	if at < 0 {
		return nil, ascribe.Errorf(ascribe.Invalid, "no kind of relation stands in it (offshoot_of, opposes …)")
	}
	head := []ask{{"kind", patterns(words[at])}}
	for key, side := range map[string][]string{"subject": words[:at], "object": words[at+1:]} {
		if name := strings.Join(side, " "); name != "" && name != "any" {
			head = append(head, ask{key, patterns(name)})
		}
	}
	return with(head, parts[1:])
}

// placeAsks reads "WORDS | …", "WORDS = NAME | …" or "WORDS unresolved".
func placeAsks(parts []string) ([]ask, error) {
	return with(equation(parts[0], "text", "name"), parts[1:])
}

// dateAsks reads "WORDS | …", "WORDS = EDTF | …" or "WORDS unresolved".
func dateAsks(parts []string) ([]ask, error) {
	return with(equation(parts[0], "text", "edtf"), parts[1:])
}

// sameAsks reads "WORDING = WORDING": both stand in one chain.
func sameAsks(parts []string) ([]ask, error) {
	if !strings.Contains(parts[0], "=") {
		return nil, ascribe.Errorf(ascribe.Invalid, "two wordings are needed: the group = Maran Liberation Front")
	}
	return with(equation(parts[0], "wording", "wording"), parts[1:])
}

func equation(text, left, right string) []ask {
	if words, ok := strings.CutSuffix(text, " unresolved"); ok {
		return []ask{{left, patterns(words)}, {right, nil}}
	}
	l, r, both := strings.Cut(text, "=")
	out := []ask{{left, patterns(l)}}
	if both {
		out = append(out, ask{right, patterns(r)})
	}
	return out
}

// number reads digits that a pattern has let through.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}
