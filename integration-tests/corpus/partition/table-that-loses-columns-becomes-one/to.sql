CREATE TABLE events (id integer, kind text) PARTITION BY LIST (kind);
CREATE TABLE archive PARTITION OF events DEFAULT;
CREATE VIEW years AS SELECT id AS year, count(*) AS events FROM archive GROUP BY id;
CREATE FUNCTION note_of(integer) RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC SELECT kind FROM archive WHERE id = $1; END;
