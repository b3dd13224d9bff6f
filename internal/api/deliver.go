package api

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"

	"ascribe/internal/access"
)

// How webhooks are told.
const (
	rounds     = 2 * time.Second  // between looks at the ledger
	firstPause = 30 * time.Second // after a try that failed, doubled after each
	mostPause  = 6 * time.Hour
	mostTries  = 25 // about four days; then an administrator is to look
)

// Deliver tells the webhooks of what is new, until the context ends.
func (a *API) Deliver(ctx context.Context) {
	if a.Webhooks == nil || a.Post == nil {
		return
	}
	look := time.NewTicker(rounds)
	defer look.Stop()
	for {
		if err := a.round(ctx); err != nil && ctx.Err() == nil {
			a.Log.Printf("telling webhooks: %v", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-look.C:
		}
	}
}

// round tells each webhook what it was not told yet.
func (a *API) round(ctx context.Context) error {
	all, err := a.Webhooks.Webhooks(ctx)
	if err != nil || len(all) == 0 {
		return err
	}
	head, err := a.Store.Head(ctx)
	if err != nil {
		return err
	}
	var working sync.WaitGroup
	for i := range all {
		w := &all[i]
		if w.Line >= head.Size || w.Tries >= mostTries || a.Now().Before(w.Next) {
			continue
		}
		working.Go(func() {
			if err := a.tell(ctx, w); err != nil && ctx.Err() == nil {
				a.Log.Printf("telling webhook %s: %v", w.ID, err)
			}
		})
	}
	working.Wait()
	return nil
}

// tell posts the events after the lines that a webhook was told of, and keeps how that
// went.
func (a *API) tell(ctx context.Context, w *access.Webhook) error {
	fresh, to, err := a.events(ctx, w.Line)
	if err != nil {
		return err
	}
	for i := range fresh {
		if !slices.Contains(w.Events, fresh[i].Type) {
			continue
		}
		if err := a.post(ctx, w, &fresh[i]); err != nil {
			if ctx.Err() != nil {
				return err
			}
			w.Tries++
			w.Problem = err.Error()
			w.Next = a.Now().Add(min(firstPause<<min(w.Tries-1, 12), mostPause))
			return a.Webhooks.PutWebhook(ctx, w)
		}
	}
	w.Line, w.Tries, w.Problem, w.Next = to, 0, "", time.Time{}
	return a.Webhooks.PutWebhook(ctx, w)
}

// post signs an event as Standard Webhooks has it, and sends it.
func (a *API) post(ctx context.Context, w *access.Webhook, e *event) error {
	body, err := json.Marshal(e)
	if err != nil {
		return err
	}
	id, err := e.id()
	if err != nil {
		return err
	}
	at := strconv.FormatInt(a.Now().Unix(), 10)
	header := http.Header{}
	header.Set("Content-Type", "application/json")
	header.Set("User-Agent", a.Generator)
	header.Set("Webhook-Id", id)
	header.Set("Webhook-Timestamp", at)
	header.Set("Webhook-Signature", "v1,"+signature(w.Secret, id, at, body))
	return a.Post(ctx, w.URL, header, body)
}

// signature is the HMAC of a message, by the specification of Standard Webhooks.
func signature(secret []byte, id, at string, body []byte) string {
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(id + "." + at + "."))
	mac.Write(body)
	return base64.StdEncoding.EncodeToString(mac.Sum(nil))
}
