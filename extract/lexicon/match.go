package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"ascribe"
	"ascribe/spell"
)

// spellings are the names of a register by what their spellings share. They are
// gathered when they are first asked for.
type spellings struct {
	once      sync.Once
	all       []spelled
	folded    map[string][]int // by spell.Fold: indexes into all
	sounds    map[string][]int // by the consonants of names from other scripts
	skeletons map[string][]int // by spell.Skeleton
	ends      map[string][]int // long names by their first and by their last letters
}

// A spelled name of an entry.
type spelled struct {
	entry *Entry
	name  ascribe.Name
	key   string
	sound spell.Sound
}

// ending is how many letters at either end long names are filed under: one slip
// leaves one end as it was.
const ending = 5

func (r *Register) spelt() *spellings {
	s := &r.spellings
	s.once.Do(func() {
		s.folded, s.sounds, s.skeletons, s.ends = map[string][]int{}, map[string][]int{}, map[string][]int{}, map[string][]int{}
		for i := range r.entries {
			for _, name := range r.entries[i].Actor.Names {
				s.enter(&r.entries[i], name)
			}
		}
	})
	return s
}

func (s *spellings) enter(e *Entry, name ascribe.Name) {
	n := spelled{entry: e, name: name, key: spell.Fold(name.Text)}
	at := len(s.all)
	file := func(under map[string][]int, key string) {
		if list := under[key]; key != "" && (len(list) == 0 || list[len(list)-1] != at) {
			under[key] = append(list, at)
		}
	}
	file(s.folded, n.key)
	if latin := spell.Latin(n.key); !name.Acronym && romanised(latin) {
		n.sound = spell.SoundOf(latin)
		file(s.sounds, n.sound.Consonants)
	}
	file(s.skeletons, spell.Skeleton(name.Text))
	file(s.skeletons, spell.Skeleton(strings.ToUpper(name.Text)))
	if key := []rune(n.key); len(key) >= 2*ending {
		file(s.ends, "^"+string(key[:ending]))
		file(s.ends, string(key[len(key)-ending:])+"$")
	}
	s.all = append(s.all, n)
}

// romanised reports whether every word of a name was carried over from another
// language: none is of everyday English.
func romanised(key string) bool {
	for w := range strings.FieldsSeq(key) {
		if len(w) > 3 && Common(w) {
			return false
		}
	}
	return key != ""
}

// As says by which of its names a wording is an entry.
func (r *Register) As(e *Entry, wording string) ascribe.NameMatch {
	lower := strings.ToLower(strings.ReplaceAll(wording, "’", "'"))
	m := ascribe.NameMatch{Actor: e.Actor.ID, Name: e.Actor.Names[0].Text, By: ascribe.BySpelling}
	for i, n := range e.Actor.Names {
		if strings.ToLower(n.Text) != lower && n.Text != wording && spell.Plain(n.Text) != lower {
			continue
		}
		m.Name = n.Text
		switch {
		case n.Acronym:
			m.By = ascribe.ByAcronym
		case i > 0:
			m.By = ascribe.ByAlias
		default:
			m.By = ascribe.ByName
		}
		break
	}
	m.Score = m.By.Score()
	return m
}

// Find returns the one actor that has a wording for a name, written with other
// marks, or carried over from another script in another way; the latter only in a
// report from one of the actor's countries, for groups of several countries bear
// one name. Ask for what Lookup does not have.
func (r *Register) Find(wording, country string) (*Entry, ascribe.NameMatch, bool) {
	s := r.spelt()
	key := spell.Fold(wording)
	if n, ok := s.one(s.folded[key], func(n *spelled) bool { return !n.name.Acronym || n.name.Text == wording }); ok {
		return n.match(ascribe.BySpelling, fmt.Sprintf("“%s” is “%s” with other marks", wording, n.name.Text))
	}
	latin := spell.Latin(key)
	if !romanised(latin) {
		return nil, ascribe.NameMatch{}, false
	}
	sound := spell.SoundOf(latin)
	n, ok := s.one(s.sounds[sound.Consonants], func(n *spelled) bool {
		return n.entry.Actor.In(country) && n.entry.Actor.Kind != ascribe.PublicFigure && closeEnough(sound, n.sound)
	})
	if !ok {
		return nil, ascribe.NameMatch{}, false
	}
	return n.match(ascribe.ByTransliteration, fmt.Sprintf("“%s” sounds as “%s” does, and the report is from its country", wording, n.name.Text))
}

// closeEnough reports whether two sounds are surely of one name: the longer, the
// more of their vowels may differ.
func closeEnough(a, b spell.Sound) bool {
	switch far := a.Distance(b.Vowels); {
	case len(a.Consonants) < 4:
		return false
	case len(a.Consonants) < 7:
		return far == 0
	default:
		return far <= 1
	}
}

// one returns the first of some names that holds, where all that do are of one
// entry.
func (s *spellings) one(at []int, holds func(*spelled) bool) (*spelled, bool) {
	var found *spelled
	for _, i := range at {
		n := &s.all[i]
		if !holds(n) {
			continue
		}
		if found != nil && found.entry != n.entry {
			return nil, false
		}
		if found == nil {
			found = n
		}
	}
	return found, found != nil
}

func (n *spelled) match(by ascribe.MatchBy, because string) (*Entry, ascribe.NameMatch, bool) {
	return n.entry, ascribe.NameMatch{Actor: n.entry.Actor.ID, Name: n.name.Text, By: by, Score: by.Score(), Because: because}, true
}

// Alike lists the actors that a wording is no name of and yet looks like: its
// letters look like those of a name, it sounds like one from another country, or
// differs from one by a single letter.
func (r *Register) Alike(wording string) []ascribe.NameMatch {
	s := r.spelt()
	key := spell.Fold(wording)
	var out []ascribe.NameMatch
	add := func(n *spelled, because string) {
		if slices.ContainsFunc(out, func(m ascribe.NameMatch) bool { return m.Actor == n.entry.Actor.ID }) {
			return
		}
		_, m, _ := n.match(ascribe.LooksLike, because)
		out = append(out, m)
	}
	for _, i := range s.skeletons[spell.Skeleton(wording)] {
		if n := &s.all[i]; n.key != key || spell.Foreign(wording) != "" {
			add(n, strings.TrimSuffix(fmt.Sprintf("its letters look like those of “%s”: %s", n.name.Text, spell.Foreign(wording)), ": "))
		}
	}
	if latin := spell.Latin(key); romanised(latin) {
		sound := spell.SoundOf(latin)
		for _, i := range s.sounds[sound.Consonants] {
			if n := &s.all[i]; closeEnough(sound, n.sound) && n.entry.Actor.Kind != ascribe.PublicFigure {
				add(n, fmt.Sprintf("it sounds like “%s”", n.name.Text))
			}
		}
	}
	runes := []rune(key)
	if len(runes) < 2*ending {
		return out
	}
	for _, i := range slices.Concat(s.ends["^"+string(runes[:ending])], s.ends[string(runes[len(runes)-ending:])+"$"]) {
		if n := &s.all[i]; spell.Slip(key, n.key) {
			add(n, fmt.Sprintf("it differs from “%s” by one letter", n.name.Text))
		}
	}
	return out
}
