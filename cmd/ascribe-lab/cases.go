package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/bench"
	"ascribe/bench/cases"
)

// Where the cases and the invented places lie.
const (
	casesFolder    = "bench/cases"
	casesFigures   = "bench/results/cases.csv"
	newsroomFolder = "testdata/newsroom"
)

func benchCasesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "cases",
		Short: "Count how many of the invented cases are read as expected",
		Long: `Reads the cases of bench/cases as they are written and in capitals, prints how
many of each file and tier are read as expected, and writes that to
bench/results/cases.csv and bench/RESULTS.md. Which ones: go test ./bench/cases -v.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return countCases(cmd.OutOrStdout()) },
	}
}

// countCases reads the cases, prints how many of them are read as expected, and
// writes that to where it is kept.
func countCases(out io.Writer) error {
	all, err := cases.Folder(os.DirFS(casesFolder))
	if err != nil {
		return err
	}
	x, err := bench.InventedReader(newsroomFolder)
	if err != nil {
		return err
	}
	scores, err := cases.Measure(x, all)
	if err != nil {
		return err
	}
	table := cases.Table(scores)
	fmt.Fprintf(out, "%s", table)
	var figures bytes.Buffer
	if err := cases.WriteScores(&figures, scores); err != nil {
		return err
	}
	if err := os.WriteFile(casesFigures, figures.Bytes(), 0o644); err != nil {
		return err
	}
	return replaceSection(resultsPage, "cases", table)
}

func factsCommand() *cobra.Command {
	var published string
	var capitals bool
	cmd := &cobra.Command{
		Use:   "facts [TEXT]",
		Short: "Print what is read in a text, in the language of the cases",
		Long: `Prints what is read in a text as the facts that would ask for it in a case of
bench/cases; ¶ divides paragraphs. Without a text, each line of standard input is one.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			x, err := bench.InventedReader(newsroomFolder)
			if err != nil {
				return err
			}
			var day time.Time
			if published != "" {
				if day, err = time.Parse(time.DateOnly, published); err != nil {
					return ascribe.Errorf(ascribe.Invalid, "--published %q is no day (2024-03-22)", published)
				}
			}
			in := cmd.InOrStdin()
			if len(args) == 1 {
				in = strings.NewReader(args[0])
			}
			lines := bufio.NewScanner(in)
			for lines.Scan() {
				one := []cases.Case{{Text: cases.Paragraphs(lines.Text()), Published: day}}
				if capitals {
					one = cases.InCapitals(one)
				}
				read, err := cases.Run(x, one)
				if err != nil {
					return err
				}
				fmt.Fprintln(cmd.OutOrStdout(), lines.Text())
				for _, f := range read[0].Read {
					fmt.Fprintf(cmd.OutOrStdout(), "  %s\n", f)
				}
			}
			return lines.Err()
		},
	}
	cmd.Flags().StringVar(&published, "published", "", "the day on which the text appeared")
	cmd.Flags().BoolVar(&capitals, "capitals", false, "put the text into capitals first")
	return cmd
}
