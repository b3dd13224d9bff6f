package read

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// nodeParagraphs returns the text of a tree as paragraphs: what stands on lines
// of its own in a browser is one, with its white space made single.
func nodeParagraphs(root *html.Node) []string {
	w := &textWalk{}
	w.walk(root)
	w.flush()
	return w.paras
}

// tagOf returns the element's tag; the nodes that extractors make bear its name alone.
func tagOf(n *html.Node) atom.Atom {
	if n.DataAtom != 0 || n.Type != html.ElementNode {
		return n.DataAtom
	}
	return atom.Lookup([]byte(n.Data))
}

type textWalk struct {
	words  strings.Builder
	paras  []string
	breaks int  // line breaks in a row
	body   bool // leave out the margins of the page
}

func (w *textWalk) flush() {
	if s := strings.Join(strings.Fields(w.words.String()), " "); s != "" {
		w.paras = append(w.paras, s)
	}
	w.words.Reset()
	w.breaks = 0
}

func (w *textWalk) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		if strings.TrimSpace(n.Data) != "" {
			w.breaks = 0
		}
		w.words.WriteString(n.Data)
		return
	case html.CommentNode, html.DoctypeNode:
		return
	}
	tag := tagOf(n)
	switch {
	case unseen[tag] || w.body && margins[tag]:
		return
	case tag == atom.Br:
		w.lineBreak()
		return
	case tag == atom.Td || tag == atom.Th:
		if strings.TrimSpace(w.words.String()) != "" {
			w.words.WriteString("; ")
		}
	}
	block := blockTags[tag]
	if block {
		w.flush()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
	if block {
		w.flush()
	}
}

// lineBreak ends the paragraph at the second break in a row, and at the first
// where a sentence has ended; else it is a space.
func (w *textWalk) lineBreak() {
	w.breaks++
	said := strings.TrimSpace(w.words.String())
	if w.breaks > 1 || said != "" && strings.ContainsAny(said[len(said)-1:], ".!?:\"") || strings.HasSuffix(said, "”") {
		w.flush()
		return
	}
	w.words.WriteByte(' ')
}

// concealed matches the style of what a page holds but does not show.
var concealed = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*0(?:px|em|rem|pt|%)?\s*(?:;|$)|(?:left|top|text-indent)\s*:\s*-\d{4,}`)

// dropHidden takes out of a tree what a reader of the page does not see.
func dropHidden(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.ElementNode && hidden(c) || c.Type == html.CommentNode {
			n.RemoveChild(c)
		} else {
			dropHidden(c)
		}
		c = next
	}
}

func hidden(n *html.Node) bool {
	if n.DataAtom == atom.Noscript || n.DataAtom == atom.Template {
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			if concealed.MatchString(a.Val) {
				return n.DataAtom != atom.Body && n.DataAtom != atom.Html
			}
		}
	}
	return false
}
