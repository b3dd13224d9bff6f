package extract

import (
	"regexp"
	"slices"
	"strings"

	"ascribe"
)

// edge is how many sentences at the beginning and at the end of an article may
// hold a notice that is not headed as one. In the middle an article that "has been
// withdrawn" is one that it writes about.
const edge = 3

// Parts of the patterns by which an article speaks of itself or of a story of its
// own. A report and a page are too often somebody else's.
const (
	storyWord = `(?:(?:news )?story|(?:news )?article|dispatch|item|piece|(?:blog ?)?post|newsflash|news alert)`
	selfWord  = `(?:` + storyWord + `|report|page|copy|text|column)`
	takenBack = `(?:retracted|withdrawn|rescinded|killed|spiked|cancell?ed|removed|taken down|deleted|unpublished|pulled)`
	takeBack  = `(?:retract(?:s|ed|ing)?|withdr(?:aw|aws|ew|awn|awing)|rescind(?:s|ed|ing)?|kill(?:s|ed|ing)?|cancel(?:s|l?ed|l?ing)?|remov(?:e|es|ed|ing)|t(?:ake|akes|aken|ook|aking) down|delet(?:e|es|ed|ing)|unpublish(?:es|ed|ing)?)`
	wrongly   = `(?:erroneously|incorrectly|mistakenly|wrongly|inaccurately|falsely|in error)`
	told      = `(?:reported|said|stated|gave|identified|attributed|named|put|described|quoted|cited)`
)

var (
	noticeHead = regexp.MustCompile(`(?i)^\W*(?:(?:editors?|publishers?)(?:['’]?s?['’]?)? note|(?:note|attention|advisory|notice|att) (?:to |for )?(?:our |all )?(?:editors?|readers?|clients?|subscribers?|customers?)|eds|editors|clarification|corrections?|retraction|withdrawal)\b`)
	// "This story has been retracted", "the above article was withdrawn".
	selfTaken = regexp.MustCompile(`(?i)\b(?:this|the above|the following|the preceding) ` + selfWord + ` (?:has|have|was|is)(?: now| since| hereby| therefore)?(?: been| being)?(?: \p{L}+ly)? ` + takenBack + `\b`)
	// "We have withdrawn our story", "SWS retracts its dispatch".
	ownTaken = regexp.MustCompile(`\b(\p{Lu}[\p{L}\d.&'’-]*(?: \p{Lu}[\p{L}\d.&'’-]*){0,4}|[Ww]e) (?:(?:has|have|is|are|had) )?(?:(?:now|hereby|fully|since|therefore) )?` + takeBack + ` (?:this|the|its|our|that|an?) (?:[\p{L}\d-]+ ){0,4}?` + storyWord + `\b`)
	// "Please kill the story headlined …": an agency to those who print it.
	askedBack = regexp.MustCompile(`(?i)^\W*(?:(?:editors?|eds|clients|subscribers|note|attention|urgent|advisory)\W+)*(?:(?:please|pls|kindly|must|should|you|are asked to|are advised to) )*(?:kill|withdraw|disregard|do not use|don['’]t use|do not publish|delete|spike|refrain from using) (?:(?:the|this|our|all|any|that|an) )*(?:(?:earlier|previous|preceding|above|following) )*(?:[\p{L}\d-]+ ){0,2}?` + selfWord + `\b`)
	// "An earlier version of this article said …".
	earlierVersion = regexp.MustCompile(`(?i)\b(?:an?|the|our) (?:earlier|previous|original|initial|first|prior|preceding) (?:version|edition|draft)s? of (?:this|the|our|that) ` + selfWord + `\b`)
	misTold        = regexp.MustCompile(`(?i)\b` + wrongly + ` ` + told + `\b|\b` + told + ` ` + wrongly + `\b|\b(?:misstated|misidentified|misreported|misquoted|misattributed)\b`)
	toldAtAll      = regexp.MustCompile(`(?i)\b` + told + `\b`)
	// "This article has been corrected".
	selfMended = regexp.MustCompile(`(?i)\b(?:this|the above) ` + selfWord + ` (?:has been|was|is)(?: \p{L}+ly)? (?:corrected|amended|(?:updated|revised|edited|changed) to (?:correct|fix|remove))\b`)
	ownStory   = regexp.MustCompile(`(?i)\b(?:we|(?:this|our|an?|the) (?:[\p{L}\d-]+ ){0,4}?` + storyWord + `)\b`)
	// An article of a law or a treaty is none of a newspaper.
	lawWords    = regexp.MustCompile(`(?i)\b(?:constitution|penal code|criminal code|treaty|statute|draft law|bill|act of parliament|legislation)\b`)
	storyNamed  = regexp.MustCompile(`(?i)\b(?:headlined|titled|entitled|slugged|under the headline|with the headline)[\s:,]*(.+)$`)
	storyQuote  = regexp.MustCompile(`["“]([^"“”]{12,200})["”]`)
	storyLink   = regexp.MustCompile(`https?://[^\s"“”<>)]+`)
	noticeStems = []string{"retract", "withdr", "rescind", "kill", "spike", "cancel", "remov", "taken down", "take down", "took down", "delet", "unpublish", "pulled", "disregard", "not use", "t use", "not publish",
		"refrain", "version", "edition", "draft", "erroneous", "incorrect", "mistaken", "wrongly", "inaccurate", "falsely", "in error", "correct", "amended", "mis"}
)

// findNotices reads where the article says that it, or another one of its outlet,
// does not stand.
func (p *page) findNotices() {
	sentences := p.Document.Sentences
	headed := false // by the sentence before
	for i, span := range sentences {
		words := p.text(span)
		head := noticeHead.MatchString(words)
		if n, ok := p.noticeIn(words, head || headed, i < edge || i >= len(sentences)-edge); ok {
			n.Anchor = ascribe.Anchor{Document: p.Document.ID, Sentence: i, Span: span, Quote: words}
			p.reading.Notices = append(p.reading.Notices, n)
		}
		headed = head
	}
	p.recountedLast()
}

// recountedLast puts the tolls that a correction repeats behind those that the article
// gives: the first of a harm sums the article up.
func (p *page) recountedLast() {
	recounted := map[ascribe.StatementID]bool{}
	for _, n := range p.reading.Notices {
		for i := range p.reading.Statements {
			s := &p.reading.Statements[i]
			recounted[s.ID] = recounted[s.ID] || n.Recounts && n.Anchor.Span.Holds(s.Anchor.Span)
		}
	}
	last := func(t ascribe.Toll) int {
		if recounted[t.Statement] {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(p.reading.Tolls, func(a, b ascribe.Toll) int { return last(a) - last(b) })
}

// noticeIn reads one sentence: whether it, or the one before, is headed as a
// notice, and whether it stands at an edge of the article.
func (p *page) noticeIn(words string, headed, atEdge bool) (ascribe.Notice, bool) {
	low := strings.ToLower(words)
	found := false
	for _, s := range noticeStems {
		found = found || strings.Contains(low, s)
	}
	if !found || !headed && !atEdge {
		return ascribe.Notice{}, false
	}
	n := ascribe.Notice{Of: storyTaken(words)}
	if at := selfTaken.FindStringIndex(words); at != nil && !inQuotes(words, at[0]) && !lawWords.MatchString(words) {
		n.Because = "the article says of itself: “" + words[at[0]:at[1]] + "”"
		return n, true
	}
	if at := ownTaken.FindStringSubmatchIndex(words); at != nil && !inQuotes(words, at[0]) && p.isOutlet(words[at[2]:at[3]]) {
		n.Because = "the outlet says of a story of its own: “" + words[at[0]:at[1]] + "”"
		return n, true
	}
	if at := askedBack.FindStringIndex(words); at != nil {
		n.Because = "those who print it are asked: “" + strings.TrimSpace(words[at[0]:at[1]]) + "”"
		return n, true
	}
	return amended(words, headed)
}

// amended reads a correction.
func amended(words string, headed bool) (ascribe.Notice, bool) {
	n := ascribe.Notice{Kind: ascribe.Amendment, Of: storyTaken(words)}
	if at := earlierVersion.FindStringIndex(words); at != nil && !inQuotes(words, at[0]) {
		after := words[at[1]:]
		n.Recounts = misTold.MatchString(after) || toldAtAll.MatchString(after) && !selfMended.MatchString(words)
		n.Because = "the article tells of an earlier version of it"
		return n, true
	}
	if at := misTold.FindStringIndex(words); at != nil && headed && ownStory.MatchString(words[:at[1]]) && !inQuotes(words, at[0]) {
		n.Recounts, n.Because = true, "under a correction: “"+words[at[0]:at[1]]+"”"
		return n, true
	}
	if at := selfMended.FindStringIndex(words); at != nil && !inQuotes(words, at[0]) {
		n.Because = "the article says of itself: “" + words[at[0]:at[1]] + "”"
		return n, true
	}
	return ascribe.Notice{}, false
}

// inQuotes reports whether a place lies within quotation marks: what is said there
// is not the outlet's own word.
func inQuotes(words string, at int) bool {
	before := words[:at]
	return strings.Count(before, "“") > strings.Count(before, "”") || strings.Count(before, `"`)%2 == 1
}

// isOutlet reports whether who takes a story back is the outlet itself, or the
// agency that it credits.
func (p *page) isOutlet(who string) bool {
	if strings.EqualFold(who, "we") {
		return true
	}
	key := squeezed(strings.TrimPrefix(who, "The "))
	same := func(name string) bool {
		bare, _, _ := strings.Cut(name, ".")
		name, bare = squeezed(name), squeezed(bare)
		return len(key) > 1 && (key == name || key == bare || len(key) > 4 && strings.Contains(name, key))
	}
	if same(string(p.seen.Outlet)) {
		return true
	}
	for _, c := range p.Document.Credits {
		if same(c.Name) {
			return true
		}
	}
	return false
}

// squeezed is a name in small letters and digits alone.
func squeezed(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127 {
			return r
		}
		return -1
	}, strings.ToLower(name))
}

// storyTaken returns the headline or the address that a notice names.
func storyTaken(words string) string {
	if at := storyLink.FindString(words); at != "" {
		return strings.TrimRight(at, ".,;:!?")
	}
	if m := storyQuote.FindStringSubmatch(words); m != nil && len(strings.Fields(m[1])) >= 3 {
		return strings.TrimRight(strings.TrimSpace(m[1]), ".,;")
	}
	if m := storyNamed.FindStringSubmatch(words); m != nil {
		name, _, _ := strings.Cut(strings.Trim(m[1], " .'‘’"), ", ")
		return name
	}
	return ""
}
