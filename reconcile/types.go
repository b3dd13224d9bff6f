package reconcile

import "ascribe"

// A family of types is one that tellings of one incident may differ within: a
// bombing in one report is an attack in the next.
type family int

const (
	otherFamily family = iota
	violence           // anything that strikes people or things
	taking             // kidnapping
	state              // arrest, execution
	words              // threat, warning
	stoppage
)

func familyOf(t ascribe.IncidentType) family {
	switch t {
	case ascribe.Kidnapping:
		return taking
	case ascribe.Arrest:
		return state
	case ascribe.Threat, ascribe.Warning:
		return words
	case ascribe.ForcedWorkStoppage:
		return stoppage
	case ascribe.OtherIncident:
		return otherFamily
	}
	return violence
}

// violent reports whether a type is one that "attack" is the vaguer word for.
func violent(t ascribe.IncidentType) bool {
	return familyOf(t) == violence && t != ascribe.Robbery
}

// groups of types that reporters use for one another.
var alike = [][]ascribe.IncidentType{
	{ascribe.Bombing, ascribe.SuicideAttack},
	{ascribe.AirStrike, ascribe.Shelling},
	{ascribe.AirStrike, ascribe.Bombing},
	{ascribe.Shelling, ascribe.Bombing},
	{ascribe.Shooting, ascribe.Assassination},
	{ascribe.Shooting, ascribe.Execution},
	{ascribe.Shooting, ascribe.Clash},
	{ascribe.Shooting, ascribe.Assault},
	{ascribe.Shooting, ascribe.Robbery},
	{ascribe.Assassination, ascribe.Execution},
	{ascribe.Threat, ascribe.Warning},
	{ascribe.Assault, ascribe.Robbery},
}

// compatibleTypes returns 1 when two types may be words for one thing, 0.5 when
// one is vague, 0 when they are of a family but different, -1 when they are not
// of one family.
func compatibleTypes(a, b ascribe.IncidentType) float64 {
	switch {
	case a == b && a != ascribe.OtherIncident:
		return 1
	case typeHolds(a, b), typeHolds(b, a), a == b:
		return 0.5
	}
	for _, pair := range alike {
		if pair[0] == a && pair[1] == b || pair[0] == b && pair[1] == a {
			return 0.5
		}
	}
	if familyOf(a) == familyOf(b) {
		return 0
	}
	return -1
}
