package read

import (
	"bytes"
	"io"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"ascribe"
)

// A page is what was found in an HTML page.
type page struct {
	title, byline, site, address, language string
	published                              ascribe.Published
	paras                                  []string
	captions                               map[string]bool // folded
	headlineOnly                           bool            // its title alone is worth reading
}

func htmlArticle(in Input) Article {
	a := Article{Appearance: appearance(in), Raw: in.Bytes}
	p, err := readPage(in.Bytes, false, in.URL, in.Retrieved)
	if err != nil {
		a.Err = ascribe.Errorf(ascribe.Invalid, "%s: %w", in.Name, err)
		return a
	}
	p.fill(&a, in.Name)
	return a
}

// fill makes the article of a page. What the appearance already knows stays.
func (p *page) fill(a *Article, place string) {
	text := p.text()
	if !hasLetter(text) || len(p.paras) == 0 || text == p.title && !p.headlineOnly {
		a.Err = noText(place)
		return
	}
	ap := &a.Appearance
	if ap.URL == "" && p.address != "" {
		ap.URL = Canonical(p.address)
	}
	if ap.Outlet == "" {
		ap.Outlet = OutletOf(ap.URL)
	}
	if ap.Outlet == "" {
		ap.Outlet = ascribe.OutletID(p.site)
	}
	outlet := p.site
	if outlet == "" {
		outlet = string(ap.Outlet)
	}
	doc, l := compose(text, hints{title: p.title, captions: p.captions, byline: p.byline, language: p.language, outlet: outlet})
	a.Document, ap.Document = doc, doc.ID
	ap.Headline, ap.Byline = p.title, p.byline
	if ap.Headline == "" {
		ap.Headline = l.headline()
	}
	if ap.Published.IsZero() {
		ap.Published = p.published
	}
	if ap.Published.IsZero() {
		ap.Published = l.printed()
	}
}

// text returns the canonical text of a page: its title, then its paragraphs,
// with a blank line between.
func (p *page) text() string {
	var b strings.Builder
	b.WriteString(p.title)
	for i, para := range p.paras {
		if i == 0 && p.title != "" && bare(para) == bare(p.title) {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(para)
	}
	return b.String()
}

// readPage reads a page. decoded says that its bytes are UTF-8 already.
func readPage(b []byte, decoded bool, address string, retrieved time.Time) (*page, error) {
	if !decoded {
		r, err := charset.NewReader(bytes.NewReader(b), "")
		if err != nil {
			return nil, err
		}
		if b, err = io.ReadAll(r); err != nil {
			return nil, err
		}
	}
	b = bytes.ToValidUTF8(b, []byte("\uFFFD"))
	root, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		return flatPage(b), nil //nolint:nilerr // nested too deep for a tree: read it flat
	}
	p := &page{captions: map[string]bool{}, address: address}
	at, err := url.Parse(address)
	if err != nil || at.Host == "" {
		at = nil
	}
	p.readMeta(root, at, retrieved)
	dropHidden(root)
	p.readCaptions(root)
	paras, author := articleParagraphs(root, at)
	p.paras = p.withCaptions(root, paras)
	if p.byline == "" {
		p.byline = byAuthor(author)
	}
	if len(p.paras) == 0 {
		p.paras = flatPage(b).paras
	}
	return p, nil
}
