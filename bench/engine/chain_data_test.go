package engine

import (
	"os"
	"path/filepath"
	"testing"

	"ascribe/extract/linear"
	"ascribe/extract/nlp"
	"ascribe/train"
	"ascribe/train/conllu"
)

// TestChainsOnGoldTrees learns chains from GUM's training part and measures them
// on the trees, tags and names that people gave its dev part: what chains alone
// can do. It takes half a minute and asks for ASCRIBE_TRAIN beside ASCRIBE_DATA.
func TestChainsOnGoldTrees(t *testing.T) {
	dir := os.Getenv("ASCRIBE_DATA")
	if dir == "" || os.Getenv("ASCRIBE_TRAIN") == "" {
		t.Skip("ASCRIBE_DATA and ASCRIBE_TRAIN are not both set: chains are not measured on gold trees")
	}
	read := func(part string) []conllu.Sentence {
		ss, err := conllu.ReadFile(filepath.Join(dir, "ud", "en_gum-"+part+".conllu.gz"))
		if err != nil {
			t.Fatal(err)
		}
		return ss
	}
	weights, err := train.Chains(read("train"))
	if err != nil {
		t.Fatal(err)
	}
	var c nlp.Corefer
	if c.Ranker, _, err = linear.Read(weights); err != nil {
		t.Fatal(err)
	}
	spans, heads, err := Chains(&c, read("dev"), train.GoldAnalysis)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes of weights\nspans: %v\nheads: %v", len(weights), &spans, &heads)
	if spans.CoNLL() < 0.59 {
		t.Errorf("CoNLL %.3f by spans, below the 0.59 that was reached", spans.CoNLL())
	}
}
