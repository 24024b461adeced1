CREATE FUNCTION good(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 > 1 $$;
CREATE TABLE t (a int CHECK (good(a)));
