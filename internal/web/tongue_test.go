package web

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/internal/coding"
	"ascribe/publish"
)

// keysOf lists the keys of a closed set.
func keysOf[T interface {
	~uint8
	fmt.Stringer
}](set string, from T) []string {
	var out []string
	for v := from; v.String() != ""; v++ {
		out = append(out, set+"."+v.String())
	}
	return out
}

// closed lists the keys that are made of the members of closed sets.
func closed() []string {
	out := slices.Concat(
		keysOf("type", ascribe.OtherIncident), keysOf("stage", ascribe.Accomplished), keysOf("harm", ascribe.Killed), keysOf("position", ascribe.ReportedAsFact),
		keysOf("role", ascribe.Narrator), keysOf("act", ascribe.Merge), keysOf("slot", ascribe.TypeSlot), keysOf("precision", ascribe.UnknownDate),
		keysOf("basis", ascribe.Explicit), keysOf("quotation", ascribe.Direct), keysOf("notice", ascribe.Retraction), keysOf("lapse", ascribe.Vanished),
		keysOf("credit", ascribe.Wire), keysOf("status", ascribe.Withheld), keysOf("block", ascribe.Body), keysOf("kind", ascribe.UnknownActor), keysOf("order", ascribe.LatestFirst), keysOf("filter", ascribe.ByCountry),
		keysOf("shared", ascribe.OneOccasion),
	)
	for _, r := range keysOf("relation", ascribe.AffiliateOf) {
		out = append(out, r, r+".not")
	}
	for _, k := range keysOf("judged", ascribe.SameIncident) {
		out = append(out, keysOf(k, ascribe.Undecided)...)
	}
	for i := range 8 {
		out = append(out, fmt.Sprintf("nearness.%d", i))
	}
	for _, v := range matrixVoices {
		out = append(out, "voices."+v, "voices."+v+".none")
	}
	for _, p := range parts {
		out = append(out, "nav."+p.key)
	}
	for _, f := range []string{"contested", "decided", "withdrawn", "yes", "no"} {
		out = append(out, "filter."+f)
	}
	for _, what := range []string{"incident", "article", "actor", "source"} {
		out = append(out, "error.no"+what+".hint")
	}
	for _, p := range keysOf("dispute", ascribe.ReportedAsFact) {
		if p != "dispute.possible" {
			out = append(out, p)
			if p == "dispute.claimed" || p == "dispute.denied" {
				out = append(out, p+".self")
			}
		}
	}
	for _, r := range roles(&ascribe.Roles{}) {
		out = append(out, "role."+r.key)
	}
	for _, slot := range codeSlots {
		out = append(out, "code.slot."+slot)
	}
	for _, r := range access.Roles() {
		out = append(out, "rank."+r.String())
	}
	for _, f := range access.Faults() {
		out = append(out, "fault."+string(f), "fault."+string(f)+".hint")
	}
	for _, d := range access.Deeds() {
		out = append(out, "deed."+string(d))
	}
	for _, p := range []access.Purpose{access.First, access.Invite, access.Reset} {
		out = append(out, "link."+string(p))
	}
	for _, o := range []coding.Outcome{coding.Caught, coding.Missed, coding.Neither} {
		out = append(out, "review.planted."+string(o))
	}
	for _, a := range []ascribe.Act{ascribe.Accept, ascribe.Reject, ascribe.Correct} {
		out = append(out, "answer."+a.String())
	}
	return out
}

// open are the sets that may grow: what they lack stands as it is.
var open = []string{"effect.", "slot.", "review.did.", "review.reason.", "doubt.did.", "doubt.reason.", "join.did.", "join.reason.", "join.would.", "join.do."}

// used lists the keys that stand as a whole in templates and code.
func used(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	key := regexp.MustCompile(`"([a-z]+(?:\.[a-z_]+)*)"`)
	err := fs.WalkDir(os.DirFS("."), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") || !slices.Contains([]string{".go", ".html"}, filepath.Ext(path)) {
			return err
		}
		b, err := os.ReadFile(path)
		for _, m := range key.FindAllSubmatch(b, -1) {
			out[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []string{"stance.connected", "stance.hedged", "stance.negated", "stance.acquitted", "mood.negated", "mood.hedged", "mood.hypothetical", "mood.future", "mood.historical"} {
		out[k] = out[strings.SplitN(k, ".", 2)[1]] // of the lists of facts and moods
	}
	return out
}

// Every language has every text, with the same places to put things in; every text
// is used; and every member of a closed set has its word.
func TestCatalogues(t *testing.T) {
	tongues, err := loadTongues(files)
	if err != nil {
		t.Fatal(err)
	}
	first, inUse, sets := tongues[0], used(t), closed()
	hole := regexp.MustCompile(`\{\d\}`)
	for key, text := range first.texts {
		bare := strings.TrimSuffix(strings.TrimSuffix(key, ".one"), ".other")
		if !inUse[key] && !inUse[bare] && !slices.Contains(sets, key) && !slices.ContainsFunc(open, func(p string) bool { return strings.HasPrefix(key, p) }) {
			t.Errorf("nothing uses %s", key)
		}
		for _, other := range tongues[1:] {
			theirs, ok := other.texts[key]
			holes := func(s string) []string { h := hole.FindAllString(s, -1); slices.Sort(h); return slices.Compact(h) }
			if !ok || !slices.Equal(holes(text), holes(theirs)) {
				t.Errorf("%s: %s is %q, in %s %q", key, first.Code, text, other.Code, theirs)
			}
		}
	}
	for _, other := range tongues[1:] {
		for key := range other.texts {
			if _, ok := first.texts[key]; !ok {
				t.Errorf("%s has %s, %s has not", other.Code, key, first.Code)
			}
		}
	}
	for _, key := range sets {
		if _, ok := first.texts[key]; !ok {
			t.Errorf("there is no text %s", key)
		}
	}
	for key := range inUse {
		if n := strings.Count(key, "."); n > 0 && !strings.HasSuffix(key, ".html") && !strings.HasSuffix(key, ".js") && !known(first, key) && inCatalogue(first, strings.SplitN(key, ".", 2)[0]) {
			t.Errorf("%s is used and has no text", key)
		}
	}
}

// known reports whether a key has a text, by itself or for a count.
func known(t *tongue, key string) bool {
	_, plain := t.texts[key]
	_, counted := t.texts[key+".other"]
	return plain || counted
}

// inCatalogue reports whether texts begin with a word, so that what does too is one.
func inCatalogue(t *tongue, first string) bool {
	for key := range t.texts {
		if strings.HasPrefix(key, first+".") {
			return true
		}
	}
	return false
}

// The words of values are those of the other formats, in English.
func TestEnglishSaysWhatTheFormatsSay(t *testing.T) {
	tongues, err := loadTongues(files)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range newsroom.ids {
		r, err := newsroom.records.Record(t.Context(), ascribe.Pins{}, id)
		if err != nil {
			t.Fatal(err)
		}
		if got := tongues[0].title(r); got != r.Title {
			t.Errorf("%q, the record is called %q", got, r.Title)
		}
		var b strings.Builder
		if err := publish.RecordText(&b, r); err != nil {
			t.Fatal(err)
		}
		for _, x := range r.Tolls {
			if said := tongues[0].figure(x.Figure); x.Figure.Low == x.Figure.High && !strings.Contains(b.String(), said) {
				t.Errorf("%s: %q is not in the text", r.Title, said)
			}
		}
		if when := tongues[0].when(r); !strings.Contains(b.String(), when) {
			t.Errorf("%s: %q is not in the text", r.Title, when)
		}
	}
}

func TestFill(t *testing.T) {
	en := &tongue{"en", map[string]string{"a": "{0} < {1} {x} {", "n.one": "{0} report", "n.other": "{0} reports"}}
	if got := en.t("a", "<b>", 2); got != "<b> < 2 {x} {" {
		t.Errorf("%q", got)
	}
	if got := en.say("a", "<b>", quote("<i>")); got != `&lt;b&gt; &lt; <q dir="auto">&lt;i&gt;</q> {x} {` {
		t.Errorf("%q", got)
	}
	if en.n("n", 1) != "1 report" || en.n("n", 0) != "0 reports" {
		t.Error("a count is not counted")
	}
}
