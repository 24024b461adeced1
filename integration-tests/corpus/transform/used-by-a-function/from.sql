CREATE SCHEMA kinds;
CREATE TYPE kinds.pair AS (a int, b int);
CREATE FUNCTION kinds.pair_in(internal) RETURNS kinds.pair LANGUAGE internal IMMUTABLE STRICT AS 'record_recv';
CREATE FUNCTION kinds.pair_out(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'varchar_support';
CREATE TRANSFORM FOR kinds.pair LANGUAGE sql
    (FROM SQL WITH FUNCTION kinds.pair_out(internal), TO SQL WITH FUNCTION kinds.pair_in(internal));
CREATE FUNCTION a_of(kinds.pair) RETURNS int TRANSFORM FOR TYPE kinds.pair LANGUAGE sql AS 'SELECT $1.a';
