// Package read turns raw bytes into documents and their appearances: HTML,
// plain text, JSON Lines of articles, RSS and Atom, EML. It is pure.
package read

import (
	"iter"
	"time"

	"ascribe"
)

// Input is what was fetched or found on disk.
type Input struct {
	Name      string // the path or address, for input ids and errors
	URL       string // where it was fetched from, when it was
	Kind      Kind   // Sniff finds it when it is unset
	Bytes     []byte
	Retrieved time.Time
	FirstLine int // the number of the first line, when the bytes are cut out of a longer JSON Lines file
}

// Kind is the format of an input.
type Kind string

// Kinds of input.
const (
	Unknown Kind = ""
	HTML    Kind = "html"
	Text    Kind = "text"
	JSONL   Kind = "jsonl"
	Feed    Kind = "feed"
	EML     Kind = "eml"
)

// An Article is one article of an input. Exactly one of Document and Err is set.
type Article struct {
	Document   *ascribe.Document
	Appearance ascribe.Appearance // Raw is left to whoever archives
	Raw        []byte             // the article's own bytes: the page, or its line of JSON Lines
	Err        error              // why it could not be read: names the input and the place
}

// Articles returns the articles of an input in order. An article that cannot
// be read comes with its Err; the others follow it all the same. HTML, feeds
// and mail from strangers are better read through internal/sandbox.
func Articles(in Input) iter.Seq[Article] {
	return func(yield func(Article) bool) {
		in, err := Unpack(in)
		if err != nil {
			yield(Article{Appearance: appearance(in), Raw: in.Bytes, Err: err})
			return
		}
		switch in.Kind {
		case JSONL:
			jsonlArticles(in, yield)
		case Feed:
			feedArticles(in, yield)
		case HTML:
			yield(htmlArticle(in))
		case EML:
			yield(mailArticle(in))
		default:
			yield(textArticle(in))
		}
	}
}
