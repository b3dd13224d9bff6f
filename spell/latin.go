package spell

import "strings"

// cyrillic writes the letters of the Cyrillic alphabets as English does.
func cyrillic(r rune) (string, bool) {
	const letters = "абвгґдеєёжзиіїйклмнопрстуўфхцчшщъыьэюяђћјљњџѕ"
	latin := [...]string{"a", "b", "v", "g", "g", "d", "e", "ye", "yo", "zh", "z", "i", "i", "yi", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "u", "f",
		"kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "dj", "c", "j", "lj", "nj", "dz", "dz"}
	i := 0
	for _, l := range letters {
		if l == r {
			return latin[i], true
		}
		i++
	}
	return "", false
}

// Latin writes a folded name in Latin letters where it is in Cyrillic ones; other
// letters stay.
func Latin(key string) string {
	if isASCII(key) {
		return key
	}
	var b strings.Builder
	for _, r := range key {
		if s, ok := cyrillic(r); ok {
			b.WriteString(s)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
