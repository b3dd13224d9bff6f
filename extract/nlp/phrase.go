package nlp

import (
	"strings"

	"ascribe/extract/lexicon"
)

// chunk finds the noun phrases of a sentence: the longest that hold no
// preposition but inside a name. A possessor is a phrase inside the phrase that
// it possesses, and so is a name before the head.
func (r *reader) chunk(s *Sentence) {
	s.Phrases = nil
	names := r.names(s)
	inside := make([]int, len(s.Tokens)) // 1 + the name that a token belongs to
	for i, n := range names {
		for j := n.first; j < n.last; j++ {
			inside[j] = i + 1
		}
	}
	c := chunker{reader: r, s: s, names: names, inside: inside}
	for j := 0; j < len(s.Tokens); {
		j = c.phraseAt(j)
	}
}

// A chunker is the chunking of one sentence.
type chunker struct {
	*reader
	s      *Sentence
	names  []named
	inside []int
}

// phraseAt adds the phrases that begin at token j, outer first, and returns
// where to read on.
func (c *chunker) phraseAt(j int) int {
	if tok := &c.s.Tokens[j]; tok.Class == Pronoun && c.inside[j] == 0 {
		if personal[tok.Lower] {
			c.s.Phrases = append(c.s.Phrases, c.pronoun(j))
		}
		return j + 1
	}
	if end := c.timeAt(j); end > j {
		c.add(Phrase{First: j, Last: end, Head: end - 1, Core: j, Kind: Time})
		return end
	}
	last, head := c.base(j)
	if head < 0 {
		return j + 1
	}
	// Possessives: the whole is one phrase, each possessor a phrase inside it.
	ends := []int{last}
	heads := []int{head}
	for last < len(c.s.Tokens)-1 && c.s.Tokens[last].Tag == "POS" && len(ends) < 4 {
		next, h := c.base(last + 1)
		if h < 0 {
			break
		}
		last = next
		ends, heads = append(ends, last), append(heads, h)
	}
	for i := len(ends) - 1; i >= 0; i-- {
		c.describe(j, ends[i], heads[i])
		if i > 0 {
			continue
		}
		c.modifiers(j, ends[0], heads[0])
	}
	return last
}

// base reads a base phrase at token j and returns its end and its head, or a
// head of -1.
func (c *chunker) base(j int) (end, head int) {
	head = -1
	tokens := c.s.Tokens
	start := j
	for j < len(tokens) {
		tok := &tokens[j]
		if n := c.inside[j]; n > 0 {
			if head >= 0 && (c.separate(head, j) || c.twoNames(start, head, n-1)) {
				return c.ended(start, j, head)
			}
			j = c.names[n-1].last
			head = j - 1
			continue
		}
		switch tok.Class {
		case Determiner:
			if j > start && tokens[j-1].Class != Determiner {
				return c.ended(start, j, head)
			}
		case Number:
			if head >= 0 && !capitalRun(tokens, j) && (!months[tokens[j-1].Lower] || !c.nounFollows(j)) {
				return c.ended(start, j, head)
			}
		case Adjective:
			if j == start && tok.Lower == "dead" && j > 0 && tokens[j-1].Class == Verb {
				return start, -1 // "shot dead six peasants"
			}
			if (tok.Lower == "least" || tok.Lower == "most") && j > 0 && tokens[j-1].Lower == "at" {
				return c.ended(start, j, head) // "at least" stands outside the phrase
			}
			if head >= 0 && !c.nounFollows(j) {
				return c.ended(start, j, head)
			}
		case Noun, Name:
			if head >= 0 && c.separate(head, j) {
				return c.ended(start, j, head)
			}
			if head >= 0 && (tok.Lower == "no" || tok.Lower == "no.") && j+1 < len(tokens) && isNumber(tokens[j+1].Lower) {
				return j + 2, head // "Battalion No. 4"
			}
			head = j
		case Verb:
			if !c.participle(start, j, head) {
				return c.ended(start, j, head)
			}
		case Adverb:
			if head >= 0 || j+1 >= len(tokens) || !modifier(&tokens[j+1]) || j == start {
				return c.ended(start, j, head)
			}
		case Conjunction:
			if head >= 0 || j == start || !(tok.Lower == "and" || tok.Lower == "or") || j+1 >= len(tokens) ||
				tokens[j-1].Class != Adjective || tokens[j+1].Class != Adjective {
				return c.ended(start, j, head)
			}
		case OpenQuote:
			to := c.quotedName(j)
			if to == 0 || j == start && tokens[to-1].Class != CloseQuote {
				return c.ended(start, j, head)
			}
			head = to - 2
			j = to
			continue
		default:
			return c.ended(start, j, head)
		}
		j++
	}
	return c.ended(start, j, head)
}

// ended closes a base phrase at its head.
func (c *chunker) ended(start, j, head int) (int, int) {
	if head < start {
		return start, -1
	}
	if j > head+1 && c.s.Tokens[head+1].Class == CloseQuote {
		return head + 2, head
	}
	return head + 1, head
}

// capitalRun reports whether a number belongs to a name: "Brigade 21".
func capitalRun(tokens []Token, j int) bool {
	_, body := lexicon.OrgWord(tokens[j-1].Lower)
	return body && isNumber(tokens[j].Lower) && (j+1 >= len(tokens) || tokens[j+1].Class != Noun && tokens[j+1].Class != Adjective)
}

// quotedName returns the end of a short quoted name inside a phrase, as in the
// "Santa Rosa" farm, or 0.
func (c *chunker) quotedName(j int) int {
	for k := j + 1; k < len(c.s.Tokens) && k <= j+6; k++ {
		tok := &c.s.Tokens[k]
		switch tok.Class {
		case CloseQuote:
			if k == j+1 {
				return 0
			}
			return k + 1
		case Name, Noun, Adjective, Number:
		default:
			if !nameLinks[tok.Lower] && tok.Lower != "la" && tok.Lower != "el" && tok.Lower != "los" {
				return 0
			}
		}
	}
	return 0
}

func modifier(tok *Token) bool {
	return tok.Class == Adjective || tok.Class == Number || tok.Tag == "VBN"
}

// participle reports whether a verb form stands inside a phrase before its
// noun: "the wounded soldiers", "an alleged rebel".
func (c *chunker) participle(start, j, head int) bool {
	tok := &c.s.Tokens[j]
	if head >= 0 || tok.Tag != "VBN" && tok.Tag != "VBG" || j == start {
		return false
	}
	return c.nounFollows(j)
}

// nounFollows reports whether a noun comes after token j within the phrase.
func (c *chunker) nounFollows(j int) bool {
	for k := j + 1; k < len(c.s.Tokens) && k <= j+4; k++ {
		switch tok := &c.s.Tokens[k]; tok.Class {
		case Noun, Name:
			return true
		case Adjective, Number:
		default:
			if tok.Tag != "VBN" {
				return false
			}
		}
	}
	return false
}

// separate reports whether the noun at j begins a phrase of its own after the
// head: a time word, or a name after a whole name.
func (c *chunker) separate(head, j int) bool {
	tok := &c.s.Tokens[j]
	switch {
	case timeAdverbs[tok.Lower]:
		return true
	case weekdays[tok.Lower], months[tok.Lower] && tok.Lower != "may":
		return !(j+1 < len(c.s.Tokens) && c.s.Tokens[j+1].Class == Noun && c.s.Tokens[head].Class != Noun)
	case !c.s.Caps && c.s.Tokens[head].Class == Noun && !c.s.Tokens[head].Caps && tok.Class == Name:
		return !c.bearsName(head) && c.verbAfterName(j)
	}
	return timeAdverbs[c.s.Tokens[head].Lower]
}

// twoNames reports whether a name of the register that begins after a head
// begins a phrase of its own: the head is itself a name and no title.
func (c *chunker) twoNames(start, head, n int) bool {
	if len(c.names[n].entries) == 0 || c.s.Tokens[head].Class != Name || c.inside[head] == n+1 {
		return false
	}
	_, title := lexicon.TitleOf(c.s.Tokens[head].Lower)
	_, noun := lexicon.HeadOf(c.s.Tokens[head].Lower)
	return !title && !noun && !lexicon.Common(c.s.Tokens[head].Lower) && c.countriesOf(&c.s.Tokens[head]) == nil && start <= head
}

// bearsName reports whether a noun may stand before a name in one phrase:
// "spokesman Luis Artola", "the rebel group MLF".
func (c *chunker) bearsName(j int) bool {
	lower := c.s.Tokens[j].Lower
	if _, title := lexicon.TitleOf(lower); title {
		return true
	}
	h, ok := lexicon.HeadOf(lower)
	return ok && (h.Kind == "person" || h.Kind == "group" && lower != "caliphate" || h.Kind == "organization")
}

// verbAfterName reports whether the name at j is followed by a verb, so that it
// is the subject of a clause of its own: "the land the MLF held".
func (c *chunker) verbAfterName(j int) bool {
	if n := c.inside[j]; n > 0 {
		j = c.names[n-1].last - 1
	}
	for j++; j < len(c.s.Tokens); j++ {
		switch c.s.Tokens[j].Class {
		case Name, Adverb:
		case Verb, Auxiliary:
			return true
		default:
			return false
		}
	}
	return false
}

// timeAt returns the end of a date or time word at token j, or j.
func (c *chunker) timeAt(j int) int {
	tokens := c.s.Tokens
	lower := func(k int) string {
		if k < len(tokens) {
			return tokens[k].Lower
		}
		return ""
	}
	number := func(k int) bool { return k < len(tokens) && isNumber(tokens[k].Lower) }
	switch {
	case timeAdverbs[lower(j)]:
		return j + 1
	case number(j) && months[lower(j+1)]:
		if number(j + 2) {
			return j + 3
		}
		return j + 2
	case months[lower(j)] && number(j+1):
		if lower(j+2) == "," && number(j+3) {
			return j + 4
		}
		return j + 2
	case weekdays[lower(j)] && (j+1 >= len(tokens) || tokens[j+1].Class != Noun):
		return j + 1
	case months[lower(j)] && (tokens[j].Class == Name || tokens[j].Class == Noun) && (j+1 >= len(tokens) || tokens[j+1].Class != Name && tokens[j+1].Class != Noun):
		return j + 1
	case number(j) && len(lower(j)) == 4 && lower(j)[0] <= '2' && lower(j) >= "1400" && (j+1 >= len(tokens) || tokens[j+1].Class != Noun && tokens[j+1].Class != Adjective && tokens[j+1].Class != Name):
		return j + 1
	}
	return j
}

// personal are the pronouns that can be a source or a party.
var personal = setOf("he she it they we i you him her them us me who himself herself themselves itself")

func (c *chunker) pronoun(j int) Phrase {
	p := Phrase{First: j, Last: j + 1, Head: j, Core: j, Chain: NoChain, Span: c.s.Tokens[j].Span}
	switch c.s.Tokens[j].Lower {
	case "he", "she", "him", "her", "i", "me", "himself", "herself":
		p.Kind = Person
	case "they", "them", "themselves":
		p.Plural = true
	case "we", "us":
		p.Kind, p.Plural = Person, true
	case "who", "you":
		p.Kind = Person
	}
	return p
}

func (c *chunker) add(p Phrase) {
	p.Chain = NoChain
	p.Span = c.s.SpanOf(p.First, p.Last)
	c.s.Phrases = append(c.s.Phrases, p)
}

// describe adds the phrase of tokens [first, last) with its kind.
func (c *chunker) describe(first, last, head int) {
	p := Phrase{First: first, Last: last, Head: head, Core: head}
	c.kind(&p)
	c.add(p)
}

// modifiers adds the names and forces that stand inside a phrase before its
// head: "a Maran army spokesman" holds "Maran army".
func (c *chunker) modifiers(first, last, head int) {
	core := c.s.Phrases[len(c.s.Phrases)-1].Core
	for j := first; j < core; j++ {
		if n := c.inside[j]; n > 0 {
			nm := c.names[n-1]
			if nm.last <= core && nm.last-nm.first < last-first {
				c.describe(nm.first, nm.last, nm.last-1)
			}
			j = nm.last - 1
			continue
		}
		tok := &c.s.Tokens[j]
		h, ok := lexicon.HeadOf(tok.Lower)
		switch {
		case ok && j < head && h.Kind == "weapon" && tok.Class == Noun && weaponModifies[c.s.Tokens[head].Lower]:
			c.describe(j, j+1, j)
			continue
		case ok && j < head && (h.Kind == "force" || h.Kind == "state") && (tok.Class == Noun || c.s.Caps) && tok.Lower != "military":
			from := j
			for from > first && (c.s.Tokens[from-1].Class == Adjective || c.s.Tokens[from-1].Class == Name) && capitalisedOrCaps(c.s, from-1) {
				from--
			}
			if (tok.Lower == "forces" || tok.Lower == "force" || tok.Lower == "guard") && from == j && j > first && forceWords[c.s.Tokens[j-1].Lower] {
				from = j - 1
			}
			c.describe(from, j+1, j)
		case tok.Class == Name && c.countryName(j):
			c.describe(j, j+1, j)
		}
	}
}

// weaponModifies are the nouns before which a weapon keeps its sense: "a car
// bomb attack", "machine-gun fire".
var weaponModifies = setOf("attack attacks blast blasts explosion explosions fire charge charges burst bursts shot shots wound wounds round rounds assault assaults raid raids strike strikes detonation")

func capitalisedOrCaps(s *Sentence, j int) bool { return s.Caps || capitalised(s.Tokens[j].Text) }

func (c *chunker) countryName(j int) bool {
	found := c.lookup(c.s.Tokens[j].Text)
	return len(found) > 0 && isCountry(found)
}

var forceWords = setOf("armed security government air naval special police peacekeeping army military public defense defence federal national royal coalition")

// normal is a name as it is compared: lower case, without article and stops.
func normal(text string) string {
	text = strings.Join(strings.Fields(lowered(text)), " ")
	for _, article := range []string{"the ", "a ", "an "} {
		text = strings.TrimPrefix(text, article)
	}
	return strings.ReplaceAll(text, ".", "")
}
