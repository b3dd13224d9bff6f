package read

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	mailOrHandle = regexp.MustCompile(`^(?:(?i:e-?mail: ?)?\S+@\S+\.\w{2,}(?: ?[|,;].{2,60})?|@\w{2,30}|Twitter: ?@\w+)$`)
	reportedBy   = regexp.MustCompile(`^\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated)(?: and (?:writing|editing))? by [\p{Lu}]`)
	contributed  = regexp.MustCompile(`^.{2,160}contributed (?:reporting )?(?:to|for) th(?:is|e) (?:report|story|article)\.?$|^.{2,80} contributed(?: reporting)?\.$`)
	contactLine  = regexp.MustCompile(`^(?:Contact|Reach|Email|Follow) [\p{Lu}][^.]{2,60}(?:@|\d{3}[-.]\d{3}|on Twitter)`)
	signed       = regexp.MustCompile(`^(?:--|—|–) ?(?:[\p{Lu}][\p{L}.'’-]+ ){1,3}[\p{Lu}][\p{L}.'’-]+$`)
	staffLine    = regexp.MustCompile(`^(?:(?:[\p{Lu}\d][\p{L}\d'’.-]*|of|the|and) ){0,4}(?:Staff Writers?|Staff Reports?|Staff Reporter|Staff|Correspondent|Web Producer)$`)
)

// bylineWords may stand in small letters in a line that names an author.
var bylineWords = setOf(`and of the for at in by de la al el von van with | - — – staff writer reporter correspondent special to agencies agency wires our staff desk bureau online`)

// bylined reports whether a paragraph names who wrote or edited the article,
// or who they are.
func bylined(s string, edge bool) bool {
	switch {
	case len(s) > 700:
		return false
	case mailOrHandle.MatchString(s), reportedBy.MatchString(s), contributed.MatchString(s), contactLine.MatchString(s), signed.MatchString(s):
		return true
	case len(s) < 60 && (staffLine.MatchString(s) || agency(s) != ""):
		return true
	case len(s) > 3 && strings.EqualFold(s[:3], "by ") && namesAuthors(s[3:]):
		return true
	}
	return edge && bio.MatchString(s)
}

// namesAuthors reports whether the words after "By" are names and offices alone.
func namesAuthors(s string) bool {
	if s == "" || utf8.RuneCountInString(s) > 120 || strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "r.") {
		return false
	}
	for word := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(r) && !bylineWords[strings.ToLower(strings.Trim(word, ",."))] && !strings.Contains(word, "@") {
			return false
		}
	}
	return true
}
