// Command ascribe-lab is the workshop's own: it measures the house and what the
// line reaches. It is never shipped.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{
		Use:           "ascribe-lab",
		Short:         "Measure the house and the line; never shipped",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(shapeCommand(), lineCommand(), trainCommand(), benchCommand(), wordsCommand(), namesCommand(), factsCommand())
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "ascribe-lab:", err)
		os.Exit(1)
	}
}
