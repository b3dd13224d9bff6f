package ascribe

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
)

// A Decision is what a person ruled in one act, and why. It is appended, never
// edited; an undo takes it back as if it had never been made, and may be undone
// itself. Each act has fields of its own; the others are empty.
type Decision struct {
	ID          string        `json:"id"` // of the words below; see Identify
	Act         Act           `json:"act"`
	Pairs       []Pair        `json:"pairs,omitempty"`      // of merge and split
	Statements  []StatementID `json:"statements,omitempty"` // of accept and reject
	Credibility Credibility   `json:"credibility,omitzero"` // of accept and reject, where the reviewer rates
	Correction  *Correction   `json:"correction,omitempty"` // of correct
	Coding      *Coding       `json:"coding,omitempty"`     // of code
	Undoes      string        `json:"undoes,omitempty"`     // of undo: the decision taken back
	Reason      string        `json:"reason"`
	By          Agent         `json:"by"`
	At          time.Time     `json:"at"`
}

// Act is what a decision does.
type Act uint8

// Acts.
const (
	NoAct   Act = iota
	Merge       // ends are the same
	Split       // ends are not the same
	Accept      // statements are read rightly
	Reject      // statements are not, and carry nothing
	Correct     // a value is another than the machine read
	Undo        // an earlier decision is taken back
	Code        // what the machine missed is coded by hand
)

var acts = []string{"", "merge", "split", "accept", "reject", "correct", "undo", "code"}

// String returns the name of the act.
func (a Act) String() string { return nameOf(acts, a) }

// MarshalText writes the act's name.
func (a Act) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads the act's name.
func (a *Act) UnmarshalText(b []byte) error { return parseName(a, "act", acts, b) }

// A Pair is a person's word on two ends: see [Link]. Later words on the same
// ends stand before earlier ones.
type Pair struct {
	Kind      LinkKind  `json:"kind"`
	Left      string    `json:"left"`
	Right     string    `json:"right"`
	Judgement Judgement `json:"judgement"` // Same or Different
}

// Credibility is the reviewer's rating on the Admiralty scale: reliability of
// the source A-F, credibility of the information 1-6. Zero is not rated, which
// is exported as "cannot be judged" (F6).
type Credibility struct {
	Source      string `json:"source,omitempty"`
	Information int    `json:"information,omitempty"`
}

// Identify sets and returns the id of the decision, a hash of all its words.
func (d *Decision) Identify() (string, error) {
	words := *d
	words.ID = ""
	b, err := json.Marshal(words)
	if err != nil {
		return "", Errorf(Invalid, "the decision cannot be written as JSON: %w", err)
	}
	sum := sha256.Sum256(b)
	d.ID = "d" + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:8])[:12])
	return d.ID, nil
}

// Validate reports a decision that lacks its author, its reason or what its act
// is about, or that says more than its act can.
func (d *Decision) Validate() error {
	switch {
	case d.By.Name == "" || d.By.Machine:
		return Errorf(Invalid, "decision %s has no person as its author", d.ID)
	case strings.TrimSpace(d.Reason) == "":
		return WithHint(Errorf(Invalid, "decision %s has no reason", d.ID), "say why; the reason is what a later reader has to go by")
	case d.At.IsZero():
		return Errorf(Invalid, "decision %s has no time", d.ID)
	}
	if err := d.Credibility.Validate(); err != nil {
		return Errorf(Invalid, "decision %s: %w", d.ID, err)
	}
	if d.Act == NoAct || int(d.Act) >= len(acts) {
		return Errorf(Invalid, "decision %s has no act", d.ID)
	}
	return d.validateWords()
}

// validateWords looks into what the act is about.
func (d *Decision) validateWords() error {
	for _, words := range []struct {
		what  string
		given bool
		needs bool
	}{
		{"pairs", len(d.Pairs) > 0, d.Act == Merge || d.Act == Split},
		{"statements", len(d.Statements) > 0, d.Act == Accept || d.Act == Reject},
		{"a correction", d.Correction != nil, d.Act == Correct},
		{"a coding", d.Coding != nil, d.Act == Code},
		{"a decision to undo", d.Undoes != "", d.Act == Undo},
	} {
		if words.needs && !words.given {
			return Errorf(Invalid, "decision %s: to %s needs %s", d.ID, d.Act, words.what)
		}
		if words.given && !words.needs {
			return Errorf(Invalid, "decision %s: to %s is not about %s", d.ID, d.Act, words.what)
		}
	}
	for _, p := range d.Pairs {
		if p.Left == "" || p.Right == "" || p.Left == p.Right || p.Judgement != Same && p.Judgement != Different {
			return Errorf(Invalid, "decision %s: the pair %s needs two ends and a judgement, same or different", d.ID, p)
		}
	}
	if d.Correction != nil {
		return d.Correction.validate()
	}
	if d.Coding != nil {
		return d.Coding.validate()
	}
	return nil
}

// String writes a pair in a line.
func (p Pair) String() string {
	return fmt.Sprintf("%s %s %s: %s", p.Kind, p.Left, p.Right, p.Judgement)
}

// Validate reports a rating off the scale.
func (c Credibility) Validate() error {
	if c.Source != "" && (len(c.Source) != 1 || c.Source < "A" || c.Source > "F") {
		return Errorf(Invalid, "reliability of the source %q is not A to F", c.Source)
	}
	if c.Information < 0 || c.Information > 6 {
		return Errorf(Invalid, "credibility of the information %d is not 1 to 6", c.Information)
	}
	return nil
}

// Names returns what the decision is about: statements, decisions and actors by
// their ids, and by the id of its document whatever lies in one; each once.
func (d *Decision) Names() []string {
	var out []string
	for _, p := range d.Pairs {
		for _, end := range []string{p.Left, p.Right} {
			if doc, ok := DocumentOf(end); ok {
				end = doc.String()
			}
			out = append(out, end)
		}
	}
	for _, id := range d.Statements {
		out = append(out, id.String())
	}
	if d.Correction != nil {
		out = append(out, d.Correction.Telling.Document.String())
	}
	if d.Coding != nil {
		out = append(out, d.Coding.Document().String())
	}
	if d.Undoes != "" {
		out = append(out, d.Undoes)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Telling returns the telling that a person coded a value of, or an incident by;
// false where the decision codes none.
func (d *Decision) Telling() (MentionID, bool) {
	if d.Coding == nil || d.Coding.Deed == nil {
		return MentionID{}, false
	}
	return d.Coding.Deed.Telling, true
}

// Undone returns the ids of the decisions that a standing undo takes back.
// Decisions must come in the order of the ledger.
func Undone(all []Decision) map[string]bool {
	undone := map[string]bool{}
	for i := len(all) - 1; i >= 0; i-- {
		if d := &all[i]; d.Act == Undo && !undone[d.ID] {
			undone[d.Undoes] = true
		}
	}
	return undone
}

// Standing returns the decisions that stand, undos left out, in the order of the
// ledger, in which they must come.
func Standing(all []Decision) []Decision {
	undone := Undone(all)
	var out []Decision
	for _, d := range all {
		if d.Act != Undo && !undone[d.ID] {
			out = append(out, d)
		}
	}
	return out
}
