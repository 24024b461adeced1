CREATE TYPE address AS (street text, zip int, country text);
CREATE TABLE t (id int, home address, all_of_them address[]);
CREATE FUNCTION f(address) RETURNS text LANGUAGE sql AS 'SELECT ($1).street || ($1).country';
