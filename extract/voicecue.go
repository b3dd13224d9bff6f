package extract

import (
	_ "embed" // the tables of cues
	"fmt"
	"strings"
)

// The verbs that report a voice: one a line, with what they may govern and all
// their forms. Frames: q quoted words or words set before the verb, t a clause,
// n a noun phrase, i an infinitive, r a hearer first; anything else is the
// preposition that brings the content in. "noun" marks a verb whose plain form
// and -s form are nouns as well. The rows were chosen by hand, with an eye on
// which verbs and frames the annotators of PolNeAR (Newell et al., 2018) mark.
//
//go:embed voicecue.csv
var voiceCueTable string

// The nouns that report a voice ("claim", "warning"), with their sense and the
// words that may bring their content in.
//
//go:embed voicenoun.csv
var voiceNounTable string

// A tenor is what a cue says about the source's stand to the content.
type tenor uint8

const (
	tenorSay tenor = iota
	tenorAsk
	tenorThink
	tenorKnow
	tenorDeny
	tenorDoubt
	tenorAdmit
	tenorAccuse
	tenorClaim
	tenorSuspect
	tenorOrder
	tenorJudge
	tenorPlan
	tenorWant
	tenorThreaten
	tenorShow
)

var tenorNames = strings.Fields("say ask think know deny doubt admit accuse claim suspect order judge plan want threaten show")

// String returns the name of the tenor.
func (s tenor) String() string { return tenorNames[s] }

// A cueVerb is one verb of the table.
type cueVerb struct {
	lemma  string
	tenor  tenor
	frames map[string]bool
	noun   bool
	base   string // the plain form
	third  string // the -s form
	open   bool   // not in the table, or with a frame that the table does not give it
}

func (v *cueVerb) takes(frame string) bool { return v.frames[frame] }

// openFrames are what a verb may govern of which the table says nothing: a
// model tells whether anything is said.
var openFrames = setOf("q t n i as on for against with about of over at in")

// openVerb reads a verb that the table does not hold.
func openVerb(lemma string) *cueVerb { return &cueVerb{lemma: lemma, frames: openFrames, open: true} }

// widened is the verb with frames that the table does not give it.
func (v *cueVerb) widened() *cueVerb {
	w := *v
	w.frames, w.open = openFrames, true
	return &w
}

// A cueNoun is one noun of the table; intro are the words that may bring its
// content in.
type cueNoun struct {
	lemma string
	tenor tenor
	intro map[string]bool
	open  bool // any noun that the table does not hold
}

// openNoun reads a noun that the table does not hold.
var openNoun = &cueNoun{intro: setOf("that to of on for about against with over"), open: true}

// A cueLexicon finds cues by their forms in lower case.
type cueLexicon struct {
	verbs map[string]*cueVerb
	nouns map[string]*cueNoun
}

var cues = mustCues(voiceCueTable, voiceNounTable)

func mustCues(verbs, nouns string) *cueLexicon {
	l, err := parseCues(verbs, nouns)
	if err != nil {
		panic(err) // the tables are part of the program: a test reads them
	}
	return l
}

func parseCues(verbs, nouns string) (*cueLexicon, error) {
	l := &cueLexicon{verbs: map[string]*cueVerb{}, nouns: map[string]*cueNoun{}}
	err := eachRow(verbs, 5, func(f []string) error {
		s, err := parseTenor(f[1])
		forms := strings.Fields(f[4])
		if err != nil {
			return fmt.Errorf("verb %q: %w", f[0], err)
		}
		if len(forms) < 3 {
			return fmt.Errorf("verb %q has %d forms, not its plain one, the one in -s and more", f[0], len(forms))
		}
		v := &cueVerb{lemma: f[0], tenor: s, frames: setOf(f[2]), noun: f[3] == "noun", base: forms[0], third: forms[1]}
		for _, form := range forms {
			l.verbs[form] = v
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(nouns, 4, func(f []string) error {
		s, err := parseTenor(f[1])
		if err != nil {
			return fmt.Errorf("noun %q: %w", f[0], err)
		}
		n := &cueNoun{lemma: f[0], tenor: s, intro: setOf(f[2])}
		for _, form := range strings.Fields(f[3]) {
			l.nouns[form] = n
		}
		return nil
	})
	return l, err
}

// eachRow hands on the rows of a table without quotes, after its header.
func eachRow(table string, columns int, use func(fields []string) error) error {
	for i, line := range strings.Split(strings.TrimSpace(table), "\n") {
		if i == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, ",")
		if len(f) != columns {
			return fmt.Errorf("row %d %q has %d columns, not %d", i+1, line, len(f), columns)
		}
		if err := use(f); err != nil {
			return fmt.Errorf("row %d: %w", i+1, err)
		}
	}
	return nil
}

func parseTenor(name string) (tenor, error) {
	for i, n := range tenorNames {
		if n == name {
			return tenor(i), nil
		}
	}
	return 0, fmt.Errorf("no sense is named %q", name)
}

// setOf is the set of the words of a string.
func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
