package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"ascribe/pipeline"
)

func (a *app) addCommand() *cobra.Command {
	var as string
	cmd := &cobra.Command{
		Use:   "add FILE…",
		Short: "Archive articles, read them and enter what they say in the ledger",
		Long: `Archives every article, reads it, judges which incidents, actors and origins it
has to do with, and appends all of that to the ledger. A folder stands for the
files below it, - for standard input.

Adding an article that is already there changes nothing, so an interrupted run
is finished by giving the same command again. Bytes that cannot be read are
kept and reported; the others are added all the same (exit code 3).`,
		Example: `  ascribe add reports/
  ascribe add --db ferry.db articles.jsonl feed.xml page.html
  ascribe add --as text - < report.txt`,
		Args: args(cobra.MinimumNArgs(1)),
	}
	cmd.Flags().StringVar(&as, "as", "", "the format: html, text, jsonl, feed or eml")
	cmd.RunE = func(cmd *cobra.Command, paths []string) (err error) {
		kind, err := kindOf(as)
		if err != nil {
			return err
		}
		x, err := a.extractor()
		if err != nil {
			return err
		}
		files, problems := inputs(paths)
		for _, p := range problems {
			a.report(p)
		}
		store, err := a.store(cmd.Context(), mayCreate)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, store.Close()) }()
		src := a.open(files, kind)
		bar := a.newProgress("adding", src.size)
		line := pipeline.Pipeline{Store: store, Extractor: x, Progress: func(r pipeline.Result) {
			bar.at(src.taken, fmt.Sprintf("%d articles added, %d already there, %d failed", r.Added, r.Known, len(r.Failed)))
		}}
		res, err := line.Add(cmd.Context(), src.articles(cmd.Context()))
		bar.end()
		for _, f := range res.Failed {
			a.report(f)
		}
		fmt.Fprintf(a.out, "%d articles added, %d already there\n", res.Added, res.Known)
		failed := len(problems) + len(res.Failed)
		return finish(cmd.Context(), err, src.close(), failed, failed+res.Added+res.Known)
	}
	return cmd
}
