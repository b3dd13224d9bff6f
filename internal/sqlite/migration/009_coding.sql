-- +goose Up

-- What people answer to cards that are coded doubly or bear a planted error. It is no
-- part of the ledger and only grows, as that does.
CREATE TABLE coding (
  seq       INTEGER PRIMARY KEY, -- from 1, without gaps
  kind      TEXT    NOT NULL CHECK (kind IN ('corrected', 'answered', 'settled', 'planted', 'undone')),
  statement BLOB    NOT NULL CHECK (length(statement) = 16),
  incident  TEXT    NOT NULL,
  person    TEXT    NOT NULL,    -- account; '' on a machine without accounts
  name      TEXT    NOT NULL,    -- as authors are named
  at        INTEGER NOT NULL,    -- nanoseconds since 1970
  body      TEXT    NOT NULL     -- the rest of the entry in JSON
) STRICT;
CREATE INDEX coding_statement ON coding (statement, seq);
CREATE INDEX coding_kind ON coding (kind, seq);

-- +goose StatementBegin
CREATE TRIGGER coding_stays BEFORE UPDATE ON coding
BEGIN SELECT raise(ABORT, 'an entry of the coding sheet never changes'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER coding_remains BEFORE DELETE ON coding
BEGIN SELECT raise(ABORT, 'an entry of the coding sheet is never taken away'); END;
-- +goose StatementEnd

-- Who decides on cards of this store.
CREATE TABLE coder (
  person TEXT    PRIMARY KEY, -- account
  name   TEXT    NOT NULL,
  since  INTEGER NOT NULL     -- nanoseconds since 1970
) STRICT, WITHOUT ROWID;

-- By what cards are drawn: nobody can foresee which.
CREATE TABLE salt (salt BLOB NOT NULL CHECK (length(salt) = 32)) STRICT;
INSERT INTO salt (salt) VALUES (randomblob(32));
