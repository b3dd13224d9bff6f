package web

import (
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"ascribe/pipeline"
)

// Many read at once while an article is added: nobody is shown an error, and all see
// it in the end.
func TestManyAtOnce(t *testing.T) {
	market := `{"id":"a","outlet":"Herald","published":"2025-03-03T20:00:00Z","title":"Bomb at market","text":"A bomb exploded at the fish market of Port Maren on Monday, killing 12 people, police said."}`
	depot := `{"id":"b","outlet":"Courier","published":"2025-03-20T20:00:00Z","title":"Guard shot","text":"A guard was shot dead by gunmen at the grain depot in Talvik on Wednesday, a foreman said."}`
	d := freshDesk(t, market)
	var readers sync.WaitGroup
	for range 6 {
		readers.Go(func() {
			for range 5 {
				for _, path := range append(d.paths(), "/sources/Herald", "/incidents.json") {
					if w := d.get(path); w.Code != http.StatusOK {
						t.Errorf("%s: status %d", path, w.Code)
					}
				}
			}
		})
	}
	line := pipeline.Pipeline{Store: d.store, Extractor: reader}
	if _, err := line.Add(t.Context(), slices.Values(rows(t, depot))); err != nil {
		t.Error(err)
	}
	readers.Wait()
	if text := textOf(d.page(t, "/incidents")); !strings.Contains(text, "2 of 2 incidents shown;") {
		t.Errorf("the list lacks what was added:\n%s", text)
	}
	if d.log.Len() > 0 {
		t.Errorf("the log holds %s", d.log)
	}
}
