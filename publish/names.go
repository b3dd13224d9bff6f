package publish

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ascribe"
)

// Withheld is what stands where the name of a private person stood.
const Withheld = "[name withheld]"

// names are the names to be withheld, as they may be written anywhere in what
// is published of one record.
type names struct {
	public map[string]bool       // public names, folded, and each word of them
	full   map[string][][]string // whole names, folded, by their first word
	single map[string]bool       // words of a name that withhold it on their own
}

// A word is a run of letters in a text.
type word struct {
	ascribe.Span
	folded  string
	capital bool // begins with a capital, or is of a script that has none
}

// wordsOf lists the words of a text.
func wordsOf(text string) []word {
	var out []word
	start := -1
	for i, r := range text + " " {
		in := unicode.IsLetter(r) || unicode.IsMark(r) && start >= 0
		switch {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			w := text[start:i]
			first, _ := utf8.DecodeRuneInString(w)
			out = append(out, word{ascribe.Span{Start: start, End: i}, fold(w), !unicode.IsLower(first)})
			start = -1
		}
	}
	return out
}

// fold makes spellings of one word equal: case, accents and compatibility forms
// fall away.
func fold(w string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(w)))
}

func newNames() *names {
	return &names{public: map[string]bool{}, full: map[string][][]string{}, single: map[string]bool{}}
}

// keep marks a public name: the same name, or a single word of it, withholds
// nothing. Every keep comes before the first hide.
func (n *names) keep(text string) {
	var whole []string
	for _, w := range wordsOf(text) {
		whole = append(whole, w.folded)
		n.public[w.folded] = true
	}
	n.public[strings.Join(whole, " ")] = true
}

// hide enters a private person's name, as written in one place.
func (n *names) hide(text string) { n.enter(text, 0) }

// hideShouted enters a name that was written in capitals, where a description
// looks like a name too: it withholds as a whole, or by its last word.
func (n *names) hideShouted(text string) {
	if ws := wordsOf(text); len(ws) > 1 {
		n.enter(text, ws[len(ws)-1].Start)
	}
}

// enter enters a name, of which the words from a place on withhold it alone.
func (n *names) enter(text string, alone int) {
	var whole []string
	var telling bool
	for _, w := range wordsOf(text) {
		whole = append(whole, w.folded)
		if !w.capital || isEveryday(w) {
			continue
		}
		telling = true
		if w.Start >= alone && utf8.RuneCountInString(w.folded) > 2 && !n.public[w.folded] {
			n.single[w.folded] = true
		}
	}
	if telling && !n.public[strings.Join(whole, " ")] && !slices.ContainsFunc(n.full[whole[0]], func(o []string) bool { return slices.Equal(o, whole) }) {
		n.full[whole[0]] = append(n.full[whole[0]], whole)
	}
}

// hideVoice enters the names within the description of a private voice: of "Ana
// Ruiz, a shopkeeper" the runs of capitalised words.
func (n *names) hideVoice(text string) {
	from, to := -1, -1
	end := func() {
		if from >= 0 {
			n.hide(text[from:to])
		}
		from = -1
	}
	for _, w := range wordsOf(text) {
		if !w.capital || isEveryday(w) {
			end()
			continue
		}
		if from >= 0 && strings.TrimSpace(text[to:w.Start]) != "" {
			end()
		}
		if from < 0 {
			from = w.Start
		}
		to = w.End
	}
	end()
}

// widest is how many bytes may stand between two words of one name.
const widest = 4

// find lists where whole names stand in a text and, when alone is set, single
// words of them too.
func (n *names) find(text string, alone bool) []ascribe.Span {
	if len(n.full) == 0 {
		return nil
	}
	var out []ascribe.Span
	ws := wordsOf(text)
	for i := 0; i < len(ws); {
		length := 0
		for _, name := range n.full[ws[i].folded] {
			if len(name) > length && standsAt(ws[i:], name) && (len(name) > 1 || alone && ws[i].capital) {
				length = len(name)
			}
		}
		if length == 0 && alone && ws[i].capital && n.single[ws[i].folded] {
			length = 1
		}
		if length == 0 {
			i++
			continue
		}
		out = append(out, ascribe.Span{Start: ws[i].Start, End: ws[i+length-1].End})
		i += length
	}
	return out
}

func standsAt(ws []word, name []string) bool {
	if len(ws) < len(name) {
		return false
	}
	for i, part := range name {
		if ws[i].folded != part || i > 0 && ws[i].Start-ws[i-1].End > widest {
			return false
		}
	}
	return true
}

// prose withholds whole names and single words of them.
func (n *names) prose(text string) string { return cover(text, n.find(text, true), 0, len(text)) }

// label withholds whole names alone: a label names somebody else, who may share
// a word with a private person.
func (n *names) label(text string) string { return cover(text, n.find(text, false), 0, len(text)) }

// cover returns text[from:to] with the parts of it that spans cover withheld.
// The spans need no order and may overlap.
func cover(text string, spans []ascribe.Span, from, to int) string {
	if len(spans) == 0 {
		return text[from:to]
	}
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b ascribe.Span) int { return a.Start - b.Start })
	var b strings.Builder
	at := from
	for _, s := range spans {
		start, end := max(s.Start, from), min(s.End, to)
		if start >= end || end <= at {
			continue
		}
		if start >= at {
			b.WriteString(text[at:start])
			b.WriteString(Withheld)
		}
		at = end
	}
	b.WriteString(text[at:to])
	return b.String()
}

// isEveryday reports whether a word names nobody: initials do not, alone.
func isEveryday(w word) bool { return everyday[w.folded] || utf8.RuneCountInString(w.folded) < 2 }

// everyday are words that stand with a capital beside names, or in a text of
// capitals, and name nobody.
var everyday = setOf(`a an the of and or in on at by for with from to who whose his her their its my our one two three
	mr mrs ms miss dr prof professor sir madam lady lord don dona sister father brother mother sheikh haji imam rev
	gen general col colonel capt captain lt lieutenant sgt sergeant maj major officer private president minister mayor
	witness witnesses eyewitness eyewitnesses eye resident residents villager villagers neighbor neighbors neighbour
	neighbours survivor survivors relative relatives victim victims family families local locals man men woman women
	child children boy girl son daughter wife husband widow people person persons others several some many teacher
	student students farmer driver shopkeeper nurse doctor worker workers uncle aunt cousin friend
	friends passenger passengers bystander bystanders civilian civilians passerby passersby peasant peasants
	member members leader leaders commander commanders guerrilla guerrillas rebel rebels militant militants insurgent
	insurgents fighter fighters gunman gunmen attacker attackers assailant assailants kidnapper kidnappers terrorist
	terrorists suspect suspects soldier soldiers troops policeman policemen police guard guards priest priests nun nuns
	judge judges lawyer lawyers journalist journalists reporter reporters official officials employee employees deputy
	candidate candidates activist activists union unionist unionists hostage hostages prisoner prisoners refugee refugees
	tourist tourists foreigner foreigners no none nobody dozen dozens hundred hundreds thousand thousands four five six
	seven eight nine ten eleven twelve twenty thirty forty fifty at least more than about dead wounded injured killed
	other unidentified unknown young old armed
	i he she it we you they me him them us this that those these himself herself themselves anyone everyone someone another
	all both each such former innocent defenseless paid top national political presidential military urban foreign
	officers lieutenants colonels generals citizens individuals casualties sources bodyguard bodyguards pedestrians
	businessman businessmen engineer engineers newsman newsmen missionary missionaries jesuit jesuits bishop archbishop
	senator congressman councilman ambassador adviser advisers secretary rector director manager owner chief agent agents
	assassin assassins murderer murderers criminal criminals subversive subversives trafficker traffickers drug commando
	commandos marines patrol squad squads death group band brigade party government embassy university treasury year body
	monday tuesday wednesday thursday friday saturday sunday
	january february march april may june july august september october november december`)

func setOf(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}
