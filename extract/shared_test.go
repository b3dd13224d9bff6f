package extract_test

import (
	"reflect"
	"sync"
	"testing"

	"ascribe"
	"ascribe/extract"
)

// sharedTexts are read by several at once, mixed case and capitals.
var sharedTexts = []string{
	"Gunmen of the Maran Liberation Front killed at least seven soldiers near Port Maren on Sunday, the defense ministry said. The group denied it.",
	"A CAR BOMB EXPLODED OUTSIDE THE POLICE STATION IN TALVIK ON 3 MARCH. NO ONE HAS CLAIMED RESPONSIBILITY.",
	"\"We did not do this,\" said Oskar Vendt, who leads the Aldan League. Police blamed his followers for the blast that wounded 12 people.",
}

// TestReadersShareOneEngine reads the same articles from several goroutines with
// one engine: each gets the reading that one alone gets. It is what the race
// detector is run on.
func TestReadersShareOneEngine(t *testing.T) {
	x := extract.New(newEngine(t))
	alone := make([]*ascribe.Reading, len(sharedTexts))
	for i, text := range sharedTexts {
		alone[i] = x.Read(document(t, text), ascribe.Appearance{})
	}
	if len(alone[0].Statements) == 0 {
		t.Fatal("nothing is read, so nothing is compared")
	}
	var all sync.WaitGroup
	for first := range 4 {
		all.Go(func() {
			for k := range sharedTexts {
				i := (first + k) % len(sharedTexts)
				if got := x.Read(document(t, sharedTexts[i]), ascribe.Appearance{}); !reflect.DeepEqual(got, alone[i]) {
					t.Errorf("text %d is read otherwise beside other readers", i)
				}
			}
		})
	}
	all.Wait()
}
