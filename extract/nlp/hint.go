package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe"
	"ascribe/extract/feature"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
)

// A Hinter tells the recogniser of names what the lexicons, the register and the
// gazetteer know of the words of a document. It keeps what it has looked up and
// is for one goroutine.
type Hinter struct {
	reg    *lexicon.Register
	places gazetteer.Names
	words  map[string]feature.Hint
	names  map[string]match
}

// A match is what a run of words is the name of, and whether a longer name begins
// so.
type match struct {
	place, actor feature.Hint
	more         bool
}

// NewHinter returns a hinter for the register and the gazetteer.
func NewHinter(reg *lexicon.Register, places gazetteer.Names) *Hinter {
	return &Hinter{reg: reg, places: places, words: map[string]feature.Hint{}, names: map[string]match{}}
}

// keptHints is how many wordings a hinter keeps before it forgets them all.
const keptHints = 1 << 14

// longestHint is how many words a name may have to be found.
const longestHint = 7

// Hints appends to out what is known of the words of a sentence. Where tells is
// false their capitals count for nothing.
func (h *Hinter) Hints(out []feature.Hint, text string, words []ascribe.Span, tells bool) []feature.Hint {
	if len(h.names) > keptHints {
		clear(h.names)
		clear(h.words)
	}
	begin := len(out)
	for _, w := range words {
		out = append(out, h.word(feature.Lower(w.Of(text))))
	}
	hints := out[begin:]
	placed, acted := 0, 0 // words before these are inside names
	for i := range words {
		if !h.mayBegin(text, words[i], tells) {
			continue
		}
		place, actor := h.longest(text, words[i:], tells)
		if place.words > 0 && i >= placed {
			mark(hints[i:i+place.words], place.hint, feature.PlaceFirst, feature.PlaceInside)
			placed = i + place.words
		}
		if actor.words > 0 && i >= acted {
			mark(hints[i:i+actor.words], 0, actor.hint, actor.hint<<1)
			acted = i + actor.words
		}
	}
	return out
}

// mark sets all on every word, first on the first and inside on the others.
func mark(hints []feature.Hint, all, first, inside feature.Hint) {
	for i := range hints {
		hints[i] |= all
		if i == 0 {
			hints[i] |= first
		} else {
			hints[i] |= inside
		}
	}
}

// mayBegin tells whether a name may begin with a word: where capitals tell, one
// that begins with a capital or an article of Arabic.
func (h *Hinter) mayBegin(text string, w ascribe.Span, tells bool) bool {
	word := w.Of(text)
	r, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsLetter(r) {
		return false
	}
	return !tells || unicode.IsUpper(r) || arabicArticles[feature.Lower(word)]
}

var arabicArticles = setOf("al el ad ar as ash at az")

// A reach is how many words a hint covers.
type reach struct {
	words int
	hint  feature.Hint
}

// longest finds the longest place and the longest actor that the words begin
// with.
func (h *Hinter) longest(text string, words []ascribe.Span, tells bool) (place, actor reach) {
	for n := 1; n <= min(longestHint, len(words)); n++ {
		span := ascribe.Span{Start: words[0].Start, End: words[n-1].End}
		if span.End-span.Start > 80 {
			break
		}
		key := feature.Lower(span.Of(text))
		if strings.ContainsAny(key, "\n\r\t") || strings.Contains(key, "  ") {
			key = strings.Join(strings.Fields(key), " ")
		}
		m, ok := h.names[key]
		if !ok {
			m = h.match(key)
			h.names[key] = m
		}
		if tells || n > 1 || !lexicon.Common(key) {
			if m.place != 0 {
				place = reach{n, m.place &^ feature.PlaceFirst}
			}
			if m.actor != 0 && h.written(key, span.Of(text), tells) {
				actor = reach{n, m.actor}
			}
		}
		if !m.more && (n == len(words) || words[n].Of(text) != "-") {
			break
		}
	}
	return place, actor
}

// written tells whether an acronym that is also a word is written as one: "IS",
// not "is".
func (h *Hinter) written(key, text string, tells bool) bool {
	return !tells || h.reg.Spelled(key) || !h.reg.Proper(key) || text != key
}

// match looks up the wording of a run of words in small letters.
func (h *Hinter) match(key string) match {
	m := match{more: h.reg.Begins(key) || h.places.Begins(key) || strings.HasSuffix(key, "-")}
	if last := key[strings.LastIndexByte(key, ' ')+1:]; len(last) > 1 {
		m.place = placeHint(h.places.Lookup(key))
	}
	if found := h.reg.Lookup(key); len(found) > 0 {
		m.actor = actorHint(found[0].Actor.Kind)
	}
	return m
}

func placeHint(found []gazetteer.Entry) feature.Hint {
	if len(found) == 0 {
		return 0
	}
	hint := feature.PlaceFirst // only says that there is one
	switch found[0].Kind {
	case gazetteer.Country:
		hint |= feature.CountryHint
	case gazetteer.Area, gazetteer.Division1, gazetteer.Division2:
		hint |= feature.AreaHint
	}
	if found[0].Population >= bigPlace {
		hint |= feature.BigPlace
	}
	return hint
}

// bigPlace is the population from which a name is more likely that of the place.
const bigPlace = 100_000

func actorHint(k ascribe.ActorKind) feature.Hint {
	switch k {
	case ascribe.RebelGroup, ascribe.PoliticalMilitia, ascribe.IdentityMilitia:
		return feature.GroupFirst
	case ascribe.StateForces, ascribe.Government, ascribe.ExternalForces:
		return feature.ForceFirst
	case ascribe.PublicFigure:
		return feature.FigureFirst
	}
	return feature.BodyFirst
}

// word returns what is known of a single word in small letters.
func (h *Hinter) word(lower string) feature.Hint {
	hint, ok := h.words[lower]
	if ok {
		return hint
	}
	if lexicon.FirstName(lower) {
		hint |= feature.FirstName
	}
	if lexicon.Surname(lower) {
		hint |= feature.Surname
	}
	if _, ok := lexicon.TitleOf(lower); ok {
		hint |= feature.TitleHint
	}
	if lexicon.Common(lower) {
		hint |= feature.CommonWord
	}
	if len(h.places.Demonym(lower)) > 0 {
		hint |= feature.Demonym
	}
	if kind, ok := lexicon.OrgWord(lower); ok {
		hint |= orgWordHint(kind)
	}
	if head, ok := lexicon.HeadOf(lower); ok {
		hint |= headHint(head.Kind)
	}
	h.words[lower] = hint
	return hint
}

func orgWordHint(kind string) feature.Hint {
	switch kind {
	case "group":
		return feature.GroupWord
	case "force":
		return feature.ForceWord
	case "facility":
		return feature.FacilityWord
	case "place":
		return feature.PlaceWord
	}
	return feature.BodyWord
}

func headHint(kind string) feature.Hint {
	switch kind {
	case "person":
		return feature.PersonHead
	case "group", "force":
		return feature.GroupHead
	case "facility":
		return feature.FacilityHead
	case "weapon":
		return feature.WeaponHead
	case "time":
		return feature.TimeHead
	case "quantity":
		return feature.QuantityHead
	}
	return 0
}
