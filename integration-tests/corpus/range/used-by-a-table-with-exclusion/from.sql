CREATE TYPE span AS RANGE (SUBTYPE = float8);
CREATE TABLE t (id int, s span, EXCLUDE USING gist (s WITH &&));
CREATE VIEW v AS SELECT lower(s) AS l FROM t;
