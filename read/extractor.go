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
// page's paragraphs hold. It also returns the author that trafilatura found in the page.
func articleParagraphs(root *html.Node, at *url.URL) (paras []string, author string) {
	paras, author = byTrafilatura(root, at)
	have := sizeOf(paras)
	if have < shortPage {
		// Of a page this short trafilatura gives all words in one piece.
		if own := bodyParagraphs(root); proseIn(own)*2 >= sizeOf(own) && sizeOf(own) > 0 && sizeOf(own) <= 2*have+shortPage {
			return own, author
		}
	}
	if have >= proseSize(root)/2 && have > 0 {
		return paras, author
	}
	if second := byReadability(root, at); sizeOf(second) > have*3/2 {
		return second, author
	}
	return paras, author
}

// shortPage is the size below which an article is taken from the page as it
// stands, in bytes.
const shortPage = 400

// bodyParagraphs returns all of a page's paragraphs but those of its margins.
func bodyParagraphs(root *html.Node) []string {
	w := &textWalk{body: true}
	w.walk(root)
	w.flush()
	return w.paras
}

// proseIn returns how much of the paragraphs is sentences rather than links.
func proseIn(paras []string) int {
	n := 0
	for _, p := range paras {
		if len(p) >= 80 || strings.ContainsAny(p[len(p)-1:], ".!?") {
			n += len(p)
		}
	}
	return n
}

// margins are the elements around an article.
var margins = map[atom.Atom]bool{
	atom.Head: true, atom.Nav: true, atom.Footer: true, atom.Aside: true, atom.Form: true, atom.Button: true,
}

// byTrafilatura returns what trafilatura takes for the article and its author.
// A page that makes it panic has none.
func byTrafilatura(root *html.Node, at *url.URL) (paras []string, author string) {
	defer func() {
		if recover() != nil {
			paras, author = nil, ""
		}
	}()
	res, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		OriginalURL:     at,
		EnableFallback:  true,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil || res.ContentNode == nil {
		return nil, ""
	}
	return nodeParagraphs(res.ContentNode), clean(res.Metadata.Author)
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
	if margins[n.DataAtom] {
		return 0
	}
	if n.DataAtom == atom.P {
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
