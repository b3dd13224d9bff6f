package train

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"

	"ascribe/extract/feature"
	"ascribe/extract/linear"
	"ascribe/extract/model"
)

// clustersPart makes the table of word clusters from the two lists of the
// teacher's folder: clusters.tsv.zst says what words are about, brown.tsv.zst how
// they behave.
func clustersPart(dir string) ([]byte, error) {
	words := map[string]feature.Cluster{}
	err := eachRow(filepath.Join(dir, "clusters.tsv.zst"), 3, func(col []string) error {
		coarse, errC := strconv.ParseUint(col[1], 10, 16)
		fine, errF := strconv.ParseUint(col[2], 10, 16)
		if errC != nil || errF != nil {
			return fmt.Errorf("no clusters: %q", col)
		}
		words[col[0]] = feature.Cluster{Coarse: uint16(coarse) + 1, Fine: uint16(fine) + 1}
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(filepath.Join(dir, "brown.tsv.zst"), 2, func(col []string) error {
		path, err := strconv.ParseUint("1"+col[1], 2, 32)
		c := words[col[0]]
		c.Path = uint32(path)
		words[col[0]] = c
		return err
	})
	if err != nil {
		return nil, err
	}
	rows := make([]model.WordCluster, 0, len(words))
	for _, word := range sorted(words) {
		rows = append(rows, model.WordCluster{Word: linear.Hash(word), Cluster: words[word]})
	}
	return model.BuildClusters(rows), nil
}

// eachRow calls each for the rows of a compressed table, of so many columns.
func eachRow(path string, columns int, each func(col []string) error) error {
	return compressed(path, func(in io.Reader) error {
		sc := bufio.NewScanner(in)
		for line := 1; sc.Scan(); line++ {
			col := strings.Split(sc.Text(), "\t")
			if len(col) != columns {
				return fmt.Errorf("%s, line %d: %d columns, not %d", path, line, len(col), columns)
			}
			if err := each(col); err != nil {
				return fmt.Errorf("%s, line %d: %w", path, line, err)
			}
		}
		return sc.Err()
	})
}

// compressed opens a file of the Zstandard form and gives its content.
func compressed(path string, read func(io.Reader) error) error {
	return opened(path, func(f io.Reader) error {
		in, err := zstd.NewReader(f)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		defer in.Close()
		return read(in)
	})
}

// opened opens a file and gives it as it lies.
func opened(path string, read func(io.Reader) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // it was only read
	return read(f)
}
