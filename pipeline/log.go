package pipeline

import (
	"cmp"
	"context"
	"slices"

	"ascribe"
)

// Undone tells which of some decisions a standing undo takes back. It reads what
// undoes them, and so on, and no more.
func Undone(ctx context.Context, store ascribe.Store, lines []ascribe.Line) (map[string]bool, error) {
	all := map[int64]ascribe.Decision{}
	var names []string
	for _, l := range lines {
		all[l.Seq] = *l.Entry.Decision
		names = append(names, l.Entry.Decision.ID)
	}
	for len(names) > 0 {
		var next []string
		for l, err := range store.Lines(ctx, ascribe.Query{Naming: names}) {
			if err != nil {
				return nil, err
			}
			if _, known := all[l.Seq]; !known && l.Entry.Decision != nil {
				all[l.Seq] = *l.Entry.Decision
				next = append(next, l.Entry.Decision.ID)
			}
		}
		names = next
	}
	return ascribe.Undone(inOrder(all)), nil
}

func inOrder(all map[int64]ascribe.Decision) []ascribe.Decision {
	seqs := make([]int64, 0, len(all))
	for seq := range all {
		seqs = append(seqs, seq)
	}
	slices.Sort(seqs)
	out := make([]ascribe.Decision, len(seqs))
	for i, seq := range seqs {
		out[i] = all[seq]
	}
	return out
}

// RulingsOn returns the lines of the decisions that are about an incident, those that
// were undone and what undid them among them, the last first.
func RulingsOn(ctx context.Context, store ascribe.Store, r *ascribe.Record) ([]ascribe.Line, error) {
	var names []string
	for i := range r.Documents {
		names = append(names, r.Documents[i].Document.String())
	}
	for id := range r.Cited {
		names = append(names, id.String())
	}
	for i := range r.Decisions {
		names = append(names, r.Decisions[i].ID)
	}
	all := map[int64]ascribe.Line{}
	for len(names) > 0 {
		var next []string
		for l, err := range store.Lines(ctx, ascribe.Query{Naming: names}) {
			if err != nil {
				return nil, err
			}
			if _, known := all[l.Seq]; !known && l.Entry.Decision != nil {
				all[l.Seq] = l
				next = append(next, l.Entry.Decision.ID)
			}
		}
		names = next
	}
	out := make([]ascribe.Line, 0, len(all))
	for _, l := range all {
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b ascribe.Line) int { return cmp.Compare(b.Seq, a.Seq) })
	return out, nil
}
