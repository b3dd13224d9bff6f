package main

import (
	"encoding/json"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"
)

func (a *app) versionCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "version",
		Short:   "Print the version of the program and of its engine",
		Example: "  ascribe version --json",
		Args:    args(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			x, err := a.extractor()
			if err != nil {
				return err
			}
			v := map[string]string{"version": version, "engine": x.Engine(), "go": runtime.Version(), "platform": runtime.GOOS + "/" + runtime.GOARCH}
			if asJSON {
				return json.NewEncoder(a.out).Encode(v)
			}
			_, err = fmt.Fprintf(a.out, "ascribe %s (%s, %s)\nengine %s\n", v["version"], v["go"], v["platform"], v["engine"])
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as a JSON object")
	return cmd
}
