-- +goose Up

-- Addresses that are told of what is new. The secret signs what they are told, so it
-- stands here as it is.
CREATE TABLE webhook (
  id      TEXT    PRIMARY KEY,
  url     TEXT    NOT NULL,
  events  TEXT    NOT NULL, -- their names with spaces between
  secret  BLOB    NOT NULL,
  created INTEGER NOT NULL, -- nanoseconds, as next
  line    INTEGER NOT NULL, -- lines of the ledger that it was told of
  tries   INTEGER NOT NULL, -- failed ones in a row
  next    INTEGER NOT NULL, -- not before; 0 is at once
  problem TEXT    NOT NULL  -- why the last one failed
) STRICT, WITHOUT ROWID;
