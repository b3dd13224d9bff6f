package access

// An Identity is how a provider of sign-ins knows a person. Its subject never changes;
// its address of mail is believed only where the provider has verified it.
type Identity struct {
	Issuer, Subject string
	Email           string
	Verified        bool
}

// A Flow is a sign-in with a provider that was begun: the state that the browser comes
// back with, the nonce that the token must bear, and what proves that the code is ours
// (PKCE).
type Flow struct{ State, Nonce, Verifier string }

// NewFlow begins a sign-in.
func NewFlow() *Flow { return &Flow{newSecret(), newSecret(), newSecret() + newSecret()} }
