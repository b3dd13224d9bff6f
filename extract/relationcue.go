package extract

import (
	_ "embed" // the table of relations
	"fmt"
	"strings"

	"ascribe"
)

// The wordings that tell how one actor stands to another. The shape says where
// the two stand: "noun" an X of Y, or Y's X; a preposition, or several with "|"
// between, a word and what brings its object in; "verb" subject and object of a
// verb, turned round in the passive; "holds" the same, from the object to the
// subject; "leads", "by" and "leader" the one who leads a body; "alias" another
// name; "hyphen" a Y-linked X. The first word of a verb stands for all its forms.
//
//go:embed relationcue.csv
var relationCueTable string

// A relationCue is one wording of a relation.
type relationCue struct {
	kind  ascribe.RelationKind
	shape string
	words []string
}

// relationCues holds the wordings by their first word, the longest first.
var relationCues = mustRelationCues(relationCueTable)

func mustRelationCues(table string) map[string][]relationCue {
	cues, err := parseRelationCues(table)
	if err != nil {
		panic(err) // the table is part of the program: a test reads it
	}
	return cues
}

func parseRelationCues(table string) (map[string][]relationCue, error) {
	byFirst := map[string][]relationCue{}
	err := eachRow(table, 3, func(f []string) error {
		var c relationCue
		if err := c.kind.UnmarshalText([]byte(f[0])); err != nil {
			return err
		}
		for part := range strings.SplitSeq(f[1], "|") {
			if !relationShapes[part] {
				return fmt.Errorf("no shape is named %q", part)
			}
		}
		c.shape, c.words = f[1], strings.Fields(f[2])
		if len(c.words) == 0 {
			return fmt.Errorf("a row without words")
		}
		list := byFirst[c.words[0]]
		at := 0
		for at < len(list) && len(list[at].words) >= len(c.words) {
			at++
		}
		byFirst[c.words[0]] = append(list[:at:at], append([]relationCue{c}, list[at:]...)...)
		return nil
	})
	return byFirst, err
}

var relationShapes = setOf("noun verb holds with to from of for against on into alongside under in between by leads leader alias hyphen")
