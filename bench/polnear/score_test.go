package polnear

import (
	"math"
	"strings"
	"testing"

	"ascribe"
	"ascribe/bench/measure"
)

const text = `The mayor said two men fled. “We saw them,” said Ana Vidal, “and we hid.” A report that the bridge fell was denied by the army.`

// at finds words in the text.
func at(t *testing.T, words ...string) []ascribe.Span {
	t.Helper()
	var out []ascribe.Span
	for _, w := range words {
		i := strings.Index(text, w)
		if i < 0 {
			t.Fatalf("%q is not in the text", w)
		}
		out = append(out, ascribe.Span{Start: i, End: i + len(w)})
	}
	return out
}

// TestTally counts a small article by hand. The key has three relations:
//
//	1 The mayor · said · two men fled
//	2 Ana Vidal · said (the second) · “We saw them,” … “and we hid.”
//	3 –         · A report · that the bridge fell
//
// Found are: 1 with its source one word short; 2 exactly, but with content in
// which the order is turned round; and "the army · denied · A report that the
// bridge fell", whose content alone meets the key.
func TestTally(t *testing.T) {
	second := at(t, "said Ana")[0]
	second.End = second.Start + len("said")
	key := []voice{
		newVoice(text, at(t, "The mayor"), at(t, "said"), at(t, "two men fled")),
		newVoice(text, at(t, "Ana Vidal"), []ascribe.Span{second}, at(t, "“We saw them,”", "“and we hid.”")),
		newVoice(text, nil, at(t, "A report"), at(t, "that the bridge fell")),
	}
	found := []voice{
		newVoice(text, at(t, "mayor"), at(t, "said"), at(t, "two men fled")),
		newVoice(text, at(t, "Ana Vidal"), []ascribe.Span{second}, at(t, "“and we hid.” ", "“We saw them,” ")),
		newVoice(text, at(t, "the army"), at(t, "denied"), at(t, "A report that the bridge fell")),
	}
	var tl tally
	tl.add(found, key)
	want := map[string]measure.Count{
		"source, overlap":                        {Right: 2, Found: 3, Met: 2, Key: 2},
		"cue, overlap":                           {Right: 2, Found: 3, Met: 2, Key: 3},
		"content, overlap":                       {Right: 3, Found: 3, Met: 3, Key: 3},
		"source, exact":                          {Right: 1, Found: 3, Met: 1, Key: 2},
		"cue, exact":                             {Right: 2, Found: 3, Met: 2, Key: 3},
		"content, exact":                         {Right: 2, Found: 3, Met: 2, Key: 3},
		"triples, overlap":                       {Right: 2, Found: 3, Met: 2, Key: 3},
		"triples, exact":                         {Right: 1, Found: 3, Met: 1, Key: 3},
		"triples of direct quotation, overlap":   {Right: 1, Found: 1, Met: 1, Key: 1},
		"triples of indirect quotation, overlap": {Right: 1, Found: 2, Met: 1, Key: 2},
		"triples of mixed quotation, overlap":    {},
	}
	rows := tl.rows("PolNeAR", "raw text")
	if len(rows) != 3*len(want) {
		t.Fatalf("%d rows, want %d", len(rows), 3*len(want))
	}
	for i := range rows {
		r := &rows[i]
		name, figure := strings.TrimSuffix(r.Measure, " F1"), measure.Count.F1
		if cut, ok := strings.CutSuffix(r.Measure, ", precision"); ok {
			name, figure = cut, measure.Count.Precision
		} else if cut, ok := strings.CutSuffix(r.Measure, ", recall"); ok {
			name, figure = cut, measure.Count.Recall
		}
		c, ok := want[name]
		if !ok || math.Abs(r.Value-figure(c)) > 1e-9 {
			t.Errorf("%s is %.2f, want %.2f", r.Measure, r.Value, figure(c))
		}
	}
}

// TestOverlapIsCountedFromBothSides: two found voices that meet one of the key
// are both right, and the key is met once.
func TestOverlapIsCountedFromBothSides(t *testing.T) {
	key := []voice{newVoice(text, at(t, "The mayor"), at(t, "said"), at(t, "two men fled"))}
	found := []voice{
		newVoice(text, at(t, "The mayor"), at(t, "said"), at(t, "two men")),
		newVoice(text, at(t, "The mayor"), at(t, "said"), at(t, "fled")),
	}
	var tl tally
	tl.add(found, key)
	if got := tl.overlap[2].Sum(); got != (measure.Count{Right: 2, Found: 2, Met: 1, Key: 1}) {
		t.Errorf("content by overlap: %+v", got)
	}
	if got := tl.exact[2].Sum(); got != (measure.Count{Right: 0, Found: 2, Met: 0, Key: 1}) {
		t.Errorf("content exactly: %+v", got)
	}
}

func TestKey(t *testing.T) {
	a := Article{Text: "“Où?” Élie asked.", Attributions: []relation{{Source: [][2]int{{6, 10}}, Cue: [][2]int{{11, 16}}, Content: [][2]int{{0, 5}}}}}
	v := a.key()[0]
	for i, want := range []string{"Élie", "asked", "“Où?”"} {
		if got := v.parts[i][0].Of(a.Text); got != want {
			t.Errorf("%s is %q, want %q", partNames[i], got, want)
		}
	}
	if v.kind != ascribe.Direct {
		t.Errorf("the question is %v, want direct", v.kind)
	}
}

func TestQuotation(t *testing.T) {
	for words, want := range map[string]ascribe.Quotation{
		`"We saw them."`:                  ascribe.Direct,
		"''We saw them.''":                ascribe.Direct,
		"that the raid was “a disgrace”":  ascribe.Mixed,
		"that they saw them":              ascribe.Indirect,
		"the people’s own fault":          ascribe.Indirect,
		"“a disgrace” that nobody forgot": ascribe.Mixed,
	} {
		if got := quotation(words, newPart(words, []ascribe.Span{{Start: 0, End: len(words)}})); got != want {
			t.Errorf("%s: %v, want %v", words, got, want)
		}
	}
}
