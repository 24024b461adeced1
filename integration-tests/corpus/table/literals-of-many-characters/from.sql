CREATE TYPE state AS ENUM ('new', 'old');

DO $$
DECLARE long text := repeat('It''s long. ', 3000);
BEGIN
  EXECUTE format('CREATE TABLE letters (id integer PRIMARY KEY, gone integer, body text DEFAULT %L CHECK (body <> %L),
      state state DEFAULT ''new'')', long, 'x' || long);
  EXECUTE format('CREATE VIEW read AS SELECT id AS "the number", %L AS text, body AS "the body" FROM letters', long);
  EXECUTE format('CREATE FUNCTION salutation() RETURNS text LANGUAGE sql AS %L', 'SELECT ' || quote_literal(long));
  EXECUTE format('COMMENT ON TABLE letters IS %L', long);
END $$;
