package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"ascribe"
	"ascribe/extract"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/nlp"
)

// placesPath is where the places that a user imported lie: beside the store.
func (a *app) placesPath() string { return a.db + ".places.csv" }

// extractor wires the engine that is built in with the registers: the embedded
// gazetteer and actors, and the places imported beside the store.
func (a *app) extractor() (*extract.Extractor, error) {
	own, mark, err := a.ownPlaces()
	if err != nil {
		return nil, err
	}
	places, err := withPlaces(own)
	if err != nil {
		return nil, err
	}
	engine, err := nlp.NewLinear(lexicon.Seed(), places)
	if err != nil {
		return nil, err
	}
	if mark == "" {
		return extract.New(engine), nil
	}
	return extract.New(engine, mark), nil
}

// places returns the built-in gazetteer with the imported places.
func (a *app) places() (gazetteer.Names, error) {
	own, _, err := a.ownPlaces()
	if err != nil {
		return nil, err
	}
	return withPlaces(own)
}

func withPlaces(own []gazetteer.Place) (gazetteer.Names, error) {
	index, err := gazetteer.Embedded()
	if err != nil {
		return nil, fmt.Errorf("loading the gazetteer: %w", err)
	}
	if len(own) == 0 {
		return index, nil
	}
	return index.With(own), nil
}

// ownPlaces returns the places imported beside the store, and a fingerprint of
// them for the engine's name: other places make other readings.
func (a *app) ownPlaces() ([]gazetteer.Place, string, error) {
	b, err := os.ReadFile(a.placesPath())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, "", nil
	}
	if err != nil {
		return nil, "", fmt.Errorf("reading the imported places: %w", err)
	}
	own, err := gazetteer.Parse(bytes.NewReader(b))
	if err != nil {
		return nil, "", ascribe.WithHint(fmt.Errorf("%s: %w", a.placesPath(), err), "import the places again with ascribe gazetteer import")
	}
	return own, fmt.Sprintf("places/%x", sha256.Sum256(b))[:15], nil
}
