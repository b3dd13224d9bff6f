package nlp

import (
	"strings"
	"testing"
	"time"

	"ascribe"
)

func TestTokenize(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"ISIS-K's men met al-Qaeda.", "ISIS-K 's men met al-Qaeda ."},
		{"The U.S. sent Gen. Luis J. Artola No. 12.", "The U.S. sent Gen. Luis J. Artola No. 12 ."},
		{"1,200 men, 2.5 tons on the 12th at 10:30.", "1,200 men , 2.5 tons on the 12th at 10:30 ."},
		{"He didn’t know; they’ll go, we're told.", "He did n’t know ; they ’ll go , we 're told ."},
		{"\"We did it,\" he said. \"Yes\"", "« We did it , » he said . « Yes »"},
		{"“All” (XLF) -- THE REBELS' CAMP --", "« All » ( XLF ) -- THE REBELS ' CAMP --"},
		{"‘No,’ he said", "« No , » he said"},
		{"the \"SANTA ROSA\" farm", "the « SANTA ROSA » farm"},
		{"AT&T paid $20 (5%)…", "AT&T paid $ 20 ( 5 % ) …"},
		{"Mr. O'Hara of Jr. d'Este", "Mr. O'Hara of Jr. d'Este"},
	} {
		tokens, cut := tokenize(c.text, ascribe.Span{End: len(c.text)}, 100)
		var got []string
		for _, tok := range tokens {
			switch tok.Class {
			case OpenQuote:
				got = append(got, "«")
			case CloseQuote:
				got = append(got, "»")
			default:
				got = append(got, tok.Text)
			}
			if tok.Span.Of(c.text) != tok.Text {
				t.Errorf("%q: token %q has span %v", c.text, tok.Text, tok.Span)
			}
		}
		if s := strings.Join(got, " "); s != c.want || cut {
			t.Errorf("tokenize(%q)\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

func TestTokenizeIsLinearAndCapped(t *testing.T) {
	for _, unit := range []string{"a.", "a-", "'", "\"", "a'", "1,", ".", "(", "a b ", "é’", "1:1'"} {
		text := strings.Repeat(unit, 200_000)
		start := time.Now()
		tokens, _ := tokenize(text, ascribe.Span{End: len(text)}, maxSentenceTokens)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q repeated: took %v", unit, took)
		}
		if len(tokens) > maxSentenceTokens {
			t.Errorf("%q repeated: %d tokens", unit, len(tokens))
		}
	}
	if _, cut := tokenize(strings.Repeat("a ", 3000), ascribe.Span{End: 6000}, maxSentenceTokens); !cut {
		t.Error("a sentence of 3,000 tokens was not reported as cut short")
	}
}

func FuzzTokenize(f *testing.F) {
	f.Add("“He’s” 'said' U.S. A.B. o'clock d’Été 's n't")
	f.Add("'\"`` ''\u200b\xff\xfe 1,2.3:4")
	f.Fuzz(func(t *testing.T, text string) {
		tokens, _ := tokenize(text, ascribe.Span{End: len(text)}, maxSentenceTokens)
		at := 0
		for _, tok := range tokens {
			if tok.Span.Start < at || tok.Span.End <= tok.Span.Start || tok.Span.End > len(text) {
				t.Fatalf("token %q at %v follows byte %d of %q", tok.Text, tok.Span, at, text)
			}
			if tok.Span.Of(text) != tok.Text {
				t.Fatalf("token %q is not its span %v", tok.Text, tok.Span)
			}
			at = tok.Span.End
		}
	})
}
