-- +goose Up

-- What judging a document against another takes, as whoever appended its reading
-- drew it up; none where the document appeared again since. Its rows are in the sum
-- of projection.filed.
CREATE TABLE profile (
  document INTEGER PRIMARY KEY REFERENCES document (num),
  body     BLOB    NOT NULL -- zstd, with a checksum
) STRICT;
