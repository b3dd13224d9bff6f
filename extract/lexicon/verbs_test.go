package lexicon_test

import (
	"testing"

	"ascribe/extract/lexicon"
)

func TestVerb(t *testing.T) {
	for _, c := range []struct {
		word, lemma string
		form        lexicon.Form
	}{
		{"killed", "kill", lexicon.PastForm},
		{"kidnapped", "kidnap", lexicon.PastForm},
		{"kidnapping", "kidnap", lexicon.GerundForm},
		{"admitted", "admit", lexicon.PastForm},
		{"denies", "deny", lexicon.ThirdForm},
		{"denied", "deny", lexicon.PastForm},
		{"said", "say", lexicon.PastForm},
		{"taken", "take", lexicon.ParticipleForm},
		{"blew", "blow", lexicon.PastForm},
		{"dying", "die", lexicon.GerundForm},
		{"ambushed", "ambush", lexicon.PastForm},
		{"ambushes", "ambush", lexicon.ThirdForm},
		{"bombed", "bomb", lexicon.PastForm},
		{"visited", "visit", lexicon.PastForm},
		{"gunned", "gun", lexicon.PastForm},
		{"robbed", "rob", lexicon.PastForm},
		{"machine-gunned", "machine-gun", lexicon.PastForm},
		{"fled", "flee", lexicon.PastForm},
		{"fleeing", "flee", lexicon.GerundForm},
		{"shelled", "shell", lexicon.PastForm},
		{"attack", "attack", lexicon.BaseForm},
		{"reported", "report", lexicon.PastForm},
		{"suffered", "suffer", lexicon.PastForm},
		{"stabbed", "stab", lexicon.PastForm},
		{"was", "be", lexicon.PastForm},
		{"planned", "plan", lexicon.PastForm},
		{"looked", "look", lexicon.PastForm},
		{"occurred", "occur", lexicon.PastForm},
		{"opened", "open", lexicon.PastForm},
		{"planted", "plant", lexicon.PastForm},
		{"detained", "detain", lexicon.PastForm},
		{"beheaded", "behead", lexicon.PastForm},
		{"torched", "torch", lexicon.PastForm},
		{"dumped", "dump", lexicon.PastForm},
		{"shot", "shoot", lexicon.PastForm},
		{"extorted", "extort", lexicon.PastForm},
		{"murdered", "murder", lexicon.PastForm},
	} {
		lemma, form, ok := lexicon.Verb(c.word)
		if !ok || lemma != c.lemma || form != c.form {
			t.Errorf("Verb(%q) = %q %q %v, want %q %q", c.word, lemma, form, ok, c.lemma, c.form)
		}
	}
	for _, word := range []string{"peasant", "xyzzy", ""} {
		if lemma, _, ok := lexicon.Verb(word); ok {
			t.Errorf("Verb(%q) = %q, want none", word, lemma)
		}
	}
}
