package model

import (
	"strings"
	"testing"

	"ascribe/extract/linear"
)

func TestChainsGoWithTheirFeatures(t *testing.T) {
	weights, err := linear.Build(1, []linear.Row{{Feature: 5, Weights: []int32{9}}}, 1)
	if err != nil {
		t.Fatal(err)
	}
	part := ChainsBundlePart(weights)
	m, err := ReadChains(part)
	if err != nil {
		t.Fatal(err)
	}
	var out linear.Scores
	if m.Score([]uint64{5}, &out); out[0] != 9 {
		t.Errorf("score %d, want 9", out[0])
	}
	other := append([]byte("0"), part...)
	if _, err := ReadChains(other); err == nil || !strings.Contains(err.Error(), "other features") && !strings.Contains(err.Error(), "trained with features") {
		t.Errorf("chains of other features are taken: %v", err)
	}
	for _, n := range []int{0, 5, 20, len(part) - 1} {
		if _, err := ReadChains(part[:n]); err == nil {
			t.Errorf("chains cut after %d bytes are taken", n)
		}
	}
}
