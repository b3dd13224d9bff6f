package access

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"encoding/base64"
	"net/url"
	"slices"
	"strings"
	"time"

	"ascribe"
)

// Event is something that a webhook is told of.
type Event string

// Events.
const (
	ClaimNew        Event = "claim.new"        // a source takes a position on an actor that it had not taken
	PositionDenied  Event = "position.denied"  // the same, and the position is that it was not
	TollChanged     Event = "toll.changed"     // the number that a record gives is another
	ReportRetracted Event = "report.retracted" // an outlet took back what it had reported
)

// Events lists the events.
func Events() []Event { return []Event{ClaimNew, PositionDenied, TollChanged, ReportRetracted} }

// A Webhook is an address that is told of events.
type Webhook struct {
	ID      string
	URL     string
	Events  []Event
	Created time.Time
	Secret  []byte    // by which what it is told is signed
	Line    int64     // lines of the ledger that it was told of
	Tries   int       // failed ones in a row
	Next    time.Time // not before
	Problem string    // why the last one failed
}

// NewWebhook makes a webhook that is told of what comes after some lines.
func NewWebhook(address string, events []string, line int64, now time.Time) (*Webhook, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%q is no address that can be posted to", address), "write https://HOST/PATH, without a name or a password in it")
	}
	w := &Webhook{URL: u.String(), Created: now.UTC(), Line: line, Secret: make([]byte, 32)}
	for _, e := range events {
		if !slices.Contains(Events(), Event(e)) {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%q is no event", e), "one of: claim.new, position.denied, toll.changed, report.retracted")
		}
		w.Events = append(w.Events, Event(e))
	}
	if len(w.Events) == 0 {
		w.Events = Events()
	}
	_, _ = rand.Read(w.Secret) // it never fails
	hash := Hash(string(w.Secret))
	w.ID = "w" + strings.ToLower(base32.StdEncoding.EncodeToString(hash[:8])[:8])
	return w, nil
}

// Shown is the secret as who receives is given it.
func (w *Webhook) Shown() string { return "whsec_" + base64.StdEncoding.EncodeToString(w.Secret) }

// Webhooks keeps webhooks.
type Webhooks interface {
	// PutWebhook enters a webhook, or what became of it since.
	PutWebhook(ctx context.Context, w *Webhook) error
	// Webhooks lists the webhooks, by when they were made.
	Webhooks(ctx context.Context) ([]Webhook, error)
	// DropWebhook ends a webhook; NotFound where there is none.
	DropWebhook(ctx context.Context, id string) error
}
