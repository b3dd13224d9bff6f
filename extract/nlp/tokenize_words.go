package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe"
)

// Words cuts a sentence into syntactic words as the English treebanks of
// Universal Dependencies write them, of at most limit tokens, and reports
// whether the sentence was cut short. They are finer than the tokens of an
// [Analysis]: every token is one word or several. A hyphen between words is a
// word of its own ("Iran-backed"), "cannot" is two, so is "5pm", and the stop
// that ends a sentence is never part of "U.S.".
func Words(text string, span ascribe.Span, limit int) (words []ascribe.Span, cut bool) {
	tokens, cut := tokenize(text, span, limit)
	words, _ = syntactic(tokens)
	return words, cut
}

// syntactic returns the syntactic words of the tokens of a sentence, and for
// each word the index of its token.
func syntactic(tokens []Token) (words []ascribe.Span, token []int) {
	words = make([]ascribe.Span, 0, len(tokens)+len(tokens)/8)
	token = make([]int, 0, cap(words))
	last := lastWord(tokens)
	for i := range tokens {
		if s := tokens[i].Span; i+1 < len(tokens) && isIts(&tokens[i], &tokens[i+1]) {
			words = append(words, ascribe.Span{Start: s.Start, End: s.End - 1}, ascribe.Span{Start: s.End - 1, End: s.End})
		} else {
			words = appendWords(words, &tokens[i], i == last)
		}
		for len(token) < len(words) {
			token = append(token, i)
		}
	}
	return words, token
}

// lastWord returns the index of the token that only closing marks follow.
func lastWord(tokens []Token) int {
	i := len(tokens) - 1
	for i > 0 && (tokens[i].Class == CloseQuote || tokens[i].Text == ")" || tokens[i].Text == "]") {
		i--
	}
	return i
}

// isIts reports whether "its" is "it's" typed in haste: what follows is nothing
// that one can own.
func isIts(tok, next *Token) bool {
	return tok.Lower == "its" && notOwned[next.Lower]
}

var notOwned = setOf(`a an the not just so very been my your no too all always never going gonna like really that this what
	because about been it he they you we still worth only even in on at to hard easy`)

// appendWords adds the words of a token.
func appendWords(out []ascribe.Span, tok *Token, last bool) []ascribe.Span {
	s := tok.Span
	if tok.Class != Word {
		return append(out, s)
	}
	stop := last && len(tok.Text) > 1 && strings.HasSuffix(tok.Text, ".") && !isMarkRun(tok.Text)
	if stop {
		s.End--
	}
	out = appendParts(out, s.Start, tok.Text[:s.End-s.Start])
	if stop {
		out = append(out, ascribe.Span{Start: s.End, End: s.End + 1})
	}
	return out
}

func isMarkRun(s string) bool {
	return strings.IndexFunc(s, isWordRune) < 0
}

// appendParts adds the words of one written word that begins at a byte offset.
func appendParts(out []ascribe.Span, at int, text string) []ascribe.Span {
	if i := splitAt(text); i > 0 {
		return append(out, ascribe.Span{Start: at, End: at + i}, ascribe.Span{Start: at + i, End: at + len(text)})
	}
	if isAddress(text) || isDialled(text) {
		return append(out, ascribe.Span{Start: at, End: at + len(text)})
	}
	start := 0
	for i, r := range text {
		if !isHyphen(r) || i == start || isPrefix(text[start:i]) {
			continue
		}
		end := i + utf8.RuneLen(r)
		if end == len(text) {
			break
		}
		out = append(out, ascribe.Span{Start: at + start, End: at + i}, ascribe.Span{Start: at + i, End: at + end})
		start = end
	}
	if start < len(text) {
		out = append(out, ascribe.Span{Start: at + start, End: at + len(text)})
	}
	return out
}

// prefixes are what a hyphen ties to the word after it.
var prefixes = setOf(`e non anti pre post pro co re mid ex multi semi sub neo counter cross over un intra inter
	mini micro socio psycho ultra quasi pseudo trans`)

func isPrefix(part string) bool {
	return len(part) <= len("counter") && prefixes[strings.ToLower(part)]
}

// isDialled reports whether digits with hyphens are a telephone number, a postal
// code or a date, which stay whole; "5-10" and "1979-1989" do not.
func isDialled(text string) bool {
	if strings.Trim(text, "0123456789-") != "" {
		return false
	}
	first, rest, ok := strings.Cut(text, "-")
	if strings.Contains(rest, "-") {
		return true
	}
	return ok && len(rest) == 4 && (len(first) < 4 || len(first) == 5)
}

// joined are words that are written as one and are two, with the length of the
// first.
var joined = map[string]int{
	"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "wana": 3, "dunno": 2, "outta": 3, "alot": 1,
	"dont": 2, "doesnt": 4, "didnt": 3, "wont": 2, "cant": 2, "couldnt": 5, "wouldnt": 5, "shouldnt": 6,
	"isnt": 2, "arent": 3, "arnt": 2, "aint": 2, "wasnt": 3, "werent": 4, "havent": 4, "hasnt": 3, "hadnt": 3,
	"im": 1, "ive": 1, "thats": 4, "theyre": 4, "theyve": 4, "whats": 4, "theres": 5, "heres": 4, "youre": 3, "youve": 3,
	"youll": 3, "theyll": 4, "itll": 2, "lets": 3, "hes": 2, "shes": 3, "d'ye": 2,
}

// units are what is written onto a number and is a word of its own.
var units = setOf(`am pm a.m p.m a.m. p.m. k m b bn mn mm cm km ft kg mg lb lbs hz mhz ghz mw kw mph hrs min gb mb`)

// splitAt returns where a word that is two is split, or 0.
func splitAt(text string) int {
	if len(text) > 12 {
		return 0
	}
	if i, ok := joined[strings.ToLower(text)]; ok {
		if strings.ToUpper(text) == text && i == 1 { // IM, IVE: initials or a name
			return 0
		}
		return i
	}
	if text[0] >= '0' && text[0] <= '9' {
		i := strings.IndexFunc(text, unicode.IsLetter)
		if i > 0 && units[strings.ToLower(text[i:])] {
			return i
		}
	}
	return 0
}
