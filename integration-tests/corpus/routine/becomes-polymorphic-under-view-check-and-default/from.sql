CREATE FUNCTION first_of(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT coalesce(a, b)';
CREATE TABLE t(a int, b int, c int DEFAULT first_of(1, 2), CHECK (first_of(a, b) > 0));
CREATE VIEW v AS SELECT first_of(a, b) AS x FROM t;
