package train

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRe3dNames(t *testing.T) {
	r, _ := smallReader(t)
	path := filepath.Join(t.TempDir(), "re3d.jsonl")
	const line = `{"text": "É Gen. Ana Vidal left.", "entities": [{"type": "Person", "start": 2, "end": 16}, {"type": "Temporal", "start": 11, "end": 16}]}`
	if err := os.WriteFile(path, []byte(line+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	docs, err := r.re3d(path, true)
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 1 || len(docs[0].sentences) != 1 || docs[0].sentences[0].tells {
		t.Fatalf("documents %+v", docs)
	}
	s := docs[0].sentences[0]
	for i, form := range s.forms {
		want := re3dOpen
		switch form {
		case "Gen.", "Ana":
			want = re3dTypes["Person"]
		case "Vidal":
			want = re3dTypes["Person"] | re3dTypes["Temporal"]
		}
		if s.allowed[i] != want {
			t.Errorf("%s may be %b, want %b", form, s.allowed[i], want)
		}
	}
	if err := os.WriteFile(path, []byte("{\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := r.re3d(path, true); err == nil || !strings.Contains(err.Error(), ":1") {
		t.Errorf("a broken line: %v", err)
	}
}
