CREATE TYPE stretch AS RANGE (SUBTYPE = numeric);
CREATE CAST (stretch AS boolean) WITH INOUT;
CREATE FUNCTION width(s stretch) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
-- rename: span=stretch
