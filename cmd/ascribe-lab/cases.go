package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/bench/cases"
	"ascribe/extract"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// Where the cases and the invented places lie.
const (
	casesFolder    = "bench/cases"
	casesFigures   = "bench/results/cases.csv"
	inventedPlaces = "testdata/newsroom/places.csv"
)

func benchCasesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "cases",
		Short: "Count how many of the invented cases are read as expected",
		Long: `Reads the cases of bench/cases as they are written and in capitals, prints how
many of each file and tier are read as expected, and writes that to
bench/results/cases.csv and bench/RESULTS.md. Which ones: go test ./bench/cases -v.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			all, err := cases.Folder(os.DirFS(casesFolder))
			if err != nil {
				return err
			}
			x, err := inventedReader()
			if err != nil {
				return err
			}
			scores, err := cases.Measure(x, all)
			if err != nil {
				return err
			}
			table := cases.Table(scores)
			fmt.Fprintf(cmd.OutOrStdout(), "%s", table)
			var figures bytes.Buffer
			if err := cases.WriteScores(&figures, scores); err != nil {
				return err
			}
			if err := os.WriteFile(casesFigures, figures.Bytes(), 0o644); err != nil {
				return err
			}
			return replaceSection(resultsPage, "cases", table)
		},
	}
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
			x, err := inventedReader()
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

// inventedReader is the extractor that ships, with the invented places.
func inventedReader() (*extract.Extractor, error) {
	index, err := gazetteer.Embedded()
	if err != nil {
		return nil, err
	}
	b, err := os.ReadFile(inventedPlaces)
	if err != nil {
		return nil, fmt.Errorf("run this at the root of the project: %w", err)
	}
	places, err := gazetteer.Parse(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	engine, err := nlp.NewLinear(lexicon.Seed(), index.With(places))
	if err != nil {
		return nil, err
	}
	return extract.New(engine), nil
}
