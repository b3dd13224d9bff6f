package read

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"ascribe"
)

const (
	photoHouse = `(?:AP|AP Photo|AFP|Reuters|REUTERS|EPA|EPA-EFE|EFE|Anadolu(?: Agency)?|Getty(?: Images)?|Xinhua|TASS|Sputnik|Shutterstock|NurPhoto|Bloomberg|Pool|Agence France-Presse|(?:The )?Associated Press|Corbis|Alamy|ZUMA|WireImage|Staff|Tribune|Times|Post|Courier|Herald)`
	person     = `(?:[\p{Lu}][\p{L}.'’-]*\s){0,3}[\p{Lu}][\p{L}.'’-]+`
)

var (
	// photoCredit is the credit of a picture, which is the origin of no words.
	photoCredit = regexp.MustCompile(`\(?(?:` +
		person + `\s?/\s?(?:` + photoHouse + `)\b(?:\s?/\s?[\p{Lu}][\p{L}]+(?: Images)?)?(?:\s+via\s+(?:Getty Images|AP|Reuters|REUTERS|AFP))?` +
		`|\b(?:REUTERS|Reuters|AP Photo|EPA|AFP|AFP Photo|Getty Images)\s?/\s?` + person +
		`|(?:\|\s*)?\b(?:Photos?|PHOTOS?|Photograph|Photo credit|Photo Credit|Image credit|Image Credit|Credit|Picture)(?:\s+by\s+|\s+[Cc]ourtesy(?:\s+of)?:?\s+|:\s*)[^.\n]{2,80}` +
		`|` + person + `\s+via\s+(?:Getty Images|AP)` +
		`|\b(?:via )?Getty Images\b` +
		`)\)?\.?`)
	slide    = regexp.MustCompile(`^(?i:image|photo|slide|picture) \d+ of\b`)
	shotBy   = regexp.MustCompile(`^\((?:Photo|Source|Image|©|Courtesy|File|WSMV|[KW][A-Z]{2,3})\b[^()]{0,80}\)\.?$`)
	boxed    = regexp.MustCompile(`^\[(?i:photos?|file photo|image|picture|video|file)\s?:[^\[\]]{2,300}\]$`)
	handout  = regexp.MustCompile(`\((?:(?:File )?[Pp]hotos?[^()]{0,60}|[^()]{2,50}[Pp]hoto|[KW][A-Z]{3}(?:-TV)?|\p{Lu}[^()\d]{2,40}/\p{Lu}[^()\d]{2,40})\)\.?$`)
	bio      = regexp.MustCompile(`^(?:[\p{Lu}][\p{L}.'’-]*\s){1,3}[\p{Lu}][\p{L}.'’-]+,? (?:covers|writes (?:about|for|on)|reports (?:on|for|from)|(?:is|was) (?:a|an|the|our|Vox’s|[\p{Lu}]\w+['’]s) [^.]{0,70}\b(?:reporter|correspondent|editor|writer|columnist|journalist|producer|contributor|fellow|bureau chief|photographer)\b)`)
	altStart = regexp.MustCompile(`^(?:A|An|Two|Three|Four|Several|Some|People|Men|Women|Children|Soldiers|Police officers|Mourners|Protesters|Rescuers|Firefighters)\b`)
	altNow   = regexp.MustCompile(`\b(?:is|are|stands?|sits?|walks?|holds?|looks?|carr(?:y|ies)|gathers?|\w+ing)\b`)
	altPast  = regexp.MustCompile(`\b(?:said|says|was|were|had|has|have|told|killed|claimed|according|\w+ed by)\b|[\d"“”]`)
)

// maxCaption is the longest text before a photo credit that is still its
// caption, in bytes.
const maxCaption = 450

// captionPieces splits a paragraph that holds the credit of a picture: the
// caption with its credit, then the author's line or the article. ok is false
// when it holds none.
func captionPieces(text string, p ascribe.Span) (out []ascribe.Block, ok bool) {
	s := p.Of(text)
	if slide.MatchString(s) || shotBy.MatchString(s) || boxed.MatchString(s) {
		return []ascribe.Block{{Kind: ascribe.Caption, Span: p}}, true
	}
	if len(s) > 2000 || !strings.ContainsAny(s, "/|:") && !strings.Contains(s, "Getty") && !strings.Contains(s, "hoto") && !strings.HasSuffix(strings.TrimRight(s, "."), ")") {
		return nil, false
	}
	m := photoCredit.FindStringIndex(s)
	if m == nil && len(s) < maxCaption {
		m = handout.FindStringIndex(s)
	}
	if m == nil || m[0] > maxCaption || m[0] > 0 && midSentence(s, m) {
		return nil, false
	}
	out = append(out, ascribe.Block{Kind: ascribe.Caption, Span: ascribe.Span{Start: p.Start, End: p.Start + m[1]}})
	rest := ascribe.Span{Start: p.Start + m[1] + len(s[m[1]:]) - len(strings.TrimLeft(s[m[1]:], " \n\t")), End: p.End}
	switch {
	case rest.Start >= rest.End:
	case bio.MatchString(rest.Of(text)):
		out = append(out, ascribe.Block{Kind: ascribe.Byline, Span: rest})
	case !hasLetter(rest.Of(text)) || headlineLike(rest.Of(text)) && utf8.RuneCountInString(rest.Of(text)) < 60:
		out[0].Span.End = p.End
	default:
		out = append(out, ascribe.Block{Kind: ascribe.Body, Span: rest})
	}
	return out, true
}

// midSentence reports whether the words found stand inside a sentence of the
// article: "a Getty Images photographer was hurt", "the AP/Oru poll".
func midSentence(s string, m []int) bool {
	after := strings.TrimLeft(s[m[1]:], " ")
	before := strings.TrimRight(s[:m[0]], " \n")
	words := s[m[0]:m[1]]
	if after != "" && !strings.HasSuffix(words, ")") && !strings.HasSuffix(words, ".") && !strings.Contains(words, "Getty") && !strings.Contains(words, "via") && !bio.MatchString(after) {
		return true
	}
	return !strings.ContainsAny(before[len(before)-1:], ".!?)|:") && !strings.HasPrefix(words, "(") && !strings.HasPrefix(words, "|") && after != ""
}

// pictured reports whether a paragraph describes a picture, as the words for
// those who cannot see it do: "A child stands among candles." It is only asked
// of the paragraph above a caption.
func pictured(s string) bool {
	return len(s) < 400 && strings.Count(s, ". ") == 0 && altStart.MatchString(s) && altNow.MatchString(s) && !altPast.MatchString(s)
}
