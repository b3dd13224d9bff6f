// Package publish writes what leaves the program: one file for each format. It
// is pure: the same record gives the same bytes.
//
// Two rules hold for every format here but those that serve the desk itself,
// [Reading], [Article], [Hits] and [Lines]: private persons are counted and never
// named (see [Redact]), and what is not known is null, absent or said to be
// unknown, never 0, "" or a guess.
package publish

import (
	"encoding/json"
	"io"

	"ascribe"
)

// writeLine writes v as one line of JSON, characters as they are.
func writeLine(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return ascribe.Errorf(ascribe.Internal, "write JSON: %w", err)
	}
	return nil
}
