package web

import (
	"strconv"
	"strings"

	"ascribe"
)

// A readingView is what was read in an article.
type readingView struct {
	Engine     string
	Incidents  []occurrenceView
	Statements []voicedView
	Relations  []relationView
	Actors     []mentionView
	Places     []mentionView
	Dates      []dateView
}

// An occurrenceView is one telling of an incident.
type occurrenceView struct {
	ID, Kind     string
	To           string // the record that holds it
	Facts        []factView
	Attributions []attributionView
	Tolls        []tollValue
}

// A factView is all that is read for one thing.
type factView struct {
	Label  string
	Values []valueView
}

// A valueView is one value, with the words and the reason for it.
type valueView struct{ Value, Words, Because, Score string }

// An attributionView is one actor tied to an incident by one statement.
type attributionView struct {
	ID, Actor string
	Position  ascribe.Position
	Facts     []string // of the stance, from which the position follows
	Statement int
	Because   string
	Score     string
}

// A tollValue is one count.
type tollValue struct {
	ID, Harm, Words, Notes string
	Figure                 ascribe.Figure
	Statement              int
	Because, Score         string
}

// A voicedView is one statement: who says what.
type voicedView struct {
	ID             string
	Number         int
	By             voice
	Cue, Content   string
	Mood           []string
	Words          string // the place of its words
	Carries        []string
	Because, Score string
	Hand           string // by whom and when it, or what it carries, was coded by hand
	Fix            string // where a person puts another speaker right, "" for who may not
}

// A relationView is how two actors of the article stand to each other.
type relationView struct {
	Says    line
	Because string
}

// A mentionView is an actor or a place of the article.
type mentionView struct {
	Text, Resolved string
	Times          int
	Because        string
}

// A dateView is an expression of time.
type dateView struct{ Words, Value, Because string }

// reading lists what was read, value by value.
func (m *marks) reading() readingView {
	r := m.article.reading
	out := readingView{Engine: r.Engine}
	for i := range r.Incidents {
		out.Incidents = append(out.Incidents, m.told(i))
	}
	carries, hands := m.carries(), m.hands()
	for i := range r.Statements {
		s := &r.Statements[i]
		out.Statements = append(out.Statements, voicedView{
			ID: local("s", i), Number: i + 1, By: m.voice(s.Source.Role, s.Source.Text, &m.seen[0].Entry.Capture.Appearance),
			Cue: m.of(s.Cue), Content: m.of(s.Content), Mood: m.mood(s), Words: "#" + wordsID(s.ID), Carries: carries[s.ID],
			Because: visible(s.Because), Score: score(s.Score), Hand: hands[s.ID], Fix: m.fix(s.ID),
		})
	}
	for i := range r.Relations {
		x := &r.Relations[i]
		key := "relation." + x.Kind.String()
		if x.Negated {
			key += ".not"
		}
		out.Relations = append(out.Relations, relationView{line{Says: m.say(key, name(m.named(x.Subject)), name(m.named(x.Object)))}, visible(x.Because)})
	}
	for i := range r.Mentions {
		m.mention(&out, &r.Mentions[i])
	}
	for i := range r.Dates {
		d := &r.Dates[i]
		out.Dates = append(out.Dates, dateView{visible(d.Text), m.date(d), visible(d.Because)})
	}
	return out
}

func (m *marks) mention(out *readingView, x *ascribe.Mention) {
	view := mentionView{Text: visible(x.Text), Times: len(x.Spans)}
	switch {
	case x.Place != nil:
		view.Resolved, view.Because = commas(placeParts(x.Place))+" ("+m.nearness(x.Place)+")", visible(x.Place.Because)
		out.Places = append(out.Places, view)
	case x.ID.Kind == ascribe.ActorMention:
		view.Because = visible(x.NoActor)
		if x.Actor != nil {
			view.Resolved = visible(x.Actor.Name)
		}
		out.Actors = append(out.Actors, view)
	}
}

// told is one incident as the article tells it.
func (m *marks) told(i int) occurrenceView {
	r := m.article.reading
	o := &r.Incidents[i]
	out := occurrenceView{ID: local("i", i), Kind: capital(m.kind(o.Type, o.Stage)), To: m.to("incidents", string(ascribe.IncidentIDOf(o.Incident))), Facts: m.facts(o)}
	for j := range r.Attributions {
		if x := &r.Attributions[j]; x.Incident == o.Incident {
			out.Attributions = append(out.Attributions, attributionView{
				local("a", j), m.named(x.Actor), x.Stance.Position(), m.stance(x.Stance), m.number[x.Statement], visible(x.Because), score(x.Score),
			})
		}
	}
	for j := range r.Tolls {
		if x := &r.Tolls[j]; x.Incident == o.Incident {
			var notes []string
			if x.Part {
				notes = append(notes, m.t("toll.part"))
			}
			if x.Attackers {
				notes = append(notes, m.t("toll.attackers"))
			}
			out.Tolls = append(out.Tolls, tollValue{
				local("t", j), m.word("harm", x.Harm), visible(x.Words), m.list(notes), x.Figure, m.number[x.Statement], visible(x.Because), score(x.Score),
			})
		}
	}
	return out
}

func (m *marks) facts(o *ascribe.Occurrence) []factView {
	news := m.t("article.news")
	if !o.Recent {
		news = m.t("article.background")
	}
	out := []factView{
		{m.t("fact.what"), []valueView{{m.word("type", o.Type), "", o.Grounds.Type, score(o.Score)}}},
		{m.t("fact.stage"), []valueView{{m.word("stage", o.Stage), "", o.Grounds.Stage, ""}}},
		{m.t("article.recent"), []valueView{{news, "", o.Grounds.Recent, ""}}},
	}
	if o.Denied {
		out = append(out, factView{m.t("article.denied"), []valueView{{m.t("article.denied.yes"), "", o.Grounds.Denied, ""}}})
	}
	when, where := valueView{Value: m.date(o.When)}, valueView{Value: m.t("place.none")}
	if o.When != nil {
		when.Words, when.Because = visible(o.When.Text), visible(o.When.Because)
	}
	if w := o.Where; w != nil {
		where = valueView{commas(placeParts(w)) + " (" + m.nearness(w) + ")", visible(w.Text), visible(w.Because), ""}
	}
	out = append(out, factView{m.t("fact.when"), []valueView{when}}, factView{m.t("fact.where"), []valueView{where}})
	for _, role := range roles(&o.Roles) {
		var values []valueView
		for _, e := range role.who {
			values = append(values, valueView{"", visible(e.Text), visible(e.Because), score(e.Score)})
		}
		if len(values) > 0 {
			out = append(out, factView{m.t("role." + role.key), values})
		}
	}
	var effects []valueView
	for _, f := range o.Effects {
		effects = append(effects, valueView{m.open("effect", f.Effect), m.named(f.Target), visible(f.Because), ""})
	}
	if len(effects) > 0 {
		out = append(out, factView{m.t("article.effect"), effects})
	}
	return out
}

// A roleList is one role of an incident with those who fill it.
type roleList struct {
	key string
	who []ascribe.Entity
}

func roles(r *ascribe.Roles) []roleList {
	return []roleList{
		{"person", r.PerpetratorIndividuals}, {"group", r.PerpetratorOrganizations}, {"target", r.PhysicalTargets},
		{"human", r.HumanTargets}, {"weapon", r.Instruments},
	}
}

// named is the best wording of a mention.
func (m *marks) named(id ascribe.MentionID) string {
	for i := range m.article.reading.Mentions {
		if x := &m.article.reading.Mentions[i]; x.ID == id {
			return visible(x.Text)
		}
	}
	return m.t("article.nomention")
}

// of gives the words of spans that lie in the text.
func (m *marks) of(spans []ascribe.Span) string {
	var out []string
	for _, s := range spans {
		if s.Start >= 0 && s.Start <= s.End && s.End <= len(m.doc.Text) {
			out = append(out, visible(s.Of(m.doc.Text)))
		}
	}
	return strings.Join(out, " … ")
}

// stance lists the facts from which a position follows.
func (m *marks) stance(s ascribe.Stance) []string {
	out := []string{m.word("role", s.Speaker)}
	for _, f := range []struct {
		is  bool
		key string
	}{{s.Connected, "connected"}, {s.Hedged, "hedged"}, {s.Negated, "negated"}, {s.Acquitted, "acquitted"}} {
		if f.is {
			out = append(out, m.t("stance."+f.key))
		}
	}
	return out
}

// mood lists how and in what mood something is said.
func (m *marks) mood(s *ascribe.Statement) []string {
	var out []string
	if s.Quotation != ascribe.NotQuoted {
		out = append(out, m.word("quotation", s.Quotation))
	}
	for _, f := range []struct {
		is  bool
		key string
	}{
		{s.Modality.Negated, "negated"}, {s.Modality.Hedged, "hedged"}, {s.Modality.Hypothetical, "hypothetical"},
		{s.Modality.Future, "future"}, {s.Modality.Historical, "historical"},
	} {
		if f.is {
			out = append(out, m.t("mood."+f.key))
		}
	}
	return out
}

// carries lists the values that rest on each statement.
func (m *marks) carries() map[ascribe.StatementID][]string {
	out := map[ascribe.StatementID][]string{}
	r := m.article.reading
	for i := range r.Incidents {
		for _, id := range r.Incidents[i].Statements {
			out[id] = append(out[id], local("i", i))
		}
	}
	for i := range r.Attributions {
		out[r.Attributions[i].Statement] = append(out[r.Attributions[i].Statement], local("a", i))
	}
	for i := range r.Tolls {
		out[r.Tolls[i].Statement] = append(out[r.Tolls[i].Statement], local("t", i))
	}
	return out
}

// score writes the machine's own doubt, or "" where it has none.
func score(s ascribe.Score) string {
	if s <= 0 {
		return ""
	}
	return strconv.FormatFloat(float64(s), 'f', 2, 64)
}
