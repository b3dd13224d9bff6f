package nlp

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe/extract/lexicon"
)

// options lists the tags that a token may have. A capital counts only where
// tells is set; known says that the document or a register has it for a name.
func (t *tagger) options(tok *Token, tells, capital, known bool) []option {
	switch {
	case tok.Class == Mark || tok.Class == OpenQuote || tok.Class == CloseQuote:
		return t.only(".")
	case tok.Class == Particle:
		return t.particle(tok.Lower)
	case isNumber(tok.Lower):
		return t.only("CD")
	}
	counts := t.counts(tok.Lower)
	total := 0.0
	for _, c := range counts {
		total += c.count
	}
	out := make([]option, 0, len(counts))
	name := t.index["NNP"]
	for _, c := range counts {
		score := math.Log(c.count/total) - t.prior[c.tag]
		if c.tag == name {
			score += nameWeight(tells, capital, known)
		} else if tells && capital {
			score += capitalWeight(t.names[c.tag])
		}
		out = append(out, option{c.tag, score})
	}
	slices.SortFunc(out, func(a, b option) int {
		if a.score != b.score {
			if a.score > b.score {
				return -1
			}
			return 1
		}
		return int(a.tag) - int(b.tag)
	})
	return out[:min(len(out), 8)]
}

// nameWeight is the log weight of reading a word as a name.
func nameWeight(tells, capital, known bool) float64 {
	w := 0.0
	if known {
		w += 1.5
	}
	switch {
	case tells && capital:
		w += 1.5
	case tells:
		w -= 5
	}
	return w
}

// capitalWeight is the log weight of reading a capitalised word as something
// else than a name.
func capitalWeight(tag string) float64 {
	switch tag {
	case "JJ": // Russian, Islamic
		return -1
	case "NN", "NNS":
		return -2
	}
	return -4
}

func (t *tagger) only(tag string) []option {
	return []option{{tag: t.index[tag]}}
}

func (t *tagger) particle(lower string) []option {
	switch lower {
	case "'s", "'":
		return []option{{tag: t.index["POS"], score: 1}, {tag: t.index["VBZ"], score: -2}}
	case "n't":
		return t.only("RB")
	case "'re", "'ve", "'m":
		return t.only("VBP")
	case "'ll", "'d":
		return t.only("MD")
	}
	return t.only("POS")
}

// counts returns how often a word was seen with each tag; rare words and words
// never seen lean on what lexicons and suffixes say.
func (t *tagger) counts(lower string) []seen {
	own := t.words[lower]
	total := 0.0
	for _, c := range own {
		total += c.count
	}
	if total >= 20 {
		return own
	}
	out := slices.Clone(own)
	if head, ok := lexicon.HeadOf(lower); ok {
		tag := "NN"
		if head.Plural {
			tag = "NNS"
		}
		out = addSeen(out, t.index[tag], 4)
		total += 4
	}
	if _, form, ok := lexicon.Verb(lower); ok {
		for _, tag := range formTags[form] {
			out = addSeen(out, t.index[tag], 1)
			total++
		}
	}
	if total >= 8 || own == nil && total > 0 {
		return out // a lexicon knows the word
	}
	for _, c := range t.suffix(lower) {
		out = addSeen(out, c.tag, c.count)
	}
	return out
}

var formTags = map[lexicon.Form][]string{
	lexicon.BaseForm:       {"VB", "VBP"},
	lexicon.ThirdForm:      {"VBZ"},
	lexicon.PastForm:       {"VBD", "VBN"},
	lexicon.ParticipleForm: {"VBN"},
	lexicon.GerundForm:     {"VBG"},
}

// suffix returns the tags of words that end alike, as shares that sum to one.
func (t *tagger) suffix(lower string) []seen {
	if i := strings.LastIndexByte(lower, '-'); i > 0 && i+1 < len(lower) {
		switch last := lower[i+1:]; last {
		case "based", "led", "backed", "held", "controlled", "occupied", "funded", "linked", "made", "owned", "run", "style", "old", "language":
			return []seen{{t.index["JJ"], 1}}
		}
	}
	var row []seen
	for k := min(4, len(lower)-1); k >= 1 && row == nil; k-- {
		row = t.tail[lower[len(lower)-k:]]
	}
	sum := 0.0
	for _, c := range row {
		sum += c.count
	}
	out := make([]seen, 0, len(row)+2)
	for _, c := range row {
		if share := c.count / sum; share > 0.01 {
			out = append(out, seen{c.tag, share})
		}
	}
	out = addSeen(out, t.index["NN"], 0.02)
	return addSeen(out, t.index["NNP"], 0.3)
}

// isNumber reports whether a word is written in digits, with what may hang on
// them: 1,200, 2.5, 12th, 1979–89.
func isNumber(lower string) bool {
	digits := strings.TrimPrefix(lower, "'") // '90s
	if digits == "" || !unicode.IsDigit(rune(digits[0])) {
		return false
	}
	letters := 0
	for _, r := range lower {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters <= 2
}

// capitalised reports whether a word begins with a capital letter.
func capitalised(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}
