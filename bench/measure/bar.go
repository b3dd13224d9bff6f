package measure

import "strings"

// A Bar is what is asked of a figure: at least so much, and more as an aim; of a
// loss, a size or a time, at most.
type Bar struct {
	Least, Aim float64
	Below      bool // smaller is better
}

// Bar returns what is asked of the row, if anything is.
func (r *Row) Bar() (Bar, bool) {
	b, ok := bars[r.Name()]
	return b, ok
}

// Main keeps the rows for whose measure something is asked on some set.
func Main(rows []Row) []Row {
	asked := map[[2]string]bool{}
	for name := range bars {
		_, rest, _ := strings.Cut(name, ", ")
		input, measure, _ := strings.Cut(rest, ": ")
		asked[[2]string{input, measure}] = true
	}
	var out []Row
	for _, r := range rows {
		if asked[[2]string{r.Input, r.Measure}] {
			out = append(out, r)
		}
	}
	return out
}

// Holds reports whether a value meets what is asked at least.
func (b Bar) Holds(value float64) bool {
	return b.Below && value <= b.Least || !b.Below && value >= b.Least
}

// Reached reports whether a value meets the aim.
func (b Bar) Reached(value float64) bool { return Bar{Least: b.Aim, Below: b.Below}.Holds(value) }

func (b Bar) verdict(value float64) string {
	switch {
	case b.Reached(value):
		return "aim reached"
	case b.Holds(value):
		return "holds"
	}
	return "**below the bar**"
}

// bars are those of the language engine and of the readings, on the dev parts.
var bars = map[string]Bar{
	"EWT dev, gold words: UPOS":                                     {95.3, 96.5, false},
	"EWT dev, gold words: UAS":                                      {86.5, 90, false},
	"EWT dev, gold words: LAS":                                      {84, 88, false},
	"EWT dev, raw text: words F1":                                   {98.5, 99, false},
	"EWT dev, raw text: sentences F1":                               {80, 88, false},
	"EWT dev, raw text: LAS F1":                                     {81, 85, false},
	"EWT dev, gold words in capitals: LAS lost":                     {0.8, 0.4, true},
	"EWT dev, gold words: appos F1":                                 {55, 70, false},
	"EWT dev, gold words: parataxis F1":                             {55, 70, false},
	"EWT dev, gold words: conj F1":                                  {70, 80, false},
	"GUM dev, raw text: PERSON, ORG, PLACE F1":                      {76, 84, false},
	"GUM dev, raw text in capitals: PERSON, ORG, PLACE F1":          {72, 80, false},
	"PolNeAR dev, raw text, against the teacher: all types F1":      {84, 90, false},
	"GUM dev, raw text: chains of names and nouns, CoNLL F1":        {50, 65, false},
	"news, raw text: words a second, one core":                      {20000, 40000, false},
	"weights, in the binary: MB":                                    {30, 15, true},
	"weights, opened: ms":                                           {50, 5, true},
	"engine without gazetteer, 200 articles read: MB more resident": {120, 60, true},
	"LGL, as printed: toponyms F1":                                  {65, 80, false},
	"LGL, as printed: found, within 161 km":                         {75, 90, false},

	"PolNeAR dev, raw text: source, overlap F1":  {78, 88, false},
	"PolNeAR dev, raw text: cue, overlap F1":     {78, 88, false},
	"PolNeAR dev, raw text: content, overlap F1": {76, 86, false},
	"PolNeAR dev, raw text: source, exact F1":    {65, 80, false},
	"PolNeAR dev, raw text: cue, exact F1":       {68, 80, false},
	"PolNeAR dev, raw text: content, exact F1":   {45, 62, false},
	"PolNeAR dev, raw text: triples, exact F1":   {35, 55, false},
	"PolNeAR dev, raw text: triples, overlap F1": {68, 82, false},

	"MUC-4 dev, in capitals: role fillers F1":                          {46, 58, false},
	"MUC-4 dev, in capitals: incident date, exact, matched incidents":  {55, 70, false},
	"MUC-4 dev, in capitals: incident place, exact, matched incidents": {60, 75, false},
	"news, reports of 500 words, two cores: documents a second":        {25, 60, false},
	"MUC-4 dev, in capitals: organization with confidence F1":          {40, 55, false},
	"FA-KES, reports: actor, exact":                                    {65, 80, false},
	"FA-KES, reports: place, exact":                                    {90, 95, false},
	"FA-KES, reports: killed, exact":                                   {75, 85, false},
	"LongTail, articles: killed, exact":                                {80, 90, false},
	"LongTail, articles: injured, exact":                               {72, 85, false},
	"LongTail, articles: date of the incident, exact":                  {80, 90, false},

	"newsroom, as it appeared: all values F1": {75, 92, false},

	"LongTail train, articles: B3 F1":    {92, 96, false},
	"LongTail train, articles: pairs F1": {75, 88, false},

	"invented wire, 200 dispatches: reprint pairs F1":                       {97, 99, false},
	"invented wire, 200 dispatches: independent reports, pairs joined":      {0, 0, true},
	"invented wire, 200 dispatches: reports of two incidents, pairs joined": {0, 0, true},

	"large, 10000 articles: adding one: ms, 95 of 100":                                  {150, 60, true},
	"large, 100000 articles: adding one: ms, 95 of 100":                                 {150, 60, true},
	"large, 175 sources, 525 statements: the record, from the catalogue: ms, 95 of 100": {100, 30, true},
}
