package read

import (
	"encoding/json"
	"net/url"
	"strings"
	"time"

	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"ascribe"
)

// metaKeys are the names of meta elements that tell one thing, the surest first.
var metaKeys = map[string][]string{
	"title":     {"og:title", "twitter:title", "dc.title", "citation_title", "headline"},
	"byline":    {"author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author", "citation_author"},
	"site":      {"og:site_name", "application-name", "publisher", "dc.publisher", "citation_journal_title"},
	"address":   {"og:url", "twitter:url"},
	"published": {"article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued", "dc.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "date", "citation_publication_date", "article.published"},
}

// facts are what a page says about itself in its head.
type facts struct {
	meta      map[string]string
	canonical string
	title     string // the title element
	heading   string // the first h1
	ld        linked
}

// linked is what the page's JSON-LD says of the article.
type linked struct{ title, byline, site, published string }

// readMeta reads the title, author, outlet, address, language and date of a page.
func (p *page) readMeta(root *html.Node, at *url.URL, retrieved time.Time) {
	f := gather(root)
	p.language = attr(first(root, atom.Html), "lang")
	p.site = firstOf(f.ld.site, f.of("site"))
	p.title = withoutSite(firstOf(f.ld.title, f.of("title"), f.heading, f.title), p.site)
	p.byline = byAuthor(firstOf(f.ld.byline, f.of("byline")))
	if address := firstOf(f.canonical, f.of("address")); p.address == "" {
		if u, err := url.Parse(address); err == nil && u.Host != "" {
			p.address = address
		}
	}
	p.published = publishedOf(f, root, p.address, retrieved)
}

func (f facts) of(what string) string {
	for _, k := range metaKeys[what] {
		if v := f.meta[k]; v != "" {
			return v
		}
	}
	return ""
}

func gather(root *html.Node) facts {
	f := facts{meta: map[string]string{}}
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Meta:
			key := strings.ToLower(firstOf(attr(n, "property"), attr(n, "name"), attr(n, "itemprop")))
			if v := clean(attr(n, "content")); key != "" && v != "" && f.meta[key] == "" {
				f.meta[key] = v
			}
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") && f.canonical == "" {
				f.canonical = attr(n, "href")
			}
		case atom.Title:
			if f.title == "" && n.FirstChild != nil && (n.Parent == nil || n.Parent.DataAtom == atom.Head) {
				f.title = clean(n.FirstChild.Data)
			}
		case atom.H1:
			if f.heading == "" {
				f.heading = plainText(n)
			}
		case atom.Script:
			if strings.Contains(attr(n, "type"), "ld+json") && n.FirstChild != nil {
				f.ld.read(n.FirstChild.Data)
			}
		}
	}
	return f
}

// articleTypes are the schema.org types of a page's article.
var articleTypes = setOf(`Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle
	BlogPosting LiveBlogPosting Report`)

// read takes what a JSON-LD script says of the article. Broken scripts say nothing.
func (l *linked) read(script string) {
	var v any
	if json.Unmarshal([]byte(script), &v) == nil {
		l.visit(v, 0)
	}
}

func (l *linked) visit(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.visit(e, depth+1)
		}
	case map[string]any:
		for _, t := range strings.Fields(names(v["@type"], " ")) {
			if articleTypes[t] {
				l.title = firstOf(l.title, clean(str(v["headline"])))
				l.published = firstOf(l.published, str(v["datePublished"]))
				l.byline = firstOf(l.byline, names(v["author"], ", "))
				l.site = firstOf(l.site, names(v["publisher"], ", "))
			}
		}
		l.visit(v["@graph"], depth+1)
		l.visit(v["mainEntity"], depth+1)
	}
}

func str(v any) string { s, _ := v.(string); return s }

// names returns the names in a JSON-LD value: a string, a thing or a list.
func names(v any, sep string) string {
	switch v := v.(type) {
	case string:
		return clean(v)
	case map[string]any:
		return clean(str(v["name"]))
	case []any:
		var out []string
		for _, e := range v {
			if n := names(e, sep); n != "" {
				out = append(out, n)
			}
		}
		return strings.Join(out, sep)
	}
	return ""
}

// publishedOf returns when the page says that it was published, and by what.
func publishedOf(f facts, root *html.Node, address string, retrieved time.Time) ascribe.Published {
	if p := parseStamp(f.ld.published, "json-ld"); !p.IsZero() {
		return p
	}
	for _, k := range metaKeys["published"] {
		if p := parseStamp(f.meta[k], "meta"); !p.IsZero() {
			return p
		}
	}
	return guessedDate(root, address, retrieved)
}

// guessedDate asks htmldate, which weighs time elements, addresses and the text.
// A page that makes it panic has no date.
func guessedDate(root *html.Node, address string, retrieved time.Time) (p ascribe.Published) {
	defer func() {
		if recover() != nil {
			p = ascribe.Published{}
		}
	}()
	latest := time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
	if !retrieved.IsZero() {
		latest = retrieved.AddDate(0, 0, 1)
	}
	res, err := htmldate.FromDocument(root, htmldate.Options{
		UseOriginalDate:     true,
		SkipExtensiveSearch: true, // the extensive search also takes dates of the story for the page's own
		URL:                 address,
		MinDate:             time.Date(1990, 1, 1, 0, 0, 0, 0, time.UTC),
		MaxDate:             latest,
	})
	if err != nil || res.IsZero() {
		return ascribe.Published{}
	}
	y, m, d := res.DateTime.Date()
	return ascribe.Published{Time: time.Date(y, m, d, 0, 0, 0, 0, time.UTC), DayOnly: true, From: "htmldate"}
}

// withoutSite takes the name of the site off a title: "Blast in Oru | Oru Times".
func withoutSite(title, site string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · "} {
		i := strings.LastIndex(title, sep)
		if i <= 0 {
			continue
		}
		tail := strings.TrimSpace(title[i+len(sep):])
		if strings.EqualFold(tail, site) || site != "" && squeeze(tail) == squeeze(site) || sep == " | " && len(strings.Fields(tail)) <= 4 && len(strings.Fields(title[:i])) >= 4 {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// byAuthor tidies an author line; an address is none.
func byAuthor(s string) string {
	if strings.Contains(s, "://") || strings.HasPrefix(s, "www.") {
		return ""
	}
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		s = s[3:]
	}
	return s
}

func clean(s string) string {
	return strings.Join(strings.Fields(html.UnescapeString(strings.ToValidUTF8(s, "\uFFFD"))), " ")
}

func firstOf(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}

func first(root *html.Node, a atom.Atom) *html.Node {
	for n := range root.Descendants() {
		if n.DataAtom == a {
			return n
		}
	}
	return nil
}

func attr(n *html.Node, key string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}
