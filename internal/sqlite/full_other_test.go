//go:build !linux

package sqlite

import "errors"

func limitFiles(string) error { return errors.ErrUnsupported }
