CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION pair_in(internal) RETURNS pair LANGUAGE internal IMMUTABLE STRICT AS 'record_recv';
CREATE FUNCTION pair_out(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'varchar_support';
CREATE TRANSFORM FOR int LANGUAGE plpgsql (FROM SQL WITH FUNCTION numeric_support(internal), TO SQL WITH FUNCTION int4recv(internal));
CREATE TRANSFORM FOR text LANGUAGE plpgsql (TO SQL WITH FUNCTION textrecv(internal));
CREATE TRANSFORM FOR pair LANGUAGE sql (TO SQL WITH FUNCTION pair_in(internal));
COMMENT ON TRANSFORM FOR pair LANGUAGE sql IS 'as it was';
