package reconcile

import (
	"regexp"
	"strings"
	"time"

	"ascribe"
)

// occasionForms are the ways in which a text says that a source spoke to all, and
// not to its writer alone. An interview is none of them.
var occasionForms = []struct {
	name  string
	words *regexp.Regexp
}{
	{"news conference", regexp.MustCompile(`(?i)\b(?:(?:news|press|media) (?:conference|briefing)|(?:told|briefed) (?:reporters|journalists|the press))\b`)},
	{"statement", regexp.MustCompile(`(?i)\b(?:in|issued|released|published|put out) (?:a|its|his|her|their)(?: \p{L}+)? (?:statement\b|communiqu[eé]|press release\b|declaration\b)`)},
	{"address", regexp.MustCompile(`(?i)\b(?:televised|broadcast|radio|television) (?:address|speech|message)\b|\b(?:told|addressed|addressing) (?:the nation|parliament|the assembly|the court|lawmakers)\b`)},
	{"post", regexp.MustCompile(`(?i)\b(?:on|in a (?:post|message) on|posted on|wrote on) (?:its |his |her |the )?(?:Telegram|Twitter|Facebook|X|Instagram|WhatsApp|VK|social media)\b`)},
}

// spoken is what a statement rests on where its source spoke to all.
type spoken struct {
	speaker string // name key
	name    string // as written
	form    string // the name of the occasion's form
	words   string // that tell of it
}

// occasions finds in a reading the statements of named sources that spoke to all.
// Where a text tells of one occasion of a source, whatever it has the source say
// was said there.
func occasions(r *ascribe.Reading) map[ascribe.StatementID]spoken {
	names := map[ascribe.MentionID]string{}
	for _, m := range r.Mentions {
		names[m.ID] = m.Text
	}
	out := map[ascribe.StatementID]spoken{}
	at := map[string][]spoken{} // of each speaker
	for i := range r.Statements {
		s := &r.Statements[i]
		name := speakerOf(s, names)
		if name == "" {
			continue
		}
		key := nameKey(name)
		form, words := occasionIn(s)
		if form == "" {
			continue
		}
		out[s.ID] = spoken{key, name, form, words}
		if len(at[key]) == 0 || at[key][0].form != form {
			at[key] = append(at[key], out[s.ID])
		}
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		name := speakerOf(s, names)
		if said := at[nameKey(name)]; name != "" && out[s.ID].form == "" && len(said) == 1 {
			out[s.ID] = said[0]
		}
	}
	return out
}

// speakerOf names the source of a statement where it is an official, a party or
// another public voice with a name.
func speakerOf(s *ascribe.Statement, names map[ascribe.MentionID]string) string {
	switch s.Source.Role {
	case ascribe.Authority, ascribe.Self, ascribe.Other:
	default:
		return ""
	}
	text := s.Source.Text
	if s.Source.Mention != nil && names[*s.Source.Mention] != "" {
		text = names[*s.Source.Mention]
	}
	if text = trimArticle(text); !named(text) || pronoun(text) {
		return ""
	}
	return text
}

// occasionIn finds in a statement's sentence, but for what is said, the words of
// an occasion.
func occasionIn(s *ascribe.Statement) (form, words string) {
	outside := []byte(s.Anchor.Quote)
	for _, c := range s.Content {
		for i := max(0, c.Start-s.Anchor.Span.Start); i < min(len(outside), c.End-s.Anchor.Span.Start); i++ {
			outside[i] = '|'
		}
	}
	for _, f := range occasionForms {
		if m := f.words.Find(outside); m != nil {
			return f.name, strings.ToLower(string(m))
		}
	}
	return "", ""
}

// oneSpeaker reports whether two names are of one speaker: the same, or one the
// end of the other, as a surname is.
func oneSpeaker(a, b string) bool {
	return a == b || strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a)
}

// sameOccasion reports whether two documents quote one source from one occasion.
func sameOccasion(a, b *Profile) (ascribe.Reason, bool) {
	if a.public.IsZero() || b.public.IsZero() || a.public.Sub(b.public).Abs() > dispatchWindow {
		return ascribe.Reason{}, false
	}
	for _, x := range a.spoke {
		for _, y := range b.spoke {
			if x.form == y.form && oneSpeaker(x.speaker, y.speaker) {
				return ascribe.Reason{Feature: "same occasion", Weight: 1, Left: x.name + ": " + x.words, Right: y.name + ": " + y.words}, true
			}
		}
	}
	return ascribe.Reason{}, false
}

// An occasion is where one source spoke to all, as the documents of an incident
// tell.
type occasion struct {
	spoken
	at         time.Time // when the first origin to tell of it was published
	key        string
	statements []ascribe.StatementID
	origins    map[voice]bool
	because    []ascribe.Reason
}

// occasions brings together the occasions that the documents of the incident tell
// of: of one source, in one form, within the time that it is news. A reprint is of
// the time of what it reprints.
func (f *folding) occasions() {
	f.spoke = map[ascribe.StatementID]*occasion{}
	for _, p := range f.inc.parts {
		at := f.origins[p.id].docs[0].published()
		in := occasions(p.reading)
		for i := range p.reading.Statements {
			id := p.reading.Statements[i].ID
			said, ok := in[id]
			if !ok || p.said[id] == nil || p.lapses[id] != nil {
				continue
			}
			o := f.occasion(said, at)
			f.spoke[id] = o
			o.statements = append(o.statements, id)
			from := voice{origin: f.originOf(p.id)}
			if !o.origins[from] {
				o.because = append(o.because, ascribe.Reason{Feature: "same occasion", Weight: 1, Left: said.name + ": " + said.words, Right: p.outlet()})
			}
			o.origins[from] = true
		}
	}
}

// occasion returns the occasion that something was said at, a new one where no
// earlier document tells of it.
func (f *folding) occasion(said spoken, at time.Time) *occasion {
	for _, o := range f.spoken {
		if o.form == said.form && oneSpeaker(o.speaker, said.speaker) && at.Sub(o.at).Abs() <= dispatchWindow {
			return o
		}
	}
	o := &occasion{
		spoken: said, at: at, origins: map[voice]bool{},
		key: said.form + "|" + said.speaker + "|" + at.UTC().Format(time.RFC3339),
	}
	f.spoken = append(f.spoken, o)
	return o
}

// voice tells where a statement of a document comes from.
func (f *folding) voice(p part, id ascribe.StatementID) voice {
	v := voice{origin: f.originOf(p.id), lapsed: f.lapses[id] != nil}
	if o := f.spoke[id]; o != nil {
		v.ground = o.key
	} else if ground, of, ok := f.cites.ground(id); ok {
		v.ground, v.of = ground, of
	}
	return v
}

// shared enters the occasions that more than one origin rests on.
func (f *folding) shared() {
	for _, o := range f.spoken {
		if len(o.origins) > 1 {
			f.record.Shared = append(f.record.Shared, ascribe.Shared{
				Kind: ascribe.OneOccasion, Who: []string{o.name}, Statements: o.statements, Origins: origins(o.origins), Because: o.because,
			})
		}
	}
}

// speaker names the source of a statement: as the first document does that quotes
// it from the same occasion, where one gives the surname alone. The outlet that
// speaks in a copy is the one that it is copied from.
func (f *folding) speaker(p part, id ascribe.StatementID) string {
	if p.said[id].Source.Role == ascribe.Narrator {
		return f.wording(p).outlet()
	}
	label := p.label(id, f.actors)
	if o := f.spoke[id]; o != nil && oneSpeaker(nameKey(label), o.speaker) {
		return o.name
	}
	return label
}
