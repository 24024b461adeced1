CREATE TABLE t (id int);
CREATE SCHEMA "Odd kinds";
CREATE TYPE "Odd kinds"."Pair" AS (a int, b int);
CREATE FUNCTION "Odd kinds"."pair in"(internal) RETURNS "Odd kinds"."Pair" LANGUAGE internal IMMUTABLE STRICT AS 'record_recv';
CREATE FUNCTION "Odd kinds".pair_out(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'varchar_support';
CREATE TRANSFORM FOR "Odd kinds"."Pair" LANGUAGE sql
    (FROM SQL WITH FUNCTION "Odd kinds".pair_out(internal), TO SQL WITH FUNCTION "Odd kinds"."pair in"(internal));
CREATE FUNCTION b_of("Odd kinds"."Pair") RETURNS int TRANSFORM FOR TYPE "Odd kinds"."Pair" LANGUAGE sql AS 'SELECT $1.b';
