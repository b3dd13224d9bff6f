package ledger_test

import (
	"bytes"
	"testing"
	"time"

	"ascribe"
	"ascribe/internal/ledger"
	"ascribe/internal/storetest"
)

// entries returns one entry of each kind.
func entries() map[ledger.Kind]ascribe.Entry {
	capture, reading := storetest.Article(0, 500)
	return map[ledger.Kind]ascribe.Entry{
		ledger.Capture:  capture,
		ledger.Reading:  reading,
		ledger.Link:     storetest.Join("a", "b", ascribe.Same),
		ledger.Decision: storetest.Rule("the quote says so", ascribe.StatementID{1}, ascribe.Reject),
	}
}

func TestARowReadBackIsTheSameRow(t *testing.T) {
	for kind, e := range entries() {
		row, err := ledger.Seal(e)
		if err != nil {
			t.Fatal(err)
		}
		if row.Kind != kind {
			t.Errorf("a %s is sealed as a %s", kind, row.Kind)
		}
		back, err := ledger.Decode(row.Body)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ledger.Encode(back)
		if err != nil || !bytes.Equal(again.Body, row.Body) || again.Key != row.Key {
			t.Errorf("%s: after reading it back (%v)\n%s\n%s", kind, err, again.Body, row.Body)
		}
	}
}

// A change of a key would enter everything a second time.
func TestKeysStayAsTheyAre(t *testing.T) {
	for kind, want := range map[ledger.Kind]string{
		ledger.Capture:  "capture:377ee92437bc1bc1816b7a1d30078cb2",
		ledger.Reading:  "reading:5c170613c07bd56d45462f119e004c1b",
		ledger.Link:     "link:3ce7e36034c8ed2d81dba24d1a14bcd5",
		ledger.Decision: "decision:dnohvtbfah2st",
	} {
		row, err := ledger.Seal(entries()[kind])
		if err != nil || row.Key != want {
			t.Errorf("%s: key %s (%v), want %s", kind, row.Key, err, want)
		}
	}
}

// A link of a ledger that was begun before links named their readings keeps the
// key under which it stands there.
func TestALinkWithoutReadingsKeepsItsKey(t *testing.T) {
	e := storetest.Join("a", "b", ascribe.Same)
	e.Link.Engines = nil
	if row, err := ledger.Seal(e); err != nil || row.Key != "link:9961529c3b8ec8d51c0a4b98462256db" {
		t.Errorf("key %s (%v)", row.Key, err)
	}
}

func TestProblemsAreToldApartByTheirBytesAndTheirReason(t *testing.T) {
	key := func(raw ascribe.BlobKey, what, url string) string {
		e := storetest.Problem(raw, what)
		e.Capture.Appearance.URL = url
		e.Capture.Appearance.Retrieved = time.Now()
		row, err := ledger.Seal(e)
		if err != nil {
			t.Fatal(err)
		}
		return row.Key
	}
	base := key("sha256:a", "torn", "")
	for what, c := range map[string]struct {
		key  string
		same bool
	}{
		"again":                   {key("sha256:a", "torn", ""), true},
		"from another address":    {key("sha256:a", "torn", "https://x.example"), true},
		"other bytes":             {key("sha256:b", "torn", ""), false},
		"another reason":          {key("sha256:a", "empty", ""), false},
		"parts that run together": {key("sha256:at", "orn", ""), false},
		"nothing fetched":         {key("", "torn", "https://x.example"), false},
	} {
		if (c.key == base) != c.same {
			t.Errorf("%s: same key %v, want %v", what, c.key == base, c.same)
		}
	}
	if key("", "torn", "https://x.example") == key("", "torn", "https://y.example") {
		t.Error("two addresses that gave nothing are one capture")
	}
}

func TestDecodeRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, body := range []string{``, `{`, `{"link":{"kind":"same_incident","colour":"red"}}`, `{"link":{"kind":"cousin"}}`, `{} {}`, `[]`, `{"gossip":{}}`} {
		if _, err := ledger.Decode([]byte(body)); ascribe.KindOf(err) != ascribe.Conflict {
			t.Errorf("%s: %v", body, err)
		}
	}
}
