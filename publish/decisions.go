package publish

import (
	"fmt"
	"io"

	"ascribe"
)

// A Decision is what a person ruled and whether it stands: no standing undo takes
// it back.
type Decision struct {
	ascribe.Decision
	Standing bool `json:"standing"`
	// Missing lists what it is about that no current reading holds.
	Missing []string `json:"missing,omitempty"`
}

// DecisionsOf says of all decisions of a ledger, in order, which stand, and what of
// those is missing.
func DecisionsOf(all []ascribe.Decision, missing func(*ascribe.Decision) []string) []Decision {
	undone := ascribe.Undone(all)
	out := make([]Decision, len(all))
	for i, d := range all {
		out[i] = Decision{Decision: d, Standing: !undone[d.ID]}
		if out[i].Standing {
			out[i].Missing = missing(&d)
		}
	}
	return out
}

// DecisionsJSON writes one line of JSON for each decision, as the ledger holds
// it. It names who decided, so it is for the desk itself.
func DecisionsJSON(w io.Writer, all []Decision) error {
	for _, d := range all {
		if err := writeLine(w, d); err != nil {
			return err
		}
	}
	return nil
}

// DecisionTable writes decisions as a table for a terminal.
func DecisionTable(w io.Writer, all []Decision) error {
	t := newTable(w, "DECISION", "MADE", "STANDS", "ACT", "ABOUT", "BY", "REASON")
	idle := 0
	for i := range all {
		d := &all[i]
		stands := "stands"
		switch {
		case !d.Standing:
			stands = "undone"
		case len(d.Missing) > 0:
			stands = "stands, idle"
			idle++
		}
		t.row(d.ID, moment(d.At), stands, d.Act.String(), aboutWords(d), d.By.Name, d.Reason)
	}
	end := countOf(len(all), "decision") + ", in order."
	if idle > 0 {
		end += fmt.Sprintf(" What %d of them (idle) are about is not in the current readings; --json names it.", idle)
	}
	return t.end(end)
}

// aboutWords says in short what a decision is about.
func aboutWords(d *Decision) string {
	switch {
	case len(d.Pairs) > 0:
		return countOf(len(d.Pairs), "pair")
	case len(d.Statements) == 1:
		return "statement " + d.Statements[0].String()[:8]
	case len(d.Statements) > 0:
		return fmt.Sprintf("%d statements", len(d.Statements))
	case d.Correction != nil:
		return "the " + d.Correction.Slot.String()
	case d.Coding != nil && d.Coding.Value != nil:
		return "the " + d.Coding.Value.Slot.String()
	case d.Coding != nil:
		return "the speaker of " + d.Coding.Instead.String()[:8]
	}
	return d.Undoes
}
