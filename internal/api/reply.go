package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
)

// A reply is what answers a request.
type reply struct {
	Status      int
	Type        string   `header:"Content-Type"`
	ETag        string   `header:"ETag"`
	Link        []string `header:"Link"`
	Location    string   `header:"Location"`
	Stands      string   `header:"Content-Location"`
	Disposition string   `header:"Content-Disposition"`
	Body        []byte
}

// Conditional is the part of a request that asks for what it has not got.
type Conditional struct {
	IfNoneMatch string `header:"If-None-Match" doc:"the ETag of an answer at hand: 304 where it still stands"`
}

func (c *Conditional) ifNoneMatch() string { return c.IfNoneMatch }

// raw answers with bytes.
func raw(kind string, body []byte) *reply {
	sum := sha256.Sum256(append([]byte(kind+"\x00"), body...))
	return &reply{Status: http.StatusOK, Type: kind, ETag: `"` + hex.EncodeToString(sum[:16]) + `"`, Body: body}
}

// value answers with JSON.
func value(v any) (*reply, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return raw("application/json", b.Bytes()), nil
}

// match leaves the body out where who asks has it.
func (r *reply) match(has string) {
	for tag := range strings.SplitSeq(has, ",") {
		if tag = strings.TrimPrefix(strings.TrimSpace(tag), "W/"); tag != "" && (tag == r.ETag || tag == "*") {
			r.Status, r.Body, r.Type = http.StatusNotModified, nil, ""
			return
		}
	}
}

// under puts what the server of the API stands under before the addresses of an answer.
func (r *reply) under(prefix string) {
	for _, address := range []*string{&r.Location, &r.Stands} {
		if strings.HasPrefix(*address, "/") {
			*address = prefix + *address
		}
	}
	for i, l := range r.Link {
		r.Link[i] = "<" + prefix + strings.TrimPrefix(l, "<")
	}
}

// link names another part of the answer.
func (r *reply) link(rel, path string, q url.Values) {
	address := Base + path
	if len(q) > 0 {
		address += "?" + q.Encode()
	}
	r.Link = append(r.Link, "<"+address+`>; rel="`+rel+`"`)
}

// lines cuts what a publisher writes, one JSON value a line, into its values.
func lines(b []byte) []json.RawMessage {
	out := []json.RawMessage{}
	for line := range bytes.Lines(b) {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			out = append(out, json.RawMessage(line))
		}
	}
	return out
}
