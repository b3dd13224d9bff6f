package extract

import (
	"ascribe"
	"ascribe/extract/weigh"
)

// A Question is a candidate that a model is asked about. Those who train the
// models see every one of them (see [Extractor.Watched]).
type Question struct {
	Task     string   // the name of the model
	Features []string // short phrases that a reviewer can argue with
	Span     ascribe.Span
	Text     string // the wording that would be entered
	Group    int    // candidates of which at most one is right share it; else 0
	About    any    // what else the trainer of the task needs to know of it
	Taken    bool   // whether the rules, or an earlier model, would take it
}

// Watched returns an extractor that reads as x does and shows each question to
// see before it is answered.
func (x *Extractor) Watched(see func(*Question)) *Extractor {
	w := *x
	w.see = see
	return &w
}

// Weighing returns an extractor that reads as x does, but asks the models given, by
// task, before those that ship: so models can be measured on articles that they did
// not learn from.
func (x *Extractor) Weighing(models map[string]*weigh.Model) *Extractor {
	w := *x
	w.models = models
	return &w
}

// ask returns the model of the question's task and its odds. Where no model was
// trained, it is nil, and the rules decide.
func (p *page) ask(q *Question) (*weigh.Model, weigh.Odds) {
	if p.see != nil {
		p.see(q)
	}
	m := p.models[q.Task]
	if m == nil {
		m = weigh.For(q.Task)
	}
	if m == nil {
		return nil, 0
	}
	return m, m.Weigh(q.Features)
}
