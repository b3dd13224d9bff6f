package read

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"
	"unicode/utf8"

	"ascribe"
)

// magic tells binary formats by their first bytes.
var magic = []struct{ prefix, name string }{
	{"\x89PNG", "a PNG image"}, {"\xff\xd8\xff", "a JPEG image"}, {"GIF8", "a GIF image"},
	{"%PDF-", "a PDF"}, {"PK\x03\x04", "a ZIP archive (or a DOCX, EPUB or the like)"},
	{"\x7fELF", "a program"}, {"MZ\x90", "a program"}, {"\xcf\xfa\xed\xfe", "a program"},
	{"Rar!", "a RAR archive"}, {"7z\xbc\xaf", "a 7-Zip archive"}, {"\xfd7zXZ", "an XZ archive"},
	{"BZh9", "a bzip2 archive"}, {"\x28\xb5\x2f\xfd", "a Zstandard archive"}, {"OggS", "an Ogg file"},
	{"ID3", "an MP3 file"}, {"SQLite format 3\x00", "an SQLite database"}, {"WARC/1.", "a WARC archive"},
	{"\xd0\xcf\x11\xe0", "an old Word document"}, {"{\\rtf", "an RTF document"},
}

// binaryName returns what kind of binary the bytes are, or "".
func binaryName(b []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(b, []byte(m.prefix)) {
			return m.name
		}
	}
	head := b[:min(len(b), 8192)]
	if utf16Marked(b) {
		return ""
	}
	odd := 0
	for len(head) > 0 {
		r, n := utf8.DecodeRune(head)
		if r == 0 {
			return "a binary file"
		}
		if r == utf8.RuneError && n == 1 || r < ' ' && !strings.ContainsRune("\t\n\r\f\v\x1a\x1b", r) {
			odd++
		}
		head = head[n:]
	}
	if odd > 8 && odd*3 > min(len(b), 8192) {
		return "a binary file"
	}
	return ""
}

func utf16Marked(b []byte) bool {
	return bytes.HasPrefix(b, []byte{0xff, 0xfe}) || bytes.HasPrefix(b, []byte{0xfe, 0xff})
}

// Sniff tells the kind of unpacked bytes by what they hold; the name decides
// only between kinds that the content leaves open.
func Sniff(name string, b []byte) Kind {
	head := bytes.TrimLeft(bytes.TrimPrefix(b[:min(len(b), 4096)], []byte("\xef\xbb\xbf")), " \t\r\n")
	low := bytes.ToLower(head)
	ext := strings.ToLower(path.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz")))
	switch {
	case len(head) == 0:
		return Unknown
	case head[0] == '{' && (ext == ".jsonl" || ext == ".ndjson" || ext == ".json" || holdsObjects(b)):
		return JSONL
	case ext == ".jsonl" || ext == ".ndjson":
		return JSONL
	case looksFeed(low):
		return Feed
	case looksHTML(low), (ext == ".html" || ext == ".htm" || ext == ".xhtml") && bytes.IndexByte(head, '<') >= 0:
		return HTML
	case ext == ".eml" || looksMail(head):
		return EML
	}
	return Text
}

// holdsObjects reports whether the first line is a JSON object.
func holdsObjects(b []byte) bool {
	b = bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")), " \t\r\n")
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		b = b[:i]
	}
	return json.Valid(b)
}

func looksFeed(low []byte) bool {
	for _, root := range []string{"<rss", "<feed", "<rdf:rdf"} {
		i := bytes.Index(low, []byte(root))
		if i >= 0 && !bytes.Contains(low[:i], []byte("<html")) && onlyProlog(low[:i]) {
			return true
		}
	}
	return false
}

// onlyProlog reports whether nothing but a declaration, a comment or a document
// type stands before the root of an XML file.
func onlyProlog(b []byte) bool {
	b = bytes.TrimSpace(b)
	return len(b) == 0 || bytes.HasPrefix(b, []byte("<?xml")) || bytes.HasPrefix(b, []byte("<!"))
}

func looksHTML(low []byte) bool {
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<div", "<p>", "<h1", "<script", "<table"} {
		if bytes.HasPrefix(low, []byte(start)) {
			return true
		}
	}
	if low[0] != '<' {
		return false
	}
	return bytes.Contains(low, []byte("<html")) || bytes.Contains(low, []byte("<body")) || bytes.Contains(low, []byte("<!doctype html"))
}

// looksMail reports whether the bytes begin with the header of a mail.
func looksMail(head []byte) bool {
	fields := 0
	for ln := range bytes.Lines(head) {
		ln = bytes.TrimRight(ln, "\r\n")
		if len(ln) == 0 {
			break
		}
		if ln[0] == ' ' || ln[0] == '\t' {
			continue
		}
		name, _, ok := bytes.Cut(ln, []byte(":"))
		if !ok {
			return false
		}
		switch strings.ToLower(string(name)) {
		case "from", "to", "subject", "date", "message-id", "received", "mime-version", "content-type", "return-path", "delivered-to":
			fields++
		default:
			if bytes.ContainsAny(name, " \t") {
				return false
			}
		}
	}
	return fields >= 3
}

// ParseKind returns the kind that a user names.
func ParseKind(s string) (Kind, error) {
	switch k := Kind(strings.ToLower(s)); k {
	case HTML, Text, JSONL, Feed, EML:
		return k, nil
	}
	return Unknown, ascribe.Errorf(ascribe.Invalid, "%q is not a kind of input; known are html, text, jsonl, feed and eml", s)
}
