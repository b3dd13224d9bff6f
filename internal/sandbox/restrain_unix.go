//go:build linux || darwin

package sandbox

import "golang.org/x/sys/unix"

// restrain has the kernel hold the process too, a little above the watchdog's
// limits: data memory, and no core files, which would hold what was parsed.
func restrain(l Limits) error {
	data := uint64(2*l.Memory + 256<<20)
	if err := lower(unix.RLIMIT_DATA, data); err != nil {
		return err
	}
	return lower(unix.RLIMIT_CORE, 0)
}

// lower sets a limit of the process, unless it is lower already.
func lower(resource int, to uint64) error {
	var have unix.Rlimit
	if err := unix.Getrlimit(resource, &have); err != nil {
		return err
	}
	if have.Max < to {
		to = have.Max
	}
	return unix.Setrlimit(resource, &unix.Rlimit{Cur: to, Max: to})
}
