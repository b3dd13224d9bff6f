package api

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"ascribe/internal/access"
)

// A receiver takes what webhooks are told, and checks who signed it.
type receiver struct {
	t      *testing.T
	mu     sync.Mutex
	secret []byte
	broken error
	got    []event
	ids    []string
}

func (r *receiver) post(_ context.Context, _ string, h http.Header, body []byte) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	mac := hmac.New(sha256.New, r.secret)
	fmt.Fprintf(mac, "%s.%s.%s", h.Get("webhook-id"), h.Get("webhook-timestamp"), body)
	if want := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)); h.Get("webhook-signature") != want {
		r.t.Errorf("signed %s, want %s", h.Get("webhook-signature"), want)
	}
	if r.broken != nil {
		return r.broken
	}
	var e event
	if err := json.Unmarshal(body, &e); err != nil {
		r.t.Error(err)
	}
	r.got, r.ids = append(r.got, e), append(r.ids, h.Get("webhook-id"))
	return nil
}

// subscribed is a desk whose webhook tells a receiver.
func subscribed(t *testing.T, events string) (*desk, *receiver) {
	d := fresh(t)
	w := d.ask(http.MethodPost, Base+"/webhooks", `{"url":"https://hook.example/in"`+events+`}`, "Content-Type", "application/json")
	var s subscription
	if err := json.Unmarshal(w.Body.Bytes(), &s); err != nil || w.Code != http.StatusCreated {
		t.Fatal(w.Code, w.Body)
	}
	secret, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(s.Secret, "whsec_"))
	if err != nil || len(secret) != 32 {
		t.Fatalf("secret %q", s.Secret)
	}
	r := &receiver{t: t, secret: secret}
	d.api.Post = r.post
	return d, r
}

// added sends an article.
func (d *desk) added(t *testing.T, id, published, text string) {
	t.Helper()
	b, err := json.Marshal(map[string]string{"id": id, "outlet": id + ".example", "published": published, "title": "Blast at the mill in Port Maren", "text": text})
	if err != nil {
		t.Fatal(err)
	}
	if w := d.ask(http.MethodPost, Base+"/articles", string(b), "Content-Type", "application/json"); w.Code != http.StatusOK {
		t.Fatal(w.Code, w.Body)
	}
}

// round lets the webhooks be told.
func (d *desk) round(t *testing.T) {
	t.Helper()
	if err := d.api.round(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// typesOf are the types of what was received, sorted.
func (r *receiver) typesOf() []string {
	var out []string
	for _, e := range r.got {
		out = append(out, string(e.Type))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

const blast = "PORT MAREN, March 28 (SWS) - A bomb exploded at the old mill in Port Maren on Thursday, killing three people, police said. "

// Who subscribes is told of what comes, once: a claim, another number, a denial; not of
// what was there, and not of one article's reprint.
func TestWebhooksAreTold(t *testing.T) {
	d, r := subscribed(t, "")
	if d.round(t); len(r.got) != 0 {
		t.Errorf("told of what was there: %+v", r.got)
	}
	d.added(t, "herald", "2025-03-28T08:00:00Z", blast+"The Maran Liberation Front claimed responsibility for the attack.")
	d.round(t)
	if !slices.Equal(r.typesOf(), []string{"claim.new"}) || r.got[0].Data.Actor != "Maran Liberation Front" || r.got[0].Data.Position != "claimed" {
		t.Fatalf("%+v", r.got)
	}
	n := len(r.got)
	if d.round(t); len(r.got) != n {
		t.Error("told twice")
	}
	d.added(t, "courier", "2025-03-28T20:00:00Z", "PORT MAREN, March 28 - The bomb that exploded at the old mill in Port Maren on Thursday killed seven people, the police said. The Maran Liberation Front denied responsibility for the attack.")
	d.round(t)
	types := r.typesOf()
	if !slices.Contains(types, "position.denied") || !slices.Contains(types, "toll.changed") {
		t.Errorf("%v: %+v", types, r.got)
	}
	for _, e := range r.got {
		if e.Type == access.TollChanged && (e.Data.After == nil || e.Data.Harm == "" || e.Data.Before != nil && *e.Data.Before == *e.Data.After) {
			t.Errorf("%+v", e.Data)
		}
	}
	slices.Sort(r.ids)
	if len(slices.Compact(r.ids)) != len(r.got) {
		t.Error("two events have one id")
	}
}

// What an outlet takes back is told.
func TestWebhookOfRetraction(t *testing.T) {
	d, r := subscribed(t, `,"events":["report.retracted"]`)
	article := func(text string) string {
		b, err := json.Marshal(map[string]string{"id": "herald", "url": "https://herald.example/mill", "outlet": "herald.example", "published": "2025-03-28T08:00:00Z", "title": "Blast at the mill", "text": text})
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	at := now()
	d.api.Now = func() time.Time { at = at.Add(time.Hour); return at }
	for _, text := range []string{blast + "The Maran Liberation Front claimed responsibility for the attack.",
		"Editor's note: This article has been retracted. It reported a bombing at the old mill in Port Maren that did not take place."} {
		if w := d.ask(http.MethodPost, Base+"/articles", article(text), "Content-Type", "application/json"); w.Code != http.StatusOK {
			t.Fatal(w.Code, w.Body)
		}
		d.round(t)
	}
	if len(r.got) != 1 || r.got[0].Type != access.ReportRetracted || r.got[0].Data.Outlet != "herald.example" {
		t.Errorf("%+v", r.got)
	}
}

// What is not taken is told again later, with the same id, and the list says why.
func TestWebhookIsToldLater(t *testing.T) {
	d, r := subscribed(t, `,"events":["claim.new"]`)
	at := now()
	d.api.Now = func() time.Time { return at }
	r.broken = errors.New("hook.example answered 503")
	d.added(t, "herald", "2025-03-28T08:00:00Z", blast+"The Maran Liberation Front claimed responsibility for the attack.")
	d.round(t)
	var all webhooksBody
	if d.get(t, "/webhooks", &all); all.Webhooks[0].Tries != 1 || all.Webhooks[0].Problem == nil || all.Webhooks[0].Next == nil || all.Webhooks[0].Secret != "" {
		t.Errorf("%+v", all.Webhooks)
	}
	r.broken = nil
	if d.round(t); len(r.got) != 0 {
		t.Error("told before its time")
	}
	at = at.Add(firstPause)
	if d.round(t); len(r.got) == 0 {
		t.Error("not told later")
	}
	var after webhooksBody
	if d.get(t, "/webhooks", &after); after.Webhooks[0].Tries != 0 || after.Webhooks[0].Problem != nil {
		t.Errorf("%+v", after.Webhooks)
	}
	if w := d.ask(http.MethodDelete, Base+"/webhooks/"+after.Webhooks[0].ID, ""); w.Code != http.StatusNoContent {
		t.Error(w.Code)
	}
	if w := d.ask(http.MethodDelete, Base+"/webhooks/"+after.Webhooks[0].ID, ""); w.Code != http.StatusNotFound {
		t.Error(w.Code)
	}
}

// An address that could not be meant is refused when it is given.
func TestWebhookAddress(t *testing.T) {
	for _, address := range []string{"", "nonsense", "http://hook.example/", "https://", "ftp://hook.example/", "https://name:word@hook.example/", "file:///etc/passwd"} {
		b, err := json.Marshal(map[string]string{"url": address})
		if err != nil {
			t.Fatal(err)
		}
		if w := newsroom.ask(http.MethodPost, Base+"/webhooks", string(b), "Content-Type", "application/json"); w.Code != http.StatusBadRequest {
			t.Errorf("%q: %d", address, w.Code)
		}
	}
	if w := newsroom.ask(http.MethodPost, Base+"/webhooks", `{"url":"https://hook.example/","events":["all"]}`, "Content-Type", "application/json"); w.Code != http.StatusBadRequest {
		t.Error(w.Code)
	}
}

// The signature is that of the example of the specification.
func TestSignature(t *testing.T) {
	secret, err := base64.StdEncoding.DecodeString("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
	if err != nil {
		t.Fatal(err)
	}
	if got := signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", []byte(`{"test": 2432232314}`)); got != "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=" {
		t.Error(got)
	}
}
