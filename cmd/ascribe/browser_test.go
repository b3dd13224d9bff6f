package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// browser finds a Chromium, or skips the test and says so.
func browser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("SKIPPED: no Chromium on this machine, so the dossier is not looked at in a real browser")
	return ""
}

// newsroomDossier adds the newsroom's articles and writes their dossier.
func newsroomDossier(t *testing.T) []byte {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "dossier.html")
	var out bytes.Buffer
	a := &app{in: strings.NewReader(""), out: &out, err: &out, now: time.Now}
	for _, line := range [][]string{
		{"gazetteer", "import", "../../testdata/newsroom/places.csv"},
		{"add", "../../testdata/newsroom/articles.jsonl"},
		{"export", "--format", "dossier", "-o", path},
	} {
		if code := a.run(context.Background(), append(line, "--db", filepath.Join(dir, "newsroom.db"))); code != exitDone {
			t.Fatalf("ascribe %v: exit code %d\n%s", line, code, out.String())
		}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// probe asks the laid-out page for its width and its broken references.
const probe = `<script>
const dead = [...document.querySelectorAll('a[href^="#"]')].filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).length;
document.title = 'page ' + document.documentElement.scrollWidth + ' window ' + innerWidth + ' dead ' + dead + ' notes ' + document.querySelectorAll('a[href^="#"]').length;
</script></body>`

// policy is the dossier's own rule that no script may run, which the probe must
// be rid of.
var policy = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)

var probed = regexp.MustCompile(`<title>page (\d+) window (\d+) dead (\d+) notes (\d+)`)

// The dossier lays out in a real browser on a desk and on a phone: nothing is
// wider than the window, and every footnote leads somewhere.
func TestDossierInBrowser(t *testing.T) {
	chromium := browser(t)
	dossier := newsroomDossier(t)
	if !policy.Match(dossier) {
		t.Error("the dossier does not forbid scripts")
	}
	page := bytes.Replace(policy.ReplaceAll(dossier, nil), []byte("</body>"), []byte(probe), 1)
	file := filepath.Join(t.TempDir(), "probe.html")
	if err := os.WriteFile(file, page, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, width := range []int{500, 1440} { // 500 is the narrowest window that a headless Chromium has
		dom, err := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
			"--user-data-dir="+t.TempDir(), fmt.Sprintf("--window-size=%d,900", width), "--dump-dom", "file://"+file).Output()
		if err != nil {
			t.Fatal(err)
		}
		m := probed.FindSubmatch(dom)
		if m == nil {
			t.Fatal("the page did not lay out: the probe left no title")
		}
		if len(m[1]) > len(m[2]) || len(m[1]) == len(m[2]) && string(m[1]) > string(m[2]) {
			t.Errorf("at %d pixels the page is %s wide in a window of %s", width, m[1], m[2])
		}
		if string(m[3]) != "0" || string(m[4]) == "0" {
			t.Errorf("at %d pixels %s of %s references lead nowhere", width, m[3], m[4])
		}
	}
}
