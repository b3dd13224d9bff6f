package engine

import (
	"slices"
	"strings"
	"testing"

	"ascribe"
)

// spansOf finds the pieces of a bar-separated list in a text, in order.
func spansOf(t *testing.T, text, list string) []ascribe.Span {
	t.Helper()
	var out []ascribe.Span
	at := 0
	for piece := range strings.SplitSeq(list, "|") {
		i := strings.Index(text[at:], piece)
		if i < 0 {
			t.Fatalf("%q is not in %q after byte %d", piece, text, at)
		}
		out = append(out, ascribe.Span{Start: at + i, End: at + i + len(piece)})
		at += i + len(piece)
	}
	return out
}

func TestScoreSegments(t *testing.T) {
	const text = "We don't know. Oru fell.\n\nNo one cannot…"
	gold := NewSegments(text, spansOf(t, text, "We don't know.|Oru fell.|No one cannot…"),
		spansOf(t, text, "We|do|n't|know|.|Oru|fell|.|No|one|can|not|…"))
	for _, tt := range []struct {
		name, sentences, words string
		want                   SegmentScore
	}{
		{"all right", "We don't know.|Oru fell.|No one cannot…", "We|do|n't|know|.|Oru|fell|.|No|one|can|not|…",
			SegmentScore{Match{13, 13, 13}, Match{3, 3, 3}}},
		{"contractions whole", "We don't know.|Oru fell.|No one cannot…", "We|don't|know|.|Oru|fell|.|No|one|cannot|…",
			SegmentScore{Match{9, 13, 11}, Match{3, 3, 3}}},
		{"two sentences as one", "We don't know. Oru fell.|No one cannot…", "We|do|n't|know.|Oru|fell|.|No|one|can|not|…",
			SegmentScore{Match{11, 13, 12}, Match{1, 3, 2}}},
		{"one sentence as two", "We don't|know.|Oru fell.|No one cannot…", "We|do|n't|know|.|Oru|fell|.|No|one|can|not|…",
			SegmentScore{Match{13, 13, 13}, Match{2, 3, 4}}},
	} {
		got, err := ScoreSegments(gold, NewSegments(text, spansOf(t, text, tt.sentences), spansOf(t, text, tt.words)))
		if err != nil || got != tt.want {
			t.Errorf("%s: %+v (%v), want %+v", tt.name, got, err, tt.want)
		}
	}
	s := SegmentScore{Match{11, 13, 12}, Match{1, 3, 2}}
	s.Add(SegmentScore{Match{1, 1, 1}, Match{1, 1, 1}})
	if got := s.String(); got != "words F1 88.89, sentences F1 57.14" {
		t.Errorf("String() = %q", got)
	}
}

// White space makes no difference, wherever it stands, and a span's own is cut.
func TestSegmentsLeaveOutSpace(t *testing.T) {
	a := NewSegments("José\u00a0met  al-\u3000Oru \xff.", []ascribe.Span{{Start: 0, End: 22}}, []ascribe.Span{{Start: 0, End: 7}, {Start: 7, End: 12}, {Start: 5, End: 7}})
	if a.Chars != "Josémetal-Oru\xff." {
		t.Errorf("Chars = %q", a.Chars)
	}
	if want := []ascribe.Span{{Start: 0, End: 5}, {Start: 5, End: 8}}; !slices.Equal(a.Words, want) {
		t.Errorf("Words = %v, want %v", a.Words, want)
	}
	if _, err := ScoreSegments(a, NewSegments("another text", nil, nil)); ascribe.KindOf(err) != ascribe.Invalid || ascribe.HintOf(err) == "" {
		t.Errorf("segments of two texts: %v", err)
	}
}

func TestAligned(t *testing.T) {
	gold := []ascribe.Span{{Start: 0, End: 2}, {Start: 2, End: 5}, {Start: 5, End: 6}, {Start: 6, End: 9}}
	system := []ascribe.Span{{Start: 0, End: 2}, {Start: 2, End: 4}, {Start: 4, End: 6}, {Start: 6, End: 9}}
	if got, want := Aligned(gold, system), [][2]int{{0, 0}, {3, 3}}; !slices.Equal(got, want) {
		t.Errorf("Aligned = %v, want %v", got, want)
	}
}
