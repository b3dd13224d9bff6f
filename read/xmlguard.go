package read

import (
	"bytes"
	"fmt"

	"ascribe"
)

// maxDepth is how deep a feed's elements may nest.
const maxDepth = 100

// guardXML looks at the tags of a feed before any parser does. It refuses what
// no feed needs and parsers have choked on: entities of its own, and deep
// nesting. It returns where the entries stand.
func guardXML(b []byte) ([]ascribe.Span, error) {
	var entries []ascribe.Span
	depth, inEntry, start := 0, 0, 0
	for at := 0; ; {
		i := bytes.IndexByte(b[at:], '<')
		if i < 0 {
			return entries, nil
		}
		at += i
		end, err := markupEnd(b, at)
		if err != nil {
			return nil, err
		}
		tag := b[at:end]
		switch {
		case len(tag) < 3 || tag[1] == '!' || tag[1] == '?':
		case tag[1] == '/':
			if depth == inEntry && inEntry > 0 && isEntry(tag[2:]) {
				entries = append(entries, ascribe.Span{Start: start, End: end})
				inEntry = 0
			}
			depth--
		case tag[len(tag)-2] != '/':
			depth++
			if depth > maxDepth {
				return nil, fmt.Errorf("its elements nest more than %d deep at byte %d", maxDepth, at)
			}
			if inEntry == 0 && isEntry(tag[1:]) {
				inEntry, start = depth, at
			}
		}
		at = end
	}
}

func isEntry(tag []byte) bool {
	for _, name := range []string{"item", "entry"} {
		if bytes.HasPrefix(tag, []byte(name)) && len(tag) > len(name) && bytes.IndexByte([]byte(" \t\r\n>/"), tag[len(name)]) >= 0 {
			return true
		}
	}
	return false
}

// markupEnd returns the end of the markup that starts at byte at.
func markupEnd(b []byte, at int) (int, error) {
	rest := b[at:]
	closer := ">"
	switch {
	case bytes.HasPrefix(rest, []byte("<!--")):
		closer = "-->"
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		closer = "]]>"
	case bytes.HasPrefix(rest, []byte("<?")):
		closer = "?>"
	case bytes.HasPrefix(rest, []byte("<!")):
		if i := bytes.IndexByte(rest, '>'); i < 0 || bytes.IndexByte(rest[:i], '[') >= 0 || bytes.Contains(bytes.ToUpper(rest[:i]), []byte("ENTITY")) {
			return 0, fmt.Errorf("it declares entities of its own at byte %d, which no feed needs", at)
		}
	default:
		return at + tagEnd(rest), nil
	}
	i := bytes.Index(rest, []byte(closer))
	if i < 0 {
		return len(b), nil
	}
	return at + i + len(closer), nil
}

// tagEnd returns the length of the tag that b begins with; a '>' inside quotes
// does not end it.
func tagEnd(b []byte) int {
	var quote byte
	for i, c := range b {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return len(b)
}
