package extract

import (
	"strings"

	"ascribe/extract/nlp"
)

// An occasion is what kind of thing a date dates, by the word that it hangs on.
type occasion string

const (
	ofNothing   occasion = "nothing"
	ofViolence  occasion = "a word of violence"
	ofHappening occasion = "a word of happening"
	ofDying     occasion = "a word of dying"
	ofAlarm     occasion = "a word of alarm or discovery"
	ofLaw       occasion = "a word of law"
	ofSaying    occasion = "a word of saying"
	ofAftermath occasion = "a word of what came after"
	ofBeing     occasion = "a word of being"
	ofOther     occasion = "another word"
)

// occasionWords are the words, verbs in their base form and nouns in the singular,
// that tell what a date dates; the first of two lists holds.
var occasionWords = func() map[string]occasion {
	m := map[string]occasion{}
	for _, list := range []struct {
		kind  occasion
		words string
	}{
		{ofViolence, "kill shoot wound injure hit strike attack bomb explode detonate ambush raid storm assassinate murder gun fire stab kidnap abduct seize burn " +
			"torch destroy shell target execute massacre slay hurt beat rob blast damage blow shooting attack bombing explosion killing slaying " +
			"assassination kidnapping shootout homicide assault clash fighting gunfire shot bullet violence rampage spree discharge shooter gunman attacker bomber assailant bloodshed murderer killer"},
		{ofHappening, "happen occur begin start erupt unfold break befall incident"},
		{ofDying, "die succumb death"},
		{ofSaying, "say tell speak talk announce report state declare add confirm acknowledge claim deny warn disclose reveal note accuse blame condemn denounce refer mention describe recall discuss deplore repudiate lament reject reiterate stress " +
			"indicate assert comment write post publish update broadcast print quote learn statement interview conference briefing communique message release"},
		{ofAlarm, "respond call arrive hear dispatch rush find discover alert notify summon flag transport hospitalize hospitalise treat awaken scene " +
			"walk enter burst approach pull drive open"},
		{ofLaw, "arrest charge convict sentence plead indict arraign try appear testify hold detain bail jail extradite surrender book face acquit " +
			"imprison trial hearing court verdict custody bond identify question interrogate file sue"},
		{ofAftermath, "release free rescue mourn bury visit gather vote meet demand protest march vow travel elect sign vigil funeral meeting rally ceremony service remember " +
			"attend cancel close reopen resume launch continue search look hunt seek investigate probe remain recover return work solve piece canvass comb process hope interview analyze"},
		{ofBeing, "be have seem become"},
	} {
		for _, w := range strings.Fields(list.words) {
			if _, known := m[w]; !known {
				m[w] = list.kind
			}
		}
	}
	return m
}()

// hungOn returns the token that the date at tokens [i, j) hangs on: the word above
// it in the tree that is neither part of it nor an hour or a part of the day; or
// nlp.NoHead.
func hungOn(s *nlp.Sentence, i, j int) int {
	at := nlp.NoHead
	for k := i; k < j && k < len(s.Tokens); k++ {
		if h := s.Tokens[k].Head; h < i || h >= j {
			at = h
			break
		}
	}
	for range 4 {
		if at < 0 || !hourWords[s.Tokens[at].Lower] && s.Tokens[at].UPOS != "NUM" {
			return at
		}
		at = s.Tokens[at].Head
	}
	return at
}

var hourWords = wordSet("a.m. p.m. am pm a.m p.m o'clock hours hour night morning evening afternoon noon midnight dawn dusk daybreak time around about approximately early late shortly just minutes minute")

// occasionOf tells what the token dates that a date hangs on.
func occasionOf(s *nlp.Sentence, at int) (occasion, string) {
	if at < 0 {
		return ofNothing, ""
	}
	t := &s.Tokens[at]
	w := t.Lemma
	if w == "" || t.UPOS != "VERB" && t.UPOS != "AUX" {
		w = singular(t.Lower)
	}
	if w == "take" {
		return took(s, at), w
	}
	if w == "turn" {
		return turned(s, at), w
	}
	if t.UPOS == "VERB" && takesLaw(s, at) {
		return ofLaw, w
	}
	if w == "find" && foundGuilty(s, at) {
		return ofLaw, w
	}
	if w == "receive" || w == "get" {
		return received(s, at), w
	}
	if h := t.Head; w == "hospitalize" && h >= 0 && s.Tokens[h].Lemma == "remain" {
		return ofAftermath, w
	}
	if reportedTo(s, at) {
		return ofAlarm, w
	}
	if kind, ok := occasionWords[w]; ok {
		return kind, w
	}
	if t.UPOS != "VERB" && t.UPOS != "NOUN" {
		return ofOther, ""
	}
	return ofOther, w
}

// took tells "took place" from "was taken into custody" and the rest.
func took(s *nlp.Sentence, at int) occasion {
	for k := at + 1; k < min(len(s.Tokens), at+4); k++ {
		switch s.Tokens[k].Lower {
		case "place":
			return ofHappening
		case "custody":
			return ofLaw
		case "hostage", "hostages", "captive":
			return ofViolence
		}
	}
	return ofOther
}

// turned tells "turned deadly" and "turned the gun on himself" from the rest.
func turned(s *nlp.Sentence, at int) occasion {
	for k := at + 1; k < min(len(s.Tokens), at+4); k++ {
		if setHolds("deadly fatal violent ugly gun rifle pistol handgun weapon shotgun", s.Tokens[k].Lower) {
			return ofViolence
		}
	}
	return ofOther
}

// foundGuilty tells "was found guilty" from what else is found.
func foundGuilty(s *nlp.Sentence, at int) bool {
	for k := at + 1; k < min(len(s.Tokens), at+4); k++ {
		if setHolds("guilty liable innocent competent", s.Tokens[k].Lower) {
			return true
		}
	}
	return false
}

// takesLaw reports whether the object of a verb makes it one of law: "entered a
// plea", "made a first appearance in court".
func takesLaw(s *nlp.Sentence, at int) bool {
	for _, d := range dependents(s, at, "obj") {
		switch singular(s.Tokens[d].Lower) {
		case "plea", "appearance", "probation", "sentence", "prison", "jail", "parole", "charge", "indictment", "verdict", "bond", "bail", "arraignment", "warrant":
			return true
		}
	}
	return false
}

// received tells "received a call" and "received three years in prison" from the
// rest.
func received(s *nlp.Sentence, at int) occasion {
	for _, d := range dependents(s, at, "obj") {
		switch singular(s.Tokens[d].Lower) {
		case "call", "report", "complaint", "alert", "word":
			return ofAlarm
		case "year", "month", "term":
			return ofLaw
		case "wound", "injury":
			return ofViolence
		}
	}
	return ofOther
}

// singular takes the s from a plural noun.
func singular(w string) string {
	if len(w) > 4 && w[len(w)-1] == 's' && w[len(w)-2] != 's' {
		return w[:len(w)-1]
	}
	return w
}
