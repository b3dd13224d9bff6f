package lexicon

import (
	_ "embed"
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"sync"

	"ascribe"
)

//go:embed actors.csv
var actorsCSV string

// An Entry is one actor of the register.
type Entry struct {
	Actor  ascribe.Actor
	Parent ascribe.ActorID // the organisation it belongs to, if one
	Source string          // where its names and kind are attested
}

// Ref returns the entry as a mention resolves to it.
func (e *Entry) Ref() *ascribe.ActorRef {
	return &ascribe.ActorRef{ID: e.Actor.ID, Name: e.Actor.Names[0].Text, Kind: e.Actor.Kind}
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

// Lookup returns the entries that carry a name, whatever its case.
func (r *Register) Lookup(name string) []*Entry {
	found := r.names[name]
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
func (r *Register) Begins(words string) bool { return r.begins[words] }

// Entries returns all entries in order. The caller must not change them.
func (r *Register) Entries() []Entry { return r.entries }

// Seed returns the register of actors.csv.
func Seed() *Register { return seed() }

var seed = sync.OnceValue(func() *Register {
	entries, err := ReadActors(strings.NewReader(actorsCSV))
	if err != nil {
		panic("lexicon: actors.csv: " + err.Error()) // embedded; a test reads it
	}
	return NewRegister(entries...)
})

// ReadActors reads a table of actors: a header line, then
// id,kind,country,name,aliases,acronyms,parent,source, with aliases and acronyms
// separated by "|". Lines that begin with '#' are comments.
func ReadActors(from io.Reader) ([]Entry, error) {
	rows := csv.NewReader(from)
	rows.Comment = '#'
	rows.FieldsPerRecord = 8
	all, err := rows.ReadAll()
	if err != nil {
		return nil, ascribe.Errorf(ascribe.Invalid, "actors table: %w", err)
	}
	if len(all) == 0 || all[0][0] != "id" {
		return nil, ascribe.Errorf(ascribe.Invalid, "actors table: the first line must be id,kind,country,name,aliases,acronyms,parent,source")
	}
	entries := make([]Entry, 0, len(all)-1)
	seen := map[string]bool{}
	for i, row := range all[1:] {
		e, err := readActor(row)
		if err != nil {
			return nil, ascribe.Errorf(ascribe.Invalid, "actors table, entry %d (%q): %w", i+1, row[0], err)
		}
		if seen[row[0]] {
			return nil, ascribe.Errorf(ascribe.Invalid, "actors table, entry %d: the id %q stands twice", i+1, row[0])
		}
		seen[row[0]] = true
		entries = append(entries, e)
	}
	return entries, nil
}

func readActor(row []string) (Entry, error) {
	e := Entry{Parent: ascribe.ActorID(row[6]), Source: row[7]}
	e.Actor.ID, e.Actor.Country = ascribe.ActorID(row[0]), row[2]
	if row[0] == "" || row[3] == "" {
		return e, ascribe.Errorf(ascribe.Invalid, "an actor needs an id and a name")
	}
	if err := e.Actor.Kind.UnmarshalText([]byte(row[1])); err != nil {
		return e, err
	}
	e.Actor.Names = append(e.Actor.Names, ascribe.Name{Text: row[3]})
	add := func(list string, acronym bool) {
		for name := range strings.SplitSeq(list, "|") {
			if name = strings.TrimSpace(name); name != "" {
				e.Actor.Names = append(e.Actor.Names, ascribe.Name{Text: name, Acronym: acronym})
			}
		}
	}
	add(row[4], false)
	add(row[5], true)
	return e, nil
}

// Proper reports whether a lower-cased name is written with a capital, as
// "white helmets" is and "death squads" is not.
func (r *Register) Proper(name string) bool { return !r.lower[name] }

// Spelled reports whether a lower-cased name is written so, with capitals, by
// an alias that is no acronym.
func (r *Register) Spelled(name string) bool { return r.spelled[name] }
