package feature

import "unicode"

// Tells reports whether the capitals of a sentence tell anything: not where it is
// written in capitals throughout.
func Tells(tokens []string) bool {
	upper, lower := 0, 0
	for _, t := range tokens {
		for _, r := range t {
			switch {
			case unicode.IsUpper(r):
				upper++
			case unicode.IsLower(r):
				lower++
			}
		}
	}
	return upper < 4 || lower*12 > upper
}
