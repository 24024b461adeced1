CREATE TABLE events (id integer, kind text) PARTITION BY LIST (kind);
CREATE TABLE archive (id integer, year integer, note text);
CREATE VIEW years AS SELECT year, count(*) AS events FROM archive GROUP BY year;
CREATE FUNCTION note_of(integer) RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC SELECT note FROM archive WHERE id = $1; END;
