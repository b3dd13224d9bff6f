-- +goose Up

-- The ledger: captures, readings, links and decisions in the order they were
-- entered. It only grows; the triggers below hold against any program.
CREATE TABLE line (
  seq      INTEGER PRIMARY KEY,     -- from 0, without gaps
  at       INTEGER NOT NULL,        -- nanoseconds since 1970, UTC; never decreases
  kind     TEXT    NOT NULL CHECK (kind IN ('capture', 'reading', 'link', 'decision')),
  key      TEXT    NOT NULL UNIQUE, -- an entry whose key stands is passed over
  document BLOB    CHECK (length(document) = 32), -- of a capture or a reading
  body     BLOB    NOT NULL         -- the entry: JSON, zstd, with a checksum
) STRICT;
CREATE INDEX line_document ON line (document, seq) WHERE document IS NOT NULL;
CREATE INDEX line_at ON line (at);

-- The log's Merkle tree over the lines, numbered as tlog.StoredHashIndex does.
CREATE TABLE node (
  id   INTEGER PRIMARY KEY,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER line_is_next BEFORE INSERT ON line
WHEN NEW.seq <> (SELECT coalesce(max(seq) + 1, 0) FROM line)
  OR NEW.at < (SELECT at FROM line ORDER BY seq DESC LIMIT 1)
  OR EXISTS (SELECT 1 FROM line WHERE key = NEW.key)
BEGIN SELECT raise(ABORT, 'the ledger only grows at its end'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER line_stays BEFORE UPDATE ON line
BEGIN SELECT raise(ABORT, 'a line of the ledger never changes'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER line_remains BEFORE DELETE ON line
BEGIN SELECT raise(ABORT, 'a line of the ledger is never taken away'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER node_is_next BEFORE INSERT ON node
WHEN NEW.id <> (SELECT coalesce(max(id) + 1, 0) FROM node)
BEGIN SELECT raise(ABORT, 'the log only grows at its end'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER node_stays BEFORE UPDATE ON node
BEGIN SELECT raise(ABORT, 'a hash of the log never changes'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER node_remains BEFORE DELETE ON node
BEGIN SELECT raise(ABORT, 'a hash of the log is never taken away'); END;
-- +goose StatementEnd
