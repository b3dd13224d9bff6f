package read

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"ascribe"
)

// feedArticles reads the entries of an RSS or Atom feed.
func feedArticles(in Input, yield func(Article) bool) {
	fail := func(err error) {
		yield(Article{Appearance: appearance(in), Raw: in.Bytes, Err: ascribe.WithHint(
			ascribe.Errorf(ascribe.Invalid, "%s: not a readable feed: %w", in.Name, err), "Open the address in a browser to see what it serves.")})
	}
	b, err := feedText(in.Bytes)
	if err != nil {
		fail(err)
		return
	}
	entries, err := guardXML(b)
	if err != nil {
		fail(err)
		return
	}
	feed, err := parseFeed(b)
	if err != nil {
		fail(err)
		return
	}
	if len(feed.Items) == 0 {
		fail(fmt.Errorf("it has no entries"))
		return
	}
	for i, item := range feed.Items {
		raw := b
		if len(entries) == len(feed.Items) {
			raw = b[entries[i].Start:entries[i].End]
		}
		if !yield(entryArticle(in, feed, item, i+1, raw)) {
			return
		}
	}
}

// feedText returns a feed's bytes in UTF-8.
func feedText(b []byte) ([]byte, error) {
	label := "utf-8"
	head := b[:min(len(b), 200)]
	if i := bytes.Index(head, []byte("encoding=")); i >= 0 && bytes.HasPrefix(bytes.TrimSpace(head), []byte("<?xml")) {
		rest := head[i+len("encoding="):]
		if len(rest) > 1 {
			if j := bytes.IndexByte(rest[1:], rest[0]); j > 0 {
				label = strings.ToLower(string(rest[1 : 1+j]))
			}
		}
	}
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	if label == "utf-8" || label == "utf8" || label == "us-ascii" {
		if utf8.Valid(b) {
			return b, nil
		}
		return bytes.ToValidUTF8(b, []byte("\uFFFD")), nil
	}
	enc, name := charset.Lookup(label)
	if enc == nil {
		return nil, fmt.Errorf("its encoding %q is unknown", label)
	}
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return nil, fmt.Errorf("it is not %s: %w", name, err)
	}
	// The declaration must agree with the bytes, or they are turned twice.
	return bytes.Replace(out, []byte("encoding="), []byte("x-was-in="), 1), nil
}

// parseFeed parses a feed whose XML has been looked at. A feed that makes the
// parser panic is broken.
func parseFeed(b []byte) (feed *gofeed.Feed, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the parser gave up: %v", r)
		}
	}()
	return gofeed.NewParser().Parse(bytes.NewReader(b))
}

// entryArticle reads entry n of a feed.
func entryArticle(in Input, feed *gofeed.Feed, item *gofeed.Item, n int, raw []byte) Article {
	place := fmt.Sprintf("%s#%d", in.Name, n)
	a := Article{Raw: raw, Appearance: ascribe.Appearance{InputID: place, Retrieved: in.Retrieved}}
	if isAddress(item.GUID) {
		a.Appearance.InputID = item.GUID
	}
	if isAddress(item.Link) {
		a.Appearance.URL = Canonical(item.Link)
	} else if isAddress(item.GUID) {
		a.Appearance.URL = Canonical(item.GUID)
	}
	a.Appearance.Outlet = OutletOf(firstOf(a.Appearance.URL, feed.Link, in.URL))
	p := &page{title: clean(fragmentText(item.Title)), site: clean(feed.Title), language: feed.Language, captions: map[string]bool{}}
	if when := firstTime(item.PublishedParsed, item.UpdatedParsed); when != nil {
		p.published = ascribe.Published{Time: *when, From: "feed"}
	}
	if len(item.Authors) > 0 {
		p.byline = byAuthor(clean(item.Authors[0].Name))
	}
	p.paras = fragment(richer(item.Content, item.Description), p)
	if len(p.paras) == 0 && p.title != "" {
		p.paras, p.headlineOnly = []string{p.title}, true // it is still what the outlet said
	}
	p.fill(&a, place)
	return a
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

func firstTime(ts ...*time.Time) *time.Time {
	for _, t := range ts {
		if t != nil && !t.IsZero() {
			return t
		}
	}
	return nil
}

// richer returns the one of two texts that says more.
func richer(a, b string) string {
	if len(a) >= len(b) {
		return a
	}
	return b
}

// fragment returns the paragraphs of a piece of HTML, or of plain text.
func fragment(s string, p *page) []string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if !strings.ContainsAny(s, "<&") {
		var out []string
		for _, para := range paragraphs(s) {
			out = append(out, strings.Join(strings.Fields(para.Of(s)), " "))
		}
		return out
	}
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return flatPage([]byte(s)).paras
	}
	dropHidden(root)
	p.readCaptions(root)
	return nodeParagraphs(root)
}

func fragmentText(s string) string {
	return strings.Join(fragment(s, &page{captions: map[string]bool{}}), " ")
}
