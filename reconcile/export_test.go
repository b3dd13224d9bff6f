package reconcile

import (
	"pgregory.net/rapid"

	"ascribe"
)

// DrawLedger draws a ledger: invented articles as they were read and
// linked, and what people decided on them, on their actors, and took back.
func DrawLedger(t *rapid.T) []ascribe.Line {
	stories := newsdays(t)
	for i := range stories { // some say no more than a short form, or spell it out
		if rapid.IntRange(0, 2).Draw(t, "short") == 0 {
			stories[i] = withAcronym(t, stories[i])
		}
	}
	all := stories
	if rapid.Bool().Draw(t, "pages change") {
		all = append(all, editions(t)...)
	}
	b := newBook(all...)
	var actors, made []string
	for _, l := range b.lines {
		if l := l.Entry.Link; l != nil && l.Kind == ascribe.IsActor && !isMention(l.Right) {
			actors = append(actors, l.Right)
		}
	}
	for range rapid.IntRange(0, 6).Draw(t, "decisions") {
		d := decision(t, stories)
		one, other := rapid.SampledFrom(actors).Draw(t, "actor"), rapid.SampledFrom(actors).Draw(t, "actor too")
		switch rapid.IntRange(0, 4).Draw(t, "of actors") {
		case 0:
			if one != other {
				d = ascribe.Decision{Act: ascribe.Merge, Pairs: []ascribe.Pair{{Kind: ascribe.SameActor, Left: one, Right: other, Judgement: ascribe.Same}}}
			}
		case 1:
			m := rapid.SampledFrom(rapid.SampledFrom(stories).Draw(t, "in").reading.Mentions).Draw(t, "mention")
			d = ascribe.Decision{Act: ascribe.Split, Pairs: []ascribe.Pair{{Kind: ascribe.IsActor, Left: m.ID.String(), Right: one, Judgement: ascribe.Same}}}
		case 2:
			if len(made) > 0 {
				d = ascribe.Decision{Act: ascribe.Undo, Undoes: rapid.SampledFrom(made).Draw(t, "undone")}
			}
		}
		made = append(made, b.decide(d))
	}
	return b.lines
}

// withAcronym makes the story again, with the short form of its group in a sentence
// of its own, which may say what it is short for.
func withAcronym(t *rapid.T, s *story) *story {
	sentences := make([]string, 0, len(s.doc.Sentences)+1)
	for _, span := range s.doc.Sentences {
		sentences = append(sentences, span.Of(s.doc.Text))
	}
	full := rapid.SampledFrom([]string{"Maran Liberation Front", "Marsh Labour Federation", ""}).Draw(t, "full")
	line := "The MLF kept silent."
	if full != "" {
		line = "The " + full + ", or MLF, kept silent."
	}
	out := newStory(string(s.seen[0].Outlet), s.seen[0].Published.Time.Format("2 15:04"), s.seen[0].Headline, append(sentences, line)...)
	last, old := len(sentences), s.last()
	o := out.tells(0, old.Type, old.When, old.Where)
	out.counts(o.Statements[0], ascribe.Killed, "people", s.reading.Tolls[0].Figure)
	if rapid.Bool().Draw(t, "of two") { // what another article is news of, told beside
		e := events().Draw(t, "event too")
		out.tells(1, e.typ, marchDay(e.day), e.place)
		out.counts(out.last().Statements[0], ascribe.Killed, "people", ascribe.Exactly(ascribe.Count(e.killed)))
	}
	who := "MLF"
	if full != "" {
		who = full
	}
	m := out.mention(ascribe.ActorMention, last, who)
	if full != "" {
		out.reading.Mentions[0].Spans = append(out.reading.Mentions[0].Spans, out.find(last, "MLF"))
	}
	out.blames(out.say(last, ascribe.Narrator, ""), m, fact)
	return out
}
