CREATE FUNCTION double(int) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT $1 * 2::bigint $$;
CREATE TABLE t (a int, c bigint GENERATED ALWAYS AS (double(a)) STORED);
