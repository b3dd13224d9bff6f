package ascribe

import (
	"context"
	"time"
)

// A Catalogue lists the incidents of a ledger with their records, so that a list
// or a page need not fold the ledger. It is a cache as of one line: whoever folds
// the ledger enlists what stands in it, and all that it holds can be made again.
type Catalogue interface {
	// Catalogued returns how many lines of the ledger have been folded into the
	// catalogue, and by which rules.
	Catalogued(ctx context.Context) (lines int64, rules string, err error)
	// Enlist enters folds, all or none, each in the place of those that looked into
	// one of its ids. It is passed over where one of these holds more lines.
	Enlist(ctx context.Context, e Enlistment) error
	// Outdated returns those of some ids that no fold of at least so many lines
	// looked into, and one id of each older fold that rests on any of some names.
	Outdated(ctx context.Context, ids []IncidentID, names []string, lines int64) ([]IncidentID, error)
	// Listed returns the listing that an id leads to; NotFound when none does.
	Listed(ctx context.Context, id IncidentID) (*Listing, error)
	// Browse returns one page of the incidents that a selection is about.
	Browse(ctx context.Context, s Selection) (*Page, error)
	// Tally counts the incidents that a selection is about by one of their values,
	// the most frequent first, at most max.
	Tally(ctx context.Context, s Selection, by Facet, max int) ([]Tallied, error)
	// Spots returns where on the map the incidents of a selection are, those of the most
	// incidents first, at most max, and how many spots there are.
	Spots(ctx context.Context, s Selection, max int) (spots []Spot, total int, err error)
}

// An Enlistment is what one step of folding the ledger found.
type Enlistment struct {
	Lines int64  // of the ledger, that the catalogue then holds
	Rules string // by which it was folded; what was folded by others is thrown away
	Folds []Fold
}

// A Fold is what stands in one neighbourhood of the ledger.
type Fold struct {
	Lines    int64        // of the ledger, when it was folded
	Looked   []IncidentID // every id in it, whether an incident has it or not
	Rests    []string     // what it is made of: a later line that is about none of these does not alter it
	Listings []Listing
}

// A Listing is an incident as the catalogue holds it.
type Listing struct {
	Brief  Brief
	Record *Record
}

// A Brief is one line of the list of incidents. It names no private person.
type Brief struct {
	Incident  IncidentID
	Title     string
	Type      IncidentType
	Stage     Stage
	When      *Date
	Where     *Place
	Tolls     map[Harm]Figure // by the record's own policy
	Stands    []Stand
	Outlets   []OutletID
	Reports   int       // appearances of the documents that tell of it
	Documents int       //
	Origins   int       // independent ones that stand
	First     time.Time // publication of the first report and of the latest; zero when none is dated
	Last      time.Time
	Changed   time.Time // when the ledger last had something new on it
	Contested []string  // in words
	Decisions int       // of people, that bear on it and stand
	Withdrawn bool      // no report of it stands any more
	Need      float64   // how much it needs a person: 0 when every statement was ruled on
}

// A Stand is the position that one source takes on an actor, as it stands.
type Stand struct {
	Actor    ActorRef
	Position Position
	Source   string // the empty one is the narrator
	Role     Role
	Origins  int
}

// A Selection says which incidents a list is about. The zero Selection is about
// all of them.
type Selection struct {
	Words    string    // in a report of it, as in Search
	From, To time.Time // days that it may have been on; zero is open
	Dated    *bool     // whether a day is known
	Placed   *bool     // whether a point on the map is known
	Within   *Box      // its point
	// Precision is how closely its place is known (UCDP where_prec), 0 where that is unknown.
	Precision *int
	Country   string        // ISO 3166-1 alpha-3
	Type      *IncidentType //
	Actor     ActorID       // on whom a source takes a position
	Position  *Position     // that some source takes, on Actor where one is given
	Source    string        // who takes it
	Outlet    OutletID      // that reports it
	Document  *DocumentID   // that tells of it
	Origins   int           // at least so many

	Contested, Decided, Withdrawn *bool

	Order Order
	Limit int    // of a page; 0 is 50
	After string // the Next of the page before
}

// A Box is a part of the map; West is greater than East when it holds 180 degrees.
type Box struct{ South, West, North, East float64 }

// Order is how a list is ordered.
type Order uint8

// Orders of a list.
const (
	LatestFirst   Order = iota // by the day of the incident, the undated last
	NewsFirst                  // by the publication of the latest report
	ChangesFirst               // by when the ledger last had something new on it
	NeedFirst                  // by how much it needs a person; what needs none is left out
	EarliestFirst              // by the day, the undated last, as a chronicle
)

var orders = []string{"latest", "news", "changes", "need", "earliest"}

// String returns the name of the order.
func (o Order) String() string { return nameOf(orders, o) }

// MarshalText writes the order's name.
func (o Order) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads the order's name.
func (o *Order) UnmarshalText(b []byte) error { return parseName(o, "order", orders, b) }

// A Page is a part of the list of incidents.
type Page struct {
	Briefs   []Brief
	Total    int    // incidents that the selection is about
	Undated  int    // of them
	Unplaced int    // of them, without a point on the map
	Lines    int64  // of the ledger that the catalogue holds
	Next     string // what the next page comes after; empty on the last
}

// Facet is a value by which incidents are counted.
type Facet uint8

// Facets of incidents.
const (
	ByCountry Facet = iota
	ByType
	ByActor // on whom a source takes a position
	ByPosition
	BySource // who takes a position
	ByOutlet
)

var facets = []string{"country", "type", "actor", "position", "source", "outlet"}

// String returns the name of the facet.
func (f Facet) String() string { return nameOf(facets, f) }

// Tallied is a value and how many incidents have it.
type Tallied struct {
	Value     string // of an actor the id
	Name      string // of an actor as it is mostly named; else the value
	Incidents int
}

// A Spot is a point on the map with the incidents that are known to be there, all as
// closely as its place says.
type Spot struct {
	Where       Place     // as the latest of its incidents has it
	Incidents   int       //
	Undated     int       // of them
	First, Last time.Time // days that they may have been on; zero when none is dated
}
