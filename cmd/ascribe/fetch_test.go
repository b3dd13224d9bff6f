package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// freeAddress is an address of this machine that nothing listens on.
func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

// fetchPage asks the desk of a story, which may still be opening, for a page and writes
// it to standard output: fetch 200 /incidents.
func fetchPage(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	var answer *http.Response
	for range 200 {
		if answer, err = http.Get("http://" + ts.Getenv("DESK") + args[1]); err == nil {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	ts.Check(err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	ts.Check(err)
	fmt.Fprint(ts.Stdout(), string(body))
	if answer.StatusCode != want {
		ts.Fatalf("%s: status %d, want %d", args[1], answer.StatusCode, want)
	}
}
