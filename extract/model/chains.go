package model

import (
	"fmt"
	"strings"

	"ascribe/extract/feature"
	"ascribe/extract/linear"
)

// ChainsBundlePart makes the part of a bundle: a line with the fingerprint of
// the features that the chains were learned with, then their weights.
func ChainsBundlePart(weights []byte) []byte {
	return append([]byte(feature.ChainFingerprint()+"\n"), weights...)
}

// ReadChains takes the part of a bundle, unless it was learned with other
// features than those of this program.
func ReadChains(part []byte) (*linear.Model, error) {
	line, _, ok := strings.Cut(string(part[:min(len(part), 32)]), "\n")
	if !ok {
		return nil, fmt.Errorf("chains: %w", errBundle)
	}
	if want := feature.ChainFingerprint(); line != want {
		return nil, fmt.Errorf("its chains were trained with features %s and this program has features %s", line, want)
	}
	m, rest, err := linear.Read(part[len(line)+1:])
	if err != nil || len(rest) > 0 || m.Classes() != 1 {
		return nil, fmt.Errorf("chains: %w", errBundle)
	}
	return m, nil
}
