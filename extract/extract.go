// Package extract finds what a document says: who says what, which incidents
// happened, who is blamed and how surely, how many were harmed, when and where,
// and how the actors stand to each other. It is pure: the same document, engine
// and registers give the same reading.
package extract

import (
	"strings"

	"ascribe"
	"ascribe/extract/nlp"
	"ascribe/extract/weigh"
)

// Version names the rules of this package in every reading's engine string.
const Version = "1"

// An Extractor reads documents. It may be used from several goroutines at once.
type Extractor struct {
	engine nlp.Engine
	name   string
	see    func(*Question)         // who watches, or nil
	models map[string]*weigh.Model // asked before those that ship
}

// New returns an extractor over an engine. Marks name what else decides the
// readings, such as a fingerprint of places that a user imported.
func New(engine nlp.Engine, marks ...string) *Extractor {
	name := append([]string{engine.Name(), "extract/" + Version, weigh.ID()}, marks...)
	return &Extractor{engine: engine, name: strings.Join(name, " ")}
}

// Engine names what reads: kept with every reading, so that a better engine's
// reading takes its place.
func (x *Extractor) Engine() string { return x.name }

// Read returns everything that the extractor finds in a document, as it appeared.
// Dates that are counted from the publication need the appearance's date.
func (x *Extractor) Read(doc *ascribe.Document, seen ascribe.Appearance) *ascribe.Reading {
	p := newPage(x.engine.Analyse(doc), seen)
	p.see, p.models = x.see, x.models
	p.reading.Engine = x.Engine()
	p.findDates()
	p.findVoices()
	p.findIncidents()
	p.findTolls()
	p.findStances()
	p.chooseRoles()
	p.findRelations()
	p.findNotices()
	return p.finish()
}
