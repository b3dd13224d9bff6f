package extract_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ascribe"
	"ascribe/extract"
	"ascribe/read"
)

// goldVoice is one attribution relation of PolNeAR; offsets are code points.
type goldVoice struct {
	Source, Cue, Content [][2]int
}

type goldArticle struct {
	ID, Text     string
	Attributions []goldVoice
}

// TestPolNeAR measures who-says-it on PolNeAR where ASCRIBE_DATA holds it, and
// holds the level reached.
func TestPolNeAR(t *testing.T) {
	dir := os.Getenv("ASCRIBE_DATA")
	if dir == "" {
		t.Skip("ASCRIBE_DATA is not set: PolNeAR is not measured")
	}
	part := "dev"
	if p := os.Getenv("POLNEAR"); p != "" {
		part = p
	}
	f, err := os.Open(filepath.Join(dir, "polnear", part+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	x := extract.New(newEngine(t))
	var score [3]prf
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	show := os.Getenv("SHOW")
	for n := 0; lines.Scan() && n < 300; n++ {
		var a goldArticle
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		measure(t, &score, &a, x, show)
	}
	for i, name := range []string{"source", "cue", "content"} {
		t.Logf("%-8s overlap P %.1f R %.1f F %.1f  tokens F %.1f  exact F %.1f", name,
			score[i].p(), score[i].r(), score[i].f(), score[i].tokens(), score[i].exactF())
		if part == "dev" && (score[i].f() < reached[i][0]-1 || score[i].exactF() < reached[i][1]-1) {
			t.Errorf("%s: below the level reached, %v", name, reached[i])
		}
	}
}

// reached is the level on dev: overlap and exact F1 of source, cue, content.
var reached = [3][2]float64{{75.7, 68.8}, {73.1, 65.2}, {81.4, 51.4}}

// prf counts spans: found ones that meet a key span, key spans that a found one
// meets, and the like for exact ones and shared letters.
type prf struct {
	found, key, hitFound, hitKey, exact int
	shareFound, shareKey                float64
}

func (s prf) p() float64 { return 100 * float64(s.hitFound) / float64(max(1, s.found)) }
func (s prf) r() float64 { return 100 * float64(s.hitKey) / float64(max(1, s.key)) }
func (s prf) f() float64 { return harmonic(s.p(), s.r()) }
func (s prf) exactF() float64 {
	return 200 * float64(s.exact) / float64(max(1, s.found+s.key))
}
func (s prf) tokens() float64 {
	return harmonic(100*s.shareFound/float64(max(1, s.found)), 100*s.shareKey/float64(max(1, s.key)))
}
func harmonic(p, r float64) float64 { return 2 * p * r / max(1e-9, p+r) }

func measure(t *testing.T, score *[3]prf, a *goldArticle, x *extract.Extractor, show string) {
	doc := document(t, a.Text)
	r := x.Read(doc, ascribe.Appearance{})
	runes := []rune(a.Text)
	at := make([]int, 0, len(runes)+1)
	for i := range a.Text {
		at = append(at, i)
	}
	at = append(at, len(a.Text))
	var found, key [3][][]ascribe.Span
	for _, g := range a.Attributions {
		for i, part := range [][][2]int{g.Source, g.Cue, g.Content} {
			var spans []ascribe.Span
			for _, s := range part {
				spans = append(spans, ascribe.Span{Start: at[min(s[0], len(runes))], End: at[min(s[1], len(runes))]})
			}
			if len(spans) > 0 {
				key[i] = append(key[i], spans)
			}
		}
	}
	for _, st := range r.Statements {
		if st.Source.Role == ascribe.Narrator {
			continue
		}
		for i, spans := range [][]ascribe.Span{st.Source.Spans, st.Cue, st.Content} {
			if len(spans) > 0 {
				found[i] = append(found[i], spans)
			}
		}
	}
	for i := range score {
		score[i].add(found[i], key[i])
	}
	if strings.Contains(show, "b") {
		for _, st := range r.Statements {
			if st.Source.Role == ascribe.Narrator {
				continue
			}
			hit, in := 0, 0
			for _, k := range key[1] {
				if share(st.Cue, k) > 0 {
					hit = 1
				}
			}
			for _, o := range r.Statements {
				for _, c := range o.Content {
					if o.Source.Role != ascribe.Narrator && c.Holds(st.Cue[0]) {
						in = 1
						if o.Quotation == ascribe.Direct {
							in = 2
						}
					}
				}
			}
			fmt.Printf("B\t%d\t%d\t%s\t%s\t%s\n", hit, in, st.Source.Text, st.Cue[0].Of(a.Text), st.Because)
		}
	}
	if show != "" {
		report(a, key, found, show)
	}
}

func (s *prf) add(found, key [][]ascribe.Span) {
	s.found += len(found)
	s.key += len(key)
	for _, f := range found {
		best, exact := 0.0, false
		for _, k := range key {
			best = max(best, share(f, k))
			exact = exact || same(f, k)
		}
		s.shareFound += best
		if best > 0 {
			s.hitFound++
		}
		if exact {
			s.exact++
		}
	}
	for _, k := range key {
		best := 0.0
		for _, f := range found {
			best = max(best, share(k, f))
		}
		s.shareKey += best
		if best > 0 {
			s.hitKey++
		}
	}
}

// share is how much of a stands in b.
func share(a, b []ascribe.Span) float64 {
	in, all := 0, 0
	for _, x := range a {
		all += x.End - x.Start
		for _, y := range b {
			in += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return float64(in) / float64(max(1, all))
}

func same(a, b []ascribe.Span) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func report(a *goldArticle, key, found [3][][]ascribe.Span, show string) {
	meets := func(x []ascribe.Span, list [][]ascribe.Span) bool {
		for _, y := range list {
			if share(x, y) > 0 {
				return true
			}
		}
		return false
	}
	text := func(x []ascribe.Span) string {
		var w []string
		for _, s := range x {
			w = append(w, s.Of(a.Text))
		}
		return strings.Join(w, " … ")
	}
	around := func(x []ascribe.Span) string {
		return strings.ReplaceAll(a.Text[max(0, x[0].Start-80):x[0].Start]+"⟦"+text(x)+"⟧"+a.Text[x[0].End:min(len(a.Text), x[0].End+80)], "\n", "¶")
	}
	if strings.Contains(show, "m") {
		for _, c := range key[1] {
			if !meets(c, found[1]) {
				fmt.Println("MISSED  ", around(c))
			}
		}
	}
	if strings.Contains(show, "s") {
		for _, c := range found[1] {
			if !meets(c, key[1]) {
				fmt.Println("SPURIOUS", around(c))
			}
		}
	}
	if strings.Contains(show, "x") {
		for i, part := range []string{"SOURCE", "CUE", "CONTENT"} {
			for _, f := range found[i] {
				for _, k := range key[i] {
					if share(f, k) > 0 && !same(f, k) {
						fmt.Printf("%s found ⟦%s⟧ key ⟦%s⟧\n", part, text(f), text(k))
					}
				}
			}
		}
	}
}

// document reads a text as the line does, from a line of JSON Lines.
func document(t testing.TB, text string) *ascribe.Document {
	t.Helper()
	line, err := json.Marshal(map[string]string{"id": "x", "text": text})
	if err != nil {
		t.Fatal(err)
	}
	for a := range read.Articles(read.Input{Name: "test", Kind: read.JSONL, Bytes: line}) {
		if a.Err != nil {
			t.Fatal(a.Err)
		}
		return a.Document
	}
	t.Fatal("no article")
	return nil
}
