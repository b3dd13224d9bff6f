package api

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"ascribe"
	"ascribe/internal/access"
)

// statementOf is a statement of the desk's first incident.
func (d *desk) statementOf(t *testing.T) string {
	t.Helper()
	var out struct{ Statements []struct{ ID string } }
	d.get(t, "/incidents/"+d.incidents(t).Incidents[0].Incident+"/statements", &out)
	return out.Statements[0].ID
}

// decisionsOf are the decisions in the ledger of a desk.
func (d *desk) decisionsOf(t *testing.T) []ascribe.Decision {
	t.Helper()
	all, err := d.api.entered(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// A request with a key is done once; another one with that key is refused.
func TestDecideOnce(t *testing.T) {
	d := fresh(t)
	body := fmt.Sprintf(`{"act":"accept","statements":[%q],"rate":"B2","reason":"checked","by":"Ines Torvald"}`, d.statementOf(t))
	first := d.decided(t, body, "Idempotency-Key", "k1")
	if again := d.decided(t, body, "Idempotency-Key", "k1"); again != first || len(d.decisionsOf(t)) != 1 {
		t.Errorf("%s and %s; %d decisions", first, again, len(d.decisionsOf(t)))
	}
	other := strings.Replace(body, "checked", "checked twice", 1)
	w := d.ask(http.MethodPost, Base+"/decisions", other, "Content-Type", "application/json", "Idempotency-Key", "k1")
	if w.Code != http.StatusUnprocessableEntity || len(d.decisionsOf(t)) != 1 {
		t.Errorf("another request with the key: %d", w.Code)
	}
	got := d.decisionsOf(t)[0]
	if got.ID != first || got.By.Name != "Ines Torvald" || got.Reason != "checked" || got.Credibility != (ascribe.Credibility{Source: "B", Information: 2}) || !got.At.Equal(now()) {
		t.Errorf("%+v", got)
	}
}

// forgetful keeps no answers, as if the machine had stopped before it could.
type forgetful struct{ access.Requests }

func (forgetful) Answered(context.Context, *access.Request) error { return errors.New("stopped") }

// A request that was cut off after it was done, before it was answered, is not done
// again: not even one that could not be asked for twice.
func TestDecideAfterStop(t *testing.T) {
	d := fresh(t)
	all := d.incidents(t).Incidents
	body := fmt.Sprintf(`{"act":"merge","names":[%q,%q],"reason":"one blast","by":"Ines Torvald"}`, all[0].Incident, all[1].Incident)
	d.api.Requests = forgetful{d.store}
	if w := d.ask(http.MethodPost, Base+"/decisions", body, "Content-Type", "application/json", "Idempotency-Key", "k"); w.Code != http.StatusInternalServerError {
		t.Fatal(w.Code)
	}
	d.api.Requests = d.store
	id := d.decided(t, body, "Idempotency-Key", "k")
	if made := d.decisionsOf(t); len(made) != 1 || made[0].ID != id {
		t.Errorf("%d decisions", len(made))
	}
}

// Who decides is who holds the token; nobody decides in another's name, or without a
// reason.
func TestAuthor(t *testing.T) {
	d := fresh(t)
	made, secret, err := access.NewToken("Ines Torvald", []access.Scope{access.Review}, now())
	if err != nil {
		t.Fatal(err)
	}
	if err := d.store.PutToken(context.Background(), made); err != nil {
		t.Fatal(err)
	}
	statement := d.statementOf(t)
	for _, tt := range []struct {
		fields string
		token  bool
		want   int
	}{
		{`"reason":"r"`, true, 201}, {`"reason":"r","by":"Ines Torvald"`, true, 201}, {`"reason":"r","by":"Somebody Else"`, true, 403},
		{`"reason":"r"`, false, 400}, {`"reason":"  ","by":"A"`, false, 400}, {`"by":"A"`, false, 422}, {`"reason":"r","by":"A","unknown":1`, false, 422},
	} {
		headers := []string{"Content-Type", "application/json"}
		if tt.token {
			headers = append(headers, "Authorization", "Bearer "+secret)
		}
		w := d.ask(http.MethodPost, Base+"/decisions", fmt.Sprintf(`{"act":"accept","statements":[%q],%s}`, statement, tt.fields), headers...)
		if w.Code != tt.want {
			t.Errorf("%s: %d %s", tt.fields, w.Code, w.Body)
		}
	}
	for _, made := range d.decisionsOf(t) {
		if made.By.Name != "Ines Torvald" {
			t.Errorf("decided by %q", made.By.Name)
		}
	}
}

// What is rejected carries nothing any more, until the rejection is undone.
func TestRejectAndUndo(t *testing.T) {
	d := fresh(t)
	id := d.incidents(t).Incidents[0].Incident
	before := d.ask(http.MethodGet, Base+"/incidents/"+id, "").Body.String()
	var head headBody
	d.get(t, "/head", &head)
	rejected := d.decided(t, fmt.Sprintf(`{"act":"reject","statements":[%q],"reason":"of another day","by":"A"}`, d.statementOf(t)))
	after := d.ask(http.MethodGet, Base+"/incidents/"+id, "").Body.String()
	if before == after {
		t.Error("the rejection changes nothing")
	}
	var since changesBody
	d.get(t, fmt.Sprintf("/changes?since=%d", head.Size), &since)
	if !strings.Contains(fmt.Sprint(since.Incidents), id) {
		t.Errorf("the changes do not name %s: %+v", id, since.Incidents)
	}
	d.decided(t, fmt.Sprintf(`{"act":"undo","undoes":%q,"reason":"no","by":"A"}`, rejected))
	if back := d.ask(http.MethodGet, Base+"/incidents/"+id, "").Body.String(); back != before {
		t.Error("the undo does not bring the record back")
	}
	w := d.ask(http.MethodPost, Base+"/decisions", fmt.Sprintf(`{"act":"undo","undoes":%q,"reason":"no","by":"A"}`, rejected), "Content-Type", "application/json")
	if w.Code != http.StatusConflict {
		t.Errorf("undoing twice: %d", w.Code)
	}
	var all struct {
		Total     int
		Decisions []struct{ Standing bool }
	}
	if d.get(t, "/decisions?limit=1", &all); all.Total != 2 || len(all.Decisions) != 1 || all.Decisions[0].Standing {
		t.Errorf("%+v", all)
	}
}

// An article that is sent is read, and its incident stands in the list; sent again it
// changes nothing.
func TestAdd(t *testing.T) {
	d := fresh(t)
	total := d.incidents(t).Total
	article := `{"id":"new-1","outlet":"herald.example","published":"2025-03-28","title":"Blast at the mill in Port Maren",
	  "text":"PORT MAREN, March 28 (SWS) - A bomb exploded at the old mill in Port Maren on Thursday, killing three people, police said. The Maran Liberation Front claimed responsibility."}`
	var out addedBody
	for i, want := range []addedBody{{Added: 1}, {Known: 1}} {
		w := d.ask(http.MethodPost, Base+"/articles", article, "Content-Type", "application/json", "Idempotency-Key", fmt.Sprint(i))
		if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil || w.Code != http.StatusOK || out.Added != want.Added || out.Known != want.Known || len(out.Failed) != 0 {
			t.Fatalf("%d %s %v", w.Code, w.Body, err)
		}
	}
	if got := d.incidents(t).Total; got != total+1 {
		t.Errorf("%d incidents, there were %d", got, total)
	}
	for body, want := range map[string]int{"{": 400, "": 400, `{"nothing":1}`: 200} {
		w := d.ask(http.MethodPost, Base+"/articles", body, "Content-Type", "application/json")
		if w.Code != want || want == 200 && !strings.Contains(w.Body.String(), `"failed":[{"detail":`) {
			t.Errorf("%q: %d %s", body, w.Code, w.Body)
		}
	}
	if w := d.ask(http.MethodPost, Base+"/articles", strings.Repeat("x", maxArticles+1), "Content-Type", "text/plain"); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("too much: %d", w.Code)
	}
}

// What the machine missed is coded by hand through the API: its words are checked
// against the archive, and the record says that it was coded.
func TestDecideToCode(t *testing.T) {
	d := fresh(t)
	var record struct {
		Statements []struct{ Coded []string }
	}
	incident := d.incidents(t).Incidents[0].Incident
	var said struct {
		Statements []struct{ Quote, Document string }
	}
	d.get(t, "/incidents/"+incident+"/statements", &said)
	first := said.Statements[0]
	body := func(words string) string {
		return fmt.Sprintf(`{"act":"code","article":%q,"incident":%q,"what":"missing","value":"2+","words":%q,"reason":"the list","by":"Ines Torvald"}`,
			strings.TrimPrefix(first.Document, "sha256:"), incident, words)
	}
	if w := d.ask(http.MethodPost, Base+"/decisions", body("words that nobody wrote"), "Content-Type", "application/json"); w.Code != http.StatusUnprocessableEntity && w.Code != http.StatusBadRequest {
		t.Errorf("words that do not stand there: %d %s", w.Code, w.Body)
	}
	id := d.decided(t, body(first.Quote))
	d.get(t, "/incidents/"+incident, &record)
	found := false
	for _, st := range record.Statements {
		for _, by := range st.Coded {
			found = found || by == id
		}
	}
	if !found {
		t.Errorf("no statement of the record was coded by %s", id)
	}
}
