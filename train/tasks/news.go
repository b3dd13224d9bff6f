package tasks

import (
	"strconv"

	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/toll"
	"ascribe/extract"
	"ascribe/train/weigh"
)

// todayWeight is what an incident of FA-KES counts beside one of MUC-4.
const todayWeight = 0.5

// newsOfFAKES labels the incidents whose dead are those that the key has as news:
// reports of another war and of today's press, in which air strikes and clashes are
// what is reported. Of the other incidents of a report the key says nothing.
func newsOfFAKES(data string, x *extract.Extractor, progress func(done, all int)) ([]weigh.Example, error) {
	texts, killed, err := toll.Killed(data)
	if err != nil {
		return nil, err
	}
	readings, err := corpus.ReadAll(x, texts, progress)
	if err != nil {
		return nil, err
	}
	var out []weigh.Example
	for i := range readings {
		lead := deadliest(readings[i].Reading, killed[i])
		for k := range readings[i].Questions {
			q := &readings[i].Questions[k]
			if c, ok := q.About.(extract.NewsCase); ok && lead[c.Incident] {
				out = append(out, weigh.Example{Features: q.Features, Right: true, Document: "fa-kes " + texts[i].ID, Weight: todayWeight})
			}
		}
	}
	return out, nil
}

// deadliest returns the incidents that a toll gives so many dead.
func deadliest(r *ascribe.Reading, killed string) map[ascribe.MentionID]bool {
	out := map[ascribe.MentionID]bool{}
	for i := range r.Tolls {
		t := &r.Tolls[i]
		if t.Harm == ascribe.Killed && !t.Part && t.Figure.Best > 0 && strconv.Itoa(int(t.Figure.Best)) == killed {
			out[t.Incident] = true
		}
	}
	return out
}
