package read

import (
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxCaptions is how many captions of one page are kept.
const maxCaptions = 40

// readCaptions keeps the page's picture captions, so that they are told from
// the article wherever they stand in it.
func (p *page) readCaptions(root *html.Node) {
	for n := range root.Descendants() {
		if n.DataAtom != atom.Figcaption {
			continue
		}
		for _, para := range append(nodeParagraphs(n), plainText(n)) {
			if para != "" {
				p.captions[fold(para)] = true
			}
		}
	}
}

// withCaptions puts the captions that an extractor left out back where they
// stand in the page: a caption often holds a date or a toll that the article
// leaves to it. Those outside of the article stay out.
func (p *page) withCaptions(root *html.Node, paras []string) []string {
	if len(p.captions) == 0 || len(paras) == 0 {
		return paras
	}
	at := map[string]int{} // paragraph of the article, by its words
	for i, para := range paras {
		if _, ok := at[fold(para)]; !ok {
			at[fold(para)] = i
		}
	}
	after := map[int][]string{} // captions by the paragraph that they follow
	last, kept := -1, 0
	for _, para := range nodeParagraphs(root) {
		key := fold(para)
		if i, ok := at[key]; ok {
			last = max(last, i)
			continue
		}
		if p.captions[key] && len(para) >= 20 && kept < maxCaptions && last < len(paras)-1 && !slices.Contains(after[last], para) {
			after[last] = append(after[last], para)
			kept++
		}
	}
	out := slices.Clone(after[-1])
	for i, para := range paras {
		out = append(append(out, para), after[i]...)
	}
	return out
}
