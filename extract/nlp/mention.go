package nlp

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"ascribe"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
)

// A mention is where a phrase stands.
type mention struct{ sentence, phrase int }

// An entity is a chain being joined.
type entity struct {
	kind     PhraseKind
	named    bool
	public   bool // a person who holds a public office
	plural   bool
	gender   byte // 'm', 'f' or 0
	country  string
	role     string
	key      string          // the name as compared, or the head of a nominal
	keys     []string        // under which joiner.byKey has it
	titles   map[string]bool // heads and titles that were said of a person
	entry    *lexicon.Entry
	places   []gazetteer.Entry // that carry the name
	place    gazetteer.Entry   // the one meant, or one without an ID
	mentions []mention
	toponyms []toponym // of a place, where no phrase is one
}

// A joiner joins the phrases of a document into chains, the surest ways first:
// names, then descriptions, then pronouns.
type joiner struct {
	*reader
	entities []*entity
	byKey    map[string]*entity
	byPart   map[string][]*entity // persons and unknown names by each word of theirs, the latest last
	of       map[mention]*entity
	recent   []*entity // by their last mention so far, the latest last
	trees    *ranked   // nil without weights
}

// chain fills Analysis.Chains and the phrases' Chain.
func (r *reader) chain() {
	j := &joiner{reader: r, byKey: map[string]*entity{}, byPart: map[string][]*entity{}, of: map[mention]*entity{}}
	j.rank()
	j.each(j.joinName)
	j.each(j.joinBracket)
	j.each(j.joinDescription)
	j.publish()
}

// each calls join for every phrase of the document in order.
func (j *joiner) each(join func(m mention, s *Sentence, p *Phrase)) {
	j.recent = j.recent[:0]
	for i := range j.a.Sentences {
		s := &j.a.Sentences[i]
		for k := range s.Phrases {
			join(mention{i, k}, s, &s.Phrases[k])
		}
	}
}

func (j *joiner) put(m mention, e *entity) {
	j.of[m] = e
	e.mentions = append(e.mentions, m)
	j.touch(e)
}

// touch makes an entity the most recent one.
func (j *joiner) touch(e *entity) {
	if i := slices.Index(j.recent, e); i >= 0 {
		j.recent = slices.Delete(j.recent, i, i+1)
	}
	j.recent = append(j.recent, e)
	if len(j.recent) > 64 {
		j.recent = slices.Delete(j.recent, 0, 1)
	}
}

func (j *joiner) start(m mention, p *Phrase, key string) *entity {
	e := &entity{kind: p.Kind, named: p.Named, plural: p.Plural, country: p.Country, role: p.Role, key: key, titles: map[string]bool{}}
	j.entities = append(j.entities, e)
	j.put(m, e)
	return e
}

// chained lists the kinds of phrase that make chains.
func chained(k PhraseKind) bool {
	switch k {
	case Person, Group, Force, State, Organization, Location:
		return true
	default:
		return false
	}
}

// publish writes the chains into the analysis, in order of first mention.
func (j *joiner) publish() {
	entities := slices.DeleteFunc(j.entities, func(e *entity) bool {
		return len(e.mentions) == 0 || !chained(e.kind) && (e.kind != Facility || !e.named)
	})
	for _, e := range entities {
		slices.SortFunc(e.mentions, func(a, b mention) int {
			return cmp.Or(cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.phrase, b.phrase))
		})
	}
	entities = j.toponyms(entities)
	slices.SortStableFunc(entities, func(a, b *entity) int { return cmp.Compare(j.firstAt(a), j.firstAt(b)) })
	j.resolve(entities)
	taken := map[ascribe.MentionID]bool{}
	for _, e := range entities {
		c, ok := j.chainOf(e, taken)
		if !ok {
			continue
		}
		taken[c.Mention.ID] = true
		at := len(j.a.Chains)
		j.a.Chains = append(j.a.Chains, c)
		for _, m := range e.mentions {
			p := j.phrase(m)
			p.Chain = at
			if c.Mention.Place != nil {
				p.Country = c.Country
			}
			if p.Kind == OtherPhrase || p.Named && p.Kind != State && p.Kind != Location {
				p.Kind = e.kind
			}
		}
	}
}

// firstAt is where an entity is first mentioned.
func (j *joiner) firstAt(e *entity) int {
	at := -1
	if len(e.mentions) > 0 {
		at = j.phrase(e.mentions[0]).Span.Start
	}
	if len(e.toponyms) > 0 {
		if start := e.toponyms[0].span.Start; at < 0 || start < at {
			at = start
		}
	}
	return at
}

func (j *joiner) phrase(m mention) *Phrase { return &j.a.Sentences[m.sentence].Phrases[m.phrase] }

// chainOf makes the chain of an entity; its id must not be taken.
func (j *joiner) chainOf(e *entity, taken map[ascribe.MentionID]bool) (Chain, bool) {
	c := Chain{Kind: e.kind, Country: e.country}
	doc := j.a.Document
	best := -1
	c.Mention.Spans = j.spans(e)
	if len(e.mentions) == 0 {
		c.Mention.Text = c.Mention.Spans[0].Of(doc.Text)
	}
	for _, m := range e.mentions {
		span := j.wording(m)
		if score := j.specific(m, span); score > best {
			best, c.Mention.Text = score, span.Of(doc.Text)
		}
	}
	c.Mention.ID = ascribe.MentionID{Document: doc.ID, Kind: e.mentionKind(), At: c.Mention.Spans[0].Start}
	for taken[c.Mention.ID] && len(c.Mention.Spans) > 1 && e.kind == Location { // in the name of a building that begins with the town's
		c.Mention.Spans = c.Mention.Spans[1:]
		c.Mention.ID.At = c.Mention.Spans[0].Start
	}
	if taken[c.Mention.ID] && len(e.toponyms) == 0 {
		p := j.phrase(e.mentions[0])
		head := j.a.Sentences[e.mentions[0].sentence].Tokens[p.Head].Span
		c.Mention.Spans[0], c.Mention.ID.At = head, head.Start
	}
	if taken[c.Mention.ID] {
		return c, false
	}
	c.Mention.Text = strings.Join(strings.Fields(c.Mention.Text), " ")
	switch c.Mention.ID.Kind {
	case ascribe.PlaceMention:
		c.Mention.Place = e.placed(c.Mention.Spans[0].Of(doc.Text), c.Mention.Spans[0])
		c.Country, c.Capital = c.Mention.Place.Country, e.place.Capital
	case ascribe.ActorMention:
		j.match(e, &c)
	}
	return c, true
}

// mentionKind tells actors from private persons and places.
func (e *entity) mentionKind() ascribe.MentionKind {
	switch e.kind {
	case Location, Facility:
		return ascribe.PlaceMention
	case Person:
		if e.entry != nil || e.named && e.public || !e.named && e.plural && e.role == "fighter" && rebelWords[e.key] {
			return ascribe.ActorMention
		}
		return ascribe.PersonMention
	default:
		return ascribe.ActorMention
	}
}

// wording is the span of a mention: the bare name, or the phrase without its
// possessor.
func (j *joiner) wording(m mention) ascribe.Span {
	s, p := &j.a.Sentences[m.sentence], j.phrase(m)
	if p.Named {
		return s.SpanOf(p.Core, p.Head+1)
	}
	first := p.First
	for k := p.First; k < p.Head; k++ {
		if s.Tokens[k].Tag == "POS" {
			first = k + 1
		}
	}
	return s.SpanOf(first, p.Last)
}

// specific scores how much a wording tells: a name before a description before a
// pronoun, the longer the better.
func (j *joiner) specific(m mention, span ascribe.Span) int {
	p := j.phrase(m)
	n := min(utf8.RuneCountInString(span.Of(j.a.Document.Text)), 200)
	switch {
	case p.Named:
		return 1000 + n
	case j.a.Sentences[m.sentence].Tokens[p.Head].Class == Pronoun:
		return 0
	}
	return 100 + n
}
