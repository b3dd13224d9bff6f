package storetest

import (
	"ascribe"
)

// asked lists the pairs of incidents on which the last word between their tellings is
// a question, the likeliest first, each once; not two tellings of one incident.
func (s *suite) asked() {
	var tellings []string
	var docs []ascribe.DocumentID
	for n := range 5 {
		capture, reading := Article(n, 0)
		s.append(capture, reading)
		tellings = append(tellings, reading.Reading.Incidents[0].Incident.String())
		docs = append(docs, capture.Capture.Document.ID)
	}
	ids := make([]ascribe.IncidentID, len(tellings))
	for i, end := range tellings {
		var m ascribe.MentionID
		s.must(m.UnmarshalText([]byte(end)))
		ids[i] = ascribe.IncidentIDOf(m)
	}
	ask := func(a, b int, score ascribe.Score, j ascribe.Judgement) ascribe.Entry {
		e := Join(tellings[a], tellings[b], j)
		e.Link.Score = score
		return e
	}
	s.append(
		ask(0, 1, 0.3, ascribe.Unsure), ask(0, 2, 0.4, ascribe.Unsure), ask(1, 2, 0.45, ascribe.Unsure), // 0 and 1 tell of one
		ask(0, 3, 0.35, ascribe.Unsure), ask(3, 4, 0.48, ascribe.Unsure), ask(3, 4, 0.9, ascribe.Same),
	)
	one := incident(0, docs[0], ids[0], ids[1])
	s.enlist(11, "rules/1", folded(11, one), folded(11, incident(2, docs[2], ids[2])), folded(11, incident(3, docs[3], ids[3])))
	pair := func(a, b ascribe.IncidentID) [2]ascribe.IncidentID {
		return [2]ascribe.IncidentID{min(a, b), max(a, b)}
	}
	want := []ascribe.Asked{{Incidents: pair(ids[0], ids[2]), Score: 0.45}, {Incidents: pair(ids[0], ids[3]), Score: 0.35}}
	for given := range 3 {
		got, err := s.store.Asked(s.Context(), given, 9)
		s.must(err)
		if len(got) != len(want)-given {
			s.Fatalf("%d pairs after %d", len(got), given)
		}
		for i, a := range got {
			if w := want[given+i]; a.Incidents != w.Incidents || a.Score != w.Score || a.Changed.IsZero() {
				s.Errorf("pair %d after %d is %+v, want %+v", i, given, a, w)
			}
		}
	}
	if got, err := s.store.Asked(s.Context(), 0, 1); err != nil || len(got) != 1 {
		s.Errorf("of one pair: %v %v", got, err)
	}
}
