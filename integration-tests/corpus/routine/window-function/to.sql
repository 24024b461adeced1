CREATE FUNCTION place() RETURNS bigint LANGUAGE internal WINDOW STABLE AS 'window_dense_rank';
CREATE FUNCTION share() RETURNS float8 LANGUAGE internal WINDOW IMMUTABLE AS 'window_percent_rank';
CREATE TABLE t (x int);
CREATE VIEW v AS SELECT x, place() OVER (ORDER BY x) AS place, share() OVER (ORDER BY x) AS share FROM t;
