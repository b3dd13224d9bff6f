package read

import (
	"testing"
	"time"

	"ascribe"
)

func TestStatusOfAnItem(t *testing.T) {
	in := Input{Name: "wire.jsonl", Retrieved: time.Date(2031, 3, 4, 9, 0, 0, 0, time.UTC)}
	for line, want := range map[string]struct {
		status ascribe.PubStatus
		text   string
	}{
		`{"id":"1","text":"A bomb went off in Oru."}`:                                                    {ascribe.Usable, "A bomb went off in Oru."},
		`{"id":"1","text":"A bomb went off in Oru.","pubstatus":"Canceled"}`:                             {ascribe.Canceled, "A bomb went off in Oru."},
		`{"id":"1","pubstatus":"canceled","ednote":"Please kill the story on the bomb in Oru."}`:         {ascribe.Canceled, "Please kill the story on the bomb in Oru."},
		`{"id":"1","text":"A bomb went off in Oru.","pubstatus":"withheld","ednote":"Not before noon."}`: {ascribe.Withheld, "A bomb went off in Oru."},
	} {
		a := Row(in, []byte(line), 1)
		if a.Err != nil || a.Appearance.Status != want.status || a.Document.Text != want.text {
			t.Errorf("%s: %+v %v", line, a.Appearance, a.Err)
		}
	}
	for _, line := range []string{`{"id":"1","text":"A bomb went off in Oru.","pubstatus":"maybe"}`, `{"id":"1","pubstatus":"canceled"}`, `{"id":"1","ednote":"Please kill it."}`} {
		if a := Row(in, []byte(line), 1); a.Err == nil {
			t.Errorf("%s: no error", line)
		}
	}
}
