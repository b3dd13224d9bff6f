package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write the generated documentation again")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"ascribe": main})
}

// The program as its users meet it: every file of testdata/script is a story.
func TestStories(t *testing.T) {
	newsroom, err := filepath.Abs("../../testdata/newsroom")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("NEWSROOM", newsroom)
			desk, err := freeAddress()
			e.Setenv("DESK", desk)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":   exits,
			"keep":    keep,
			"hostile": hostile,
			"fetch":   fetchPage,
		},
	})
}

// keep sets a variable to what the group of a pattern matches in standard output:
// keep ID '^(d\S+)'.
func keep(ts *testscript.TestScript, _ bool, args []string) {
	m := regexp.MustCompile("(?m)" + args[1]).FindStringSubmatch(ts.ReadFile("stdout"))
	if m == nil {
		ts.Fatalf("no %s in standard output", args[1])
	}
	ts.Setenv(args[0], m[1])
}

// exits runs a command and compares its exit code: exits 3 ascribe add x.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	code := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}

// hostile makes the inputs that are too large or too odd to lie in a script.
func hostile(ts *testscript.TestScript, _ bool, _ []string) {
	write := func(name string, b []byte) { ts.Check(os.WriteFile(ts.MkAbs(name), b, 0o600)) }
	write("in/empty.txt", nil)
	write("in/binary.txt", []byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00>\x00\xff\xfe\x00\x00"))
	write("in/utf8.txt", []byte("PORT MAREN, March 6 (SWS) \xff\xfe A bomb exploded at the quay in Port Maren on Thursday, killing two people.\n"))
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, err := z.Write(bytes.Repeat([]byte("<p>A bomb exploded in Port Maren.</p>\n"), 4000))
	ts.Check(err)
	ts.Check(z.Close())
	write("in/truncated.html.gz", packed.Bytes()[:packed.Len()/2])
	write("in/huge.html", append([]byte("<html><body>"), bytes.Repeat([]byte("<p>Port Maren is quiet today.</p>\n"), 50<<20/34)...))
	write("in/deep.html", []byte("<html><body>"+strings.Repeat("<div>", 100_000)+"<p>A bomb exploded in Port Maren on Thursday, police said. Two people were killed and five were wounded in the blast near the quay.</p>"+
		strings.Repeat("</div>", 100_000)+"</body></html>"))
}
