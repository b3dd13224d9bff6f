package api

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"encoding/xml"
	"net/url"
	"slices"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/publish"
)

func (a *API) routeFeeds(h huma.API) {
	on(a, h, route{
		ID: "feed-atom", Path: "/incidents.atom", Group: "Feeds", Summary: "The incidents of a selection as an Atom feed, the last changed first", Scope: access.Read,
		About:   "An entry keeps its id for good. What was joined with another, or is reported by nobody any more, stands as a deleted entry (RFC 6721).",
		Answers: []answer{{Status: 200, Type: atomType, Says: "the feed"}, notModified},
	}, a.atom)
	on(a, h, route{
		ID: "feed-json", Path: "/incidents.feed.json", Group: "Feeds", Summary: "The incidents of a selection as a JSON Feed, the last changed first", Scope: access.Read,
		About:   "JSON Feed 1.1. What was joined with another, or is reported by nobody any more, is in `_ascribe.deleted`.",
		Answers: []answer{{Status: 200, Type: jsonFeedType, Schema: "api.feed", Says: "the feed"}, notModified},
	}, a.jsonFeed)
}

const (
	atomType     = "application/atom+xml"
	jsonFeedType = "application/feed+json"
)

type feedInput struct {
	Conditional
	Selected
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"how many entries"`
}

// A feed is what either format is made from.
type feed struct {
	id      string
	self    string
	updated time.Time
	entries []feedEntry
	deleted []tombstone
}

// A feedEntry is one incident in a feed.
type feedEntry struct {
	id, title, address, summary string
	first, changed              time.Time
}

// A tombstone is an entry that is no more.
type tombstone struct {
	ID      string `json:"id"`
	When    string `json:"when"`
	Comment string `json:"comment"`
}

// tagged is the id of an incident in feeds: a tag URI (RFC 4151).
func tagged(id ascribe.IncidentID) string { return "tag:ascribe.example,2025:incident/" + string(id) }

// feed gathers the incidents of a selection that changed last.
func (a *API) feed(ctx context.Context, in *feedInput, path string) (*feed, error) {
	page, records, err := a.page(ctx, &in.Selected, &Listed{Order: ascribe.ChangesFirst.String(), Limit: in.Limit})
	if err != nil {
		return nil, err
	}
	q, root := in.query(), callerOf(ctx).root
	out := &feed{id: "tag:ascribe.example,2025:incidents", self: root + path}
	if len(q) > 0 {
		out.id += "?" + q.Encode()
		out.self += "?" + q.Encode()
	}
	changed := map[ascribe.IncidentID]time.Time{}
	for i := range page.Briefs {
		changed[page.Briefs[i].Incident] = page.Briefs[i].Changed
	}
	for _, r := range records {
		at := changed[r.Incident].UTC()
		if at.After(out.updated) {
			out.updated = at
		}
		for _, also := range r.Also {
			out.deleted = append(out.deleted, tombstone{tagged(also), at.Format(time.RFC3339), "joined with " + tagged(r.Incident)})
		}
		if r.Withdrawn != nil {
			out.deleted = append(out.deleted, tombstone{tagged(r.Incident), at.Format(time.RFC3339), "no report of it stands any more"})
			continue
		}
		brief := briefOf(page, r.Incident)
		out.entries = append(out.entries, feedEntry{tagged(r.Incident), cmp.Or(brief.Title, "An incident"), root + "/incidents/" + url.PathEscape(string(r.Incident)), publish.Summary(brief), brief.First.UTC(), at})
	}
	if out.updated.IsZero() {
		out.updated = time.Unix(0, 0).UTC()
	}
	slices.SortFunc(out.deleted, func(a, b tombstone) int { return cmp.Compare(a.ID, b.ID) })
	return out, nil
}

func briefOf(page *ascribe.Page, id ascribe.IncidentID) *ascribe.Brief {
	i := slices.IndexFunc(page.Briefs, func(b ascribe.Brief) bool { return b.Incident == id })
	return &page.Briefs[i]
}

// An atomFeed is a feed as RFC 4287 has it, with deleted entries (RFC 6721).
type atomFeed struct {
	XMLName xml.Name      `xml:"http://www.w3.org/2005/Atom feed"`
	At      string        `xml:"xmlns:at,attr"`
	ID      string        `xml:"id"`
	Title   string        `xml:"title"`
	Updated string        `xml:"updated"`
	Author  atomAuthor    `xml:"author"`
	Made    string        `xml:"generator"`
	Links   []atomLink    `xml:"link"`
	Entries []atomEntry   `xml:"entry"`
	Deleted []atomDeleted `xml:"at:deleted-entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string   `xml:"id"`
	Title     string   `xml:"title"`
	Updated   string   `xml:"updated"`
	Published string   `xml:"published,omitempty"`
	Link      atomLink `xml:"link"`
	Summary   string   `xml:"summary"`
}

type atomDeleted struct {
	Ref     string `xml:"ref,attr"`
	When    string `xml:"when,attr"`
	Comment string `xml:"at:comment"`
}

const feedTitle = "Incidents: what the sources say"

func (a *API) atom(ctx context.Context, in *feedInput) (*reply, error) {
	f, err := a.feed(ctx, in, "/incidents.atom")
	if err != nil {
		return nil, err
	}
	out := atomFeed{
		At: "http://purl.org/atompub/tombstones/1.0", ID: f.id, Title: feedTitle, Updated: f.updated.Format(time.RFC3339), Author: atomAuthor{"ascribe"}, Made: a.Generator,
		Links: []atomLink{{"self", atomType, f.self}},
	}
	for _, e := range f.entries {
		entry := atomEntry{ID: e.id, Title: e.title, Updated: e.changed.Format(time.RFC3339), Link: atomLink{"alternate", "application/json", e.address}, Summary: e.summary}
		if !e.first.IsZero() {
			entry.Published = e.first.Format(time.RFC3339)
		}
		out.Entries = append(out.Entries, entry)
	}
	for _, d := range f.deleted {
		out.Deleted = append(out.Deleted, atomDeleted{d.ID, d.When, d.Comment})
	}
	b := bytes.NewBufferString(xml.Header)
	if err := xml.NewEncoder(b).Encode(out); err != nil {
		return nil, err
	}
	return raw(atomType, b.Bytes()), nil
}

// A jsonFeed is a feed as JSON Feed 1.1 has it.
type jsonFeed struct {
	Version string      `json:"version"`
	Title   string      `json:"title"`
	FeedURL string      `json:"feed_url"`
	Items   []jsonItem  `json:"items"`
	Ours    jsonDeleted `json:"_ascribe"`
}

type jsonItem struct {
	ID        string `json:"id"`
	URL       string `json:"url"`
	Title     string `json:"title"`
	Text      string `json:"content_text"`
	Published string `json:"date_published,omitempty"`
	Modified  string `json:"date_modified"`
}

type jsonDeleted struct {
	About   string      `json:"about"`
	Deleted []tombstone `json:"deleted"`
}

func (a *API) jsonFeed(ctx context.Context, in *feedInput) (*reply, error) {
	f, err := a.feed(ctx, in, "/incidents.feed.json")
	if err != nil {
		return nil, err
	}
	out := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: feedTitle, FeedURL: f.self, Items: []jsonItem{},
		Ours: jsonDeleted{a.base() + "/docs#feed-json", append([]tombstone{}, f.deleted...)},
	}
	for _, e := range f.entries {
		item := jsonItem{ID: e.id, URL: e.address, Title: e.title, Text: e.summary, Modified: e.changed.Format(time.RFC3339)}
		if !e.first.IsZero() {
			item.Published = e.first.Format(time.RFC3339)
		}
		out.Items = append(out.Items, item)
	}
	b, err := json.Marshal(out)
	return raw(jsonFeedType, b), err
}
