package tasks

import (
	"strconv"

	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/polnear"
	"ascribe/extract"
	"ascribe/train/weigh"
)

// fromPolNeAR is what the models of voices are learned from.
const fromPolNeAR = "PolNeAR train (Newell et al., 2018), 840 articles; no licence stated: no text is kept, words stand as hashes"

func endTask() Task {
	return Task{
		Name:     "content-end",
		About:    "where what a voice says ends, among the places in the sentence at which a phrase or a clause begins",
		Data:     fromPolNeAR,
		Options:  weigh.Options{L2: 3, Rounds: 10, Seen: 25},
		Examples: voiceExamples("content-end", endLabel),
	}
}

func cueTask() Task {
	return Task{
		Name:     "cue",
		About:    "whether a verb, a noun or an adjective with what it governs reports what somebody says, thinks or wants",
		Data:     fromPolNeAR,
		Options:  weigh.Options{L2: 4, Rounds: 10, Seen: 8},
		Examples: voiceExamples("cue", cueLabel),
	}
}

// voiceExamples labels the questions of one task on the train part of PolNeAR.
// Label returns nil for a question that the key does not answer.
func voiceExamples(task string, label func(q *extract.Question, key []polnear.Relation) *weigh.Example) func(string, *extract.Extractor, func(int, int)) ([]weigh.Example, error) {
	return func(data string, x *extract.Extractor, progress func(done, all int)) ([]weigh.Example, error) {
		articles, err := polnear.Read(data, "train")
		if err != nil {
			return nil, err
		}
		texts := make([]corpus.Text, len(articles))
		for i := range articles {
			texts[i] = corpus.Text{ID: articles[i].ID, Text: articles[i].Text}
		}
		readings, err := corpus.ReadAll(x, texts, progress)
		if err != nil {
			return nil, err
		}
		var out []weigh.Example
		for i := range readings {
			key := articles[i].Relations()
			for k := range readings[i].Questions {
				q := &readings[i].Questions[k]
				if q.Task != task {
					continue
				}
				if e := label(q, key); e != nil {
					e.Features, e.Document = q.Features, articles[i].ID
					if e.Group != "" {
						e.Group = articles[i].ID + " " + e.Group
					}
					out = append(out, *e)
				}
			}
		}
		return out, nil
	}
}

// cueLabel says that a candidate is right when a relation of the key meets both
// its cue and its content.
func cueLabel(q *extract.Question, key []polnear.Relation) *weigh.Example {
	c, ok := q.About.(*extract.CueQuestion)
	if !ok {
		return nil
	}
	for _, r := range key {
		if meet(r.Cue, c.Cue) && meet(r.Content, c.Content) {
			return &weigh.Example{Right: true}
		}
	}
	return &weigh.Example{}
}

// slack is by how many bytes the content of the key may begin later than the one
// whose end is asked for: "that" belongs to it or not.
const slack = 5

// endLabel says that an end is right where the content of the key ends. Of a cue
// that the key does not have nothing is known.
func endLabel(q *extract.Question, key []polnear.Relation) *weigh.Example {
	c, ok := q.About.(*extract.EndQuestion)
	if !ok {
		return nil
	}
	for _, r := range key {
		if !meet(r.Cue, []ascribe.Span{c.Cue}) {
			continue
		}
		for _, s := range r.Content {
			if s.Meets(c.Content) && s.Start <= c.Content.Start+slack {
				return &weigh.Example{Right: s.End == c.Content.End, Group: strconv.Itoa(q.Group)}
			}
		}
		return nil
	}
	return nil
}

func meet(a, b []ascribe.Span) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Meets(y) {
				return true
			}
		}
	}
	return false
}
