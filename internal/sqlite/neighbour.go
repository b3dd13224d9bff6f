package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"slices"

	"ascribe"
)

// link files a link under the documents that its ends lie in.
func (f *folder) link(seq int64, l *ascribe.Link) error {
	for _, id := range l.Documents() {
		num, err := f.number(id)
		if errors.Is(err, sql.ErrNoRows) {
			continue // it was never captured, so no view holds it
		}
		if err != nil {
			return err
		}
		if err := f.exec("INSERT INTO tie (document, ends, line, joins) VALUES (?, ?, ?, ?)", num, endsSum(l), seq, l.Judgement == ascribe.Same); err != nil {
			return err
		}
	}
	return f.asked(l)
}

// endsSum hashes what a link judges.
func endsSum(l *ascribe.Link) int64 {
	sum := sha256.Sum256([]byte(l.Kind.String() + "\x00" + l.Left + "\x00" + l.Right))
	return int64(binary.BigEndian.Uint64(sum[:]))
}

// decision files a decision under what it names, and the telling that it coded.
func (f *folder) decision(seq int64, d *ascribe.Decision) error {
	for _, name := range d.Names() {
		if err := f.exec("INSERT INTO naming (name, line) VALUES (?, ?)", name, seq); err != nil {
			return err
		}
	}
	if err := f.exec("INSERT INTO ruling (line, id, act, author) VALUES (?, ?, ?, ?)", seq, d.ID, d.Act.String(), d.By.Name); err != nil {
		return err
	}
	telling, coded := d.Telling()
	if !coded {
		return nil
	}
	num, err := f.number(telling.Document)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // it was never captured, so no view holds it
	}
	if err != nil {
		return err
	}
	return f.exec("INSERT OR IGNORE INTO telling (id, document) VALUES (?, ?)", string(ascribe.IncidentIDOf(telling)), num)
}

// Tellings returns the documents that tell of an incident; see ascribe.Index.
func (s *Store) Tellings(ctx context.Context, prefix string, limit int) ([]ascribe.DocumentID, error) {
	if prefix == "" || limit <= 0 {
		return nil, nil
	}
	if err := s.folded(ctx); err != nil {
		return nil, err
	}
	var ids []ascribe.DocumentID
	err := each(ctx, s.read, func(rows *sql.Rows) error {
		var b sql.RawBytes
		if err := rows.Scan(&b); err != nil {
			return err
		}
		id, err := documentID(b)
		ids = append(ids, id)
		return err
	}, `SELECT document.id FROM telling JOIN document ON num = telling.document
		WHERE telling.id >= ?1 AND telling.id < ?1 || char(0x10ffff) ORDER BY telling.id, num LIMIT ?2`, prefix, limit)
	return ids, s.explain(err, "read")
}

// folded makes sure that the projections hold every line.
func (s *Store) folded(ctx context.Context) error {
	_, _, err := s.end(ctx, s.read)
	return s.explain(err, "read")
}

// among adds to some lines those others that were entered by a time.
func (s *Store) among(ctx context.Context, seqs, others []int64, until int64) ([]int64, error) {
	if len(others) == 0 {
		return seqs, nil
	}
	var end int64
	err := s.read.QueryRowContext(ctx, "SELECT coalesce(max(seq) + 1, 0) FROM line WHERE at <= ?", until).Scan(&end)
	for _, seq := range others {
		if seq < end {
			seqs = append(seqs, seq)
		}
	}
	return seqs, err
}

// around returns the lines of the links and decisions that a query asks for beside
// its documents' own, unsorted.
func (s *Store) around(ctx context.Context, q ascribe.Query, after int64) ([]int64, error) {
	if !q.Links && q.Naming == nil {
		return nil, nil
	}
	if err := s.folded(ctx); err != nil {
		return nil, err
	}
	var seqs []int64
	if q.Links {
		for part := range slices.Chunk(q.Documents, 500) {
			got, err := column[int64](ctx, s.read, `SELECT tie.line FROM document JOIN tie ON tie.document = num
				WHERE id IN (SELECT unhex(value) FROM json_each(?)) AND tie.line >= ? AND (? OR joins OR EXISTS (
					SELECT 1 FROM tie AS one WHERE one.document = tie.document AND one.ends = tie.ends AND one.joins))`, idsJSON(part), after, q.Doubts)
			if err != nil {
				return nil, err
			}
			seqs = append(seqs, got...)
		}
	}
	for part := range slices.Chunk(q.Naming, 500) {
		got, err := column[int64](ctx, s.read, "SELECT line FROM naming WHERE name IN (SELECT value FROM json_each(?)) AND line >= ?", asJSON(part), after)
		if err != nil {
			return nil, err
		}
		seqs = append(seqs, got...)
	}
	return seqs, nil
}
