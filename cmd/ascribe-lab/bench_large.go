package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ascribe/bench"
	"ascribe/bench/large"
	"ascribe/bench/measure"
	"ascribe/internal/sqlite"
)

// largeFigures is where the tree keeps what was measured of a large store.
const largeFigures = "bench/results/large.csv"

func largeCommand() *cobra.Command {
	var dir, out string
	var sizes []int
	cmd := &cobra.Command{
		Use:   "large",
		Short: "Measure what adding an article and reading a record take in a large store",
		Long: `Takes 3,000 articles of the invented wire through the line, fills the store with
copies of them from other years, and measures at each size what adding one more
article takes, on one processor, and what a record takes. Then the record of an
incident that 175 sources report. Times are those of the processor.

Filling to 100,000 takes the better part of an hour; --dir keeps the store, and a
second run goes on where the first one ended.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if dir == "" {
				made, err := os.MkdirTemp("", "ascribe-large")
				if err != nil {
					return err
				}
				defer os.RemoveAll(made)
				dir = made
			}
			rows, err := measureLarge(cmd, dir, sizes)
			if err != nil {
				return err
			}
			before, err := rowsOf(largeFigures)
			if err != nil {
				return err
			}
			if err := measure.WriteTable(cmd.OutOrStdout(), rows, before); err != nil {
				return err
			}
			if out != "" {
				return writeRows(out, rows)
			}
			if err := writeRows(largeFigures, rows); err != nil {
				return err
			}
			var table strings.Builder
			if err := measure.WriteTable(&table, rows, nil); err != nil {
				return err
			}
			return replaceSection(resultsPage, "large", table.String())
		},
	}
	cmd.Flags().StringVar(&dir, "dir", "", "keep the store in this folder; else it is thrown away")
	cmd.Flags().StringVar(&out, "out", "", "write the figures as CSV to this file and leave the tree as it is")
	cmd.Flags().IntSliceVar(&sizes, "articles", []int{10_000, 100_000}, "how many articles the store has, in rising order")
	return cmd
}

func measureLarge(cmd *cobra.Command, dir string, sizes []int) ([]measure.Row, error) {
	x, err := bench.InventedReader(wireFolder)
	if err != nil {
		return nil, err
	}
	store, err := sqlite.Open(cmd.Context(), filepath.Join(dir, "large.db"))
	if err != nil {
		return nil, err
	}
	defer store.Close()
	c := &large.Case{Store: store, Extractor: x, Busy: busy, Progress: func(done, all int) {
		fmt.Fprintf(cmd.ErrOrStderr(), "%d of %d articles\n", done, all)
	}}
	return c.Measure(cmd.Context(), sizes)
}
