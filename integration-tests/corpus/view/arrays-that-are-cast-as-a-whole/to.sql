CREATE TABLE t (id int PRIMARY KEY, a varchar(5), b varchar(9), n numeric, k bigint);
CREATE STATISTICS st ON id, (a = ANY (ARRAY[1, 2]::text[])) FROM t;
CREATE TABLE part (a varchar, b int) PARTITION BY LIST ((a IN ('x','y')));
CREATE FUNCTION f(VARIADIC bigint[]) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE VIEW v AS SELECT f(1,2) AS q, f(VARIADIC ARRAY[1,2]) AS w, n = ANY (ARRAY[1,2]) AS e, 'x'::text = ANY (ARRAY[a,b]) AS r, ARRAY['a','b']::varchar[] AS aa, ARRAY[1,2]::text[] AS bb, ARRAY[ARRAY[1],ARRAY[2]]::bigint[] AS cc FROM t;
ALTER TABLE t ADD CHECK (n = ANY (ARRAY[1, 2]));
CREATE FUNCTION g(x numeric DEFAULT 1, y boolean DEFAULT (1.5 = ANY (ARRAY[1,2]))) RETURNS boolean LANGUAGE sql BEGIN ATOMIC SELECT x = ANY (ARRAY[3,4]) AND y AND true; END;
