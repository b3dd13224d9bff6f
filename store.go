package ascribe

import (
	"context"
	"iter"
	"time"
)

// Store is what the line writes to and every view reads from.
type Store interface {
	Archive
	Ledger
	Index
	Catalogue
	Close() error
}

// Archive keeps bytes and documents. What it holds was written once, is named by
// its content, and never changes.
type Archive interface {
	// Keep stores bytes as fetched. They are durable when it returns.
	Keep(ctx context.Context, raw []byte) (BlobKey, error)
	// Raw returns the bytes kept under key.
	Raw(ctx context.Context, key BlobKey) ([]byte, error)
	// Document returns a document of an appended capture, text and all.
	Document(ctx context.Context, id DocumentID) (*Document, error)
}

// Ledger keeps captures, readings, links and decisions. It only grows.
type Ledger interface {
	// Append adds entries, all or none, durable when it returns. An entry that
	// already stands is passed over, so appending again changes nothing. It
	// returns the lines that were new.
	Append(ctx context.Context, entries ...Entry) ([]Line, error)
	// Lines returns the ledger in order, within the query, as it stands at the
	// call. A capture's document comes without its text; Document returns it.
	Lines(ctx context.Context, q Query) iter.Seq2[Line, error]
	// Head returns the size and root hash of the log.
	Head(ctx context.Context) (Head, error)
}

// An Entry is one thing entered in the ledger; exactly one field is set.
type Entry struct {
	Capture  *Capture  `json:"capture,omitempty"`
	Reading  *Reading  `json:"reading,omitempty"`
	Link     *Link     `json:"link,omitempty"`
	Decision *Decision `json:"decision,omitempty"`
	// Keys are the blocking keys under which Index finds the document of a reading
	// or of a capture.
	// They are computed again by a rebuild and are no part of the ledger.
	Keys []string `json:"-"`
	// Profile is what Index gives back of a reading's document for judging it
	// against others; computed again as Keys are.
	Profile []byte `json:"-"`
}

// A Capture is one appearance of a document, archived. A capture that could not
// be read keeps its bytes and says why.
type Capture struct {
	Document   *Document  `json:"document,omitempty"` // nil when Problem is set
	Appearance Appearance `json:"appearance"`
	Problem    string     `json:"problem,omitempty"` // why the bytes could not be read
}

// A Line is an entry where it stands in the ledger.
type Line struct {
	Seq   int64     // from 0, without gaps: the leaf's number in the log
	At    time.Time // when it was entered; never earlier than the line before
	Entry Entry
}

// A Head is the state of the log: a Merkle tree over its lines (RFC 6962).
type Head struct {
	Size int64
	Root [32]byte
}

// Query narrows Lines. The zero Query matches everything.
type Query struct {
	Documents []DocumentID // only captures and readings, of these alone; nil is everything
	Links     bool         // of Documents also the links that join them with anything, and later ones on the same ends
	Doubts    bool         // of Links also those that hold nothing to be the same, which ask
	Naming    []string     // only, or beside Documents also, the decisions that name any of these; see Decision.Names
	After     int64        // lines numbered from here on, for readers that follow
	KnownAt   time.Time    // lines entered by this moment; zero is now
	Limit     int
}

// Index proposes the stored documents that a new one may have to do with.
type Index interface {
	// Sharing returns documents filed under any of the keys, those that share
	// most keys first, at most max. Of a key that hundreds are filed under it may
	// know the latest alone.
	Sharing(ctx context.Context, keys []string, max int) ([]DocumentID, error)
	// Profiles returns what was entered for judging some documents against others.
	// None is held of a document that appeared again since.
	Profiles(ctx context.Context, ids []DocumentID) (map[DocumentID][]byte, error)
	// Search returns the documents whose text matches a query of words, best
	// first.
	Search(ctx context.Context, words string, max int) ([]Hit, error)
	// Tellings returns the documents that tell of an incident whose id begins with
	// prefix, at most max, in the order of the ids.
	Tellings(ctx context.Context, prefix string, max int) ([]DocumentID, error)
	// Asked returns pairs of incidents of the catalogue between whose tellings the
	// machine's last word is a question, the likeliest first, at most max after some
	// that were given. People may have answered it.
	Asked(ctx context.Context, given, max int) ([]Asked, error)
	// Rulings returns the lines of decisions, the last first; undone ones and undos
	// are among them.
	Rulings(ctx context.Context, q RulingQuery) ([]Line, error)
}

// Asked is a pair of incidents that the machine asks about.
type Asked struct {
	Incidents [2]IncidentID
	Score     Score     // of the link that speaks most for their being one
	Changed   time.Time // when the ledger last had something new on either
}

// RulingQuery narrows Rulings. The zero RulingQuery matches every decision.
type RulingQuery struct {
	By     string // who ruled
	Act    Act
	ID     string // of one decision
	Before int64  // lines numbered below this one; 0 is no bound
	Limit  int    // 0 is 50
}

// A Hit is one document that a search found.
type Hit struct {
	Appearance Appearance
	Snippet    string // the words around the match, with «» about each matched word
	Score      float64
}
