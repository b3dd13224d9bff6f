package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"ascribe"
	"ascribe/read"
)

// The test program is its own child: "serve" is the real one, the others behave
// as a parser does that breaks half way.
func TestMain(m *testing.M) {
	if len(os.Args) < 2 {
		os.Exit(m.Run())
	}
	switch os.Args[1] {
	case "serve":
		finish(Serve(os.Stdin, os.Stdout))
	case "die":
		finish(Serve(os.Stdin, trap{mark: "kill-me", act: func() {
			p, _ := os.FindProcess(os.Getpid())
			_ = p.Kill()
			select {}
		}}))
	case "sleep":
		finish(Serve(os.Stdin, trap{mark: "kill-me", act: func() { time.Sleep(time.Minute) }}))
	case "lie":
		finish(Serve(os.Stdin, trap{mark: "kill-me", act: func() {
			_ = writeFrame(os.Stdout, reply{TextSize: 1, Document: &ascribe.Document{Sentences: []ascribe.Span{{Start: 0, End: 999}}}}, []byte("x"))
			os.Exit(0)
		}}))
	}
	os.Exit(m.Run())
}

func finish(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// A trap is standard output until the marked words pass through it.
type trap struct {
	mark string
	act  func()
}

func (t trap) Write(b []byte) (int, error) {
	if bytes.Contains(b, []byte(t.mark)) {
		t.act()
	}
	return os.Stdout.Write(b)
}

const page = `<!doctype html><html lang="en"><head><title>Blast in Oru</title></head><body><article><h1>Blast in Oru</h1>
<p>A bomb went off at the market of Oru on Friday, killing three people, the police of Sarvia said in a statement.</p>
<p>The Maran Liberation Front denied that its fighters had been anywhere near the town on that day.</p></article></body></html>`

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Oru Times</title><link>https://oru-times.example/</link>
<item><title>One</title><link>https://oru-times.example/1</link><description>A bomb went off in Oru.</description></item>
<item><title>Two</title><link>https://oru-times.example/2</link><description>kill-me. A second bomb went off.</description></item>
<item><title>Three</title><link>https://oru-times.example/3</link><description>A third bomb went off.</description></item>
</channel></rss>`

func reader(t *testing.T, child string, l Limits) *Reader {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := New([]string{exe, child}, l)
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Errorf("closing the reader: %v", err)
		}
	})
	return r
}

func all(r *Reader, in read.Input) []read.Article {
	return slices.Collect(r.Articles(context.Background(), in))
}

// stillReads fails unless the reader reads a good page.
func stillReads(t *testing.T, r *Reader) {
	t.Helper()
	got := all(r, read.Input{Name: "good.html", Bytes: []byte(page)})
	if len(got) != 1 || got[0].Err != nil || !strings.Contains(got[0].Document.Text, "denied that its fighters") {
		t.Fatalf("the next page was not read: %+v", got)
	}
}

// What comes through the child is what the parser gives in this process.
func TestSameAsInProcess(t *testing.T) {
	r := reader(t, "serve", Limits{})
	for _, in := range []read.Input{
		{Name: "a.html", Bytes: []byte(page), Retrieved: time.Date(2024, 3, 25, 1, 2, 3, 0, time.UTC)},
		{Name: "a.xml", Bytes: []byte(feed)},
		{Name: "a.txt", Bytes: []byte("PORT MAREN (Reuters) — A bomb went off.\n\nNobody was hurt.")},
		{Name: "a.eml", Bytes: []byte("From: Ana <ana@oru-times.example>\r\nTo: b@c.example\r\nSubject: Blast\r\nDate: Mon, 25 Mar 2024 10:00:00 +0000\r\n\r\nA bomb went off in Oru.\r\n")},
		{Name: "a.jsonl", Bytes: []byte("\xef\xbb\xbf" + `{"id":"1","html":"<p>A bomb went off in Oru on Friday.</p>"}` + "\n" + `{"broken` + "\n\n" + `{"HTML":"<p>A second bomb went off in Oru.</p>"}` + "\n" + `{"text":"A third bomb."}`)},
		{Name: "empty.txt"},
		{Name: "a.png", Bytes: []byte("\x89PNG\r\n\x1a\n\x00\x00")},
	} {
		got, want := all(r, in), slices.Collect(read.Articles(in))
		if len(got) != len(want) {
			t.Fatalf("%s: %d articles, want %d", in.Name, len(got), len(want))
		}
		for i := range got {
			if g, w := brief(got[i]), brief(want[i]); g != w {
				t.Errorf("%s, article %d:\n got %s\nwant %s", in.Name, i, g, w)
			}
		}
	}
}

func brief(a read.Article) string {
	if a.Err != nil {
		return fmt.Sprintf("error %v (%s) %+v raw %q", a.Err, ascribe.HintOf(a.Err), a.Appearance, a.Raw)
	}
	return fmt.Sprintf("%+v text %q %+v raw %q", *a.Document, a.Document.Text, a.Appearance, a.Raw)
}

func TestOverrun(t *testing.T) {
	heavy := []byte("<!doctype html><html><body>" + strings.Repeat("<table><tr><td><p>A bomb <b>went</b> off in Oru.</p></td></tr></table>", 60_000) + "</body></html>")
	for _, tt := range []struct {
		name, child, want string
		limits            Limits
		in                read.Input
		before            int // articles read before the end
	}{
		{"processor time", "serve", "took more than 300ms of processor time to parse", Limits{CPU: 300 * time.Millisecond}, read.Input{Name: "in.html", Bytes: heavy}, 0},
		{"memory", "serve", "took more than 96 MiB of memory to parse", Limits{Memory: 96 << 20, CPU: time.Minute}, read.Input{Name: "in.html", Bytes: heavy}, 0},
		{"the clock", "sleep", "took more than 400ms to parse", Limits{Wall: 400 * time.Millisecond}, read.Input{Name: "in.xml", Bytes: []byte(feed)}, 1},
		{"killed", "die", "was killed while it read", Limits{}, read.Input{Name: "in.xml", Bytes: []byte(feed)}, 1},
		{"a lie", "lie", "answered what cannot be", Limits{}, read.Input{Name: "in.xml", Bytes: []byte(feed)}, 1},
		{"one line", "serve", "took more than 300ms of processor time to parse", Limits{CPU: 300 * time.Millisecond}, read.Input{Name: "in.jsonl", Bytes: fmt.Appendf(nil, `{"id":"in-7","html":%q}`, heavy)}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := reader(t, tt.child, tt.limits)
			got := all(r, tt.in)
			if len(got) != tt.before+1 {
				t.Fatalf("%d articles, want %d and an error: %+v", len(got), tt.before, got)
			}
			last := got[tt.before]
			if last.Err == nil || !strings.Contains(last.Err.Error(), tt.want) || !strings.Contains(last.Err.Error(), "in") {
				t.Errorf("error %v, want one that says %q", last.Err, tt.want)
			}
			if !bytes.Equal(last.Raw, tt.in.Bytes) || last.Document != nil {
				t.Error("the bytes of the input are not kept beside the error")
			}
			stillReads(t, r)
		})
	}
}

func TestDeepPage(t *testing.T) {
	r := reader(t, "serve", Limits{})
	deep := strings.Repeat("<div>", 100_000) + "A bomb went off in Oru on Friday." + strings.Repeat("</div>", 100_000)
	got := all(r, read.Input{Name: "deep.html", Bytes: []byte("<html><body>" + deep)})
	if len(got) != 1 || got[0].Err != nil || !strings.Contains(got[0].Document.Text, "A bomb went off in Oru on Friday.") {
		t.Fatalf("%+v", got)
	}
}

func TestCancelled(t *testing.T) {
	r := reader(t, "sleep", Limits{Wall: time.Minute})
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	var errs []error
	for a := range r.Articles(ctx, read.Input{Name: "in.xml", Bytes: []byte(feed)}) {
		errs = append(errs, a.Err)
	}
	if n := len(errs); n == 0 || !errors.Is(errs[n-1], context.DeadlineExceeded) {
		t.Fatalf("errors %v, want the last to be the deadline", errs)
	}
	stillReads(t, r)
}

func TestNoParser(t *testing.T) {
	r := New([]string{"/no/such/program"}, Limits{})
	got := all(r, read.Input{Name: "a.html", Bytes: []byte(page)})
	if len(got) != 1 || got[0].Err == nil || !strings.Contains(got[0].Err.Error(), "a.html: the parser cannot be started") {
		t.Fatalf("%+v", got)
	}
}
