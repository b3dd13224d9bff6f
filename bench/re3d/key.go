// Package re3d measures how actors relate on re3d: documents on defence and
// security with their entities and the relations between them (Dstl; see its
// own guide to annotation).
//
// Its types of relation are wider than ours and are mapped as follows; what is
// not named here (CoLocated, CommWith, HasAttrOf, Apart) is no relation of ours.
//
//	FightingAgainst  opposes, targets or rival_of, either way round
//	AlliesOf         allied_with or supports, either way round
//	BelongsTo        part_of, affiliate_of or offshoot_of, from the part to the whole
//	InChargeOf       led_by, from the body to the person
//	IsSynonymOf      alias_of, or one mention that holds both wordings
//	IsSynonymOf      of a person and a post ("the Front's commander"): optional led_by
//	Dislikes, Likes  optional opposes and supports: taken when read, not missed
//
// Only pairs of organisations are asked for, a person as a leader, and only where
// both ends carry a name: "the group", "we" and "civilians" name nobody whom a
// record could hold. Other pairs are optional.
package re3d

import (
	"slices"
	"strings"
	"unicode"

	"ascribe"
	"ascribe/bench/corpus"
)

// A Class is a set of our kinds of relation that the key does not tell apart.
type Class uint8

// Classes.
const (
	Opposition Class = iota
	Alliance
	Membership
	Leadership
	Alias
	Classes // how many there are
)

var classNames = [Classes]string{"opposes, targets, rival_of", "allied_with, supports", "part_of, affiliate_of, offshoot_of", "led_by", "alias_of"}

// String returns the kinds of the class.
func (c Class) String() string { return classNames[c] }

var classKinds = [Classes][]ascribe.RelationKind{
	Opposition: {ascribe.Opposes, ascribe.TargetsActor, ascribe.RivalOf},
	Alliance:   {ascribe.AlliedWith, ascribe.Supports},
	Membership: {ascribe.PartOf, ascribe.AffiliateOf, ascribe.OffshootOf},
	Leadership: {ascribe.LedBy},
	Alias:      {ascribe.AliasOf},
}

// ClassOf returns the class that a kind of relation belongs to.
func ClassOf(k ascribe.RelationKind) Class {
	for c := range Classes {
		if slices.Contains(classKinds[c], k) {
			return c
		}
	}
	return Classes
}

// mutual reports whether a class is scored whichever way round its ends stand.
func (c Class) mutual() bool { return c == Opposition || c == Alliance || c == Alias }

var typeClasses = map[string]struct {
	class    Class
	optional bool
}{
	"FightingAgainst": {Opposition, false},
	"Dislikes":        {Opposition, true},
	"AlliesOf":        {Alliance, false},
	"Likes":           {Alliance, true},
	"BelongsTo":       {Membership, false},
	"InChargeOf":      {Leadership, false},
	"IsSynonymOf":     {Alias, false},
}

// A Document is one document with its key.
type Document struct {
	ID, Text  string
	Relations []Relation
}

// A Relation is one of the key.
type Relation struct {
	Class           Class
	Subject, Object End
	Optional        bool // neither asked for nor punished
}

// An End is who stands at one end of a relation: a wording, and where the text
// has it, in code points.
type End struct {
	Text  string
	Spans [][2]int
}

type entity struct {
	Type       string
	Start, End int
	Text       string
}

type relation struct {
	Type, Source, Target string
	Start, End           int
}

type line struct {
	ID, Text  string
	Entities  []entity
	Relations []relation
}

// Load reads the documents below the folder of the corpora.
func Load(data string) ([]Document, error) {
	lines, err := corpus.Lines[line](data, "re3d/train.jsonl")
	if err != nil {
		return nil, err
	}
	out := make([]Document, len(lines))
	for i := range lines {
		out[i] = lines[i].document()
	}
	return out, nil
}

func (l *line) document() Document {
	d := Document{ID: l.ID, Text: l.Text}
	for _, r := range l.Relations {
		if k, ok := l.relation(r); ok {
			d.add(k)
		}
		if r.Type == "IsSynonymOf" {
			l.post(&d, r.Source, r.Target)
			l.post(&d, r.Target, r.Source)
		}
	}
	return d
}

// add enters a relation once; what is asked for anywhere is asked for.
func (d *Document) add(k Relation) {
	if i := slices.IndexFunc(d.Relations, func(o Relation) bool { return o.same(k) }); i >= 0 {
		d.Relations[i].Optional = d.Relations[i].Optional && k.Optional
		return
	}
	d.Relations = append(d.Relations, k)
}

// post enters that a person leads the bodies that the wording of a post names:
// "Ilse Brandt" and "the commander of the Dawn".
func (l *line) post(d *Document, person, post string) {
	who, kind := l.end(person, 0, 0, "Person")
	if kind == "" {
		return
	}
	for _, p := range l.Entities {
		for _, o := range l.Entities {
			if p.Text == post && p.Type == "Person" && o.Type == "Organisation" && p.Start <= o.Start && o.End <= p.End {
				d.add(Relation{Class: Leadership, Subject: End{o.Text, [][2]int{{o.Start, o.End}}}, Object: who, Optional: true})
			}
		}
	}
}

// relation maps one relation of the corpus, if it is of a type of ours.
func (l *line) relation(r relation) (Relation, bool) {
	m, ok := typeClasses[r.Type]
	if !ok {
		return Relation{}, false
	}
	source, sourceType := l.end(r.Source, r.Start, r.End, "Organisation Person")
	target, targetType := l.end(r.Target, r.Start, r.End, "Organisation")
	k := Relation{Class: m.class, Subject: source, Object: target, Optional: m.optional}
	if m.class == Leadership {
		k.Subject, k.Object = target, source
		if sourceType == "Organisation" {
			k.Optional = true // a body in charge of a body
		}
	} else if sourceType == "Person" {
		return Relation{}, false
	}
	if sourceType == "" || targetType == "" {
		return Relation{}, false
	}
	k.Optional = k.Optional || !nameable(source.Text) || !nameable(target.Text)
	return k, source.Text != target.Text
}

// end finds where the text has a wording: everywhere when it is a name, else
// nearest to the words of the relation. The type is one of those given, or "".
func (l *line) end(text string, start, end int, types string) (End, string) {
	e, kind := End{Text: text}, ""
	var nearest [2]int
	best := -1
	for _, x := range l.Entities {
		if x.Text != text || !slices.Contains(strings.Fields(types), x.Type) {
			continue
		}
		kind = x.Type
		e.Spans = append(e.Spans, [2]int{x.Start, x.End})
		if gap := max(x.Start-end, start-x.End, 0); best < 0 || gap < best {
			best, nearest = gap, [2]int{x.Start, x.End}
		}
	}
	if best >= 0 && !nameable(text) {
		e.Spans = [][2]int{nearest}
	}
	return e, kind
}

// same reports whether two relations of a document say one thing.
func (r Relation) same(o Relation) bool {
	if r.Class != o.Class {
		return false
	}
	straight := strings.EqualFold(r.Subject.Text, o.Subject.Text) && strings.EqualFold(r.Object.Text, o.Object.Text)
	turned := strings.EqualFold(r.Subject.Text, o.Object.Text) && strings.EqualFold(r.Object.Text, o.Subject.Text)
	return straight || r.Class.mutual() && turned
}

// nameless are words that begin with a capital and name nobody.
var nameless = strings.Fields("a an the this that these those it its he him his she her they them their we us our i my you your who which both all some any each one two " +
	"local many several other such members member")

// people are heads for people who are no actor.
var people = strings.Fields("people peoples population populations civilians citizens families refugees communities community men women children residents")

// nameable reports whether a wording holds a name of somebody who can act: a
// word with a capital beside its articles and pronouns, and no mere people.
func nameable(text string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
	if len(words) == 0 || slices.Contains(people, strings.ToLower(words[len(words)-1])) {
		return false
	}
	for _, w := range words {
		letters := []rune(w)
		if slices.Contains(nameless, strings.ToLower(w)) {
			continue
		}
		if slices.ContainsFunc(letters, unicode.IsUpper) {
			return true
		}
	}
	return false
}
