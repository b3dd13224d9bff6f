package publish

import (
	"crypto/sha256"
	_ "embed" // the page and its style
	"encoding/base64"
	"html/template"
	"io"
	"net/url"
	"regexp"
	"strings"

	"ascribe"
)

//go:embed dossier.html.tmpl
var dossierPage string

//go:embed dossier.css
var dossierStyle string

var dossierTemplate = template.Must(template.New("dossier").Funcs(template.FuncMap{
	"link": Link, "chart": chartOf, "sign": Sign, "tone": Tone,
}).Parse(dossierPage))

// DossierHTML writes a dossier as one page that needs nothing else: no script,
// no font, no picture from elsewhere. It prints, and reads in light and dark and
// on a narrow screen. No private person is named in it.
func DossierHTML(w io.Writer, records []*ascribe.Record, meta Meta) error {
	sum := sha256.Sum256([]byte(dossierStyle))
	var page strings.Builder
	err := dossierTemplate.Execute(&page, struct {
		*dossier
		Style     template.CSS
		StyleHash string
	}{newDossier(records, meta), template.CSS(dossierStyle), "sha256-" + base64.StdEncoding.EncodeToString(sum[:])})
	if err == nil {
		_, err = io.WriteString(w, waysBack(page.String()))
	}
	if err != nil {
		return ascribe.Errorf(ascribe.Internal, "write dossier: %w", err)
	}
	return nil
}

// reference is a footnote mark of the page; nothing that an article gave can
// look like one, since all of that is escaped.
var reference = regexp.MustCompile(`<a href="#n(\d+)">`)

// waysBack makes the first mark of each note the place to which the note leads
// back: one in the chapters if there is one, else one in the table before them.
func waysBack(page string) string {
	seen := map[string]bool{}
	table, chapters, ok := strings.Cut(page, "</nav>")
	if !ok {
		return markFirst(page, seen)
	}
	chapters = markFirst(chapters, seen)
	return markFirst(table, seen) + "</nav>" + chapters
}

func markFirst(page string, seen map[string]bool) string {
	return reference.ReplaceAllStringFunc(page, func(a string) string {
		number := reference.FindStringSubmatch(a)[1]
		if seen[number] {
			return a
		}
		seen[number] = true
		return `<a href="#n` + number + `" id="r` + number + `">`
	})
}

// Link returns a web address that may be followed, or "".
func Link(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	return u.String()
}

// chartOf draws a toll's chart for the page.
func chartOf(t tollPart) (template.HTML, error) {
	var b strings.Builder
	err := TollChart(&b, t.Range, t.Undate, nil)
	return template.HTML(b.String()), err // TollChart escapes what it is given
}

// Tone is the colour of a position, beside its sign and its word: it ties the
// actor to the incident, frees it, or does neither.
func Tone(p ascribe.Position) string {
	switch p {
	case ascribe.NoPosition:
		return ""
	case ascribe.Denied, ascribe.Cleared:
		return "frees"
	case ascribe.Possible:
		return "beside"
	}
	return "ties"
}

// Sign is a position's pattern, so that no reader depends on colour.
func Sign(p ascribe.Position) template.HTML {
	shape := signShape(p)
	if shape == "" {
		return ""
	}
	return template.HTML(`<svg class="sign" viewBox="0 0 10 10" aria-hidden="true">` + shape + `</svg>`) // of the constants below
}

// signShape draws a position's sign in a square of ten.
func signShape(p ascribe.Position) string {
	const square = `<path d="M1 1h8v8h-8z" fill="none" stroke="currentColor" stroke-width="1.6"/>`
	const diamond = `<path d="M5 0l5 5l-5 5l-5 -5z" fill="none" stroke="currentColor" stroke-width="1.6"/>`
	switch p {
	case ascribe.ReportedAsFact:
		return `<circle cx="5" cy="5" r="4.6" fill="currentColor"/>`
	case ascribe.Claimed:
		return `<path d="M0 0h10v10h-10z" fill="currentColor"/>`
	case ascribe.AccusedByAuthorities:
		return square + `<path d="M1 1h8l-8 8z" fill="currentColor"/>`
	case ascribe.Accused:
		return square + `<path d="M1 5h8v4h-8z" fill="currentColor"/>`
	case ascribe.Suspected:
		return `<path d="M1 1h8v8h-8z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.2 1.8"/>`
	case ascribe.Possible:
		return `<circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="1 1.6"/>`
	case ascribe.Denied:
		return diamond
	case ascribe.Cleared:
		return diamond + `<path d="M2.6 5h4.8" stroke="currentColor" stroke-width="1.6"/>`
	}
	return ""
}
