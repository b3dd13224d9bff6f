package publish

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"ascribe"
)

// A reference says in every style what is cited, in which state, with which hash,
// where and when it was read; what is not known is left out.
func TestReference(t *testing.T) {
	d := newDesk("i2abc", "Bombing, Port Maren, 3 March 2031")
	meta := Meta{Generator: "ascribe test", Head: ascribe.Head{Size: 41, Root: [32]byte{0xab}}}
	d.r.Pins.AsOf = day("2031-03-08")
	ref := RecordReference(PublicOf(d.r), meta, "http://127.0.0.1:8080/incidents/i2abc?as_of=2031-03-08", at("2031-06-09 10:00"))
	for style, text := range styles(t, &ref) {
		for _, want := range []string{"Port Maren", "i2abc", "ab0000", "41 lines", "8 March 2031", "127.0.0.1:8080"} {
			if !strings.Contains(strings.ReplaceAll(text, `\_`, "_"), want) {
				t.Errorf("%s lacks %q:\n%s", style, want, text)
			}
		}
	}
	article := ArticleReference(&ascribe.Appearance{
		Document: ascribe.HashText("x"), Outlet: "herald.example", Headline: "100% {sure} & $5_more\nTY  - EVIL", URL: "javascript:alert(1)",
		Published: ascribe.Published{Time: day("2031-03-04"), DayOnly: true}, Retrieved: at("2031-06-09 10:00"),
	})
	for style, text := range styles(t, &article) {
		if strings.Contains(text, "javascript") || strings.Contains(text, "\nTY  - EVIL") || !strings.Contains(text, "2031") {
			t.Errorf("%s:\n%s", style, text)
		}
	}
	if got := article.BibTeX(); !strings.Contains(got, `100\% \{sure\} \& \$5\_more`) {
		t.Errorf("TeX would read %s", got)
	}
	if got := article.APA(); !strings.Contains(got, "(2031, March 4)") {
		t.Errorf("%s", got)
	}
	unknown := Reference{Key: "x", Hash: "sha256:00", Accessed: time.Unix(0, 0)}
	if got := unknown.APA(); !strings.HasPrefix(got, "[Untitled] (n.d.). ") || strings.Contains(got, "1970") {
		t.Errorf("%q", got)
	}
}

func styles(t *testing.T, r *Reference) map[string]string {
	t.Helper()
	csl, err := r.CSL()
	if err != nil {
		t.Fatal(err)
	}
	var items []map[string]any
	if err := json.Unmarshal([]byte(csl), &items); err != nil || len(items) != 1 || items[0]["id"] != r.key() {
		t.Errorf("%v in %s", err, csl)
	}
	return map[string]string{"Chicago": r.Chicago(), "APA": r.APA(), "BibTeX": r.BibTeX(), "RIS": r.RIS(), "CSL": csl}
}
