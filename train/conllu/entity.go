package conllu

import (
	"fmt"
	"strconv"
	"strings"
)

// An Entity is one mention as the Entity= of a treebank's last column marks it.
// Those of one document that share an ID mean the same.
type Entity struct {
	ID          string
	First, Last int    // words [First, Last)
	Min         []int  // the words of the minimal span: the head, or all words of a name
	Type        string // etype: person, place, organization, object, event, time …
	Status      string // infstat: new, giv:act, giv:inact, acc:inf …
	Link        string // ana, appos, cata, coref, disc, pred or sgl
	Identity    string // the Wikipedia article of what is named, if that is known
}

// Entities reads the entities of a sentence, in the order in which they open,
// the outer first. The fields are those that the "# global.Entity" of the
// document names.
func (s *Sentence) Entities() ([]Entity, error) {
	r := entityReader{fields: strings.Split(s.Global, "-"), open: map[string][]int{}}
	for i := range s.Words {
		for field := range strings.SplitSeq(s.Words[i].Misc, "|") {
			value, ok := strings.CutPrefix(field, "Entity=")
			if !ok {
				continue
			}
			if err := r.word(i, value); err != nil {
				return nil, fmt.Errorf("sentence %s, word %d: Entity=%s: %w", s.ID, i+1, value, err)
			}
		}
	}
	for i := range r.out {
		if r.out[i].Last == 0 {
			return nil, fmt.Errorf("sentence %s: entity %s is never closed", s.ID, r.out[i].ID)
		}
	}
	return r.out, nil
}

type entityReader struct {
	fields []string
	out    []Entity
	open   map[string][]int // ID → indices into out, the innermost last
}

// word reads what opens and closes at word i: "(1-person-new(2-place-new)" opens
// both and closes the second, "1)" closes the first.
func (r *entityReader) word(i int, value string) error {
	for value != "" {
		if value[0] != '(' {
			id, rest, ok := strings.Cut(value, ")")
			if !ok {
				return fmt.Errorf("%q neither opens nor closes", value)
			}
			if err := r.end(id, i); err != nil {
				return err
			}
			value = rest
			continue
		}
		end := strings.IndexAny(value[1:], "()") + 1
		if end == 0 {
			end = len(value)
		}
		e, err := r.entity(i, value[1:end])
		if err != nil {
			return err
		}
		r.open[e.ID] = append(r.open[e.ID], len(r.out))
		r.out = append(r.out, e)
		value = value[end:]
		if rest, closed := strings.CutPrefix(value, ")"); closed {
			if err := r.end(e.ID, i); err != nil {
				return err
			}
			value = rest
		}
	}
	return nil
}

func (r *entityReader) end(id string, i int) error {
	open := r.open[id]
	if len(open) == 0 {
		return fmt.Errorf("closes %q, which is not open", id)
	}
	e := &r.out[open[len(open)-1]]
	r.open[id] = open[:len(open)-1]
	e.Last = i + 1
	for _, w := range e.Min {
		if w >= e.Last {
			return fmt.Errorf("entity %s ends before its minimal span", id)
		}
	}
	return nil
}

// entity reads the fields of an entity that opens at word i.
func (r *entityReader) entity(i int, text string) (Entity, error) {
	e := Entity{First: i}
	for k, value := range strings.SplitN(text, "-", len(r.fields)) {
		switch r.fields[k] {
		case "GRP":
			e.ID = value
		case "etype":
			e.Type = value
		case "infstat":
			e.Status = value
		case "link":
			e.Link = value
		case "identity":
			e.Identity = value
		case "minspan":
			for n := range strings.SplitSeq(value, ",") {
				w, err := strconv.Atoi(n)
				if err != nil || w < 1 {
					return e, fmt.Errorf("no minimal span: %q", value)
				}
				e.Min = append(e.Min, i+w-1)
			}
		}
	}
	if e.ID == "" {
		return e, fmt.Errorf("%q names no entity", text)
	}
	return e, nil
}

// Head is the word of an entity that governs it: of its minimal span the first
// whose own head lies outside the entity, else the first. An entity without a
// minimal span is looked through as a whole.
func (s *Sentence) Head(e *Entity) int {
	for _, w := range e.Min {
		if h := s.Words[w].Head; h < e.First || h >= e.Last {
			return w
		}
	}
	if len(e.Min) > 0 {
		return e.Min[0]
	}
	for w := e.First; w < e.Last; w++ {
		if h := s.Words[w].Head; h < e.First || h >= e.Last {
			return w
		}
	}
	return e.First
}
