package toll

import (
	"slices"
	"strings"
	"unicode"

	"ascribe"
	"ascribe/bench/corpus"
)

// governorates are the values of the key and how a gazetteer may name them. The
// key does not tell the city of Damascus from the governorate around it.
var governorates = []struct{ key, names string }{
	{"aleppo", "aleppo halab ḩalab"},
	{"idlib", "idlib idleb"},
	{"damascus", "damascus dimashq ghouta qalamoun douma"},
	{"raqqa", "raqqa raqqah"},
	{"deir ezzor", "deir ezzor zor dayr zawr deirezzor"},
	{"hasakeh", "hasakeh hasakah hasaka rojava"},
	{"homs", "homs hims"},
	{"hama", "hama hamah"},
	{"lattakia", "latakia lattakia ladhiqiyah"},
	{"daraa", "daraa dara deraa"},
	{"quneitra", "quneitra qunaytirah golan"},
}

// Governorate answers where an article's main incident was: the governorate of its
// place; where that names none, of the first other incident that is news and has
// one; else unknown.
func Governorate(r *ascribe.Reading) string {
	lead := Lead(r)
	if lead == nil {
		return Unknown
	}
	if g := governorate(lead.Where); g != Unknown {
		return g
	}
	for i := range r.Incidents {
		if o := &r.Incidents[i]; o.Recent {
			if g := governorate(o.Where); g != Unknown {
				return g
			}
		}
	}
	return Unknown
}

func governorate(p *ascribe.Place) string {
	if p == nil {
		return Unknown
	}
	for _, name := range []string{p.Admin1, p.Name, p.Text} {
		for _, g := range governorates {
			if sharesWord(words(name), strings.Fields(g.names)) {
				return g.key
			}
		}
	}
	return Unknown
}

// actors are the values of the key, in the order in which they are tried: the ids
// of the register's actors, and else words of the wording, of which one is
// enough; "+" joins words that must all be there.
var actors = []struct{ key, ids, words string }{
	{
		"the organization of the islamic state in iraq and the levant - isis",
		"isis", "isis isil is daesh islamic+state",
	},
	{
		"al-nusra front",
		"nusra-front hts", "nusra tahrir+sham fateh+sham",
	},
	{
		"international coalition forces",
		"us-coalition us-government pentagon us-forces us-air-force us-navy us-marines centcom",
		"coalition us american americans united+states alliance washington",
	},
	{
		"self administration forces",
		"ypg ypj sdf pyd pkk", "kurdish kurds ypg ypj pyd sdf asayish democratic+forces",
	},
	{
		"armed opposition groups",
		"fsa sna-syria ahrar-al-sham jaish-al-islam jaish-al-fatah faylaq-al-rahman islamic-front-syria liwa-al-tawhid zenki nlf-syria",
		"rebel rebels opposition insurgent insurgents terrorist terrorists militants militant jihadist jihadists islamist islamists gunmen fsa free+army ahrar jaish jaysh",
	},
	{
		"syrian government or russian troops",
		"syrian-government syrian-forces syrian-air-force ndf-syria shabiha assad-bashar kremlin russian-forces russian-air-force russian-defence-ministry putin hezbollah",
		"regime assad government russia russian russians syrian army troops soldiers damascus moscow hezbollah hizbullah shabiha",
	},
}

// Actor answers who is blamed for an article's main incident: of those that some
// source ties to it, the one with the firmest position, and of equals the first,
// as a class of the key; where nobody is, so of the other incidents that are news.
// Denied, cleared and merely possible ones are no answer, nor are wordings of no
// class.
func Actor(r corpus.Reading) string {
	lead := Lead(r.Reading)
	if lead == nil {
		return Unknown
	}
	if a := firmest(r.Reading, func(id ascribe.MentionID) bool { return id == lead.Incident }); a != Unknown {
		return a
	}
	news := map[ascribe.MentionID]bool{}
	for i := range r.Incidents {
		news[r.Incidents[i].Incident] = r.Incidents[i].Recent
	}
	return firmest(r.Reading, func(id ascribe.MentionID) bool { return news[id] })
}

// firmest returns the class of whom the firmest position blames for one of the
// incidents.
func firmest(r *ascribe.Reading, of func(ascribe.MentionID) bool) string {
	best, answer := ascribe.Possible, Unknown
	for i := range r.Attributions {
		a := &r.Attributions[i]
		p := a.Stance.Position()
		if !of(a.Incident) || p == ascribe.NoPosition || p >= best {
			continue
		}
		if class := classOf(r, a.Actor); class != Unknown {
			best, answer = p, class
		}
	}
	return answer
}

// classOf returns the key's class of an actor, by the register or by its wording.
func classOf(r *ascribe.Reading, id ascribe.MentionID) string {
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.ID != id {
			continue
		}
		for _, a := range actors {
			if m.Actor != nil && slices.Contains(strings.Fields(a.ids), string(m.Actor.ID)) {
				return a.key
			}
		}
		return classOfWords(m.Text)
	}
	return Unknown
}

func classOfWords(text string) string {
	have := words(text)
	for _, a := range actors {
		for _, all := range strings.Fields(a.words) {
			if holdsAll(have, strings.Split(all, "+")) {
				return a.key
			}
		}
	}
	return Unknown
}

// words splits a name at what is no letter, in lower case; the full stops of
// "U.S." and the marks of "Dar'a" are dropped.
func words(s string) []string {
	s = strings.NewReplacer(".", "", "'s", "", "’s", "", "'", "", "’", "").Replace(strings.ToLower(s))
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

func sharesWord(have, want []string) bool {
	return slices.ContainsFunc(want, func(w string) bool { return slices.Contains(have, w) })
}

func holdsAll(have, want []string) bool {
	return !slices.ContainsFunc(want, func(w string) bool { return !slices.Contains(have, w) })
}
