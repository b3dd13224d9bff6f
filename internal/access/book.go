package access

import (
	"context"
	"time"
)

// Deed is what somebody did to a desk.
type Deed string

// Deeds.
const (
	Founded       Deed = "founded" // made the first administrator and the first case
	Invited       Deed = "invited"
	Joined        Deed = "joined" // took an invitation
	Linked        Deed = "linked" // signed in with a provider for the first time
	PasswordReset Deed = "reset"  // made a link for another password
	PasswordSet   Deed = "password"
	LinkDropped   Deed = "dropped"
	LinkMade      Deed = "linkmade" // that makes the first administrator
	RoleSet       Deed = "role"
	AdminSet      Deed = "admin"
	Deactivated   Deed = "deactivated"
	Reactivated   Deed = "reactivated"
	SessionEnded  Deed = "ended"
	CaseMade      Deed = "made"
	CaseTitled    Deed = "titled"
	CaseClosed    Deed = "closed"
	CaseReopened  Deed = "reopened"
	TokenMade     Deed = "token"
	TokenRevoked  Deed = "revoked"
	WebhookMade   Deed = "webhook"
	WebhookEnded  Deed = "unhooked"
)

// Deeds lists the deeds.
func Deeds() []Deed {
	return []Deed{Founded, Invited, Joined, Linked, PasswordReset, PasswordSet, LinkDropped, LinkMade, RoleSet, AdminSet, Deactivated, Reactivated,
		SessionEnded, CaseMade, CaseTitled, CaseClosed, CaseReopened, TokenMade, TokenRevoked, WebhookMade, WebhookEnded}
}

// An Act is a line of the desk's log: who did what to whom or what, when and why.
type Act struct {
	ID      int64     `json:"id"`
	At      time.Time `json:"at"`
	Account string    `json:"account,omitempty"` // who; "" for who has the machine
	Name    string    `json:"name"`
	Did     Deed      `json:"did"`
	On      string    `json:"on,omitempty"` // to whom or what, as it is called
	Detail  string    `json:"detail,omitempty"`
	Why     string    `json:"why,omitempty"`
	Address string    `json:"address,omitempty"` // that the request came from
}

// A Change is what an act changes. It is entered as a whole, with its act, or not at
// all: nothing changes without a line in the log.
type Change struct {
	Act         Act
	Account     *Account // as it is to stand; its name must never have been another's
	Case        *Case
	Membership  *Membership
	Link        *Link  // new; ends the other links of its account
	Use         *Link  // must still be good at the time of the act
	Drop        string // the link that is taken back
	EndSessions string // the account whose sessions end,
	Keep        string // but this one
	EndSession  string // the one session of EndSessions that ends
	Name        string // that nobody else may have from now on, and its Owner
	Owner       string
}

// Failures counts how often signing in to an account failed within an hour.
type Failures struct {
	Hour    time.Time `json:"hour"`
	Account string    `json:"account,omitempty"` // "" where there is none of the login that was tried
	Address string    `json:"address"`
	Count   int       `json:"count"`
}

// A Book keeps who belongs to a desk. What is not there is NotFound.
type Book interface {
	// Enter makes a change. It is a Conflict where a name or a login is taken, where a
	// link is no longer good, and where nobody would be left to administer the desk.
	Enter(ctx context.Context, c *Change) error

	// Accounts lists the accounts by their names, ended ones too.
	Accounts(ctx context.Context) ([]Account, error)
	// Account returns an account by its id.
	Account(ctx context.Context, id string) (*Account, error)
	// AccountOf returns the account that has a login.
	AccountOf(ctx context.Context, login string) (*Account, error)

	// PutLanguage keeps the language that the owner of an account reads.
	PutLanguage(ctx context.Context, account, language string) error

	// Cases lists the cases by their names, closed ones too.
	Cases(ctx context.Context) ([]Case, error)
	// Memberships lists who may do what in which case.
	Memberships(ctx context.Context) ([]Membership, error)

	// Link returns the link whose secret hashes so, good or not.
	Link(ctx context.Context, hash [32]byte) (*Link, error)
	// Links lists the links that were made, the newest first.
	Links(ctx context.Context) ([]Link, error)

	// PutSession enters a session of an account, which is a Conflict unless its password
	// is still kept as it was when it was found right.
	PutSession(ctx context.Context, s *Session, password string) error
	// SeeSession notes when and where a session was seen, if it still stands.
	SeeSession(ctx context.Context, s *Session) error
	// Session returns the session whose secret hashes so.
	Session(ctx context.Context, hash [32]byte) (*Session, error)
	// Sessions lists the sessions of an account, the one seen last first.
	Sessions(ctx context.Context, account string) ([]Session, error)
	// DropSession ends a session, if there is one.
	DropSession(ctx context.Context, id string) error

	// Acts lists what was done before an act, or lately where it is 0, the newest first.
	Acts(ctx context.Context, before int64, most int) ([]Act, error)
	// Fail counts a sign-in that failed.
	Fail(ctx context.Context, f Failures) error
	// Failures lists how often signing in failed since a moment, the latest hour first.
	Failures(ctx context.Context, since time.Time) ([]Failures, error)
	// Setting returns what the desk keeps of itself under a key, or enters the value and
	// returns it where there is none yet.
	Setting(ctx context.Context, key string, value []byte) ([]byte, error)
}
