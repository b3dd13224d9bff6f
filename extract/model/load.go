package model

import (
	"crypto/sha256"
	_ "embed" // the weights
	"encoding/hex"
	"fmt"
	"sync"

	"ascribe"
	"ascribe/extract/feature"
	"ascribe/extract/linear"
)

//go:embed weights.bin
var weights []byte

// Models is everything that the engine has learned. It is read-only and may be
// used from several goroutines at once.
type Models struct {
	ID       string // tells these weights from all others: see Identify
	Clusters *Clusters
	Tagger   *Tagger
	Parser   *Parser
	Lemmas   *Lemmatizer
	Chains   *linear.Model // how well a wording refers back to another; nil in a bundle without
	Names    *Recognizer   // nil in a bundle without one
}

// Names of the parts of a bundle.
const (
	IDPart          = "id"
	FingerprintPart = "fingerprint"
	ClustersPart    = "clusters"
	TaggerPartName  = "tagger"
	GuidePart       = "guide"
	ParserPart      = "parser"
	LemmasPart      = "lemmas"
	ChainsPart      = "chains"
	NamesPart       = "names"
)

var embedded = sync.OnceValues(func() (*Models, error) { return Open(weights) })

// Size is how many bytes the weights have that ship with the program.
func Size() int { return len(weights) }

// Load returns the models that ship with the program.
func Load() (*Models, error) { return embedded() }

// Open takes a bundle of all models. It refuses one that was trained with other
// features than those of this program.
func Open(data []byte) (*Models, error) {
	b, err := ReadBundle(data)
	if err != nil {
		return nil, refused(err.Error())
	}
	if got, want := string(b[FingerprintPart]), feature.Fingerprint(); got != want {
		return nil, refused(fmt.Sprintf("it was trained with features %s and this program has features %s", got, want))
	}
	m := &Models{ID: string(b[IDPart])}
	if err := m.read(b); err != nil {
		return nil, refused(err.Error())
	}
	return m, nil
}

func refused(why string) error {
	return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "the language model cannot be used: %s", why),
		"train it again with `ascribe-lab train`, or take code and model from one commit")
}

// Identify returns the beginning of the SHA-256 of a bundle without its id, in
// hexadecimal digits. Training stores it; opening does not compute it again.
func Identify(b Bundle) string {
	rest := Bundle{}
	for name, part := range b {
		if name != IDPart {
			rest[name] = part
		}
	}
	sum := sha256.Sum256(rest.Bytes())
	return hex.EncodeToString(sum[:4])
}

func (m *Models) read(b Bundle) (err error) {
	parts := map[string][]byte{}
	for _, name := range []string{ClustersPart, TaggerPartName, GuidePart, ParserPart, LemmasPart} {
		if parts[name], err = b.part(name); err != nil {
			return err
		}
	}
	if m.Clusters, err = ReadClusters(parts[ClustersPart]); err != nil {
		return err
	}
	if m.Tagger, err = ReadTagger(parts[TaggerPartName]); err != nil {
		return err
	}
	if m.Parser, err = ReadParser(parts[GuidePart], parts[ParserPart]); err != nil {
		return err
	}
	if m.Lemmas, err = ReadLemmatizer(parts[LemmasPart]); err != nil {
		return err
	}
	if part, ok := b[NamesPart]; ok {
		if m.Names, err = ReadRecognizer(part); err != nil {
			return err
		}
	}
	if part, ok := b[ChainsPart]; ok {
		m.Chains, err = ReadChains(part)
	}
	return err
}
