package read

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"ascribe"
)

// A dateline is the place, date and agency that a dispatch begins with.
type dateline struct {
	end    int          // where the dispatch itself begins
	wire   ascribe.Span // the words in its brackets, when there are any
	day    time.Time    // the full date that it prints, or zero
	source bool         // the brackets hold a source rather than a country
}

const (
	dashes    = `(?:—|–|―|--|-|\.-|\.—|\.–)`
	capsPlace = `[\p{Lu}][\p{Lu}.'’ -]*[\p{Lu}.]`
	dayMonth  = monthWord + ` \d{1,2}(?:, \d{4})?|\d{1,2} ` + monthWord + `(?: \d{4})?`
	monthWord = `(?i:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)`
)

var (
	// monitored is the header of monitored broadcasts and wires, in capitals or in
	// whatever letters it was copied in:
	// PORT MAREN (SARVIA), 4 FEB 90 (RADIO MAREN) -- [TEXT]
	monitored = regexp.MustCompile(`^(?i:[\p{L}][\p{L}.'’ -]{0,50}[\p{L}.])(?:\s+\([^()]{2,40}\))?,\s+(?:(\d{1,2}\s+` + monthWord + `\s+\d{2,4})|(?i:NO\s+DATE))(?:\s+[(\[]([^()]{2,60})\))?\s*--(?:\s+\[[^\[\]]{2,300}\])*`)
	// printed is the header of a newspaper: PORT MAREN, Sarvia, March 3 (Reuters) —
	printed = regexp.MustCompile(`^(` + capsPlace + `(?:/` + capsPlace + `)?)(?:, ?[\p{Lu}][\p{L}.'’ -]{1,30}?)?(?:, ?(` + monthWord + ` \d{1,2}(?:, \d{4})?|\d{1,2} ` + monthWord + `(?: \d{4})?))?(?: ?\(([^()]{2,40})\))? ?` + dashes + `(?: ?\(([^()]{2,40})\))?(?: |$)`)
	// colon is the header of South Asian newspapers: AL-MAREN: …, or
	// Port Maren, Mar 5 (PTI): …
	colon = regexp.MustCompile(`^(?:(` + capsPlace + `)|[\p{Lu}][\p{L}.'’ -]{1,30}, ?(?:` + dayMonth + `))(?:, ?(?:` + dayMonth + `))?(?: ?\(([^()]{2,40})\))?: [\p{Lu}"“‘']`)
	// dated is a place in small letters and a date: Port Maren, 12 August. - …
	dated = regexp.MustCompile(`^[\p{Lu}][\p{L}.'’ -]{1,30}(?:, ?[\p{Lu}][\p{L}.'’ -]{1,30}?)?, ?(` + dayMonth + `)\.? ?` + dashes + ` ?[\p{Lu}"“‘']`)
	// plainColon is a place in small letters before a colon, at the head of an article.
	plainColon = regexp.MustCompile(`^((?:New |San |Santa |Al-|El |Port )?[\p{Lu}][\p{L}'’-]{2,20}(?: [\p{Lu}][\p{L}'’-]{2,20})?): [\p{Lu}]`)
	// credited is a place in small letters, or none, before an agency in brackets.
	credited = regexp.MustCompile(`^(?:[\p{Lu}][\p{L}.'’ -]{1,30}(?:, ?[\p{Lu}][\p{L}.'’ -]{1,30}?)?(?:, ?(?:` + monthWord + ` \d{1,2}(?:, \d{4})?|\d{1,2} ` + monthWord + `(?: \d{4})?))? ?)?\(([^()]{2,40})\)(?: ?` + dashes + `)?(?: |$)`)
)

// notPlaces are words in capitals that stand before a dash but name no place.
var notPlaces = setOf(`update updated breaking exclusive watch analysis new video photos photo live correction opinion alert
	editorial note story related developing more read listen warning suspect victim deceased case date time location
	factbox timeline explainer explained interview profile fact facts key background sources source police army officials government minister
	question answer why what how who when here there note corrected speaker reporter host moderator press advisory disclaimer corrected refile recap highlights headlines summary`)

// datelineOf returns the dateline that a paragraph begins with.
func datelineOf(text string, p ascribe.Span, caps bool) (dateline, bool) {
	s := p.Of(text)
	if m := monitored.FindStringSubmatchIndex(s); m != nil {
		d := dateline{end: p.Start + m[1]}
		if m[2] >= 0 {
			d.day = parseDay(s[m[2]:m[3]])
		}
		if m[4] >= 0 {
			d.wire, d.source = ascribe.Span{Start: p.Start + m[4], End: p.Start + m[5]}, true
		}
		return d, true
	}
	if len(s) > 160 {
		s = s[:160]
	}
	if d, ok := colonDateline(s, caps); ok {
		return d.moved(p.Start), true
	}
	if !strings.ContainsAny(s, "—–―-()") {
		return dateline{}, false
	}
	if d, ok := printedDateline(s, caps); ok {
		return d.moved(p.Start), true
	}
	if m := dated.FindStringSubmatchIndex(s); m != nil && !caps {
		return dateline{end: m[1] - len(lastRune(s[:m[1]])), day: parseDay(s[m[2]:m[3]])}.moved(p.Start), true
	}
	if m := credited.FindStringSubmatchIndex(s); m != nil && datelineSource(s[m[2]:m[3]]) {
		return dateline{end: m[1], wire: ascribe.Span{Start: m[2], End: m[3]}, source: true}.moved(p.Start), true
	}
	return dateline{}, false
}

// colonDateline reads a place before a colon, in capitals or with a date, at the
// head of a paragraph in small letters. Labels such as "WATCH:" are no places,
// and short ones are acronyms.
func colonDateline(s string, caps bool) (dateline, bool) {
	m := colon.FindStringSubmatchIndex(s)
	if m == nil || caps || len(s) < 80 {
		return dateline{}, false
	}
	if m[2] >= 0 {
		place := s[m[2]:m[3]]
		words := strings.Fields(strings.ToLower(place))
		if len(place) < 5 || len(words) > 3 || notPlaces[words[0]] || strings.HasSuffix(words[0], "'s") {
			return dateline{}, false
		}
	}
	d := dateline{end: m[1] - len(lastRune(s[:m[1]]))}
	if m[4] >= 0 {
		d.wire, d.source = ascribe.Span{Start: m[4], End: m[5]}, datelineSource(s[m[4]:m[5]])
	}
	return d, true
}

// openingPlace reads the place that an article opens with, in small letters and
// before a colon: "Port Maren: Five people were killed …". Later in an article a
// word before a colon is who speaks.
func openingPlace(text string, p ascribe.Span) (dateline, bool) {
	s := p.Of(text)
	m := plainColon.FindStringSubmatchIndex(s)
	if m == nil || len(s) < 100 {
		return dateline{}, false
	}
	words := strings.Fields(strings.ToLower(s[m[2]:m[3]]))
	for _, w := range words {
		if notPlaces[w] {
			return dateline{}, false
		}
	}
	return dateline{end: p.Start + m[1] - len(lastRune(s[:m[1]]))}, true
}

func lastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}

func (d dateline) moved(by int) dateline {
	d.end += by
	if !d.wire.IsZero() {
		d.wire.Start += by
		d.wire.End += by
	}
	return d
}

// printedDateline reads the header of a newspaper dispatch. In a text all in
// capitals a capitalised place proves nothing: a date or an agency must follow.
func printedDateline(s string, caps bool) (dateline, bool) {
	m := printed.FindStringSubmatchIndex(s)
	if m == nil {
		return dateline{}, false
	}
	place := s[m[2]:m[3]]
	words := strings.Fields(place)
	if len(words) > 5 || len(words) > 3 && m[4] < 0 && m[6] < 0 || strings.HasSuffix(words[0], "’S") || strings.HasSuffix(words[0], "'S") || notPlaces[strings.ToLower(words[0])] || strings.ContainsFunc(place, unicode.IsDigit) {
		return dateline{}, false
	}
	d := dateline{end: m[1]}
	if m[4] >= 0 {
		d.day = parseDay(s[m[4]:m[5]])
	}
	for _, g := range []int{6, 8} {
		if m[g] >= 0 && d.wire.IsZero() {
			d.wire = ascribe.Span{Start: m[g], End: m[g+1]}
			d.source = datelineSource(s[m[g]:m[g+1]])
		}
	}
	if caps && m[4] < 0 && !d.source || m[8] >= 0 && !d.source {
		return dateline{}, false
	}
	// A hyphen without a space before it joins words: "AL-MAREN".
	before := strings.TrimRight(s[:m[1]], " ")
	if strings.HasSuffix(before, "-") && !strings.HasSuffix(before, "--") && !strings.HasSuffix(before, " -") &&
		!strings.HasSuffix(before, ".-") && !strings.HasSuffix(before, ")-") {
		return dateline{}, false
	}
	return d, true
}

// datelineSource reports whether the words in a dateline's brackets name who
// sent the dispatch: an agency or a station.
func datelineSource(words string) bool {
	return agency(words) != "" || outletNames[strings.ToLower(words)] != "" || callSign(words) ||
		strings.Contains(words, "/") && agency(words[:strings.IndexByte(words, '/')]) != ""
}

// signsDispatch reports whether the brackets of a dateline hold the letters of an
// agency that no table has: "(SWS)". Countries and states are written so too.
func signsDispatch(words string) bool {
	return len(words) >= 3 && len(words) <= 6 && strings.Trim(words, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && !landLetters[words]
}

// landLetters are lands that go by their letters.
var landLetters = setOf(`USA USSR UAE DRC CAR DPRK ROK PNG GDR FRG FYROM UK US DC NSW BC TRNC SADR PRC ROC RSA NWFP FATA KPK`)
