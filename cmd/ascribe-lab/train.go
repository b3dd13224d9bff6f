package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"ascribe/extract/model"
	"ascribe/train"
)

func trainCommand() *cobra.Command {
	plan := train.Plan{Rounds: train.DefaultRounds}
	var out, boundaries string
	var names bool
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
			if !names {
				plan.Report("ends of sentences")
				if err := trainBoundaries(plan.Data, boundaries); err != nil {
					return err
				}
			}
			bundle, err := trained(plan, out, names)
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
	cmd.Flags().StringVar(&boundaries, "boundaries", "read/boundary/weights.bin", "file to write the weights of the ends of sentences to")
	cmd.Flags().BoolVar(&names, "names", false, "train the recogniser of names alone and leave the rest of the file as it is")
	cmd.AddCommand(trainWeighCommand(), trainRarityCommand())
	return cmd
}

// trainBoundaries trains what finds the ends of sentences and writes it.
func trainBoundaries(data, file string) error {
	weights, err := train.BoundaryWeights(data)
	if err != nil {
		return err
	}
	return os.WriteFile(file, weights, 0o644)
}

// trained returns the bundle: of all models, or that of the file with its names
// trained again.
func trained(plan train.Plan, file string, names bool) (model.Bundle, error) {
	if !names {
		return train.Make(plan)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	bundle, err := model.ReadBundle(data)
	if err != nil {
		return nil, err
	}
	return train.RenewNames(plan, bundle)
}
