package blob

import (
	"context"
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"runtime"

	"golang.org/x/sync/errgroup"

	"ascribe"
)

// writers is how many files are written and synced at once: the disk joins
// their syncs.
const writers = 16

// Put keeps contents and returns their sums. They are durable when it returns.
// A content that is there already is left; a damaged one is written again.
//
// The order is what makes it durable: each file is written under a temporary
// name and synced, then renamed, then the directories that hold the new names
// are synced. A crash leaves whole files or none.
func (a *Archive) Put(ctx context.Context, in Folder, contents ...[]byte) ([]Sum, error) {
	if err := a.broken.Load(); err != nil {
		return nil, *err
	}
	sums := make([]Sum, len(contents))
	first := map[Sum]int{} // equal contents are written once
	dirs := map[string]bool{}
	for i, content := range contents {
		if len(content) > MaxContent {
			return nil, ascribe.Errorf(ascribe.Invalid, "%d bytes are more than the archive takes in one content (%d)", len(content), MaxContent)
		}
		sums[i] = sha256.Sum256(content)
		if _, twice := first[sums[i]]; !twice {
			first[sums[i]] = i
			dirs[dirName(in, sums[i])] = true
		}
	}
	if err := a.makeDirs(in, dirs); err != nil {
		return nil, err
	}
	work, ctx := errgroup.WithContext(ctx)
	work.SetLimit(writers)
	for sum, i := range first {
		work.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return a.write(in, sum, contents[i])
		})
	}
	if err := work.Wait(); err != nil {
		return nil, err
	}
	return sums, a.syncDirs(dirs)
}

// makeDirs makes the directories that are missing. The name of one that was
// there is synced too, once: another process may have made it a moment ago.
func (a *Archive) makeDirs(in Folder, dirs map[string]bool) error {
	var unsure []string
	for dir := range dirs {
		if _, ok := a.durable.Load(dir); ok {
			continue
		}
		if err := a.root.Mkdir(dir, 0o750); err != nil && !errors.Is(err, fs.ErrExist) {
			return denied(err, "cannot make %s in the archive", dir)
		}
		unsure = append(unsure, dir)
	}
	if len(unsure) == 0 {
		return nil
	}
	if err := a.syncDir(string(in)); err != nil {
		return err
	}
	for _, dir := range unsure {
		a.durable.Store(dir, true)
	}
	return nil
}

// write brings one content to its place, all but the sync of the directory.
func (a *Archive) write(in Folder, sum Sum, content []byte) error {
	switch _, err := a.Get(in, sum); {
	case err == nil:
		return nil
	case ascribe.KindOf(err) != ascribe.NotFound && ascribe.KindOf(err) != ascribe.Conflict:
		return err
	}
	temp, name := tmpName(), fileName(in, sum)
	if err := a.writeTemp(temp, Pack(content)); err != nil {
		_ = a.root.Remove(temp) // a leftover is harmless, and swept by the next Open
		return err
	}
	if err := a.root.Rename(temp, name); err != nil {
		_ = a.root.Remove(temp) // likewise
		return denied(err, "cannot name %s in the archive", name)
	}
	return nil
}

func (a *Archive) writeTemp(name string, packed []byte) error {
	f, err := a.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o640)
	if err != nil {
		return denied(err, "cannot write to the archive")
	}
	if _, err := f.Write(packed); err != nil {
		return errors.Join(ascribe.WithHint(ascribe.Errorf(ascribe.Internal, "cannot write to the archive: %w", err),
			"free some space on the disk, then run it again"), f.Close())
	}
	if err := a.sync(f); err != nil {
		return errors.Join(a.fail(err, name), f.Close())
	}
	if err := f.Close(); err != nil {
		return a.fail(err, name)
	}
	return nil
}

func (a *Archive) syncDirs(dirs map[string]bool) error {
	var work errgroup.Group
	work.SetLimit(writers)
	for dir := range dirs {
		work.Go(func() error { return a.syncDir(dir) })
	}
	return work.Wait()
}

// syncDir makes the names in a directory durable. Windows has no such call: its
// file systems order names by their journal.
func (a *Archive) syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := a.root.Open(dir)
	if err != nil {
		return a.fail(err, dir)
	}
	if err := a.sync(d); err != nil {
		return errors.Join(a.fail(err, dir), d.Close())
	}
	return d.Close()
}

// syncOutside makes the archive's own name durable in its parent directory.
func syncOutside(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return denied(err, "cannot open %s", dir)
	}
	if err := d.Sync(); err != nil {
		return errors.Join(ascribe.Errorf(ascribe.Internal, "cannot sync %s: %w", dir, err), d.Close())
	}
	return d.Close()
}

// fail notes that a sync failed: from here on the archive takes nothing more.
func (a *Archive) fail(cause error, name string) error {
	err := ascribe.WithHint(
		ascribe.Errorf(ascribe.Internal, "the disk did not confirm %s: %w; nothing more is written", name, cause),
		"check the disk and the kernel's log, start again, and run: ascribe check")
	a.broken.CompareAndSwap(nil, &err)
	return err
}
