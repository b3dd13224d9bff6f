package main

import (
	"os"

	"github.com/spf13/cobra"

	"ascribe/train"
)

func trainRarityCommand() *cobra.Command {
	var data, out string
	cmd := &cobra.Command{
		Use:   "rarity",
		Short: "Count again how rare words are in reports",
		Long: `Counts in how many documents of each corpus a word stands and writes the table
by which reconcile weighs the words that two reports share. The same data make
the same bytes.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			f, err := os.Create(out)
			if err != nil {
				return err
			}
			if err := train.WriteRarity(f, data); err != nil {
				_ = f.Close() // the first error says what went wrong
				return err
			}
			return f.Close()
		},
	}
	cmd.Flags().StringVar(&data, "data", dataFolder(), "the folder of the corpora")
	cmd.Flags().StringVar(&out, "out", "reconcile/rarity.tsv", "the file to write")
	return cmd
}
