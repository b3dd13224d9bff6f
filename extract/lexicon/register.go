package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"ascribe"
	"ascribe/spell"
)

//go:embed actors.csv
var actorsCSV string

// An Entry is one actor of the register.
type Entry struct {
	Actor ascribe.Actor
}

// Ref returns the entry as a mention resolves to it.
func (e *Entry) Ref() *ascribe.ActorRef {
	ref := e.Actor.Ref()
	return &ref
}

// A Register looks actors up by any of their names. It does not change once it
// is made, and may be used from several goroutines at once.
type Register struct {
	entries  []Entry
	names    map[string][]int // by lower-cased name: indexes into entries
	acronyms map[string]bool  // names that are acronyms, in their own case
	begins   map[string]bool  // beginnings of names of more than one word, lower case
	lower    map[string]bool  // names that are written in lower case
	spelled  map[string]bool  // names that some alias writes with more than capitals

	spellings spellings
}

// NewRegister returns a register of the entries. Earlier entries come first in
// every answer.
func NewRegister(entries ...Entry) *Register {
	r := &Register{
		entries:  entries,
		names:    map[string][]int{},
		acronyms: map[string]bool{},
		begins:   map[string]bool{},
		lower:    map[string]bool{},
		spelled:  map[string]bool{},
	}
	for i := range entries {
		for _, name := range entries[i].Actor.Names {
			if name.Acronym {
				r.acronyms[name.Text] = true
			}
			low := strings.ToLower(name.Text)
			r.lower[low] = r.lower[low] || low == name.Text
			r.spelled[low] = r.spelled[low] || !name.Acronym && name.Text != strings.ToUpper(name.Text)
			r.put(low, i)
			if plain := spell.Plain(name.Text); plain != low {
				r.lower[plain] = r.lower[plain] || low == name.Text
				r.spelled[plain] = r.spelled[plain] || !name.Acronym && name.Text != strings.ToUpper(name.Text)
				r.put(plain, i)
			}
		}
	}
	return r
}

func (r *Register) put(name string, i int) {
	name = strings.ReplaceAll(name, "’", "'")
	if slices.Contains(r.names[name], i) {
		return
	}
	r.names[name] = append(r.names[name], i)
	for at, b := range []byte(name) {
		if b == ' ' {
			r.begins[name[:at]] = true
		}
	}
}

// Lookup returns the entries that carry a name, whatever its case and accents.
func (r *Register) Lookup(name string) []*Entry {
	found := r.names[name]
	if found == nil {
		found = r.names[spell.Plain(name)]
	}
	if found == nil {
		found = r.names[strings.ToLower(name)]
	}
	if found == nil {
		return nil
	}
	out := make([]*Entry, len(found))
	for i, at := range found {
		out[i] = &r.entries[at]
	}
	return out
}

// Acronym reports whether a name, in this case, is an acronym of the register.
func (r *Register) Acronym(name string) bool { return r.acronyms[name] }

// Begins reports whether some name of more than one word begins with these
// lower-cased words.
func (r *Register) Begins(words string) bool { return r.begins[words] || r.begins[spell.Plain(words)] }

// Entries returns all entries in order. The caller must not change them.
func (r *Register) Entries() []Entry { return r.entries }

// Seed returns the register of actors.csv.
func Seed() *Register { return seed() }

var seed = sync.OnceValue(func() *Register {
	rows, err := ReadActors(strings.NewReader(actorsCSV), nil)
	if err != nil {
		panic("lexicon: actors.csv: " + err.Error()) // embedded; a test reads it
	}
	entries := make([]Entry, len(rows))
	for i := range rows {
		entries[i] = rows[i].Entry
	}
	return NewRegister(entries...)
})

// Proper reports whether a lower-cased name is written with a capital, as
// "white helmets" is and "death squads" is not.
func (r *Register) Proper(name string) bool { return !r.lower[name] }

// Spelled reports whether a lower-cased name is written so, with capitals, by
// an alias that is no acronym.
func (r *Register) Spelled(name string) bool { return r.spelled[name] }
