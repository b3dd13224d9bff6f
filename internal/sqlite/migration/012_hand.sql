-- +goose Up

-- The pairs of tellings on which the machine's last word is a question, by the ids of
-- the incidents that they may lead.
CREATE TABLE doubt (
  one   TEXT    NOT NULL,
  other TEXT    NOT NULL, -- one < other
  score INTEGER NOT NULL, -- of 10000
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX doubt_likely ON doubt (score, one, other);

-- The decisions, by who made them and what they do.
CREATE TABLE ruling (
  line   INTEGER PRIMARY KEY REFERENCES line (seq),
  id     TEXT NOT NULL,
  act    TEXT NOT NULL,
  author TEXT NOT NULL
) STRICT;
CREATE INDEX ruling_id ON ruling (id);
CREATE INDEX ruling_act ON ruling (act, line);
CREATE INDEX ruling_author ON ruling (author, line);

-- What stands in the ledger already is folded into them by a rebuild.
UPDATE projection SET position = 0;
