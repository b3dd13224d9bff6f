package main

import (
	"os"

	"github.com/spf13/cobra"

	"ascribe/train/silver"
)

func wordsCommand() *cobra.Command {
	var data string
	cmd := &cobra.Command{
		Use:   "words SET...",
		Short: "Print where the sentences and words of sets of articles are, for a teacher to label",
		Long: `Prints one JSON line for each article: the set, its id, the digest of its text,
and the offsets of its words in code points, sentence by sentence. A set is a
file below the data folder without ".jsonl": polnear/train.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, sets []string) error {
			return silver.WriteWords(cmd.OutOrStdout(), data, sets...)
		},
	}
	cmd.Flags().StringVar(&data, "data", os.Getenv("ASCRIBE_DATA"), "the folder of the corpora")
	return cmd
}
