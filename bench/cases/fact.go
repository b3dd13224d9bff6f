package cases

import (
	"regexp"
	"strings"

	"ascribe"
)

// A Fact is one thing that a reading must hold, or must not.
type Fact struct {
	Text  string // as the case has it
	Kind  string // voice, incident, blame, toll, relation, place, date, same
	Mode  Mode
	Count int // of mode Exactly
	asks  []ask
}

// Mode tells what a fact asks of the values of its kind.
type Mode uint8

// Modes of a fact.
const (
	Some    Mode = iota // one is like this
	No                  // none is
	Only                // one is, and all are like one of the facts that say "only"
	Exactly             // so many were read
)

// An ask is asked of one property of a value.
type ask struct {
	key  string
	want []pattern // one must be met; none of them: the property must be unknown
}

// kinds of fact, and how what follows the colon is read.
var kinds = map[string]func(body []string) ([]ask, error){
	"voice":    voiceAsks,
	"incident": incidentAsks,
	"blame":    blameAsks,
	"toll":     tollAsks,
	"relation": relationAsks,
	"place":    placeAsks,
	"date":     dateAsks,
	"same":     sameAsks,
}

var counted = regexp.MustCompile(`^(\d+) (\w+?)s?$`)

// Facts reads what is expected: facts with semicolons or on lines of their own.
func Facts(text string) ([]Fact, error) {
	var all []Fact
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		f, err := parseFact(part)
		if err != nil {
			return nil, ascribe.Errorf(ascribe.Invalid, "%q: %w", part, err)
		}
		all = append(all, f)
	}
	return all, nil
}

func parseFact(text string) (Fact, error) {
	f := Fact{Text: text}
	if m := counted.FindStringSubmatch(text); m != nil {
		f.Mode, f.Kind, f.Count = Exactly, m[2], number(m[1])
		return f, known(f.Kind)
	}
	kind, body, more := strings.Cut(text, ":")
	for word, mode := range map[string]Mode{"no ": No, "only ": Only} {
		if rest, ok := strings.CutPrefix(kind, word); ok {
			f.Mode, kind = mode, rest
		}
	}
	f.Kind = strings.TrimSpace(kind)
	if err := known(f.Kind); err != nil {
		return f, err
	}
	if !more {
		if f.Mode != No {
			return f, ascribe.Errorf(ascribe.Invalid, "nothing follows the kind; only %q may stand alone", "no "+f.Kind)
		}
		return f, nil
	}
	parts := strings.Split(body, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	var err error
	f.asks, err = kinds[f.Kind](parts)
	return f, err
}

func known(kind string) error {
	if kinds[kind] == nil {
		return ascribe.Errorf(ascribe.Invalid, "%q is no kind of fact; known are voice, incident, blame, toll, relation, place, date, same", kind)
	}
	return nil
}

// flags are properties that are asked for by one word.
var flags = map[string][2]string{
	"recent": {"recent", "yes"}, "background": {"recent", "no"},
	"denied": {"denied", "yes"}, "negated": {"negated", "yes"}, "affirmed": {"negated", "no"},
	"hedged": {"hedged", "yes"}, "unhedged": {"hedged", "no"},
	"open": {"open", "yes"}, "closed": {"open", "no"},
	"part": {"part", "yes"}, "whole": {"part", "no"},
	"attackers": {"attackers", "yes"},
	"direct":    {"quotation", "direct"}, "indirect": {"quotation", "indirect"}, "mixed": {"quotation", "mixed"},
	"hypothetical": {"hypothetical", "yes"}, "future": {"future", "yes"}, "historical": {"historical", "yes"},
}

// properties are what can be asked for by its name and a value.
var properties = map[string]bool{
	"stage": true, "date": true, "place": true, "country": true, "admin": true, "prec": true, "near": true,
	"perpetrator": true, "organization": true, "target": true, "victim": true, "instrument": true, "effect": true,
	"by": true, "role": true, "via": true, "incident": true, "of": true, "words": true,
	"low": true, "best": true, "high": true, "from": true, "to": true, "precision": true, "basis": true, "speaker": true,
}

// asksOf reads the parts that follow the head: flags, and properties with a value.
func asksOf(parts []string) ([]ask, error) {
	var all []ask
	for _, p := range parts {
		if f, ok := flags[p]; ok {
			all = append(all, ask{f[0], patterns(f[1])})
			continue
		}
		key, value, _ := strings.Cut(p, " ")
		if !properties[key] || value == "" {
			return nil, ascribe.Errorf(ascribe.Invalid, "%q is neither a mark nor a property with a value", p)
		}
		all = append(all, ask{key, patterns(value)})
	}
	return all, nil
}

// with asks for head before the parts that follow.
func with(head []ask, parts []string) ([]ask, error) {
	more, err := asksOf(parts)
	return append(head, more...), err
}
