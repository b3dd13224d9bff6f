package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"ascribe/bench/measure"
	"ascribe/extract"
	"ascribe/train/tasks"
)

// crossedCommand measures models on reports of the train part that they did not
// learn from: 1,300 against the 200 of dev.
func crossedCommand() *cobra.Command {
	var data string
	var forms int
	cmd := &cobra.Command{
		Use:   "crossed TASK…",
		Short: "Measure readings on MUC-4 train by cross-validation of some models",
		Long: `Reads each fifth of the train part of MUC-4 with models of the named tasks (see train
weigh) that learned from the other four fifths, and scores the readings as bench muc4
does. The models of the tasks that are not named are those that ship, which know all of
these reports: compare the figures with one another, not with those of bench muc4.
Nothing is written.`,
		Example: "  ascribe-lab bench crossed blamed position",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			chosen, err := chooseTasks(args)
			if err != nil {
				return err
			}
			s, err := benchSubject()
			if err != nil {
				return err
			}
			rows, err := tasks.Crossed(data, extract.New(s.Engine), chosen, forms, func(step string, done, all int) {
				if done == all {
					fmt.Fprintf(cmd.ErrOrStderr(), "%s: %d\n", step, all)
				}
			})
			if err != nil {
				return err
			}
			return measure.WriteTable(cmd.OutOrStdout(), rows, nil)
		},
	}
	cmd.Flags().StringVar(&data, "data", dataFolder(), "the folder of the corpora")
	cmd.Flags().IntVar(&forms, "forms", 3, "how many forms are read: 1 as printed, 2 truecased too, 3 in small letters too")
	return cmd
}
