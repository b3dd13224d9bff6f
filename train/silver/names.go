package silver

import (
	"encoding/json"
	"fmt"
	"io"

	"ascribe"
)

// A Name is a named entity that a teacher found in an article.
type Name struct {
	Span ascribe.Span
	Type string // PERSON, ORG, GPE …
}

// Named is an article with the names that a teacher found in it, in order.
type Named struct {
	Source Source
	Names  []Name
}

// ReadNames reads a file of names, which is compressed by zstd: one article a
// line, {"set", "id", "sha256", "entities": [[start, end, type]…]} with offsets
// in code points. The texts of the articles are given by their digests.
func ReadNames(in io.Reader, texts map[string]string) ([]Named, error) {
	var out []Named
	err := eachLine(in, func(line []byte) error {
		var p struct {
			Source
			Entities []entity `json:"entities"`
		}
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		text, err := p.find(texts)
		if err != nil {
			return err
		}
		r, named := &ruler{text: text}, Named{Source: p.Source}
		for _, e := range p.Entities {
			span, ok := r.span(e.start, e.end)
			if !ok {
				return fmt.Errorf("%s %s: the entity at %d–%d does not fit the text or stands before the last: the file is damaged, make it again with train/teacher", p.Set, p.ID, e.start, e.end)
			}
			named.Names = append(named.Names, Name{span, e.kind})
		}
		out = append(out, named)
		return nil
	})
	return out, err
}

// An entity is one of a line: [start, end, "ORG"].
type entity struct {
	start, end int
	kind       string
}

// UnmarshalJSON reads the three parts.
func (e *entity) UnmarshalJSON(b []byte) error {
	parts := []any{&e.start, &e.end, &e.kind}
	if err := json.Unmarshal(b, &parts); err != nil {
		return err
	}
	if len(parts) != 3 {
		return fmt.Errorf("an entity is [start, end, type], not %s", b)
	}
	return nil
}
