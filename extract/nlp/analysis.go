// Package nlp turns the text of a document into what the extractors look at:
// sentences of tokens, the names and noun phrases in them, and the chains of
// wordings that mean one actor, person or place.
//
// [Engine] is the seam: a stronger engine takes the place of [Lexical] without
// a change to any extractor.
package nlp

import (
	"ascribe"
	"ascribe/extract/lexicon"
)

// An Engine analyses documents. It is pure: the same document gives the same
// analysis. It may be used from several goroutines at once.
type Engine interface {
	// Name is the engine's name and version, kept with every reading.
	Name() string
	Analyse(doc *ascribe.Document) *Analysis
}

// An Analysis is what an engine sees in one document.
type Analysis struct {
	Document  *ascribe.Document
	Sentences []Sentence // one for each of Document.Sentences
	Chains    []Chain    // actors, persons and places, in order of first mention
	Truncated string     // which cap cut the analysis short, if one did
}

// A Sentence is one sentence of a document, taken apart.
type Sentence struct {
	Index     int
	Span      ascribe.Span
	Block     ascribe.BlockKind
	Paragraph int  // sentences of one paragraph share it
	Caps      bool // written in capitals throughout
	Tokens    []Token
	Phrases   []Phrase // noun phrases, in order; they may nest, the outer first
	Entities  []Entity // names, dates and numbers, in order; none holds another
}

// A Token is a word, a number or a mark.
type Token struct {
	Span  ascribe.Span
	Text  string
	Lower string // lower case, curly marks made straight
	Class Class
	Caps  bool // begins with a capital, in a sentence where that tells something

	UPOS string // the universal part of speech: NOUN, PROPN, VERB …
	Head int    // the token that it depends on, or NoHead: of the root, or where no tree was made
	Rel  string // its relation to that in Universal Dependencies: nsubj, obl:agent …

	Tag   string       // the Penn tag as far as the engine knows it: VBD, NNS …; empty for marks
	Lemma string       // of what can be a verb: "kill" for "killed"; see Class whether it is one
	Form  lexicon.Form // of what can be a verb; a participle is told from a past where the sentence tells
}

// Class is the part of speech as far as the engine knows it.
type Class uint8

// Classes of token. An engine without a tagger says Word of what no list holds.
const (
	Word Class = iota
	Noun
	Name // a proper noun
	Verb
	Adjective
	Adverb
	Determiner
	Pronoun
	Preposition
	Conjunction
	Number
	Mark       // punctuation
	OpenQuote  // “ or a " that opens
	CloseQuote // ” or a " that closes
	Particle   // "to", "not", "'s"
	Auxiliary  // be, have, do, will, may …
)

// A Phrase is a noun phrase.
type Phrase struct {
	First, Last int // tokens [First, Last)
	Head        int // the token that carries its sense: "spokesman" in "an army spokesman"
	Span        ascribe.Span
	Kind        PhraseKind
	Named       bool // holds a proper name as its head: "Gen. Luis Artola", not "two peasants"
	Chain       int  // index into Analysis.Chains, or NoChain

	Core    int    // where the bare name or head begins, [Core, Head+1): "Luis Artola" in "Gen. Luis Artola"
	Role    string // of a person, the hint of lexicon/heads.csv or of a title: fighter, official, witness …
	Plural  bool   // several are meant
	Country string // ISO 3166-1 alpha-3 that the wording names: "the Maran army"
}

// NoHead marks a token that depends on no other.
const NoHead = -1

// An Entity is a run of tokens that names or counts something.
type Entity struct {
	First, Last int // tokens [First, Last)
	Type        EntityType
	Span        ascribe.Span // its own words, which may be less than its tokens: "Sarvia" in "Sarvia-backed"
}

// EntityType is what an entity names, by the words of OntoNotes where it has one.
type EntityType uint8

// Types of entity.
const (
	NoEntity   EntityType = iota
	PersonName            // PERSON: "Carla Vidal", without title
	OrgName               // ORG: a company, party, agency, newspaper, ministry
	ArmedGroup            // ARMED_GROUP: a rebel, militant or paramilitary organization
	GPEName               // GPE: a country, province, city or village
	LocName               // LOC: a river, a mountain, a region that is nobody's seat
	FacName               // FAC: a building, bridge, airport, road
	NorpName              // NORP: a nationality, religion or political adherence: "Maran", "Sunni"
	WeaponName            // WEAPON: "a car bomb" without its article, "AK-47"
	EventName             // EVENT: a named war, battle, attack, election
	DateText              // DATE: a date or time expression
	NumberText            // NUMBER: a count, amount or share
)

// NoChain marks a phrase that belongs to no chain.
const NoChain = -1

// PhraseKind is what a phrase refers to.
type PhraseKind uint8

// Kinds of phrase.
const (
	OtherPhrase  PhraseKind = iota
	Person                  // a human being or several: "Carla Vidal", "two peasants", "the gunmen"
	Group                   // an armed group: "the Maran Liberation Front", "the rebels", "the group"
	Force                   // state forces: "the army", "police"
	State                   // a government or country as one that acts or speaks: "Russia", "the Kremlin"
	Organization            // any other body: "the Red Cross", "the Soufan Center"
	Location                // a place name
	Facility                // "the concert hall", "a pipeline"
	Weapon                  // "a car bomb", "rifles"
	Time                    // a date or time expression
	Quantity                // a number and what it counts, not of people
)

// A Chain is one actor, person or place of the document, with all its wordings.
type Chain struct {
	Mention ascribe.Mention
	Kind    PhraseKind
	Country string // ISO 3166-1 alpha-3, when the wording or the register tells it
	// Spelled is the actor whose name the wording is in another spelling, or with
	// words that say what it is; the rules and models read names as they stand.
	Spelled *ascribe.ActorRef
	Capital bool // of a place: the seat of a country's government
}

// Text returns the words of tokens [first, last) as the document has them.
func (s *Sentence) Text(doc *ascribe.Document, first, last int) string {
	return s.SpanOf(first, last).Of(doc.Text)
}

// SpanOf returns the span of tokens [first, last), which must not be empty.
func (s *Sentence) SpanOf(first, last int) ascribe.Span {
	return ascribe.Span{Start: s.Tokens[first].Span.Start, End: s.Tokens[last-1].Span.End}
}

// TokenAt returns the index of the first token that ends after the byte offset,
// or len(Tokens).
func (s *Sentence) TokenAt(offset int) int {
	for i := range s.Tokens {
		if s.Tokens[i].Span.End > offset {
			return i
		}
	}
	return len(s.Tokens)
}
