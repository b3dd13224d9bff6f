// Package blob keeps bytes on disk under the hash of their content. What it
// has returned from Put survives a loss of power; what it returns from Get is
// what was put.
package blob

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"ascribe"
)

// A Sum is the SHA-256 of a content, which names it.
type Sum [sha256.Size]byte

// String returns the sum in hexadecimal.
func (s Sum) String() string { return hex.EncodeToString(s[:]) }

// ParseSum reads 64 hexadecimal digits in lower case.
func ParseSum(name string) (Sum, error) {
	var s Sum
	if _, err := hex.Decode(s[:], []byte(name)); err != nil || s.String() != name {
		return Sum{}, ascribe.Errorf(ascribe.Invalid, "%q is not the name of a content (64 hexadecimal digits)", name)
	}
	return s, nil
}

// A Folder is a part of the archive. Contents in different folders are apart.
type Folder string

// Folders of an archive.
const (
	Raw  Folder = "raw"  // bytes as fetched
	Text Folder = "text" // canonical texts of documents
)

// Folders lists every folder.
func Folders() []Folder { return []Folder{Raw, Text} }

const (
	tmp    = "tmp" // where files are written before they get their name
	suffix = ".zst"
	// stale is how old a file in tmp must be before it is surely a dead process's.
	stale = time.Hour
)

// An Archive is a directory of contents: FOLDER/ab/<sum>.zst. Several goroutines
// and several processes may use one directory at once.
type Archive struct {
	root *os.Root
	sync func(*os.File) error
	// durable holds the directories whose own names are known to be synced.
	durable sync.Map
	// broken is set by the first failed sync. After one the kernel may have
	// dropped what it could not write and report success ever after, so nothing
	// more is promised.
	broken atomic.Pointer[error]
}

// Open opens the archive in a directory, which it makes when it is missing. The
// directory's parent must exist.
func Open(dir string) (*Archive, error) {
	if err := os.Mkdir(dir, 0o750); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, denied(err, "cannot make the archive %s", dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, denied(err, "cannot open the archive %s", dir)
	}
	a := &Archive{root: root, sync: (*os.File).Sync}
	if err := a.prepare(); err != nil {
		return nil, errors.Join(denied(err, "cannot write to the archive %s", dir), root.Close())
	}
	if err := syncOutside(filepath.Dir(dir)); err != nil {
		return nil, errors.Join(err, root.Close())
	}
	return a, nil
}

// prepare makes the folders and sweeps away what killed processes left in tmp.
func (a *Archive) prepare() error {
	for _, dir := range append(Folders(), tmp) {
		if err := a.root.Mkdir(string(dir), 0o750); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	left, err := fs.ReadDir(a.root.FS(), tmp)
	if err != nil {
		return err
	}
	for _, e := range left {
		info, err := e.Info()
		if err != nil || time.Since(info.ModTime()) < stale {
			continue // gone meanwhile, or another process's
		}
		if err := a.root.Remove(path.Join(tmp, e.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return a.syncDir(".")
}

// Close releases the directory.
func (a *Archive) Close() error { return a.root.Close() }

// Get returns the content under a sum, proved by its hash. The error is of kind
// NotFound when there is none and of kind Conflict when it is damaged.
func (a *Archive) Get(in Folder, sum Sum) ([]byte, error) {
	name := fileName(in, sum)
	packed, err := a.root.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ascribe.Errorf(ascribe.NotFound, "%s is not in the archive", name)
	}
	if err != nil {
		return nil, ascribe.Errorf(ascribe.Internal, "cannot read %s: %w", name, err)
	}
	content, err := Unpack(packed)
	if err != nil {
		return nil, ascribe.Errorf(ascribe.Conflict, "%s is %w", name, err)
	}
	if got := Sum(sha256.Sum256(content)); got != sum {
		return nil, ascribe.Errorf(ascribe.Conflict, "%s is damaged: its content has the hash %s", name, got)
	}
	return content, nil
}

// Has reports whether there is a content under a sum, without reading it.
func (a *Archive) Has(in Folder, sum Sum) (bool, error) {
	_, err := a.root.Stat(fileName(in, sum))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, ascribe.Errorf(ascribe.Internal, "cannot look up %s: %w", fileName(in, sum), err)
	}
	return true, nil
}

func dirName(in Folder, sum Sum) string  { return path.Join(string(in), sum.String()[:2]) }
func fileName(in Folder, sum Sum) string { return path.Join(dirName(in, sum), sum.String()+suffix) }
func tmpName() string                    { return path.Join(tmp, rand.Text()) }

// denied words a failure to open or make something, with what to do about it.
func denied(err error, format string, a ...any) error {
	kind, hint := ascribe.Internal, "check the disk"
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrNotExist) {
		kind, hint = ascribe.Forbidden, "make the directory and give yourself the right to write in it, or choose another path"
	}
	return ascribe.WithHint(ascribe.Errorf(kind, format+": %w", append(a, err)...), hint)
}
