-- Postgres refuses to drop or retype an attribute that a view or a body reads; those that read others stay
CREATE TYPE address AS (street text, "post code" text, city text, floor int);
CREATE TABLE people (id int, home text);
CREATE VIEW places AS SELECT id, (ROW(home, '1', 'x', 1)::address).city AS city FROM people;
CREATE VIEW floors AS SELECT id FROM people WHERE EXISTS (SELECT (ROW(home, '1', 'x', 1)::address).*);
CREATE VIEW on_top AS SELECT * FROM places;
CREATE FUNCTION code(a address) RETURNS text LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT (a)."post code" || 'x'; END;
CREATE VIEW streets AS SELECT (ROW(home, '1', 'x', 1)::address).street FROM people;
