CREATE FUNCTION place() RETURNS bigint LANGUAGE internal WINDOW IMMUTABLE AS 'window_rank';
CREATE TABLE t (x int);
CREATE VIEW v AS SELECT x, place() OVER (ORDER BY x) AS place FROM t;
