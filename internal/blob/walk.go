package blob

import (
	"io/fs"
	"iter"
	"path"
	"strings"

	"ascribe"
)

// Sums returns the sums of a folder's contents, in order. A file that has no
// business in the folder comes as an error, and the rest follows all the same.
func (a *Archive) Sums(in Folder) iter.Seq2[Sum, error] {
	return func(yield func(Sum, error) bool) {
		dirs, err := fs.ReadDir(a.root.FS(), string(in))
		if err != nil {
			yield(Sum{}, ascribe.Errorf(ascribe.Internal, "cannot list %s: %w", in, err))
			return
		}
		for _, dir := range dirs {
			if !a.sumsIn(in, dir.Name(), yield) {
				return
			}
		}
	}
}

func (a *Archive) sumsIn(in Folder, dir string, yield func(Sum, error) bool) bool {
	place := path.Join(string(in), dir)
	files, err := fs.ReadDir(a.root.FS(), place)
	if err != nil {
		return yield(Sum{}, ascribe.Errorf(ascribe.Internal, "cannot list %s: %w", place, err))
	}
	for _, file := range files {
		name := path.Join(place, file.Name())
		sum, err := ParseSum(strings.TrimSuffix(file.Name(), suffix))
		if err != nil || fileName(in, sum) != name || !file.Type().IsRegular() {
			err = ascribe.Errorf(ascribe.Invalid, "%s is not a file of the archive", name)
		}
		if !yield(sum, err) {
			return false
		}
	}
	return true
}
