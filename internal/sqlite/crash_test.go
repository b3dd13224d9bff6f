package sqlite

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"ascribe"
	"ascribe/internal/storetest"
)

// Environment of a child process of the tests below.
const (
	childPath = "ASCRIBE_TEST_CHILD_PATH" // the store it appends to
	childFrom = "ASCRIBE_TEST_CHILD_FROM" // its first article
	// childLimit is the size that its files may have; empty is any.
	childLimit = "ASCRIBE_TEST_CHILD_LIMIT"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(childPath); path != "" {
		if err := appendForEver(path); err != nil {
			fmt.Fprintln(os.Stderr, err, "—", ascribe.HintOf(err))
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// appendForEver says "here", appends article after article in small batches, and says
// "ack N" of each when it is entered, until it is killed.
func appendForEver(path string) error {
	ctx := context.Background()
	fmt.Println("here")
	n, err := strconv.Atoi(os.Getenv(childFrom))
	if err != nil {
		return err
	}
	if limit := os.Getenv(childLimit); limit != "" {
		if err := limitFiles(limit); err != nil {
			return err
		}
	}
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	for {
		var batch []ascribe.Entry
		first := n
		for range 1 + n%3 {
			capture, reading := storetest.Article(n, 1200)
			key, err := s.Keep(ctx, []byte("<html>"+capture.Capture.Document.Text))
			if err != nil {
				return err
			}
			capture.Capture.Appearance.Raw = key
			batch = append(batch, capture, reading)
			n++
		}
		if _, err := s.Append(ctx, batch...); err != nil {
			return err
		}
		for ; first < n; first++ {
			fmt.Println("ack", first)
		}
	}
}

// child starts a process that appends from an article on, kills it a while after it
// is here, and returns the articles that it acknowledged.
func child(t *testing.T, path string, from int, after time.Duration) []int {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childPath+"="+path, childFrom+"="+strconv.Itoa(from))
	var complaint strings.Builder
	cmd.Stderr = &complaint
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var acked []int
	lines := bufio.NewScanner(out)
	lines.Scan()
	timer := time.AfterFunc(after, func() { cmd.Process.Kill() })
	defer timer.Stop()
	for lines.Scan() {
		n, err := strconv.Atoi(strings.TrimPrefix(lines.Text(), "ack "))
		if err != nil {
			break // the last line was cut off by the kill
		}
		acked = append(acked, n)
	}
	if err := cmd.Wait(); err == nil || complaint.Len() > 0 {
		t.Errorf("the child was not killed: %v %s", err, complaint.String())
	}
	return acked
}

// TestNothingAcknowledgedIsLost kills a process that appends, at a random
// moment, time and again. ASCRIBE_KILLS sets how often.
func TestNothingAcknowledgedIsLost(t *testing.T) {
	t.Parallel()
	kills := 15
	if v := os.Getenv("ASCRIBE_KILLS"); v != "" {
		var err error
		if kills, err = strconv.Atoi(v); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "case.db")
	next, acks := 0, 0
	for range kills {
		acked := child(t, path, next, time.Duration(20+rand.IntN(250))*time.Millisecond)
		acks += len(acked)
		s := openAt(t, path)
		for _, n := range acked {
			capture, _ := storetest.Article(n, 1200)
			want := capture.Capture.Document
			got, err := s.Document(t.Context(), want.ID)
			if err != nil || got.Text != want.Text {
				t.Fatalf("article %d was acknowledged and is lost: %v", n, err)
			}
			next = n + 1
		}
		// What was entered without an acknowledgement is whole; the replay of the
		// last batches enters what is missing and nothing twice.
		for n := max(0, next-4); n < next+3; n++ {
			if _, err := s.Append(t.Context(), article(t, s, n)...); err != nil {
				t.Fatal(err)
			}
		}
		next += 3
		head, err := s.Head(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if head.Size != int64(2*next) {
			t.Fatalf("%d lines for %d articles", head.Size, next)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	clean(t, openAt(t, path), next)
	t.Logf("%d kills, %d articles acknowledged, none lost", kills, acks)
	if acks == 0 {
		t.Error("no child lived long enough to acknowledge anything")
	}
}

// TestTwoProcesses has two processes append to one file, articles that overlap,
// while this one reads and appends too.
func TestTwoProcesses(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "case.db")
	s := openAt(t, path)
	var all sync.WaitGroup
	acked := make([][]int, 2)
	for i := range acked {
		all.Go(func() { acked[i] = child(t, path, i*3, time.Second) })
	}
	for n := range 20 {
		if _, err := s.Append(t.Context(), article(t, s, 10_000+n)...); err != nil {
			t.Error(err)
		}
		if _, err := s.Search(t.Context(), "blast market", 5); err != nil {
			t.Error(err)
		}
	}
	all.Wait()
	said := make(map[int]bool)
	for i, list := range acked {
		if len(list) == 0 {
			t.Fatalf("process %d entered nothing", i)
		}
		for _, n := range list {
			said[n] = true
			want, _ := storetest.Article(n, 1200)
			if _, err := s.Document(t.Context(), want.Capture.Document.ID); err != nil {
				t.Errorf("process %d acknowledged article %d, which is lost: %v", i, n, err)
			}
		}
	}
	r, err := s.Check(t.Context(), nil)
	if err != nil || !r.Sound() {
		t.Fatal(err, r.Problems)
	}
	// Each child, when it was killed, may have entered one batch, of at most
	// three articles, that it had not yet acknowledged.
	if got := int(r.Documents) - 20; got < len(said) || got > len(said)+3*len(acked) {
		t.Errorf("%d articles of the children, who acknowledged %d", got, len(said))
	}
}
