package extract_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ascribe"
	"ascribe/extract"
)

func readText(t *testing.T, text string) *ascribe.Reading {
	t.Helper()
	return extract.New(newEngine(t)).Read(document(t, text), ascribe.Appearance{})
}

// TestOneFillerEach holds that one thing under several descriptions fills a role
// once, with all its places.
func TestOneFillerEach(t *testing.T) {
	r := readText(t, "Guerrillas attacked a clinic in Talvik on Monday. The rebels killed a nurse, and the attackers fled.")
	if len(r.Incidents) != 1 {
		t.Fatalf("%d incidents, want one", len(r.Incidents))
	}
	who := r.Incidents[0].Roles.PerpetratorIndividuals
	if len(who) != 1 {
		t.Fatalf("perpetrators %+v, want one under several descriptions", who)
	}
	if who[0].Because == "" || who[0].Score <= 0 || who[0].Score > 1 {
		t.Errorf("reason %q, score %v", who[0].Because, who[0].Score)
	}
}

// TestPassingMention holds that what an article tells in passing is marked, with a
// reason, and stays in the reading.
func TestPassingMention(t *testing.T) {
	r := readText(t, "The bishops of Sarvia met on Friday to speak of schools and taxes.\n\n"+
		"They asked for a new law on land.\n\nThe bishop of Ombra, who replaced a priest who was killed years ago, spoke first.\n\n"+
		"The meeting ends on Sunday.")
	if len(r.Incidents) != 1 {
		t.Fatalf("%d incidents, want the killing of the priest", len(r.Incidents))
	}
	if o := r.Incidents[0]; o.Recent || o.Grounds.Recent == "" {
		t.Errorf("recent %t because %q", o.Recent, o.Grounds.Recent)
	}
}

// TestLeadStaysNews holds that what heads an article stays its news, however it is
// put: a claim, a denial, a study of what happened.
func TestLeadStaysNews(t *testing.T) {
	published, err := time.Parse(time.DateOnly, "2024-03-24")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"A second group has claimed the Port Maren ferry bombing.",
		"The army denied on Friday that its soldiers had killed six catechists in Dalwa.",
		"Clashes between the army and the Maran Liberation Front killed nine soldiers near Ombra on Friday.",
		"Rebels ambushed an army patrol near Dalwa on Friday and killed four soldiers.",
	} {
		seen := ascribe.Appearance{}
		seen.Published.Time = published
		r := extract.New(newEngine(t)).Read(document(t, text), seen)
		if len(r.Incidents) == 0 || !slices.ContainsFunc(r.Incidents, func(o ascribe.Occurrence) bool { return o.Recent }) {
			t.Errorf("%q is no news: %+v", text, r.Incidents)
		}
	}
}

// TestEveryRoleIsAsked holds that those who train see a question for each role, with
// features in words and what the rules would do.
func TestEveryRoleIsAsked(t *testing.T) {
	asked, taken := map[string]int{}, map[string]bool{}
	x := extract.New(newEngine(t)).Watched(func(q *extract.Question) {
		asked[q.Task]++
		taken[q.Task] = taken[q.Task] || q.Taken
		if len(q.Features) == 0 || slices.ContainsFunc(q.Features, func(f string) bool { return strings.ContainsAny(f, "\t\n") }) {
			t.Errorf("%s: features %q", q.Task, q.Features)
		}
	})
	x.Read(document(t, "Guerrillas of the Maran Liberation Front blew up a bridge with dynamite in Talvik and killed a judge."), ascribe.Appearance{})
	for _, task := range []string{"news_incident", "perpetrator_individual", "perpetrator_organization", "physical_target", "human_target", "instrument"} {
		if asked[task] == 0 || !taken[task] {
			t.Errorf("%s: asked %d times, the rules take one: %t", task, asked[task], taken[task])
		}
	}
}

// TestManyIncidents holds that a long text full of incidents and names is read in
// bounded time: what is known of a candidate is gathered once.
func TestManyIncidents(t *testing.T) {
	var b strings.Builder
	for i := range 120 {
		name := string(rune('A'+i%26)) + "rlo Vid" + string(rune('a'+i%20)) + "l"
		b.WriteString("Gunmen killed " + name + " in Talvik. In a separate attack, rebels burned a school and kidnapped two teachers. ")
	}
	start := time.Now()
	r := readText(t, b.String())
	if len(r.Incidents) == 0 || len(r.Incidents) > 60 {
		t.Errorf("%d incidents", len(r.Incidents))
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}
