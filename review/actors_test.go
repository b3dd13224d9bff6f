package review

import (
	"testing"

	"ascribe"
)

func TestQuestionsAskEachPairOnce(t *testing.T) {
	front, fronts, mixed := ascribe.ActorRef{ID: "front", Name: "Maran Front"}, ascribe.ActorRef{ID: "frent", Name: "Maran Frent"}, ascribe.ActorRef{ID: "x", Name: "Nоrthern Dawn"}
	got := Questions([]ascribe.ActorSummary{{Actor: front}, {Actor: fronts}, {Actor: mixed}}, map[ascribe.ActorID][]ascribe.Alike{
		"front": {{Actor: fronts, As: "Maran Front", Because: "one letter"}},
		"frent": {{Actor: front, As: "Maran Frent", Because: "one letter"}},
		"x":     {{As: "Nоrthern Dawn", Because: "two alphabets"}},
	})
	if len(got) != 2 || got[1].LooksLike == nil || got[1].LooksLike.ID != "front" || got[0].LooksLike != nil || got[0].Actor.ID != "x" {
		t.Errorf("asked %+v", got)
	}
	if _, err := KeepApart([]string{"a", "b", "a"}); err == nil {
		t.Error("an actor is kept apart from itself")
	}
	if pairs, err := KeepApart([]string{"a", "b", "c"}); err != nil || len(pairs) != 3 || pairs[0].Judgement != ascribe.Different {
		t.Errorf("%+v %v", pairs, err)
	}
}
