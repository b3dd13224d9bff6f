// Package corpus reads the sets of real reports that the line is measured on, and
// reads their articles as the line does. The sets are no part of the project.
package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"ascribe"
)

// Lines reads a set in JSON Lines from a file below the folder of the corpora.
func Lines[T any](data, path string) ([]T, error) {
	path = filepath.Join(data, filepath.FromSlash(path))
	f, err := os.Open(path)
	if err != nil {
		return nil, ascribe.WithHint(err, "Say with --data or ASCRIBE_DATA where the corpora lie.")
	}
	defer f.Close()
	var out []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		out = append(out, v)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return out, nil
}
