package feature

// A Reference is what the chains see of one wording that refers: hashes of its
// words, and small numbers for what is told of it.
type Reference struct {
	Sort             Sort
	Head, Lemma      uint64   // the head as written in lower case, and its lemma
	Text             uint64   // all words but determiners, lower case
	First            uint64   // its first word
	Modifiers        []uint64 // the lemmas before the head, determiners left out
	Words            []uint64 // all its content words, the head's too
	Determiner       uint8
	Number, Gender   uint8 // 0 where nothing tells
	Kind             uint8 // of what it refers to, 0 where nothing tells
	Role             uint64
	Sentence, Length int
	Inner            bool   // it modifies the noun that follows: "the army chief"
	Governor         uint64 // the lemma that it depends on
	Under            uint64 // the part of speech of that
	Case             uint64 // its preposition
	Numbers          uint64 // of the numbers in it, 0 for none
}

// Sort is how a wording refers.
type Sort uint8

// Sorts of wording.
const (
	Nominal Sort = iota + 1
	Proper
	Pronominal
)

// Determiners: what a wording begins with.
const (
	Bare = iota
	The
	A
	This       // or "these"
	That       // or "those"
	Quantified // "some", "another", "every"
	Counted    // by a number
	Owned      // "their", "Vidal's"
)

// Constructs: how grammar ties a wording and one before it in its sentence.
const (
	Untied      = iota
	Apposed     // the later is in apposition to the earlier
	ApposedTo   // the earlier is to the later
	Predicate   // the earlier is the subject that the later is said of
	PredicateOf // the later is
	Joined      // by "and"
	Object      // the earlier is the subject, the later the object
	Subject     // the earlier is the subject of what the later hangs on
	Below       // the later hangs on the earlier
	Above       // the earlier hangs on the later
	Beside      // both hang on the same
	Relative    // the later stands in a relative clause of the earlier
)

// Owners: whose two wordings are.
const (
	NoOwners     = iota // nobody's
	OneOwner            // one's whose mentions are in one chain
	LaterOwned          // the later alone is somebody's
	EarlierOwned        // the earlier alone is
	OwnersAlike         // theirs who read alike
	TwoOwners           // of two
	OwnerUnread         // of somebody who has not been read yet
)

// A Pair is a wording that may refer back, and one before it.
type Pair struct {
	Back, To   *Reference
	Construct  uint8 // how grammar ties the two
	Sentences  int   // between the two
	References int   // wordings between the two
	Rank       int   // of To among those before Back that have its head, 0 where it has another
	Owners     uint8 // whose the two are
	Acronym    bool  // one is the acronym of the other
	Nested     bool  // one stands within the other
	Chain      Chain // what To belongs to
}

// Chain is what is known of the chain of a candidate.
type Chain struct {
	Size               int
	SameText, SameHead bool // some wording of it has the text, the head, of the later one
	Modified           bool // the later one's modifiers are all found in it
	Named, Clash       bool // it has a name; it has a name that shares no word with the later one's
	Number, Gender     uint8
	Kind               uint8
}
