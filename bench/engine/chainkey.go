package engine

import (
	"ascribe"
	"ascribe/extract/nlp"
	"ascribe/train/conllu"
)

// A Mention is where something is spoken of.
type Mention struct {
	Span    ascribe.Span
	Head    ascribe.Span // the word that heads it
	Pronoun bool         // its head is a pronoun
}

// KeyChains reads the chains that a treebank marks in a document and its
// sentences, in order of first mention, singletons among them.
func KeyChains(doc *conllu.Document, ss []conllu.Sentence) ([][]Mention, error) {
	var out [][]Mention
	at := map[string]int{}
	for i := range ss {
		entities, err := ss[i].Entities()
		if err != nil {
			return nil, err
		}
		for _, e := range entities {
			k, ok := at[e.ID]
			if !ok {
				k = len(out)
				at[e.ID] = k
				out = append(out, nil)
			}
			words, head := doc.Words[i], ss[i].Head(&e)
			out[k] = append(out[k], Mention{
				ascribe.Span{Start: words[e.First].Start, End: words[e.Last-1].End}, words[head], ss[i].Words[head].UPOS == "PRON",
			})
		}
	}
	return out, nil
}

// ChainsOf are the chains that an engine found, as the scorer takes them.
func ChainsOf(a *nlp.Analysis, refs []nlp.Reference) [][]Mention {
	var out [][]Mention
	for _, r := range refs {
		if r.Chain == nlp.NoChain {
			continue
		}
		for len(out) <= r.Chain {
			out = append(out, nil)
		}
		s := &a.Sentences[r.Sentence]
		head := &s.Tokens[r.Head]
		out[r.Chain] = append(out[r.Chain], Mention{s.SpanOf(r.First, r.Last), head.Span, head.UPOS == "PRON"})
	}
	return out
}

// ScoreNominal scores chains by the measure that the project states for them:
// of both sides the mentions whose head is no pronoun, and of what is left the
// chains of two mentions and more. Mentions are the same where their spans are,
// and as a second figure where their head words are.
func ScoreNominal(key, response [][]Mention) (spans, heads Coref) {
	key, response = nominal(key), nominal(response)
	span := func(m Mention) ascribe.Span { return m.Span }
	head := func(m Mention) ascribe.Span { return m.Head }
	return ScoreChains(by(key, span), by(response, span)), ScoreChains(by(key, head), by(response, head))
}

// Chains scores the chains that c finds in the documents of a treebank, as
// analyse has them, by exact spans and by head words.
func Chains(c *nlp.Corefer, ss []conllu.Sentence, analyse func(*conllu.Document, []conllu.Sentence) (*nlp.Analysis, error)) (spans, heads Coref, err error) {
	for _, doc := range conllu.Documents(ss) {
		n := len(doc.Sentences)
		key, err := KeyChains(&doc, ss[:n])
		if err != nil {
			return spans, heads, err
		}
		a, err := analyse(&doc, ss[:n])
		if err != nil {
			return spans, heads, err
		}
		s, h := ScoreNominal(key, ChainsOf(a, c.References(a)))
		spans.Add(s)
		heads.Add(h)
		ss = ss[n:]
	}
	return spans, heads, nil
}

// nominal drops pronouns, then chains of less than two mentions.
func nominal(chains [][]Mention) [][]Mention {
	var out [][]Mention
	for _, chain := range chains {
		var kept []Mention
		for _, m := range chain {
			if !m.Pronoun {
				kept = append(kept, m)
			}
		}
		if len(kept) > 1 {
			out = append(out, kept)
		}
	}
	return out
}

func by(chains [][]Mention, name func(Mention) ascribe.Span) [][]ascribe.Span {
	out := make([][]ascribe.Span, len(chains))
	for i, chain := range chains {
		for _, m := range chain {
			out[i] = append(out[i], name(m))
		}
	}
	return out
}
