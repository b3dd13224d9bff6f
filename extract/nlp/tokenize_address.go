package nlp

import "strings"

// maxAddress is the longest web or mail address that is kept whole, in bytes.
const maxAddress = 512

// domains are endings that make a dotted word a web address or a file name.
var domains = setOf(`com org net gov edu mil info biz example int
	uk us ca de fr ru ua il in cn jp br au eu tv co io me
	doc docx xls xlsx pdf ppt txt htm html php asp aspx jpg jpeg gif png zip exe csv xml json`)

// isAddress reports whether a word is a web or mail address or a file name.
func isAddress(word string) bool {
	if i := strings.IndexByte(word, '@'); i > 0 && i+1 < len(word) {
		return word[i-1] != '/' && isWordRune(rune(word[i+1]))
	}
	if strings.Contains(word, "://") || hasFoldPrefix(word, "www.") {
		return true
	}
	host, _, path := strings.Cut(word, "/")
	dot := strings.LastIndexByte(host, '.')
	if dot < 1 || !domains[strings.ToLower(host[dot+1:])] {
		return false
	}
	if strings.Trim(host[:1], "-_") == "" {
		return false
	}
	label := host[strings.LastIndexByte(host[:dot], '.')+1 : dot]
	return len(label) > 2 || path && len(label) > 1
}

func hasFoldPrefix(s, prefix string) bool {
	return len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// address returns where the address at the reader ends, or where it reads if
// none begins there. One begins where no letter or stop stands before it.
func (s *scanner) address() int {
	if s.at < s.plain {
		return s.at
	}
	end := s.addressEnd(s.at)
	if end == s.at {
		for s.plain = s.at; s.plain < s.end && s.text[s.plain] > ' ' && strings.IndexByte("<([\"", s.text[s.plain]) < 0; {
			s.plain++
		}
	}
	return end
}

// addressEnd returns where the address that begins at a byte offset ends, or
// the offset itself if none does.
func (s *scanner) addressEnd(start int) int {
	end := start
	special := false
	for end < s.end && end-start <= maxAddress {
		b := s.text[end]
		if b <= ' ' || strings.IndexByte("<>\"()[]{}|", b) >= 0 {
			break
		}
		special = special || b == '.' || b == '@'
		end++
	}
	if !special || end-start > maxAddress {
		return start
	}
	for end > start && strings.IndexByte(".,;:!?'*", s.text[end-1]) >= 0 {
		end--
	}
	word := s.text[start:end]
	if strings.ContainsRune(word, '“') || strings.ContainsRune(word, '”') || strings.ContainsRune(word, '’') || !isAddress(word) {
		return start
	}
	return end
}
