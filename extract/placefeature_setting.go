package extract

import (
	"ascribe"
	"ascribe/extract/nlp"
)

// Words of a setting that plays in a town, of one in the country, of what stands in
// a capital, and of the day of the report.
const (
	townWords    = "street streets avenue boulevard neighborhood neighbourhood neighborhoods downtown square quarter suburb block blocks building buildings restaurant hotel bank store"
	landWords    = "mountain mountains mountainous rural countryside farm farms ranch canton hamlet village villages jungle river highway road border hill hills region zone"
	capitalWords = "embassy ministry minister congress congressman ambassador president presidential palace supreme attorney deputy senator"
	sameDayWords = "today tonight morning yesterday noon dawn midnight"
)

// The surroundings are what the words around an incident tell of the kind of its place.
type surroundings []string

// settingOf reads the sentences of the tellings.
func (l *locator) settingOf(g *incident) surroundings {
	if s, ok := l.settings[g]; ok {
		return s
	}
	var out surroundings
	for _, about := range []struct{ words, name string }{
		{townWords, "its sentences speak of streets or buildings"},
		{landWords, "its sentences speak of the country outside of towns"},
		{capitalWords, "its sentences speak of what a capital has"},
		{sameDayWords, "its sentences speak of the day of the report"},
	} {
		if l.tells(g, about.words) {
			out = append(out, about.name)
		}
	}
	for s := range l.p.reports {
		if s.Block != ascribe.Dateline && speaksOfCapital(s) {
			out = append(out, "the text speaks of the capital")
			break
		}
	}
	for s := range l.p.reports {
		if s.Block != ascribe.Dateline && speaksOfCity(s) {
			out = append(out, "the text speaks of the city")
			break
		}
	}
	l.settings[g] = out
	return out
}

// tells reports whether a sentence that tells of an incident has one of the words.
func (l *locator) tells(g *incident, words string) bool {
	for _, t := range g.tellings[:min(len(g.tellings), tellingsSeen)] {
		for k := range t.clause.Tokens {
			if setHolds(words, t.clause.Tokens[k].Lower) {
				return true
			}
		}
	}
	return false
}

// speaksOfCity reports whether a sentence speaks of a city without its name.
func speaksOfCity(s *nlp.Sentence) bool {
	for i := 1; i < len(s.Tokens); i++ {
		if setHolds("city town", s.Tokens[i].Lower) && s.Tokens[i-1].Class == nlp.Determiner && (i+1 == len(s.Tokens) || s.Tokens[i+1].Lower != "of" && s.Tokens[i+1].Class != nlp.Name) {
			return true
		}
	}
	return false
}

// inSetting describes how a candidate fits the setting: where the report was filed, a
// capital, a country, a town.
func (l *locator) inSetting(g *incident, i int, kind string, add func(string)) {
	c := l.candidates[i]
	filed := l.dateline != nil && placeKey(l.dateline) == placeKey(c.place)
	for _, f := range l.settingOf(g) {
		add(kind + ", and " + f)
		if filed {
			add("the report was filed there, and " + f)
		}
		if c.capital {
			add("a capital, and " + f)
		}
	}
	if l.dateline == nil {
		add(kind + ", in a report without a dateline")
	}
	if filed && l.text.towns == 0 {
		add("the report was filed there, and no other town is named")
	}
}
