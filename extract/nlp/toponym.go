package nlp

import (
	"slices"
	"strings"

	"ascribe"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
)

// A toponym is a name of a place where no phrase is one: in the name of a body
// ("the Talvik police"), before a noun ("a Talvik court"), of a country that acts.
type toponym struct {
	sentence, first, last int // tokens [first, last)
	span                  ascribe.Span
	key                   string
}

// toponyms finds the names of places that the phrases leave out, and gives each
// to the place of its name.
func (j *joiner) toponyms(entities []*entity) []*entity {
	places := map[string]*entity{}
	covered := make([][]bool, len(j.a.Sentences))
	for i := range j.a.Sentences {
		covered[i] = make([]bool, len(j.a.Sentences[i].Tokens))
	}
	for _, e := range entities {
		if e.kind != Location {
			continue
		}
		if e.named && places[e.key] == nil {
			places[e.key] = e
		}
		for _, m := range e.mentions {
			p := j.phrase(m)
			for k := p.Core; k <= p.Head; k++ {
				covered[m.sentence][k] = true
			}
		}
	}
	t := toponymFinder{joiner: j, places: places, covered: covered}
	t.typed()
	t.repeated()
	slices.SortFunc(t.found, func(a, b toponym) int { return a.span.Start - b.span.Start })
	for _, found := range t.found {
		e := places[found.key]
		if e == nil {
			e = &entity{kind: Location, named: true, key: found.key, places: j.lookup(found.key)}
			if e.places == nil {
				e.places = j.likely(found.key)
			}
			places[found.key] = e
			entities = append(entities, e)
		}
		e.toponyms = append(e.toponyms, found)
	}
	return entities
}

const longestPlace = 6 // tokens

type toponymFinder struct {
	*joiner
	places  map[string]*entity // by key
	covered [][]bool           // the tokens that name a place already
	found   []toponym
}

// typed takes what the recogniser calls a place, and the place that begins or
// ends the name of a body or building.
func (t *toponymFinder) typed() {
	for i := range t.a.Sentences {
		s := &t.a.Sentences[i]
		if s.Block == ascribe.Furniture {
			continue
		}
		for k := range s.Entities {
			e := &s.Entities[k]
			switch e.Type {
			case GPEName, LocName:
				t.whole(i, e)
			case OrgName, FacName, ArmedGroup:
				t.inside(i, e)
			default:
			}
		}
	}
}

// whole takes a name for a place's. Words of direction before it are no part of
// it where the gazetteer has it without them only: "southwest Velm".
func (t *toponymFinder) whole(i int, e *Entity) {
	s := &t.a.Sentences[i]
	first, last := e.First, e.Last
	for first < last && (s.Tokens[first].Class == Determiner || s.Tokens[first].Class == Mark) {
		first++
	}
	for last > first && (s.Tokens[last-1].Tag == "POS" || s.Tokens[last-1].Class == Mark) {
		last--
	}
	for first < last-1 && partWords[s.Tokens[first].Lower] && t.lookup(t.key(s, s.SpanOf(first, last), last)) == nil {
		first++
	}
	if first == last || last-first > longestPlace || !hasLetter(s.Text(t.a.Document, first, last)) {
		return
	}
	if own := e.Span.Of(t.a.Document.Text); first == e.First && last == e.Last && t.lookup(normal(own)) != nil {
		t.enter(toponym{i, first, last, e.Span, t.key(s, e.Span, last)}) // "Sarvia" in "Sarvia-backed"
		return
	}
	if last == first+1 && (months[s.Tokens[first].Lower] || weekdays[s.Tokens[first].Lower] || shortDays[s.Tokens[first].Lower]) {
		return
	}
	if known := t.lookup(t.key(s, s.SpanOf(first, last), last)); known == nil && (last-first == 1 && t.people[s.Tokens[first].Lower] || s.Caps) {
		return
	}
	t.take(i, first, last)
}

// take enters tokens [first, last).
func (t *toponymFinder) take(i, first, last int) {
	s := &t.a.Sentences[i]
	span := s.SpanOf(first, last)
	t.enter(toponym{i, first, last, span, t.key(s, span, last)})
}

// key is a name as places are filed, with the word for its kind that follows it
// at token last: "Velm province" is not the town of Velm.
func (t *toponymFinder) key(s *Sentence, span ascribe.Span, last int) string {
	name := normal(span.Of(t.a.Document.Text))
	if last < len(s.Tokens) && divisionNouns[s.Tokens[last].Lower] {
		if long := name + " " + s.Tokens[last].Lower; t.lookup(long) != nil {
			return long
		}
	}
	return name
}

var shortDays = setOf("mon tue tues wed thu thur thurs fri sat sun mon. tue. tues. wed. thu. thurs. fri. sat. sun.")

var divisionNouns = setOf("province department governorate state county oblast")

func hasLetter(text string) bool { return strings.ContainsFunc(text, isLetter) }

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0x80 }

func (t *toponymFinder) enter(n toponym) {
	covered := t.covered[n.sentence][n.first:n.last]
	if slices.Contains(covered, true) {
		return
	}
	for k := range covered {
		covered[k] = true
	}
	t.found = append(t.found, n)
}

// inside takes the place that a body or building is called after: at the
// beginning of its name, where a word for what it is follows ("Talvik police",
// "Velm County Court"), or after "of" ("University of Talvik").
func (t *toponymFinder) inside(i int, e *Entity) {
	s := &t.a.Sentences[i]
	first := e.First
	if s.Tokens[first].Class == Determiner {
		first++
	}
	for k := first + 1; k < e.Last-1; k++ {
		if s.Tokens[k].Lower == "of" && bodyWord(s.Tokens[k-1].Lower) && t.longest(i, k+1, e.Last, e.Last) > 0 {
			t.take(i, k+1, t.longest(i, k+1, e.Last, e.Last))
			return
		}
	}
	if last := t.longest(i, first, e.Last-1, e.Last); last > 0 {
		t.take(i, first, last)
	}
}

// longest returns the end of the longest place name that begins at first and
// ends at limit at most, or 0. What follows it in the name, which ends at end,
// must tell that the name is a place's.
func (t *toponymFinder) longest(i, first, limit, end int) int {
	s := &t.a.Sentences[i]
	for last := min(limit, first+longestPlace); last > first; last-- {
		found := t.lookup(normal(s.Text(t.a.Document, first, last)))
		if found == nil {
			continue
		}
		if last == first+1 && !t.placeWord(s, first) {
			return 0
		}
		if last == end || t.places[normal(s.Text(t.a.Document, first, last))] != nil || bodyWord(s.Tokens[last].Lower) && known(found) {
			return last
		}
	}
	return 0
}

// placeWord reports whether a single word may name a place inside another name:
// it is no common word, no first name and nobody's surname.
func (t *toponymFinder) placeWord(s *Sentence, k int) bool {
	w := s.Tokens[k].Lower
	return !lexicon.Common(w) && !lexicon.FirstName(w) && !t.people[w] && !directions[w] && len(w) > 2
}

// known reports whether news far away would know the place.
func known(found []gazetteer.Entry) bool {
	return found[0].Kind != gazetteer.Town || found[0].Population >= 5_000
}

// bodyWord reports whether a word tells what a body or building is.
func bodyWord(lower string) bool {
	if _, ok := lexicon.OrgWord(lower); ok || localBodies[lower] {
		return true
	}
	h, ok := lexicon.HeadOf(lower)
	return ok && (h.Kind == "facility" || h.Kind == "organization" || h.Kind == "force" || h.Kind == "state")
}

// localBodies are words of the names of local bodies.
var localBodies = setOf(`city county town township parish state district area regional metropolitan metro municipal central community public
	police sheriff sheriff's fire high middle elementary junior medical memorial circuit superior supreme appeals criminal common
	international national general military security provincial governorate local chamber board health water road highway`)

// repeated takes the names that the document has as places elsewhere where they
// stand again and nothing else is made of them.
func (t *toponymFinder) repeated() {
	longest := 0
	keys := map[string]bool{}
	for key := range t.places {
		keys[key] = true
	}
	for _, f := range t.found {
		keys[f.key] = true
	}
	for key := range keys {
		longest = max(longest, strings.Count(key, " ")+1)
	}
	longest = min(longest, longestPlace)
	for i := range t.a.Sentences {
		s := &t.a.Sentences[i]
		if s.Block == ascribe.Furniture || s.Block == ascribe.Byline {
			continue
		}
		personal := t.personal(s)
		for k := 0; k < len(s.Tokens); k++ {
			if s.Tokens[k].Class != Name && !s.Tokens[k].Caps || personal[k] || t.covered[i][k] {
				continue
			}
			for last := min(k+longest, len(s.Tokens)); last > k; last-- {
				if key := normal(s.Text(t.a.Document, k, last)); keys[key] && len(t.lookup(key)) > 0 && t.stands(s, k, last) {
					t.take(i, k, last)
					k = last - 1
					break
				}
			}
		}
	}
}

// stands reports whether a name that is a place's elsewhere may be one here: it
// is no part of a longer name of something that the recogniser has no word for.
func (t *toponymFinder) stands(s *Sentence, first, last int) bool {
	if last == first+1 && lexicon.Common(s.Tokens[first].Lower) && s.Caps {
		return false
	}
	return first == 0 || !lexicon.FirstName(s.Tokens[first-1].Lower)
}

// personal marks the tokens of persons' names and of peoples.
func (t *toponymFinder) personal(s *Sentence) []bool {
	out := make([]bool, len(s.Tokens))
	for _, e := range s.Entities {
		if e.Type == PersonName || e.Type == NorpName || e.Type == DateText || e.Type == NumberText {
			for k := e.First; k < e.Last; k++ {
				out[k] = true
			}
		}
	}
	return out
}

// spans are where a place is named, in the order of the text.
func (j *joiner) spans(e *entity) []ascribe.Span {
	var out []ascribe.Span
	for _, m := range e.mentions {
		out = append(out, j.wording(m))
	}
	if len(e.toponyms) == 0 {
		return out
	}
	for _, t := range e.toponyms {
		out = append(out, t.span)
	}
	slices.SortFunc(out, func(a, b ascribe.Span) int { return a.Start - b.Start })
	return out
}
