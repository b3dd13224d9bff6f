package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ascribe"
)

// asked is the pair that the page of doubts asks about, and the page.
func (d *desk) asked(t *testing.T) (form url.Values, page string) {
	t.Helper()
	doc := d.page(t, "/review/doubts")
	form = url.Values{}
	every(doc, func(n *html.Node) {
		if name := attr(n, "name"); n.Data == "input" && (name == "one" || name == "other") {
			form.Set(name, attr(n, "value"))
		}
	})
	return form, textOf(doc)
}

func (d *desk) settle(t *testing.T, form url.Values, act string) {
	t.Helper()
	form.Set("act", act)
	if w := d.post("/review/doubts", form); w.Code != http.StatusSeeOther {
		t.Fatalf("%s: status %d: %s", act, w.Code, w.Body)
	}
}

// A reviewer is asked whether two incidents are one, and answers; what is answered is
// asked no more, and an undo asks again.
func TestDoubtsOnTheDesk(t *testing.T) {
	d := reviewDesk(t)
	pair, page := d.asked(t)
	if pair.Get("one") == "" || !strings.Contains(page, "Speaks for one") {
		t.Fatalf("nothing is asked: %s", page)
	}
	if twin := d.get("/review/doubts.json").Body.String(); !strings.Contains(twin, pair.Get("one")) || !strings.Contains(twin, `"titles":`) || strings.Contains(twin, `"left"`) {
		t.Errorf("the twin says %s", twin)
	}
	d.settle(t, pair, "skip")
	if next, _ := d.asked(t); next.Encode() == pair.Encode() {
		t.Error("a skipped pair is asked about")
	}
	d.settle(t, url.Values{}, "again")
	again, _ := d.asked(t)
	if again.Get("one") != pair.Get("one") || again.Get("other") != pair.Get("other") {
		t.Errorf("%v came back, want %v", again, pair)
	}
	d.settle(t, again, "two")
	if next, page := d.asked(t); next.Get("one") == pair.Get("one") && next.Get("other") == pair.Get("other") || !strings.Contains(page, "They are two") {
		t.Errorf("after the answer: %s", page)
	}
	d.settle(t, url.Values{}, "undo")
	again, _ = d.asked(t)
	d.settle(t, again, "one")
	made := d.decisions(t)
	if len(made) != 3 || made[0].Act != ascribe.Split || made[1].Undoes != made[0].ID || made[2].Act != ascribe.Merge || len(made[2].Pairs) != 1 {
		t.Fatalf("%+v", made)
	}
	one, other := d.get("/incidents/"+pair.Get("one")), d.get("/incidents/"+pair.Get("other"))
	if (one.Code == http.StatusPermanentRedirect) == (other.Code == http.StatusPermanentRedirect) {
		t.Errorf("merged, one leads to the other: %d and %d", one.Code, other.Code)
	}
	again.Set("act", "one")
	if w := d.post("/review/doubts", again); w.Code != http.StatusConflict {
		t.Errorf("an answer to what is asked no more: status %d", w.Code)
	}
}

// All questions come to an end.
func TestDoubtsComeToAnEnd(t *testing.T) {
	d := reviewDesk(t)
	for range 60 {
		pair, page := d.asked(t)
		if pair.Get("one") == "" {
			if !strings.Contains(page, "asks about no two incidents") {
				t.Error(page)
			}
			return
		}
		d.settle(t, pair, "two")
	}
	t.Error("questions without end")
}
