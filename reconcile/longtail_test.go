package reconcile_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ascribe"
	"ascribe/extract"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
	"ascribe/read"
	"ascribe/reconcile"
)

// TestLongTail measures, on reports of shootings whose incidents are known, how
// well articles are brought together: B-cubed and pairwise F1 over articles. An
// article stands where its leading telling does, and alone when it has none.
func TestLongTail(t *testing.T) {
	folder := os.Getenv("ASCRIBE_DATA")
	if folder == "" {
		t.Skip("ASCRIBE_DATA is not set: incidents across articles are NOT measured")
	}
	b, err := os.ReadFile(filepath.Join(folder, "longtail", "train.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	gold, entries := longTail(t, b)
	lines := func(yield func(ascribe.Line, error) bool) {
		for i, e := range entries {
			if !yield(ascribe.Line{Seq: int64(i), Entry: e}, nil) {
				return
			}
		}
	}
	state, err := reconcile.Fold(iter.Seq2[ascribe.Line, error](lines), nil, ascribe.Pins{})
	if err != nil {
		t.Fatal(err)
	}
	leads := map[ascribe.MentionID]bool{}
	for _, e := range entries {
		if e.Reading != nil && len(e.Reading.Incidents) > 0 {
			leads[lead(e.Reading)] = true
		}
	}
	home := map[ascribe.DocumentID]string{}
	for _, r := range state.Incidents() {
		for _, d := range r.Documents {
			if leads[d.Mention] {
				home[d.Document] = string(r.Incident)
			}
		}
	}
	for id := range gold {
		home[id] = cmp.Or(home[id], id.String())
	}
	cubed, pairs := agreement(gold, home)
	fmt.Printf("longtail: %d articles, B3 F1 %.1f, pairwise F1 %.1f\n", len(gold), 100*cubed, 100*pairs)
	if cubed < 0.92 || pairs < 0.77 {
		t.Errorf("B3 F1 %.3f and pairwise F1 %.3f are below what was reached", cubed, pairs)
	}
}

// longTail reads the articles and links each with those before it that share
// most keys.
func longTail(t *testing.T, data []byte) (gold map[ascribe.DocumentID]string, entries []ascribe.Entry) {
	t.Helper()
	places, err := gazetteer.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	engine, err := nlp.NewLinear(lexicon.Seed(), places)
	if err != nil {
		t.Fatal(err)
	}
	x := extract.New(engine)
	gold = map[ascribe.DocumentID]string{}
	filed := map[string][]*reconcile.Profile{}
	for line := range strings.Lines(string(data)) {
		var d struct {
			Incident string
			Articles []json.RawMessage
		}
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		for _, raw := range d.Articles {
			for a := range read.Articles(read.Input{Name: d.Incident, Kind: read.JSONL, Bytes: raw, Retrieved: time.Unix(1, 0)}) {
				if a.Err != nil || gold[a.Document.ID] != "" {
					continue
				}
				gold[a.Document.ID] = d.Incident
				r := x.Read(a.Document, a.Appearance)
				p := reconcile.NewProfile(a.Document, []ascribe.Appearance{a.Appearance}, r)
				entries = append(entries, ascribe.Entry{Capture: &ascribe.Capture{Document: a.Document, Appearance: a.Appearance}}, ascribe.Entry{Reading: r})
				for _, l := range reconcile.Links(p, sharing(filed, p)) {
					entries = append(entries, ascribe.Entry{Link: &l})
				}
			}
		}
	}
	return gold, entries
}

// sharing returns the 200 profiles that share most keys with p, and files p.
func sharing(filed map[string][]*reconcile.Profile, p *reconcile.Profile) []*reconcile.Profile {
	count := map[*reconcile.Profile]int{}
	var near []*reconcile.Profile
	for _, k := range p.Keys() {
		for _, o := range filed[k] {
			if count[o]++; count[o] == 1 {
				near = append(near, o)
			}
		}
		filed[k] = append(filed[k], p)
	}
	slices.SortStableFunc(near, func(a, b *reconcile.Profile) int { return cmp.Compare(count[b], count[a]) })
	return near[:min(len(near), 200)]
}

// lead is the telling that an article is about: the first recent attack, else
// the first incident.
func lead(r *ascribe.Reading) ascribe.MentionID {
	for _, o := range r.Incidents {
		if o.Recent && o.Type != ascribe.Arrest && o.Type != ascribe.Threat && o.Type != ascribe.Warning && o.Type != ascribe.OtherIncident {
			return o.Incident
		}
	}
	return r.Incidents[0].Incident
}

// agreement returns the B-cubed and the pairwise F1 of two partitions.
func agreement(gold, got map[ascribe.DocumentID]string) (cubed, pairs float64) {
	both, byGold, byGot := map[[2]string]float64{}, map[string]float64{}, map[string]float64{}
	for id, g := range gold {
		both[[2]string{g, got[id]}]++
		byGold[g]++
		byGot[got[id]]++
	}
	var p, r, n, hit, said, known float64
	for k, m := range both {
		p += m * m / byGot[k[1]]
		r += m * m / byGold[k[0]]
		n += m
		hit += m * (m - 1)
	}
	for _, m := range byGot {
		said += m * (m - 1)
	}
	for _, m := range byGold {
		known += m * (m - 1)
	}
	f1 := func(p, r float64) float64 { return 2 * p * r / (p + r) }
	return f1(p/n, r/n), f1(hit/said, hit/known)
}
