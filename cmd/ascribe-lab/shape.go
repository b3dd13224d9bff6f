package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// Limits of the house (ARCHITECTURE.md): lines of a file and of a function.
const (
	maxFile = 600
	maxFunc = 80
)

func shapeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "shape [DIR]",
		Short: "Print how long the files and functions of a Go tree are; fail on one that is too long",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := "."
			if len(args) == 1 {
				dir = args[0]
			}
			s, err := measureShape(dir)
			if err != nil {
				return err
			}
			return s.print(cmd.OutOrStdout())
		},
	}
}

// sized is a file or function with its length in lines.
type sized struct {
	name  string
	lines int
}

// shape is what measure finds in a tree, tests apart.
type shape struct {
	files, funcs         []sized
	testLines, tests     int
	exported, documented int
	packages, packageDoc map[string]bool
}

// measureShape reads every Go file below dir that is written by hand.
func measureShape(dir string) (*shape, error) {
	s := &shape{packages: map[string]bool{}, packageDoc: map[string]bool{}}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != dir && (d.Name() == "testdata" || d.Name() == "node_modules" || strings.HasPrefix(d.Name(), ".")) {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") {
			return nil
		}
		src, err := os.ReadFile(path)
		if err != nil || bytes.Contains(src[:min(len(src), 400)], []byte("DO NOT EDIT")) {
			return err
		}
		return s.file(path, src)
	})
	return s, err
}

func (s *shape) file(path string, src []byte) error {
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, path, src, parser.ParseComments)
	if err != nil {
		return err
	}
	lines := bytes.Count(src, []byte("\n"))
	if strings.HasSuffix(path, "_test.go") {
		s.testLines += lines
		s.tests += bytes.Count(src, []byte("\nfunc Test")) + bytes.Count(src, []byte("\nfunc Fuzz")) + bytes.Count(src, []byte("\nfunc Example"))
		return nil
	}
	s.files = append(s.files, sized{path, lines})
	s.packages[filepath.Dir(path)] = true
	if f.Doc != nil {
		s.packageDoc[filepath.Dir(path)] = true
	}
	for _, d := range f.Decls {
		s.declaration(set, path, d)
	}
	return nil
}

func (s *shape) declaration(set *token.FileSet, path string, d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		n := set.Position(d.End()).Line - set.Position(d.Pos()).Line + 1
		s.funcs = append(s.funcs, sized{fmt.Sprintf("%s (%s)", d.Name.Name, path), n})
		s.count(d.Name.IsExported(), d.Doc)
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			if t, ok := spec.(*ast.TypeSpec); ok {
				doc := t.Doc
				if doc == nil {
					doc = d.Doc
				}
				s.count(t.Name.IsExported(), doc)
			}
		}
	}
}

func (s *shape) count(exported bool, doc *ast.CommentGroup) {
	if exported {
		s.exported++
		if doc != nil {
			s.documented++
		}
	}
}

// print writes the table and fails when a limit of the house is broken.
func (s *shape) print(w io.Writer) error {
	longest := func(a, b sized) int { return b.lines - a.lines }
	slices.SortFunc(s.files, longest)
	slices.SortFunc(s.funcs, longest)
	total := 0
	for _, f := range s.files {
		total += f.lines
	}
	fmt.Fprintf(w, "packages   %d, with a package comment %d\n", len(s.packages), len(s.packageDoc))
	fmt.Fprintf(w, "files      %d, %d lines; median %d, p90 %d, longest %d\n", len(s.files), total, at(s.files, .5), at(s.files, .9), at(s.files, 1))
	fmt.Fprintf(w, "functions  %d; median %d, p90 %d, longest %d\n", len(s.funcs), at(s.funcs, .5), at(s.funcs, .9), at(s.funcs, 1))
	fmt.Fprintf(w, "exported   %d, documented %d\n", s.exported, s.documented)
	fmt.Fprintf(w, "tests      %d in %d lines\n", s.tests, s.testLines)
	var errs []error
	for _, f := range s.files[:min(5, len(s.files))] {
		fmt.Fprintf(w, "  file %4d %s\n", f.lines, f.name)
		if f.lines > maxFile {
			errs = append(errs, fmt.Errorf("%s has %d lines; split it below %d", f.name, f.lines, maxFile))
		}
	}
	for _, f := range s.funcs[:min(8, len(s.funcs))] {
		fmt.Fprintf(w, "  func %4d %s\n", f.lines, f.name)
		if f.lines > maxFunc {
			errs = append(errs, fmt.Errorf("%s has %d lines; split it below %d", f.name, f.lines, maxFunc))
		}
	}
	return errors.Join(errs...)
}

// at returns the length at a quantile of a list sorted from the longest.
func at(a []sized, q float64) int {
	if len(a) == 0 {
		return 0
	}
	return a[int((1-q)*float64(len(a)-1))].lines
}
