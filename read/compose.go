package read

import (
	"strings"

	"ascribe"
)

// Plain returns the document of a plain text that comes without anything else:
// the text itself, character for character, with its blocks, sentences,
// credits and language.
func Plain(text string) *ascribe.Document {
	doc, _ := compose(text, hints{})
	return doc
}

// compose makes the document of a canonical text, and lays it out on the way.
func compose(text string, h hints) (*ascribe.Document, *layout) {
	l := lay(text, h)
	return &ascribe.Document{
		ID:        ascribe.HashText(text),
		Language:  languageOf(text, l.blocks, h.language),
		Text:      text,
		Blocks:    l.blocks,
		Sentences: Sentences(text, l.blocks),
		Credits:   l.credits(),
	}, l
}

// headline returns the words of the first title block, without the full stop
// that some add to a headline.
func (l *layout) headline() string {
	for _, b := range l.blocks {
		if b.Kind == ascribe.Title {
			return strings.Join(strings.Fields(strings.TrimSuffix(b.Span.Of(l.text), ".")), " ")
		}
	}
	return ""
}

// printed returns the publication date that the text itself prints.
func (l *layout) printed() ascribe.Published {
	if l.day.IsZero() {
		return ascribe.Published{}
	}
	from := "text"
	for _, d := range l.datelines {
		if d.day.Equal(l.day) {
			from = "dateline"
		}
	}
	return ascribe.Published{Time: l.day, DayOnly: true, From: from}
}
