package access

import "ascribe"

// Role is what a person may do at the desk. Each holds those before it.
type Role uint8

// Roles.
const (
	NoRole        Role = iota
	Viewer             // reads
	Coder              // adds articles and codes: accepts, rejects, corrects, codes by hand
	Reviewer           // rules: merges, splits, adjudicates, undoes what others decided
	Administrator      // accounts, cases, tokens, webhooks
)

var roles = [...]string{"", "viewer", "coder", "reviewer", "admin"}

// Roles lists the roles, the least first.
func Roles() []Role { return []Role{Viewer, Coder, Reviewer, Administrator} }

// String returns the name of the role.
func (r Role) String() string { return roles[min(int(r), len(roles)-1)] }

// ParseRole reads a role from its name.
func ParseRole(name string) (Role, error) {
	for _, r := range Roles() {
		if r.String() == name {
			return r, nil
		}
	}
	return NoRole, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%q is no role", name), "one of: viewer, coder, reviewer, admin")
}

// A Person is who uses the desk.
type Person struct {
	ID   string // of the account; "" on a machine without accounts
	Name string // the author of what the person decides
	Role Role   // in the case that is asked for
}

// May reports whether a person may do what a role may.
func (p Person) May(r Role) bool { return p.Role >= r }
