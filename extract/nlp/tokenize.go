package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe"
)

// Caps on what is analysed.
const (
	maxSentenceTokens = 2000
	maxDocumentTokens = 200_000
)

// A scanner cuts one sentence into tokens.
type scanner struct {
	text   string // the document
	at     int    // where it reads
	end    int    // where the sentence ends
	plain  int    // before it no address begins
	tokens []Token
	double bool // a straight double quote is open
	single bool // a single quote is open
}

// tokenize cuts a sentence into tokens with the offsets of the document, at most
// limit of them, and reports whether the sentence was cut short.
func tokenize(text string, span ascribe.Span, limit int) (tokens []Token, cut bool) {
	s := scanner{text: text, at: span.Start, end: span.End}
	s.tokens = make([]Token, 0, (span.End-span.Start)/5+4)
	for s.at < s.end {
		r, size := s.peek(s.at)
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == '\ufeff' || r == '\u200b' {
			s.at += size
			continue
		}
		if len(s.tokens) >= limit {
			return s.tokens, true
		}
		switch {
		case isWordRune(r):
			if end := s.address(); end > s.at {
				s.add(s.at, end, Word)
				continue
			}
			s.word()
		case isQuote(r):
			s.quote(r, size)
		default:
			s.mark(r, size)
		}
	}
	return s.tokens, false
}

// peek returns the rune at a byte offset, or a space past the end.
func (s *scanner) peek(at int) (rune, int) {
	if at >= s.end {
		return ' ', 1
	}
	if b := s.text[at]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(s.text[at:s.end])
}

// before returns the rune that ends at a byte offset, or a space at the start.
func (s *scanner) before(start, at int) rune {
	if at <= start {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[start:at])
	return r
}

func (s *scanner) add(start, end int, class Class) {
	text := s.text[start:end]
	s.tokens = append(s.tokens, Token{
		Span:  ascribe.Span{Start: start, End: end},
		Text:  text,
		Lower: lowered(text),
		Class: class,
	})
	s.at = end
}

// lowered is the text in lower case with straight marks.
func lowered(text string) string {
	plain := true
	for i := range len(text) {
		if b := text[i]; b >= utf8.RuneSelf || 'A' <= b && b <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return text
	}
	return straight.Replace(strings.ToLower(text))
}

var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "‐", "-", "‑", "-")

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// word reads a word or a number with its inner marks, and splits what English
// writes onto the end of a word: 's, n't, 'll.
func (s *scanner) word() {
	start := s.at
	end := s.wordEnd(start)
	text := s.text[start:end]
	if i := clitic(text); i > 0 && !s.decade(text[:i]) {
		s.add(start, start+i, Word)
		s.add(start+i, end, Particle)
		return
	}
	if r, size := s.peek(end); r == '.' && s.keepsStop(text, end) {
		end += size
	}
	s.add(start, end, Word)
}

// decade reports whether the word at the reader is a decade: "the 1980's".
func (s *scanner) decade(digits string) bool {
	if n := len(digits); n != 2 && n != 4 || digits[n-1] != '0' || strings.Trim(digits, "0123456789") != "" || len(s.tokens) == 0 {
		return false
	}
	switch s.tokens[len(s.tokens)-1].Lower {
	case "the", "early", "late", "mid":
		return true
	}
	return false
}

// wordEnd finds the end of the word that starts at a byte offset.
func (s *scanner) wordEnd(start int) int {
	at := start
	var last rune
	for at < s.end {
		r, size := s.peek(at)
		if isWordRune(r) {
			last, at = r, at+size
			continue
		}
		next, _ := s.peek(at + size)
		switch {
		case r == '$' && (s.text[start:at] == "US" || s.text[start:at] == "HK"):
			return at + size
		case !isWordRune(next):
			return at
		case isHyphen(r), isApostrophe(r), r == '&':
		case r == '.':
			if !unicode.IsDigit(last) || !unicode.IsDigit(next) {
				if !s.initials(start, at) {
					return at
				}
			}
		case r == ',' || r == ':':
			if !unicode.IsDigit(last) || !unicode.IsDigit(next) {
				return at
			}
		case r == '/':
			if end := s.slashed(start, at); end > at {
				return end
			}
			return at
		default:
			return at
		}
		at += size
	}
	return at
}

// slashed returns where the date ("9/11", "03/14/1989") or the abbreviation
// ("w/o") ends that has its first slash at a byte offset, or the offset.
func (s *scanner) slashed(start, slash int) int {
	end := slash
	for end < s.end && end-start < len("03/14/1989")+1 && (isWordRune(rune(s.text[end])) || s.text[end] == '/') {
		end++
	}
	word := s.text[start:end]
	if short[strings.ToLower(word)] {
		return end
	}
	parts := strings.Split(word, "/")
	for _, p := range parts {
		if p == "" || len(p) > 4 || strings.Trim(p, "0123456789") != "" {
			return slash
		}
	}
	if len(parts) == 3 || len(parts) == 2 && len(parts[1]) == 2 && len(parts[0]) <= 2 {
		return end
	}
	return slash
}

// short are abbreviations with a slash.
var short = setOf("w/ w/o w/out b/c s/he l/c")

// initials reports whether the text before a full stop is a run of single
// letters, as in "U.S" or "M.A".
func (s *scanner) initials(start, stop int) bool {
	start += strings.LastIndexByte(s.text[start:stop], '-') + 1 // anti-U.S.
	if stop-start > 12 || stop == start {
		return false
	}
	alone := true
	for i, part := range strings.Split(s.text[start:stop], ".") {
		n := utf8.RuneCountInString(part)
		alone = alone && (n == 1 || n == 2 && i == 0) && unicode.IsLetter([]rune(part)[0])
	}
	return alone
}

// keepsStop reports whether a full stop after the word belongs to it: "U.S.",
// "Gen.", a middle initial.
func (s *scanner) keepsStop(word string, end int) bool {
	if strings.Contains(word, ".") && s.initials(s.at, end) {
		return true
	}
	first, size := utf8.DecodeRuneInString(word)
	if size == len(word) && unicode.IsUpper(first) && word != "I" {
		return end+1 < s.end // an initial; at the end of the sentence it is the stop
	}
	next, _ := s.peek(end + 1)
	return end+1 < s.end && abbreviations[lowered(word)] && next != '.'
}

// abbreviations keep their full stop inside a sentence.
var abbreviations = setOf(`mr mrs ms dr prof st rev fr msgr gen col lt lieut capt maj sgt cpl pvt pfc adm brig cmdr
	gov govs sen sens rep reps pres sec supt insp det hon jr sr ph.d no nos vs etc ect al ca ext drs sts inc corp ltd co bros dept univ
	jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun approx ave blvd mt ft`)

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// clitic returns where the ending of a word splits off, or 0.
func clitic(word string) int {
	n := len(word)
	if n < 3 || !strings.ContainsAny(word, "'’") {
		return 0
	}
	lower := lowered(word)
	if strings.HasSuffix(lower, "n't") && len(lower) > 3 {
		return n - len("n't") - (n - len(lower))
	}
	at := strings.LastIndexAny(word, "'’")
	switch lowered(word[at:]) {
	case "'s", "'re", "'ve", "'ll", "'d", "'m":
		return at
	}
	return 0
}

func isQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '\'', '‘', '’', '`', '‹', '›', '‚':
		return true
	}
	return false
}

// quote reads a quotation mark and tells whether it opens or closes.
func (s *scanner) quote(r rune, size int) {
	start := s.at
	if twin, n := s.peek(start + size); (r == '`' || r == '\'') && twin == r {
		size += n
		r = map[rune]rune{'`': '“', '\'': '”'}[r]
	}
	end := start + size
	switch r {
	case '“', '„', '«', '‹', '‚', '‟', '`':
		s.add(start, end, OpenQuote)
	case '”', '»', '›':
		s.add(start, end, CloseQuote)
	case '‘':
		s.single = true
		s.add(start, end, OpenQuote)
	case '"':
		opens := s.opens(start, end, s.double)
		s.double = opens
		s.add(start, end, quoteClass(opens))
	default:
		s.apostrophe(start, end)
	}
}

// apostrophe reads a single mark that is no part of a word: a quotation mark or
// the sign of a plural's possessive.
func (s *scanner) apostrophe(start, end int) {
	next, _ := s.peek(end)
	prev := s.before(0, start)
	switch {
	case isWordRune(prev):
		if !s.single && (prev == 's' || prev == 'S' || prev == 'z' || prev == 'x') && unicode.IsSpace(next) && len(s.tokens) > 0 {
			s.add(start, end, Particle)
			return
		}
		s.single = false
		s.add(start, end, CloseQuote)
	case unicode.IsDigit(next):
		s.at = start + (end - start)
		to := s.wordEnd(end)
		s.add(start, to, Word)
	default:
		opens := s.opens(start, end, s.single)
		s.single = opens
		s.add(start, end, quoteClass(opens))
	}
}

// opens tells an opening mark from a closing one by what stands around it, and
// by what is open where that does not tell.
func (s *scanner) opens(start, end int, open bool) bool {
	prev := s.before(0, start)
	next, _ := s.peek(end)
	before := unicode.IsSpace(prev) || strings.ContainsRune("([{-–—“‘\"'/", prev)
	after := isWordRune(next) || strings.ContainsRune("([{$“‘'…", next)
	switch {
	case before && after && !(prev == '-' && open):
		return true
	case !before && !after:
		return false
	case len(s.tokens) == 0:
		return true
	}
	return !open
}

func quoteClass(opens bool) Class {
	if opens {
		return OpenQuote
	}
	return CloseQuote
}

// mark reads punctuation. Stops that follow each other are one mark, so is a run
// of a dash or of another sign that is drawn in rows, and an emoticon.
func (s *scanner) mark(r rune, size int) {
	if end := s.emoticon(s.at); end > s.at {
		s.add(s.at, end, Mark)
		return
	}
	end := s.at + size
	next, n := s.peek(end)
	switch {
	case (r == '#' || r == '@') && unicode.IsLetter(next) && unicode.IsSpace(s.before(0, s.at)), // #tag, @name
		r == '+' && unicode.IsDigit(next) && unicode.IsSpace(s.before(0, s.at)): // +44
		s.add(s.at, s.wordEnd(end), Word)
		return
	case isStop(r):
		for ; end < s.end && isStop(next); next, n = s.peek(end) {
			end += n
		}
	case strings.ContainsRune("-–—=", r):
		for ; end < s.end && (next == r || r != '–' && r != '—' && (next == '-' || next == '=')); next, n = s.peek(end) {
			end += n
		}
	case strings.ContainsRune("*_<>+~$#|•", r):
		for ; end < s.end && next == r; next, n = s.peek(end) {
			end += n
		}
	}
	s.add(s.at, end, Mark)
}

func isStop(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' }

// emoticons are drawn in marks alone, the longest first.
var emoticons = []string{":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":'(", ":)", ":(", ";)", ":D", ":P", ":p", "=)", "=(", ":/", "^_^", "(:", "<3"}

// emoticon returns where the emoticon at a byte offset ends, or the offset.
func (s *scanner) emoticon(at int) int {
	if strings.IndexByte(":;=^(<", s.text[at]) < 0 || unicode.IsDigit(s.before(0, at)) {
		return at
	}
	for _, e := range emoticons {
		if !strings.HasPrefix(s.text[at:s.end], e) {
			continue
		}
		if next, _ := s.peek(at + len(e)); unicode.IsSpace(next) || isStop(next) || next == ',' {
			return at + len(e)
		}
	}
	return at
}
