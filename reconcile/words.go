package reconcile

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe"
)

// wordsOf returns the words of a text in lower case without diacritics.
func wordsOf(text string) []string {
	return strings.FieldsFunc(plain(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// reporting returns the parts of a document's text that are reporting.
func reporting(doc *ascribe.Document) string {
	if len(doc.Blocks) == 0 {
		return doc.Text
	}
	var b strings.Builder
	for _, k := range doc.Blocks {
		if (k.Kind == ascribe.Body || k.Kind == ascribe.Title || k.Kind == ascribe.Dateline) && k.Span.End <= len(doc.Text) {
			b.WriteString(k.Span.Of(doc.Text))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// longestQuote is how many bytes a quotation may run to; a mark that is not
// closed within them opens none.
const longestQuote = 1500

// unquoted returns the stretches of a text outside quotation marks: what its
// writer says himself.
func unquoted(text string) []string {
	var out []string
	for text != "" {
		open := strings.IndexAny(text, "\"“«")
		if open < 0 {
			break
		}
		mark, size := utf8.DecodeRuneInString(text[open:])
		inside := text[open+size:]
		end := strings.IndexAny(inside[:min(len(inside), longestQuote)], closingMarks(mark))
		if end < 0 {
			out, text = append(out, text[:open]), inside
			continue
		}
		_, size = utf8.DecodeRuneInString(inside[end:])
		out, text = append(out, text[:open]), inside[end+size:]
	}
	return append(out, text)
}

// closingMarks are those that close a quotation.
func closingMarks(open rune) string {
	switch open {
	case '“':
		return "”\""
	case '«':
		return "»"
	}
	return "\"”"
}

// A bag is a set of words, in order.
type bag []string

// tellingWords returns the words of a text but the commonest of news prose: two
// texts on one incident share more of them than texts on two.
func tellingWords(text string) bag {
	var out bag
	for _, w := range wordsOf(text) {
		if len(w) > 1 && !common[w] {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// nameWords counts the words of a text that begin with a capital within a
// sentence, and its numbers. A text in capitals tells no names.
func nameWords(text string) map[string]int {
	out := map[string]int{}
	if capitals(text) {
		return out
	}
	begins := true
	for _, w := range strings.Fields(text) {
		bare := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if bare != "" {
			r := []rune(bare)[0]
			low := plain(bare)
			low = strings.TrimSuffix(strings.TrimSuffix(low, "'s"), "’s")
			if (unicode.IsUpper(r) && !begins || unicode.IsDigit(r)) && !common[low] && !calendar[low] && !plainNumber(low) {
				out[low]++
			}
		}
		begins = strings.ContainsAny(w[len(w)-1:], ".!?:") || strings.HasSuffix(w, "”")
	}
	return out
}

// capitals reports whether a text is written in capitals for the most part.
func capitals(text string) bool {
	upper, lower := 0, 0
	for _, r := range text {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
	}
	return upper > 2*lower
}

// plainNumber reports whether a word is a digit or a year, which any two texts
// may share.
func plainNumber(w string) bool {
	n, err := strconv.Atoi(w)
	return err == nil && (n < 10 || n > 1900 && n < 2100)
}

// both counts the words that two bags share.
func both(a, b bag) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := strings.Compare(a[i], b[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// overlap returns how much two bags share: the Dice coefficient.
func overlap(a, b bag) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	return 2 * float64(both(a, b)) / float64(len(a)+len(b))
}

// meets reports whether two sets share a key.
func meets(a, b map[string]string) bool {
	if len(b) < len(a) {
		a, b = b, a
	}
	for k := range a {
		if _, ok := b[k]; ok {
			return true
		}
	}
	return false
}

// listed names the first things of a set in order, at most four.
func listed(set map[string]string) string {
	names := slices.Sorted(maps.Values(set))
	return strings.Join(names[:min(len(names), 4)], ", ")
}

// shared lists the first words that two bags share, at most six.
func shared(a, b bag) string {
	var out []string
	for _, w := range a {
		if _, ok := slices.BinarySearch(b, w); ok && len(out) < 6 {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

var calendar = set(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january
	february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct
	nov dec am pm a.m p.m est edt pst pdt cst cdt gmt utc`)

// common are the words that most news texts share.
var common = set(`the of and to in a is was that for it on as with by at from be are this have has had not but or his her he
	she they their them its who which were been an said says say will would could may might can after before when while where
	than then there here also more most one two three four five six seven eight nine ten about into over out up down off no
	new year years old day days today yesterday week month time last first second people person man woman men women according
	police officers officer officials official authorities reported report reports told statement news local area city town
	state county country government spokesman killed dead died death injured wounded attack attacks incident shot shooting
	suspect victim victims found between during around near outside inside against all some other others another any each no
	his him our we us you your i my me she do does did done being if so what how why because under still just only very well
	now since until through back made make take taken took went go came come get got see one's don didn ago later early late
	morning evening night afternoon monday tuesday wednesday thursday friday saturday sunday january february march april may
	june july august september october november december p m am pm s t re ve ll d th st nd rd mr mrs ms dr com www http https
	photo share comments facebook twitter email print read click copyright reserved rights posted updated published`)
