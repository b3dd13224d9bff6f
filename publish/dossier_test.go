package publish

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"ascribe"
)

// caseMeta is what the tests' dossiers say of themselves.
var caseMeta = Meta{Title: "The coast, June 2031", Generator: "ascribe 0.1.0 (lexical/1)", Pins: ascribe.Pins{AsOf: at("2031-06-10 00:00")}, Head: ascribe.Head{Size: 51, Root: [32]byte{0xab, 1}}, Total: 5}

// With ASCRIBE_DOSSIER=DIR the dossiers of the tests are left there to be
// looked at.
func TestDossierToLookAt(t *testing.T) {
	dir := os.Getenv("ASCRIBE_DOSSIER")
	if dir == "" {
		t.Skip("ASCRIBE_DOSSIER names no directory to leave the dossiers in")
	}
	for name, rs := range map[string][]*ascribe.Record{"case": records(), "one": {ferry()}} {
		page := written(t, func(b *bytes.Buffer) error { return DossierHTML(b, rs, caseMeta) })
		if err := os.WriteFile(filepath.Join(dir, name+".html"), []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
