package train

import (
	"cmp"
	"slices"
	"strings"

	"ascribe/extract/feature"
	"ascribe/extract/model"
	"ascribe/train/conllu"
)

// script is what turns a form into its lemma.
type script struct {
	strip int
	add   string
}

// scripts counts them under one key.
type scripts map[script]int

// scriptOf returns what turns a form in small letters into a lemma.
func scriptOf(form, lemma string) script {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	return script{len(form) - n, lemma[n:]}
}

// best returns the most frequent script, of several the least, and its count.
func (s scripts) best() (top script, count int) {
	keys := make([]script, 0, len(s))
	for k := range s {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b script) int {
		return cmp.Or(s[b]-s[a], a.strip-b.strip, strings.Compare(a.add, b.add))
	})
	return keys[0], s[keys[0]]
}

// lemmaPart learns the rules: for each tag and ending the most frequent script,
// where it is another than that of the shorter ending.
func lemmaPart(ss []conllu.Sentence) []byte {
	seen := map[string]scripts{}
	forms := map[string]bool{}
	for _, s := range ss {
		for _, w := range s.Words {
			lower, lemma := feature.Lower(w.Form), w.Lemma
			if lemma == "_" || lower == "" {
				continue
			}
			if w.XPOS == "NNP" || w.XPOS == "NNPS" {
				lemma = strings.ToLower(lemma) // the rule is applied to the letters of the name itself
			}
			forms[w.XPOS+"\t"+lower] = true
			for i, key := range model.Endings(w.XPOS, lower) {
				if seen[key] == nil {
					seen[key] = scripts{}
				}
				if i > 0 { // capitals are those of the one word: "Iranian", not every "-anian"
					lemma = strings.ToLower(lemma)
				}
				seen[key][scriptOf(lower, lemma)]++
			}
		}
	}
	return ruleLines(seen, forms)
}

// leastSupport is how many words of the ending, all told, a rule needs unless it
// is of one whole word.
const leastSupport = 2

func ruleLines(seen map[string]scripts, forms map[string]bool) []byte {
	rules := map[string]script{}
	for _, form := range sorted(forms) {
		xpos, lower, _ := strings.Cut(form, "\t")
		keys := model.Endings(xpos, lower)
		inherited := script{}
		for i := len(keys) - 1; i >= 0; i-- { // the shortest ending first
			top, n := seen[keys[i]].best()
			if top != inherited && (i == 0 || n >= leastSupport) {
				rules[keys[i]] = top
			}
			if r, ok := rules[keys[i]]; ok {
				inherited = r
			}
		}
	}
	var out strings.Builder
	for _, key := range sorted(rules) {
		out.WriteString(model.LemmaLine(key, rules[key].strip, rules[key].add))
	}
	return []byte(out.String())
}

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
