package extract

import (
	"strconv"
	"strings"
	"time"

	"ascribe/extract/nlp"
)

// Figures of speech and of office, in which a trigger tells of no incident, by
// the words that stand beside it.
var (
	// notAfter holds, by trigger, the words that may not follow it, an article between or not.
	notAfter = map[string]string{
		"attack":    "helicopter helicopters aircraft plane planes dog dogs",
		"attacked":  "bill plan idea proposal policy policies budget reform decision critics",
		"attacking": "bill plan idea proposal policy policies budget reform decision critics",
		"attacks":   "bill plan idea proposal policy policies budget reform decision critics",
		"bomb":      "squad disposal shelter scare threats threat",
		"bombing":   "campaign campaigns",
		"killed":    "bill plan proposal deal hopes project",
		"killing":   "time fields",
		"shot":      "film video footage up clock scene movie documentary",
		"shooting":  "film star stars range guard movie",
		"execution": "plan orders contract policy duties",
		"executed":  "plan plans order orders contract contracts operation deal agreement policy",
		"arrest":    "warrant warrants order orders",
		"battle":    "against for over to of",
		"combat":    "drug drugs terrorism crime corruption poverty",
		"fighting":  "for against corruption drug drugs spirit crime poverty",
		"fought":    "corruption poverty elections election",
		"action":    "by of in against plan",
		"operation": "of",
		"died":      "down natural",
		"burning":   "issue question",
		"shell":     "company companies",
		"captured":  "attention imagination images video votes",
		"captures":  "attention imagination images video votes",
	}
	// notBefore holds, by trigger, the words that may not precede it.
	notBefore = map[string]string{
		"attack":   "heart panic verbal asthma",
		"attacks":  "heart panic verbal personal",
		"attacked": "verbally sharply harshly",
		"death":    "brain natural",
		"deaths":   "natural",
		"battle":   "legal political verbal court electoral campaign",
		"battles":  "legal political",
		"shot":     "long big mug",
		"blast":    "shotgun",
		"bomb":     "atomic nuclear atom hydrogen time",
		"bombs":    "atomic nuclear",
		"raid":     "police drug",
		"raids":    "police drug",
		"murder":   "character",
		"fighting": "are is been",
		"burning":  "flag",
		"clash":    "personality",
	}
)

// figurative reports whether the words beside the trigger take it out of the
// world of incidents.
func (c *clause) figurative(first, last int) bool {
	w := c.lower(first)
	next := last
	if c.is(next, "the a an his her their its this that") {
		next++
	}
	if c.is(last, notAfter[w]) || c.is(next, notAfter[w]) {
		return true
	}
	switch {
	case c.is(first-1, notBefore[w]):
		return true
	case strings.HasPrefix(w, "charge"):
		return !c.is(first-1, "dynamite explosive explosives demolition powerful") && !c.is(last, "exploded went detonated")
	case strings.HasPrefix(w, "device"):
		return !c.is(first-1, "explosive incendiary bomb nuclear powerful") && !c.is(last, "exploded went detonated")
	}
	return false
}

// pastCues are words that tell a sentence as history.
var pastCues = []string{
	"years ago", "decades ago", "last year", "year ago", "months ago", "anniversary", "in the past", "history of", "recall that", "recalled that",
	"let us recall", "it should be recalled", "remembered that", "since the war", "during the war", "in recent years",
	"over the years", "over the last", "over the past", "in the last few years", "historically", "in previous years",
	"world war", "decade", "decades", "so far this year", "since the beginning of the year", "since independence",
}

// background reports whether a sentence tells of the incident as history: by
// its words, or by a year before the article's own.
func (p *page) background(c *clause, at int) bool {
	low := strings.ToLower(p.text(c.Span))
	for _, cue := range pastCues {
		if holdsWords(low, cue) && !holdsWords(low, cue+"'s") && !lately(low, cue) {
			return true
		}
	}
	for j := 1; j < at; j++ {
		if c.is(j, "years decades") && c.is(j+1, "after since") && c.numeric(j-1) {
			return true // "ten years after a bomb killed her"
		}
	}
	if now := c.year; now > 0 {
		for j := range c.Tokens {
			if y, ok := yearWord(c.lower(j)); ok && y < now && c.is(j-1, "in since of during until by between and from , january february march april may june july august september october november december") && !c.splitBySince(at, j) {
				return true
			}
		}
	}
	return false
}

// lately reports whether a cue begins a stretch of at most some days: "in the past
// few hours", "over the last 24 hours".
func lately(text, cue string) bool {
	_, after, _ := strings.Cut(text, cue)
	words := strings.Fields(after)
	for _, w := range words[:min(len(words), 3)] {
		if setHolds("minutes hour hours day days night week", strings.Trim(w, ".,;:")) {
			return true
		}
	}
	return false
}

// splitBySince reports whether "since" stands between the trigger and the year:
// "the deadliest attack since the bombing of 2019" tells of today's attack.
func (c *clause) splitBySince(trigger, year int) bool {
	for j := trigger; j < year; j++ {
		if c.is(j, "since") {
			return true
		}
	}
	return false
}

// holdsWords reports whether text holds words with no letter on either side.
func holdsWords(text, words string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(words)
		if (i == 0 || !letter(text[i-1])) && (end == len(text) || !letter(text[end])) {
			return true
		}
		from = end
	}
}

func letter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80 }

// yearWord reads a year from 1900 to 2099.
func yearWord(w string) (int, bool) {
	if len(w) != 4 || w[0] != '1' && w[0] != '2' {
		return 0, false
	}
	y, err := strconv.Atoi(w)
	return y, err == nil && y >= 1900 && y < 2100
}

// yearOfArticle returns the year of publication, or the latest year that the
// first sentences name when none is printed, or 0.
func (p *page) yearOfArticle() int {
	if !p.seen.Published.IsZero() {
		return p.seen.Published.Time.Year()
	}
	latest := 0
	for i := range p.Sentences {
		for j := range p.Sentences[i].Tokens {
			if y, ok := yearWord(p.Sentences[i].Tokens[j].Text); ok && y > latest && y < 2100 {
				latest = y
			}
		}
	}
	return latest
}

// newsAge is how long before publication an incident may lie and still be news
// (MUC-4 1.0, 6: "within two months").
const newsAge = 75 * 24 * time.Hour

// situate gives a telling its time and place where its sentence says them.
func (p *page) situate(t *telling) {
	t.byFoot = len(t.agents) == 0 && len(t.patients) == 0 && len(t.weapons) == 0
	t.when = p.dateNear(t.clause.Sentence, t.span())
	if where := p.incidentPlace(t.clause.Sentence, t.span()); where != nil && (t.where == nil || t.where.Span.IsZero()) {
		t.where = where
	}
	if p.old(t.when) {
		t.past = true
	}
}

// locations returns the place names of a sentence, for telling incidents apart.
func (c *clause) locations() []string {
	var names []string
	for i := range c.Phrases {
		if ph := &c.Phrases[i]; ph.Kind == nlp.Location {
			names = append(names, c.lower(ph.Head))
		}
	}
	return names
}
