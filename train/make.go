package train

import (
	"fmt"
	"path/filepath"

	"ascribe/extract/feature"
	"ascribe/extract/model"
	"ascribe/train/conllu"
)

// A Plan says from what and how long to train.
type Plan struct {
	Data    string // the folder of the corpora: ud/ …
	Teacher string // the folder of what the teacher made
	Rounds  Rounds
	Report  func(format string, args ...any) // told what is being done; may be nil
}

// Rounds is how often each trainer sees its samples.
type Rounds struct {
	Tagger int
	Folds  int // of the taggers that tag the samples for the parsers
	Guide  int // of the parser from right to left
	Halves int // of those that guide the samples
	Parser int
	Names  int
}

// DefaultRounds are those of the models that ship.
var DefaultRounds = Rounds{Tagger: 5, Folds: 2, Guide: 4, Halves: 4, Parser: 5, Names: 6}

// folds is how many taggers tag the treebanks for the parser, each what it has
// not seen.
const folds = 5

// Make trains every model and returns the bundle. The same data make the same
// bytes.
func Make(plan Plan) (model.Bundle, error) {
	m := &maker{Plan: plan, bundle: model.Bundle{model.FingerprintPart: []byte(feature.Fingerprint())}}
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"clusters", m.clusters},
		{"treebanks", m.treebanks},
		{"trees of the news", m.news},
		{"lemmas", m.lemmas},
		{"chains", m.chains},
		{"tagger", m.tagger},
		{"tags for the parser", m.foldedTags},
		{"guides for the parser", m.guides},
		{"parser", m.parser},
		{"names", m.names},
	} {
		m.report("%s", step.name)
		if err := step.do(); err != nil {
			return nil, fmt.Errorf("%s: %w", step.name, err)
		}
	}
	m.bundle[model.IDPart] = []byte(model.Identify(m.bundle))
	return m.bundle, nil
}

// A maker is a training under way.
type maker struct {
	Plan
	bundle  model.Bundle
	list    *inventory
	trees   []conllu.Sentence
	samples []sample
}

func (m *maker) report(format string, args ...any) {
	if m.Report != nil {
		m.Report(format, args...)
	}
}

func (m *maker) clusters() error {
	part, err := clustersPart(m.Teacher)
	if err != nil {
		return err
	}
	c, err := model.ReadClusters(part)
	if err != nil {
		return err
	}
	m.bundle[model.ClustersPart], m.list = part, newInventory(c)
	return nil
}

// treebanks are the files below Plan.Data that trees are learned from.
var treebanks = []string{"ud/en_ewt-train.conllu.gz", "ud/en_gum-train.conllu.gz"}

func (m *maker) treebanks() error {
	for _, name := range treebanks {
		ss, err := conllu.ReadFile(filepath.Join(m.Data, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		m.trees = append(m.trees, ss...)
	}
	m.list.learn(m.trees)
	m.samples = m.list.samples(m.trees)
	m.report("%d sentences, %d tags, %d relations", len(m.trees), len(m.list.tags), len(m.list.rels))
	return nil
}

// chains are learned from the treebank that marks entities.
func (m *maker) chains() error {
	ss, err := conllu.ReadFile(filepath.Join(m.Data, filepath.FromSlash(chainBankFile)))
	if err != nil {
		return err
	}
	weights, err := Chains(ss)
	if err != nil {
		return err
	}
	m.bundle[model.ChainsPart] = model.ChainsBundlePart(weights)
	m.report("chains: %d bytes", len(weights))
	return nil
}

// chainBankFile is the file below Plan.Data that chains are learned from.
const chainBankFile = "ud/en_gum-train.conllu.gz"

func (m *maker) lemmas() error {
	m.bundle[model.LemmasPart] = lemmaPart(m.trees)
	return nil
}

func (m *maker) tagger() error {
	part, err := makeTagger(m.samples, m.list, lesson{m.Rounds.Tagger, 1, leastTag})
	m.bundle[model.TaggerPartName] = part
	return err
}

func (m *maker) foldedTags() error {
	return giveTags(m.samples, m.list, folds, m.Rounds.Folds)
}

// guides trains the parser from right to left, and at its side those that guide
// the training.
func (m *maker) guides() error {
	done := make(chan error)
	go func() { done <- giveGuides(m.samples, m.list.rels, m.Rounds.Halves, 20) }()
	part, err := m.parserFrom(backwards(m.samples), m.Rounds.Guide, 2)
	m.bundle[model.GuidePart] = part
	if other := <-done; err == nil {
		err = other
	}
	return err
}

func (m *maker) parser() error {
	part, err := m.parserFrom(m.samples, m.Rounds.Parser, 1)
	m.bundle[model.ParserPart] = part
	return err
}

func (m *maker) parserFrom(ss []sample, rounds int, seed uint64) ([]byte, error) {
	p := trainParser(ss, len(m.list.rels), rounds, seed, func(round int, _ *Perceptron) {
		m.report("round %d of %d", round, rounds)
	})
	return parserPart(p, m.list.rels, leastParse)
}
