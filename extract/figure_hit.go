package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
)

// hits returns the counts of people who were hurt without a word that says so for
// good: brought to a hospital, in critical condition, with gunshot wounds, struck
// by a bullet. Like those shot, they may be among the dead.
func (c *clause) hits(i int) []harmCount {
	var list []*nominal
	switch {
	case c.unreal(i):
		return nil
	case c.is(i, "hospitalized hospitalised") && c.at[i] < 0:
		list = c.patientsOf(i)
	case c.is(i, "taken rushed transported flown airlifted transferred carried brought driven sent") && c.at[i] < 0 && c.leadsToHospital(i+1):
		list = c.patientsOf(i)
	case c.is(i, "struck hit grazed") && c.at[i] < 0 && c.byBullet(i+1):
		list = c.patientsOf(i)
	case c.is(i, "striking hitting") && c.at[i] < 0 && c.holdsAny("bullet bullets gunfire gunshot gunshots shots rounds fire fired firing shooting", 0, i):
		list = c.patientsOf(i)
	case c.is(i, "treated") && c.at[i] < 0 && (c.is(i+1, "for at") || c.leadsToHospital(i+1)):
		list = c.patientsOf(i)
	case c.is(i, "bleeding suffered suffers suffering sustained sustaining sustains suffer received receiving") && c.at[i] < 0 && c.woundAfter(i+1):
		list = c.sufferers(i)
	case c.is(i, "with") && c.woundAfter(i+1):
		list = c.woundedBefore(i)
	case c.is(i, "in") && c.conditionAfter(i+1):
		list = c.stateHolders(i)
	case c.is(i, "recovering") && c.at[i] < 0 && c.verbal(i-1):
		list = c.subject(i)
	case c.is(i, "fighting clinging battling") && c.at[i] < 0 && c.forLife(i+1):
		list = c.subject(i)
	case c.is(i, "remain remains remained") && c.at[i] < 0 && (c.is(i+1, "hospitalized hospitalised") || c.is(i+1, "in at") && c.hospitalAt(i+2)):
		list = c.subject(i)
	default:
		return nil
	}
	found := c.countsIn(i, ascribe.Injured, list)
	for k := range found {
		found[k].shot = true
	}
	return found
}

// leadsToHospital reports whether "to … hospital" follows from token i on.
func (c *clause) leadsToHospital(i int) bool {
	to := false
	for j := i; j < len(c.Tokens) && j < i+14; j++ {
		switch {
		case c.is(j, ". ; ,") && !to:
			return false
		case c.is(j, "to at from by"):
			to = true
		case to && c.is(j, "hospital hospitals hospital's clinic clinics infirmary trauma medical surgery"):
			return true
		}
	}
	return false
}

// forLife reports whether "for her life" or "to life" follows from token i on.
func (c *clause) forLife(i int) bool {
	if !c.is(i, "for to") {
		return false
	}
	if c.is(i+1, "his her their the") {
		i++
	}
	return c.is(i+1, "life lives")
}

// hospitalAt reports whether the phrase at token i is a hospital.
func (c *clause) hospitalAt(i int) bool {
	n := c.nominalAt(i)
	if n == nil {
		return c.is(i, "hospital")
	}
	return c.is(n.head, "hospital hospitals")
}

// byBullet reports whether what struck is a bullet or the like.
func (c *clause) byBullet(i int) bool {
	for j := i; j < len(c.Tokens) && j < i+7; j++ {
		if c.is(j, ". ; ,") {
			return false
		}
		if c.is(j, "bullet bullets gunfire gunshot gunshots shrapnel round rounds shot shots crossfire splinters pellets fragments") {
			return true
		}
		if c.is(j, "in") && c.is(j+1, "the his her their") && c.is(j+2, bodyParts) {
			return true
		}
	}
	return false
}

const bodyParts = "leg legs arm arms chest head back shoulder abdomen stomach foot hand face neck thigh hip torso buttocks ankle side " +
	"upper lower left right"

// woundAfter reports whether the phrase at token i is of wounds: "multiple
// gunshot wounds", "shrapnel injuries".
func (c *clause) woundAfter(i int) bool {
	for j := i; j < len(c.Tokens) && j < i+9; j++ {
		switch {
		case c.is(j, "wound wounds injury injuries burns concussion"):
			return !c.is(j+1, "to") || !c.is(j+2, "its")
		case c.is(j, "no without minimal"), c.at[j] < 0 && !c.is(j, "life - threatening non to be and or serious severe critical from a described what appeared multiple apparent ,"):
			return false
		}
	}
	return false
}

// conditionAfter reports whether token i begins "critical but stable condition".
func (c *clause) conditionAfter(i int) bool {
	if c.is(i, "a the") {
		i++
	}
	if c.is(i, "hospital icu surgery") {
		return true
	}
	if !c.is(i, "critical serious stable grave fair good guarded intensive") {
		return false
	}
	for j := i + 1; j < i+6; j++ {
		if c.is(j, "condition conditions care") {
			return true
		}
	}
	return false
}

// sufferers returns the subject of a verb of suffering at token i, or the phrase
// that its participle follows: "two men suffering from gunshot wounds".
func (c *clause) sufferers(i int) []*nominal {
	if n := c.nominalAt(i - 1); n != nil && c.is(i, "suffering sustaining receiving") {
		return c.joinedOr(n)
	}
	return c.subject(i)
}

// woundedBefore returns who has the wounds that "with" at token i speaks of.
func (c *clause) woundedBefore(i int) []*nominal {
	if n := c.nominalAt(i - 1); n != nil {
		if n.kind() == nlp.Person || n.phrase == nil || c.counted(n) && c.human(n) {
			return c.joinedOr(n)
		}
		return nil
	}
	if c.is(i-1, "hospitalized hospitalised found treated left") {
		return nil // its own verb says so
	}
	return nil
}

// stateHolders returns who is in the state that "in" at token i begins.
func (c *clause) stateHolders(i int) []*nominal {
	if n := c.nominalAt(i - 1); n != nil {
		if n.circumstance() || !c.human(n) {
			return nil
		}
		return c.joinedOr(n)
	}
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if c.verbal(j) {
			return c.subject(j)
		}
	}
	return nil
}
