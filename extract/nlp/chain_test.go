package nlp_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ascribe"
	"ascribe/extract/feature"
	"ascribe/extract/linear"
	"ascribe/extract/nlp"
)

// tree makes a sentence of lines "form tag relation head", the head counted from
// 1 and 0 the root; the tag is universal|Penn.
func tree(a *nlp.Analysis, text *strings.Builder, lines string) {
	s := nlp.Sentence{Index: len(a.Sentences)}
	for line := range strings.Lines(lines) {
		var form, tags, rel string
		var head int
		if n, _ := fmt.Sscan(line, &form, &tags, &rel, &head); n < 4 {
			continue
		}
		upos, xpos, _ := strings.Cut(tags, "|")
		start := text.Len()
		text.WriteString(form)
		s.Tokens = append(s.Tokens, nlp.Token{
			Span: ascribe.Span{Start: start, End: text.Len()}, Text: form, Lower: strings.ToLower(form),
			UPOS: upos, Tag: xpos, Lemma: strings.ToLower(form), Head: head - 1, Rel: rel,
		})
		text.WriteByte(' ')
	}
	s.Span = s.SpanOf(0, len(s.Tokens))
	a.Sentences = append(a.Sentences, s)
}

func trees(sentences ...string) *nlp.Analysis {
	a := &nlp.Analysis{}
	var text strings.Builder
	for _, s := range sentences {
		tree(a, &text, s)
	}
	a.Document = &ascribe.Document{Text: text.String()}
	return a
}

// wordings lists references as "words/chain", those alone without a chain.
func wordings(a *nlp.Analysis, refs []nlp.Reference) []string {
	var out []string
	for _, r := range refs {
		w := a.Sentences[r.Sentence].Text(a.Document, r.First, r.Last)
		if r.Chain != nlp.NoChain {
			w += fmt.Sprintf("/%d", r.Chain)
		}
		out = append(out, w)
	}
	return out
}

// ignorant is a corefer that has learned nothing: it joins what its rules are
// sure of.
func ignorant(t testing.TB) *nlp.Corefer {
	weights, err := linear.Build(1, nil, 1)
	if err != nil {
		t.Fatal(err)
	}
	m, _, err := linear.Read(weights)
	if err != nil {
		t.Fatal(err)
	}
	return &nlp.Corefer{Ranker: m}
}

const frontAttacked = `The DET|DT det 3
	Maran PROPN|NNP compound 3
	Front PROPN|NNP nsubj 7
	, PUNCT|, punct 5
	founded VERB|VBN acl 3
	, PUNCT|, punct 5
	shelled VERB|VBD root 0
	his PRON|PRP$ nmod:poss 9
	brother NOUN|NN nmod:poss 12
	Luis PROPN|NNP appos 9
	's PART|POS case 9
	town NOUN|NN obj 7
	and CCONJ|CC cc 15
	two NUM|CD nummod 15
	farms NOUN|NNS conj 12
	in ADP|IN case 17
	Sarvia PROPN|NNP nmod 15`

func TestReferencesAreWhatTheTreeHas(t *testing.T) {
	a := trees(frontAttacked)
	got := wordings(a, ignorant(t).References(a))
	want := []string{
		"The Maran Front , founded", "Maran", "his", "his brother Luis 's", "Luis", "his brother Luis 's town", "two farms in Sarvia", "Sarvia",
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

const groupSpoke = `The DET|DT det 3
	armed ADJ|JJ amod 3
	group NOUN|NN nsubj 4
	fled VERB|VBD root 0`

func TestTheGroupIsTheArmedGroupNamedLast(t *testing.T) {
	other := strings.NewReplacer("Front", "League", "Maran", "Tolvik").Replace(frontAttacked)
	for name, c := range map[string]struct {
		second string
		want   []string // the wordings of chain 0
	}{
		"the subject named last": {groupSpoke, []string{"The Tolvik Front , founded/0", "The armed group/0"}},
		"another group":          {strings.Replace(groupSpoke, "armed", "rival", 1), nil},
		"several":                {strings.Replace(groupSpoke, "group NOUN|NN ", "groups NOUN|NNS ", 1), nil},
	} {
		first := trees(strings.ReplaceAll(other, "League", "Front"), c.second)
		var got []string
		for _, w := range wordings(first, ignorant(t).References(first)) {
			if strings.HasSuffix(w, "/0") {
				got = append(got, w)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestASpeakerMeansHimself(t *testing.T) {
	a := trees(`“ PUNCT|'' punct 3
		I PRON|PRP nsubj 3
		left VERB|VBD ccomp 6
		” PUNCT|'' punct 3
		Vidal PROPN|NNP nsubj 6
		said VERB|VBD root 0`, `I PRON|PRP nsubj 2
		left VERB|VBD root 0`)
	for k := range a.Sentences[0].Tokens {
		if tok := &a.Sentences[0].Tokens[k]; tok.Text == "said" {
			tok.Lemma = "say"
		}
	}
	got := wordings(a, ignorant(t).References(a))
	if want := []string{"I/0", "Vidal/0", "I"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Whatever tree an engine hands over, every wording holds its head, lies within
// its sentence, and no chain has but one.
func TestReferencesOfAnyTree(t *testing.T) {
	corefer := ignorant(t)
	uposes := []string{"NOUN", "PROPN", "PRON", "VERB", "DET", "PUNCT", "NUM", "ADJ", "CCONJ"}
	rels := []string{"nsubj", "obj", "nmod", "nmod:poss", "compound", "flat", "appos", "conj", "cc", "det", "punct", "case", "acl:relcl", "root", "advmod"}
	words := []string{"the", "group", "Front", "he", "I", "said", "\"", "(", ")", "MLF", "this", "two"}
	rapid.Check(t, func(rt *rapid.T) {
		var b strings.Builder
		n := rapid.IntRange(1, 25).Draw(rt, "tokens")
		for range n {
			fmt.Fprintf(&b, "%s %s|NN %s %d\n", rapid.SampledFrom(words).Draw(rt, "word"), rapid.SampledFrom(uposes).Draw(rt, "upos"),
				rapid.SampledFrom(rels).Draw(rt, "rel"), rapid.IntRange(0, n).Draw(rt, "head"))
		}
		a := trees(b.String(), groupSpoke, b.String())
		size := map[int]int{}
		for _, r := range corefer.Walk(a, func(_ *nlp.Reference, options []nlp.Option) int {
			return rapid.IntRange(0, len(options)-1).Draw(rt, "choice")
		}) {
			if r.First > r.Head || r.Head >= r.Last || r.First < 0 || r.Last > len(a.Sentences[r.Sentence].Tokens) {
				rt.Fatalf("wording %+v of %d tokens", r, len(a.Sentences[r.Sentence].Tokens))
			}
			if r.Chain != nlp.NoChain {
				size[r.Chain]++
			}
		}
		for c, n := range size {
			if n < 2 || c < 0 || c >= len(size) {
				rt.Fatalf("chain %d of %d has %d wordings", c, len(size), n)
			}
		}
	})
}

// A document of a hundred thousand noun phrases is cut with a mark, not read for
// ever, and even one where all look alike.
func TestReferencesAreBounded(t *testing.T) {
	for name, word := range map[string]string{"all alike": "front", "all different": ""} {
		a := &nlp.Analysis{Document: &ascribe.Document{}}
		for i := range 50 {
			s := nlp.Sentence{Index: i}
			for k := range 2000 {
				w := word
				if w == "" {
					w = fmt.Sprintf("w%dx%d", i, k)
				}
				s.Tokens = append(s.Tokens, nlp.Token{Text: w, Lower: w, UPOS: "NOUN", Tag: "NN", Head: k - 1, Rel: "nmod"})
			}
			a.Sentences = append(a.Sentences, s)
		}
		start := time.Now()
		refs := ignorant(t).References(a)
		if len(refs) != 20_000 || a.Truncated == "" {
			t.Errorf("%s: %d references, truncated %q", name, len(refs), a.Truncated)
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s: took %v", name, d)
		}
	}
}

// Features of the same pair are the same, and a pair's are not those of another.
func TestPairingTellsPairsApart(t *testing.T) {
	a := &feature.Reference{Sort: feature.Proper, Head: 1, Lemma: 1, Text: 1, Words: []uint64{1}}
	b := &feature.Reference{Sort: feature.Nominal, Head: 2, Lemma: 2, Text: 2, Words: []uint64{2}}
	one := feature.Pairing(nil, &feature.Pair{Back: a, To: b, Sentences: 1})
	if !slices.Equal(one, feature.Pairing(nil, &feature.Pair{Back: a, To: b, Sentences: 1})) {
		t.Error("the same pair reads differently twice")
	}
	if slices.Equal(one, feature.Pairing(nil, &feature.Pair{Back: b, To: a, Sentences: 1})) {
		t.Error("a pair reads as the same the other way round")
	}
}
