package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe"
)

// A line is one line of a text without its end.
type line struct {
	start, end int // of the words, white space cut off
	indent     int // columns of white space before them
	width      int // characters, the indent included
}

func (l line) blank() bool { return l.start == l.end }

// paragraphs returns the paragraphs of a text in order, white space cut off.
// A blank line ends one, so does an indented line after one that is not, a
// bullet, and a line end that is no wrap: wire copy is wrapped at a fixed
// width, pasted pages are not.
func paragraphs(text string) []ascribe.Span {
	lines := splitLines(text)
	width := wrapWidth(lines)
	var out []ascribe.Span
	open := false
	for i, l := range lines {
		switch {
		case l.blank():
			open = false
		case open && continues(text, lines[i-1], l, width):
			out[len(out)-1].End = l.end
		default:
			out = append(out, ascribe.Span{Start: l.start, End: l.end})
			open = true
		}
	}
	return out
}

func splitLines(text string) []line {
	var out []line
	for at := 0; at < len(text); {
		end := strings.IndexAny(text[at:], "\n\r")
		next := len(text)
		if end < 0 {
			end = len(text)
		} else {
			end += at
			next = end + 1
			if text[end] == '\r' && next < len(text) && text[next] == '\n' {
				next++
			}
		}
		out = append(out, measure(text, at, end))
		at = next
	}
	return out
}

func measure(text string, start, end int) line {
	body := strings.TrimLeftFunc(text[start:end], unicode.IsSpace)
	l := line{start: end - len(body)}
	for _, r := range text[start:l.start] {
		l.indent++
		if r == '\t' {
			l.indent += 7
		}
	}
	body = strings.TrimRightFunc(body, unicode.IsSpace)
	l.end = l.start + len(body)
	l.width = l.indent + utf8.RuneCountInString(body)
	return l
}

// wrapWidth returns the width that a text is wrapped at, or 0 when it is not.
func wrapWidth(lines []line) int {
	width := 0
	for i, l := range lines {
		if l.width > 100 {
			return 0
		}
		if i+1 < len(lines) && !l.blank() && !lines[i+1].blank() {
			width = max(width, l.width)
		}
	}
	pairs, full := 0, 0
	for i, l := range lines {
		if i+1 < len(lines) && !l.blank() && !lines[i+1].blank() {
			pairs++
			if l.width*10 >= width*7 {
				full++
			}
		}
	}
	if pairs < 2 || width < 40 || full*2 < pairs {
		return 0
	}
	return width
}

// continues reports whether line b goes on with the paragraph of line a.
func continues(text string, a, b line, width int) bool {
	if b.indent >= 2 && a.indent < b.indent || startsBullet(text[b.start:b.end]) {
		return false
	}
	first := firstWord(text[b.start:b.end])
	if width > 0 && a.width+1+utf8.RuneCountInString(first) > width-4 {
		return true
	}
	if strings.HasPrefix(first, "-") {
		return false
	}
	// Wire copy that was edited after it was wrapped has short lines in the
	// middle of a sentence.
	if width > 0 && a.width > width*3/5 && !strings.ContainsAny(text[a.end-1:a.end], ".!?:;\"])") {
		return true
	}
	r, _ := utf8.DecodeRuneInString(first)
	long := a.width >= 40 && (width == 0 || a.width > width/2)
	return long && unicode.IsLower(r) && !strings.ContainsAny(text[a.end-1:a.end], ".!?:;")
}

func startsBullet(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("•·▪■‣●◦*", r) && len(s) > n && s[n] == ' '
}

func firstWord(s string) string {
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i]
	}
	return s
}
