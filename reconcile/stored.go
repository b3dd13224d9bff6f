package reconcile

import (
	"time"

	"github.com/fxamacker/cbor/v2"

	"ascribe"
)

// Filing returns what a store files a reading's document under, and what it gives
// back for judging the document against others. Without a reading it returns what
// a capture of the document is filed under.
func Filing(doc *ascribe.Document, seen []ascribe.Appearance, r *ascribe.Reading) (keys []string, profile []byte) {
	if r == nil {
		p := &Profile{}
		p.published(&ascribe.Reading{}, seen)
		return p.addressKeys(), nil
	}
	p := NewProfile(doc, seen, r)
	return p.Keys(), p.Pack()
}

// packed is a profile as a store keeps it. A signature follows from its shingles;
// what only the links of the document itself rest on is left out.
type packed struct {
	_         struct{} `cbor:",toarray"`
	Rules     string   // of which version of this package
	Document  ascribe.DocumentID
	Engine    string
	Public    time.Time
	Outlets   []string
	Headline  bag
	Titled    packedWords
	Credits   []ascribe.Credit
	Shingles  []uint64
	Narration []byte // which of the shingles, a bit each
	Tellings  []packedTelling
	Spoke     [][4]string
	Addresses []string
	Titles    []string
	Notices   []packedNotice
	Actors    []packedActor
}

type packedTelling struct {
	_      struct{}           `cbor:",toarray"`
	Told   ascribe.Occurrence // what of it is compared
	Main   bool
	Words  packedWords
	Rare   []string
	Target bag
	Actors bag
	Places map[string]string
	Tolls  map[ascribe.Harm]ascribe.Figure
}

type packedWords struct {
	_        struct{} `cbor:",toarray"`
	Words    []string
	Rarities []float64
}

type packedNotice struct {
	_    struct{} `cbor:",toarray"`
	Kind ascribe.NoticeKind
	Of   string
}

type packedActor struct {
	_        struct{} `cbor:",toarray"`
	ID       ascribe.MentionID
	Text     string
	Key      string
	How      string
	Score    ascribe.Score
	Actor    ascribe.ActorRef
	Acronyms []string
}

// Pack writes the profile for a store.
func (p *Profile) Pack() []byte {
	out := packed{
		Rules: rules(), Document: p.Document, Engine: p.engine, Public: p.public, Outlets: p.outlets, Headline: p.headline, Titled: p.titled.pack(), Credits: p.credits,
		Shingles: p.shingles, Narration: chosen(p.shingles, p.narration), Addresses: p.addresses, Titles: p.titles,
	}
	for i := range p.tellings {
		t := &p.tellings[i]
		o := t.told
		out.Tellings = append(out.Tellings, packedTelling{
			Told: ascribe.Occurrence{Incident: o.Incident, Type: o.Type, Stage: o.Stage, When: o.When, Where: o.Where, Recent: o.Recent},
			Main: t.main, Words: t.words.pack(), Rare: t.rare, Target: t.target, Actors: t.actors, Places: t.places, Tolls: t.tolls,
		})
	}
	for _, s := range p.spoke {
		out.Spoke = append(out.Spoke, [4]string{s.speaker, s.name, s.form, s.words})
	}
	for _, n := range p.notices {
		out.Notices = append(out.Notices, packedNotice{Kind: n.kind, Of: n.of})
	}
	for _, a := range p.actors {
		out.Actors = append(out.Actors, packedActor{ID: a.id, Text: a.text, Key: a.key, How: a.how, Score: a.score, Actor: a.actor, Acronyms: a.acronyms})
	}
	b, err := packing().Marshal(out)
	if err != nil {
		panic("reconcile: a profile cannot be packed: " + err.Error()) // its words and numbers always can
	}
	return b
}

// Unpack reads a profile that Pack wrote; nil when other rules drew it up, or
// another program.
func Unpack(b []byte) *Profile {
	var in packed
	if cbor.Unmarshal(b, &in) != nil || in.Rules != rules() {
		return nil
	}
	p := &Profile{
		Document: in.Document, engine: in.Engine, public: in.Public, outlets: in.Outlets, headline: in.Headline, titled: *in.Titled.unpack(), credits: in.Credits,
		shingles: in.Shingles, narration: taken(in.Shingles, in.Narration), signature: sketch(in.Shingles), addresses: in.Addresses, titles: in.Titles,
	}
	for i := range in.Tellings {
		t := &in.Tellings[i]
		p.tellings = append(p.tellings, telling{
			id: t.Told.Incident.String(), told: &t.Told, main: t.Main, words: t.Words.unpack(),
			rare: t.Rare, target: t.Target, actors: t.Actors, places: t.Places, tolls: t.Tolls,
		})
	}
	for _, s := range in.Spoke {
		p.spoke = append(p.spoke, spoken{s[0], s[1], s[2], s[3]})
	}
	for _, n := range in.Notices {
		p.notices = append(p.notices, takeBack{n.Kind, n.Of})
	}
	for _, a := range in.Actors {
		p.actors = append(p.actors, actorMention{id: a.ID, text: a.Text, key: a.Key, how: a.How, score: a.Score, actor: a.Actor, acronyms: a.Acronyms})
	}
	return p
}

// rules names the version of the rules by which profiles are drawn up. It grows
// with every change of what a profile holds or how its words are told apart.
func rules() string { return "profile/2 reconcile/" + Version }

// packing writes moments to the nanosecond and maps in order: one profile, one text.
func packing() cbor.EncMode {
	mode, err := cbor.EncOptions{ShortestFloat: cbor.ShortestFloat16, Time: cbor.TimeRFC3339NanoUTC, Sort: cbor.SortCanonical}.EncMode()
	if err != nil {
		panic(err) // the options are fixed
	}
	return mode
}

// chosen notes which members of a sorted set are in a part of it.
func chosen(set, part []uint64) []byte {
	bits := make([]byte, (len(set)+7)/8)
	for i, j := 0, 0; i < len(set) && j < len(part); i++ {
		if set[i] == part[j] {
			bits[i/8] |= 1 << (i % 8)
			j++
		}
	}
	return bits
}

// taken returns the members of a sorted set that chosen noted.
func taken(set []uint64, bits []byte) []uint64 {
	var out []uint64
	for i, x := range set {
		if i/8 < len(bits) && bits[i/8]&(1<<(i%8)) != 0 {
			out = append(out, x)
		}
	}
	return out
}
