package extract

import (
	"time"

	"ascribe"
	"ascribe/extract/nlp"
)

// A when is a date expression as it stands in the text.
type when struct {
	s           *nlp.Sentence
	first, last int      // tokens [first, last)
	form        dateForm // nil for words too vague to name days: "in recent months"
	tense       tense
}

// findDates enters every date expression of the text, resolved as far as the
// text and the publication date allow.
func (p *page) findDates() {
	p.written = p.writtenOn()
	var found []when
	for s := range p.reports {
		found = append(found, whensOf(s)...)
	}
	anchor := p.textAnchor(found)
	for _, w := range found {
		d := ascribe.Date{Span: w.s.SpanOf(w.first, w.last)}
		d.Text = p.text(d.Span)
		st, basis := p.resolveDate(&w, anchor)
		st.fill(&d, basis)
		d.Because = p.dateBecause(&w, &d, anchor)
		p.reading.Dates = append(p.reading.Dates, d)
	}
}

// resolveDate counts an expression from the publication date where there is
// one, else from what the text itself fixes.
func (p *page) resolveDate(w *when, anchor *textAnchor) (interval, ascribe.Basis) {
	if w.form == nil {
		return interval{}, ascribe.NoBasis
	}
	if st, ok := w.form.resolve(moment{}); ok {
		return st, ascribe.Explicit
	}
	if r, ok := w.form.(relativeDay); ok {
		return p.afterDate(w, r)
	}
	if day := p.published(); !day.IsZero() {
		if st, ok := w.form.resolve(moment{day: day, tense: w.tense}); ok {
			return st, ascribe.RelativeToPublication
		}
		return interval{}, ascribe.NoBasis
	}
	if anchor != nil {
		if st, ok := anchor.resolve(w); ok {
			return st, ascribe.RelativeToText
		}
	}
	return interval{}, ascribe.NoBasis
}

// afterDate counts "two days later" and "the next day" from the last day that
// the same sentence or the one before gives.
func (p *page) afterDate(w *when, r relativeDay) (interval, ascribe.Basis) {
	for i := len(p.reading.Dates) - 1; i >= 0; i-- {
		d := &p.reading.Dates[i]
		s := p.sentenceAt(d.Span.Start)
		if s == nil || s.Index < w.s.Index-1 || s.Block == ascribe.Dateline {
			break
		}
		if d.Resolved() && d.Precision == ascribe.Day {
			return r.from(d.From), ascribe.RelativeToText
		}
	}
	return interval{}, ascribe.NoBasis
}

// day returns midnight UTC of a calendar day.
func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
