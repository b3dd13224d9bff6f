package gazetteer

import (
	"strings"

	"ascribe/spell"
)

// fold brings a name to the form under which it is kept: as [spell.Fold] does,
// "St." as "saint", no leading "the".
func fold(name string) string { return abbreviations(spell.Fold(name)) }

// abbreviations writes "st", "ste", "mt" and "ft" out at the head of a name or
// of a word in it, and drops a leading "the".
func abbreviations(key string) string {
	key = strings.TrimPrefix(key, "the ")
	if !strings.Contains(key, "t") {
		return key
	}
	words := strings.Split(key, " ")
	changed := false
	for i, w := range words[:len(words)-1] {
		if full, ok := written(w); ok {
			words[i], changed = full, true
		}
	}
	if !changed {
		return key
	}
	return strings.Join(words, " ")
}

func written(w string) (string, bool) {
	switch w {
	case "st":
		return "saint", true
	case "ste":
		return "sainte", true
	case "mt":
		return "mount", true
	case "ft":
		return "fort", true
	}
	return "", false
}
