package read

import (
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// articleParagraphs finds the article of a page and returns its paragraphs: by
// trafilatura, and by readability where that gives nothing or far less than the
// page's paragraphs hold. Both may be absent.
func articleParagraphs(root *html.Node, at *url.URL) []string {
	paras := byTrafilatura(root, at)
	have := sizeOf(paras)
	if have >= proseSize(root)/2 && have > 0 {
		return paras
	}
	if second := byReadability(root, at); sizeOf(second) > have*3/2 {
		return second
	}
	return paras
}

// byTrafilatura returns what trafilatura takes for the article. A page that
// makes it panic has none.
func byTrafilatura(root *html.Node, at *url.URL) (paras []string) {
	defer func() {
		if recover() != nil {
			paras = nil
		}
	}()
	res, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		OriginalURL:     at,
		EnableFallback:  true,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil || res.ContentNode == nil {
		return nil
	}
	return nodeParagraphs(res.ContentNode)
}

// byReadability returns what readability takes for the article. A page that
// makes it panic has none.
func byReadability(root *html.Node, at *url.URL) (paras []string) {
	defer func() {
		if recover() != nil {
			paras = nil
		}
	}()
	art, err := readability.FromDocument(root, at)
	if err != nil || art.Node == nil {
		return nil
	}
	return nodeParagraphs(art.Node)
}

func sizeOf(paras []string) int {
	n := 0
	for _, p := range paras {
		n += len(p)
	}
	return n
}

// proseSize returns how much text a page holds in paragraphs long enough to be
// prose, outside of its margins.
func proseSize(n *html.Node) int {
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Header:
		return 0
	case atom.P:
		if s := plainText(n); len(s) >= 80 {
			return len(s)
		}
		return 0
	}
	size := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		size += proseSize(c)
	}
	return size
}

// plainText returns the text of a node on one line.
func plainText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && !unseen[d.Parent.DataAtom] {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
