package model

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"ascribe/extract/feature"
)

// A Lemmatizer finds the dictionary form of a word by its Penn tag and its
// longest known ending.
type Lemmatizer struct {
	rules map[string]lemmaRule // "VBD" + ending; a whole word has "^" before it
}

// A lemmaRule cuts strip bytes off the end and puts add there.
type lemmaRule struct {
	strip int
	add   string
}

// LongestEnding is how many bytes of a word the rules may look at.
const LongestEnding = 6

// Endings returns the keys under which the rule of a word in small letters is
// looked for, the surest first.
func Endings(xpos, lower string) []string {
	keys := append(make([]string, 0, LongestEnding+2), xpos+"^"+lower)
	for n := min(LongestEnding, len(lower)); n >= 0; n-- {
		if end := lower[len(lower)-n:]; n == 0 || utf8.RuneStart(end[0]) {
			keys = append(keys, xpos+end)
		}
	}
	return keys
}

// LemmaLine is the line of a rule in the part of a bundle.
func LemmaLine(key string, strip int, add string) string {
	return key + "\t" + strconv.Itoa(strip) + "\t" + add + "\n"
}

// ReadLemmatizer takes the part of a bundle.
func ReadLemmatizer(part []byte) (*Lemmatizer, error) {
	text := string(part)
	l := &Lemmatizer{rules: make(map[string]lemmaRule, strings.Count(text, "\n"))}
	for line := range strings.Lines(text) {
		key, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		n, add, ok := strings.Cut(rest, "\t")
		strip, err := strconv.Atoi(n)
		if err != nil || !ok {
			return nil, fmt.Errorf("lemmas, %q: %w", line, errBundle)
		}
		l.rules[key] = lemmaRule{strip, add}
	}
	return l, nil
}

// Lemma returns the dictionary form of a word: in small letters, but for names,
// which keep their letters.
func (l *Lemmatizer) Lemma(form, xpos string) string {
	lower := feature.Lower(form)
	word := lower
	if xpos == "NNP" || xpos == "NNPS" {
		word = form
	}
	var buffer [64]byte
	key := append(append(append(buffer[:0], xpos...), '^'), lower...)
	if r, ok := l.rules[string(key)]; ok {
		return r.apply(word)
	}
	for n := min(LongestEnding, len(lower)); n >= 0; n-- {
		key = append(append(key[:0], xpos...), lower[len(lower)-n:]...)
		if r, ok := l.rules[string(key)]; ok {
			return r.apply(word)
		}
	}
	return word
}

func (r lemmaRule) apply(word string) string {
	if r.strip > len(word) || r.strip == 0 && r.add == "" {
		return word
	}
	return word[:len(word)-r.strip] + r.add
}
