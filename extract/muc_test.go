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
)

type mucFill struct {
	Optional       bool
	Value, Strings []string
}

type mucReport struct {
	ID, Text  string
	Templates []struct {
		Optional   bool
		Confidence []mucFill `json:"PERP: ORGANIZATION CONFIDENCE"`
	}
}

// TestMUCConfidence measures which organizations are tied to the incidents of
// MUC-4 reports, and how surely, where ASCRIBE_DATA holds them.
func TestMUCConfidence(t *testing.T) {
	dir := os.Getenv("ASCRIBE_DATA")
	if dir == "" {
		t.Skip("ASCRIBE_DATA is not set: MUC-4 is not measured")
	}
	part := "dev"
	if p := os.Getenv("MUC"); p != "" {
		part = p
	}
	f, err := os.Open(filepath.Join(dir, "muc4", part+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	x := extract.New(newEngine(t))
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	var pairs, names tally
	for n := 0; lines.Scan() && n < 400; n++ {
		var r mucReport
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		reading := x.Read(document(t, r.Text), ascribe.Appearance{})
		scorePairs(&pairs, &names, &r, reading, os.Getenv("SHOW") != "")
	}
	t.Logf("organization with confidence P %.1f R %.1f F %.1f   organization P %.1f R %.1f F %.1f",
		pairs.p(), pairs.r(), harmonic(pairs.p(), pairs.r()), names.p(), names.r(), harmonic(names.p(), names.r()))
	if part == "dev" && harmonic(pairs.p(), pairs.r()) < 20 {
		t.Error("below the level reached, 22")
	}
}

type tally struct{ right, found, hit, key int }

func (t tally) p() float64 { return 100 * float64(t.right) / float64(max(1, t.found)) }
func (t tally) r() float64 { return 100 * float64(t.hit) / float64(max(1, t.key)) }

// plainName compares names as the scorer of MUC roles does.
func plainName(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`.,;:'"[]()-/`, r) {
			return ' '
		}
		return r
	}, strings.ToLower(s))
	words := strings.Fields(s)
	kept := words[:0]
	for _, w := range words {
		if w != "the" && w != "a" && w != "an" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

func scorePairs(pairs, names *tally, r *mucReport, reading *ascribe.Reading, show bool) {
	recent := map[ascribe.MentionID]bool{}
	for _, o := range reading.Incidents {
		recent[o.Incident] = o.Recent && o.Type != ascribe.Arrest && o.Type != ascribe.OtherIncident && o.Type != ascribe.Warning
	}
	text := map[ascribe.MentionID]string{}
	for _, m := range reading.Mentions {
		text[m.ID] = m.Text
	}
	found := map[[2]string]string{}
	for _, a := range reading.Attributions {
		fill, ok := a.Stance.Position().MUC4()
		if ok && recent[a.Incident] && a.Actor.Kind == ascribe.ActorMention {
			found[[2]string{plainName(text[a.Actor]), fill}] = a.Because
		}
	}
	var key []mucFill
	for _, tpl := range r.Templates {
		for _, c := range tpl.Confidence {
			c.Optional = c.Optional || tpl.Optional
			key = append(key, c)
		}
	}
	score := func(t *tally, withFill bool) {
		seenKey := map[string]bool{}
		for _, k := range key {
			id := strings.Join(k.Strings, "|")
			if withFill {
				id += strings.Join(k.Value, "|")
			}
			if seenKey[id] || k.Optional {
				continue
			}
			seenKey[id] = true
			t.key++
			for f := range found {
				if matches(k, f, withFill) {
					t.hit++
					break
				}
			}
		}
		seen := map[string]bool{}
		for f := range found {
			id := f[0]
			if withFill {
				id += f[1]
			}
			if seen[id] {
				continue
			}
			seen[id] = true
			right, optional := false, false
			for _, k := range key {
				if matches(k, f, withFill) {
					right = true
					optional = optional || k.Optional
				}
			}
			if optional {
				continue
			}
			t.found++
			if right {
				t.right++
			} else if withFill && show {
				fmt.Printf("%s SPURIOUS %v because %s\n", r.ID, f, found[f])
			}
		}
	}
	score(pairs, true)
	score(names, false)
	if show {
		for _, k := range key {
			hit := false
			for f := range found {
				hit = hit || matches(k, f, true)
			}
			fmt.Printf("%s KEY %v %v hit=%v optional=%v\n", r.ID, k.Strings, k.Value, hit, k.Optional)
		}
	}
}

func matches(k mucFill, f [2]string, withFill bool) bool {
	for _, s := range k.Strings {
		if plainName(s) == f[0] {
			if !withFill {
				return true
			}
			for _, v := range k.Value {
				if v == f[1] {
					return true
				}
			}
		}
	}
	return false
}

func harmonic(p, r float64) float64 { return 2 * p * r / max(1e-9, p+r) }
