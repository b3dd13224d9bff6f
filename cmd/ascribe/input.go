package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"ascribe"
	"ascribe/internal/sandbox"
	"ascribe/read"
)

// maxInput is the largest file taken whole; split larger JSON Lines files.
const maxInput = 1 << 30

// kinds maps the values of --as.
var kinds = map[string]read.Kind{
	"": read.Unknown, "html": read.HTML, "text": read.Text, "jsonl": read.JSONL, "feed": read.Feed, "eml": read.EML,
}

// input is one file to read, or standard input.
type input struct {
	path string
	size int64
}

// inputs lists the files that the arguments name: a folder stands for the files
// below it, in order of their names, without hidden ones. What does not exist is
// an error of its own, and the others are listed all the same.
func inputs(arguments []string) (files []input, problems []error) {
	for _, arg := range arguments {
		if arg == "-" {
			files = append(files, input{path: arg})
			continue
		}
		if strings.Contains(arg, "://") {
			problems = append(problems, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s: this version does not fetch addresses", arg),
				"save the page and add the file"))
			continue
		}
		err := filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if path != arg && strings.HasPrefix(d.Name(), ".") {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if d.Type().IsRegular() || path == arg && !d.IsDir() {
				info, err := os.Stat(path)
				if err != nil {
					return err
				}
				files = append(files, input{path, info.Size()})
			}
			return nil
		})
		if err != nil {
			problems = append(problems, ascribe.WithHint(fmt.Errorf("reading %s: %w", arg, err), "check the path"))
		}
	}
	return files, problems
}

// load takes the bytes of one input.
func (a *app) load(in input, kind read.Kind) (read.Input, error) {
	r := read.Input{Name: in.path, Kind: kind, Retrieved: a.now().UTC()}
	if in.size > maxInput {
		return r, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s: %d bytes are too many to take at once", in.path, in.size),
			"split the file; JSON Lines can be split at any line")
	}
	var err error
	if in.path == "-" {
		r.Name = "stdin"
		r.Bytes, err = io.ReadAll(io.LimitReader(a.in, maxInput))
	} else {
		r.Bytes, err = os.ReadFile(in.path)
	}
	if err != nil {
		return r, ascribe.WithHint(fmt.Errorf("reading %s: %w", in.path, err), "check the path and its permissions")
	}
	return r, nil
}

// A source gives the articles of files in order, hostile formats parsed in a
// child process.
type source struct {
	app   *app
	files []input
	kind  read.Kind
	box   *sandbox.Reader
	size  int64 // of all files
	taken int64 // of the files whose articles were all taken
}

func (a *app) open(files []input, kind read.Kind) *source {
	s := &source{app: a, files: files, kind: kind, box: newBox()}
	for _, f := range files {
		s.size += f.size
	}
	return s
}

// newBox returns a reader that parses hostile formats in a child process.
func newBox() *sandbox.Reader {
	exe, err := os.Executable()
	if err != nil {
		exe = os.Args[0] // the path that this program was called by
	}
	return sandbox.New([]string{exe, childName}, sandbox.Limits{})
}

// close ends the child process.
func (s *source) close() error { return s.box.Close() }

// articles reads every file. One that cannot be taken is an article with its
// error, and the next is read.
func (s *source) articles(ctx context.Context) iter.Seq[read.Article] {
	return func(yield func(read.Article) bool) {
		for _, f := range s.files {
			if ctx.Err() != nil {
				return
			}
			in, err := s.app.load(f, s.kind)
			if err != nil {
				if !yield(read.Article{Appearance: ascribe.Appearance{InputID: f.path}, Err: err}) {
					return
				}
				continue
			}
			for art := range s.box.Articles(ctx, in) {
				if !yield(art) {
					return
				}
			}
			s.taken += f.size
		}
	}
}

// kindOf finds the format that --as names.
func kindOf(as string) (read.Kind, error) {
	k, ok := kinds[as]
	if !ok {
		return k, usageError{fmt.Errorf("--as %s is not a format; known are html, text, jsonl, feed and eml", as)}
	}
	return k, nil
}
