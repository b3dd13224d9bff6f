package publish

import (
	"strings"
	"time"

	"ascribe"
)

// A case for the tests: three invented incidents in the republic of Sarvia.
//
// The names of private persons in it, none of which may leave:
var planted = []string{
	"Ilse", "Brandt", "Rahel", "Okonjo", "Tomas", "Vell", "Yusra", "هالة", "النجار", "Petra", "Lindqvist", "Nadim", "Sorel", "Marta", "Quill",
}

// A desk builds a record by hand.
type desk struct {
	r     *ascribe.Record
	texts map[ascribe.DocumentID]string
}

func newDesk(id ascribe.IncidentID, title string) *desk {
	return &desk{&ascribe.Record{Incident: id, Title: title, Cited: map[ascribe.StatementID]ascribe.Cite{}}, map[ascribe.DocumentID]string{}}
}

func at(s string) time.Time {
	t, err := time.Parse("2006-01-02 15:04", s)
	if err != nil {
		panic(err)
	}
	return t
}

func day(s string) time.Time { return at(s + " 00:00") }

func theDay(words, s string, b ascribe.Basis) ascribe.Date {
	return ascribe.Date{Text: words, EDTF: s, From: day(s), To: day(s), Precision: ascribe.Day, Basis: b}
}

// tell adds an article; published as "2006-01-02 15:04", a bare day, or "".
func (d *desk) tell(outlet, published, headline, text string) ascribe.DocumentID {
	id := ascribe.HashText(text)
	a := ascribe.Appearance{
		Document: id, InputID: outlet + ".html", Outlet: ascribe.OutletID(outlet), Headline: headline,
		URL: "https://" + outlet + "/news/" + short(id.String()), Retrieved: at("2031-06-09 10:00"), Raw: ascribe.BlobKey(hash(id)),
	}
	if len(published) == 10 {
		a.Published = ascribe.Published{Time: day(published), DayOnly: true, From: "meta"}
	} else if published != "" {
		a.Published = ascribe.Published{Time: at(published), From: "meta"}
	}
	d.texts[id] = text
	mention := ascribe.MentionID{Document: id, Kind: ascribe.IncidentMention}
	d.r.Documents = append(d.r.Documents, ascribe.Telling{Document: id, Mention: mention, Appearances: []ascribe.Appearance{a}, Origin: id})
	d.r.Origins = append(d.r.Origins, ascribe.Origin{ID: id, Name: outlet, Documents: []ascribe.DocumentID{id}})
	return id
}

// reprint joins a document to the origin of an earlier one.
func (d *desk) reprint(id, of ascribe.DocumentID, because ...ascribe.Reason) {
	link := ascribe.Link{Kind: ascribe.SameOrigin, Left: of.String(), Right: id.String(), Judgement: ascribe.Same, Score: .97, Because: because, Provenance: ascribe.Provenance{Activity: "reconcile/1", Agent: ascribe.Agent{Name: "reconcile", Machine: true}}}
	var kept []ascribe.Origin
	for _, o := range d.r.Origins {
		if o.ID == of {
			o.Documents = append(o.Documents, id)
			o.Because = append(o.Because, link)
		}
		if o.ID != id {
			kept = append(kept, o)
		}
	}
	d.r.Origins = kept
	for i := range d.r.Documents {
		if d.r.Documents[i].Document == id {
			d.r.Documents[i].Origin = of
		}
	}
}

// say adds a statement: what of the sentence is said, by whom. Private names are
// found in the sentence by their words.
func (d *desk) say(doc ascribe.DocumentID, sentence string, role ascribe.Role, source, content string, private ...string) ascribe.StatementID {
	text := d.texts[doc]
	start := strings.Index(text, sentence)
	if start < 0 {
		panic("no such sentence: " + sentence)
	}
	span := ascribe.Span{Start: start, End: start + len(sentence)}
	within := func(words string) ascribe.Span {
		i := strings.Index(sentence, words)
		if i < 0 {
			panic("no such words: " + words)
		}
		return ascribe.Span{Start: start + i, End: start + i + len(words)}
	}
	s := ascribe.Statement{Anchor: ascribe.Anchor{Document: doc, Sentence: strings.Count(text[:start], ". "), Span: span, Quote: sentence}, Content: []ascribe.Span{span}, Score: .9}
	s.Source.Role = role
	if source != "" {
		s.Source.Text = source
		s.Source.Spans = []ascribe.Span{within(source)}
		s.Content = []ascribe.Span{within(content)}
		s.Quotation = ascribe.Indirect
		s.Because = "“" + source + "” before a verb of saying"
	}
	s.Identify()
	c := ascribe.Cite{Statement: s, Words: sentence}
	for _, t := range d.r.Documents {
		if t.Document == doc {
			c.Appearance, c.Origin = t.Appearances[0], t.Origin
		}
	}
	for _, p := range private {
		w := within(p)
		c.Private = append(c.Private, ascribe.Span{Start: w.Start - start, End: w.End - start})
	}
	d.r.Cited[s.ID] = c
	return s.ID
}

func sourced[T any](v T, origins int, ids ...ascribe.StatementID) ascribe.Sourced[T] {
	return ascribe.Sourced[T]{Value: v, Statements: ids, Origins: origins}
}

// cell adds to the matrix.
func (d *desk) cell(actor ascribe.ActorRef, stance ascribe.Stance, origins, reprints int, ids ...ascribe.StatementID) {
	c := d.r.Cited[ids[0]]
	source := c.Statement.Source.Text
	if c.Statement.Source.Role == ascribe.Narrator {
		source = string(c.Appearance.Outlet)
	}
	stance.Speaker = c.Statement.Source.Role
	kind := ascribe.ActorMention
	if actor.ID == "" {
		kind = ascribe.PersonMention
	}
	d.r.Matrix = append(d.r.Matrix, ascribe.Cell{
		Actor: actor, Source: source, Role: stance.Speaker, Position: stance.Position(), Since: c.Appearance.PublicBy(), Reprints: reprints,
		Support: sourced(ascribe.Attribution{Actor: ascribe.MentionID{Kind: kind}, Stance: stance, Statement: ids[0], Because: "the verb of the sentence"}, origins, ids...),
	})
}

// point is one figure of a toll's course.
func (d *desk) point(harm ascribe.Harm, f ascribe.Figure, words string, early bool, id ascribe.StatementID) ascribe.TollPoint {
	c := d.r.Cited[id]
	by := c.Statement.Source.Text
	if by == "" {
		by = string(c.Appearance.Outlet)
	}
	return ascribe.TollPoint{At: c.Appearance.PublicBy(), By: by, Role: c.Statement.Source.Role, Early: early, Toll: ascribe.Toll{Harm: harm, Figure: f, Words: words, Statement: id}}
}

var (
	dawn    = ascribe.ActorRef{ID: "northern-dawn", Name: "Northern Dawn", Kind: ascribe.RebelGroup}
	oster   = ascribe.ActorRef{ID: "oster", Name: "Republic of Oster", Kind: ascribe.Government}
	maranLF = ascribe.ActorRef{ID: "mlf", Name: "Maran Liberation Front", Kind: ascribe.RebelGroup}
)

func atLeast(n ascribe.Count) ascribe.Figure {
	return ascribe.Figure{Low: n, Best: n, High: ascribe.Unknown, Open: true}
}

// ferry is a contested bombing with a toll that rises and is corrected.
func ferry() *ascribe.Record {
	d := newDesk("incident-ferry", "Bombing, Port Maren, 1 June 2031")
	d.r.Also = []ascribe.IncidentID{"incident-harbour"}
	const wire = "An explosion shook the ferry terminal of Port Maren on Sunday shortly before eight. A police spokesman said that at least nine people were killed. Rahel Okonjo, a cleaner, said that a van with foreign plates had stood there all night."
	radio := d.tell("maren-radio.example", "2031-06-01 08:15", "Explosion at the ferry terminal", wire)
	courier := d.tell("maren-courier.example", "2031-06-01", "Nine dead at ferry terminal, Ilse Brandt among them", "By our staff. "+wire+" Ilse Brandt, 34, was among the dead.")
	d.reprint(courier, radio, ascribe.Reason{Feature: "shared text", Weight: 3.1, Left: "96 % of 41 word runs", Right: "94 % of 42 word runs"})
	capital := d.tell("capital-daily.example", "2031-06-01 14:40", "Toll rises to 14", "The health ministry said that the number of dead had risen to 14 and that 41 were being treated. Officials who asked not to be named said the attack bore the marks of Northern Dawn.")
	telha := d.tell("telha.example", "2031-06-02 18:40", "بيان", "«مقاتلونا ضربوا ميناء المحتل», Northern Dawn said in a statement. Its spokesman called the dead agents of the regime. قالت هالة النجار إن ابنها لم يعد.")
	velia := d.tell("velia-press.example", "2031-06-02 21:05", "President: we know from across which river this came", "The president of Sarvia said that the Republic of Oster had sent the bombers. The Republic of Oster's foreign ministry called the accusation an absurd invention. Northern Dawn has long been an affiliate of the Maran Liberation Front, analysts at the Institute for Coast Studies said.")
	later := d.tell("capital-daily.example", "2031-06-03 16:10", "Toll corrected", "One person had been counted twice and 13 people died, the health ministry said on Tuesday. Her brother Tomas Vell said Brandt had been on her way to work. Rahel Okonjo swore that soldiers of the Republic of Oster had set it off, and counted at least 11 dead.")
	blog := d.tell("harbour-notes.example", "", "Notes from the harbour", "The bomb at the ferry terminal was the work of Northern Dawn. Some say \"dozens\" died; I counted 20 ambulances, up to 30 dead. Police hold Nadim Sorel over the van.")

	boom := d.say(radio, "An explosion shook the ferry terminal of Port Maren on Sunday shortly before eight.", ascribe.Narrator, "", "")
	boom2 := d.say(courier, "An explosion shook the ferry terminal of Port Maren on Sunday shortly before eight.", ascribe.Narrator, "", "")
	nine := d.say(radio, "A police spokesman said that at least nine people were killed.", ascribe.Authority, "A police spokesman", "at least nine people were killed")
	nine2 := d.say(courier, "A police spokesman said that at least nine people were killed.", ascribe.Authority, "A police spokesman", "at least nine people were killed")
	ilse := d.say(courier, "Ilse Brandt, 34, was among the dead.", ascribe.Narrator, "", "", "Ilse Brandt")
	d.say(radio, "Rahel Okonjo, a cleaner, said that a van with foreign plates had stood there all night.", ascribe.Witness, "Rahel Okonjo, a cleaner", "a van with foreign plates had stood there all night", "Rahel Okonjo")
	fourteen := d.say(capital, "The health ministry said that the number of dead had risen to 14 and that 41 were being treated.", ascribe.Authority, "The health ministry", "the number of dead had risen to 14 and that 41 were being treated")
	marks := d.say(capital, "Officials who asked not to be named said the attack bore the marks of Northern Dawn.", ascribe.Unnamed, "Officials who asked not to be named", "the attack bore the marks of Northern Dawn")
	claim := d.say(telha, "«مقاتلونا ضربوا ميناء المحتل», Northern Dawn said in a statement.", ascribe.Self, "Northern Dawn", "«مقاتلونا ضربوا ميناء المحتل»")
	d.say(telha, "Its spokesman called the dead agents of the regime.", ascribe.Self, "Its spokesman", "agents of the regime")
	d.say(telha, "قالت هالة النجار إن ابنها لم يعد.", ascribe.Victim, "هالة النجار", "ابنها لم يعد", "هالة النجار")
	sent := d.say(velia, "The president of Sarvia said that the Republic of Oster had sent the bombers.", ascribe.Authority, "The president of Sarvia", "the Republic of Oster had sent the bombers")
	absurd := d.say(velia, "The Republic of Oster's foreign ministry called the accusation an absurd invention.", ascribe.Self, "The Republic of Oster's foreign ministry", "an absurd invention")
	kin := d.say(velia, "Northern Dawn has long been an affiliate of the Maran Liberation Front, analysts at the Institute for Coast Studies said.", ascribe.Other, "analysts at the Institute for Coast Studies", "Northern Dawn has long been an affiliate of the Maran Liberation Front")
	thirteen := d.say(later, "One person had been counted twice and 13 people died, the health ministry said on Tuesday.", ascribe.Authority, "the health ministry", "One person had been counted twice and 13 people died")
	d.say(later, "Her brother Tomas Vell said Brandt had been on her way to work.", ascribe.Victim, "Her brother Tomas Vell", "Brandt had been on her way to work", "Tomas Vell")
	seen := d.say(later, "Rahel Okonjo swore that soldiers of the Republic of Oster had set it off, and counted at least 11 dead.", ascribe.Witness, "Rahel Okonjo", "soldiers of the Republic of Oster had set it off, and counted at least 11 dead", "Rahel Okonjo")
	fact := d.say(blog, "The bomb at the ferry terminal was the work of Northern Dawn.", ascribe.Narrator, "", "")
	thirty := d.say(blog, "Some say \"dozens\" died; I counted 20 ambulances, up to 30 dead.", ascribe.Narrator, "", "")
	hold := d.say(blog, "Police hold Nadim Sorel over the van.", ascribe.Authority, "Police", "hold Nadim Sorel over the van")

	r := d.r
	r.Type, r.Stage = ascribe.Bombing, ascribe.Accomplished
	sunday := theDay("Sunday", "2031-06-01", ascribe.RelativeToPublication)
	place := ascribe.Place{Text: "Port Maren", Name: "Port Maren", Admin1: "Coast", Country: "SRV", Point: &ascribe.Point{Lat: 4.1, Lon: -1.2}, Precision: ascribe.ExactPlace}
	r.When, r.Where = &sunday, &place
	r.Types = []ascribe.Sourced[ascribe.IncidentType]{sourced(ascribe.Bombing, 2, fact, boom2), sourced(ascribe.Attack, 1, marks)}
	r.Stages = []ascribe.Sourced[ascribe.Stage]{sourced(ascribe.Accomplished, 2, boom, boom2, fact)}
	r.Dates = []ascribe.Sourced[ascribe.Date]{sourced(sunday, 1, boom, boom2)}
	r.Places = []ascribe.Sourced[ascribe.Place]{sourced(place, 1, boom, boom2)}
	r.Targets = []ascribe.Sourced[ascribe.Entity]{
		sourced(ascribe.Entity{Text: "the ferry terminal", Spans: []ascribe.Span{{Start: 1, End: 2}}}, 2, boom, boom2, fact),
		sourced(ascribe.Entity{Text: "Ilse Brandt", Named: true, Mention: &ascribe.MentionID{Kind: ascribe.PersonMention}}, 1, ilse),
	}
	r.Weapons = []ascribe.Sourced[ascribe.Entity]{sourced(ascribe.Entity{Text: "the bomb"}, 1, fact)}
	tied := ascribe.Stance{Connected: true}
	d.cell(dawn, tied, 1, 0, claim)
	d.cell(dawn, ascribe.Stance{Connected: true, Hedged: true}, 1, 0, marks)
	d.cell(dawn, tied, 1, 0, fact)
	d.cell(oster, tied, 1, 0, sent)
	d.cell(oster, ascribe.Stance{Connected: true, Negated: true}, 1, 0, absurd)
	d.cell(oster, tied, 1, 0, seen)
	d.cell(ascribe.ActorRef{Name: "Nadim Sorel"}, ascribe.Stance{Connected: true, Hedged: true}, 1, 0, hold)
	r.Tolls = []ascribe.TollRange{
		{Harm: ascribe.Killed, Figure: ascribe.Figure{Low: 13, Best: 13, High: 30}, Policy: "range-of-reported/2", Others: map[ascribe.Policy]ascribe.Figure{"gtd/2": ascribe.Exactly(13), "ucdp/2": ascribe.Exactly(30), "ucdp/1": ascribe.Exactly(14)}, Course: []ascribe.TollPoint{
			d.point(ascribe.Killed, atLeast(9), "at least nine people", true, nine),
			d.point(ascribe.Killed, ascribe.Exactly(14), "14", true, fourteen),
			d.point(ascribe.Killed, atLeast(9), "at least nine people", true, nine2),
			d.point(ascribe.Killed, ascribe.Exactly(13), "13 people", false, thirteen),
			d.point(ascribe.Killed, atLeast(11), "at least 11 dead", false, seen),
			d.point(ascribe.Killed, ascribe.Figure{Low: ascribe.Unknown, Best: ascribe.Unknown, High: 30}, "up to 30 dead", false, thirty),
		}},
		{Harm: ascribe.Injured, Figure: ascribe.Exactly(41), Policy: "range-of-reported/2", Course: []ascribe.TollPoint{d.point(ascribe.Injured, ascribe.Exactly(41), "41", true, fourteen)}},
	}
	r.Turns = []ascribe.Turn{{
		Actor: oster, Source: r.Matrix[3].Source, Role: ascribe.Authority, From: ascribe.Suspected, To: ascribe.AccusedByAuthorities,
		At: r.Matrix[3].Since, Statements: []ascribe.StatementID{sent},
	}}
	r.Matrix[1].Until = r.Matrix[3].Since
	r.Relations = []ascribe.Sourced[ascribe.ActorRelation]{sourced(ascribe.ActorRelation{Subject: dawn, Object: maranLF, Kind: ascribe.AffiliateOf}, 1, kin)}
	r.Contested = []string{"who did it: Northern Dawn claims it; the Republic of Oster is accused and denies", "how many were killed: figures from 9 to 30"}
	d.lapse(ascribe.Retracted, "Editor's note: This post, which named Nadim Sorel, has been removed.", fact, thirty, hold)
	d.lapse(ascribe.Vanished, "", seen)
	r.Links = []ascribe.Link{
		{Kind: ascribe.SameIncident, Left: r.Documents[0].Mention.String(), Right: r.Documents[2].Mention.String(), Judgement: ascribe.Same, Score: .91, Provenance: ascribe.Provenance{Activity: "reconcile/1", Agent: ascribe.Agent{Name: "reconcile", Machine: true}}, Because: []ascribe.Reason{
			{Feature: "same place", Weight: 2.4, Left: "Port Maren", Right: "Port Maren"}, {Feature: "same day", Weight: 1.8, Left: "2031-06-01", Right: "2031-06-01"}, {Feature: "toll differs", Weight: -.3, Left: "9+", Right: "14"}, {Feature: "victim named", Weight: .1, Left: "Ilse Brandt", Right: "I. Brandt"},
		}},
		{Kind: ascribe.SameIncident, Left: r.Documents[0].Mention.String(), Right: r.Documents[6].Mention.String(), Judgement: ascribe.Same, Score: 1, Provenance: ascribe.Provenance{Activity: "review", Agent: ascribe.Agent{Name: "Marta Quill"}}},
	}
	return r
}

// lapse marks some statements, and what rests on them alone.
func (d *desk) lapse(kind ascribe.LapseKind, words string, ids ...ascribe.StatementID) {
	for _, id := range ids {
		c := d.r.Cited[id]
		c.Lapsed = &ascribe.Lapse{Kind: kind, Since: c.Appearance.PublicBy().AddDate(0, 0, 2), By: c.Statement.Anchor.Document, Words: words}
		d.r.Cited[id] = c
		for i := range d.r.Matrix {
			if cell := &d.r.Matrix[i]; len(cell.Support.Statements) == 1 && cell.Support.Statements[0] == id {
				cell.Support.Origins, cell.Lapsed = 0, c.Lapsed
			}
		}
		for _, t := range d.r.Tolls {
			for i := range t.Course {
				if p := &t.Course[i]; p.Toll.Statement == id {
					p.Lapsed = c.Lapsed
				}
			}
		}
		for i := range d.r.Documents {
			if t := &d.r.Documents[i]; t.Document == c.Statement.Anchor.Document && kind == ascribe.Retracted {
				t.Lapsed = c.Lapsed
			}
		}
		for i := range d.r.Origins {
			if o := &d.r.Origins[i]; o.ID == c.Origin && kind == ascribe.Retracted {
				o.Lapsed = true
			}
		}
	}
}

// teacher is a kidnapping with neither date nor place, told once.
func teacher() *ascribe.Record {
	d := newDesk("incident-teacher", "Kidnapping")
	doc := d.tell("hill-gazette.example", "2031-06-04", "Teacher Petra Lindqvist taken", "A schoolteacher, Petra Lindqvist, was taken from her car some days ago. Her colleague Yusra said that the men wore no uniforms.")
	taken := d.say(doc, "A schoolteacher, Petra Lindqvist, was taken from her car some days ago.", ascribe.Narrator, "", "", "Petra Lindqvist")
	d.say(doc, "Her colleague Yusra said that the men wore no uniforms.", ascribe.Witness, "Her colleague Yusra", "the men wore no uniforms", "Yusra")
	r := d.r
	r.Documents[0].Appearances[0].URL = "https://hill-gazette.example/teacher-petra-lindqvist-taken"
	r.Documents[0].Appearances[0].InputID = "petra_lindqvist.html"
	c := r.Cited[taken]
	c.Appearance = r.Documents[0].Appearances[0]
	r.Cited[taken] = c
	r.Type, r.Stage = ascribe.Kidnapping, ascribe.Accomplished
	r.Types = []ascribe.Sourced[ascribe.IncidentType]{sourced(ascribe.Kidnapping, 1, taken)}
	r.Stages = []ascribe.Sourced[ascribe.Stage]{sourced(ascribe.Accomplished, 1, taken)}
	r.Dates = []ascribe.Sourced[ascribe.Date]{sourced(ascribe.Date{Text: "some days ago"}, 1, taken)}
	r.Targets = []ascribe.Sourced[ascribe.Entity]{sourced(ascribe.Entity{Text: "A schoolteacher, Petra Lindqvist,", Named: true, Mention: &ascribe.MentionID{Kind: ascribe.PersonMention}}, 1, taken)}
	r.Tolls = []ascribe.TollRange{{Harm: ascribe.Kidnapped, Figure: ascribe.Exactly(1), Policy: "only figure", Course: []ascribe.TollPoint{d.point(ascribe.Kidnapped, ascribe.Exactly(1), "A schoolteacher, Petra Lindqvist,", false, taken)}}}
	return r
}

// plot is a foiled attack on a public figure, known to the month and province.
func plot() *ascribe.Record {
	d := newDesk("incident-plot", "Shooting (foiled), Upper Vale, May 2031")
	doc := d.tell("vale-times.example", "2031-06-05 07:00", "Plot against governor foiled", "Security forces foiled a plot in May to shoot Governor Aldous Renn in Upper Vale. The army said that the Maran Liberation Front was behind it. The Maran Liberation Front denied it. A court ruled the Front out on Thursday.")
	foiled := d.say(doc, "Security forces foiled a plot in May to shoot Governor Aldous Renn in Upper Vale.", ascribe.Narrator, "", "")
	army := d.say(doc, "The army said that the Maran Liberation Front was behind it.", ascribe.Authority, "The army", "the Maran Liberation Front was behind it")
	denied := d.say(doc, "The Maran Liberation Front denied it.", ascribe.Self, "The Maran Liberation Front", "denied it")
	court := d.say(doc, "A court ruled the Front out on Thursday.", ascribe.Authority, "A court", "ruled the Front out")
	r := d.r
	r.Type, r.Stage = ascribe.Shooting, ascribe.Foiled
	may := ascribe.Date{Text: "in May", EDTF: "2031-05", From: day("2031-05-01"), To: day("2031-05-31"), Precision: ascribe.Month, Basis: ascribe.RelativeToPublication}
	vale := ascribe.Place{Text: "Upper Vale", Name: "Upper Vale", Country: "SRV", Precision: ascribe.FirstOrder}
	r.When, r.Where = &may, &vale
	r.Types = []ascribe.Sourced[ascribe.IncidentType]{sourced(ascribe.Shooting, 1, foiled)}
	r.Stages = []ascribe.Sourced[ascribe.Stage]{sourced(ascribe.Foiled, 1, foiled)}
	r.Dates = []ascribe.Sourced[ascribe.Date]{sourced(may, 1, foiled)}
	r.Places = []ascribe.Sourced[ascribe.Place]{sourced(vale, 1, foiled)}
	r.Targets = []ascribe.Sourced[ascribe.Entity]{sourced(ascribe.Entity{Text: "Governor Aldous Renn", Named: true, Mention: &ascribe.MentionID{Kind: ascribe.ActorMention}}, 1, foiled)}
	tied := ascribe.Stance{Connected: true}
	d.cell(maranLF, tied, 1, 0, army)
	d.cell(maranLF, ascribe.Stance{Connected: true, Negated: true}, 1, 0, denied)
	d.cell(maranLF, ascribe.Stance{Connected: true, Negated: true}, 1, 0, court)
	r.Contested = []string{"who did it: the Maran Liberation Front is accused by the army, denies it, and was cleared"}
	return r
}

func records() []*ascribe.Record { return []*ascribe.Record{ferry(), teacher(), plot()} }
