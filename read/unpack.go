package read

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"ascribe"
)

// Limits on what is read at all.
const (
	MaxPage   = 20 << 20  // of one page, text, mail, feed or line of JSON Lines, in bytes
	MaxUnpack = 512 << 20 // of unpacked JSON Lines
	maxRatio  = 200       // of unpacked to packed bytes
)

// Unpack returns an input with its bytes unpacked and its kind set, or the
// error that says why it cannot be read. Unpacking twice changes nothing.
func Unpack(in Input) (Input, error) {
	if in.Kind == JSONL && in.FirstLine > 0 {
		return in, nil // a part of an input that has been looked at
	}
	if bytes.HasPrefix(in.Bytes, []byte{0x1f, 0x8b}) {
		b, err := gunzip(in)
		if err != nil {
			return in, err
		}
		in.Bytes = b
		in.Name = strings.TrimSuffix(in.Name, ".gz")
	}
	if len(bytes.TrimSpace(in.Bytes)) == 0 {
		return in, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s is empty", in.Name), "Nothing was in it to read; fetch or save it again.")
	}
	if name := binaryName(in.Bytes); name != "" {
		return in, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s is %s, not an article", in.Name, name),
			"Give HTML, plain text, JSON Lines, RSS or Atom, or a mail; take the text out of other formats first.")
	}
	if in.Kind == Unknown {
		in.Kind = Sniff(in.Name, in.Bytes)
	}
	if in.Kind != JSONL && len(in.Bytes) > MaxPage {
		return in, tooLarge(in.Name, len(in.Bytes))
	}
	return in, nil
}

func tooLarge(name string, size int) error {
	return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s is too large: %.1f MB, and one article may have %d MB", name, float64(size)/(1<<20), MaxPage>>20),
		"Split it into articles, or check that it is one.")
}

// gunzip unpacks an input within the limits of size and ratio.
func gunzip(in Input) ([]byte, error) {
	bad := func(err error) error {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s: the gzip data are broken: %w", in.Name, err), "Fetch or pack the file again.")
	}
	z, err := gzip.NewReader(bytes.NewReader(in.Bytes))
	if err != nil {
		return nil, bad(err)
	}
	limit := int64(min(MaxUnpack, max(maxRatio*len(in.Bytes), 1<<20)))
	b, err := io.ReadAll(io.LimitReader(z, limit+1))
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s: the gzip data end too early, after %d unpacked bytes", in.Name, len(b)), "The file was cut off; fetch or copy it again.")
	case err != nil:
		return nil, bad(err)
	case int64(len(b)) > limit:
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s: %d packed bytes unpack to more than %d", in.Name, len(in.Bytes), limit),
			"That is no article; unpack it by hand if you trust it.")
	}
	return b, nil
}

// decodeText returns plain bytes as UTF-8 text: the mark at the start goes,
// UTF-16 with a mark is turned, and what is not UTF-8 becomes U+FFFD.
func decodeText(b []byte) string {
	if utf16Marked(b) {
		if t, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(b); err == nil {
			b = t
		}
	}
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	if utf8.Valid(b) {
		return string(b)
	}
	return strings.ToValidUTF8(string(b), "\uFFFD")
}
