package access

// An Identity is how a provider of sign-ins knows a person. Its subject never changes;
// its address of mail is believed only where the provider has verified it.
type Identity struct {
	Issuer, Subject string
	Email           string
	Verified        bool
	Name            string
}
