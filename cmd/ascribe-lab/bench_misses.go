package main

import (
	"io"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/bench/muc"
	"ascribe/bench/toll"
	"ascribe/extract"
)

// missesOf lists, by set, who writes the articles that a row counts as wrong.
var missesOf = map[string]func(w io.Writer, data string, x *extract.Extractor, question string) error{
	"fa-kes":   toll.FAKESMisses,
	"longtail": toll.LongTailMisses,
	"muc4":     muc.Misses,
}

func missesCommand() *cobra.Command {
	var data string
	cmd := &cobra.Command{
		Use:   "misses fa-kes|longtail|muc4 QUESTION",
		Short: "List the articles of which a question is answered wrongly",
		Long: `Reads FA-KES, or that half of the LongTail sample in which errors may be looked for,
and prints for one question (actor, place, killed; killed, injured, date of the
incident) every article of which it is answered wrongly: its id, the answer, the
right one, its title. Of MUC-4 train and confidence, it prints which positions are
taken for which. For work on the engine; nothing of it may be kept.`,
		Example: "  ascribe-lab bench misses fa-kes killed",
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			misses, ok := missesOf[args[0]]
			if !ok {
				return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "no misses are kept of %q", args[0]), "Name fa-kes, longtail or muc4.")
			}
			s, err := benchSubject()
			if err != nil {
				return err
			}
			return misses(cmd.OutOrStdout(), data, extract.New(s.Engine), args[1])
		},
	}
	cmd.Flags().StringVar(&data, "data", dataFolder(), "the folder of the corpora")
	return cmd
}
