package train

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"

	"github.com/klauspost/compress/zstd"

	"ascribe/extract/model"
)

// smallCorpora lays out the folders that Make reads, with the invented sample of
// bench/frozen for both treebanks and hardly anything of the rest.
func smallCorpora(t *testing.T) (data, teacher string) {
	t.Helper()
	data, teacher = t.TempDir(), t.TempDir()
	bank, err := os.ReadFile(filepath.Join("..", "bench", "frozen", "engine.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(bank); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	lay(t, data, map[string]string{
		"ud/en_ewt-train.conllu.gz": packed.String(), "ud/en_gum-train.conllu.gz": packed.String(),
		"re3d/train.jsonl":    `{"text": "Gunmen fled Port Maren on Friday.", "entities": [{"type": "Location", "start": 12, "end": 22}]}` + "\n",
		"polnear/train.jsonl": "", "muc4/train.jsonl": "", "fa-kes/train.jsonl": "", "geo/geovirus.jsonl": "",
	})
	lay(t, teacher, map[string]string{
		"clusters.tsv.zst":   packedZstd(t, "gunmen\t3\t40\nport\t1\t12\n"),
		"brown.tsv.zst":      packedZstd(t, "gunmen\t101101\nfled\t0101\n"),
		"entities.jsonl.zst": packedZstd(t, ""),
	})
	return data, teacher
}

func lay(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func packedZstd(t *testing.T, text string) string {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(w.EncodeAll([]byte(text), nil))
}

// TestMakeTwice trains everything twice on a small sample: the same bytes, and
// models that open.
func TestMakeTwice(t *testing.T) {
	data, teacher := smallCorpora(t)
	plan := Plan{Data: data, Teacher: teacher, Rounds: Rounds{Tagger: 2, Folds: 1, Guide: 1, Halves: 1, Parser: 2, Names: 1}}
	first, err := Make(plan)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Make(plan)
	if err != nil {
		t.Fatal(err)
	}
	for name := range first {
		if !bytes.Equal(first[name], second[name]) {
			t.Errorf("two trainings made two parts %q", name)
		}
	}
	m, err := model.Open(first.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if m.ID == "" || m.Names == nil || m.Chains == nil {
		t.Errorf("the models are not whole: %+v", m)
	}
}

func TestMakeSaysWhatIsMissing(t *testing.T) {
	_, teacher := smallCorpora(t)
	if _, err := Make(Plan{Data: t.TempDir(), Teacher: teacher, Rounds: DefaultRounds}); err == nil {
		t.Error("a training without corpora went through")
	}
}
