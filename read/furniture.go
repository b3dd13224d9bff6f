package read

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// linesOf returns the set of a table's lines.
func linesOf(s string) map[string]bool {
	set := map[string]bool{}
	for l := range strings.Lines(s) {
		set[strings.TrimSpace(l)] = true
	}
	return set
}

// fold brings a line to the form of the tables: lower case, straight marks,
// single spaces.
func fold(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	return straight.Replace(s)
}

// straight makes curly marks straight.
var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)

var (
	counted = regexp.MustCompile(`^\(?\d+\)? (?:pending )?(?:comments?|shares?|votes?|replies|views|likes|retweets)\b`)
	clip    = regexp.MustCompile(`^\d{1,2}:\d{2} (\p{L}+) [^.!?]*$`) // "1:17 Fire crews return to Oru Bay": a list of videos
	updated = regexp.MustCompile(`^(?:[a-z]{2,12} )?(?:last )?(?:updated|posted|published|created|modified)(?: on| at|:)`)
	webLine = regexp.MustCompile(`^(?:https?://|www\.)\S+$`)
	copyr   = regexp.MustCompile(`^\(?(?:copyright|©) ?(?:©|\(c\))? ?\d{0,4}`)
)

// furnished reports whether a whole paragraph, folded, is furniture. A long
// paragraph is only when it begins as a notice does: an article pasted in one
// piece must not vanish for one phrase in it.
func furnished(low string) bool {
	if !strings.ContainsFunc(low, unicode.IsLetter) {
		return true
	}
	size := utf8.RuneCountInString(low)
	if size > 700 {
		return false
	}
	bare := strings.TrimRight(strings.TrimLeft(low, " »>•*-|"), " .…:»>*!|")
	if size <= 80 && (furnitureLines[bare] || counted.MatchString(low) || clipped(low) || webLine.MatchString(low)) || size <= 240 && piped(low) || size <= 120 && crumbs(low) {
		return true
	}
	if copyr.MatchString(low) && (size < 300 || strings.Contains(low, "rights reserved")) && strings.ContainsAny(low[:min(len(low), 40)], "©0123456789") {
		return true
	}
	const limit = 240
	for _, h := range furnitureHeads {
		if size <= limit && startsWith(low, h) && !prose(low, h) {
			return true
		}
	}
	for _, m := range furnitureMarks {
		if strings.Contains(low, m) && size <= 450 {
			return true
		}
	}
	return false
}

// clipped reports whether a line is one of a list of videos, not an hour of the day.
func clipped(low string) bool {
	m := clip.FindStringSubmatch(low)
	return m != nil && m[1] != "am" && m[1] != "pm"
}

// startsWith reports whether a line begins with the whole words of a head.
func startsWith(low, head string) bool {
	if !strings.HasPrefix(low, head) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(head)
	next, _ := utf8.DecodeRuneInString(low[len(head):])
	return !unicode.IsLetter(last) || !unicode.IsLetter(next)
}

// prose reports whether a line that begins like furniture goes on as a sentence
// of an article: "More than 40 people were killed …", "Watch officers said …".
func prose(low, head string) bool {
	if strings.ContainsAny(head, ":|©") || len(strings.Fields(head)) > 2 {
		return false
	}
	if !strings.HasSuffix(low, ".") && !strings.HasSuffix(low, `."`) {
		return false
	}
	for _, v := range []string{" said", " says", " told ", " killed", " wounded", " injured", " were ", " was ", " had ", " have been ", " has been "} {
		if strings.Contains(low, v) {
			return true
		}
	}
	return false
}

// piped reports whether a line is a bar of links: "FREE APPS | NOW | FACEBOOK".
func piped(low string) bool {
	return strings.Count(low, "|") >= 2 && !strings.HasSuffix(low, ".")
}

// crumbs reports whether a line is the way to a page: "Home » World » Africa".
func crumbs(low string) bool {
	marks := strings.Count(low, " » ") + strings.Count(low, " › ") + strings.Count(low, " > ")
	return marks >= 2 && !strings.HasSuffix(low, ".") || marks == 1 && strings.HasPrefix(low, "home ")
}

// opensComments reports whether a folded line begins the readers' part of a page.
func opensComments(low string) bool {
	if utf8.RuneCountInString(low) > 60 {
		return false
	}
	for _, h := range commentHeads {
		if strings.HasPrefix(low, h) && (h != "comments" || len(low) <= 14) {
			return true
		}
	}
	return counted.MatchString(low) && strings.Contains(low, "comment")
}

// opensList reports whether a folded line begins a list of other stories.
func opensList(low string) bool {
	if utf8.RuneCountInString(low) > 60 || strings.HasSuffix(low, ".") {
		return false
	}
	for _, h := range listHeads {
		if low == h || strings.HasPrefix(low, h) && (len(strings.Fields(h)) > 1 || strings.HasSuffix(low, ":")) {
			return true
		}
	}
	return false
}

// headlineLike reports whether a line could be a headline: short, without a
// final stop.
func headlineLike(s string) bool {
	return utf8.RuneCountInString(s) <= 140 && !strings.ContainsAny(s[len(s)-1:], `.!:;"`) && !strings.HasSuffix(s, "”")
}
