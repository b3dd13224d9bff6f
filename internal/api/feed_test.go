package api

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/mmcdole/gofeed"
)

// Both feeds come back from a reader of feeds with every incident, and have what their
// formats require.
func TestFeeds(t *testing.T) {
	all := newsroom.incidents(t)
	for _, path := range []string{"/incidents.atom", "/incidents.feed.json"} {
		w := newsroom.ask(http.MethodGet, Base+path+"?limit=200", "")
		f, err := gofeed.NewParser().ParseString(w.Body.String())
		if err != nil {
			t.Fatalf("%s: %v\n%s", path, err, w.Body)
		}
		var ids []string
		for _, item := range f.Items {
			if item.Title == "" || item.Link == "" || item.UpdatedParsed == nil || !strings.HasPrefix(item.GUID, "tag:") || item.Description+item.Content == "" {
				t.Errorf("%s: %+v", path, item)
			}
			ids = append(ids, item.GUID)
			if got := newsroom.ask(http.MethodGet, strings.TrimPrefix(item.Link, "http://example.com"), ""); got.Code != http.StatusOK {
				t.Errorf("%s leads to %s: %d", path, item.Link, got.Code)
			}
		}
		for _, i := range all.Incidents {
			if n := count(ids, "tag:ascribe.example,2025:incident/"+i.Incident); n != 1 {
				t.Errorf("%s has %s %d times", path, i.Incident, n)
			}
		}
	}
	var few listing
	newsroom.get(t, "/incidents?type=bombing", &few)
	if n := strings.Count(newsroom.ask(http.MethodGet, Base+"/incidents.atom?type=bombing", "").Body.String(), "<entry>"); n != few.Total {
		t.Errorf("%d entries of %d bombings", n, few.Total)
	}
}

func count(all []string, s string) int {
	n := 0
	for _, v := range all {
		if v == s {
			n++
		}
	}
	return n
}

// RFC 4287: what a feed and an entry must have, once. RFC 6721: a deleted entry has ref
// and when.
func TestAtomIsWhole(t *testing.T) {
	d := fresh(t)
	two := d.incidents(t).Incidents[:2]
	before := d.ask(http.MethodGet, Base+"/incidents.atom", "").Body.String()
	d.decided(t, fmt.Sprintf(`{"act":"merge","names":[%q,%q],"reason":"one blast","by":"A"}`, two[0].Incident, two[1].Incident))
	after := d.ask(http.MethodGet, Base+"/incidents.atom", "").Body.String()

	type node struct {
		XMLName xml.Name
		Attr    []xml.Attr `xml:",any,attr"`
		Inner   string     `xml:",chardata"`
		Nodes   []node     `xml:",any"`
	}
	var root node
	if err := xml.Unmarshal([]byte(after), &root); err != nil {
		t.Fatal(err)
	}
	const atom, tomb = "http://www.w3.org/2005/Atom", "http://purl.org/atompub/tombstones/1.0"
	children := func(n node, space, name string) (out []node) {
		for _, c := range n.Nodes {
			if c.XMLName.Space == space && c.XMLName.Local == name {
				out = append(out, c)
			}
		}
		return out
	}
	attr := func(n node, name string) string {
		i := slices.IndexFunc(n.Attr, func(a xml.Attr) bool { return a.Name.Local == name })
		if i < 0 {
			return ""
		}
		return n.Attr[i].Value
	}
	entries := children(root, atom, "entry")
	for _, n := range append(entries, root) {
		for _, name := range []string{"id", "title", "updated"} {
			if got := children(n, atom, name); len(got) != 1 || got[0].Inner == "" {
				t.Errorf("%s has %d %s", n.XMLName.Local, len(got), name)
			}
		}
	}
	if len(children(root, atom, "author")) != 1 || root.XMLName.Space != atom {
		t.Error("the feed has no author")
	}
	deleted := children(root, tomb, "deleted-entry")
	gone := 0
	for _, n := range deleted {
		ref := attr(n, "ref")
		if ref == "" || attr(n, "when") == "" || strings.Contains(after, "<id>"+ref+"</id>") {
			t.Errorf("deleted entry %q", ref)
		}
		if strings.Contains(before, "<id>"+ref+"</id>") {
			gone++
		}
	}
	if gone != 1 {
		t.Errorf("%d entries were deleted", gone)
	}
	if len(entries) != strings.Count(before, "<entry>")-1 {
		t.Errorf("%d entries", len(entries))
	}
}
