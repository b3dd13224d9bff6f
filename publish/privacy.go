package publish

import (
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"ascribe"
)

// Redact returns a copy of a record that names no private person: victims,
// witnesses and their relatives, private persons among the targets and the
// accused. Their names are withheld wherever they stand, in quotations too, and
// they stay counted. Every format that leaves is written from it.
//
// The spans of a redacted statement are dropped: its words are no longer those
// of the archive, letter for letter. Redacting again changes nothing.
func Redact(r *ascribe.Record) *ascribe.Record {
	out, _ := redact(r)
	return out
}

// redact does what Redact does, and returns the words of each statement's
// content where they are less than its sentence.
func redact(r *ascribe.Record) (*ascribe.Record, map[ascribe.StatementID]string) {
	n := namesOf(r)
	out := *r
	out.Title = n.prose(r.Title)
	out.When = n.date(r.When)
	out.Where = n.place(r.Where)
	out.Dates = each(r.Dates, func(d ascribe.Date) ascribe.Date { return *n.date(&d) })
	out.Places = each(r.Places, func(p ascribe.Place) ascribe.Place { return *n.place(&p) })
	out.Targets = each(r.Targets, n.target)
	out.Weapons = each(r.Weapons, n.weapon)
	out.Relations = each(r.Relations, n.relation)
	out.Matrix = every(r.Matrix, n.cell)
	out.Turns = every(r.Turns, n.turn)
	out.Tolls = every(r.Tolls, n.toll)
	out.Documents = every(r.Documents, n.telling)
	out.Withdrawn = n.lapse(r.Withdrawn)
	out.Origins = every(r.Origins, n.origin)
	out.Shared = every(r.Shared, n.shared)
	out.Contested = every(r.Contested, n.prose)
	out.Links = every(r.Links, n.link)
	out.Decisions = every(r.Decisions, n.decision)
	out.Cited = make(map[ascribe.StatementID]ascribe.Cite, len(r.Cited))
	said := map[ascribe.StatementID]string{}
	for id, c := range r.Cited {
		if words := n.content(c); words != "" {
			said[id] = words
		}
		out.Cited[id] = n.cite(c)
	}
	return &out, said
}

// every maps a list; nil stays nil.
func every[T any](in []T, f func(T) T) []T {
	if in == nil {
		return nil
	}
	out := make([]T, len(in))
	for i, v := range in {
		out[i] = f(v)
	}
	return out
}

// each maps the values of sourced values.
func each[T any](in []ascribe.Sourced[T], f func(T) T) []ascribe.Sourced[T] {
	return every(in, func(s ascribe.Sourced[T]) ascribe.Sourced[T] {
		s.Value = f(s.Value)
		return s
	})
}

// namesOf gathers the names that a record must not give away.
func namesOf(r *ascribe.Record) *names {
	n := newNames()
	n.keepPublic(r)
	for _, c := range r.Cited {
		hide := n.hide
		if shouted(c.Words) {
			hide = n.hideShouted
		}
		for _, s := range namesIn(&c) {
			if fits(c.Words, s) {
				hide(s.Of(c.Words))
			}
		}
		if isPrivateVoice(c.Statement.Source.Role) {
			n.hideVoice(c.Statement.Source.Text)
		}
	}
	for _, c := range r.Matrix {
		if isPrivateActor(&c) {
			n.hide(c.Actor.Name)
		}
		if isPrivateVoice(c.Role) {
			n.hideVoice(c.Source)
		}
	}
	for _, t := range r.Tolls {
		for _, p := range t.Course {
			if isPrivateVoice(p.Role) {
				n.hideVoice(p.By)
			}
		}
	}
	for _, t := range r.Targets {
		if !isPublicTarget(&t.Value) {
			n.hideVoice(t.Value.Text)
		}
	}
	return n
}

// keepPublic keeps the words of actors, places, outlets and public targets.
func (n *names) keepPublic(r *ascribe.Record) {
	for i := range r.Matrix {
		if !isPrivateActor(&r.Matrix[i]) {
			n.keep(r.Matrix[i].Actor.Name)
		}
	}
	for _, x := range r.Relations {
		n.keep(x.Value.Subject.Name)
		n.keep(x.Value.Object.Name)
	}
	for _, p := range r.Places {
		n.keep(p.Value.Name) // as a gazetteer has it: an unknown place may be called by its owner
		n.keep(p.Value.Admin1)
	}
	if r.Where != nil {
		n.keep(r.Where.Name)
	}
	for _, t := range r.Targets {
		if t.Value.Mention != nil && t.Value.Mention.Kind == ascribe.ActorMention {
			n.keep(t.Value.Text)
		}
	}
	for _, o := range r.Origins {
		n.keep(o.Name)
	}
	for _, d := range r.Documents {
		for _, a := range d.Appearances {
			n.keep(string(a.Outlet))
		}
	}
}

// isPrivateVoice reports whether who speaks is never named.
func isPrivateVoice(r ascribe.Role) bool { return r == ascribe.Victim || r == ascribe.Witness }

// isPrivateActor reports whether a cell blames a private person.
func isPrivateActor(c *ascribe.Cell) bool {
	return c.Support.Value.Actor.Kind == ascribe.PersonMention && c.Actor.Kind != ascribe.PublicFigure
}

// isPublicTarget reports whether a target may be given in the article's words:
// it is not named, or it is an actor or a place, or a thing with a name.
func isPublicTarget(e *ascribe.Entity) bool {
	switch {
	case !e.Named:
		return e.Mention == nil || e.Mention.Kind != ascribe.PersonMention || !looksNamed(e.Text)
	case e.Mention != nil:
		return e.Mention.Kind == ascribe.ActorMention || e.Mention.Kind == ascribe.PlaceMention
	}
	return slices.ContainsFunc(wordsOf(e.Text), func(w word) bool { return thing[w.folded] })
}

// looksNamed reports whether a description of a person holds a word that could
// be a name: one with a capital amid others that have none.
func looksNamed(text string) bool {
	ws := wordsOf(text)
	if !slices.ContainsFunc(ws, func(w word) bool { return !w.capital }) {
		return false
	}
	return slices.ContainsFunc(ws, func(w word) bool { return w.capital && w.Start > 0 && !isEveryday(w) })
}

// thing are words that make a named target a building, a vehicle or an office
// and not a person.
var thing = setOf(`airport agency arena bakery bank barracks base bazaar bridge building bus cafe cathedral cemetery center
	centre checkpoint church cinema city clinic club college company compound consulate convent court courthouse dam depot
	district dock embassy factory farm ferry field garrison gas harbor harbour headquarters highway hospital hotel house
	installation jail kindergarten library line mall market mill mine ministry monastery monument mosque museum newspaper
	office oil palace park pier pipeline plant plaza police port post power prison radio railway refinery restaurant road
	school settlement ship shop shrine square stadium station store street substation supermarket synagogue temple terminal
	theater theatre tower town train tunnel university vehicle village warehouse well yard`)

func fits(text string, s ascribe.Span) bool {
	return s.Start >= 0 && s.Start <= s.End && s.End <= len(text)
}

// wider returns spans grown to whole characters, and false when one lies
// outside the text.
func wider(text string, spans []ascribe.Span) ([]ascribe.Span, bool) {
	out := slices.Clone(spans)
	for i := range out {
		s := &out[i]
		if !fits(text, *s) {
			return nil, false
		}
		for s.Start > 0 && s.Start < len(text) && !utf8.RuneStart(text[s.Start]) {
			s.Start--
		}
		for s.End < len(text) && !utf8.RuneStart(text[s.End]) {
			s.End++
		}
	}
	return out, true
}

// lost stands for a sentence whose private names cannot be told from its other
// words.
const lost = "[sentence withheld: its private names are not where they are said to be]"

// shouted reports whether a text is written in capitals.
func shouted(text string) bool {
	return strings.ToUpper(text) == text && strings.ToLower(text) != text
}

// namesIn lists the private spans of a cited sentence. In a sentence of capitals
// every person is marked, since no capital tells a name: there, those who are
// described in everyday words alone, as "13 PEOPLE" are, stay.
func namesIn(c *ascribe.Cite) []ascribe.Span {
	if !shouted(c.Words) {
		return c.Private
	}
	return slices.DeleteFunc(slices.Clone(c.Private), func(s ascribe.Span) bool {
		if !fits(c.Words, s) {
			return false
		}
		for _, w := range wordsOf(s.Of(c.Words)) {
			if !isEveryday(w) {
				return false
			}
		}
		return true
	})
}

// words returns words[from:to] of a cited sentence with its private names
// withheld.
func (n *names) words(c *ascribe.Cite, from, to int) string {
	private, ok := wider(c.Words, namesIn(c))
	if !ok {
		return lost
	}
	return cover(c.Words, append(private, n.find(c.Words, true)...), from, to)
}

// content returns the words of what is said, from its first to its last span in
// the sentence; "" when they are the whole sentence, or not all in it.
func (n *names) content(c ascribe.Cite) string {
	s := &c.Statement
	if c.Words != s.Anchor.Quote || len(s.Content) == 0 || s.Source.Role == ascribe.Narrator {
		return ""
	}
	from, to := len(c.Words), 0
	for _, p := range s.Content {
		if !s.Anchor.Span.Holds(p) {
			return ""
		}
		from, to = min(from, p.Start-s.Anchor.Span.Start), max(to, p.End-s.Anchor.Span.Start)
	}
	at, ok := wider(c.Words, []ascribe.Span{{Start: from, End: to}})
	if !ok || to-from >= len(c.Words) {
		return ""
	}
	return n.words(&c, at[0].Start, at[0].End)
}

func (n *names) cite(c ascribe.Cite) ascribe.Cite {
	c.Words = n.words(&c, 0, len(c.Words))
	c.Private = nil
	s := &c.Statement
	s.Anchor.Quote = c.Words
	s.Source = ascribe.Source{Role: s.Source.Role, Text: n.voice(s.Source.Role, s.Source.Text)}
	s.Cue, s.Content = nil, nil
	s.SaidAt = n.date(s.SaidAt)
	s.Because = n.prose(s.Because)
	c.Appearance = n.appearance(c.Appearance)
	c.Lapsed = n.lapse(c.Lapsed)
	return c
}

// voice returns a source as it may be named: a witness is a witness.
func (n *names) voice(r ascribe.Role, text string) string {
	if isPrivateVoice(r) {
		return roleWords(r)
	}
	return n.label(text)
}

func (n *names) date(d *ascribe.Date) *ascribe.Date {
	if d == nil {
		return nil
	}
	out := *d
	out.Text = n.prose(d.Text)
	out.Span, out.Because = ascribe.Span{}, ""
	return &out
}

func (n *names) place(p *ascribe.Place) *ascribe.Place {
	if p == nil {
		return nil
	}
	out := *p
	out.Text = n.label(p.Text)
	out.Span, out.Because = ascribe.Span{}, ""
	return &out
}

// target returns a target as it may be given: private persons by what they are.
func (n *names) target(e ascribe.Entity) ascribe.Entity {
	if isPublicTarget(&e) {
		e.Text, e.Spans, e.Because = n.label(e.Text), nil, ""
		return e
	}
	return ascribe.Entity{Text: PrivatePerson, Score: e.Score}
}

// PrivatePerson is how a private person among the targets is described.
const PrivatePerson = "a private person"

// PrivateSuspect is how a private person among the accused is described.
const PrivateSuspect = "an individual (name withheld)"

func (n *names) weapon(e ascribe.Entity) ascribe.Entity {
	e.Text, e.Spans, e.Because = n.prose(e.Text), nil, ""
	return e
}

func (n *names) relation(r ascribe.ActorRelation) ascribe.ActorRelation {
	r.From, r.To = n.date(r.From), n.date(r.To)
	return r
}

func (n *names) cell(c ascribe.Cell) ascribe.Cell {
	if isPrivateActor(&c) {
		c.Actor = ascribe.ActorRef{Name: PrivateSuspect, Kind: c.Actor.Kind}
	}
	c.Source = n.voice(c.Role, c.Source)
	c.Support.Value.Because = n.prose(c.Support.Value.Because)
	c.Lapsed = n.lapse(c.Lapsed)
	return c
}

// turn redacts a change of position: the source of it alone, for only actors of
// the register have one.
func (n *names) turn(t ascribe.Turn) ascribe.Turn {
	t.Source = n.voice(t.Role, t.Source)
	return t
}

func (n *names) toll(t ascribe.TollRange) ascribe.TollRange {
	t.Course = every(t.Course, func(p ascribe.TollPoint) ascribe.TollPoint {
		p.By = n.voice(p.Role, p.By)
		p.Toll.Of, p.Toll.Words, p.Toll.Because = n.prose(p.Toll.Of), n.prose(p.Toll.Words), n.prose(p.Toll.Because)
		p.Toll.Span = ascribe.Span{}
		p.Lapsed = n.lapse(p.Lapsed)
		return p
	})
	return t
}

func (n *names) telling(t ascribe.Telling) ascribe.Telling {
	t.Appearances = every(t.Appearances, n.appearance)
	t.Lapsed = n.lapse(t.Lapsed)
	return t
}

func (n *names) appearance(a ascribe.Appearance) ascribe.Appearance {
	a.InputID = n.label(a.InputID)
	a.Headline = n.prose(a.Headline)
	a.URL = n.address(a.URL)
	return a
}

// address returns a web address, cut to its host when the rest holds a name.
func (n *names) address(address string) string {
	plain, err := url.PathUnescape(address)
	if err != nil {
		plain = address
	}
	if len(n.find(plain, false)) == 0 && len(n.find(address, false)) == 0 {
		return address
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	return u.Scheme + "://" + n.label(u.Hostname()) + "/"
}

func (n *names) origin(o ascribe.Origin) ascribe.Origin {
	o.Name = n.label(o.Name)
	o.Because = every(o.Because, n.link)
	return o
}

// link returns a judgement with its reasons, and with the name of a person who
// made it left out.
func (n *names) link(l ascribe.Link) ascribe.Link {
	if !l.Provenance.Agent.Machine {
		l.Provenance.Agent.Name = ""
	}
	l.Because = every(l.Because, n.reason)
	return l
}

func (n *names) reason(r ascribe.Reason) ascribe.Reason {
	r.Feature, r.Left, r.Right = n.prose(r.Feature), n.prose(r.Left), n.prose(r.Right)
	return r
}

// shared returns what origins rest on together; who spoke is public with the
// words, unless the name is withheld elsewhere.
func (n *names) shared(s ascribe.Shared) ascribe.Shared {
	s.Who = every(s.Who, n.prose)
	s.Because = every(s.Because, n.reason)
	return s
}

// decision returns a ruling without the name of who made it.
func (n *names) decision(d ascribe.Decision) ascribe.Decision {
	d.By.Name = ""
	d.Reason = n.prose(d.Reason)
	return d
}
