package web

import (
	"ascribe"
	"ascribe/review"
)

// said writes what a person holds a sentence to say in one slot.
func (t *tongue) said(s review.Said) string {
	if s.Value == review.NotSaid {
		return t.t("said.nothing")
	}
	switch s.Slot {
	case "position":
		return t.t("said.position", visible(s.About), t.t("position."+s.Value))
	case "type", "stage":
		return t.t(s.Slot + "." + s.Value)
	case "answer":
		return t.t("answer." + s.Value)
	case "date":
		if d, err := ascribe.ParseEDTF(s.Value); err == nil {
			return t.date(&d)
		}
	default:
		if f, err := review.ParseFigure(s.Value); err == nil {
			return t.figure(f)
		}
	}
	return visible(s.Value)
}
