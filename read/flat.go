package read

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// flatPage reads a page without building its tree: every stretch of text
// between block tags is a paragraph. It is the last resort, for pages nested
// too deep and pages in which no article is found.
func flatPage(b []byte) *page {
	p := &page{captions: map[string]bool{}}
	z := html.NewTokenizer(bytes.NewReader(b))
	z.SetMaxBuf(MaxPage)
	var words strings.Builder
	var skip atom.Atom // the element whose text is not shown
	inTitle := false
	flush := func() {
		if s := strings.Join(strings.Fields(words.String()), " "); s != "" {
			if inTitle {
				p.title = s
			} else {
				p.paras = append(p.paras, s)
			}
		}
		words.Reset()
	}
	for {
		switch z.Next() {
		case html.ErrorToken:
			flush()
			return p
		case html.TextToken:
			if skip == 0 {
				words.Write(z.Text())
			}
		case html.StartTagToken:
			tag := nameAtom(z)
			if skip == 0 && unseen[tag] {
				skip = tag
			}
			if blockTags[tag] || tag == atom.Title {
				flush()
			}
			inTitle = tag == atom.Title
		case html.SelfClosingTagToken:
			if blockTags[nameAtom(z)] {
				flush()
			}
		case html.EndTagToken:
			tag := nameAtom(z)
			if blockTags[tag] || tag == atom.Title {
				flush()
				inTitle = false
			}
			if tag == skip {
				skip = 0
			}
		}
	}
}

func nameAtom(z *html.Tokenizer) atom.Atom {
	name, _ := z.TagName()
	return atom.Lookup(name)
}

// unseen are the elements whose text no reader sees.
var unseen = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Iframe: true,
	atom.Select: true, atom.Textarea: true, atom.Object: true, atom.Math: true, atom.Canvas: true,
}

// blockTags are the elements that stand on lines of their own.
var blockTags = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true, atom.Pre: true,
	atom.Table: true, atom.Tr: true, atom.Section: true, atom.Article: true, atom.Aside: true, atom.Header: true, atom.Footer: true,
	atom.Main: true, atom.Nav: true, atom.Figure: true, atom.Figcaption: true, atom.Form: true, atom.Fieldset: true, atom.Hr: true,
	atom.Br: true, atom.Address: true, atom.Body: true, atom.Details: true, atom.Summary: true, atom.Caption: true,
}
