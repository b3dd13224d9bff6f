package boundary

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A piece is a run of characters without white space, or a part of one where a
// sentence may end without a space.
type piece struct {
	start, end int    // in the text
	core       uint32 // of the word without its marks, in lower case
	marks      uint32 // of the marks that follow the word
	gap        uint8  // what stands before: nothing, a space, several
	shape      uint8
	open       uint8 // the first mark before the word
	stop       uint8 // the stop that follows the word
	close      uint8 // the last closing mark that follows the word
	class      uint8 // what the word is when a full stop follows it
	quotes     uint8 // straight quotation marks
	curly      int32 // curly quotation marks opened, less those closed
	depth      int32 // brackets opened, less those closed
	starter    bool  // a word that begins sentences
	acts       bool  // one of those who act for a state
	says       bool  // a verb that ties a quotation to its speaker
	alone      bool  // begins a sentence of its own: no part of a name
	day        bool  // a weekday
	month      bool  // the name of a month
	zone       bool  // the zone of a time of day
	number     bool  // the number of a list item
}

// Shapes of a word.
const (
	shapeNone = iota // marks alone
	shapeLower
	shapeTitle // begins with a capital
	shapeUpper // two capitals or more and no small letter
	shapeLetter
	shapeMixed
	shapeDigits
	shapeDate   // digits and slashes, colons or hyphens
	shapeNumber // digits with letters
	shapeAddress
	shapeOther // not a Latin letter
)

// Stops.
const (
	stopNone = iota
	stopFull
	stopAsk
	stopCry
	stopDots
	stopColon
	stopSemi
	stopComma
	stopDash
	stopFace
)

// Marks before a word and after it.
const (
	markNone = iota
	markQuote
	markBracket
	markDash
	markBullet
	markOther
)

// Classes of a word that a full stop follows.
const (
	classNone = iota
	classTitle
	classMonth
	classEnding
	classState
	classCounter
	classInitial
	classDotted
	classShort
	classLong
)

// maxCore is how much of a long word is looked at, in bytes.
const maxCore = 40

// pieces cuts a text into its pieces.
func pieces(text string) []piece {
	out := make([]piece, 0, len(text)/5+1)
	for at := 0; at < len(text); {
		start := at
		wrapped := false
		for at < len(text) {
			n := spaceAt(text, at)
			if n == 0 {
				break
			}
			wrapped = wrapped || text[at] == '\n' || text[at] == '\r'
			at += n
		}
		gap := uint8(min(at-start, 2))
		if wrapped {
			gap = 1
		}
		end := at
		for end < len(text) && spaceAt(text, end) == 0 {
			end++
		}
		if end > at {
			out = appendPieces(out, text, at, end, gap)
		}
		at = end
	}
	return out
}

// spaceAt returns the length of the white space at a byte offset, or 0.
func spaceAt(text string, at int) int {
	b := text[at]
	if b < utf8.RuneSelf {
		if b == ' ' || b >= '\t' && b <= '\r' {
			return 1
		}
		return 0
	}
	if r, n := utf8.DecodeRuneInString(text[at:]); unicode.IsSpace(r) {
		return n
	}
	return 0
}

// appendPieces adds the run [at, end), cut where a stop stands between two words.
func appendPieces(out []piece, text string, at, end int, gap uint8) []piece {
	if !isAddress(text[at:min(end, at+200)]) {
		for i := at + 1; i < end-1; i++ {
			if c := text[i]; c != '.' && c != '!' && c != '?' && c != ']' && c != ')' && c != '>' {
				continue
			}
			if next := glued(text, at, i, end); next > 0 {
				out = append(out, newPiece(text, at, next, gap))
				at, gap = next, 0
				i = next
			}
		}
	}
	return append(out, newPiece(text, at, end, gap))
}

// glued returns where a sentence could begin right after the mark at i without
// a space between, or 0.
func glued(text string, start, i, end int) int {
	next := i + 1
	for next < end && strings.IndexByte(".!?\"')]", text[next]) >= 0 {
		next++
	}
	if next >= end {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(text[next:end])
	prev, _ := utf8.DecodeLastRuneInString(text[start:i])
	switch {
	case text[i] == '.' && next == i+1:
		if !unicode.IsUpper(r) || !unicode.IsLower(prev) && prev != ')' && prev != '"' || i-start < 2 {
			return 0
		}
		return next
	case text[i] == ']' || text[i] == ')' || text[i] == '>':
		if unicode.IsUpper(r) || r == '(' || r == '[' || r == '<' {
			return next
		}
		return 0
	case unicode.IsLetter(r) || r == '(' || r == '“':
		return next
	}
	return 0
}

// isAddress reports whether a run of characters is a web or mail address or a
// file name.
func isAddress(s string) bool {
	if strings.IndexByte(s, '.') < 0 && strings.IndexByte(s, ':') < 0 {
		return false
	}
	if strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "WWW.") {
		return true
	}
	i := strings.IndexByte(s, '@')
	return i > 0 && i+1 < len(s) && strings.IndexByte(s[i:], '.') > 0
}

// newPiece describes text[start:end].
func newPiece(text string, start, end int, gap uint8) piece {
	p := piece{start: start, end: end, gap: gap}
	s := text[start:end]
	if len(s) > 4*maxCore {
		s = s[:2*maxCore] + s[len(s)-2*maxCore:]
	}
	from := strings.IndexFunc(s, isWord)
	if from < 0 {
		p.readMarks(s)
		p.marks = hash(s)
		p.open = openMark(s)
		return p
	}
	to := strings.LastIndexFunc(s, isWord)
	_, n := utf8.DecodeRuneInString(s[to:])
	to += n
	core := s[from:to]
	if from > 0 {
		p.open = openMark(s[:from])
	}
	p.readMarks(s[to:])
	p.countMarks(s[:from])
	p.marks = hash(s[to:])
	p.describe(core)
	p.number = (gap > 0 || start == 0) && from == 0 && isListNumber(s)
	return p
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '%'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func openMark(s string) uint8 {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune(`"“‘'«„`+"`", r):
		return markQuote
	case strings.ContainsRune("([{<", r):
		return markBracket
	case strings.ContainsRune("-–—=_", r):
		return markDash
	case strings.ContainsRune("•·▪■‣●◦*>~|", r):
		return markBullet
	}
	return markOther
}

// readMarks reads the marks after a word.
func (p *piece) readMarks(s string) {
	p.countMarks(s)
	if strings.HasPrefix(s, ":)") || strings.HasPrefix(s, ":(") || strings.HasPrefix(s, ":-") || strings.HasPrefix(s, ";)") || strings.HasPrefix(s, ";-)") || strings.HasPrefix(s, "=)") {
		p.stop = stopFace
		return
	}
	for i, r := range s {
		switch r {
		case '.':
			p.setStop(stopFull)
			if strings.HasPrefix(s[i:], "..") {
				p.stop = stopDots
			}
		case '…':
			p.setStop(stopDots)
		case '!':
			p.setStop(stopCry)
		case '?':
			p.setStop(stopAsk)
		case ':':
			p.setStop(stopColon)
		case ';':
			p.setStop(stopSemi)
		case ',':
			p.stop = stopComma // "in Oru, D.C.,"
		case '-', '–', '—', '_', '=':
			p.setStop(stopDash)
		case '"', '”', '’', '\'', '»':
			p.close = markQuote
		case ')', ']', '}', '>':
			p.close = markBracket
		default:
			p.close = markOther
		}
	}
}

// setStop keeps the strongest of the stops: a full one before a weak one.
func (p *piece) setStop(stop uint8) {
	if p.stop == stopNone || stop < stopColon && (p.stop >= stopColon || stop == stopAsk || stop == stopCry) {
		p.stop = stop
	}
}

func (p *piece) countMarks(s string) {
	for _, r := range s {
		switch r {
		case '"':
			p.quotes++
		case '“':
			p.curly++
		case '”':
			p.curly--
		case '(', '[':
			p.depth++
		case ')', ']':
			p.depth--
		}
	}
}

// describe tells what the word of a piece is.
func (p *piece) describe(core string) {
	if len(core) > maxCore {
		core = core[:maxCore]
	}
	var room [2 * maxCore]byte
	lower := lowered(room[:0], core)
	p.core = hash(lower)
	p.shape = shapeOf(core)
	known := lexicon[string(trimOwner(lower))]
	p.starter, p.acts, p.says, p.alone = known.starter, known.acts, known.says, known.alone
	p.day, p.month, p.zone = known.day, known.month, known.zone
	bare := bytes.TrimRight(lower, ".")
	bare = bare[bytes.LastIndexAny(bare, "-/(")+1:]
	if p.class = lexicon[string(bare)].class; p.class != classNone {
		return
	}
	switch {
	case initial(core[strings.LastIndexAny(core, "-/(")+1:]):
		p.class = classInitial
	case bytes.IndexByte(bare, '.') >= 0:
		p.class = classDotted
	case len(bare) < 5:
		p.class = classShort
	default:
		p.class = classLong
	}
}

// lowered appends a word in lower case.
func lowered(to []byte, word string) []byte {
	for i := range len(word) {
		b := word[i]
		if b >= utf8.RuneSelf {
			return append(to[:0], strings.ToLower(word)...)
		}
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
		}
		to = append(to, b)
	}
	return to
}

func trimOwner(word []byte) []byte {
	if i := bytes.IndexAny(word, "'’"); i > 0 {
		return word[:i]
	}
	return word
}

// isListNumber reports whether a piece is the number of a list item.
func isListNumber(s string) bool {
	if len(s) < 2 || len(s) > 4 || s[len(s)-1] != '.' && s[len(s)-1] != ')' {
		return false
	}
	body := s[:len(s)-1]
	return strings.Trim(body, "0123456789") == "" || len(body) == 1 && (body[0] >= 'A' && body[0] <= 'Z' || body[0] >= 'a' && body[0] <= 'z')
}

// shapeOf tells how a word is written.
func shapeOf(core string) uint8 {
	upper, lower, digits, other, marks := 0, 0, 0, 0, 0
	for _, r := range core {
		switch {
		case r >= 'a' && r <= 'z':
			lower++
		case r >= 'A' && r <= 'Z':
			upper++
		case r >= '0' && r <= '9':
			digits++
		case strings.ContainsRune("/:-", r):
			marks++
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		case unicode.IsLetter(r):
			other++
		}
	}
	switch {
	case isAddress(core):
		return shapeAddress
	case other > 0:
		return shapeOther
	case digits > 0 && upper+lower > 0:
		return shapeNumber
	case digits > 0 && marks > 0:
		return shapeDate
	case digits > 0:
		return shapeDigits
	case upper == 1 && lower == 0:
		return shapeLetter
	case lower == 0 && upper > 1:
		return shapeUpper
	case upper == 0:
		return shapeLower
	}
	if r, _ := utf8.DecodeRuneInString(core); unicode.IsUpper(r) {
		return shapeTitle
	}
	return shapeMixed
}

// hash is FNV-1a.
func hash[S string | []byte](s S) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h ^= uint32(s[i])
		h *= 16777619
	}
	return h
}
