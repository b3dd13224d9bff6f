package read

import (
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"

	"ascribe"
)

// sampled is how much of a text its language is told by, in bytes.
const sampled = 2000

// languageOf returns the language of the reporting in a text as a BCP 47 code,
// or "" when nothing tells it reliably. What the page calls its language counts
// when the words themselves do not tell.
func languageOf(text string, blocks []ascribe.Block, declared string) string {
	var sample strings.Builder
	letters := 0
	for _, b := range blocks {
		if b.Kind != ascribe.Body && b.Kind != ascribe.Title || sample.Len() > sampled {
			continue
		}
		words := b.Span.Of(text)
		for i, r := range words {
			if i > sampled {
				words = words[:i]
				break
			}
			if unicode.IsLetter(r) {
				letters++
			}
		}
		sample.WriteString(words)
		sample.WriteByte(' ')
	}
	if letters >= 40 {
		if info := whatlanggo.Detect(strings.ToLower(sample.String())); info.IsReliable() {
			return info.Lang.Iso6391()
		}
	}
	if english(sample.String()) {
		return "en"
	}
	return primary(declared)
}

// englishWords are small words that hardly any other language writes.
var englishWords = setOf(`the of and was were that with said by at has have from which who his her their been is are it they on to for`)

// english reports whether a text too short for statistics is English: small
// words of no other language make up a fifth of it.
func english(s string) bool {
	seen := map[string]bool{}
	words, hits := 0, 0
	for w := range strings.FieldsSeq(s) {
		words++
		if w = strings.ToLower(strings.Trim(w, `.,;:!?"'“”’`)); englishWords[w] {
			hits++
			seen[w] = true
		}
	}
	return len(seen) >= 2 && hits*5 >= words && seen["the"] || len(seen) >= 4 && hits*5 >= words
}

// primary returns the language subtag of a declared language: "en" of "en-US".
func primary(tag string) string {
	tag = strings.ToLower(strings.TrimSpace(tag))
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	if len(tag) < 2 || len(tag) > 3 || strings.Trim(tag, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return tag
}

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
