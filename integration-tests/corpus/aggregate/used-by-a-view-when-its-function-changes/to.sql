CREATE TABLE t (x int);
CREATE FUNCTION grow(bigint, int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE AGGREGATE total(int) (SFUNC = grow, STYPE = bigint, INITCOND = '0');
CREATE VIEW v AS SELECT total(x) AS x FROM t;
