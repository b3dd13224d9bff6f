// Package incidents measures how well articles on one incident are brought
// together, on LongTail's reports of shootings whose incidents are known.
package incidents

import (
	"cmp"
	"encoding/json"
	"iter"
	"slices"
	"time"

	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/measure"
	"ascribe/extract"
	"ascribe/read"
	"ascribe/reconcile"
)

// Measure reads the articles of longtail/train, links each with those before it
// that share most keys, folds, and compares the incidents with those of the key:
// B-cubed and pairwise F1 over articles. An article stands where its leading
// telling does, and alone when it has none.
func Measure(data string, x *extract.Extractor, progress func(step string, done, all int)) ([]measure.Row, error) {
	sets, err := corpus.Lines[incident](data, "longtail/train.jsonl")
	if err != nil {
		return nil, err
	}
	l := &line{x: x, gold: map[ascribe.DocumentID]string{}, filed: map[string][]*reconcile.Profile{}, leads: map[ascribe.MentionID]bool{}}
	for i, s := range sets {
		if i%50 == 0 {
			progress("incidents", i, len(sets))
		}
		l.add(s)
	}
	state, err := reconcile.Fold(l.lines(), nil, ascribe.Pins{})
	if err != nil {
		return nil, err
	}
	var rows []measure.Row
	for _, s := range agree(l.gold, l.homes(state)) {
		row := func(what string, value float64) {
			rows = append(rows, measure.Row{Set: "LongTail train", Input: "articles", Measure: s.name + what, Value: 100 * value})
		}
		row(", precision", s.precision)
		row(", recall", s.recall)
		row(" F1", s.f1())
	}
	return rows, nil
}

// An incident is a line of the corpus: the articles on one shooting.
type incident struct {
	ID       string            `json:"incident"`
	Articles []json.RawMessage `json:"articles"`
}

// A line takes articles from bytes to ledger entries.
type line struct {
	x       *extract.Extractor
	gold    map[ascribe.DocumentID]string // the incident that each article is of
	leads   map[ascribe.MentionID]bool
	filed   map[string][]*reconcile.Profile
	entries []ascribe.Entry
}

// add takes the articles on one incident; one in the same words as another is passed
// over.
func (l *line) add(of incident) {
	for _, raw := range of.Articles {
		for a := range read.Articles(read.Input{Name: of.ID, Kind: read.JSONL, Bytes: raw, Retrieved: time.Unix(1, 0)}) {
			if a.Err != nil || l.gold[a.Document.ID] != "" {
				continue
			}
			l.gold[a.Document.ID] = of.ID
			r := l.x.Read(a.Document, a.Appearance)
			if len(r.Incidents) > 0 {
				l.leads[lead(r)] = true
			}
			p := reconcile.NewProfile(a.Document, []ascribe.Appearance{a.Appearance}, r)
			l.entries = append(l.entries, ascribe.Entry{Capture: &ascribe.Capture{Document: a.Document, Appearance: a.Appearance}}, ascribe.Entry{Reading: r})
			for _, k := range reconcile.Links(p, l.sharing(p)) {
				l.entries = append(l.entries, ascribe.Entry{Link: &k})
			}
		}
	}
}

// nearest is how many documents a new one is judged against at most, as in the
// pipeline.
const nearest = 200

// sharing returns the profiles that share most keys with p, and files p.
func (l *line) sharing(p *reconcile.Profile) []*reconcile.Profile {
	count := map[*reconcile.Profile]int{}
	var near []*reconcile.Profile
	for _, k := range p.Keys() {
		for _, o := range l.filed[k] {
			if count[o]++; count[o] == 1 {
				near = append(near, o)
			}
		}
		l.filed[k] = append(l.filed[k], p)
	}
	slices.SortStableFunc(near, func(a, b *reconcile.Profile) int { return cmp.Compare(count[b], count[a]) })
	return near[:min(len(near), nearest)]
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

func (l *line) lines() iter.Seq2[ascribe.Line, error] {
	return func(yield func(ascribe.Line, error) bool) {
		for i, e := range l.entries {
			if !yield(ascribe.Line{Seq: int64(i), Entry: e}, nil) {
				return
			}
		}
	}
}

// homes tells the incident that each article was brought to.
func (l *line) homes(s *reconcile.State) map[ascribe.DocumentID]string {
	home := map[ascribe.DocumentID]string{}
	for _, r := range s.Incidents() {
		for _, d := range r.Documents {
			if l.leads[d.Mention] {
				home[d.Document] = string(r.Incident)
			}
		}
	}
	for id := range l.gold {
		home[id] = cmp.Or(home[id], id.String())
	}
	return home
}
