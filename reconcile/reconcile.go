// Package reconcile judges which tellings are one incident, which mentions are
// which actor and which documents stem from one origin, and folds a record out
// of readings and judgements. It is pure.
//
// [Links] judges pairs: each link rests on its two ends alone. [Fold] clusters
// what the links join, within two pins, and computes the records.
package reconcile

import (
	"encoding/base32"
	"slices"
	"strings"

	"ascribe"
)

// Version names the rules of this package in the provenance of every link.
const Version = "4"

// provenance is the machine's own, on every link that it makes.
var provenance = ascribe.Provenance{
	Activity: "reconcile/" + Version,
	Agent:    ascribe.Agent{Name: "ascribe", Machine: true},
}

// shortHash writes the first 60 bits of a hash in 12 lower-case characters.
func shortHash(sum []byte) string {
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:8])[:12])
}

// Links judges a document against others: which of its tellings are theirs,
// whether it is one piece of reporting with them, and which actors its mentions
// are. The result does not depend on the order of near, and the links between
// two documents are the same whichever of them is the newer.
func Links(doc *Profile, near []*Profile) []ascribe.Link {
	links := actorLinks(doc)
	for _, other := range near {
		if other.Document == doc.Document {
			continue
		}
		told := incidentLinks(doc, other)
		links = append(links, told...)
		links = append(links, spelledOut(doc, other, told)...)
		if l, ok := originLink(doc, other, told); ok {
			links = append(links, l)
		}
	}
	slices.SortFunc(links, func(a, b ascribe.Link) int { return strings.Compare(a.Key(), b.Key()) })
	return links
}

// ArticleLinks judges whether a document is of one article with others, by where they
// stood and what they take back: what is to be judged again when a document that was
// read before is captured at another address.
func ArticleLinks(doc *Profile, near []*Profile) []ascribe.Link {
	return slices.DeleteFunc(Links(doc, near), func(l ascribe.Link) bool { return l.Kind != ascribe.SameOrigin || !byAddress(l) })
}

// ordered returns the ends of a symmetric link with the smaller first.
func ordered(a, b string) (left, right string, swapped bool) {
	if b < a {
		return b, a, true
	}
	return a, b, false
}
