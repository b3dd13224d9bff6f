package nlp

import (
	"ascribe/extract/feature"
	"ascribe/extract/lexicon"
)

// Kinds of reference that no phrase has.
const (
	happening = 100 + iota
	people
)

// kindOfEntity is the kind of what a name of the type names.
func kindOfEntity(t EntityType) uint8 {
	switch t {
	case PersonName:
		return uint8(Person)
	case OrgName:
		return uint8(Organization)
	case ArmedGroup:
		return uint8(Group)
	case GPEName, LocName:
		return uint8(Location)
	case FacName:
		return uint8(Facility)
	case WeaponName:
		return uint8(Weapon)
	case DateText:
		return uint8(Time)
	case NumberText:
		return uint8(Quantity)
	case EventName:
		return happening
	case NorpName:
		return people
	}
	return 0
}

// men and women are titles and nouns that tell the gender of whom they name.
var (
	men = setOf(`mr mr. king prince lord sir father son brother uncle husband man boy spokesman businessman policeman gunman nephew
		grandfather widower emperor monk priest`)
	women = setOf(`mrs mrs. ms ms. miss queen princess lady mother daughter sister aunt wife woman girl spokeswoman businesswoman policewoman
		niece grandmother widow empress nun actress`)
)

// describe sets the gender and the kind of what a wording refers to.
func (t *traits) describe(s *Sentence, r *Reference) {
	if t.Sort == feature.Pronominal {
		t.describePronoun()
		return
	}
	t.Kind = kindOfWords(t, s, r)
	for k := r.First; k <= r.Head; k++ {
		if k < r.Head && s.Tokens[k].UPOS != "PROPN" {
			continue
		}
		switch lower := s.Tokens[k].Lower; {
		case men[lower]:
			t.Gender, t.Kind = masculine, uint8(Person)
		case women[lower]:
			t.Gender, t.Kind = feminine, uint8(Person)
		}
	}
	if t.Gender == 0 && t.Kind != 0 && t.Kind != uint8(Person) && t.Number == singular {
		t.Gender = neuter
	}
}

func (t *traits) describePronoun() {
	switch t.lower {
	case "he", "him", "his", "himself":
		t.Gender, t.Kind = masculine, uint8(Person)
	case "she", "her", "hers", "herself":
		t.Gender, t.Kind = feminine, uint8(Person)
	case "it", "its", "itself":
		t.Gender = neuter
	case "who", "whom", "i", "me", "my", "you", "your", "we", "us", "our", "myself":
		t.Kind = uint8(Person)
	}
}

// kindOfWords is the kind that the entity at the head, or the head itself, tells.
func kindOfWords(t *traits, s *Sentence, r *Reference) uint8 {
	for _, e := range s.Entities {
		if e.First <= r.Head && r.Head < e.Last {
			return kindOfEntity(e.Type)
		}
	}
	if t.Sort == feature.Proper {
		switch kind, ok := lexicon.OrgWord(t.lower); {
		case ok && kind == "place":
			return uint8(Location)
		case ok:
			return uint8(headKinds[kind])
		case months[t.lower] || weekdays[t.lower]:
			return uint8(Time)
		case s.Tokens[r.First].UPOS == "PROPN" && lexicon.FirstName(s.Tokens[r.First].Lower):
			return uint8(Person)
		}
	}
	h, ok := lexicon.HeadOf(t.lower)
	switch {
	case !ok:
		return 0
	case h.Kind == "place":
		return uint8(Location)
	}
	return uint8(headKinds[h.Kind])
}
