package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/publish"
)

// exportFlags are the flags of export.
type exportFlags struct {
	policy             policyFlag
	format, out, title string
	incidents          []string
	html               bool
	pin                pinFlags
}

func (a *app) exportCommand() *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write a dossier of incidents, or the whole ledger",
		Long: `Formats:
  dossier  an account of the incidents in which every sentence is footnoted to
           the exact quoted words: Markdown, or one self-contained HTML file when
           the output ends in .html (or with --html)
  jsonl    the ledger, one line of JSON a line, lossless. It holds names that the
           dossier masks: it is for backup and for other programs of the desk.`,
		Example: `  ascribe export --format dossier -o dossier.html
  ascribe export --format dossier --incident i3kq2m7d --as-of 2025-03-08 -o ferry.md
  ascribe export --format jsonl > ledger.jsonl`,
		Args: args(cobra.NoArgs),
	}
	cmd.Flags().StringVar(&f.format, "format", "", "dossier or jsonl")
	cmd.Flags().StringVarP(&f.out, "output", "o", "", "the file to write; standard output when absent")
	cmd.Flags().StringSliceVar(&f.incidents, "incident", nil, "only these incidents (dossier)")
	cmd.Flags().BoolVar(&f.html, "html", false, "write HTML whatever the output is called (dossier)")
	cmd.Flags().StringVar(&f.title, "title", "", "the title (dossier); the incident's own when absent")
	f.pin.add(cmd)
	f.policy.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		write, err := a.exporter(&f)
		if err != nil {
			return err
		}
		v, err := a.view(cmd.Context(), &f.pin)
		if err != nil {
			return err
		}
		defer v.store.Close()
		return a.toFile(f.out, func(w io.Writer) error { return write(cmd.Context(), w, v) })
	}
	return cmd
}

// exporter returns what writes the format that was asked for.
func (a *app) exporter(f *exportFlags) (func(context.Context, io.Writer, *view) error, error) {
	switch f.format {
	case "jsonl":
		return func(ctx context.Context, w io.Writer, v *view) error {
			return publish.Lines(w, v.store.Lines(ctx, ascribe.Query{KnownAt: v.pins.KnownAt}), documents(ctx, v.store))
		}, nil
	case "dossier":
		return func(ctx context.Context, w io.Writer, v *view) error { return a.dossier(ctx, w, v, f) }, nil
	case "":
		return nil, usageError{errors.New("export: name a --format: dossier or jsonl")}
	}
	return nil, usageError{fmt.Errorf("export: %s is not a format of this version; known are dossier and jsonl", f.format)}
}

func (a *app) dossier(ctx context.Context, w io.Writer, v *view, f *exportFlags) error {
	records := v.state.Incidents()
	if len(f.incidents) > 0 {
		records = nil
		for _, id := range f.incidents {
			r, err := v.state.Incident(id)
			if err != nil {
				return err
			}
			records = append(records, r)
		}
	}
	records, err := f.policy.under(records...)
	if err != nil {
		return err
	}
	head, err := v.store.Head(ctx)
	if err != nil {
		return err
	}
	meta := publish.Meta{Title: f.title, Generator: "ascribe " + version, Pins: v.pins, Head: head, Total: len(v.state.Incidents())}
	if f.html || strings.EqualFold(filepath.Ext(f.out), ".html") {
		return publish.DossierHTML(w, records, meta)
	}
	return publish.DossierMarkdown(w, records, meta)
}

// toFile writes to a file, or to standard output when no path is given. The
// file is there whole or not at all.
func (a *app) toFile(path string, write func(io.Writer) error) error {
	if path == "" {
		out := bufio.NewWriter(a.out)
		return errors.Join(write(out), out.Flush())
	}
	var text strings.Builder
	if err := write(&text); err != nil {
		return err
	}
	if err := os.WriteFile(path, []byte(text.String()), 0o644); err != nil { //nolint:gosec // a dossier is for sharing
		return ascribe.WithHint(fmt.Errorf("writing %s: %w", path, err), "check the folder and its permissions")
	}
	return nil
}
