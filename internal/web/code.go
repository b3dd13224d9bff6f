package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ascribe"
	"ascribe/internal/ruling"
	"ascribe/review"
)

// A codingPage is an archived text by its sentences, and a form in which a person
// says what the machine missed in it.
type codingPage struct {
	ID, Title string
	Outlet    string
	When      string
	Back      string
	Last      string // what the last answer did
	Undo      bool
	Problem   *problemView
	Blocks    []sentencesView
	Form      codeForm
	Done      []codedView
}

// A problemView says why an answer was not taken.
type problemView struct{ Message, Hint string }

// A sentencesView is a block of the text.
type sentencesView struct{ Sentences []sentenceView }

// A sentenceView is one sentence, and the character of the text at which it begins.
type sentenceView struct {
	Number int // from 1
	ID     string
	At     int
	Text   string
	Choose string
	Chosen bool
}

// A codeForm is what is asked, with what was answered.
type codeForm struct {
	Given      map[string]string
	Slots      []option
	Harms      []option
	Positions  []option
	Types      []option
	Roles      []option
	Kinds      []option
	Tellings   []option
	Statements []option
}

// codeFields are the fields of the form.
var codeFields = [...]string{
	"slot", "sentence", "words", "at", "incident", "new", "newtype", "harm", "figure", "whom", "part", "attackers", "position", "kind", "date", "place", "type",
	"stage", "speaker", "role", "statement", "note",
}

// codeSlots are what may be coded: a number, a position and so on.
var codeSlots = [...]string{"toll", "position", "date", "place", "type", "incident", "speaker"}

// missed answers with the text of an article and the form.
func (s *Server) missed(v *visit) error {
	given := map[string]string{}
	for _, name := range codeFields {
		given[name] = v.r.URL.Query().Get(name)
	}
	return s.askCode(v, http.StatusOK, given, nil)
}

func (s *Server) askCode(v *visit, status int, given map[string]string, problem error) error {
	if v.pins != (ascribe.Pins{}) {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s", v.t("review.pinned")), v.t("review.pinned.hint"))
	}
	id, err := documentID(v, v.r.PathValue("id"))
	if err != nil {
		return err
	}
	a, err := s.load(v.r.Context(), v, id)
	if err != nil {
		return err
	}
	first := &a.seen[0].Entry.Capture.Appearance
	mine := s.sitting(v)
	done, _ := mine.counts()
	out := &codingPage{
		ID: id.String(), Title: visible(first.Headline), Outlet: v.outlet(first), When: v.published(first), Back: v.to("articles", id.String()),
		Last: mine.say(""), Undo: done > 0, Blocks: v.sentences(a, given["sentence"]), Form: v.codeForm(a, given), Done: v.coded(a),
	}
	if out.Title == "" {
		out.Title = v.t("article.untitled", out.Outlet)
	}
	if problem != nil {
		out.Problem = &problemView{problem.Error(), ascribe.HintOf(problem)}
	}
	v.w.Header().Set("Content-Security-Policy", scripted)
	return s.show(v, status, "code.html", page{Title: v.t("code.title", out.Title), Script: s.assetPath("code.js"), Body: out})
}

// sentences lays out the text by its sentences. What stands between them, and in no
// block, stays.
func (v *visit) sentences(a *article, chosen string) []sentencesView {
	text, at, runes := a.doc.Text, 0, 0
	var out []sentencesView
	block := -1
	for i, s := range a.doc.Sentences {
		runes += utf8.RuneCountInString(text[at:s.Start])
		at = s.Start
		in := slices.IndexFunc(a.doc.Blocks, func(b ascribe.Block) bool { return b.Span.Holds(s) })
		if len(out) == 0 || in != block || strings.Contains(between(a.doc, i), "\n\n") {
			out = append(out, sentencesView{})
			block = in
		}
		number := strconv.Itoa(i + 1)
		last := &out[len(out)-1]
		last.Sentences = append(last.Sentences, sentenceView{
			Number: i + 1, ID: sentenceID(i), At: runes, Text: visible(s.Of(text)), Chosen: number == chosen,
			Choose: v.base + "/articles/" + a.doc.ID.String() + "/code?sentence=" + number + "#form",
		})
	}
	return out
}

// between is what stands between a sentence and the one before.
func between(d *ascribe.Document, i int) string {
	if i == 0 || d.Sentences[i-1].End > d.Sentences[i].Start {
		return ""
	}
	return d.Text[d.Sentences[i-1].End:d.Sentences[i].Start]
}

// codeForm offers what may be answered.
func (v *visit) codeForm(a *article, given map[string]string) codeForm {
	out := codeForm{Given: given}
	slot := given["slot"]
	if !slices.Contains(codeSlots[:], slot) {
		slot = codeSlots[0]
	}
	for _, name := range codeSlots {
		out.Slots = append(out.Slots, option{name, v.t("code.slot." + name), name == slot})
	}
	out.Harms = wordOptions(v, "harm", ascribe.Killed, given["harm"])
	out.Positions = wordOptions(v, "position", ascribe.ReportedAsFact, given["position"])
	out.Types = wordOptions(v, "type", ascribe.OtherIncident, given["type"]+given["newtype"])
	out.Roles = append([]option{{"", v.t("code.role.follows"), given["role"] == ""}}, wordOptions(v, "role", ascribe.Narrator, given["role"])...)
	out.Kinds = []option{{"", v.t("code.kind.known"), given["kind"] == ""}, {"person", v.t("code.kind.person"), given["kind"] == "person"}}
	for _, o := range wordOptions(v, "kind", ascribe.StateForces, given["kind"]) {
		if o.Value != ascribe.PublicFigure.String() {
			out.Kinds = append(out.Kinds, o)
		}
	}
	for i := range a.reading.Incidents {
		o := &a.reading.Incidents[i]
		label := capital(v.kind(o.Type, o.Stage))
		if o.Because != "" {
			label += " – " + visible(deedWords(a, o))
		}
		id := string(ascribe.IncidentIDOf(o.Incident))
		out.Tellings = append(out.Tellings, option{id, label, given["incident"] == id || given["incident"] == "" && i == 0})
	}
	for i := range a.reading.Statements {
		st := &a.reading.Statements[i]
		by := v.voice(st.Source.Role, visible(st.Source.Text), &a.seen[0].Entry.Capture.Appearance)
		out.Statements = append(out.Statements, option{st.ID.String(), strconv.Itoa(i+1) + ". " + by.Name + ": " + shortened(visible(st.Anchor.Quote), 60), given["statement"] == st.ID.String()})
	}
	return out
}

// deedWords are the words that tell of an incident.
func deedWords(a *article, o *ascribe.Occurrence) string {
	for i := range a.reading.Mentions {
		if m := &a.reading.Mentions[i]; m.ID == o.Incident {
			return "“" + m.Text + "”"
		}
	}
	return ""
}

// shortened is the beginning of a text, by its words.
func shortened(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	cut := string([]rune(s)[:n])
	if at := strings.LastIndex(cut, " "); at > n/2 {
		cut = cut[:at]
	}
	return cut + " …"
}

// wordOptions offers the members of a closed set from one on, by their words.
func wordOptions[T interface {
	~uint8
	String() string
}](v *visit, set string, first T, chosen string) []option {
	var out []option
	for x := first; x.String() != "" && !strings.HasPrefix(x.String(), "unknown"); x++ {
		out = append(out, option{x.String(), v.word(set, x), x.String() == chosen})
	}
	return out
}

// codeMissed enters what a person coded by hand, and asks again where it cannot be taken.
func (s *Server) codeMissed(v *visit) error {
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, 64<<10)
	if v.who.Name == "" {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "%s", v.t("review.nobody")), v.t("review.nobody.hint"))
	}
	id, err := documentID(v, v.r.PathValue("id"))
	if err != nil {
		return err
	}
	here := v.base + "/articles/" + id.String() + "/code"
	if v.r.PostFormValue("act") == "undo" {
		if err := s.undo(v); err != nil {
			return err
		}
		http.Redirect(v.w, v.r, here, http.StatusSeeOther)
		return nil
	}
	given := map[string]string{}
	for _, name := range codeFields {
		given[name] = strings.TrimSpace(v.r.PostFormValue(name))
	}
	d, err := s.codingOf(v, id, given)
	if err == nil {
		err = s.decide(v, &d, "code.reason")
	}
	if kind := ascribe.KindOf(err); err != nil && (kind == ascribe.Invalid || kind == ascribe.NotFound || kind == ascribe.Conflict) {
		status := http.StatusUnprocessableEntity
		return s.askCode(v, status, given, err)
	}
	if err != nil {
		return err
	}
	s.sitting(v).say(v.t("code.did", v.codedSlot(d.Coding), d.ID))
	http.Redirect(v.w, v.r, here+"?sentence="+strconv.Itoa(d.Coding.Statement.Anchor.Sentence+1), http.StatusSeeOther)
	return nil
}

// codingOf makes a decision of the form.
func (s *Server) codingOf(v *visit, id ascribe.DocumentID, given map[string]string) (ascribe.Decision, error) {
	ask, err := codeRequest(v, id, given)
	if err != nil {
		return ascribe.Decision{}, err
	}
	desk, err := s.ruling(v, id)
	if err != nil {
		return ascribe.Decision{}, err
	}
	d, _, err := desk.Rule(ask)
	return d, err
}

// codeRequest reads the form.
func codeRequest(v *visit, id ascribe.DocumentID, given map[string]string) (*ruling.Request, error) {
	words := review.Words{Text: given["words"]}
	switch at, err := strconv.Atoi(given["at"]); {
	case given["at"] != "" && err == nil:
		words.At = &at
	case given["sentence"] != "":
		n, err := strconv.Atoi(given["sentence"])
		if err != nil {
			return nil, ascribe.Errorf(ascribe.Invalid, "%s", v.t("code.nosentence", visible(given["sentence"])))
		}
		n--
		words.Sentence = &n
	}
	out := &ruling.Request{Act: ascribe.Code, Slot: given["slot"], Code: ruling.Code{
		Article: id.String(), Words: words, Incident: given["incident"],
		Speaker: review.Words{Text: given["speaker"]}, Role: given["role"],
	}}
	c := &out.Code
	if given["incident"] == "new" {
		c.Incident, c.New, c.Type = "", review.Words{Text: given["new"], Sentence: words.Sentence}, given["newtype"]
	}
	switch given["slot"] {
	case "toll":
		out.Slot, out.Value = given["harm"], given["figure"]
		c.Whom, c.Part, c.Attackers = given["whom"], given["part"] != "", given["attackers"] != ""
	case "incident":
		out.Slot, out.Value = "type", given["newtype"]
		c.Incident, c.New, c.Type = "", words, given["newtype"]
	case "speaker":
		c.Instead = given["statement"]
	default:
		out.Value = given[given["slot"]]
		c.Kind = given["kind"]
	}
	return out, nil
}

// ruling is what a person rules on around some documents.
func (s *Server) ruling(v *visit, docs ...ascribe.DocumentID) (*ruling.Desk, error) {
	return s.rulingOn(v.r.Context(), docs)
}
