package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"ascribe/train/conllu"
)

// namesCommand prints the names of a treebank for those who learn in another
// language.
func namesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "names TREEBANK",
		Short: "Print the names of a treebank: a JSON line a sentence, {id, words, names: [[first, last, type]]}",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ss, err := conllu.ReadFile(args[0])
			if err != nil {
				return err
			}
			out := json.NewEncoder(cmd.OutOrStdout())
			for i := range ss {
				names, err := ss[i].Names()
				if err != nil {
					return fmt.Errorf("%s: %w", args[0], err)
				}
				line := nameLine{ID: ss[i].ID, Words: len(ss[i].Words), Names: [][3]any{}}
				for _, n := range names {
					line.Names = append(line.Names, [3]any{n.First, n.Last, n.Type})
				}
				if err := out.Encode(line); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// A nameLine is one sentence: its names are words [first, last) and a type.
type nameLine struct {
	ID    string   `json:"id"`
	Words int      `json:"words"`
	Names [][3]any `json:"names"`
}
