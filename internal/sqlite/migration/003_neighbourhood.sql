-- +goose Up

-- Which incidents are told in which document, by the id of each telling.
CREATE TABLE telling (
  id       TEXT    NOT NULL,
  document INTEGER NOT NULL REFERENCES document (num),
  PRIMARY KEY (id, document)
) STRICT, WITHOUT ROWID;

-- The links on each document.
CREATE TABLE tie (
  document INTEGER NOT NULL REFERENCES document (num),
  line     INTEGER NOT NULL REFERENCES line (seq),
  ends     INTEGER NOT NULL, -- a hash of the kind and the two ends
  joins    INTEGER NOT NULL, -- 1 where it holds the two to be the same
  PRIMARY KEY (document, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX tie_joins ON tie (document, ends) WHERE joins;

-- The decisions that name each document, statement, actor or decision.
CREATE TABLE naming (
  name TEXT    NOT NULL,
  line INTEGER NOT NULL REFERENCES line (seq),
  PRIMARY KEY (name, line)
) STRICT, WITHOUT ROWID;

-- What stands in the ledger already is folded into them by a rebuild.
UPDATE projection SET position = 0;
