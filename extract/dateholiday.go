package extract

import "strings"

// holidays are days that are called by a name and fall on one day of every year,
// in whatever country: word by word as they stand in a text. Days that move with
// the moon or differ by country ("Independence Day") are not to be known by name.
var holidays = map[string]calendar{
	"christmas day":              {month: 12, day: 25},
	"christmas eve":              {month: 12, day: 24},
	"christmas night":            {month: 12, day: 25},
	"boxing day":                 {month: 12, day: 26},
	"new year 's eve":            {month: 12, day: 31},
	"new years eve":              {month: 12, day: 31},
	"new year 's day":            {month: 1, day: 1},
	"new years day":              {month: 1, day: 1},
	"valentine 's day":           {month: 2, day: 14},
	"st patrick 's day":          {month: 3, day: 17},
	"april fools ' day":          {month: 4, day: 1},
	"may day":                    {month: 5, day: 1},
	"fourth of july":             {month: 7, day: 4},
	"july fourth":                {month: 7, day: 4},
	"bastille day":               {month: 7, day: 14},
	"halloween":                  {month: 10, day: 31},
	"halloween night":            {month: 10, day: 31},
	"all saints day":             {month: 11, day: 1},
	"all saints ' day":           {month: 11, day: 1},
	"day of the dead":            {month: 11, day: 2},
	"armistice day":              {month: 11, day: 11},
	"international women 's day": {month: 3, day: 8},
}

// longestHoliday is in tokens.
const longestHoliday = 4

// holiday reads a day by its name, with the year that follows.
func (g *dateGrammar) holiday(i int) (dateForm, int) {
	if !g.capital(i) {
		return nil, 0
	}
	for n := min(longestHoliday, len(g.s.Tokens)-i); n > 0; n-- {
		words := make([]string, n)
		for k := range words {
			words[k] = strings.ReplaceAll(g.w(i+k), "’", "'")
		}
		if c, ok := holidays[strings.Join(words, " ")]; ok {
			year, end := g.yearAfter(i + n)
			c.year = year
			return c, end
		}
	}
	return nil, 0
}
