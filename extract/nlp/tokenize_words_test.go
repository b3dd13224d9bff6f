package nlp

import (
	"strings"
	"testing"
	"time"

	"ascribe"
)

// Each case is a sentence with its syntactic words set apart by bars, or by a
// space where the text has one.
func TestWords(t *testing.T) {
	for _, want := range []string{
		"We do|n't know|.",
		"They can|not go|, and wo|n’t|.",
		"It|'s|, she|'ll|, I|'m|, you|'ve|, he|'d|.",
		"Iran|-|backed men of al|-|Oru fired AK|-|47s|.",
		"a non-lethal anti-government pre-dawn raid",
		"a 15|-|year term of five|-|to|-|ten years|, 1979|-|1989|, 5|-|10 dead",
		"Call 713-555-3989 or 555-3989 on 11-20-2000|.",
		"He lives in the U.S|.",
		"\"|He left the U.S|.|\"",
		"The U.S. sent Gen. Vidal to St. Oru|.",
		"at 5|pm|, 10:30|AM and 7 p.m|.",
		"It cost $|20|k|, 5|%|, US$ 4.5|m|.",
		"On 9/11 and 03/14/1989 he|/|she and|/|or 1|/|2|.",
		"See http://oru-times.example/a,b?c=d#e|.",
		"Write to ana.vidal@oru-times.example|, or (|www.oru.example|)|.",
		"the <|mailto:ana@oru.example|> list",
		"Really|?!! No|... Yes|!!",
		"Thanks :)|, bye ;-)",
		"-- PORT MAREN --|, === *** end",
		"the rebels|' camp and the men|'s",
		"i|m sure that|s it|, do|nt go|, gon|na fall",
	} {
		text := strings.ReplaceAll(want, "|", "")
		words, cut := Words(text, ascribe.Span{End: len(text)}, 100)
		var b strings.Builder
		at := 0
		for i, w := range words {
			if gap := text[at:w.Start]; i > 0 && gap == "" {
				b.WriteByte('|')
			} else {
				b.WriteString(gap)
			}
			b.WriteString(w.Of(text))
			at = w.End
		}
		if got := b.String(); cut || got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

// What is typed in haste is read as it is meant where its neighbours tell.
func TestWordsTypedInHaste(t *testing.T) {
	for text, want := range map[string]string{
		"Its a raid":     "It s a raid",
		"its the army":   "it s the army",
		"its army":       "its army",
		"Dont go, cant":  "Do nt go , ca nt",
		"IM IVE im":      "IM IVE i m",
		"a non-U.S.-led": "a non-U.S. - led",
	} {
		words, _ := Words(text, ascribe.Span{End: len(text)}, 100)
		var got []string
		for _, w := range words {
			got = append(got, w.Of(text))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("Words(%q) = %s, want %s", text, s, want)
		}
	}
}

// Whatever a text holds: words are in order, every token is whole words, and
// what is no white space is in a word.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"al-Oru's U.S.-led 5pm a@b.c www.x.com/a-b :-) -- 9/11.", "-a- --a-- 'n' its a\xff\xfe-\u200b…", "1-2-3 a/b/c @a #b +4 (U.S.)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		span := ascribe.Span{End: len(text)}
		tokens, cut := tokenize(text, span, maxSentenceTokens)
		words, of := syntactic(tokens)
		at, tok := 0, -1
		for i, w := range words {
			if w.Start < at || w.End <= w.Start {
				t.Fatalf("word %v follows byte %d of %q", w, at, text)
			}
			if of[i] != tok {
				if tok++; of[i] != tok || w.Start != tokens[tok].Span.Start {
					t.Fatalf("word %q of token %d does not begin token %d of %q", w.Of(text), of[i], tok, text)
				}
			}
			if end := tokens[tok].Span.End; w.End > end || (i+1 == len(words) || of[i+1] != tok) && w.End != end {
				t.Fatalf("word %q is not in its token %q of %q", w.Of(text), tokens[tok].Text, text)
			}
			if strings.IndexFunc(text[at:w.Start], isWordRune) >= 0 {
				t.Fatalf("%q of %q is in no word", text[at:w.Start], text)
			}
			at = w.End
		}
		if !cut && strings.IndexFunc(text[at:], isWordRune) >= 0 {
			t.Fatalf("%q of %q is in no word", text[at:], text)
		}
	})
}

func TestWordsAreLinear(t *testing.T) {
	for _, unit := range []string{"a-", "a@", "w/", "1/", "a.b/", "www.", "(a.", ":)", "!?", "-=", "a", "<a@b", "#a", "x’s", "\xff", "non-"} {
		text := strings.Repeat(unit, 100_000/len(unit))
		start := time.Now()
		words, _ := Words(text, ascribe.Span{End: len(text)}, len(text))
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q repeated: took %v", unit, took)
		}
		if len(words) == 0 {
			t.Errorf("%q repeated: no words", unit)
		}
	}
}
