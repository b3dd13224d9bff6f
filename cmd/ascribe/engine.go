package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"ascribe"
	"ascribe/extract"
	"ascribe/extract/gazetteer"
	"ascribe/extract/nlp"
)

// placesPath is where the places that a user imported lie: beside the store.
func (a *app) placesPath() string { return a.db + ".places.csv" }

// extractor wires the engine that is built in with the registers: the embedded
// gazetteer and actors, and the places and actors that a desk keeps beside the store.
func (a *app) extractor() (*extract.Extractor, error) {
	own, mark, err := a.ownPlaces()
	if err != nil {
		return nil, err
	}
	places, err := withPlaces(own)
	if err != nil {
		return nil, err
	}
	actors, marks, err := a.register(time.Time{})
	if err != nil {
		return nil, err
	}
	engine, err := nlp.NewLinear(actors, places)
	if err != nil {
		return nil, err
	}
	return extract.New(engine, slices.DeleteFunc([]string{mark, marks}, func(s string) bool { return s == "" })...), nil
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
