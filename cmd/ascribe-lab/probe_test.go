package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestTextsOf(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.jsonl")
	if err := os.WriteFile(path, []byte("{\"id\":\"1\",\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n{\"text\":\"Three.\"}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for limit, want := range map[int][]string{0: {"One.", "Two.", "Three."}, 2: {"One.", "Two."}} {
		if got, err := textsOf(path, limit); err != nil || !slices.Equal(got, want) {
			t.Errorf("limit %d: %q (%v), want %q", limit, got, err, want)
		}
	}
	if err := os.WriteFile(path, []byte("{\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := textsOf(path, 0); err == nil {
		t.Error("half a line was read")
	}
}

func TestProbeSpeed(t *testing.T) {
	s, err := benchSubject()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "news.jsonl")
	if err := os.WriteFile(path, []byte("{\"text\":\"Gunmen fled Orlec. Nobody was hurt.\"}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var got probe
	if err := (&probing{rounds: 3}).speed(&got, s.Engine, []string{path}); err != nil {
		t.Fatal(err)
	}
	if ratio := got.TokenSecond / got.WordsSecond; ratio < 8/6.-0.01 || ratio > 8/6.+0.01 {
		t.Errorf("%v words and %v words and marks a second: the text has 6 and 8", got.WordsSecond, got.TokenSecond)
	}
}

func TestMedian(t *testing.T) {
	if got := median([]float64{9, 1, 5}); got != 5 {
		t.Errorf("median %v, want 5", got)
	}
}
