package extract

import (
	"strings"

	"ascribe/extract/nlp"
)

// Closed classes of words that the voice patterns read clauses by. They stand
// beside the engine's classes, so that a word that an engine without a tagger
// does not know is still read rightly.
var (
	beWords       = setOf("be is are was were been being am 's 're 'm ’s ’re ’m isn't wasn't weren't aren't")
	auxForms      = setOf("be is are was were been being am have has had having do does did will would may might can could should shall must 's 've 're 'd 'll 'm ’s ’ve ’re ’d ’ll ’m isn't wasn't weren't aren't don't doesn't didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't cannot ca wo")
	negations     = setOf("not n't n’t never neither nor no without hardly isn't wasn't weren't aren't don't doesn't didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't cannot")
	personal      = setOf("i he she they we you it who")
	relativeWords = setOf("who which that")
	possessives   = setOf("his her their its our my your whose")
	determiners   = setOf("the a an this that these those some any no each every another several many most both all few")
	prepOfNoun    = setOf("of for at from with in on to near against between among under over by inside outside")
	clauseStart   = setOf("that because while when but as if although though whereas after before since where whether how why what which until unless so than and or nor yet except once")
	timeNouns     = setOf("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight week month year night morning afternoon evening january february march april june july august september october november december")
	timeLeads     = setOf("last next this earlier late early later")
	adverbs       = setOf("also then later once still never not n't n’t ever often always again already just even now soon only once twice first immediately meanwhile recently previously since today yesterday however therefore thus too long further simply clearly instead")
	saidForms     = setOf("said says say added told wrote claimed declared stated announced explained noted warned insisted reported argued asserted continued replied")
)

// lower is the token's lower-case text with the apostrophe made straight.
func lower(t *nlp.Token) string { return strings.ReplaceAll(t.Lower, "’", "'") }

func isAdverb(t *nlp.Token) bool {
	return t.Class == nlp.Adverb || adverbs[t.Lower] || len(t.Lower) > 4 && strings.HasSuffix(t.Lower, "ly") && t.Class != nlp.Name && t.Lower != "family" && t.Lower != "reply" && t.Lower != "supply" && t.Lower != "assembly" && t.Lower != "italy" && t.Lower != "july"
}

func isAux(t *nlp.Token) bool { return auxForms[lower(t)] && t.Lower != "'s" && t.Lower != "’s" }

// isVerb tells a word that the engine or the table of cues takes for a verb.
func isVerb(t *nlp.Token) bool {
	if t.Class == nlp.Noun || t.Class == nlp.Name || t.Class == nlp.Adjective || t.Class == nlp.Determiner {
		return false
	}
	if t.Class == nlp.Verb || t.Class == nlp.Auxiliary || isAux(t) {
		return true
	}
	v := cues.verbs[t.Lower]
	return v != nil && !v.noun
}

func isMark(t *nlp.Token) bool {
	return t.Class == nlp.Mark || t.Class == nlp.OpenQuote || t.Class == nlp.CloseQuote || markText(t.Text)
}

// markText reports whether a token has neither a letter nor a digit.
func markText(s string) bool {
	for _, r := range s {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x2fff || r >= 0xaa && r < 0x2000 && r != '«' && r != '»' && r != '·' {
			return false
		}
	}
	return s != "'s"
}
