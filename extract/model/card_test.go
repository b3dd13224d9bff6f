package model

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// The card beside the weights is that of the weights, and CARD.md shows it.
func TestCard(t *testing.T) {
	var card struct {
		ID          string
		Fingerprint string
		Parts       []struct {
			Name  string
			Bytes int
		}
		Data []struct {
			Name, Licence string
			Size          int
		}
	}
	b, err := os.ReadFile("card.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &card); err != nil {
		t.Fatal(err)
	}
	bundle, err := ReadBundle(weights)
	if err != nil {
		t.Fatal(err)
	}
	if want := string(bundle[IDPart]); card.ID != want || want != Identify(bundle) {
		t.Errorf("card.json is of %s, the weights call themselves %s and are %s: ascribe-lab train writes both", card.ID, want, Identify(bundle))
	}
	if want := string(bundle[FingerprintPart]); card.Fingerprint != want {
		t.Errorf("card.json has features %s, the weights have %s", card.Fingerprint, want)
	}
	if len(card.Parts) != len(bundle) {
		t.Errorf("card.json lists %d parts of %d", len(card.Parts), len(bundle))
	}
	for _, p := range card.Parts {
		if len(bundle[p.Name]) != p.Bytes {
			t.Errorf("part %s has %d bytes, card.json says %d", p.Name, len(bundle[p.Name]), p.Bytes)
		}
	}
	for _, d := range card.Data {
		if d.Size == 0 || d.Licence == "" {
			t.Errorf("card.json does not say how large %q is and under what licence", d.Name)
		}
	}
	text, err := os.ReadFile("CARD.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "Weights `"+card.ID+"`") {
		t.Errorf("CARD.md is not of %s: ascribe-lab bench engine writes its tables", card.ID)
	}
}
