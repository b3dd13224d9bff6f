package ascribe

import "time"

// A Notice is an article's own word that something published does not stand: an
// editor's note that retracts it, a wire's kill, a correction.
type Notice struct {
	Kind NoticeKind `json:"kind"`
	// Anchor is the sentence that says so.
	Anchor Anchor `json:"anchor"`
	// Of is the headline or address of what it takes back, where it names one.
	// Without one it is about the article that it stands in.
	Of string `json:"of,omitempty"`
	// Recounts tells that the sentence repeats what was wrong.
	Recounts bool   `json:"recounts,omitempty"`
	Because  string `json:"because,omitempty"`
}

// NoticeKind is how much a notice takes back.
type NoticeKind uint8

// Kinds of notice.
const (
	Retraction NoticeKind = iota // the whole: retracted, withdrawn, killed, removed
	Amendment                    // a part: corrected
)

var noticeKinds = []string{"retraction", "correction"}

// String returns the name of the kind.
func (k NoticeKind) String() string { return nameOf(noticeKinds, k) }

// MarshalText writes the kind's name.
func (k NoticeKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the kind's name.
func (k *NoticeKind) UnmarshalText(b []byte) error {
	return parseName(k, "kind of notice", noticeKinds, b)
}

// A Lapse is why archived words do not stand any more. What rests on lapsed words
// alone is kept and shown, and decides nothing.
type Lapse struct {
	Kind  LapseKind
	Since time.Time  // when the text without them, or the notice, was public
	By    DocumentID // that text, or the article with the notice
	Words string     // of the notice; empty where the words vanished without one
}

// LapseKind is how words lapse.
type LapseKind uint8

// Kinds of lapse.
const (
	Vanished  LapseKind = iota // the sentence is not in the current version of any page that had it
	Corrected                  // the article repeats them to correct them
	Retracted                  // the article was retracted, withdrawn or killed
)

var lapseKinds = []string{"vanished", "corrected", "retracted"}

// String returns the name of the kind.
func (k LapseKind) String() string { return nameOf(lapseKinds, k) }

// MarshalText writes the kind's name.
func (k LapseKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the kind's name.
func (k *LapseKind) UnmarshalText(b []byte) error {
	return parseName(k, "kind of lapse", lapseKinds, b)
}

// A History is what became of an article: its versions, and what rests on them.
type History struct {
	Versions []Version
	Rests    []Rest
}

// A Version is one text of an article, as it was captured at one address.
type Version struct {
	Document   DocumentID
	Appearance Appearance
	Public     time.Time // by when this text was surely there
	Current    bool      // the last that was captured
	Notices    []Notice  // of its own
	Gone       []string  // sentences of the version before that it lacks
	New        []string  // sentences that the version before lacks
	Lapsed     *Lapse    // of the whole text
}

// A Rest is what a record rests on an article for: statements of its versions, of
// copies of it, and of what is taken from it.
type Rest struct {
	Record     *Record
	Statements []StatementID
}
