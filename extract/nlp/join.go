package nlp

import (
	"slices"
	"strings"
	"unicode"

	"ascribe"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
)

// joinName joins a named phrase with the chain of its name: the same name, the
// register's aliases, the acronym of the name, a person's surname.
func (j *joiner) joinName(m mention, s *Sentence, p *Phrase) {
	if !p.Named || !chained(p.Kind) && p.Kind != Facility && p.Kind != OtherPhrase {
		return
	}
	key := normal(s.Text(j.a.Document, p.Core, p.Head+1))
	entries, places := j.reg.Lookup(key), j.lookup(key)
	var entry *lexicon.Entry
	if len(entries) > 0 && p.Kind != Location && j.writtenAsName(s, p.Core, p.Head+1, key) {
		entry = j.choose(entries)
		key = string(entry.Actor.ID)
	}
	class := "a:"
	if p.Kind == Location || p.Kind == Facility {
		class = "l:"
	} else if long := j.acronyms[key]; long != "" && entry == nil {
		key = long
	}
	if e := j.byKey[class+key]; e != nil && agree(e, p) {
		j.extend(m, s, p, e)
		return
	}
	if e := j.sameSurname(key, p); e != nil {
		j.extend(m, s, p, e)
		j.know(class+key, key, e)
		return
	}
	if p.Kind == OtherPhrase && entry == nil {
		if len(places) == 0 || j.byKey["l:"+key] == nil {
			j.orphan(m, p, class+key)
			return
		}
		p.Kind = Location
		j.extend(m, s, p, j.byKey["l:"+key])
		return
	}
	e := j.start(m, p, key)
	if places == nil && p.Kind == Location {
		places = j.likely(key)
	}
	e.entry, e.places = entry, places
	if entry != nil && entry.Actor.Home() != "" {
		e.country = entry.Actor.Home()
	}
	name := key
	if entry != nil {
		name = normal(entry.Actor.Names[0].Text)
	}
	j.know(class+key, name, e)
	j.say(s, p, e)
}

// orphan keeps a name that nothing tells the kind of, in case a later mention
// does.
func (j *joiner) orphan(m mention, p *Phrase, key string) {
	e := j.start(m, p, key[2:])
	j.know(key, key[2:], e)
}

// know files an entity under a key and, when it may be a person, under each word
// of its name.
func (j *joiner) know(key, name string, e *entity) {
	j.byKey[key] = e
	e.keys = append(e.keys, key)
	if e.kind != Person && e.kind != OtherPhrase {
		return
	}
	for part := range strings.FieldsSeq(name) {
		list := j.byPart[part]
		if len(list) > 0 && list[len(list)-1] == e {
			continue
		}
		if len(list) >= maxNamesakes {
			list = list[1:]
		}
		j.byPart[part] = append(list, e)
	}
}

// maxNamesakes bounds how many who share a word of their names are weighed.
const maxNamesakes = 16

func (j *joiner) extend(m mention, s *Sentence, p *Phrase, e *entity) {
	j.put(m, e)
	if e.kind == OtherPhrase {
		e.kind = p.Kind
	}
	if e.country == "" {
		e.country = p.Country
	}
	e.named = e.named || p.Named
	if e.role == "" || e.role == "honorific" {
		e.role = p.Role
	}
	j.say(s, p, e)
}

// say notes what a wording tells of a person: titles, office, gender.
func (j *joiner) say(s *Sentence, p *Phrase, e *entity) {
	if e.kind != Person {
		return
	}
	for k := p.First; k < p.Last; k++ {
		lower := s.Tokens[k].Lower
		if k >= p.Core && p.Named {
			break
		}
		if t, ok := lexicon.TitleOf(lower); ok {
			e.titles[strings.TrimSuffix(lower, ".")] = true
			e.public = e.public || t.Public || t.Role == "leader" && j.ofArmed(s, p)
		}
		if h, ok := lexicon.HeadOf(lower); ok && h.Kind == "person" {
			e.titles[lower] = true
			e.public = e.public || h.Role == "office" || (h.Role == "leader" || h.Role == "spokesman") && j.ofArmed(s, p)
		}
		switch lower {
		case "mr", "mr.", "spokesman", "businessman", "congressman", "father", "son", "king", "prince":
			e.gender = 'm'
		case "mrs", "mrs.", "ms", "ms.", "miss", "spokeswoman", "congresswoman", "mother", "daughter", "queen":
			e.gender = 'f'
		}
	}
}

// ofArmed reports whether a description ties a person to a government, a force or
// an armed group: "a rebel commander", "spokesman for the MLF".
func (j *joiner) ofArmed(s *Sentence, p *Phrase) bool {
	end := p.Last
	if end+1 < len(s.Tokens) && (s.Tokens[end].Lower == "of" || s.Tokens[end].Lower == "for") {
		for k := range s.Phrases {
			if q := &s.Phrases[k]; q.First == end+1 {
				return q.Kind == Group || q.Kind == Force || q.Kind == State
			}
		}
	}
	for k := range s.Phrases {
		if q := &s.Phrases[k]; q.First >= p.First && q.Last <= p.Last && (q.Kind == Group || q.Kind == Force || q.Kind == State) {
			return true
		}
	}
	for k := p.First; k < p.Head; k++ {
		if w := s.Tokens[k].Lower; rebelWords[w] || w == "army" || w == "military" || w == "police" || w == "government" {
			return true
		}
	}
	return false
}

// agree reports whether a phrase can name what the entity is.
func agree(e *entity, p *Phrase) bool {
	if e.kind == p.Kind || e.kind == OtherPhrase || p.Kind == OtherPhrase {
		return true
	}
	return (e.kind == Person) == (p.Kind == Person)
}

// sameSurname finds the person whom a shorter or longer form of the name means.
func (j *joiner) sameSurname(key string, p *Phrase) *entity {
	if p.Kind != Person && p.Kind != OtherPhrase || len(key) < 3 {
		return nil
	}
	parts := strings.Fields(key)
	for _, part := range parts {
		list := j.byPart[part]
		for i := len(list) - 1; i >= 0; i-- {
			e := list[i]
			if !e.named || e.kind != Person && e.kind != OtherPhrase || e.kind == OtherPhrase && p.Kind == OtherPhrase || len(e.mentions) == 0 {
				continue
			}
			have := strings.Fields(e.key)
			if e.entry != nil {
				have = strings.Fields(strings.ToLower(e.entry.Actor.Names[0].Text))
			}
			if len(parts) != len(have) && (partOf(parts, have) || partOf(have, parts)) {
				return e
			}
		}
	}
	return nil
}

// partOf reports whether a short name can stand for a long one: its surname, one
// of two surnames, or some of its parts in their order ("Jose Vidal" for "Jose
// Luis Vidal Rey").
func partOf(short, long []string) bool {
	if len(short) == 0 || len(short) >= len(long) {
		return false
	}
	if len(short) == 1 {
		for i, part := range long {
			if part == short[0] {
				return i > 0 && !nameParticles[part] && len(part) > 2
			}
		}
		return false
	}
	if slices.Equal(short, long[len(long)-len(short):]) {
		return true
	}
	k := 0
	for _, part := range long {
		if k < len(short) && (part == short[k] || len(short[k]) == 1 && strings.HasPrefix(part, short[k])) {
			k++
		}
	}
	return k == len(short) && short[0] == long[0]
}

// joinBracket joins a name in brackets with the name before them: "Maran
// Liberation Front (MLF)".
func (j *joiner) joinBracket(m mention, s *Sentence, p *Phrase) {
	if m.phrase == 0 || p.Last-p.First != 1 || !bracketed(s, p.First) || !upperWord(s.Tokens[p.First].Text) {
		return
	}
	var before *Phrase
	at := m
	for k := m.phrase - 1; k >= 0; k-- {
		if s.Phrases[k].Last <= p.First-1 && s.Phrases[k].Last >= p.First-2 {
			before, at.phrase = &s.Phrases[k], k
			break
		}
	}
	if before == nil {
		return
	}
	for k := at.phrase - 1; k >= 0 && s.Phrases[k].Last == before.Last; k-- {
		before, at.phrase = &s.Phrases[k], k // the outermost
	}
	if !standsFor(s.Tokens[p.First].Text, s.Text(j.a.Document, before.First, before.Last)) {
		return
	}
	long, short := j.of[at], j.of[m]
	if long == nil {
		if before.Kind == OtherPhrase && short != nil {
			before.Kind = short.kind
		}
		before.Named = true
		before.Core = firstCapital(s, before)
		if short != nil {
			short.kind = orKind(short.kind, before.Kind)
			j.extend(at, s, before, short)
			return
		}
		long = j.start(at, before, normal(s.Text(j.a.Document, before.Core, before.Head+1)))
	}
	if short == nil || short == long {
		return
	}
	j.merge(long, short)
}

func orKind(a, b PhraseKind) PhraseKind {
	if a == OtherPhrase {
		return b
	}
	return a
}

// firstCapital is where the capitalised part of a phrase begins.
func firstCapital(s *Sentence, p *Phrase) int {
	for k := p.First; k < p.Head; k++ {
		if s.Tokens[k].Class != Determiner && capitalisedOrCaps(s, k) {
			return k
		}
	}
	return p.Head
}

// merge makes one entity of two, under the names of both.
func (j *joiner) merge(into, from *entity) {
	if into.kind == OtherPhrase || into.entry == nil && from.entry != nil {
		into.kind = orKind(from.kind, into.kind)
	}
	if into.entry == nil {
		into.entry = from.entry
	}
	if into.country == "" {
		into.country = from.country
	}
	into.named = into.named || from.named
	for _, m := range from.mentions {
		j.of[m] = into
	}
	into.mentions = append(into.mentions, from.mentions...)
	from.mentions = nil
	for _, key := range from.keys {
		j.byKey[key] = into
	}
	into.keys = append(into.keys, from.keys...)
	j.touch(into)
}

// upperWord reports whether a word is an acronym by its looks.
func upperWord(text string) bool {
	upper := 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			upper++
		case !unicode.IsDigit(r) && r != '-' && r != '.' && r != 's':
			return false
		}
	}
	return upper >= 2 && len(text) <= 12
}

// standsFor reports whether at least half of an acronym's letters are initials
// of the words, and the first of some word is one: names come translated while
// their acronyms stay.
func standsFor(acronym, words string) bool {
	left := map[rune]int{}
	for w := range strings.FieldsSeq(strings.ReplaceAll(words, "-", " ")) {
		for _, r := range w {
			left[unicode.ToUpper(r)]++
			break
		}
	}
	hit, all := 0, 0
	for _, r := range acronym {
		if !unicode.IsLetter(r) {
			continue
		}
		all++
		if u := unicode.ToUpper(r); left[u] > 0 {
			left[u]--
			hit++
		}
	}
	return all >= 2 && 2*hit >= all && len(strings.Fields(words)) >= 2
}

// defineAcronyms notes the acronyms that the document itself spells out.
func (r *reader) defineAcronyms() {
	for i := range r.a.Sentences {
		s := &r.a.Sentences[i]
		for k := 2; k+1 < len(s.Tokens); k++ {
			if !bracketed(s, k) || !upperWord(s.Tokens[k].Text) {
				continue
			}
			end := k - 1
			if s.Tokens[end-1].Class == CloseQuote {
				end--
			}
			first := end
			for first > 0 && end-first < longestName && (isWord(&s.Tokens[first-1]) && (s.Caps || capitalised(s.Tokens[first-1].Text)) || nameLinks[s.Tokens[first-1].Lower] || s.Tokens[first-1].Lower == "the") {
				first--
				if s.Tokens[first].Lower == "the" {
					first++
					break
				}
			}
			if first < end-1 && standsFor(s.Tokens[k].Text, s.Text(r.a.Document, first, end)) {
				r.acronyms[s.Tokens[k].Lower] = normal(s.Text(r.a.Document, first, end))
			}
		}
	}
}

// guessAcronyms joins an acronym that the document never spells out in brackets
// to the one name of three words and more that it is the initials of: "the MLF"
// where the Maran Liberation Front is named.
func (r *reader) guessAcronyms() {
	names := map[string]string{} // initials → name; "" when two names share them
	for i := range r.a.Sentences {
		s := &r.a.Sentences[i]
		if s.Caps || titleCase(s) {
			continue
		}
		for k := 0; k < len(s.Tokens); k++ {
			first := k
			for k < len(s.Tokens) && k-first < longestName && isWord(&s.Tokens[k]) && capitalised(s.Tokens[k].Text) && s.Tokens[k].Lower != "the" {
				k++
			}
			if k-first < 3 {
				continue
			}
			var initials strings.Builder
			for j := first; j < k; j++ {
				initials.WriteString(s.Tokens[j].Text[:1])
			}
			name, key := normal(s.Text(r.a.Document, first, k)), strings.ToLower(initials.String())
			if old, ok := names[key]; ok && old != name {
				name = ""
			}
			names[key] = name
		}
	}
	for i := range r.a.Sentences {
		s := &r.a.Sentences[i]
		for k := range s.Tokens {
			tok := &s.Tokens[k]
			if name := names[tok.Lower]; name != "" && !s.Caps && upperWord(tok.Text) && r.acronyms[tok.Lower] == "" && r.reg.Lookup(tok.Lower) == nil {
				r.acronyms[tok.Lower] = name
			}
		}
	}
}

func isWord(tok *Token) bool {
	return tok.Class != Mark && tok.Class != OpenQuote && tok.Class != CloseQuote && tok.Class != Particle
}

// findCountry sets the country that the document speaks of most.
func (r *reader) findCountry() {
	r.nations = map[string]int{}
	counts := r.nations
	for i := range r.a.Sentences {
		s := &r.a.Sentences[i]
		if s.Block != ascribe.Body && s.Block != ascribe.Title && s.Block != ascribe.Dateline {
			continue
		}
		for k := range s.Tokens {
			tok := &s.Tokens[k]
			if tok.Class != Word && tok.Class != Name && tok.Class != Adjective && tok.Class != Noun || !s.Caps && !capitalised(tok.Text) {
				continue
			}
			for _, c := range r.countriesOf(tok) {
				counts[c]++
				if counts[c] > counts[r.country] || counts[c] == counts[r.country] && c < r.country {
					r.country = c
				}
			}
		}
	}
}

// countriesOf returns the countries that a word names, or whose people it does.
func (r *reader) countriesOf(tok *Token) []string {
	if c, ok := r.codes[tok.Lower]; ok {
		return c
	}
	codes := r.places.Demonym(tok.Lower)
	if len(codes) != 1 {
		codes = nil
		if c := r.namedCountry(tok.Lower); c != "" {
			codes = []string{c}
		}
	}
	r.codes[tok.Lower] = codes
	return codes
}

// namedCountry is the country of a name, with or without an "s" that lost its
// apostrophe ("Sarvias"), or "".
func (r *reader) namedCountry(name string) string {
	if found := r.lookup(name); isCountry(found) {
		return found[0].Country
	}
	if stem, ok := strings.CutSuffix(name, "s"); ok && len(stem) > 3 {
		if found := r.lookup(stem); isCountry(found) {
			return found[0].Country
		}
	}
	return ""
}

// lookup asks the gazetteer once for each name of a document.
func (r *reader) lookup(name string) []gazetteer.Entry {
	if found, ok := r.known[name]; ok {
		return found
	}
	found := r.places.Lookup(name)
	r.known[name] = found
	return found
}
