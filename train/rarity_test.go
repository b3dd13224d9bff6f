package train

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWriteRarity(t *testing.T) {
	data := t.TempDir()
	write := func(name, text string) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(data, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(data, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("geo/geovirus.jsonl", strings.Repeat(`{"title":"Talvik","text":"The ferry of 2031, the ferry, né Ebène."}`+"\n", 3)+`{"text":"the Quay"}`+"\n")
	write("muc4/train.jsonl", strings.Repeat(`{"text":"THE FERRY"}`+"\n", 1)+strings.Repeat(`{"text":"the"}`+"\n", 9))
	write("fa-kes/train.jsonl", `{"text":"quay"}`+"\n")
	var out strings.Builder
	if err := writeRarity(&out, data, raritySets[1:]); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(out.String()) {
		if !strings.HasPrefix(line, "#") {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	if got := strings.Join(lines, "|"); got != "0\tthe|1\tebene ferry ne of talvik" {
		t.Errorf("%q: a word counts once a document, where it is commonest, from three documents on, no number does, and diacritics are left out", got)
	}
	if !strings.Contains(out.String(), "GeoVirus: 4 documents") {
		t.Error("the sets are not named")
	}
}
