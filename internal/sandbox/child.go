package sandbox

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"time"
)

// startup is how long a child may take until it is ready.
const startup = 30 * time.Second

// A child is one running parser.
type child struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    *bufio.Reader
	stderr *tail
}

// start runs the command and tells it its limits. The child sees nothing of the
// parent's environment.
func start(command []string, l Limits) (*child, error) {
	if len(command) == 0 {
		return nil, errors.New("no command is given")
	}
	c := &child{cmd: exec.Command(command[0], command[1:]...), stderr: &tail{}}
	c.cmd.Env = []string{"GOTRACEBACK=single"}
	if runtime.GOOS == "windows" {
		c.cmd.Env = append(c.cmd.Env, "SYSTEMROOT="+os.Getenv("SYSTEMROOT"))
	}
	c.cmd.Stderr = c.stderr
	in, err := c.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	c.in, c.out = in, bufio.NewReaderSize(out, 1<<16)
	if err := c.cmd.Start(); err != nil {
		return nil, err
	}
	clock := time.AfterFunc(startup, c.kill)
	defer clock.Stop()
	err = writeFrame(c.in, l)
	if err == nil {
		_, err = readFrame(c.out, &reply{}) // it is ready
	}
	if err != nil {
		c.kill()
		return nil, errors.Join(err, c.end(), errors.New(strings.TrimSpace(c.stderr.String())))
	}
	return c, nil
}

// kill ends the child at once; the readers of its output see the end.
func (c *child) kill() {
	_ = c.cmd.Process.Kill() // it may be gone already
}

// end waits for a child whose input or life has been ended, and returns how it ended.
func (c *child) end() error {
	_ = c.in.Close() // it may be gone already
	return c.cmd.Wait()
}

// A tail keeps the first bytes that a child writes to standard error: that is
// where Go says why a program died.
type tail struct {
	mu   sync.Mutex
	text strings.Builder
}

// Write keeps what fits and drops the rest.
func (t *tail) Write(b []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if room := 4096 - t.text.Len(); room > 0 {
		t.text.Write(b[:min(room, len(b))])
	}
	return len(b), nil
}

// String returns what was kept.
func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.String()
}
