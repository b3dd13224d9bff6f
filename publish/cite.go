package publish

import (
	"encoding/hex"
	"encoding/json"
	"strings"
	"time"

	"ascribe"
)

// A Reference is what a reader cites: a record as it stood, or an archived article.
// What is not known stays empty, and each style leaves it out.
type Reference struct {
	Key       string // that tells it from other references: the id of an incident, the hash of an article
	Article   bool   // an article, else a record
	Title     string
	Author    string // byline
	Publisher string // the outlet, or the program that made the record
	Published ascribe.Published
	Version   string // which state of it: the pins and the ledger
	Hash      string // of what is cited, with the name of its function
	URL       string
	Accessed  time.Time
}

// RecordReference is how a record is cited: its id and title, the pins, and the
// ledger that it was folded from, by its size and root. address is where it is read.
func RecordReference(r *Public, meta Meta, address string, accessed time.Time) Reference {
	asOf, knownAt := accessed, accessed
	if !r.Pins.AsOf.IsZero() {
		asOf = r.Pins.AsOf
	}
	if !r.Pins.KnownAt.IsZero() {
		knownAt = r.Pins.KnownAt
	}
	return Reference{
		Key: string(r.Incident), Title: r.Title, Publisher: meta.Generator, URL: address, Accessed: accessed,
		Version: "record " + string(r.Incident) + " as of " + moment(asOf) + ", known at " + moment(knownAt) + ", ledger of " + countOf(int(meta.Head.Size), "line"),
		Hash:    "sha256:" + hex.EncodeToString(meta.Head.Root[:]),
	}
}

// ArticleReference is how an archived article is cited: as its outlet has it, with
// the hash of the archived text. Where it was never at an address, it has none.
func ArticleReference(a *ascribe.Appearance) Reference {
	return Reference{
		Key: a.Document.String(), Article: true, Title: a.Headline, Author: a.Byline, Publisher: string(a.Outlet), Published: a.Published,
		Version: "archived text", Hash: hash(a.Document), URL: Link(a.URL), Accessed: a.Retrieved,
	}
}

// key names the reference in a bibliography.
func (r *Reference) key() string { return "ascribe-" + short(r.Key) }

// published is the day of publication in a layout, or "" where none is stated.
func (r *Reference) published(layout string) string {
	if r.Published.IsZero() {
		return ""
	}
	return r.Published.Time.UTC().Format(layout)
}

// Chicago writes the reference as a note of the Chicago Manual of Style.
func (r *Reference) Chicago() string {
	var parts []string
	if r.Author != "" {
		parts = append(parts, r.Author)
	}
	if r.Title != "" {
		parts = append(parts, "“"+r.Title+"”")
	}
	for _, p := range []string{r.Publisher, r.published("January 2, 2006"), r.Version, r.Hash, "accessed " + r.Accessed.UTC().Format("January 2, 2006"), r.URL} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return oneLine(strings.Join(parts, ", ") + ".")
}

// APA writes the reference in the style of the American Psychological Association.
func (r *Reference) APA() string {
	year := r.published("2006, January 2")
	if year == "" {
		year = "n.d."
	}
	var b strings.Builder
	end := func(s string) {
		if s != "" {
			b.WriteString(strings.TrimSuffix(s, ".") + ". ")
		}
	}
	title := r.Title
	if title == "" {
		title = "[Untitled]"
	}
	end(r.Author)
	if r.Author == "" {
		b.WriteString(title + " (" + year + "). ")
	} else {
		b.WriteString("(" + year + "). " + title + ". ")
	}
	end("[" + capital(r.Version) + "; " + r.Hash + "]")
	end(r.Publisher)
	if r.URL == "" {
		return oneLine(b.String())
	}
	return oneLine(b.String()) + " Retrieved " + r.Accessed.UTC().Format("January 2, 2006") + ", from " + r.URL
}

// BibTeX writes the reference as an entry of a BibTeX file.
func (r *Reference) BibTeX() string {
	var b strings.Builder
	b.WriteString("@misc{" + r.key())
	for _, f := range [][2]string{
		{"title", r.Title}, {"author", r.Author}, {"publisher", r.Publisher}, {"date", r.published(time.DateOnly)}, {"year", r.published("2006")},
		{"version", r.Version}, {"note", r.Hash}, {"url", r.URL}, {"urldate", r.Accessed.UTC().Format(time.DateOnly)},
	} {
		if f[1] != "" {
			b.WriteString(",\n  " + f[0] + " = {" + texed(f[1]) + "}")
		}
	}
	return b.String() + "\n}\n"
}

// texed writes text so that TeX prints it as it stands.
func texed(s string) string {
	return strings.NewReplacer(`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `%`, `\%`, `&`, `\&`, `#`, `\#`, `$`, `\$`, `_`, `\_`, `~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`).Replace(oneLine(s))
}

// RIS writes the reference as an entry of an RIS file.
func (r *Reference) RIS() string {
	kind := "DATA"
	if r.Article {
		kind = "NEWS"
	}
	var b strings.Builder
	for _, f := range [][2]string{
		{"TY", kind}, {"ID", r.key()}, {"TI", r.Title}, {"AU", r.Author}, {"PB", r.Publisher}, {"PY", r.published("2006")}, {"DA", r.published("2006/01/02")},
		{"ET", r.Version}, {"N1", r.Hash}, {"UR", r.URL}, {"Y2", r.Accessed.UTC().Format("2006/01/02")},
	} {
		if f[1] != "" {
			b.WriteString(f[0] + "  - " + oneLine(f[1]) + "\n")
		}
	}
	return b.String() + "ER  - \n"
}

// oneLine writes text in one line, without signs that would break it.
func oneLine(s string) string { return plain(strings.Join(strings.Fields(s), " ")) }

// cslJSON is an item of CSL-JSON.
type cslJSON struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title,omitempty"`
	Author    []cslName `json:"author,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	Container string    `json:"container-title,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	Accessed  *cslDate  `json:"accessed,omitempty"`
	Version   string    `json:"version,omitempty"`
	Note      string    `json:"note,omitempty"`
	URL       string    `json:"URL,omitempty"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][3]int `json:"date-parts"`
}

func cslDay(t time.Time) *cslDate {
	if t.IsZero() {
		return nil
	}
	y, m, d := t.UTC().Date()
	return &cslDate{[][3]int{{y, int(m), d}}}
}

// CSL writes the reference as CSL-JSON: a list of one item.
func (r *Reference) CSL() (string, error) {
	item := cslJSON{
		ID: r.key(), Type: "dataset", Title: r.Title, Publisher: r.Publisher, Issued: cslDay(r.Published.Time), Accessed: cslDay(r.Accessed),
		Version: r.Version, Note: r.Hash, URL: r.URL,
	}
	if r.Article {
		item.Type, item.Publisher, item.Container = "article-newspaper", "", r.Publisher
	}
	if r.Author != "" {
		item.Author = []cslName{{r.Author}}
	}
	b, err := json.MarshalIndent([]cslJSON{item}, "", "  ")
	if err != nil {
		return "", ascribe.Errorf(ascribe.Internal, "write CSL-JSON: %w", err)
	}
	return string(b) + "\n", nil
}
