package sandbox

import (
	"bufio"
	"errors"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
	"time"

	"ascribe/read"
)

// Exit codes of a child that overran.
const (
	exitCPU    = 71
	exitMemory = 72
)

// Serve reads inputs from in and writes their articles to out until in ends.
// It is what the hidden child command runs, and it limits its own process; do
// not call it in a process that does anything else.
func Serve(in io.Reader, out io.Writer) error {
	r, w := bufio.NewReaderSize(in, 1<<16), bufio.NewWriterSize(out, 1<<16)
	var limits Limits
	if _, err := readFrame(r, &limits); err != nil {
		return err
	}
	limits = limits.orDefault()
	if err := restrain(limits); err != nil {
		return err
	}
	debug.SetMemoryLimit(limits.Memory * 9 / 10)
	debug.SetMaxStack(int(min(limits.Memory/4, 64<<20)))
	if err := writeFrame(w, reply{Done: true}); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	dog := &watchdog{limits: limits}
	go dog.watch()
	for {
		var req request
		input, err := readFrame(r, &req)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := serveOne(w, dog, req, input); err != nil {
			return err
		}
		if held() > limits.Memory/4 {
			debug.FreeOSMemory() // the next input starts with a clean table
		}
	}
}

// serveOne reads one input under the eyes of the watchdog.
func serveOne(w *bufio.Writer, dog *watchdog, req request, input []byte) error {
	dog.begin()
	defer dog.end()
	in := read.Input{Name: req.Name, URL: req.URL, Kind: req.Kind, Bytes: input, Retrieved: req.Retrieved, FirstLine: req.FirstLine}
	for a := range read.Articles(in) {
		if err := send(w, a, input); err != nil {
			return err
		}
		if err := w.Flush(); err != nil {
			return err
		}
	}
	if err := writeFrame(w, reply{Done: true}); err != nil {
		return err
	}
	return w.Flush()
}

// A watchdog ends the process when an input takes too much of it.
type watchdog struct {
	limits Limits
	start  atomic.Int64 // processor time at the input's start, or 0 between inputs
}

func (d *watchdog) begin() { d.start.Store(int64(max(cpuTime(), 1))) }
func (d *watchdog) end()   { d.start.Store(0) }

func (d *watchdog) watch() {
	for range time.Tick(10 * time.Millisecond) {
		start := time.Duration(d.start.Load())
		if start == 0 {
			continue
		}
		if held() > d.limits.Memory {
			os.Exit(exitMemory)
		}
		if cpuTime()-start > d.limits.CPU {
			os.Exit(exitCPU)
		}
	}
}

// held returns the bytes of memory that the process holds.
func held() int64 {
	s := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(s)
	return int64(s[0].Value.Uint64() - s[1].Value.Uint64())
}
