package extract

import (
	"fmt"
	"hash/fnv"
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
	"ascribe/extract/weigh"
)

// A CueQuestion is what the trainer of the model of cues needs to know of a
// candidate: the voice that would be entered.
type CueQuestion struct {
	Source, Cue, Content []ascribe.Span
}

// traits gathers what is seen of a candidate: in clear for those who read the
// reason, and with its words hashed for the model, which was learned from texts
// whose words are not to be passed on.
type traits struct{ clear, hashed []string }

// add notes a trait without words of the text.
func (t *traits) add(parts ...string) {
	s := strings.Join(parts, ", ")
	t.clear, t.hashed = append(t.clear, s), append(t.hashed, s)
}

// word notes a trait with a word of the text.
func (t *traits) word(about, word string, more ...string) {
	rest := ""
	if len(more) > 0 {
		rest = ", " + strings.Join(more, ", ")
	}
	t.clear = append(t.clear, about+" “"+word+"”"+rest)
	t.hashed = append(t.hashed, about+" "+hashOf(word)+rest)
}

func hashOf(word string) string {
	h := fnv.New32a()
	_, _ = h.Write([]byte(word)) // a hash never fails to write
	return fmt.Sprintf("·%06x", h.Sum32()&0xffffff)
}

// reason says why the model takes a candidate, after the rule that found it.
func (h *heard) reason(m *weigh.Model, clear, hashed []string) {
	why := m.Reasons(hashed, 3)
	for i := range hashed {
		if clear[i] != hashed[i] {
			why = strings.ReplaceAll(why, hashed[i]+" (", clear[i]+" (")
		}
	}
	if why != "" {
		h.rule += "; " + why
	}
}

// features lists what speaks for and against the candidate at i being a voice;
// those of its sentence begin at from.
func (l *listener) features(from, i int) (clear, hashed []string) {
	h := &l.heard[i]
	var t traits
	lemma, cue := h.lemma(), h.sc.tok(h.at)
	form, who, sense := h.form(), h.speakerKind(), h.senseName()
	t.word("the cue is", lemma)
	t.word("the cue is", lemma, form)
	t.word("the cue is", lemma, who)
	t.add("sense: "+sense, form)
	t.add("sense: "+sense, who)
	t.add("found as: "+h.pattern, "sense: "+sense)
	t.add(form, who)
	t.add("form "+cue.Tag, "sense: "+sense)
	t.add("form "+cue.Tag, form)
	t.add("cue in the tree: "+cue.Rel, "sense: "+sense)
	h.moodTraits(&t)
	h.sourceTraits(&t)
	h.contentTraits(&t, lemma)
	l.company(&t, from, i)
	return t.clear, t.hashed
}

// lemma is the cue's word as the table has it, else the engine's.
func (h *heard) lemma() string {
	if h.word != "" {
		return h.word
	}
	t := h.sc.tok(h.at)
	if t.Lemma != "" {
		return t.Lemma
	}
	return t.Lower
}

// form tells how the content is given, and on which side of the cue.
func (h *heard) form() string {
	sc, c := h.sc, h.content[0]
	if c.Start < h.cue[0].Start {
		if len(h.quotes) > 0 {
			return "quoted words before the cue"
		}
		return "words before the cue"
	}
	first := sc.s.TokenAt(c.Start)
	if z := sc.zoneAt(first); z >= 0 && z != sc.zoneAt(h.at) {
		return "quoted words after the cue"
	}
	return sc.openingForm(first, sc.s.TokenAt(c.End-1)+1, first > 0 && sc.s.Tokens[first-1].Span.End <= h.cue[len(h.cue)-1].End && first-1 != h.at, sc.low(first-1))
}

// openingForm tells what kind of words begin at first.
func (sc *scene) openingForm(first, last int, led bool, lead string) string {
	t := sc.tok(first)
	switch w := sc.low(first); {
	case w == "that":
		return "a clause with “that”"
	case questions[w] || w == "when":
		return "an indirect question"
	case w == "to" && sc.tok(first+1).Tag == "VB":
		return "an infinitive"
	case led:
		return "words after “" + lead + "”"
	case w == "to":
		return "words after “to”"
	case t.Tag == "VBG":
		return "a gerund"
	}
	for i := first; i < min(last, first+12); i++ {
		if g := sc.tok(i); g.Tag == "VBD" || g.Tag == "VBZ" || g.Tag == "VBP" || g.Tag == "MD" {
			return "a bare clause"
		}
	}
	return "a noun phrase"
}

// speakerKind tells what kind of source a candidate has.
func (h *heard) speakerKind() string {
	sc, who := h.sc, h.source
	if who.empty() {
		return "no source"
	}
	w := sc.low(who.first)
	if who.last-who.first == 1 {
		switch w {
		case "he", "she", "his", "her", "him":
			return "source he or she"
		case "i", "we", "my", "our", "us", "me":
			return "source I or we"
		case "they", "their", "them", "you", "it", "who", "which", "that", "this", "its", "your", "those", "these", "some", "many", "others":
			return "source “" + w + "”"
		}
	}
	head := sc.headOf(who)
	kind := "another thing"
	for i := range sc.s.Phrases {
		ph := &sc.s.Phrases[i]
		if ph.First <= head && head < ph.Last && ph.First >= who.first && ph.Last <= who.last {
			kind = kindNames[ph.Kind]
			if ph.Named {
				kind = "named " + kind
			}
		}
	}
	if e := entityAt(sc.s, head); kind == "another thing" && e != nlp.NoEntity {
		kind = "name"
	}
	return "source " + kind
}

var kindNames = [...]string{nlp.OtherPhrase: "another thing", nlp.Person: "person", nlp.Group: "group", nlp.Force: "force", nlp.State: "state",
	nlp.Organization: "organization", nlp.Location: "place", nlp.Facility: "facility", nlp.Weapon: "weapon", nlp.Time: "time", nlp.Quantity: "quantity"}

// speakers are the kinds of source that can say something.
var speakers = map[string]bool{"source person": true, "source group": true, "source force": true, "source state": true, "source organization": true,
	"source named person": true, "source named group": true, "source named force": true, "source named state": true, "source named organization": true, "source name": true}

// entityAt returns the type of the name that holds a token.
func entityAt(s *nlp.Sentence, i int) nlp.EntityType {
	for k := range s.Entities {
		if e := &s.Entities[k]; e.First <= i && i < e.Last {
			return e.Type
		}
	}
	return nlp.NoEntity
}

// moodTraits notes how the cue is told: negated, in the future, under a
// condition, as a part of something else that the source does.
func (h *heard) moodTraits(t *traits) {
	sc := h.sc
	sense := h.senseName()
	for _, j := range dependents(sc.s, h.at, "aux aux:pass cop mark advmod") {
		if j >= h.at {
			continue
		}
		switch d := sc.tok(j); {
		case d.Tag == "MD":
			t.add("with “"+sc.low(j)+"”", "sense: "+sense)
		case d.Rel == "mark":
			t.add("the cue after “" + sc.low(j) + "”")
		case d.Rel == "advmod":
			t.add("with an adverb")
		case d.Rel == "cop":
			t.add("after a form of be")
		default:
			t.add("with a form of “" + d.Lemma + "”")
		}
	}
	if h.negated {
		t.add("negated", "sense: "+sense)
	}
	if h.carried {
		t.add("carried on from another verb", "form "+sc.tok(h.at).Tag)
	}
	if sc.title {
		t.add("in a title")
	}
	if last := sc.len() - 1; last >= 0 && sc.low(last) == "?" {
		t.add("in a question")
	}
	if k := sc.tok(h.at).Head; k >= 0 && k < sc.len() {
		head := sc.tok(k)
		t.add("under a "+head.UPOS, "cue in the tree: "+sc.tok(h.at).Rel)
		if r := sc.tok(h.at).Rel; r == "xcomp" || r == "acl" || r == "ccomp" {
			t.word("under", orLower(head), r)
		}
	}
}

func orLower(t *nlp.Token) string {
	if t.Lemma != "" {
		return t.Lemma
	}
	return t.Lower
}

// sourceTraits notes the source: its head, its length, where it stands.
func (h *heard) sourceTraits(t *traits) {
	if h.source.empty() {
		return
	}
	sc := h.sc
	head := sc.headOf(h.source)
	if e := entityAt(sc.s, head); e == nlp.NoEntity && sc.tok(head).Class == nlp.Noun {
		t.word("the source is", orLower(sc.tok(head)))
	} else if e != nlp.NoEntity {
		t.add(fmt.Sprintf("the source is a name of type %d", e), "sense: "+h.senseName())
	}
	n := len(dependents(sc.s, h.at, "nsubj"))
	t.add(fmt.Sprintf("subjects in the tree: %d", n), "found as: "+h.pattern)
	for _, j := range dependents(sc.s, h.at, "nsubj nsubj:pass obl:agent") {
		if j >= h.source.first && j < h.source.last {
			t.add("the source is the subject in the tree")
		}
	}
	if gap := h.at - h.source.last; gap > 6 {
		t.add("the source stands far before")
	}
}

// contentTraits notes the content: its length, its first word, what governs it.
func (h *heard) contentTraits(t *traits, lemma string) {
	sc := h.sc
	c := h.content[0]
	first, last := sc.s.TokenAt(c.Start), sc.s.TokenAt(c.End-1)+1
	size := "long"
	switch n := last - first; {
	case n <= 1:
		size = "one word"
	case n <= 3:
		size = "two or three words"
	case n <= 8:
		size = "short"
	}
	t.add("what is said is "+size, "sense: "+h.senseName())
	if len(h.content) > 1 {
		t.add("what is said stands in several pieces")
	}
	if first >= sc.len() {
		return
	}
	for j := first; j < min(last, sc.len()); j++ {
		if d := sc.tok(j); d.Head == h.at {
			t.add("what is said holds its "+d.Rel, "sense: "+h.senseName())
			if d.Rel == "obj" || d.Rel == "obl" || d.Rel == "nmod" {
				if e := entityAt(sc.s, j); e != nlp.NoEntity {
					t.add(fmt.Sprintf("its %s is a name of type %d", d.Rel, e))
					t.word("the cue is", lemma, "of a name")
				} else {
					t.word("its "+d.Rel+" is", orLower(d))
					t.word("its "+d.Rel+" is", orLower(d), "sense: "+h.senseName())
				}
			}
		}
	}
	t.word("what is said begins with", sc.low(first))
	if h.holdsMarks() {
		t.add("a word or two of it are quoted")
	}
}

// company notes the other candidates of the sentence about this one.
func (l *listener) company(t *traits, from, i int) {
	h := &l.heard[i]
	for k := from; k < len(l.heard); k++ {
		o := &l.heard[k]
		if k == i {
			continue
		}
		if o.tells(h) {
			t.add("told in what another says", "sense of that: "+o.senseName())
			t.add("told in what another says", "sense: "+h.senseName())
		}
		if h.tells(o) {
			t.add("another tells within it", "sense of that: "+o.senseName())
		}
	}
}

// senseName is the sense of the cue, for those that the table holds.
func (h *heard) senseName() string {
	if h.open {
		return "no cue of the table"
	}
	return h.tenor.String()
}
