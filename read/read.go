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
// be read comes with its Err; the others follow it all the same.
func Articles(in Input) iter.Seq[Article] {
	return func(func(Article) bool) {}
}
