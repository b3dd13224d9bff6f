-- +goose Up

-- What is drawn on a map: the points, with how closely each is known, and what a map is
-- mostly chosen by.
CREATE INDEX listing_spot ON listing (lat, lon, json_extract(brief, '$.Where.where_prec'), day, last_day, country, type) WHERE lat IS NOT NULL;
