package nlp

import (
	"ascribe"
	"ascribe/extract/feature"
	"ascribe/extract/model"
)

// A namer finds the names of the sentences of one document, in their order.
type namer struct {
	recognizer *model.Recognizer
	hinter     *Hinter
	types      []EntityType // of the recogniser's types
	memory     feature.Memory
	sight      feature.Sight
	found      []model.Found
}

// entityTypes are the types by the names that the recogniser gives them.
var entityTypes = map[string]EntityType{
	"PERSON": PersonName, "ORG": OrgName, "ARMED_GROUP": ArmedGroup, "GPE": GPEName, "LOC": LocName, "FAC": FacName,
	"NORP": NorpName, "WEAPON": WeaponName, "EVENT": EventName, "DATE": DateText, "NUMBER": NumberText,
}

// String returns the type's name: PERSON, ORG …
func (t EntityType) String() string {
	for name, known := range entityTypes {
		if known == t {
			return name
		}
	}
	return ""
}

// newNamer returns one that has read nothing of a document yet, or nil where the
// models know no names.
func (l *Linear) newNamer() *namer {
	if l.models.Names == nil {
		return nil
	}
	hinter, ok := l.hinters.Get().(*Hinter)
	if !ok {
		hinter = NewHinter(l.reg, l.places)
	}
	n := &namer{recognizer: l.models.Names, hinter: hinter}
	for _, name := range n.recognizer.Types() {
		n.types = append(n.types, entityTypes[name])
	}
	n.memory.Reset()
	return n
}

// close hands back what serves other documents.
func (n *namer) close(l *Linear) {
	if n != nil {
		l.hinters.Put(n.hinter)
	}
}

// name sets the entities of a sentence whose words and tags the desk holds.
func (n *namer) name(s *Sentence, text string, d *desk, tells bool) {
	n.sight.Words, n.sight.Tags = d.words, d.values
	n.sight.Hints = n.hinter.Hints(n.sight.Hints[:0], text, d.spans, tells)
	n.found = n.recognizer.Find(n.found[:0], &n.sight, &n.memory, &d.work)
	for _, f := range n.found {
		if kind := n.types[f.Type]; kind != NoEntity {
			s.Entities = append(s.Entities, Entity{
				First: d.owner[f.First], Last: d.owner[f.Last-1] + 1, Type: kind,
				Span: ascribe.Span{Start: d.spans[f.First].Start, End: d.spans[f.Last-1].End},
			})
		}
	}
}
