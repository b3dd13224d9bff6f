package web

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"ascribe/internal/access"
	"ascribe/internal/oidc"
)

// An elsewhere is a provider of OpenID Connect, which signs in one person.
type elsewhere struct {
	*httptest.Server
	t     *testing.T
	key   *rsa.PrivateKey
	now   func() time.Time
	who   map[string]any // claims of the person
	bend  func(claims map[string]any)
	codes map[string]url.Values // what was asked for, by the code that was given for it
}

const clientSecret = "a secret of the client"

func newElsewhere(t *testing.T) *elsewhere {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	e := &elsewhere{t: t, key: key, bend: func(map[string]any) {}, codes: map[string]url.Values{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		e.write(w, map[string]any{"issuer": e.URL, "authorization_endpoint": e.URL + "/authorize", "token_endpoint": e.URL + "/token", "jwks_uri": e.URL + "/keys", "id_token_signing_alg_values_supported": []string{"RS256"}})
	})
	mux.HandleFunc("GET /keys", func(w http.ResponseWriter, _ *http.Request) {
		b64 := base64.RawURLEncoding.EncodeToString
		e.write(w, map[string]any{"keys": []any{map[string]any{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "k", "n": b64(key.N.Bytes()), "e": b64(big.NewInt(int64(key.E)).Bytes())}}})
	})
	mux.HandleFunc("GET /authorize", func(w http.ResponseWriter, r *http.Request) {
		code := rand.Text()
		e.codes[code] = r.URL.Query()
		http.Redirect(w, r, r.URL.Query().Get("redirect_uri")+"?"+url.Values{"code": {code}, "state": {r.URL.Query().Get("state")}}.Encode(), http.StatusFound)
	})
	mux.HandleFunc("POST /token", e.token)
	e.Server = httptest.NewServer(mux)
	t.Cleanup(e.Close)
	return e
}

func (e *elsewhere) write(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(v); err != nil {
		e.t.Error(err)
	}
}

// token changes a code for a token, once, for who proves to have asked for it.
func (e *elsewhere) token(w http.ResponseWriter, r *http.Request) {
	asked, ok := e.codes[r.FormValue("code")]
	delete(e.codes, r.FormValue("code"))
	sum := sha256.Sum256([]byte(r.FormValue("code_verifier")))
	id, secret, _ := r.BasicAuth()
	secret, _ = url.QueryUnescape(secret)
	if !ok || asked.Get("code_challenge_method") != "S256" || asked.Get("code_challenge") != base64.RawURLEncoding.EncodeToString(sum[:]) ||
		r.FormValue("redirect_uri") != asked.Get("redirect_uri") || id != "ascribe" || secret != clientSecret {
		http.Error(w, `{"error":"invalid_grant","error_description":"no such code for `+secret+`"}`, http.StatusBadRequest)
		return
	}
	claims := map[string]any{"iss": e.URL, "aud": "ascribe", "nonce": asked.Get("nonce"), "iat": e.now().Unix(), "exp": e.now().Add(time.Minute).Unix()}
	for k, v := range e.who {
		claims[k] = v
	}
	e.bend(claims)
	e.write(w, map[string]any{"access_token": "x", "token_type": "Bearer", "id_token": e.sign(claims, e.key)})
}

func (e *elsewhere) sign(claims map[string]any, key *rsa.PrivateKey) string {
	body, err := json.Marshal(claims)
	if err != nil {
		e.t.Error(err)
	}
	b64 := base64.RawURLEncoding.EncodeToString
	signed := b64([]byte(`{"alg":"RS256","kid":"k","typ":"JWT"}`)) + "." + b64(body)
	sum := sha256.Sum256([]byte(signed))
	sig, err := rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, sum[:])
	if err != nil {
		e.t.Error(err)
	}
	return signed + "." + b64(sig)
}

// provided is a desk whose people may sign in elsewhere, its administrator, and a
// person who was invited by an address of mail.
func provided(t *testing.T) (*house, *elsewhere) {
	t.Helper()
	e := newElsewhere(t)
	h := newHouse(t, func(d *Desk) {
		d.Provider = &oidc.Provider{Called: "Northern University", Issuer: e.URL, Client: "ascribe", Secret: clientSecret, Now: d.Now}
	})
	e.now = h.Now
	admin := h.founded()
	h.is(admin.post("/accounts", "name", "Ines Torvald", "login", "ines", "email", "Ines@uni.example", "case", "estuary", "role", "coder", "why", "joins"), http.StatusOK)
	e.who = map[string]any{"sub": "s-1", "email": "ines@uni.example", "email_verified": true}
	return h, e
}

// back is where the provider sends a browser that began to sign in.
func (b *browser) back() string {
	b.t.Helper()
	to := b.is(b.get("/provider?back=/c/estuary/review"), http.StatusSeeOther).Header().Get("Location")
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	w, err := client.Get(to)
	if err != nil {
		b.t.Fatal(err)
	}
	defer w.Body.Close()
	at, ok := strings.CutPrefix(w.Header.Get("Location"), origin)
	if !ok {
		b.t.Fatalf("sent to %q", w.Header.Get("Location"))
	}
	return at
}

// Who was invited signs in elsewhere, and is the same person whatever the address of
// mail becomes; nobody else is let in, and no account is made.
func TestProvider(t *testing.T) {
	h, e := provided(t)
	if page := h.browser().get("/sign-in").Body.String(); !strings.Contains(page, "Sign in with Northern University") {
		t.Error("the page does not offer the provider")
	}
	b := h.browser()
	if to := h.is(b.get(b.back()), http.StatusSeeOther).Header().Get("Location"); to != "/c/estuary/review" {
		t.Errorf("leads to %q", to)
	}
	h.is(b.get("/c/estuary/review"), http.StatusOK)

	e.who = map[string]any{"sub": "s-1", "email": "ines.torvald@uni.example", "email_verified": true}
	b = h.browser()
	h.is(b.get(b.back()), http.StatusSeeOther)

	for name, who := range map[string]map[string]any{
		"another person of the same address":     {"sub": "s-2", "email": "ines@uni.example", "email_verified": true},
		"a person whom nobody invited":           {"sub": "s-3", "email": "mallory@uni.example", "email_verified": true},
		"a person without an address":            {"sub": "s-4"},
		"a person of an unverified address":      {"sub": "s-5", "email": "vera@uni.example", "email_verified": false},
		"a person of the login of another":       {"sub": "ines", "email": "ines", "email_verified": true},
		"a person of the address without a mark": {"sub": "s-6", "email": "vera@uni.example"},
	} {
		e.who = who
		b := h.browser()
		if w := b.get(b.back()); w.Code != http.StatusForbidden || b.cookies["__Host-ascribe_session"] != nil {
			t.Errorf("%s: status %d, cookies %v", name, w.Code, b.cookies)
		}
	}
	if all, err := h.book.Accounts(t.Context()); err != nil || len(all) != 2 {
		t.Errorf("%d accounts, %v", len(all), err)
	}

	e.who = map[string]any{"sub": "s-1"}
	a := h.account("ines")
	a.Ended = h.Now()
	if err := h.book.Enter(t.Context(), &access.Change{Act: access.Act{At: h.Now(), Did: access.Deactivated}, Account: a}); err != nil {
		t.Fatal(err)
	}
	b = h.browser()
	h.is(b.get(b.back()), http.StatusForbidden)
}

// A token that is not what was asked for lets nobody in, and neither does a code that
// was used, or brought by another browser.
func TestProviderAttacks(t *testing.T) {
	h, e := provided(t)
	other, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	for name, bend := range map[string]func(map[string]any){
		"wrong nonce":    func(c map[string]any) { c["nonce"] = "n" },
		"no nonce":       func(c map[string]any) { delete(c, "nonce") },
		"wrong audience": func(c map[string]any) { c["aud"] = "another" },
		"expired":        func(c map[string]any) { c["exp"] = e.now().Add(-time.Hour).Unix() },
		"other issuer":   func(c map[string]any) { c["iss"] = "https://evil.example" },
	} {
		e.bend = bend
		b := h.browser()
		if w := b.get(b.back()); w.Code != http.StatusForbidden || b.cookies["__Host-ascribe_session"] != nil {
			t.Errorf("%s: status %d", name, w.Code)
		}
	}
	e.bend = func(map[string]any) {}
	right := e.key
	e.key = other
	b := h.browser()
	h.is(b.get(b.back()), http.StatusForbidden)
	e.key = right

	b = h.browser()
	at := b.back()
	h.is(h.browser().get(at), http.StatusForbidden) // in another's browser: and the sign-in is over
	h.is(b.get(at), http.StatusForbidden)

	b = h.browser()
	at = b.back()
	h.is(b.get(at), http.StatusSeeOther)
	thief := h.browser()
	thief.cookies["__Host-ascribe_flow"] = &http.Cookie{Name: "__Host-ascribe_flow", Value: strings.SplitN(at, "state=", 2)[1]}
	h.is(thief.get(at), http.StatusForbidden) // replayed

	b = h.browser()
	at = b.back()
	code := strings.SplitN(strings.SplitN(at, "code=", 2)[1], "&", 2)[0]
	delete(e.codes, code) // the provider knows it no more: its answer holds the secret
	h.is(b.get(at), http.StatusForbidden)

	b = h.browser()
	at = b.back()
	h.later(flowLasts)
	h.is(b.get(at), http.StatusForbidden)
	h.is(h.browser().get("/provider/back?code=x&state="), http.StatusForbidden)
	if strings.Contains(h.log.String(), clientSecret) || h.log.Len() == 0 {
		t.Errorf("the log holds\n%s", h.log)
	}
}

// A provider that is away keeps nobody from signing in with a password.
func TestProviderAway(t *testing.T) {
	h := newHouse(t, func(d *Desk) {
		d.Provider = &oidc.Provider{Called: "Northern University", Issuer: "http://127.0.0.1:1", Client: "ascribe", Now: d.Now}
	})
	h.founded()
	b := h.browser()
	h.is(b.get("/provider"), http.StatusForbidden)
	h.is(b.post("/sign-in", "login", "vera", "password", password), http.StatusSeeOther)
}
