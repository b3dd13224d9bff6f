package publish

import (
	"bytes"
	"strings"
	"testing"

	"ascribe"
)

func TestRecordTextGolden(t *testing.T) {
	out := ""
	for _, r := range records() {
		out += written(t, func(b *bytes.Buffer) error { return RecordText(b, r) })
	}
	if found := leaks(out); found != nil {
		t.Errorf("gives away %q", found)
	}
	golden(t, "record.golden.txt", []byte(out))
}

// A record of which nothing is known says so, and does not fail.
func TestRecordTextOfNothing(t *testing.T) {
	out := written(t, func(b *bytes.Buffer) error { return RecordText(b, &ascribe.Record{}) })
	for _, want := range []string{"date not stated", "not stated", "nobody is named", "0 reports from 0 independent origins"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
}
