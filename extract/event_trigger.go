package extract

import (
	"strings"

	"ascribe"
)

// A frame says where the grammar of a trigger puts who did it and to whom.
type frame uint8

const (
	harming   frame = iota // A kills B; B is killed by A
	setting                // A plants a bomb at B
	bursting               // a bomb explodes at B; A blows up B
	meeting                // A clashes with B
	damaging               // A destroys B, a thing
	dying                  // B dies
	strike                 // a rocket hits B; an explosion tears through B
	menacing               // A warns B of attacks; A threatens B
	deed                   // noun: the murder of B by A; B's murder
	assailing              // noun: A's attack on B
	blast                  // noun: the explosion at B
	pointing               // noun that only points back: the incident
)

// noun reports whether the frame is one of a noun.
func (f frame) noun() bool { return f >= deed }

// A sense is what a trigger word tells of an incident.
type sense struct {
	kind   ascribe.IncidentType
	frame  frame
	effect string // what it does to its target, when the word says so
	weak   bool   // tells of an incident only beside a stronger sign: a weapon, an armed actor, another trigger
}

// verbTriggers and nounTriggers are the words that tell of incidents, by type.
// The forms of one word share a row.
var verbTriggers = []struct {
	forms string
	sense
}{
	{"kill kills killed killing slay slays slew slain slaying murder murders murdered murdering", sense{ascribe.Attack, harming, "killed", false}},
	{"assassinate assassinates assassinated assassinating", sense{ascribe.Assassination, harming, "killed", false}},
	{"massacre massacres massacred massacring slaughter slaughters slaughtered slaughtering", sense{ascribe.Attack, harming, "killed", false}},
	{"behead beheads beheaded beheading hanged lynched lynch lynching", sense{ascribe.Execution, harming, "killed", false}},
	{"execute executes executed executing", sense{ascribe.Execution, harming, "killed", false}},
	{"stab stabs stabbed stabbing hacked", sense{ascribe.Attack, harming, "", false}},
	{"attack attacks attacked attacking ambush ambushes ambushed ambushing", sense{ascribe.Attack, harming, "", false}},
	{"raid raids raided raiding storm storms stormed storming", sense{ascribe.Attack, harming, "", true}},
	{"sabotage sabotages sabotaged sabotaging", sense{ascribe.Attack, damaging, "some_damage", false}},
	{"wound wounds wounded wounding injure injures injured injuring maim maimed maiming", sense{ascribe.Attack, harming, "injured", true}},
	{"bomb bombs bombed bombing dynamite dynamites dynamited dynamiting firebombed firebomb", sense{ascribe.Bombing, harming, "", false}},
	{"explode explodes exploded exploding detonate detonates detonated detonating", sense{ascribe.Bombing, bursting, "", false}},
	{"plant plants planted planting place places placed placing hurl hurls hurled hurling throw throws threw thrown throwing toss tosses tossed tossing lob lobs lobbed lobbing launch launches launched launching", sense{ascribe.Bombing, setting, "", true}},
	{"defuse defuses defused defusing deactivate deactivated deactivating dismantle dismantled disarmed neutralized", sense{ascribe.Bombing, setting, "no_damage", true}},
	{"shoot shoots shot shooting machinegun machinegunned machine-gunned strafe strafed strafing", sense{ascribe.Shooting, harming, "", false}},
	{"kidnap kidnaps kidnapped kidnaped kidnapping kidnaping abduct abducts abducted abducting", sense{ascribe.Kidnapping, harming, "kidnapped", false}},
	{"hijack hijacks hijacked hijacking", sense{ascribe.Kidnapping, harming, "", false}},
	{"torch torches torched torching burn burns burned burnt burning", sense{ascribe.Arson, damaging, "destroyed", true}},
	{"rob robs robbed robbing loot loots looted looting ransack ransacks ransacked ransacking", sense{ascribe.Robbery, harming, "", false}},
	{"steal steals stole stolen stealing", sense{ascribe.Robbery, harming, "", true}},
	{"assault assaults assaulted assaulting torture tortures tortured torturing rape rapes raped raping", sense{ascribe.Assault, harming, "injured", true}},
	{"shell shells shelled shelling", sense{ascribe.Shelling, harming, "", false}},
	{"bombard bombards bombarded bombarding", sense{ascribe.Shelling, harming, "", false}},
	{"clash clashes clashed clashing fought battled skirmished", sense{ascribe.Clash, meeting, "", false}},
	{"arrest arrests arrested arresting detain detains detained detaining capture captures captured capturing apprehended", sense{ascribe.Arrest, harming, "", false}},
	{"destroy destroys destroyed destroying damage damages damaged damaging wrecked wreck wrecking shattered", sense{ascribe.Attack, damaging, "", true}},
	{"warn warns warned", sense{ascribe.Warning, menacing, "", false}},
	{"threaten threatens threatened", sense{ascribe.Threat, menacing, "", true}},
	{"die dies died dying perished perish", sense{ascribe.Attack, dying, "killed", true}},
}

var nounTriggers = []struct {
	forms string
	sense
}{
	{"murder murders killing killings slaying slayings homicide homicides murder-suicide", sense{ascribe.Attack, deed, "killed", false}},
	{"assassination assassinations", sense{ascribe.Assassination, deed, "killed", false}},
	{"massacre massacres slaughter", sense{ascribe.Attack, deed, "killed", false}},
	{"death deaths", sense{ascribe.Attack, deed, "killed", true}},
	{"execution executions beheading beheadings lynching", sense{ascribe.Execution, deed, "killed", false}},
	{"kidnapping kidnappings kidnaping kidnapings abduction abductions", sense{ascribe.Kidnapping, deed, "kidnapped", false}},
	{"hijacking hijackings", sense{ascribe.Kidnapping, deed, "", false}},
	{"attack attacks ambush ambushes", sense{ascribe.Attack, assailing, "", false}},
	{"assault assaults raid raids sabotage", sense{ascribe.Attack, assailing, "", true}},
	{"bombing bombings", sense{ascribe.Bombing, deed, "", false}},
	{"explosion explosions blast blasts detonation detonations", sense{ascribe.Bombing, blast, "", false}},
	{"bomb bombs car-bomb car-bombs carbomb device devices dynamite explosives charge charges grenade grenades", sense{ascribe.Bombing, blast, "", true}},
	{"shooting shootings drive-by", sense{ascribe.Shooting, deed, "", false}},
	{"gunfire gunshot gunshots", sense{ascribe.Shooting, blast, "", true}},
	{"stabbing stabbings", sense{ascribe.Attack, deed, "", false}},
	{"airstrike airstrikes air-strike air-strikes", sense{ascribe.AirStrike, assailing, "", false}},
	{"shelling shellings bombardment bombardments", sense{ascribe.Shelling, deed, "", false}},
	{"robbery robberies holdup looting theft", sense{ascribe.Robbery, deed, "", true}},
	{"arson", sense{ascribe.Arson, deed, "", false}},
	{"burning burnings", sense{ascribe.Arson, deed, "destroyed", true}},
	{"destruction demolition", sense{ascribe.Attack, deed, "destroyed", true}},
	{"clash clashes firefight firefights gunfight gunfights shootout skirmish skirmishes", sense{ascribe.Clash, assailing, "", false}},
	{"fighting battle battles combat combats", sense{ascribe.Clash, assailing, "", true}},
	{"arrest arrests detention detentions", sense{ascribe.Arrest, deed, "", false}},
	{"incident incidents crime crimes operation tragedy action assassin", sense{ascribe.OtherIncident, pointing, "", true}},
}

// phraseTriggers are the triggers of more than one word.
// The first row that fits holds.
var phraseTriggers = []struct {
	words string
	sense
}{
	{"blew up", sense{ascribe.Bombing, bursting, "destroyed", false}},
	{"blow up", sense{ascribe.Bombing, bursting, "destroyed", false}},
	{"blown up", sense{ascribe.Bombing, bursting, "destroyed", false}},
	{"blowing up", sense{ascribe.Bombing, bursting, "destroyed", false}},
	{"went off", sense{ascribe.Bombing, bursting, "", false}},
	{"gone off", sense{ascribe.Bombing, bursting, "", false}},
	{"going off", sense{ascribe.Bombing, bursting, "", false}},
	{"set off", sense{ascribe.Bombing, setting, "", true}},
	{"setting off", sense{ascribe.Bombing, setting, "", true}},
	{"shots rang out", sense{ascribe.Shooting, blast, "", true}},
	{"shots were fired", sense{ascribe.Shooting, blast, "", true}},
	{"gunshot wounds", sense{ascribe.Shooting, blast, "", true}},
	{"gunshot wound", sense{ascribe.Shooting, blast, "", true}},
	{"opened fire on", sense{ascribe.Shooting, harming, "", false}},
	{"opened fire at", sense{ascribe.Shooting, harming, "", false}},
	{"opened fire against", sense{ascribe.Shooting, harming, "", false}},
	{"opened fire", sense{ascribe.Shooting, meeting, "", false}},
	{"opening fire on", sense{ascribe.Shooting, harming, "", false}},
	{"fired on", sense{ascribe.Shooting, harming, "", false}},
	{"fired at", sense{ascribe.Shooting, harming, "", false}},
	{"fired upon", sense{ascribe.Shooting, harming, "", false}},
	{"firing at", sense{ascribe.Shooting, harming, "", false}},
	{"firing on", sense{ascribe.Shooting, harming, "", false}},
	{"shot at", sense{ascribe.Shooting, harming, "", false}},
	{"shot dead", sense{ascribe.Shooting, harming, "killed", false}},
	{"shot to death", sense{ascribe.Shooting, harming, "killed", false}},
	{"shot and killed", sense{ascribe.Shooting, harming, "killed", false}},
	{"shot down", sense{ascribe.Shooting, harming, "", false}},
	{"gunned down", sense{ascribe.Shooting, harming, "killed", false}},
	{"gunning down", sense{ascribe.Shooting, harming, "killed", false}},
	{"mowed down", sense{ascribe.Shooting, harming, "killed", false}},
	{"riddled with bullets", sense{ascribe.Shooting, harming, "killed", false}},
	{"hacked to death", sense{ascribe.Attack, harming, "killed", false}},
	{"beaten to death", sense{ascribe.Assault, harming, "killed", false}},
	{"set fire to", sense{ascribe.Arson, damaging, "destroyed", false}},
	{"setting fire to", sense{ascribe.Arson, damaging, "destroyed", false}},
	{"sets fire to", sense{ascribe.Arson, damaging, "destroyed", false}},
	{"set on fire", sense{ascribe.Arson, damaging, "destroyed", false}},
	{"set afire", sense{ascribe.Arson, damaging, "destroyed", false}},
	{"set ablaze", sense{ascribe.Arson, damaging, "destroyed", false}},
	{"burned down", sense{ascribe.Arson, damaging, "destroyed", false}},
	{"took hostage", sense{ascribe.Kidnapping, harming, "kidnapped", false}},
	{"taken hostage", sense{ascribe.Kidnapping, harming, "kidnapped", false}},
	{"held hostage", sense{ascribe.Kidnapping, harming, "kidnapped", false}},
	{"taking hostage", sense{ascribe.Kidnapping, harming, "kidnapped", false}},
	{"air strike", sense{ascribe.AirStrike, assailing, "", false}},
	{"air strikes", sense{ascribe.AirStrike, assailing, "", false}},
	{"air raid", sense{ascribe.AirStrike, assailing, "", false}},
	{"air raids", sense{ascribe.AirStrike, assailing, "", false}},
	{"aerial bombing", sense{ascribe.AirStrike, deed, "", false}},
	{"drone strike", sense{ascribe.AirStrike, assailing, "", false}},
	{"drone strikes", sense{ascribe.AirStrike, assailing, "", false}},
	{"suicide bombing", sense{ascribe.SuicideAttack, deed, "", false}},
	{"suicide bombings", sense{ascribe.SuicideAttack, deed, "", false}},
	{"suicide attack", sense{ascribe.SuicideAttack, assailing, "", false}},
	{"suicide attacks", sense{ascribe.SuicideAttack, assailing, "", false}},
	{"suicide bomber", sense{ascribe.SuicideAttack, blast, "", true}},
	{"suicide bombers", sense{ascribe.SuicideAttack, blast, "", true}},
	{"blew himself up", sense{ascribe.SuicideAttack, meeting, "", false}},
	{"blew herself up", sense{ascribe.SuicideAttack, meeting, "", false}},
	{"blew themselves up", sense{ascribe.SuicideAttack, meeting, "", false}},
	{"armed strike", sense{ascribe.ForcedWorkStoppage, assailing, "", false}},
	{"work stoppage", sense{ascribe.ForcedWorkStoppage, assailing, "", true}},
	{"transportation stoppage", sense{ascribe.ForcedWorkStoppage, assailing, "", true}},
	{"death threat", sense{ascribe.Threat, assailing, "", false}},
	{"death threats", sense{ascribe.Threat, assailing, "", false}},
	{"bomb threat", sense{ascribe.Threat, assailing, "", false}},
	{"bomb threats", sense{ascribe.Threat, assailing, "", false}},
}

// A lexeme is the senses that one word form may have.
type lexeme struct {
	verb, noun sense
	isVerb     bool
	isNoun     bool
}

// lexemes finds a trigger by its form.
var lexemes = indexTriggers()

func indexTriggers() map[string]lexeme {
	m := map[string]lexeme{}
	for _, row := range verbTriggers {
		for _, f := range strings.Fields(row.forms) {
			x := m[f]
			x.verb, x.isVerb = row.sense, true
			m[f] = x
		}
	}
	for _, row := range nounTriggers {
		for _, f := range strings.Fields(row.forms) {
			x := m[f]
			x.noun, x.isNoun = row.sense, true
			m[f] = x
		}
	}
	return m
}

// phraseSenses finds the triggers of several words by their first word.
var phraseSenses = indexPhrases()

type phraseSense struct {
	words []string
	sense
}

func indexPhrases() map[string][]phraseSense {
	m := map[string][]phraseSense{}
	for _, row := range phraseTriggers {
		w := strings.Fields(row.words)
		m[w[0]] = append(m[w[0]], phraseSense{w, row.sense})
	}
	return m
}
