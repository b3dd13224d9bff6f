package read

import (
	"ascribe"
)

// textArticle reads a plain text: one article, its text kept as it is.
func textArticle(in Input) Article {
	a := Article{Appearance: appearance(in), Raw: in.Bytes}
	text := decodeText(in.Bytes)
	h := hints{outlet: string(a.Appearance.Outlet)}
	doc, l := compose(text, h)
	if !hasLetter(text) {
		a.Err = noText(in.Name)
		return a
	}
	a.Document = doc
	a.Appearance.Document = doc.ID
	a.Appearance.Headline = l.headline()
	a.Appearance.Published = l.printed()
	return a
}

// appearance returns what the input itself tells of its articles.
func appearance(in Input) ascribe.Appearance {
	a := ascribe.Appearance{InputID: in.Name, Retrieved: in.Retrieved}
	if in.URL != "" {
		a.URL = Canonical(in.URL)
		a.Outlet = OutletOf(in.URL)
	}
	return a
}

func noText(name string) error {
	return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s holds no text", name), "Open it to see whether it is an article; a page drawn by scripts must be saved after it has loaded.")
}
