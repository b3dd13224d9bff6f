package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"ascribe/extract"
	"ascribe/train/tasks"
)

// tableFolder holds the models that weigh candidates.
const tableFolder = "extract/weigh/tasks"

func trainWeighCommand() *cobra.Command {
	var data, out string
	cmd := &cobra.Command{
		Use:   "weigh [TASK…]",
		Short: "Train the models that weigh candidates again",
		Long: `Trains the models that weigh candidates (which nominal is a target, which of the
dates is the incident's …), all of them or those that are named, from the
train parts of the corpora, and writes their tables. The
candidates are those that this program finds: build it again after a change of
the rules. Tasks: ` + taskNames() + `.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			chosen, err := chooseTasks(args)
			if err != nil {
				return err
			}
			s, err := benchSubject()
			if err != nil {
				return err
			}
			for _, t := range chosen {
				if err := trainTask(cmd.ErrOrStderr(), t, extract.New(s.Engine), weighFolders{data, out}); err != nil {
					return fmt.Errorf("training %s: %w", t.Name, err)
				}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&data, "data", dataFolder(), "the folder of the corpora")
	cmd.Flags().StringVar(&out, "out", tableFolder, "the folder to write the tables to")
	return cmd
}

type weighFolders struct{ data, out string }

func taskNames() string {
	names := ""
	for i, t := range tasks.All() {
		if i > 0 {
			names += ", "
		}
		names += t.Name
	}
	return names
}

// chooseTasks returns the tasks that are named, in their own order, or all.
func chooseTasks(names []string) ([]tasks.Task, error) {
	all := tasks.All()
	for _, n := range names {
		if !slices.ContainsFunc(all, func(t tasks.Task) bool { return t.Name == n }) {
			return nil, fmt.Errorf("there is no task %q: choose among %s", n, taskNames())
		}
	}
	if len(names) == 0 {
		return all, nil
	}
	return slices.DeleteFunc(all, func(t tasks.Task) bool { return !slices.Contains(names, t.Name) }), nil
}

func trainTask(notes io.Writer, t tasks.Task, x *extract.Extractor, at weighFolders) error {
	examples, err := t.Examples(at.data, x, func(done, all int) { fmt.Fprintf(notes, "%s: read %d of %d\n", t.Name, done, all) })
	if err != nil {
		return err
	}
	table, held, err := t.Table(examples)
	if err != nil {
		return err
	}
	fmt.Fprintf(notes, "%s: %d examples, %d right; held out P %.3f R %.3f F %.3f at %.2f\n", t.Name, held.All, held.Right, held.Precision, held.Recall, held.F(), held.Least)
	return os.WriteFile(filepath.Join(at.out, t.Name+".tsv"), []byte(table), 0o644)
}
