-- +goose Up

-- Who may sign in. Nothing is deleted: what somebody decided keeps its name.
CREATE TABLE account (
  id       TEXT    PRIMARY KEY,
  name     TEXT    NOT NULL, -- the author of what the person decides
  login    TEXT    NOT NULL UNIQUE,
  email    TEXT    NOT NULL, -- by which a provider of sign-ins may name the person once
  password TEXT    NOT NULL, -- argon2id; '' is none
  issuer   TEXT    NOT NULL, -- the provider that the person signs in with, '' is none
  subject  TEXT    NOT NULL, -- and what it calls the person
  admin    INTEGER NOT NULL,
  language TEXT    NOT NULL,
  created  INTEGER NOT NULL, -- nanoseconds, as all moments here; 0 is none
  ended    INTEGER NOT NULL,
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX account_subject ON account (issuer, subject) WHERE subject <> '';

-- Names that somebody once decided under, as they are compared. None is handed on.
CREATE TABLE name (
  folded TEXT PRIMARY KEY,
  owner  TEXT NOT NULL -- an account, or the tokens of a case
) STRICT, WITHOUT ROWID;

CREATE TABLE kase (
  name    TEXT    PRIMARY KEY, -- of its file and its address
  title   TEXT    NOT NULL,
  created INTEGER NOT NULL,
  closed  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
  account TEXT NOT NULL REFERENCES account (id),
  kase    TEXT NOT NULL REFERENCES kase (name),
  role    TEXT NOT NULL,
  PRIMARY KEY (account, kase)
) STRICT, WITHOUT ROWID;

-- Links that do one thing once. Of a secret only its SHA-256 is kept.
CREATE TABLE link (
  id      TEXT    PRIMARY KEY,
  hash    BLOB    NOT NULL UNIQUE,
  purpose TEXT    NOT NULL,
  account TEXT    NOT NULL, -- that it is for; '' for the first administrator's
  created INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  used    INTEGER NOT NULL -- or taken back
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  id      TEXT    PRIMARY KEY,
  hash    BLOB    NOT NULL UNIQUE,
  account TEXT    NOT NULL REFERENCES account (id),
  created INTEGER NOT NULL,
  seen    INTEGER NOT NULL,
  agent   TEXT    NOT NULL, -- what the browser calls itself
  address TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account);

-- What administrators did, and what people did to their own accounts. Only ever
-- appended.
CREATE TABLE act (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  at      INTEGER NOT NULL,
  account TEXT    NOT NULL, -- who; '' for who has the machine
  name    TEXT    NOT NULL,
  did     TEXT    NOT NULL,
  target  TEXT    NOT NULL, -- to whom or what, as it is called
  detail  TEXT    NOT NULL,
  why     TEXT    NOT NULL,
  address TEXT    NOT NULL
) STRICT;
-- +goose StatementBegin
CREATE TRIGGER act_stays BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'the log is only appended'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER act_kept BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT, 'the log is only appended'); END;
-- +goose StatementEnd

-- How often signing in failed, by the hour. An account is '' where there is none of
-- the name that was tried: what was typed there may be somebody's password.
CREATE TABLE failure (
  hour    INTEGER NOT NULL, -- since 1970
  account TEXT    NOT NULL,
  address TEXT    NOT NULL,
  n       INTEGER NOT NULL,
  PRIMARY KEY (hour, account, address)
) STRICT, WITHOUT ROWID;

-- What the desk keeps of itself.
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
