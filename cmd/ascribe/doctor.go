package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"ascribe"
)

// health is what doctor prints: one line a check.
type health struct {
	Name string `json:"name"`
	OK   bool   `json:"ok"`
	Says string `json:"says"`
	Do   string `json:"do,omitempty"`
}

func (a *app) doctorCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Say whether program, registers and store are well, and what the store holds",
		Long: `Loads the engine and the registers, opens the store, and counts what it holds.
It reads only. For a proof of every hash and anchor use ascribe check.`,
		Example: "  ascribe doctor --db ferry.db --json",
		Args:    args(cobra.NoArgs),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		all := []health{a.engineHealth()}
		all = append(all, a.storeHealth(cmd.Context())...)
		sick := 0
		for _, h := range all {
			if !h.OK {
				sick++
			}
			if err := a.printHealth(h, asJSON); err != nil {
				return err
			}
		}
		if sick > 0 {
			return ascribe.Errorf(ascribe.Invalid, "%d of %d checks failed", sick, len(all))
		}
		return nil
	}
	return cmd
}

func (a *app) printHealth(h health, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(a.out).Encode(h)
	}
	mark := "ok  "
	if !h.OK {
		mark = "FAIL"
	}
	_, err := fmt.Fprintf(a.out, "%s %-9s %s\n", mark, h.Name, h.Says)
	if err == nil && h.Do != "" {
		_, err = fmt.Fprintf(a.out, "               %s\n", h.Do)
	}
	return err
}

func sick(name string, err error) health {
	return health{Name: name, Says: err.Error(), Do: ascribe.HintOf(err)}
}

func (a *app) engineHealth() health {
	x, err := a.extractor()
	if err != nil {
		return sick("engine", err)
	}
	return health{Name: "engine", OK: true, Says: x.Engine()}
}

// storeHealth opens the store and counts what stands in it. That there is none
// yet is well.
func (a *app) storeHealth(ctx context.Context) []health {
	if _, err := os.Stat(a.db); os.IsNotExist(err) {
		return []health{{Name: "store", OK: true, Says: "none at " + a.db, Do: "make one with ascribe add"}}
	}
	store, err := a.store(ctx, mustExist)
	if err != nil {
		return []health{sick("store", err)}
	}
	defer store.Close()
	head, err := store.Head(ctx)
	if err != nil {
		return []health{sick("store", err)}
	}
	state, err := fold(ctx, store, ascribe.Pins{})
	if err != nil {
		return []health{sick("ledger", err)}
	}
	c, err := count(store.Lines(ctx, ascribe.Query{}))
	if err != nil {
		return []health{sick("ledger", err)}
	}
	return []health{
		{Name: "store", OK: true, Says: a.db},
		{Name: "ledger", OK: true, Says: fmt.Sprintf("%d lines, root %x", head.Size, head.Root)},
		{Name: "holds", OK: true, Says: c.String()},
		{Name: "positions", OK: true, Says: c.positionWords()},
		{Name: "incidents", OK: true, Says: fmt.Sprintf("%d after joining", len(state.Incidents()))},
	}
}

// positionWords lists the attributions by position, the most frequent first.
func (c counts) positionWords() string {
	all := make([]ascribe.Position, 0, len(c.positions))
	for p := range c.positions {
		all = append(all, p)
	}
	sort.Slice(all, func(i, j int) bool {
		if c.positions[all[i]] != c.positions[all[j]] {
			return c.positions[all[i]] > c.positions[all[j]]
		}
		return all[i] < all[j]
	})
	words := make([]string, len(all))
	for i, p := range all {
		words[i] = fmt.Sprintf("%s %d", p, c.positions[p])
	}
	return strings.Join(words, ", ")
}
