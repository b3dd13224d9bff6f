package access

import (
	"crypto/rand"
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"ascribe"
)

// An Account is a person who signs in to a desk. It is never deleted: what the person
// decided stands under its name.
type Account struct {
	ID            string    `json:"id"`
	Name          string    `json:"name"` // the author of what the person decides, nobody else's ever
	Login         string    `json:"login"`
	Email         string    `json:"email,omitempty"`
	Administrator bool      `json:"administrator"`
	Language      string    `json:"language,omitempty"` // of the pages, BCP 47
	Created       time.Time `json:"created"`
	Ended         time.Time `json:"ended,omitzero"` // nobody signs in to it since
	Password      string    `json:"-"`              // see [Hasher.Hash]; "" is none
	Issuer        string    `json:"issuer,omitempty"`
	Subject       string    `json:"-"` // what its provider calls it; "" as long as it has none
	Revision      int64     `json:"-"` // how often it was entered: a change rests on the last
}

// NewAccount makes an account to which nobody can sign in yet.
func NewAccount(name, login, email string, now time.Time) (*Account, error) {
	a := &Account{ID: newID("a"), Name: norm.NFC.String(strings.Join(strings.Fields(name), " ")), Login: strings.ToLower(strings.TrimSpace(login)), Email: strings.ToLower(strings.TrimSpace(email)), Created: now.UTC()}
	if err := CheckName(a.Name); err != nil {
		return nil, err
	}
	if !loginForm.MatchString(a.Login) {
		return nil, Refuse(BadLogin, ascribe.Invalid, fmt.Sprintf("%q is no login", login), "use 2 to 64 letters (a to z), digits and . _ - @")
	}
	if a.Email != "" && !emailForm.MatchString(a.Email) {
		return nil, Refuse(BadEmail, ascribe.Invalid, fmt.Sprintf("%q is no address of mail", email), "write it as name@example.org, or leave it empty")
	}
	return a, nil
}

// Open reports whether somebody can sign in to the account.
func (a Account) Open() bool { return a.Ended.IsZero() && (a.Password != "" || a.Subject != "") }

var (
	loginForm = regexp.MustCompile(`^[a-z0-9][a-z0-9._@-]{1,63}$`)
	emailForm = regexp.MustCompile(`^[^\s@<>,;"]{1,64}@[a-z0-9.-]{1,190}$`)
)

// CheckName refuses a name that cannot be read the way it is compared: that has signs
// which are unseen or turn the direction of writing.
func CheckName(name string) error {
	letters, odd := 0, false
	for _, r := range name {
		if unicode.IsLetter(r) {
			letters++
		}
		odd = odd || !unicode.IsPrint(r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Variation_Selector, r)
	}
	if odd || letters == 0 || utf8.RuneCountInString(name) > 80 {
		return Refuse(BadName, ascribe.Invalid, fmt.Sprintf("%q is no name to decide under", name), "write it as it shall stand under decisions: letters, at most 80")
	}
	return nil
}

// FoldName is a name as it is compared: names that differ only in case, width or spaces
// are one.
func FoldName(name string) string {
	return strings.Join(strings.Fields(cases.Fold().String(norm.NFKC.String(name))), " ")
}

// newID makes the id of something.
func newID(kind string) string { return kind + strings.ToLower(rand.Text()[:10]) }

// A Case is a project with a ledger of its own.
type Case struct {
	Name    string    `json:"name"` // of its file and its address
	Title   string    `json:"title"`
	Created time.Time `json:"created"`
	Closed  time.Time `json:"closed,omitzero"` // nobody reads it since
}

// NewCase makes a case.
func NewCase(name, title string, now time.Time) (*Case, error) {
	if err := CheckCase(name); err != nil {
		return nil, err
	}
	c := &Case{Name: name, Created: now.UTC()}
	return c, c.Call(title)
}

// CheckCase checks the name of a case, which is that of a file, too.
func CheckCase(name string) error {
	if !caseForm.MatchString(name) || device.MatchString(name) {
		return Refuse(BadCase, ascribe.Invalid, fmt.Sprintf("%q is no name of a case", name), "use 1 to 40 small letters, digits and -, as in ferry-2025")
	}
	return nil
}

// Call gives a case a title.
func (c *Case) Call(title string) error {
	title = norm.NFC.String(strings.Join(strings.Fields(title), " "))
	if title == "" || utf8.RuneCountInString(title) > 120 {
		return Refuse(BadTitle, ascribe.Invalid, "a case needs a title of at most 120 characters", "write what it is about")
	}
	c.Title = title
	return nil
}

var (
	caseForm = regexp.MustCompile(`^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$`)
	device   = regexp.MustCompile(`^(?:desk|con|prn|aux|nul|com[0-9]|lpt[0-9])$`) // not a case but the desk; and no names of files on Windows
)

// A Membership is what an account may do in a case.
type Membership struct {
	Account string `json:"account"`
	Case    string `json:"case"`
	Role    Role   `json:"-"` // NoRole ends it
}
