package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
)

func (p *page) findDates() {}

// dateNear returns the date that governs a span of a sentence: when what is
// told there happened. It is nil when the sentence gives none.
func (p *page) dateNear(s *nlp.Sentence, at ascribe.Span) *ascribe.Date {
	var best *ascribe.Date
	distance := 0
	for i := range p.reading.Dates {
		d := &p.reading.Dates[i]
		if !s.Span.Holds(d.Span) {
			continue
		}
		if n := max(d.Span.Start-at.End, at.Start-d.Span.End); best == nil || n < distance {
			best, distance = d, n
		}
	}
	return best
}

// saidDate returns when something was said: the date that belongs to the cue
// ("said on Monday"), or nil.
func (p *page) saidDate(s *nlp.Sentence, cue ascribe.Span) *ascribe.Date {
	for i := range p.reading.Dates {
		d := &p.reading.Dates[i]
		if s.Span.Holds(d.Span) && d.Span.Start >= cue.End && d.Span.Start-cue.End < 12 {
			return d
		}
	}
	return nil
}
