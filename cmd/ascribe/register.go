package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/extract/lexicon"
)

// actorsPath is where the rows lie that a desk adds to the register: beside the
// store. Rows are only added; each says when it was entered, so that a view of an
// earlier moment has the register of that moment.
func (a *app) actorsPath() string { return a.db + ".actors.csv" }

// ownActors returns the desk's rows, and a fingerprint of them for the engine's
// name: other actors make other readings.
func (a *app) ownActors() ([]lexicon.Row, string, error) {
	b, err := os.ReadFile(a.actorsPath())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, "", nil
	}
	if err != nil {
		return nil, "", fmt.Errorf("reading the desk's actors: %w", err)
	}
	rows, err := lexicon.ReadActors(bytes.NewReader(b), seeded())
	if err != nil {
		return nil, "", fmt.Errorf("%s: %w", a.actorsPath(), err)
	}
	return rows, fmt.Sprintf("actors/%x", sha256.Sum256(b))[:15], nil
}

// seeded reports which actors the built-in register has.
func seeded() func(ascribe.ActorID) bool {
	ids := map[ascribe.ActorID]bool{}
	for _, e := range lexicon.Seed().Entries() {
		ids[e.Actor.ID] = true
	}
	return func(id ascribe.ActorID) bool { return ids[id] }
}

// register returns the register as it stood at a moment, zero for now: the
// built-in one with the desk's rows.
func (a *app) register(until time.Time) (*lexicon.Register, string, error) {
	own, mark, err := a.ownActors()
	if err != nil || len(own) == 0 {
		return lexicon.Seed(), "", err
	}
	return lexicon.NewRegister(lexicon.Amended(lexicon.Seed().Entries(), own, until)...), mark, nil
}

func (a *app) actorsImport() *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE…",
		Short: "Add actors to the register, or correct its rows",
		Long: `Reads tables of actors (CSV, or - for standard input) with the header
` + lexicon.Header + `
as "ascribe actors table" prints them, and keeps the rows beside the store (--db).
A row takes the place of the one with its id. Every row names its source; people
belong in it for their office or as leaders of armed groups alone. An error names
the line and the column, and nothing is kept of a file that has one.

Articles that were read before keep their reading until "ascribe reread".`,
		Example: "  ascribe actors import --db ferry.db our-actors.csv",
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, paths []string) error {
			own, _, err := a.ownActors()
			if err != nil {
				return err
			}
			now := a.now().UTC()
			var more []lexicon.Row
			for _, path := range paths {
				rows, err := a.actorsFile(path, own)
				if err != nil {
					return err
				}
				for _, r := range rows {
					r.Entered = now
					if !stands(append(slices.Clone(own), more...), &r) {
						more = append(more, r)
					}
				}
			}
			if err := a.keepActors(append(own, more...)); err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "%d rows entered beside %s; ascribe reread reads the stored articles with them\n", len(more), a.db)
			return err
		},
	}
}

// stands reports whether the last row with an actor's id already says the same.
func stands(rows []lexicon.Row, r *lexicon.Row) bool {
	same := func(x, y *lexicon.Row) bool {
		return slices.Equal(lexicon.WriteRow(x)[:8], lexicon.WriteRow(y)[:8])
	}
	for i := len(rows) - 1; i >= 0; i-- {
		if rows[i].Actor.ID == r.Actor.ID {
			return same(&rows[i], r)
		}
	}
	return slices.ContainsFunc(lexicon.Seed().Entries(), func(e lexicon.Entry) bool { return same(&lexicon.Row{Entry: e}, r) })
}

// actorsFile reads one table; an error names the file, the line and the column.
func (a *app) actorsFile(path string, own []lexicon.Row) ([]lexicon.Row, error) {
	from, name := a.in, "standard input"
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, ascribe.WithHint(fmt.Errorf("reading actors: %w", err), "check the path")
		}
		defer f.Close()
		from, name = f, path
	}
	builtIn := seeded()
	rows, err := lexicon.ReadActors(from, func(id ascribe.ActorID) bool {
		return builtIn(id) || slices.ContainsFunc(own, func(r lexicon.Row) bool { return r.Actor.ID == id })
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, nil
}

func (a *app) keepActors(rows []lexicon.Row) error {
	f, err := os.Create(a.actorsPath())
	if err != nil {
		return ascribe.WithHint(fmt.Errorf("keeping the actors: %w", err), "check the folder of --db and its permissions")
	}
	err = writeActors(f, rows, true)
	return errors.Join(err, f.Close())
}

// writeActors writes rows as a table, with the time of entry or without.
func writeActors(w io.Writer, rows []lexicon.Row, entered bool) error {
	out := csv.NewWriter(w)
	head, n := strings.Split(lexicon.Header, ","), 8
	if entered {
		head, n = append(head, "entered"), 9
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for i := range rows {
		if err := out.Write(lexicon.WriteRow(&rows[i])[:n]); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func (a *app) actorsTable() *cobra.Command {
	var own bool
	cmd := &cobra.Command{
		Use:     "table",
		Short:   "Print the register as a table that import reads",
		Example: "  ascribe actors table --own > our-actors.csv",
		Args:    args(cobra.NoArgs),
	}
	cmd.Flags().BoolVar(&own, "own", false, "only the desk's own rows")
	cmd.RunE = func(*cobra.Command, []string) error {
		rows, _, err := a.ownActors()
		if err != nil {
			return err
		}
		seed := lexicon.Seed().Entries()
		if own {
			seed = nil
		}
		var all []lexicon.Row
		for _, e := range lexicon.Amended(seed, rows, time.Time{}) {
			all = append(all, lexicon.Row{Entry: e})
		}
		return writeActors(a.out, all, false)
	}
	return cmd
}

func (a *app) actorsWithdraw() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use:   "withdraw ID…",
		Short: "Take the desk's rows of an actor back",
		Long: `Enters that the desk's rows of an actor no longer hold: a built-in row with the id
holds again. Views of an earlier moment (--known-at) keep what stood then.`,
		Example: `  ascribe actors withdraw maran-front --reason "entered twice"`,
		Args:    args(cobra.MinimumNArgs(1)),
	}
	cmd.Flags().StringVar(&reason, "reason", "", "why (required)")
	cmd.RunE = func(_ *cobra.Command, ids []string) error {
		if strings.TrimSpace(reason) == "" {
			return usageError{fmt.Errorf("to withdraw takes a reason; give it with --reason")}
		}
		rows, _, err := a.ownActors()
		if err != nil {
			return err
		}
		current := lexicon.Amended(nil, rows, time.Time{})
		for _, id := range ids {
			if !slices.ContainsFunc(current, func(e lexicon.Entry) bool { return string(e.Actor.ID) == id }) {
				return ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "the desk has no row %q", id), "ascribe actors table --own lists its rows")
			}
			taken := lexicon.Row{Entered: a.now().UTC(), Withdrawn: true}
			taken.Actor = ascribe.Actor{ID: ascribe.ActorID(id), Sources: []string{strings.ReplaceAll(reason, "|", "/")}}
			rows = append(rows, taken)
		}
		if err := a.keepActors(rows); err != nil {
			return err
		}
		_, err = fmt.Fprintf(a.out, "%d rows withdrawn; ascribe reread reads the stored articles without them\n", len(ids))
		return err
	}
	return cmd
}

func (a *app) actorsFind() *cobra.Command {
	return &cobra.Command{
		Use:   "find NAME",
		Short: "List the actors of the register that carry a name or whose name it looks like",
		Long: `Lists the actors that carry a name, as a report would be read: by name, alias,
acronym or another spelling. Those that it only looks like come after them, marked
so: they are never taken for the same before a person says so.`,
		Example: "  ascribe actors find Daesh",
		Args:    args(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, names []string) error {
			r, _, err := a.register(time.Time{})
			if err != nil {
				return err
			}
			var found []ascribe.NameMatch
			for _, e := range r.Lookup(names[0]) {
				found = append(found, r.As(e, names[0]))
			}
			if len(found) == 0 {
				if _, how, ok := r.Find(names[0], ""); ok {
					found = append(found, how)
				} else {
					found = r.Alike(names[0])
				}
			}
			if len(found) == 0 {
				return ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no actor of the register is called %q", names[0]), "add it with ascribe actors import")
			}
			for _, m := range found {
				if err := a.printMatch(r, m); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func (a *app) printMatch(r *lexicon.Register, m ascribe.NameMatch) error {
	for _, e := range r.Entries() {
		if e.Actor.ID != m.Actor {
			continue
		}
		by := strings.ReplaceAll(m.By.String(), "_", " ") + " “" + m.Name + "”"
		if m.Because != "" {
			by += ": " + m.Because
		}
		if _, err := fmt.Fprintf(a.out, "%s\t%s\t%s\t%s\t%s\t%s\n", e.Actor.ID, e.Actor.Names[0].Text, e.Actor.Kind, strings.Join(e.Actor.Countries, "|"), strings.Join(e.Actor.Sources, "|"), by); err != nil {
			return err
		}
	}
	return nil
}
