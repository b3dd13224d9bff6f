package main

import (
	"context"
	"errors"
)

// finish is how a command over many inputs ends: an interrupt or a failure to
// write is a failure; inputs that could not be read leave the work done in part.
func finish(ctx context.Context, written, closed error, failed, total int) error {
	if err := errors.Join(ctx.Err(), written, closed); err != nil {
		return err
	}
	if failed > 0 {
		return partError{failed, total}
	}
	return nil
}
