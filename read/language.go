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
	return primary(declared)
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
