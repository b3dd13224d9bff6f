package extract

import "ascribe/extract/nlp"

// arm adds the weapons that the sentence names beside the trigger, unless it
// tells of arms found or seized.
func (t *telling) arm() {
	c := t.clause
	for i := range c.Tokens {
		if c.is(i, "seized confiscated found discovered recovered cache seizure captured smuggled deactivated") && !c.is(i, "captured") {
			return
		}
	}
	for i := range c.nominals {
		n := &c.nominals[i]
		if !c.weapon(n) || t.holdsWeapon(n) || n.first <= t.first && t.first < n.last && t.frame != blast {
			continue
		}
		t.weapons = append(t.weapons, filler{c: c, n: n})
	}
}

func (t *telling) holdsWeapon(n *nominal) bool {
	for _, w := range t.weapons {
		if w.n.first <= n.first && n.last <= w.n.last {
			return true
		}
	}
	return false
}

// weapon reports whether a phrase names a weapon: by the analysis, or by the
// words in it; a charge or a device may be of another kind.
func (c *clause) weapon(n *nominal) bool {
	armed := weaponWords[c.lower(n.head)]
	for j := n.first; j < n.last; j++ {
		armed = armed || weaponWords[c.lower(j)] && c.is(n.head, weaponCarriers)
	}
	if armed {
		return true
	}
	if c.is(n.head, "charge charges device devices sticks") {
		return c.is(n.last, "of") && c.is(n.last+1, "dynamite explosives explosive tnt")
	}
	return n.kind() == nlp.Weapon && !c.is(n.head, "weapons arms ammunition shots shot blast fire") || c.is(n.head, "weapons arms") && n.head > n.first
}

// weaponWords name a weapon by themselves or make one of the word after them.
var weaponWords = wordSet("bomb bombs dynamite explosive explosives grenade grenades rifle rifles machinegun machineguns machine-gun machine-guns " +
	"submachinegun submachineguns mortar mortars rocket rockets missile missiles car-bomb car-bombs carbomb firebomb firebombs " +
	"molotov bullet bullets pistol pistols gun guns handgun shotgun shotguns revolver revolvers tnt ied ieds machete machetes knife knives firearms " +
	"firearm landmine landmines bazooka bazookas ak-47 ak-47s m-16 m-16s rpg-7 artillery mines booby-trap flamethrower incendiary demolition")

// weaponCarriers are heads that a weapon word makes a weapon of.
const weaponCarriers = "stick sticks charge charges device devices cocktail cocktails launcher launchers bomb bombs fire rounds explosives trap traps weapon weapons"
