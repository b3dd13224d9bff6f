package publish

import (
	"regexp"

	"ascribe"
)

// A sentence is one sentence of a dossier: parts in turn, notes among them. It
// holds a note or bears a mark.
type sentence struct {
	Parts []part
	Mark  mark
}

// A part is a stretch of a sentence.
type part struct {
	As    as
	Text  string
	Notes []ref // of Notes alone
	More  int   // further notes that are not listed here
}

// as is what the words of a part are.
type as uint8

const (
	ownWords as = iota // the dossier speaks
	aName              // a name, as a register or an article has it
	aQuote             // the exact words of an article
	aCode              // a hash or an id
	notes              // references to notes
)

// String returns the name of the kind of passage.
func (a as) String() string { return [...]string{"own", "name", "quote", "code", "notes"}[a] }

// A ref points at a note.
type ref struct{ Number int }

// mark tells what a sentence without a note rests on.
type mark uint8

const (
	cited    mark = iota
	byRule        // counted, or a rule applied to cited statements
	inferred      // the program's own conclusion
)

// String returns the word of the mark.
func (m mark) String() string { return [...]string{"", "computed", "inference"}[m] }

func own(text string) part        { return part{As: ownWords, Text: text} }
func called(text string) part     { return part{As: aName, Text: text} }
func quotedPart(text string) part { return part{As: aQuote, Text: text} }
func code(text string) part       { return part{As: aCode, Text: text} }

func computed(parts ...part) sentence  { return sentence{parts, byRule} }
func inference(parts ...part) sentence { return sentence{parts, inferred} }

// labels are words that judge: they stand in quotations alone.
var labels = regexp.MustCompile(`(?i)\b(?:terroris\pL*|regimes?|martyr\pL*|freedom[ -]fighters?)\b`)

// source names a voice: in quotation marks where its description judges.
func source(text string) part {
	if labels.MatchString(text) {
		return quotedPart(text)
	}
	return called(text)
}

// made gives words that the program put together from what sources say, with
// the words that judge set apart as quotations.
func made(text string) []part {
	var out []part
	at := 0
	for _, m := range labels.FindAllStringIndex(text, -1) {
		if m[0] > at {
			out = append(out, own(text[at:m[0]]))
		}
		out = append(out, quotedPart(text[m[0]:m[1]]))
		at = m[1]
	}
	if at < len(text) {
		out = append(out, own(text[at:]))
	}
	return out
}

// join puts separators between groups of parts.
func join(groups [][]part, sep string) []part {
	var out []part
	for i, g := range groups {
		if i > 0 {
			out = append(out, own(sep))
		}
		out = append(out, g...)
	}
	return out
}

// voiceParts names who makes a statement, an unnamed source as such.
func voiceParts(text string, r ascribe.Role, a *ascribe.Appearance) []part {
	switch {
	case isPrivateVoice(r):
		return []part{own(roleWords(r))}
	case r == ascribe.Narrator:
		return []part{called(outletWords(a)), own(", in its own voice")}
	case text == "":
		return []part{own(roleWords(r))}
	case r == ascribe.Other:
		return []part{source(text)}
	}
	return []part{source(text), own(" (" + roleWords(r) + ")")}
}

// outletWords is the outlet's name as it stands, or says that it is not known.
func outletWords(a *ascribe.Appearance) string {
	if a == nil || a.Outlet == "" {
		return "outlet not stated"
	}
	return string(a.Outlet)
}
