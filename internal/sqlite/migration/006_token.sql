-- +goose Up

-- Who may use the API. Of a secret only its SHA-256 is kept.
CREATE TABLE token (
  id      TEXT    PRIMARY KEY,
  name    TEXT    NOT NULL, -- of who holds it
  scopes  TEXT    NOT NULL, -- their names with spaces between
  hash    BLOB    NOT NULL UNIQUE,
  created INTEGER NOT NULL, -- nanoseconds, as used and revoked
  used    INTEGER NOT NULL DEFAULT 0,
  revoked INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Requests to be answered once (Idempotency-Key), with their answers.
CREATE TABLE request (
  owner  TEXT    NOT NULL,
  key    TEXT    NOT NULL,
  digest BLOB    NOT NULL,
  at     INTEGER NOT NULL,
  status INTEGER NOT NULL DEFAULT 0, -- 0: not answered yet
  answer BLOB,
  PRIMARY KEY (owner, key)
) STRICT, WITHOUT ROWID;
