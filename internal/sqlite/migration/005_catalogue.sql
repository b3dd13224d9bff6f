-- +goose Up

-- The catalogue: what a fold of the ledger had of each incident, for lists and
-- pages. Whoever folds enters it; position says how many lines it holds.
CREATE TABLE catalogue (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  position INTEGER NOT NULL,
  rules    TEXT    NOT NULL -- by which it was folded
) STRICT;
INSERT INTO catalogue (id, position, rules) VALUES (1, 0, '');

-- What was folded at once: a neighbourhood of the ledger.
CREATE TABLE fold (
  num      INTEGER PRIMARY KEY,
  position INTEGER NOT NULL, -- how many lines the ledger held
  sum      BLOB              -- a hash of all rows that belong to it
) STRICT;

-- What a fold rests on, as a hash of each name.
CREATE TABLE rests (
  name INTEGER NOT NULL,
  fold INTEGER NOT NULL REFERENCES fold (num),
  PRIMARY KEY (name, fold)
) STRICT, WITHOUT ROWID;
CREATE INDEX rests_of ON rests (fold);

-- One row for each incident; record holds the rest of it.
CREATE TABLE listing (
  num       INTEGER PRIMARY KEY,
  incident  TEXT    NOT NULL UNIQUE,
  fold      INTEGER NOT NULL REFERENCES fold (num),
  type      TEXT    NOT NULL,
  day       INTEGER,          -- the first and the last day that it may have been on,
  last_day  INTEGER,          -- counted from 1970; NULL where none is known
  country   TEXT    NOT NULL,
  lat       REAL,
  lon       REAL,
  news      INTEGER NOT NULL, -- nanoseconds: publication of its latest report, 0 where none is dated
  changed   INTEGER NOT NULL, -- nanoseconds: when the ledger last had something new on it
  origins   INTEGER NOT NULL,
  contested INTEGER NOT NULL,
  decided   INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL,
  need      INTEGER NOT NULL, -- thousandths
  brief     TEXT    NOT NULL  -- ascribe.Brief as JSON
) STRICT;
CREATE INDEX listing_latest ON listing (coalesce(day, -1099511627776), coalesce(last_day, 0), incident);
CREATE INDEX listing_earliest ON listing (coalesce(day, 1099511627776), coalesce(last_day, 0), incident);
CREATE INDEX listing_news ON listing (news, incident);
CREATE INDEX listing_changed ON listing (changed, incident);
CREATE INDEX listing_need ON listing (need, incident);
CREATE INDEX listing_country ON listing (country, day);
CREATE INDEX listing_of ON listing (fold);

-- Every id that a fold looked into, and the listing that it leads to.
CREATE TABLE looked (
  id      TEXT    PRIMARY KEY,
  fold    INTEGER NOT NULL REFERENCES fold (num),
  listing INTEGER REFERENCES listing (num)
) STRICT, WITHOUT ROWID;
CREATE INDEX looked_of ON looked (fold);
CREATE INDEX looked_at ON looked (listing);

-- The records: CBOR, zstd, with a checksum.
CREATE TABLE record (
  listing INTEGER PRIMARY KEY REFERENCES listing (num),
  body    BLOB    NOT NULL
) STRICT;

-- Which documents tell of it.
CREATE TABLE told_in (
  document INTEGER NOT NULL REFERENCES document (num),
  listing  INTEGER NOT NULL REFERENCES listing (num),
  PRIMARY KEY (document, listing)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_in_of ON told_in (listing);

-- Who takes which position on whom.
CREATE TABLE stands (
  actor    TEXT    NOT NULL, -- its id, or its name where it has none
  listing  INTEGER NOT NULL REFERENCES listing (num),
  position TEXT    NOT NULL,
  source   TEXT    NOT NULL,
  name     TEXT    NOT NULL, -- of the actor
  PRIMARY KEY (actor, listing, position, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX stands_source ON stands (source, listing);
CREATE INDEX stands_position ON stands (position, listing);
CREATE INDEX stands_of ON stands (listing);

-- Which outlets report it.
CREATE TABLE reported_by (
  outlet  TEXT    NOT NULL,
  listing INTEGER NOT NULL REFERENCES listing (num),
  PRIMARY KEY (outlet, listing)
) STRICT, WITHOUT ROWID;
CREATE INDEX reported_by_of ON reported_by (listing);
