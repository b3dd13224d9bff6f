package extract

import (
	"slices"
	"time"

	"ascribe"
	"ascribe/extract/nlp"
	"ascribe/extract/weigh"
)

// A page is one document being read: the analysis and the reading that grows.
type page struct {
	*nlp.Analysis
	seen    ascribe.Appearance
	written time.Time // the day from which the text counts, or zero
	reading *ascribe.Reading
	see     func(*Question)         // who watches the questions, or nil
	models  map[string]*weigh.Model // asked before those that ship
	// narrators holds, by sentence, the index of the narrator's statement in
	// reading.Statements.
	narrators map[int]int
	// voices holds, by sentence, the indices of the statements of other voices
	// whose cue or content stands in it.
	voices map[int][]int
	// foul is whether the document speaks of foul play, once that was asked.
	foul *bool
	// chains finds a chain by its mention.
	chains map[ascribe.MentionID]int
	// clauses holds, by sentence, what the grammar of events sees in it.
	clauses map[int]*clause
	// incidents holds what is told of each, in the order of reading.Incidents.
	incidents []*incident
}

func newPage(a *nlp.Analysis, seen ascribe.Appearance) *page {
	p := &page{Analysis: a, seen: seen, narrators: map[int]int{}, voices: map[int][]int{}, chains: map[ascribe.MentionID]int{}, clauses: map[int]*clause{}}
	p.reading = &ascribe.Reading{Document: a.Document.ID, Truncated: a.Truncated}
	names := p.namings()
	for i := range a.Chains {
		c := &a.Chains[i]
		c.Mention.Text = groupName(p, c, names[i])
		p.chains[c.Mention.ID] = i
		m := c.Mention
		if c.Spelled != nil {
			m.Actor = c.Spelled
		}
		p.reading.Mentions = append(p.reading.Mentions, m)
	}
	p.reading.Mentions = append(p.reading.Mentions, p.unchained()...)
	return p
}

// unchained returns mentions of the persons whom a name stands for that no chain
// holds: who is named in passing is a person all the same, and withheld as one.
func (p *page) unchained() []ascribe.Mention {
	var held []ascribe.Span
	for i := range p.Chains {
		held = append(held, p.Chains[i].Mention.Spans...)
	}
	var out []ascribe.Mention
	for i := range p.Sentences {
		for _, e := range p.Sentences[i].Entities {
			overlaps := func(s ascribe.Span) bool { return s.Start < e.Span.End && e.Span.Start < s.End }
			if e.Type == nlp.PersonName && !slices.ContainsFunc(held, overlaps) {
				id := ascribe.MentionID{Document: p.Document.ID, Kind: ascribe.PersonMention, At: e.Span.Start}
				out = append(out, ascribe.Mention{ID: id, Text: p.text(e.Span), Spans: []ascribe.Span{e.Span}})
			}
		}
	}
	return out
}

// reports lists the sentences that say something of the news: captions too,
// which often hold a figure of their own, but no bylines and no furniture.
func (p *page) reports(yield func(*nlp.Sentence) bool) {
	for i := range p.Sentences {
		s := &p.Sentences[i]
		if s.Block != ascribe.Byline && s.Block != ascribe.Furniture {
			if !yield(s) {
				return
			}
		}
	}
}

// text returns the words of a span.
func (p *page) text(s ascribe.Span) string { return s.Of(p.Document.Text) }

// sentenceAt returns the sentence that holds the byte offset, or nil.
func (p *page) sentenceAt(offset int) *nlp.Sentence {
	i, _ := slices.BinarySearchFunc(p.Sentences, offset, func(s nlp.Sentence, at int) int {
		if s.Span.End <= at {
			return -1
		}
		return 1
	})
	if i < len(p.Sentences) && p.Sentences[i].Span.Start <= offset {
		return &p.Sentences[i]
	}
	return nil
}

// chain returns the chain of a phrase, or nil.
func (p *page) chain(ph *nlp.Phrase) *nlp.Chain {
	if ph == nil || ph.Chain < 0 {
		return nil
	}
	return &p.Chains[ph.Chain]
}

// addVoice enters the statement of a voice other than the narrator and returns
// its index. The anchor is the sentence that holds the cue, or the content when
// there is no cue.
func (p *page) addVoice(s *nlp.Sentence, st ascribe.Statement) int {
	n := p.addStatement(s, st)
	st = p.reading.Statements[n]
	p.voices[s.Index] = append(p.voices[s.Index], n)
	for _, c := range st.Content {
		for t := p.sentenceAt(c.Start); t != nil && t.Span.Start < c.End; t = p.sentenceAfter(t) {
			if v := p.voices[t.Index]; len(v) == 0 || v[len(v)-1] != n {
				p.voices[t.Index] = append(v, n)
			}
		}
	}
	return n
}

// addStatement keeps a statement of a sentence, and returns its index. By itself it
// carries nothing that its content tells.
func (p *page) addStatement(s *nlp.Sentence, st ascribe.Statement) int {
	st.Anchor = p.anchor(s)
	st.Identify()
	p.reading.Statements = append(p.reading.Statements, st)
	return len(p.reading.Statements) - 1
}

// sentenceAfter returns the next sentence, or nil.
func (p *page) sentenceAfter(s *nlp.Sentence) *nlp.Sentence {
	if s.Index+1 >= len(p.Sentences) {
		return nil
	}
	return &p.Sentences[s.Index+1]
}

// carrier returns the statement that carries what stands at span: the innermost
// voice whose content holds it, else the narrator's for that sentence.
func (p *page) carrier(s *nlp.Sentence, span ascribe.Span) *ascribe.Statement {
	best, size := -1, 0
	for _, i := range p.voices[s.Index] {
		st := &p.reading.Statements[i]
		for _, c := range st.Content {
			if c.Holds(span) && (best < 0 || c.End-c.Start < size) {
				best, size = i, c.End-c.Start
			}
		}
	}
	if best < 0 {
		best = p.narrator(s)
	}
	return &p.reading.Statements[best]
}

// narrator returns the index of the narrator's statement for a sentence,
// entering it when it is first asked for.
func (p *page) narrator(s *nlp.Sentence) int {
	if i, ok := p.narrators[s.Index]; ok {
		return i
	}
	st := ascribe.Statement{
		Anchor:  p.anchor(s),
		Content: []ascribe.Span{s.Span},
		Score:   1,
		Because: "the outlet says it in its own voice",
	}
	st.Identify()
	p.reading.Statements = append(p.reading.Statements, st)
	p.narrators[s.Index] = len(p.reading.Statements) - 1
	return p.narrators[s.Index]
}

func (p *page) anchor(s *nlp.Sentence) ascribe.Anchor {
	return ascribe.Anchor{Document: p.Document.ID, Sentence: s.Index, Span: s.Span, Quote: p.text(s.Span)}
}

// finish puts the reading in order: statements as they stand in the text.
func (p *page) finish() *ascribe.Reading {
	slices.SortStableFunc(p.reading.Statements, func(a, b ascribe.Statement) int {
		return a.Anchor.Span.Start - b.Anchor.Span.Start
	})
	return p.reading
}
