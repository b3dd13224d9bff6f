package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"ascribe/train"
)

func trainCommand() *cobra.Command {
	plan := train.Plan{Rounds: train.DefaultRounds}
	var out string
	cmd := &cobra.Command{
		Use:   "train",
		Short: "Train the models of the language engine again",
		Long: `Trains every model of the language engine from the corpora and from what the
teacher made, and writes the weights that ship with their card. The same data
make the same bytes. The corpora are no part of the project; ASCRIBE_DATA or --data says where
they lie.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if plan.Data == "" {
				return fmt.Errorf("no corpora: set ASCRIBE_DATA or --data to the folder that holds ud/")
			}
			began := time.Now()
			plan.Report = func(format string, args ...any) {
				fmt.Fprintf(cmd.ErrOrStderr(), "%5.0f s  %s\n", time.Since(began).Seconds(), fmt.Sprintf(format, args...))
			}
			bundle, err := train.Make(plan)
			if err != nil {
				return err
			}
			if err := os.WriteFile(out, bundle.Bytes(), 0o644); err != nil {
				return err
			}
			card, err := train.NewCard(plan, bundle)
			if err != nil {
				return err
			}
			return writeCard(filepath.Dir(out), card)
		},
	}
	cmd.Flags().StringVar(&plan.Data, "data", os.Getenv("ASCRIBE_DATA"), "folder of the corpora")
	cmd.Flags().StringVar(&plan.Teacher, "teacher", "train/teacher", "folder of what the teacher made")
	cmd.Flags().StringVar(&out, "out", "extract/model/weights.bin", "file to write")
	return cmd
}
