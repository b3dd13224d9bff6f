package ascribe

// A NameMatch says by which name of the register a wording is an actor, or only
// looks like one.
type NameMatch struct {
	Actor ActorID `json:"actor"`
	Name  string  `json:"name"` // of the register
	By    MatchBy `json:"by"`
	Score Score   `json:"score"`
	// Because says what is alike, where the wording is not the name itself.
	Because string `json:"because,omitempty"`
}

// MatchBy is how a wording comes to be a name of the register.
type MatchBy uint8

// Ways in which a wording matches a name.
const (
	ByName            MatchBy = iota // the actor's first name
	ByAlias                          // another of its names
	ByAcronym                        // a short form
	BySpelling                       // a name with other marks: accents, hyphens, apostrophes, forms of letters
	ByTransliteration                // a name that sounds the same, carried over from another script
	LooksLike                        // a name that looks the same or differs by one letter: never that actor before a person says so
)

var matchBys = []string{"name", "alias", "acronym", "spelling", "transliteration", "looks_like"}

// String returns the name of the way.
func (b MatchBy) String() string { return nameOf(matchBys, b) }

// MarshalText writes the way's name.
func (b MatchBy) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads the way's name.
func (b *MatchBy) UnmarshalText(t []byte) error { return parseName(b, "way of matching", matchBys, t) }

// Score is how far a match of this way is to be trusted.
func (b MatchBy) Score() Score {
	return [...]Score{ByName: 1, ByAlias: 1, ByAcronym: 0.95, BySpelling: 0.97, ByTransliteration: 0.85, LooksLike: 0.5}[b]
}
