package web

import (
	"strings"
	"testing"
)

// An article that was changed shows each version with what it says otherwise, and
// the records that rest on it.
func TestArticleVersions(t *testing.T) {
	d := freshDesk(t,
		`{"id":"a","url":"https://herald.example/1","outlet":"Herald","published":"2025-03-03T20:00:00Z","title":"Bomb kills 12 at Port Maren fish market","text":"A bomb exploded at the fish market of Port Maren on Monday, killing 12 people, police said. The Maran Liberation Front claimed responsibility for the bombing in a statement. The ice house beside the quay burned until dawn."}`,
		`{"id":"b","url":"https://herald.example/1","outlet":"Herald","published":"2025-03-04T20:00:00Z","title":"Bomb kills 11 at Port Maren fish market","text":"A bomb exploded at the fish market of Port Maren on Monday, killing 11 people, police said. The Maran Liberation Front claimed responsibility for the bombing in a statement. The ice house beside the quay burned until dawn."}`)
	page := d.page(t, "/articles/"+d.docs[1].String()+"?all=versions")
	text := strings.Join(strings.Fields(textOf(page)), " ")
	for _, want := range []string{
		"Sentences that this version lacks: A bomb exploded at the fish market of Port Maren on Monday, killing 12 people, police said.",
		"Sentences that are new in it: A bomb exploded at the fish market of Port Maren on Monday, killing 11 people, police said.",
		"this text", "the last that was captured", "Bombing: Bombing, Port Maren, 3 March 2025",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not hold %q", want)
		}
	}
}
