package sandbox

import "time"

// Limits are what one input may cost.
type Limits struct {
	CPU    time.Duration `json:"cpu"`    // processor time; 2 s when zero
	Wall   time.Duration `json:"wall"`   // time on the clock; 10 s when zero
	Memory int64         `json:"memory"` // bytes of the whole child; 512 MiB when zero
}

func (l Limits) orDefault() Limits {
	if l.CPU <= 0 {
		l.CPU = 2 * time.Second
	}
	if l.Wall <= 0 {
		l.Wall = 10 * time.Second
	}
	if l.Memory <= 0 {
		l.Memory = 512 << 20
	}
	return l
}
