//go:build unix

package sandbox

import (
	"time"

	"golang.org/x/sys/unix"
)

// cpuTime returns the processor time that the process has used.
func cpuTime() time.Duration {
	var u unix.Rusage
	if unix.Getrusage(unix.RUSAGE_SELF, &u) != nil {
		return 0 // the parent's clock still holds
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
