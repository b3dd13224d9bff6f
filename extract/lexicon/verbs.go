package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

// A Form is an inflected form of a verb.
type Form string

// Forms of a verb. Past and participle of most verbs are one word: PastForm
// stands for both, and the sentence tells them apart.
const (
	BaseForm       Form = "base"       // attack
	ThirdForm      Form = "third"      // attacks
	PastForm       Form = "past"       // attacked, said
	ParticipleForm Form = "participle" // taken, where it differs from the past
	GerundForm     Form = "gerund"     // attacking
)

//go:embed verbs.tsv
var treebankVerbs string

//go:embed verbs-news.txt
var newsVerbs string

//go:embed verbs-irregular.txt
var irregularVerbs string

type verbForm struct {
	lemma string
	form  Form
}

var verbs = sync.OnceValue(loadVerbs)

// Verb returns the lemma and the form of a lower-cased word that can be a verb:
// "killed" is kill, past. It says nothing of whether it is one in its sentence.
func Verb(lower string) (lemma string, form Form, ok bool) {
	v, ok := verbs()[lower]
	return v.lemma, v.form, ok
}

func loadVerbs() map[string]verbForm {
	m := make(map[string]verbForm, 12000)
	put := func(word, lemma string, form Form) {
		if _, there := m[word]; !there {
			m[word] = verbForm{lemma, form}
		}
	}
	irregular := map[string]bool{}
	lines(irregularVerbs, func(line string) {
		col := strings.Fields(line) // lemma past participle; "/" between variants
		irregular[col[0]] = true
		put(col[0], col[0], BaseForm)
		for past := range strings.SplitSeq(col[1], "/") {
			put(past, col[0], PastForm)
		}
		for part := range strings.SplitSeq(col[2], "/") {
			put(part, col[0], ParticipleForm)
		}
		put(third(col[0]), col[0], ThirdForm)
		put(gerund(col[0]), col[0], GerundForm)
	})
	regular := func(lemma string) {
		if irregular[lemma] {
			return
		}
		put(lemma, lemma, BaseForm)
		put(past(lemma), lemma, PastForm)
		put(third(lemma), lemma, ThirdForm)
		put(gerund(lemma), lemma, GerundForm)
	}
	lines(newsVerbs, func(line string) {
		for lemma := range strings.FieldsSeq(line) {
			regular(lemma)
		}
	})
	lines(treebankVerbs, regular)
	return m
}

// third inflects a verb for the third person of the present.
func third(v string) string {
	switch {
	case v == "be":
		return "is"
	case v == "have":
		return "has"
	case endsIn(v, "s", "x", "z", "ch", "sh", "o"):
		return v + "es"
	case len(v) > 1 && v[len(v)-1] == 'y' && !vowel(v[len(v)-2]):
		return v[:len(v)-1] + "ies"
	}
	return v + "s"
}

// past inflects a regular verb for the past.
func past(v string) string {
	switch {
	case strings.HasSuffix(v, "e"):
		return v + "d"
	case len(v) > 1 && v[len(v)-1] == 'y' && !vowel(v[len(v)-2]):
		return v[:len(v)-1] + "ied"
	}
	return doubled(v) + "ed"
}

// gerund inflects a verb for its -ing form.
func gerund(v string) string {
	switch {
	case strings.HasSuffix(v, "ie"):
		return v[:len(v)-2] + "ying"
	case strings.HasSuffix(v, "e") && !endsIn(v, "ee", "oe", "ye") && len(v) > 2:
		return v[:len(v)-1] + "ing"
	}
	return doubled(v) + "ing"
}

// doubled doubles the last consonant where English does: stop, admit, kidnap,
// and not visit, open.
func doubled(v string) string {
	if i := strings.LastIndexByte(v, '-'); i >= 0 {
		return v[:i+1] + doubled(v[i+1:])
	}
	n := len(v)
	if n < 3 || strings.IndexByte("bdgklmnprt", v[n-1]) < 0 || !vowel(v[n-2]) || vowel(v[n-3]) {
		return v
	}
	last := v[n-1:]
	switch {
	case last == "k":
		return v
	case syllables(v) == 1, endsIn(v, "mit", "fer", "cur", "pel", "gret", "nap", "bel", "nel", "gin", "lop", "rol", "hip", "tol", "set", "cel", "vel", "out", "rap", "dmit", "ban", "plan"):
		if endsIn(v, "offer", "suffer", "differ", "develop", "gallop", "envelop", "visit", "vomit", "limit", "urban", "label", "travel", "cancel", "out") {
			return v
		}
		return v + last
	}
	return v
}

// syllables counts the groups of vowels.
func syllables(v string) int {
	n := 0
	for i := range len(v) {
		if vowel(v[i]) && (i == 0 || !vowel(v[i-1])) {
			n++
		}
	}
	return n
}

func vowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

func endsIn(s string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}
