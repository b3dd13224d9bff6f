package re3d

import (
	"testing"

	"ascribe"
	"ascribe/bench/measure"
)

const text = "The Dawn, known as ND, fought the Tide. It is part of the Union. Ilse Brandt leads the Dawn. The Tide-led bloc backs no one."

// invented is a document with its key: one relation of every class, an optional
// one, and a person who belongs to a body, which is no relation of ours.
func invented() Document {
	l := line{ID: "x", Text: text,
		Entities: []entity{
			{"Organisation", 4, 8, "Dawn"}, {"Organisation", 19, 21, "ND"}, {"Organisation", 30, 38, "the Tide"}, {"Organisation", 40, 42, "It"},
			{"Organisation", 58, 63, "Union"}, {"Person", 65, 76, "Ilse Brandt"}, {"Organisation", 87, 91, "Dawn"}, {"Organisation", 93, 110, "The Tide-led bloc"},
			{"Person", 77, 91, "leads the Dawn"}, // as if it were the wording of a post
		},
		Relations: []relation{
			{"FightingAgainst", "Dawn", "the Tide", 23, 29},
			{"FightingAgainst", "the Tide", "Dawn", 23, 29}, // the same again
			{"IsSynonymOf", "ND", "Dawn", 10, 18},
			{"BelongsTo", "It", "Union", 43, 57},
			{"BelongsTo", "Ilse Brandt", "Dawn", 77, 82},
			{"BelongsTo", "Dawn", "Union", 43, 57},
			{"InChargeOf", "Ilse Brandt", "Dawn", 77, 82},
			{"CommWith", "Dawn", "Union", 0, 5},
			{"IsSynonymOf", "Ilse Brandt", "leads the Dawn", 77, 82},
			{"Likes", "The Tide-led bloc", "Union", 111, 116},
		},
	}
	return l.document()
}

func TestKey(t *testing.T) {
	d := invented()
	want := []struct {
		class           Class
		subject, object string
		optional        bool
	}{
		{Opposition, "Dawn", "the Tide", false},
		{Alias, "ND", "Dawn", false},
		{Membership, "It", "Union", true},
		{Membership, "Dawn", "Union", false},
		{Leadership, "Dawn", "Ilse Brandt", false},
		{Alliance, "The Tide-led bloc", "Union", true},
	}
	if len(d.Relations) != len(want) {
		t.Fatalf("%d relations: %+v", len(d.Relations), d.Relations)
	}
	for i, w := range want {
		r := d.Relations[i]
		if r.Class != w.class || r.Subject.Text != w.subject || r.Object.Text != w.object || r.Optional != w.optional {
			t.Errorf("%d: %+v, want %+v", i, r, w)
		}
	}
	if dawn := d.Relations[0].Subject; len(dawn.Spans) != 2 {
		t.Errorf("a name stands wherever the text has it: %v", dawn.Spans)
	}
}

// mention makes a mention of the spans of its wordings, in order.
func mention(kind ascribe.MentionKind, spans ...ascribe.Span) ascribe.Mention {
	return ascribe.Mention{ID: ascribe.MentionID{Kind: kind, At: spans[0].Start}, Spans: spans}
}

func TestScore(t *testing.T) {
	d := invented()
	dawn := mention(ascribe.ActorMention, ascribe.Span{Start: 4, End: 8}, ascribe.Span{Start: 19, End: 21}, ascribe.Span{Start: 40, End: 42})
	tide := mention(ascribe.ActorMention, ascribe.Span{Start: 34, End: 38}, ascribe.Span{Start: 97, End: 101})
	union := mention(ascribe.ActorMention, ascribe.Span{Start: 58, End: 63})
	brandt := mention(ascribe.PersonMention, ascribe.Span{Start: 65, End: 76})
	r := &ascribe.Reading{Mentions: []ascribe.Mention{dawn, tide, union, brandt}}
	tie := func(s ascribe.Mention, k ascribe.RelationKind, o ascribe.Mention) {
		r.Relations = append(r.Relations, ascribe.Relation{Subject: s.ID, Kind: k, Object: o.ID})
	}
	tie(tide, ascribe.RivalOf, dawn)   // right: who fights is fought
	tie(dawn, ascribe.Opposes, tide)   // the same again
	tie(dawn, ascribe.Opposes, union)  // wrong
	tie(union, ascribe.PartOf, dawn)   // wrong: turned round
	tie(dawn, ascribe.PartOf, union)   // right, and meets the optional one too
	tie(brandt, ascribe.LedBy, dawn)   // wrong: turned round
	tie(tide, ascribe.Supports, union) // wrong: "The Tide-led bloc" is another
	r.Relations = append(r.Relations, ascribe.Relation{Subject: dawn.ID, Kind: ascribe.Supports, Object: tide.ID, Negated: true})

	want := [Classes]measure.Count{
		Opposition: {Right: 1, Found: 2, Met: 1, Key: 1},
		Alliance:   {Found: 1},
		Membership: {Right: 1, Found: 2, Met: 1, Key: 1},
		Leadership: {Found: 1, Key: 1},
		Alias:      {Met: 1, Key: 1}, // one mention holds both
	}
	if got := Score(&d, r); got != want {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestNameable(t *testing.T) {
	for text, want := range map[string]bool{
		"the Dawn": true, "Coalition forces": true, "Sarvian troops": true, "The Union": true,
		"The group": false, "its": false, "We": false, "the rebels": false, "the Sarvian people": false, "Local fighters": false,
	} {
		if nameable(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

func TestClasses(t *testing.T) {
	for k := ascribe.AffiliateOf; k <= ascribe.AliasOf; k++ {
		if ClassOf(k) == Classes {
			t.Errorf("%s has no class", k)
		}
	}
}
