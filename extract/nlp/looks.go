package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isNumber reports whether a word is written in digits, with what may hang on
// them: 1,200, 2.5, 12th, 1979–89.
func isNumber(lower string) bool {
	digits := strings.TrimPrefix(lower, "'") // '90s
	if digits == "" || !unicode.IsDigit(rune(digits[0])) {
		return false
	}
	letters := 0
	for _, r := range lower {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters <= 2
}

// capitalised reports whether a word begins with a capital letter.
func capitalised(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}
