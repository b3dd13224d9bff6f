package web

import (
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"
	"unicode/utf8"
)

// browse runs a script of the folder browser against the newsroom's desk, and
// returns its lines; without a Chromium or the script's tools it skips the test and
// says so.
func browse(t *testing.T, script string, args ...string) []string {
	t.Helper()
	return newsroom.browse(t, script, args...)
}

// browse runs a script against a desk.
func (d *desk) browse(t *testing.T, script string, args ...string) []string {
	t.Helper()
	if testing.Short() {
		t.Skip("SKIPPED: the desk is not looked at in a real browser in a short run")
	}
	chromium := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil && chromium == "" {
			chromium = path
		}
	}
	if chromium == "" {
		t.Skip("SKIPPED: no Chromium on this machine, so the desk is not looked at in a real browser")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("SKIPPED: no node on this machine, so the desk is not looked at in a real browser")
	}
	if _, err := os.Stat("browser/node_modules/playwright-core"); err != nil {
		t.Skip("SKIPPED: npm ci --prefix internal/web/browser has not been run, so the desk is not looked at in a real browser")
	}
	server := httptest.NewServer(d)
	defer server.Close()
	out, err := exec.CommandContext(t.Context(), node, append([]string{"browser/" + script, chromium, server.URL}, args...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

// Every kind of page, on a phone and on a desk, light and dark: nothing is wider
// than the window, nothing is asked of another host, no rule of access that matters
// is broken.
func TestPagesInBrowser(t *testing.T) {
	r := newsroom.the(t, "Bombing, Port Maren, 6 March 2025")
	article := ""
	for _, c := range r.Cited {
		if c.Appearance.InputID == "sws-1" {
			article = c.Statement.Anchor.Document.String()
		}
	}
	paths := []string{
		"/", "/incidents", "/incidents?type=shooting", "/map", "/incidents/" + string(r.Incident), "/incidents/" + string(r.Incident) + "?as_of=2025-03-07&all=timeline",
		"/incidents/" + string(r.Incident) + "/changes?from=2025-03-07&to=2025-03-08", "/articles/" + article, "/articles/" + article + "/code", "/articles/" + article + "/code?slot=incident&sentence=3", "/actors", "/actors/" + string(r.Matrix[0].Actor.ID), "/sources", "/sources/Harbour%20Watch", "/search?q=ferry", "/review", "/review/doubts", "/decisions", "/incidents/" + string(r.Incident) + "/accept", "/incidents/" + string(r.Incident) + "/join",
	}
	lines := browse(t, "pages.mjs", paths...)
	for _, l := range lines[:len(lines)-1] {
		t.Error(l)
	}
	if last := lines[len(lines)-1]; last != fmt.Sprintf("looked %d", 4*len(paths)) {
		t.Errorf("the last line is %q", last)
	}
}

// A reader without scripts goes from the overview to the archived words and back,
// holds the record at a moment, and finds everything else.
func TestWalkInBrowser(t *testing.T) {
	if lines := browse(t, "walk.mjs"); lines[len(lines)-1] != "walked" {
		t.Errorf("%q", lines)
	}
}

// A reviewer rules on twenty cards by keys alone, takes decisions back, and chooses
// other keys.
func TestReviewInBrowser(t *testing.T) {
	lines := reviewDesk(t).browse(t, "review.mjs")
	t.Log(lines)
	if lines[len(lines)-1] != "reviewed 20" {
		t.Errorf("%q", lines)
	}
}

// A coder selects words, or types them where scripts are off, chooses what they say,
// finds the value in the record with its quote, and takes it back.
func TestCodeInBrowser(t *testing.T) {
	d := reviewDesk(t)
	article := ""
	for _, c := range d.the(t, "Bombing, Port Maren, 6 March 2025").Cited {
		if c.Appearance.InputID == "sws-1" {
			article = c.Statement.Anchor.Document.String()
		}
	}
	if lines := d.browse(t, "code.mjs", append([]string{article}, shots()...)...); lines[len(lines)-1] != "coded" {
		t.Errorf("%q", lines)
	}
}

// shots is the folder that screenshots are kept in, where one is asked for.
func shots() []string {
	if dir := os.Getenv("ASCRIBE_SHOTS"); dir != "" {
		return []string{dir}
	}
	return nil
}

// Words that are selected stand at the code points that every format of ours counts,
// whatever script, emoji or marks stand before them.
func TestSelectInBrowser(t *testing.T) {
	d := deskOf(t, rows(t, `{"id":"a","outlet":"courier.example","published":"2031-03-04T09:00:00Z","text":"PORT MAREN (Norvia) - 🚓🚑 A bomb killed twelve people in the café on Monday, police said.\n\nانفجرت قنبلة 🔥 في السوق. Forty stallholders are gone, a porter said."}`))
	doc, err := d.store.Document(t.Context(), d.docs[0])
	if err != nil {
		t.Fatal(err)
	}
	words := []string{"twelve people", "café", "قنبلة", "Forty stallholders"}
	lines := d.browse(t, "select.mjs", append([]string{d.docs[0].String()}, words...)...)
	for i, w := range words {
		before, _, found := strings.Cut(doc.Text, w)
		if want := fmt.Sprint(utf8.RuneCountInString(before)); !found || i >= len(lines) || lines[i] != want {
			t.Errorf("%s stands at %s: %q", w, want, lines)
		}
	}
}

// A reviewer says whether two incidents are one by keys alone, takes it back, and finds
// both in the log of decisions.
func TestDoubtsInBrowser(t *testing.T) {
	if lines := reviewDesk(t).browse(t, "doubts.mjs"); lines[len(lines)-1] != "answered" {
		t.Errorf("%q", lines)
	}
}
