package sandbox

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"ascribe"
	"ascribe/read"
)

// A Reader reads inputs through a child process. It may be used from several
// goroutines; they take turns.
type Reader struct {
	command []string
	limits  Limits

	mu    sync.Mutex
	child *child // nil until the first input, and after one that overran
}

// New returns a Reader whose child is started by the command, which must call
// [Serve]. Nothing is started before there is something to read.
func New(command []string, limits Limits) *Reader {
	return &Reader{command: command, limits: limits.orDefault()}
}

// Close ends the child.
func (r *Reader) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.child == nil {
		return nil
	}
	c := r.child
	r.child = nil
	clock := time.AfterFunc(r.limits.Wall, c.kill)
	defer clock.Stop()
	return c.end()
}

// Articles returns the articles of an input in order, as [read.Articles] does.
// Plain text and JSON Lines of text are read in this process: there is nothing
// in them to parse but JSON. Everything else goes through the child; what
// overruns its limits comes back as an article with its Err and the bytes.
func (r *Reader) Articles(ctx context.Context, in read.Input) iter.Seq[read.Article] {
	return func(yield func(read.Article) bool) {
		unpacked, err := read.Unpack(in)
		switch {
		case err != nil || unpacked.Kind == read.Text:
			read.Articles(in)(yield)
		case unpacked.Kind == read.JSONL:
			r.lines(ctx, unpacked, yield)
		default:
			for _, a := range r.roundTrip(ctx, unpacked, unpacked.Name) {
				if !yield(a) {
					return
				}
			}
		}
	}
}

// lines reads JSON Lines, each line that holds HTML on its own in the child.
func (r *Reader) lines(ctx context.Context, in read.Input, yield func(read.Article) bool) {
	n := max(in.FirstLine, 1)
	for line := range bytes.Lines(bytes.TrimPrefix(in.Bytes, []byte("\xef\xbb\xbf"))) {
		one := in
		one.Bytes, one.FirstLine = bytes.TrimSpace(line), n
		n++
		if len(one.Bytes) == 0 {
			continue
		}
		id, page := holdsPage(one.Bytes)
		if !page || len(one.Bytes) > read.MaxPage {
			if !yield(read.Row(in, one.Bytes, one.FirstLine)) {
				return
			}
			continue
		}
		if id == "" {
			id = fmt.Sprintf("%s:%d", in.Name, one.FirstLine)
		}
		for _, a := range r.roundTrip(ctx, one, id) {
			if !yield(a) {
				return
			}
		}
		if ctx.Err() != nil {
			return
		}
	}
}

// holdsPage reports whether a line of JSON Lines holds HTML, however its key is
// written, and the line's id.
func holdsPage(line []byte) (id string, page bool) {
	var probe struct {
		ID   string          `json:"id"`
		HTML json.RawMessage `json:"html"`
	}
	if err := json.Unmarshal(line, &probe); err != nil {
		return "", len(probe.HTML) > 0
	}
	return probe.ID, len(probe.HTML) > 0
}

// roundTrip has the child read one input. What it had read before it ended is
// kept; an article with the reason follows.
func (r *Reader) roundTrip(ctx context.Context, in read.Input, id string) []read.Article {
	r.mu.Lock()
	defer r.mu.Unlock()
	failed := func(err error) read.Article {
		ap := ascribe.Appearance{InputID: id, Retrieved: in.Retrieved}
		if in.URL != "" {
			ap.URL, ap.Outlet = read.Canonical(in.URL), read.OutletOf(in.URL)
		}
		return read.Article{Appearance: ap, Raw: in.Bytes, Err: err}
	}
	if err := ctx.Err(); err != nil {
		return []read.Article{failed(ascribe.Errorf(ascribe.Later, "%s was not read: %w", id, err))}
	}
	if r.child == nil {
		c, err := start(r.command, r.limits)
		if err != nil {
			return []read.Article{failed(ascribe.Errorf(ascribe.Internal, "%s: the parser cannot be started: %w", id, err))}
		}
		r.child = c
	}
	out, err := r.converse(ctx, in, id)
	if err != nil {
		r.child = nil
		out = append(out, failed(err))
	}
	return out
}

// converse sends one input and collects the answers. After an error the child
// has ended.
func (r *Reader) converse(ctx context.Context, in read.Input, id string) ([]read.Article, error) {
	c := r.child
	var late atomic.Bool
	clock := time.AfterFunc(r.limits.Wall, func() { late.Store(true); c.kill() })
	defer clock.Stop()
	stop := context.AfterFunc(ctx, c.kill)
	defer stop()
	var out []read.Article
	req := request{Name: in.Name, URL: in.URL, Kind: in.Kind, Retrieved: in.Retrieved, FirstLine: in.FirstLine}
	err := writeFrame(c.in, req, in.Bytes)
	for err == nil {
		var rep reply
		var payload []byte
		if payload, err = readFrame(c.out, &rep); err != nil {
			break
		}
		if rep.Done {
			if stop() {
				return out, nil
			}
			err = ctx.Err()
			break
		}
		var a read.Article
		if a, err = rep.article(payload, in.Bytes); err == nil {
			out = append(out, a)
		}
	}
	c.kill()
	ended := c.end()
	switch {
	case ctx.Err() != nil:
		return out, ascribe.Errorf(ascribe.Later, "%s was not read: %w", id, ctx.Err())
	case late.Load():
		return out, overrun(id, r.limits.Wall.String())
	}
	return out, r.reason(id, ended, err, c.stderr.String())
}

func overrun(id, what string) error {
	return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s took more than %s to parse", id, what),
		"Its bytes can still be archived. Open it by hand, and add its text as plain text if it is an article.")
}

// reason says why a child ended, by its exit code and its last words.
func (r *Reader) reason(id string, ended, broken error, words string) error {
	var exit *exec.ExitError
	code := 0
	if errors.As(ended, &exit) {
		code = exit.ExitCode()
	}
	switch {
	case code == exitCPU:
		return overrun(id, r.limits.CPU.String()+" of processor time")
	case code == exitMemory, strings.Contains(words, "out of memory"), strings.Contains(words, "cannot allocate memory"):
		return overrun(id, fmt.Sprintf("%d MiB of memory", r.limits.Memory>>20))
	case strings.Contains(words, "stack overflow"), strings.Contains(words, "stack exceeds"):
		return overrun(id, "the stack: its elements nest too deep")
	case code > 0:
		first, _, _ := strings.Cut(strings.TrimSpace(words), "\n")
		return ascribe.Errorf(ascribe.Internal, "%s: the parser stopped with code %d: %s", id, code, first)
	case errors.Is(broken, io.EOF), errors.Is(broken, io.ErrUnexpectedEOF), errors.As(broken, new(*exec.ExitError)):
		return ascribe.WithHint(ascribe.Errorf(ascribe.Later, "%s: the parser was killed while it read", id), "Read it again; the machine may be short of memory.")
	}
	return ascribe.Errorf(ascribe.Internal, "%s: the parser answered what cannot be: %w", id, broken)
}
