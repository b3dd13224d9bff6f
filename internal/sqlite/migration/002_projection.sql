-- +goose Up

-- Projections: caches folded from the ledger, dropped and made again by a
-- rebuild. position says how many lines they have folded. filed is the sum of a
-- hash of every row of sharing: the one projection that the ledger cannot
-- confirm without a rebuild.
CREATE TABLE projection (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  position INTEGER NOT NULL,
  filed    INTEGER NOT NULL
) STRICT;
INSERT INTO projection (id, position, filed) VALUES (1, 0, 0);

-- Documents, numbered in the order of their first capture, from 1.
CREATE TABLE document (
  num  INTEGER PRIMARY KEY,
  id   BLOB    NOT NULL UNIQUE CHECK (length(id) = 32),
  line INTEGER NOT NULL REFERENCES line (seq) -- its first capture
) STRICT;

-- Where and when a document appeared: one row for each capture.
CREATE TABLE appearance (
  line     INTEGER PRIMARY KEY REFERENCES line (seq),
  document INTEGER NOT NULL REFERENCES document (num),
  body     TEXT    NOT NULL -- ascribe.Appearance as JSON
) STRICT;
CREATE INDEX appearance_document ON appearance (document, line);

-- Blocking keys: which documents may have to do with each other.
CREATE TABLE sharing (
  key      TEXT    NOT NULL,
  document INTEGER NOT NULL REFERENCES document (num),
  PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;

-- Full text, numbered like document; headline holds every headline it appeared
-- under, one a line.
CREATE VIRTUAL TABLE search USING fts5 (headline, body, tokenize = 'porter unicode61 remove_diacritics 2');
