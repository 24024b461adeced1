CREATE SCHEMA kinds;
CREATE TYPE kinds.pair AS (a int, b int);
CREATE FUNCTION kinds.pair_in2(internal) RETURNS kinds.pair LANGUAGE internal IMMUTABLE STRICT AS 'record_recv';
CREATE TRANSFORM FOR kinds.pair LANGUAGE sql (TO SQL WITH FUNCTION kinds.pair_in2(internal));
CREATE FUNCTION a_of(kinds.pair) RETURNS int TRANSFORM FOR TYPE kinds.pair LANGUAGE sql AS 'SELECT $1.a + 1';
CREATE TABLE t (p kinds.pair);
