package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/extract"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
	"ascribe/internal/sqlite"
	"ascribe/pipeline"
	"ascribe/read"
)

func lineCommand() *cobra.Command {
	var data, out string
	cmd := &cobra.Command{
		Use:   "line",
		Short: "Run the whole line over the real corpora and print what it found and how fast",
		Long: `Reads, extracts, reconciles and appends every article of the corpora into a
store that is thrown away, checks the store, and prints the figures. The corpora
are no part of the project; ASCRIBE_DATA or --data says where they lie.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var all []figures
			for _, c := range corpora {
				f, err := runLine(cmd.Context(), c, data)
				if err != nil {
					return err
				}
				all = append(all, f)
				fmt.Fprintln(cmd.ErrOrStderr(), c.name, "done")
			}
			if out != "" {
				return writeFigures(out, all)
			}
			return figuresTable(cmd.OutOrStdout(), all)
		},
	}
	cmd.Flags().StringVar(&data, "data", dataFolder(), "the folder of the corpora")
	cmd.Flags().StringVar(&out, "out", "", "write the figures as CSV to this file instead")
	return cmd
}

// figures is what the line found in one corpus.
type figures struct {
	set               string
	documents, failed int
	words             int
	seconds           float64
	anchors, exact    int64
	found             map[string]int
}

// engine is the extractor that ships.
func engine() (*extract.Extractor, error) {
	places, err := gazetteer.Embedded()
	if err != nil {
		return nil, err
	}
	engine, err := nlp.NewLinear(lexicon.Seed(), places)
	if err != nil {
		return nil, err
	}
	return extract.New(engine), nil
}

func runLine(ctx context.Context, c lineSet, data string) (f figures, err error) {
	in, err := c.input(data)
	if err != nil {
		return f, err
	}
	x, err := engine()
	if err != nil {
		return f, err
	}
	dir, err := os.MkdirTemp("", "ascribe-lab")
	if err != nil {
		return f, err
	}
	defer os.RemoveAll(dir)
	store, err := sqlite.Open(ctx, filepath.Join(dir, "line.db"))
	if err != nil {
		return f, err
	}
	defer store.Close()
	began := time.Now()
	line := pipeline.Pipeline{Store: store, Extractor: x}
	res, err := line.Add(ctx, read.Articles(in))
	if err != nil {
		return f, err
	}
	f = figures{set: c.name, documents: res.Added, failed: len(res.Failed), seconds: time.Since(began).Seconds(), found: map[string]int{}}
	if err := f.count(ctx, store); err != nil {
		return f, err
	}
	report, err := store.Check(ctx, nil)
	if err != nil {
		return f, err
	}
	f.anchors, f.exact = report.Anchors.Checked, report.Anchors.Exact
	if len(report.Problems) > 0 {
		return f, fmt.Errorf("%s: check found %d problems, first: %v", c.name, len(report.Problems), report.Problems[0])
	}
	return f, nil
}

// count counts what the readings hold.
func (f *figures) count(ctx context.Context, store ascribe.Store) error {
	for l, err := range store.Lines(ctx, ascribe.Query{}) {
		if err != nil {
			return err
		}
		if c := l.Entry.Capture; c != nil && c.Document != nil {
			d, err := store.Document(ctx, c.Document.ID)
			if err != nil {
				return err
			}
			f.words += len(strings.Fields(d.Text))
		}
		r := l.Entry.Reading
		if r == nil {
			continue
		}
		f.found["statements"] += len(r.Statements)
		f.found["incidents"] += len(r.Incidents)
		f.found["tolls"] += len(r.Tolls)
		f.found["relations"] += len(r.Relations)
		for i := range r.Statements {
			if r.Statements[i].Source.Role != ascribe.Narrator {
				f.found["voices"]++
			}
		}
		for _, a := range r.Attributions {
			f.found[a.Stance.Position().String()]++
		}
	}
	return nil
}

// columns of the table, in order; positions follow.
func columns() []string {
	cols := []string{"statements", "voices", "incidents", "tolls", "relations"}
	for p := ascribe.ReportedAsFact; p <= ascribe.Cleared; p++ {
		cols = append(cols, p.String())
	}
	return cols
}

func rows(all []figures) [][]string {
	head := append([]string{"corpus", "documents", "failed", "words", "documents/s", "anchors", "exact"}, columns()...)
	table := [][]string{head}
	sort.SliceStable(all, func(i, j int) bool { return all[i].set < all[j].set })
	for _, f := range all {
		row := []string{f.set, fmt.Sprint(f.documents), fmt.Sprint(f.failed), fmt.Sprint(f.words),
			fmt.Sprintf("%.1f", float64(f.documents)/f.seconds), fmt.Sprint(f.anchors), fmt.Sprint(f.exact)}
		for _, c := range columns() {
			row = append(row, fmt.Sprint(f.found[c]))
		}
		table = append(table, row)
	}
	return table
}

// figuresTable writes a Markdown table with a row a figure and a column a corpus.
func figuresTable(w io.Writer, all []figures) error {
	table := rows(all)
	for i := range table[0] {
		line := "|"
		for _, row := range table {
			line += " " + row[i] + " |"
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
		if i == 0 {
			if _, err := fmt.Fprintln(w, "|---"+strings.Repeat("|---:", len(table)-1)+"|"); err != nil {
				return err
			}
		}
	}
	return nil
}

func writeFigures(path string, all []figures) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := csv.NewWriter(f)
	if err := w.WriteAll(rows(all)); err != nil {
		return err
	}
	return f.Close()
}
