package engine

import "ascribe/train/conllu"

// A Mention is where something is spoken of: words [First, Last) of a sentence
// of a document, with the word that heads them.
type Mention struct {
	Sentence, First, Last, Head int
	Pronoun                     bool // its head is a pronoun
}

// KeyChains reads the chains that a treebank marks in the sentences of one
// document, in order of first mention, singletons among them.
func KeyChains(doc []conllu.Sentence) ([][]Mention, error) {
	var out [][]Mention
	at := map[string]int{}
	for i := range doc {
		entities, err := doc[i].Entities()
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
			head := doc[i].Head(&e)
			out[k] = append(out[k], Mention{i, e.First, e.Last, head, doc[i].Words[head].UPOS == "PRON"})
		}
	}
	return out, nil
}

// ScoreNominal scores chains by the measure that the project states for them:
// of both sides the mentions whose head is no pronoun, and of what is left the
// chains of two mentions and more. Mentions are the same where their spans are,
// and as a second figure where their head words are.
func ScoreNominal(key, response [][]Mention) (spans, heads Coref) {
	key, response = nominal(key), nominal(response)
	span := func(m Mention) [3]int { return [3]int{m.Sentence, m.First, m.Last} }
	head := func(m Mention) [2]int { return [2]int{m.Sentence, m.Head} }
	return ScoreChains(by(key, span), by(response, span)), ScoreChains(by(key, head), by(response, head))
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

func by[M comparable](chains [][]Mention, name func(Mention) M) [][]M {
	out := make([][]M, len(chains))
	for i, chain := range chains {
		for _, m := range chain {
			out[i] = append(out[i], name(m))
		}
	}
	return out
}
