package reconcile

import (
	"math"
	"slices"
	"testing"
)

func TestAlike(t *testing.T) {
	const first = "Police said a man was shot near the Ostrel warehouse; Ana Velt heard it from the herring stall."
	for name, tt := range map[string]struct {
		other        string
		alike, proof bool
	}{
		"names and things shared":   {"Velt, who keeps the herring stall by the Ostrel warehouse, called it a warning.", true, true},
		"only what any report says": {"Police said a man was shot on Monday and died in hospital; a witness heard shots.", false, false},
	} {
		x, y := wordingOf(first, nil), wordingOf(tt.other, nil)
		alike, rare := x.alike(&y)
		if back, again := y.alike(&x); back != alike || again != rare {
			t.Errorf("%s: %.3f and %.1f, from the other side %.3f and %.1f", name, alike, rare, back, again)
		}
		if alike > 0.2 != tt.alike || rare > 0 != tt.proof {
			t.Errorf("%s: %.2f alike, rare by %.1f", name, alike, rare)
		}
	}
	x := wordingOf(first, nil)
	if alike, _ := x.alike(&x); alike < 0.3 || math.IsNaN(alike) {
		t.Errorf("a text is %.2f like itself", alike)
	}
	if words, n := x.shared(&x); words != "ostrel velt herring stall warehouse ana" || n != 5 {
		t.Errorf("shared %q, %d", words, n)
	}
	if y := wordingOf(first, map[string]bool{"ostrel": true}); len(y.words) != len(x.words)-1 {
		t.Errorf("%d words with one apart of %d", len(y.words), len(x.words))
	}
	var none wording
	if alike, rare := none.alike(&x); alike != 0 || rare != 0 || none.within(&x) != 0 {
		t.Error("a text without words is like another")
	}
}

func TestWithinIsOfTheShorter(t *testing.T) {
	headline := wordingOf("Herring boat burns off Ostrel", nil)
	text := wordingOf("A herring boat was set alight off Ostrel. The crew of the Velt swam ashore.", nil)
	other := wordingOf("A tram depot in Talvik was shelled; the Velt crossing is shut.", nil)
	if in, out := headline.within(&text), headline.within(&other); in < 0.6 || in >= 1 || out != 0 {
		t.Errorf("within its own text by %.2f, within another by %.2f", in, out)
	}
	if back := text.within(&headline); back >= headline.within(&text) {
		t.Errorf("a text is within its headline by %.2f", back)
	}
}

func TestShortWordingsAreNotAlikeByOneWord(t *testing.T) {
	a, b := wordingOf("Ostrel burns", nil), wordingOf("Ostrel votes", nil)
	if alike, rare := a.alike(&b); alike > 0.35 || rare != unseen-rareAbove {
		t.Errorf("%.2f alike, rare by %.1f", alike, rare)
	}
}

func TestWordingIsKeptAsItIs(t *testing.T) {
	w := wordingOf("Ana Velt heard the shots at 508 Herring Lane in 2031.", nil)
	again := w.pack().unpack()
	if len(w.words) == 0 || !slices.Equal(w.words, again.words) || w.square != again.square || w.total != again.total {
		t.Errorf("%+v\n%+v", w, again)
	}
	for _, x := range w.words {
		if x.rarity < leastSay {
			t.Errorf("%q of %.1f is compared", x.word, x.rarity)
		}
	}
}

func TestAReasonListsTheRarestFirst(t *testing.T) {
	w := wordingOf("harbour oil cathedral zorvan ostrel velgrad talvik maren quillan", nil)
	words, n := w.shared(&w)
	if words != "maren ostrel quillan talvik velgrad zorvan" || n < 6 {
		t.Errorf("%q, %d", words, n)
	}
}

func TestANameSaysMoreThanAThing(t *testing.T) {
	rarityOf := func(w wording, word string) float64 {
		for _, x := range w.words {
			if x.word == word {
				return x.rarity
			}
		}
		return 0
	}
	thrown := wordingOf("Neighbours said that Karst Hemmel threw bandages over the zorvan.", nil)
	if name, other := rarityOf(thrown, "hemmel"), rarityOf(thrown, "zorvan"); name != unseen || other != thing {
		t.Errorf("a name is %.1f, a thing %.1f", name, other)
	}
	if known := rarityOf(thrown, "bandages"); known > thing {
		t.Errorf("a word of the table is %.1f", known)
	}
	capitals := wordingOf("KARST HEMMEL THREW BANDAGES OVER THE ZORVAN", nil)
	if got := rarityOf(capitals, "zorvan"); got != unseen {
		t.Errorf("in a text that shows no names a word is %.1f", got)
	}
	named := wordingOf("They met Ana Zorvan.", nil)
	_, rare := thrown.alike(&named)
	if _, back := named.alike(&thrown); rare != thing-rareAbove || back != rare {
		t.Errorf("a name here and a thing there are rare by %.1f and %.1f", rare, back)
	}
}
