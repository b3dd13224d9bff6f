package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"ascribe/bench/dates"
	"ascribe/bench/geo"
	"ascribe/bench/incidents"
	"ascribe/bench/measure"
	"ascribe/bench/muc"
	"ascribe/bench/polnear"
	"ascribe/bench/re3d"
	"ascribe/bench/toll"
	"ascribe/extract"
)

// A readingBench measures the readings of the line on one set of real reports.
type readingBench struct {
	name, short string
	measure     func(data string, x *extract.Extractor, progress func(step string, done, all int)) ([]measure.Row, error)
}

// readingBenches are the sets, in the order in which the page of results has them.
var readingBenches = []readingBench{
	{"dates", "Measure date expressions and when incidents happened", dates.Measure},
	{"geo", "Measure toponyms and where they lie on LGL and GeoVirus", geo.Measure},
	{"fa-kes", "Measure actor, place and killed on FA-KES", toll.FAKES},
	{"longtail", "Measure killed, injured and date on LongTail", toll.LongTail},
	{"polnear", "Measure who says what on PolNeAR", polnear.Measure},
	{"muc4", "Measure incidents and who and what took part in them on MUC-4", muc.Measure},
	{"speed", "Measure how many reports a second are read", measureSpeed},
	{"newsroom", "Measure readings and record of the invented newsroom", measureNewsroom},
	{"incidents", "Measure which of LongTail's articles are brought together", incidents.Measure},
	{"origins", "Measure which articles of an invented wire are found to be one piece of reporting", measureOrigins},
	{"re3d", "Measure how actors relate on re3d", re3d.Measure},
}

func (b readingBench) command() *cobra.Command {
	var data, out string
	cmd := &cobra.Command{
		Use:   b.name,
		Short: b.short,
		Long: b.short + `.

Prints the table, with the figures of the last run beside it, and writes them to
bench/results/` + b.name + `.csv and bench/RESULTS.md; or with --out to a file alone. The
corpora are no part of the project; ASCRIBE_DATA or --data says where they lie.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return b.report(cmd, data, out) },
	}
	cmd.Flags().StringVar(&data, "data", dataFolder(), "the folder of the corpora")
	cmd.Flags().StringVar(&out, "out", "", "write the figures as CSV to this file and leave the tree as it is")
	return cmd
}

// benchAllCommand measures every set, one after the other.
func benchAllCommand() *cobra.Command {
	var data string
	cmd := &cobra.Command{
		Use:   "all",
		Short: "Measure the readings on every set, count the cases, and write the page of results anew",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, b := range readingBenches {
				fmt.Fprintf(cmd.OutOrStdout(), "\n%s: %s\n\n", b.name, b.short)
				if err := b.report(cmd, data, ""); err != nil {
					return fmt.Errorf("bench %s: %w", b.name, err)
				}
			}
			return countCases(cmd.OutOrStdout())
		},
	}
	cmd.Flags().StringVar(&data, "data", dataFolder(), "the folder of the corpora")
	return cmd
}

// report measures, prints the table and writes the figures to where they are kept,
// or to the file out alone.
func (b readingBench) report(cmd *cobra.Command, data, out string) error {
	rows, err := b.run(cmd.ErrOrStderr(), data)
	if err != nil {
		return err
	}
	before, err := rowsOf(b.figures())
	if err != nil {
		return err
	}
	if err := measure.WriteTable(cmd.OutOrStdout(), rows, before); err != nil {
		return err
	}
	if out != "" {
		return writeRows(out, rows)
	}
	return b.keep(rows)
}

// figures is the file in which the tree keeps what was measured.
func (b readingBench) figures() string { return "bench/results/" + b.name + ".csv" }

func (b readingBench) run(notes io.Writer, data string) ([]measure.Row, error) {
	s, err := benchSubject()
	if err != nil {
		return nil, err
	}
	return b.measure(data, extract.New(s.Engine), func(step string, done, all int) {
		fmt.Fprintf(notes, "%s: %d of %d\n", step, done, all)
	})
}

func (b readingBench) keep(rows []measure.Row) error {
	if err := writeRows(b.figures(), rows); err != nil {
		return err
	}
	var table strings.Builder
	if err := measure.WriteTable(&table, rows, nil); err != nil {
		return err
	}
	return replaceSection(resultsPage, b.name, table.String())
}
