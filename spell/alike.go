package spell

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// alike are letters that look like a Latin one, or like another that does, each
// before it: those of Unicode's list of confusables (UTS 39) that are letters or
// digits of living scripts.
const alike = "аaсcԁdеeһhіiјjӏlоoрpԛqѕsѵvԝwхxуyАAВBЕEКKМMНHОOРPСCТTУYХXІlЈJЅSԚQԜWҮYГГӀlΑAΒBΕEΖZΗHΙlΚKΜMΝNΟOΡPΤTΥYΧXαaοoνvιiρpυuγy" +
	"օoսuոnհhցgզqՏSՕOԼLıiɑaɡgɩiʋuƅbƨsɪiʏyᴏoᴄcᴠvᴡwᴢzꓐBꓑPꓒdꓓDꓔTꓖGꓗKꓙJꓚCꓜZꓝFꓟMꓠNꓡLꓢSꓣRꓦVꓧHꓪWꓫXꓬYꓮAꓰEꓲlꓳOꓴU"

var lookalikes = func() map[rune]rune {
	out := map[rune]rune{'I': 'l', '1': 'l', '|': 'l', '0': 'o'}
	pair := []rune(alike)
	for i := 0; i+1 < len(pair); i += 2 {
		out[pair[i]] = pair[i+1]
	}
	return out
}()

// Skeleton reduces a name to what the eye takes it for: two names with one
// skeleton look the same, whatever letters they are made of. Capitals count, for
// "l" looks like "I" and not like "i".
func Skeleton(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(name) {
		if unicode.Is(unicode.Mn, r) || unseen(r) {
			continue
		}
		if l, ok := lookalikes[r]; ok {
			r = l
		}
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		case b.Len() > 0:
			b.WriteByte(' ')
		}
	}
	seen := strings.Join(strings.Fields(b.String()), " ")
	return strings.ReplaceAll(strings.ReplaceAll(seen, "rn", "m"), "vv", "w")
}

// scripts in which names are written that the eye can take for Latin ones.
var scripts = []struct {
	name  string
	table *unicode.RangeTable
}{{"Latin", unicode.Latin}, {"Cyrillic", unicode.Cyrillic}, {"Greek", unicode.Greek}, {"Armenian", unicode.Armenian}, {"Lisu", unicode.Lisu}, {"Cherokee", unicode.Cherokee}}

// Mixed returns, in words, the first word of a name that is made of the letters of
// two scripts; "" where no word is.
func Mixed(name string) string {
	for word := range strings.FieldsSeq(name) {
		first := ""
		for _, r := range word {
			s := scriptOf(r)
			switch {
			case s == "":
			case first == "":
				first = s
			case s != first:
				return fmt.Sprintf("“%s” is made of %s and %s letters", word, first, s)
			}
		}
	}
	return ""
}

// Foreign names the first letter of a name that is of another script than Latin
// and looks like a Latin one; "" where none is.
func Foreign(name string) string {
	for _, r := range name {
		if l, ok := lookalikes[r]; ok && scriptOf(r) != "Latin" && scriptOf(r) != "" {
			if unicode.IsUpper(r) {
				l = unicode.ToUpper(l)
			}
			return fmt.Sprintf("“%c” is %s, not %c", r, scriptOf(r), l)
		}
	}
	return ""
}

func scriptOf(r rune) string {
	for _, s := range scripts {
		if unicode.Is(s.table, r) {
			return s.name
		}
	}
	return ""
}

// shortest is how many letters a name must have for one slip to tell little.
const shortest = 10

// Slip reports whether two folded names differ by one letter: one more, one less,
// another one or two changed about. Names of less than ten letters differ more by
// that, and a plural differs from its singular by no slip.
func Slip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < shortest || len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	p, q := x[i:], y[i:]
	if len(p) < len(q) {
		plural := q[0] == 's' && (len(q) == 1 || q[1] == ' ')
		return string(p) == string(q[1:]) && !plural
	}
	if len(p) == 0 {
		return false
	}
	if string(p[1:]) == string(q[1:]) {
		return !unicode.IsDigit(p[0]) && !unicode.IsDigit(q[0]) && p[0] != ' ' && q[0] != ' '
	}
	return len(p) > 1 && p[0] == q[1] && p[1] == q[0] && string(p[2:]) == string(q[2:])
}
