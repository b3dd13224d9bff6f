package read

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"ascribe"
)

// hints are what is known of a text from outside of it.
type hints struct {
	title    string          // the headline
	captions map[string]bool // the page's picture captions, folded
	byline   string
	language string // what the page calls its language
	outlet   string // the outlet or its domain, when it is known
}

// A layout is a text taken apart into its blocks, with what the blocks gave away.
type layout struct {
	text      string
	hints     hints
	caps      bool // written in capitals throughout
	blocks    []ascribe.Block
	datelines []dateline
	day       time.Time // the publication date that a line of the text prints
	comments  bool      // the readers' part has begun
	list      bool      // a list of other stories has begun
	told      bool      // the article itself has begun
}

// lay takes a text apart.
func lay(text string, h hints) *layout {
	l := &layout{text: text, hints: h, caps: capitals(text)}
	paras := paragraphs(text)
	for i, p := range paras {
		l.place(i, p, paras)
	}
	return l
}

// capitals reports whether a text is written in capitals throughout.
func capitals(text string) bool {
	upper, lower := 0, 0
	for i, r := range text {
		if i > 4000 {
			break
		}
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
	}
	return upper > 20 && upper > 9*lower
}

func (l *layout) add(kind ascribe.BlockKind, spans ...ascribe.Span) {
	for _, s := range spans {
		words := s.Of(l.text)
		s.Start += len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
		s.End = s.Start + len(strings.TrimSpace(s.Of(l.text)))
		if s.Start < s.End {
			l.blocks = append(l.blocks, ascribe.Block{Kind: kind, Span: s})
		}
	}
}

// place adds the blocks of paragraph i.
func (l *layout) place(i int, p ascribe.Span, paras []ascribe.Span) {
	s := p.Of(l.text)
	low := fold(s[:min(len(s), 3000)])
	if i < 4 && !l.told && l.placeTitle(i, p, paras) {
		return
	}
	if l.list {
		if headlineLike(s) {
			l.add(ascribe.Furniture, p)
			return
		}
		l.list = false
	}
	late := p.Start > len(l.text)*2/5
	switch {
	case l.comments || late && opensComments(low):
		l.comments = true
		l.add(ascribe.Furniture, p)
	case opensList(low):
		l.list = true
		l.add(ascribe.Furniture, p)
	case l.hints.captions[low]:
		l.add(ascribe.Caption, p)
		l.pictureAbove(paras, i)
	case len(low) <= 200 && sourceLine(s) != nil:
		l.add(ascribe.Furniture, p)
	case l.hints.byline != "" && len(s) < 120 && strings.EqualFold(strings.TrimPrefix(s, "By "), l.hints.byline), bylined(s, i < 5 || i >= len(paras)-6):
		l.add(ascribe.Byline, p)
	case l.placeStamp(p, low):
	case furnished(low):
		l.add(ascribe.Furniture, p)
	default:
		l.placeReport(i, p, paras)
	}
}

// placeReport adds a paragraph of the article: a caption, or the dateline and
// what follows it.
func (l *layout) placeReport(i int, p ascribe.Span, paras []ascribe.Span) {
	d, dated := datelineOf(l.text, p, l.caps)
	if !dated && !l.told && !l.caps {
		d, dated = openingPlace(l.text, p)
	}
	rest := p
	if dated = dated && l.believes(d, p); dated {
		rest.Start = d.end
	}
	if pieces, ok := captionPieces(l.text, rest); ok {
		pieces[0].Span.Start = p.Start // agencies date their captions too
		for _, b := range pieces {
			l.add(b.Kind, b.Span)
		}
		l.pictureAbove(paras, i)
		return
	}
	l.told = true
	if dated {
		l.datelines = append(l.datelines, d)
		l.add(ascribe.Dateline, ascribe.Span{Start: p.Start, End: d.end})
		if !d.day.IsZero() && l.day.IsZero() {
			l.day = d.day
		}
		p.Start = d.end
	}
	l.add(ascribe.Body, p)
}

// believes tells a place from an acronym before a dash: what the text writes in
// capitals again is no place.
func (l *layout) believes(d dateline, p ascribe.Span) bool {
	head := l.text[p.Start:d.end]
	if l.caps || d.source || !d.day.IsZero() || strings.Contains(head, ",") {
		return true
	}
	place := strings.TrimRight(strings.TrimRight(head, " -—–―"), " .")
	return !strings.Contains(l.text[d.end:], place) && !strings.Contains(l.text[:p.Start], place)
}

// placeTitle adds a paragraph that is, or begins with, the headline.
func (l *layout) placeTitle(i int, p ascribe.Span, paras []ascribe.Span) bool {
	s := p.Of(l.text)
	if t := strings.TrimSpace(l.hints.title); t != "" {
		if bare(s) == bare(t) {
			l.add(ascribe.Title, p)
			return true
		}
		at := strings.Index(s[:min(len(s), len(t)+60)], t)
		if at < 0 || at > 40 || len(t) < 20 || at+len(t) == len(s) || i > 0 {
			return false
		}
		l.placeHead(ascribe.Span{Start: p.Start, End: p.Start + at})
		end := p.Start + at + len(t)
		if l.text[end] == '.' {
			end++
		}
		l.add(ascribe.Title, ascribe.Span{Start: p.Start + at, End: end})
		l.place(4, ascribe.Span{Start: end + leadingSpace(l.text[end:p.End]), End: p.End}, paras)
		return true
	}
	if !l.bare() || !l.titled(p, paras[i:]) {
		return false
	}
	l.add(ascribe.Title, p)
	return true
}

// bare reports whether nothing but furniture has been placed.
func (l *layout) bare() bool {
	return !slices.ContainsFunc(l.blocks, func(b ascribe.Block) bool { return b.Kind != ascribe.Furniture })
}

// placeHead adds the date that a text prints before its headline.
func (l *layout) placeHead(s ascribe.Span) {
	words := strings.TrimSpace(s.Of(l.text))
	kind := ascribe.Body
	if day := parseDay(words); !day.IsZero() || numericDate.MatchString(words) || !hasLetter(words) || strings.Trim(words, "0123456789-/. :,") == "" {
		kind = ascribe.Furniture
		if l.day.IsZero() {
			l.day = day
		}
	}
	l.add(kind, s)
}

// titled reports whether the first paragraph of a text that came without a
// headline is its headline: one short line without a full stop, above longer ones
// or alone.
func (l *layout) titled(p ascribe.Span, paras []ascribe.Span) bool {
	s := p.Of(l.text)
	size := utf8.RuneCountInString(s)
	if len(paras) < 2 && (!headlineLike(s) || strings.Contains(s, ". ")) || size > 160 || size < 8 || strings.ContainsAny(s, "\n") || strings.HasSuffix(s, ".") || strings.HasSuffix(s, ":") {
		return false
	}
	if strings.HasSuffix(s, `"`) || strings.HasSuffix(s, "”") || strings.HasPrefix(s, "By ") || len(strings.Fields(s)) < 3 {
		return false
	}
	low := fold(s)
	if furnished(low) || updated.MatchString(low) || sourceLine(s) != nil {
		return false
	}
	if _, ok := datelineOf(l.text, p, l.caps); ok {
		return false
	}
	_, ok := captionPieces(l.text, p)
	return !ok
}

// placeStamp adds a line about the page itself, "Posted: … Updated: …", and
// keeps the date that it prints.
func (l *layout) placeStamp(p ascribe.Span, low string) bool {
	s := p.Of(l.text)
	if day, end := stampOf(s); end > 0 {
		short := len(s) < 160 && (!strings.HasSuffix(s, ".") || len(s) < 60)
		if l.day.IsZero() && (!l.told || short) {
			l.day = day
		}
		if short {
			l.add(ascribe.Furniture, p)
			return true
		}
		l.add(ascribe.Furniture, ascribe.Span{Start: p.Start, End: p.Start + end})
		rest := ascribe.Span{Start: p.Start + end, End: p.End}
		l.told = true
		l.add(ascribe.Body, rest)
		return true
	}
	if updated.MatchString(low) && len(low) < 120 && strings.ContainsAny(low, "0123456789") && !strings.HasSuffix(low, ".") {
		l.add(ascribe.Furniture, p)
		return true
	}
	if m := headDate.FindStringIndex(s); m != nil && p.Start < 200 && !l.told {
		end := p.Start + m[1]
		l.placeHead(ascribe.Span{Start: p.Start, End: end})
		if rest := (ascribe.Span{Start: end + leadingSpace(l.text[end:p.End]), End: p.End}); rest.Start < rest.End {
			l.place(4, rest, nil)
		}
		return true
	}
	return false
}

// pictureAbove marks the paragraph above a caption when it describes the picture.
func (l *layout) pictureAbove(paras []ascribe.Span, i int) {
	if i == 0 || i >= len(paras) || len(l.blocks) < 2 {
		return
	}
	for n := len(l.blocks) - 1; n >= 0; n-- {
		b := &l.blocks[n]
		if b.Span == paras[i-1] && b.Kind == ascribe.Body && pictured(b.Span.Of(l.text)) {
			b.Kind = ascribe.Caption
			return
		}
		if b.Span.End < paras[i-1].Start {
			return
		}
	}
}

func leadingSpace(s string) int { return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace)) }

// bare brings a headline to a form in which two wordings of it compare.
func bare(s string) string { return strings.Trim(fold(s), " .…") }
