package sqlite

import (
	"bufio"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"ascribe/internal/storetest"
)

// limitFiles makes writes past a size fail, as a full disk does.
func limitFiles(size string) error {
	n, err := strconv.ParseUint(size, 10, 64)
	if err != nil {
		return err
	}
	signal.Ignore(syscall.SIGXFSZ)
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: n, Max: n})
}

// TestAFullDiskIsToldAndLosesNothing lets files of a child process grow only so
// far. It must end with an error that says what to do, and what it acknowledged
// before must be there.
func TestAFullDiskIsToldAndLosesNothing(t *testing.T) {
	t.Parallel()
	for _, limit := range []int{300, 5_000, 60_000, 200_000, 400_000, 700_001} {
		path := filepath.Join(t.TempDir(), "case.db")
		if err := openAt(t, path).Close(); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), childPath+"="+path, childFrom+"=0", childLimit+"="+strconv.Itoa(limit))
		var complaint strings.Builder
		cmd.Stderr = &complaint
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		acked := 0
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if strings.HasPrefix(lines.Text(), "ack ") {
				acked++
			}
		}
		err = cmd.Wait()
		_, hint, _ := strings.Cut(complaint.String(), " — ")
		if err == nil || len(hint) < 10 {
			t.Errorf("limit %d: the child ended with %v and said %q, want an error and a hint", limit, err, complaint.String())
		}
		s := openAt(t, path)
		r, err := s.Check(t.Context(), nil)
		if err != nil || !r.Sound() || int(r.Documents) < acked {
			t.Errorf("limit %d: %d documents of %d acknowledged; %v %v", limit, r.Documents, acked, err, r.Problems)
		}
		for n := range acked + 3 {
			if _, err := s.Append(t.Context(), article(t, s, n)...); err != nil {
				t.Fatal(err)
			}
		}
		clean(t, s, acked+3)
		capture, _ := storetest.Article(acked, 1200)
		if _, err := s.Document(t.Context(), capture.Capture.Document.ID); err != nil {
			t.Error(err)
		}
		t.Logf("limit %d: %d acknowledged, then: %s", limit, acked, strings.TrimSpace(complaint.String()))
	}
}
