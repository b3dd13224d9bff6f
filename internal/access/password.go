package access

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	_ "embed"
	"encoding/base64"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"ascribe"
)

// How long a password is. Longer is better; the upper limit keeps what is hashed small.
const (
	LeastPassword = 8    // characters
	GoodPassword  = 15   // characters
	MostPassword  = 1024 // bytes
)

// common are the 3,000 passwords of at least eight characters that are used most, the
// most common first: from the lists of zxcvbn (MIT licence, Dropbox, Inc.), which took
// them from passwords that became known.
//
//go:embed common.txt
var common string

// CheckPassword refuses a password that is guessed first: a common one, one of a few
// signs or a row of the keyboard, or one made of what anybody knows of the account.
func CheckPassword(password string, known ...string) error {
	password = norm.NFC.String(password)
	switch n := utf8.RuneCountInString(password); {
	case len(password) > MostPassword || !utf8.ValidString(password):
		return Refuse(LongPassword, ascribe.Invalid, "the password is too long", fmt.Sprintf("take at most %d bytes", MostPassword))
	case n < LeastPassword:
		return Refuse(ShortPassword, ascribe.Invalid, "the password is too short", fmt.Sprintf("take at least %d characters; %d or more are better, as in a few words of your own", LeastPassword, GoodPassword))
	}
	folded := FoldName(password)
	switch {
	case isCommon(folded) || isCommon(strings.TrimRight(folded, "0123456789!?.-_ ")):
		return Refuse(CommonPassword, ascribe.Invalid, "that password is one of the first that are guessed", "take a few words of your own")
	case plain(folded):
		return Refuse(PlainPassword, ascribe.Invalid, "that password is of too few different signs, or a row of the keyboard", "take a few words of your own")
	}
	rest := folded
	for _, k := range append([]string{"ascribe"}, known...) {
		if k = FoldName(k); utf8.RuneCountInString(k) >= 3 {
			rest = strings.ReplaceAll(rest, k, " ")
		}
	}
	if rest = strings.TrimSpace(rest); rest != folded && (utf8.RuneCountInString(rest) < LeastPassword/2 || isCommon(rest) || plain(rest)) {
		return Refuse(OwnPassword, ascribe.Invalid, "that password is made of what others know of the account", "take a few words that have nothing to do with you or the desk")
	}
	return nil
}

// isCommon reports whether a password is one of the common ones.
func isCommon(folded string) bool {
	for word := range strings.Lines(common) {
		if strings.TrimSuffix(word, "\n") == folded {
			return true
		}
	}
	return false
}

// rows are what fingers run along.
const rows = "abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm qwertzuiop yxcvbnm azertyuiop qsdfghjklm wxcvbn"

// plain reports whether a password is of few signs, or mostly rows.
func plain(password string) bool {
	signs := map[rune]bool{}
	for _, r := range password {
		signs[r] = true
	}
	if len(signs) < 5 {
		return true
	}
	steps, along := 0, 0
	for i := 0; i+2 <= len(password); i++ {
		pair := password[i : i+2]
		steps++
		if strings.Contains(rows, pair) || strings.Contains(rows, string([]byte{pair[1], pair[0]})) || pair[0] == pair[1] {
			along++
		}
	}
	return along*5 >= steps*4
}

// The cost of a hash (OWASP's first choice but for memory): 19 MiB, two passes.
const (
	memory  = 19 * 1024 // KiB
	passes  = 2
	threads = 1
	keySize = 32
)

// A Hasher hashes passwords, a few at once: many sign-ins take their time, and not the
// memory of the machine.
type Hasher struct{ slots chan struct{} }

// NewHasher returns a hasher that hashes n passwords at once.
func NewHasher(n int) *Hasher { return &Hasher{make(chan struct{}, n)} }

// wait is how long a password waits for its turn.
const wait = 10 * time.Second

func (h *Hasher) key(ctx context.Context, password string, salt []byte) ([]byte, error) {
	if len(password) > MostPassword {
		password = "" // no password is longer; the work is the same
	}
	late := time.NewTimer(wait)
	defer late.Stop()
	select {
	case h.slots <- struct{}{}:
		defer func() { <-h.slots }()
		return argon2.IDKey([]byte(norm.NFC.String(password)), salt, passes, memory, threads, keySize), nil
	case <-late.C:
		return nil, Refuse(Busy, ascribe.Later, "too many people are signing in at once", "try again in a minute")
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// form is how a hash is written down: that of the PHC.
var form = fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$", argon2.Version, memory, passes, threads)

// Hash returns what is kept of a password.
func (h *Hasher) Hash(ctx context.Context, password string) (string, error) {
	salt := make([]byte, 16)
	_, _ = rand.Read(salt) // it never fails
	key, err := h.key(ctx, password, salt)
	b64 := base64.RawStdEncoding
	return form + b64.EncodeToString(salt) + "$" + b64.EncodeToString(key), err
}

// nobody is the salt of who has no password.
var nobody = [16]byte{}

// Right reports whether a password is the one that was kept. Where none was kept it
// does the same work, and it is not.
func (h *Hasher) Right(ctx context.Context, password, kept string) (bool, error) {
	salt, want := nobody[:], make([]byte, keySize)
	if kept != "" {
		rest, ok := strings.CutPrefix(kept, form)
		s, k, both := strings.Cut(rest, "$")
		var err1, err2 error
		salt, err1 = base64.RawStdEncoding.DecodeString(s)
		want, err2 = base64.RawStdEncoding.DecodeString(k)
		if !ok || !both || err1 != nil || err2 != nil {
			return false, ascribe.WithHint(ascribe.Errorf(ascribe.Internal, "the password of the account is kept in a way that this program does not know"), "make a link for another: ascribe account reset LOGIN")
		}
	}
	key, err := h.key(ctx, password, salt)
	return err == nil && subtle.ConstantTimeCompare(key, want) == 1 && kept != "" && len(password) <= MostPassword, err
}
