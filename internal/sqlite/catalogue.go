package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"github.com/fxamacker/cbor/v2"

	"ascribe"
	"ascribe/internal/blob"
)

// listed names the tables of the catalogue, those that refer to another first.
func listed() []string {
	return []string{"record", "told_in", "stands", "reported_by", "looked", "listing", "rests", "fold"}
}

// Catalogued returns how much of the ledger the catalogue holds; see ascribe.Catalogue.
func (s *Store) Catalogued(ctx context.Context) (lines int64, rules string, err error) {
	err = s.read.QueryRowContext(ctx, "SELECT position, rules FROM catalogue").Scan(&lines, &rules)
	return lines, rules, s.explain(err, "read")
}

// Outdated returns the ids whose listing holds too few lines; see ascribe.Catalogue.
func (s *Store) Outdated(ctx context.Context, ids []ascribe.IncidentID, names []string, lines int64) ([]ascribe.IncidentID, error) {
	var out []ascribe.IncidentID
	for part := range slices.Chunk(ids, 500) {
		got, err := column[string](ctx, s.read, `SELECT value FROM json_each(?) WHERE NOT EXISTS (
			SELECT 1 FROM looked JOIN fold ON num = fold WHERE id = value AND position >= ?)`, asJSON(stringsOf(part)), lines)
		if err != nil {
			return nil, s.explain(err, "read")
		}
		for _, id := range got {
			out = append(out, ascribe.IncidentID(id))
		}
	}
	sums := make([]int64, len(names))
	for i, name := range names {
		sums[i] = nameSum(name)
	}
	for part := range slices.Chunk(sums, 500) {
		got, err := column[string](ctx, s.read, `SELECT (SELECT min(id) FROM looked WHERE fold = num) FROM fold
			WHERE num IN (SELECT fold FROM rests WHERE name IN (SELECT value FROM json_each(?))) AND position < ?`, asJSON(part), lines)
		if err != nil {
			return nil, s.explain(err, "read")
		}
		for _, id := range got {
			out = append(out, ascribe.IncidentID(id))
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// Listed returns the listing that an id leads to; see ascribe.Catalogue.
func (s *Store) Listed(ctx context.Context, id ascribe.IncidentID) (*ascribe.Listing, error) {
	var brief, body []byte
	err := s.read.QueryRowContext(ctx, `SELECT brief, body FROM looked JOIN listing ON num = looked.listing
		JOIN record ON record.listing = num WHERE id = ?`, string(id)).Scan(&brief, &body)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no incident %q", id), "`ascribe incidents` lists those that stand.")
	}
	if err != nil {
		return nil, s.explain(err, "read")
	}
	return unpackListing(brief, body)
}

// unpackListing reads a listing.
func unpackListing(brief, body []byte) (*ascribe.Listing, error) {
	out := &ascribe.Listing{Record: &ascribe.Record{}}
	plain, err := blob.Unpack(body)
	if err == nil {
		err = cbor.Unmarshal(plain, out.Record)
	}
	if err == nil {
		err = json.Unmarshal(brief, &out.Brief)
	}
	if err != nil {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Conflict, "the catalogue is damaged: %w", err), "run: ascribe rebuild")
	}
	return out, nil
}
