package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// referencePath is the generated reference of the commands.
const referencePath = "../../docs/cli.md"

// docs/cli.md is what the program says of itself; -update writes it again.
func TestReference(t *testing.T) {
	var b bytes.Buffer
	a := &app{in: strings.NewReader(""), out: &b, err: &b}
	root := a.root()
	b.WriteString("# Commands\n\nWritten by `make docs` from the program's own help; do not edit.\n")
	describe(&b, root)
	if *update {
		if err := os.WriteFile(referencePath, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile(referencePath)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, b.Bytes()) {
		t.Errorf("%s is not what the program says of itself; run make docs", referencePath)
	}
}

func describe(b *bytes.Buffer, cmd *cobra.Command) {
	if cmd.Hidden {
		return
	}
	long := cmd.Long
	if long == "" {
		long = cmd.Short + "."
	}
	fmt.Fprintf(b, "\n## %s\n\n%s\n", cmd.CommandPath(), long)
	if cmd.Runnable() {
		fmt.Fprintf(b, "\n    %s\n", cmd.UseLine())
	}
	if cmd.Example != "" {
		fmt.Fprintf(b, "\nExamples:\n\n%s\n", indent(cmd.Example))
	}
	if flags := cmd.LocalFlags().FlagUsages(); flags != "" {
		fmt.Fprintf(b, "\nFlags:\n\n%s", indent(strings.TrimRight(flags, "\n"))+"\n")
	}
	for _, sub := range cmd.Commands() {
		describe(b, sub)
	}
}

// indent makes text a code block of Markdown.
func indent(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight("  "+l, " ")
	}
	return strings.Join(lines, "\n")
}

// Every command that a person may call has help and an example.
func TestEveryCommandHasHelp(t *testing.T) {
	a := &app{in: strings.NewReader(""), out: &bytes.Buffer{}, err: &bytes.Buffer{}}
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		if c.Short == "" || (c.Runnable() && !c.Hidden && c.Example == "") {
			t.Errorf("%s has no help or no example", c.CommandPath())
		}
		for _, sub := range c.Commands() {
			if !sub.Hidden {
				walk(sub)
			}
		}
	}
	walk(a.root())
}
