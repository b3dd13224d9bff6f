package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows how far long work has come: a bar on a terminal, a plain line
// every few seconds in a pipe.
type progress struct {
	w     io.Writer
	what  string
	total int64
	done  int64
	bar   *progressbar.ProgressBar
	now   func() time.Time
	last  time.Time
}

// lineEvery is how often a pipe is told.
const lineEvery = 5 * time.Second

// newProgress starts to show work of so many units; 0 is unknown.
func (a *app) newProgress(what string, total int64) *progress {
	p := &progress{w: a.err, what: what, total: total, now: a.now, last: a.now()}
	if f, ok := a.err.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.bar = progressbar.NewOptions64(max(total, -1), progressbar.OptionSetWriter(f), progressbar.OptionSetDescription(what),
			progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(true))
	}
	return p
}

// at says that so many units are done, and in words what that is.
func (p *progress) at(done int64, words string) {
	p.done = done
	if p.bar != nil {
		p.bar.Describe(p.what + " " + words)
		_ = p.bar.Set64(done) // a bar that cannot be drawn stops nothing
		return
	}
	if p.now().Sub(p.last) >= lineEvery {
		p.last = p.now()
		p.line(words)
	}
}

func (p *progress) line(words string) {
	if p.total > 0 {
		fmt.Fprintf(p.w, "ascribe: %s: %s (%d %%)\n", p.what, words, 100*p.done/p.total)
		return
	}
	fmt.Fprintf(p.w, "ascribe: %s: %s\n", p.what, words)
}

// end takes the bar away.
func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish() // a bar that cannot be drawn stops nothing
	}
}

// to is at for work that tells its total as it goes.
func (p *progress) to(done, total int64, unit string) {
	if p.bar != nil && total != p.total {
		p.bar.ChangeMax64(total)
	}
	p.total = total
	p.at(done, fmt.Sprintf("%d of %d %s", done, total, unit))
}
