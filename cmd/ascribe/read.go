package main

import (
	"bufio"
	"fmt"

	"github.com/spf13/cobra"

	"ascribe/publish"
)

func (a *app) readCommand() *cobra.Command {
	var as string
	var asJSON, explain bool
	cmd := &cobra.Command{
		Use:   "read FILE…",
		Short: "Print what the program reads in articles; nothing is stored",
		Long: `Prints the reading of every article: who says what, incidents, who is blamed,
tolls, dates, places, relations. A folder stands for the files below it, - for
standard input. The format is sniffed, or named with --as.

With --explain every value is followed by what a reviewer needs to argue with it:
the exact words that it rests on with the number of their sentence (the first is
1), who says so, the program's own score from 0 to 1, and why it was read so:
the rule, or the features of a model that weighed most (docs/reading.md).

Places that were imported beside the store (--db) are known.`,
		Example: `  ascribe read report.html
  ascribe read --json articles.jsonl > readings.jsonl
  ascribe read --explain report.txt
  cat report.txt | ascribe read -`,
		Args: args(cobra.MinimumNArgs(1)),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line (docs/formats.md, ascribe.reading/1)")
	cmd.Flags().BoolVar(&explain, "explain", false, "say of every value on which words it rests, who says so, and why it was read")
	cmd.Flags().StringVar(&as, "as", "", "the format: html, text, jsonl, feed or eml")
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		kind, err := kindOf(as)
		if err != nil {
			return err
		}
		if asJSON && explain {
			return usageError{fmt.Errorf("--json and --explain exclude each other; the JSON holds the reasons too, as because and grounds")}
		}
		x, err := a.extractor()
		if err != nil {
			return err
		}
		files, problems := inputs(paths)
		for _, p := range problems {
			a.report(p)
		}
		failed, total := len(problems), len(problems)
		write := publish.Outline
		switch {
		case asJSON:
			write = publish.Reading
		case explain:
			write = publish.Explain
		}
		out := bufio.NewWriter(a.out)
		src := a.open(files, kind)
		for art := range src.articles(cmd.Context()) {
			total++
			if art.Err != nil {
				failed++
				a.report(art.Err)
				continue
			}
			if err := write(out, x.Read(art.Document, art.Appearance), art.Document, art.Appearance); err != nil {
				return fmt.Errorf("writing the reading of %s: %w", art.Appearance.InputID, err)
			}
		}
		return finish(cmd.Context(), out.Flush(), src.close(), failed, total)
	}
	return cmd
}
