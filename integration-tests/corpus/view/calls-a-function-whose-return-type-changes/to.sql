CREATE TABLE t (id int);
CREATE FUNCTION twice(int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1::bigint * 2';
CREATE VIEW v AS SELECT id, twice(id) AS twice FROM t;
