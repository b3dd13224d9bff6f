package train

import (
	"fmt"
	"maps"

	"ascribe/extract/model"
)

// RenewNames trains the recogniser of names again and leaves the other parts of a
// bundle as they are. Make gives the same part after the same tagger.
func RenewNames(plan Plan, from model.Bundle) (model.Bundle, error) {
	m := &maker{Plan: plan, bundle: maps.Clone(from)}
	clusters, err := model.ReadClusters(from[model.ClustersPart])
	if err != nil {
		return nil, fmt.Errorf("the bundle to renew: %w", err)
	}
	m.list = newInventory(clusters)
	if err := m.names(); err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	m.bundle[model.IDPart] = []byte(model.Identify(m.bundle))
	return m.bundle, nil
}
