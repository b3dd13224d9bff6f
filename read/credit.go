package read

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe"
)

var (
	domain     = `(?:https?://)?(?:www\.)?((?:[\p{L}\d-]+\.)+\p{L}{2,})(?:/\S*)?`
	wholeHost  = regexp.MustCompile(`^` + domain + `$`)
	labelled   = regexp.MustCompile(`^\(?([\p{L}]{3,9}(?: (?i:article|story|link|url|source))?)\s?:\s*(.{2,120}?)\)?\.?$`)
	republish  = regexp.MustCompile(`(?i:originally (?:published|appeared|posted)|first (?:published|appeared)|republished(?: with permission)?|reposted|reprinted(?: with permission)?|cross-posted) (?i:by|on|in|at|from) (?:(?i:the website (?:of )?))?((?:https?://)?(?:www\.)?(?:[\p{L}\d-]+\.)+[\p{L}]{2,}|(?:[Tt]he )?[\p{Lu}][\p{L}\d'’&-]*(?: (?:of |the |and )?[\p{Lu}][\p{L}\d'’&-]*){0,4})`)
	tellers    = regexp.MustCompile(`\b(?i:told|spoke to|spoke with|speaking to|interview with|talked to) ((?:[Tt]he )?[\p{Lu}][\p{L}\d'’-]*(?:[ /](?:[Nn]ews [Aa]gency|[Aa]gency|[\p{Lu}][\p{L}\d-]*)){0,3})`)
	spokeTo    = regexp.MustCompile(`\b(?:experts|analysts|witnesses|officials|people|residents|sources) ((?:[Tt]he )?[\p{Lu}][\p{L}]*(?: [\p{Lu}][\p{L}]*){0,2}) (?:spoke|talked) (?:to|with)\b`)
	contribs   = regexp.MustCompile(`\b((?:[Tt]he )?Associated Press|AP|Reuters|AFP|Agence France-Presse|UPI|dpa|EFE)(?: writers?[^.]{0,60})? contributed (?:reporting )?(?:to|for) this (?:report|story|article)`)
	forAgency  = regexp.MustCompile(`\bfor ((?:[Tt]he )?Reuters|AFP|Associated Press|AP|EFE|Thomson Reuters Foundation)\b`)
	copyrights = regexp.MustCompile(`(?i)\bcopyright (?:©|\(c\))? ?(?:\d{4} )?(?:by )?(the associated press|associated press|reuters|thomson reuters|agence france-presse|afp|efe)\b`)
	bracketed  = regexp.MustCompile(`\(([^()]{2,40})\)\.?$|(?:—|–|--|-)\s?([\p{L}][\p{L} -]{1,30})\.?$`)
	agencyName = regexp.MustCompile(`^[\p{Lu}][\p{L} ]+ (?:News Agency|Press Agency|Agency|Wire Service|News Service|Wire)$`)
	sourceEnd  = regexp.MustCompile(`[.!?"”]\s+Sources?: ([\p{Lu}\p{Ll}\d][^.:;]{2,60}|(?:[\p{L}\d-]+\.)+\p{L}{2,})\.?$`)
	relayed    = regexp.MustCompile(`\b(?:[Tt]he )?([\p{Lu}][\p{L}]+(?: [\p{Lu}][\p{L}]+)* (?:News Agency|Press Agency|Agency|Wire Service|News Service)|[\p{Lu}]{2,6}) (?:has )?reported\b`)
)

// credits finds who a laid-out text itself credits with the reporting. Captions
// are passed over: the origin of a picture is the origin of no words.
func (l *layout) credits() []ascribe.Credit {
	var out []ascribe.Credit
	for _, d := range l.datelines {
		if d.wire.IsZero() {
			continue
		}
		words := d.wire.Of(l.text)
		if name := agencyIn(words); name != "" {
			out = append(out, ascribe.Credit{Name: name, Kind: ascribe.Wire, Span: d.wire})
		} else if d.source {
			out = append(out, ascribe.Credit{Name: strings.Join(strings.Fields(words), " "), Kind: ascribe.CreditedOutlet, Span: d.wire})
		} else if signsDispatch(words) {
			out = append(out, ascribe.Credit{Name: words, Kind: ascribe.Wire, Span: d.wire})
		}
	}
	last, bodies := lastBody(l.blocks), 0
	for i, b := range l.blocks {
		switch b.Kind {
		case ascribe.Caption, ascribe.Dateline, ascribe.Title:
			continue
		case ascribe.Furniture, ascribe.Byline:
			if !l.comments || i < len(l.blocks)-1 {
				out = appendSome(out, sourceCredit(l.text, b.Span))
			}
			out = append(out, lineCredits(l.text, b)...)
		case ascribe.Body:
			out = append(out, lineCredits(l.text, b)...)
			if bodies++; bodies <= 2 {
				out = appendSome(out, relayedCredit(l.text, b.Span))
			}
			if i == last || i == 0 {
				out = appendSome(out, endCredit(l.text, b.Span))
			}
		}
	}
	out = append(out, l.voices(out)...)
	return tidy(out)
}

func appendSome(out []ascribe.Credit, c *ascribe.Credit) []ascribe.Credit {
	if c == nil {
		return out
	}
	return append(out, *c)
}

func lastBody(blocks []ascribe.Block) int {
	for i := len(blocks) - 1; i >= 0; i-- {
		if blocks[i].Kind == ascribe.Body {
			return i
		}
	}
	return -1
}

// agencyIn returns the first agency of words such as "AFP/Reuters".
func agencyIn(words string) string {
	if name := agency(words); name != "" {
		return name
	}
	for part := range strings.FieldsFuncSeq(words, func(r rune) bool { return r == '/' || r == ',' }) {
		if name := agency(part); name != "" {
			return name
		}
	}
	return ""
}

// sourceLine finds the name in a line such as "Source: example.org", however
// the word is spelt, or nil. The indexes are those of the name.
func sourceLine(s string) []int {
	if i := strings.Index(s, " ©"); i > 0 {
		s = s[:i]
	}
	m := labelled.FindStringSubmatchIndex(s)
	if m == nil || !meansSource(s[m[2]:m[3]]) {
		return nil
	}
	name := s[m[4]:m[5]]
	words := len(strings.Fields(name))
	r, _ := utf8.DecodeRuneInString(name)
	if !wholeHost.MatchString(name) && (words > 6 || !unicode.IsUpper(r) && agency(name) == "") {
		return nil
	}
	return []int{m[4], m[5]}
}

// meansSource reports whether a label is "source", "via" or the like, as people
// also misspell it.
func meansSource(label string) bool {
	label = strings.ToLower(label)
	label, _, _ = strings.Cut(label, " ")
	switch label {
	case "via", "source", "sources", "fuente", "quelle", "источник":
		return true
	case "score", "scores", "sauce", "course", "sore", "spruce", "house", "force", "sure":
		return false
	case "original":
		return true
	}
	return label[0] == 's' && (near(label, "source") || near(label, "sources"))
}

// near reports whether a is b with at most one letter changed, added or left
// out, or two neighbours swapped.
func near(a, b string) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	j := 0
	for j < len(a)-i && j < len(b)-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	x, y := a[i:len(a)-j], b[i:len(b)-j]
	return len(x) <= 1 && len(y) <= 1 || len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
}

func sourceCredit(text string, block ascribe.Span) *ascribe.Credit {
	s := block.Of(text)
	if len(s) > 300 {
		return nil
	}
	m := sourceLine(s)
	if m == nil {
		if len(s) < 60 && agency(strings.TrimPrefix(s, "By ")) != "" {
			at := len(s) - len(strings.TrimPrefix(s, "By "))
			return &ascribe.Credit{Name: agency(s[at:]), Kind: ascribe.Wire, Span: ascribe.Span{Start: block.Start + at, End: block.End}}
		}
		return nil
	}
	c := namedCredit(text, ascribe.Span{Start: block.Start + m[0], End: block.Start + m[1]})
	if low := strings.ToLower(c.Name); low == "agencies" || low == "news agencies" || low == "wire services" || low == "staff" {
		return nil
	}
	return c
}

// namedCredit makes the credit of a party that the text says it comes from.
func namedCredit(text string, at ascribe.Span) *ascribe.Credit {
	words := strings.TrimRight(at.Of(text), " .,;")
	at.End = at.Start + len(words)
	if name := agencyIn(words); name != "" {
		return &ascribe.Credit{Name: name, Kind: ascribe.Wire, Span: at}
	}
	if agencyName.MatchString(words) {
		return &ascribe.Credit{Name: words, Kind: ascribe.Wire, Span: at}
	}
	name := words
	if m := wholeHost.FindStringSubmatch(words); m != nil {
		name = strings.ToLower(m[1])
	}
	return &ascribe.Credit{Name: name, Kind: ascribe.RepublishedFrom, Span: at}
}

// lineCredits finds the formulas of republishing and of shared reporting.
func lineCredits(text string, b ascribe.Block) []ascribe.Credit {
	s := b.Span.Of(text)
	var out []ascribe.Credit
	at := func(m []int) ascribe.Span { return ascribe.Span{Start: b.Span.Start + m[2], End: b.Span.Start + m[3]} }
	if strings.Contains(s, "ublished") || strings.Contains(s, "ppeared") || strings.Contains(s, "posted ") || strings.Contains(s, "eprinted") {
		if m := republish.FindStringSubmatchIndex(s); m != nil && (b.Kind != ascribe.Body || aboutItself(s, m[0])) {
			out = appendSome(out, namedCredit(text, at(m)))
		}
	}
	wire := func(m []int) {
		if m != nil {
			out = append(out, ascribe.Credit{Name: agency(at(m).Of(text)), Kind: ascribe.Wire, Span: at(m)})
		}
	}
	if strings.Contains(s, "contributed") {
		wire(contribs.FindStringSubmatchIndex(s))
	}
	if b.Kind != ascribe.Body && reportedBy.MatchString(s) {
		wire(forAgency.FindStringSubmatchIndex(s))
	}
	if b.Kind == ascribe.Furniture {
		wire(copyrights.FindStringSubmatchIndex(s))
	}
	return out
}

// aboutItself reports whether the words before a formula speak of the article:
// "This article was originally published by …".
func aboutItself(s string, at int) bool {
	low := strings.ToLower(s[max(0, at-60):at])
	for _, w := range []string{"this article", "this story", "this piece", "this post", "this report", "this op-ed", "the article", "the story"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return at == 0
}

// relayedCredit finds the agency whose report the beginning of an article hands
// on: "… the Oru News Agency reported". An acronym that no table holds must be
// called an agency elsewhere in the text.
func relayedCredit(text string, block ascribe.Span) *ascribe.Credit {
	m := relayed.FindStringSubmatchIndex(block.Of(text))
	if m == nil {
		return nil
	}
	at := ascribe.Span{Start: block.Start + m[2], End: block.Start + m[3]}
	words := at.Of(text)
	switch name := agency(words); {
	case name != "":
		return &ascribe.Credit{Name: name, Kind: ascribe.Wire, Span: at}
	case agencyName.MatchString(words), strings.ToUpper(words) == words && strings.Contains(text, " the agency "):
		return &ascribe.Credit{Name: words, Kind: ascribe.Wire, Span: at}
	}
	return nil
}

// endCredit finds the agency that the end of an article, or the start of a text
// without a place, names: "… police said. (AP)", "… police said. — AFP".
func endCredit(text string, block ascribe.Span) *ascribe.Credit {
	s := block.Of(text)
	if m := sourceEnd.FindStringSubmatchIndex(s); m != nil {
		return namedCredit(text, ascribe.Span{Start: block.Start + m[2], End: block.Start + m[3]})
	}
	from := max(0, len(s)-60)
	for _, m := range bracketed.FindAllStringSubmatchIndex(s[from:], -1) {
		for g := 2; g < 6; g += 2 {
			if m[g] < 0 {
				continue
			}
			words := s[from+m[g] : from+m[g+1]]
			before := strings.TrimRight(s[:from+m[0]], " ")
			if name := agency(words); name != "" && words != strings.ToLower(words) && before != "" && strings.ContainsAny(before[len(before)-1:], `.!?"”`) {
				return &ascribe.Credit{Name: name, Kind: ascribe.Wire, Span: ascribe.Span{Start: block.Start + from + m[g], End: block.Start + from + m[g+1]}}
			}
		}
	}
	return nil
}

// tidy orders credits as they stand and keeps the first of each name and kind.
func tidy(cs []ascribe.Credit) []ascribe.Credit {
	slices.SortStableFunc(cs, func(a, b ascribe.Credit) int { return a.Span.Start - b.Span.Start })
	var out []ascribe.Credit
	for _, c := range cs {
		if !slices.ContainsFunc(out, func(o ascribe.Credit) bool { return o.Kind == c.Kind && strings.EqualFold(o.Name, c.Name) }) {
			out = append(out, c)
		}
	}
	return out
}
