CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION pair_in(internal) RETURNS pair LANGUAGE internal IMMUTABLE STRICT AS 'record_recv';
CREATE FUNCTION pair_out(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'varchar_support';
CREATE TRANSFORM FOR int LANGUAGE plpgsql (FROM SQL WITH FUNCTION varchar_support(internal), TO SQL WITH FUNCTION int4recv(internal));
CREATE TRANSFORM FOR pair LANGUAGE sql (FROM SQL WITH FUNCTION pair_out(internal), TO SQL WITH FUNCTION pair_in(internal));
CREATE TRANSFORM FOR bool LANGUAGE plpgsql (FROM SQL WITH FUNCTION varchar_support(internal));
COMMENT ON TRANSFORM FOR pair LANGUAGE sql IS 'as it is';
COMMENT ON TRANSFORM FOR bool LANGUAGE plpgsql IS 'new';
