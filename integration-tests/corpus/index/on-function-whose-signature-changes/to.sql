CREATE FUNCTION norm(value text, fallback text DEFAULT '') RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(value) || fallback $$;
CREATE TABLE t (a text);
CREATE INDEX i ON t (norm(a));
