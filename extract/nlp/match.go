package nlp

import (
	"strings"

	"ascribe"
	"ascribe/extract/lexicon"
	"ascribe/spell"
)

// match resolves the mention of an actor to the register, and says by which name;
// where it has none, whose name the wording is in another spelling, or only looks
// like, and whether it is anybody's name at all.
func (j *joiner) match(e *entity, c *Chain) {
	m := &c.Mention
	if e.entry != nil {
		how := j.reg.As(e.entry, j.namedAs(e))
		name, otherwise := "", false
		if how.By == ascribe.ByAcronym {
			name, otherwise = j.spelledOtherwise(e.entry, how.Name)
		}
		if !otherwise {
			m.Actor = e.entry.Ref()
			m.Matches = []ascribe.NameMatch{how}
			return
		}
		e.entry, m.Text = nil, name
	}
	if e.kind == Person && e.named {
		m.NoActor = "a person whom the register does not have"
		return
	}
	switch {
	case capitalised(m.Text) && everydayWord(m.Text):
		m.NoActor = "a word of everyday English, and no name"
		return
	case e.kind == Organization && asAPerson(m.Text):
		m.NoActor = "written as a person's name"
		return
	case e.kind != Group && e.kind != Force && e.kind != Organization && e.kind != State && e.kind != Person:
		return
	}
	wording := withoutThe(m.Text)
	entry, how, ok := j.nameIn(wording)
	if !ok && e.named {
		entry, how, ok = j.found(wording)
	}
	if ok && kindOfActor(entry.Actor.Kind) != Person {
		c.Spelled = entry.Ref()
		m.Matches = []ascribe.NameMatch{how}
		return
	}
	if e.named {
		m.Matches = j.reg.Alike(wording)
	}
	if e.named && e.kind == State && e.country != "" { // a country that speaks or acts: its government
		c.Spelled = &ascribe.ActorRef{Name: wording, Kind: ascribe.Government}
	}
}

// found looks a name up that the register has, or spells otherwise.
func (j *joiner) found(wording string) (*lexicon.Entry, ascribe.NameMatch, bool) {
	if entry, ok := j.bearer(wording); ok {
		return entry, j.reg.As(entry, wording), true
	}
	return j.reg.Find(wording, j.country)
}

// nameIn looks a name up that has words after it which only say what it is the
// name of: "Daesh terrorist group".
func (j *joiner) nameIn(wording string) (*lexicon.Entry, ascribe.NameMatch, bool) {
	name := nameBefore(wording)
	if name == wording {
		return nil, ascribe.NameMatch{}, false
	}
	entry, ok := j.bearer(name)
	if !ok || entry.Actor.Kind == ascribe.Government { // the forces of a government are not the government
		return nil, ascribe.NameMatch{}, false
	}
	how := j.reg.As(entry, name)
	how.Because = "“" + name + "” with words that say what it is"
	return entry, how, true
}

// bearer returns the one actor that has a wording for a name, in the case in which
// the register writes it.
func (j *joiner) bearer(name string) (*lexicon.Entry, bool) {
	key := normal(name)
	entries := j.reg.Lookup(key)
	if len(entries) == 0 || !j.reg.Proper(key) || upperOnly(key, j.reg) && !j.reg.Acronym(name) {
		return nil, false
	}
	entry := j.choose(entries)
	return entry, len(entries) == 1 || entry.Actor.In(j.country)
}

// nameBefore cuts the words off the end of a wording that say what kind of group
// the name before them is of.
func nameBefore(wording string) string {
	words := strings.Fields(wording)
	n := len(words)
	if n < 2 || !saysGroup[strings.ToLower(words[n-1])] {
		return wording
	}
	for n--; n > 1 && saysKind[strings.ToLower(words[n-1])]; n-- {
	}
	return strings.Trim(strings.Join(words[:n], " "), "\"“”'‘’")
}

var saysGroup = setOf(`group groups organization organizations organisation organisations fighters fighter militants militant
	terrorists rebels guerrillas insurgents gunmen troops soldiers units forces members elements alliance network`)

var saysKind = setOf(`terrorist terror militant rebel jihadist islamist extremist insurgent guerrilla armed takfiri opposition
	separatist paramilitary monitoring military security`)

// namedAs is the wording of an entity that is its entry's name, or the first of
// its names.
func (j *joiner) namedAs(e *entity) string {
	first := ""
	for _, m := range e.mentions {
		s, p := &j.a.Sentences[m.sentence], j.phrase(m)
		if !p.Named {
			continue
		}
		text := s.Text(j.a.Document, p.Core, p.Head+1)
		if j.reg.As(e.entry, text).By != ascribe.BySpelling {
			return text
		}
		if first == "" {
			first = text
		}
	}
	return first
}

// withoutThe is a name without the article before it.
func withoutThe(text string) string {
	for _, article := range []string{"the ", "The ", "THE "} {
		text = strings.TrimPrefix(text, article)
	}
	return text
}

// everydayWord reports whether a wording is a single word of everyday English that
// stands with a capital: "Office", "Division".
func everydayWord(text string) bool {
	word := spell.Plain(withoutThe(text))
	if strings.ContainsAny(word, " -") || strings.ToUpper(text) == text && len(word) < 5 {
		return false
	}
	if len(lexicon.Words()[word]) > 0 {
		return lexicon.Common(word)
	}
	_, noun := lexicon.HeadOf(word)
	return noun
}

// asAPerson reports whether a name is a first name and one or two others, and no
// word of it says what body it would be.
func asAPerson(text string) bool {
	words := strings.Fields(spell.Plain(withoutThe(text)))
	if len(words) < 2 || len(words) > 3 || !lexicon.FirstName(words[0]) {
		return false
	}
	for _, w := range words {
		_, org := lexicon.OrgWord(w)
		if _, noun := lexicon.HeadOf(w); org || noun {
			return false
		}
	}
	return true
}
