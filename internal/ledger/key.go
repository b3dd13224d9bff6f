package ledger

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strconv"
	"time"

	"ascribe"
)

// captureKey names what was captured, and leaves out when and under which input
// id: the same page fetched again, unchanged, is the same capture. A capture
// that could not be read is its bytes and the reason.
func captureKey(c *ascribe.Capture) string {
	a := c.Appearance
	if c.Document == nil {
		where := ""
		if a.Raw == "" {
			where = a.URL
		}
		return hashKey(Capture, "problem", string(a.Raw), c.Problem, where)
	}
	published := ""
	if !a.Published.IsZero() {
		published = a.Published.Time.UTC().Format(time.RFC3339Nano)
	}
	return hashKey(Capture, "document", c.Document.ID.String(), string(a.Outlet), a.URL, a.Headline, a.Byline,
		published, strconv.FormatBool(a.Published.DayOnly), string(a.Raw))
}

// readingKey names the document and the engine that read it.
func readingKey(r *ascribe.Reading) string {
	return hashKey(Reading, r.Document.String(), r.Engine)
}

// hashKey hashes parts so that no two lists of parts run together.
func hashKey(kind Kind, parts ...string) string {
	h := sha256.New()
	var size [8]byte
	for _, p := range parts {
		binary.BigEndian.PutUint64(size[:], uint64(len(p)))
		h.Write(size[:])
		h.Write([]byte(p))
	}
	return string(kind) + ":" + hex.EncodeToString(h.Sum(nil)[:16])
}
