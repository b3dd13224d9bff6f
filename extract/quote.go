package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe"
	"ascribe/extract/nlp"
)

// A quotation is a stretch between quotation marks, marks included. One that is
// not closed ends with its paragraph.
type quotation struct {
	ascribe.Span
	paragraph int
	closed    bool
}

// speech reports whether a quotation is long enough to be somebody's speech
// rather than a word held up with tongs.
func (q quotation) speech(text string) bool {
	in := strings.Trim(q.Of(text), "“”\"'‘’«»`")
	if strings.Count(in, " ") >= 3 {
		return true
	}
	return strings.ContainsAny(lastByte(in), ",.!?") && strings.Count(in, " ") >= 1
}

func lastByte(s string) string {
	if s == "" {
		return ""
	}
	return s[len(s)-1:]
}

// quotations finds what stands between quotation marks, paragraph by paragraph:
// a mark left open ends with its paragraph, as the newspapers' rule has it.
func quotations(text string, sentences []nlp.Sentence) []quotation {
	var found []quotation
	for i := 0; i < len(sentences); {
		j := i + 1
		for j < len(sentences) && sentences[j].Paragraph == sentences[i].Paragraph {
			j++
		}
		span := ascribe.Span{Start: sentences[i].Span.Start, End: sentences[j-1].Span.End}
		for _, q := range quotedIn(text, span) {
			q.paragraph = sentences[i].Paragraph
			found = append(found, q)
		}
		i = j
	}
	return found
}

// quotedIn pairs the quotation marks of one paragraph.
func quotedIn(text string, para ascribe.Span) []quotation {
	var found []quotation
	open, mark, singles := -1, markNone, true
	for at := para.Start; at < para.End || open >= 0 && mark == markSingle; {
		if at >= para.End { // a single mark that nothing closes was none
			at, open, singles = open+len("‘"), -1, false
			continue
		}
		kind, size := markAt(text, at, para)
		if kind == markNone || kind == markSingle && !singles {
			_, n := utf8.DecodeRuneInString(text[at:])
			at += n
			continue
		}
		switch {
		case open < 0 && kind != markClose:
			open, mark = at, kind
		case open >= 0 && closes(mark, kind, text, at, size):
			found = append(found, quotation{Span: ascribe.Span{Start: open, End: at + size}, closed: true})
			open = -1
		case open >= 0 && kind == markOpen && mark == markOpen:
			found = append(found, quotation{Span: ascribe.Span{Start: open, End: at}})
			open = at
		}
		at += size
	}
	if open >= 0 {
		found = append(found, quotation{Span: ascribe.Span{Start: open, End: para.End}})
	}
	return found
}

type markKind uint8

const (
	markNone markKind = iota
	markOpen
	markClose
	markEither // " and '': which one is told by what stood before
	markSingle // ‘ that opens
)

// closes reports whether a mark ends the quotation that another began.
func closes(open, kind markKind, text string, at, size int) bool {
	switch open {
	case markSingle:
		next, _ := utf8.DecodeRuneInString(text[at+size:])
		return kind == markClose && strings.HasPrefix(text[at:], "’") && !unicode.IsLetter(next) && !unicode.IsDigit(next)
	case markOpen:
		return kind == markClose && !strings.HasPrefix(text[at:], "’") || kind == markEither
	}
	return kind == markEither || kind == markClose && !strings.HasPrefix(text[at:], "’")
}

// markAt tells which quotation mark stands at an offset, and its length.
func markAt(text string, at int, para ascribe.Span) (markKind, int) {
	switch text[at] {
	case '"':
		return markEither, 1
	case '\'':
		if at+1 < para.End && text[at+1] == '\'' {
			return markEither, 2
		}
		return markNone, 0
	case '`':
		if at+1 < para.End && text[at+1] == '`' {
			return markOpen, 2
		}
		return markNone, 0
	case 0xc2, 0xe2:
	default:
		return markNone, 0
	}
	r, n := utf8.DecodeRuneInString(text[at:])
	switch r {
	case '“', '„', '«', '‟':
		return markOpen, n
	case '”', '»':
		return markClose, n
	case '’':
		return markClose, n
	case '‘':
		before, _ := utf8.DecodeLastRuneInString(text[para.Start:at])
		if at == para.Start || unicode.IsSpace(before) || before == '(' || before == '“' {
			return markSingle, n
		}
	}
	return markNone, 0
}
