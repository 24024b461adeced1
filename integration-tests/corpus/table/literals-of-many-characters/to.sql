-- rename: letters=mails
-- rename: letters.body=mails.content
CREATE TYPE state AS ENUM ('new', 'answered', 'old');

DO $$
DECLARE long text := repeat('It''s long. ', 3000);
BEGIN
  EXECUTE format('CREATE TABLE mails (id integer PRIMARY KEY, content text DEFAULT %L CHECK (content <> %L),
      state state DEFAULT ''old'')', 'y' || long, 'x' || long);
  EXECUTE format('ALTER TABLE mails RENAME CONSTRAINT mails_pkey TO letters_pkey');
  EXECUTE format('ALTER TABLE mails RENAME CONSTRAINT mails_content_check TO letters_body_check');
  EXECUTE format('CREATE VIEW read AS SELECT id AS "the number", %L AS text, content AS "the body", state AS "the state"
      FROM mails', long);
  EXECUTE format('CREATE VIEW answered AS SELECT id AS "the number", %L AS text, content AS "the body" FROM mails
      WHERE state = ''answered''', long);
  EXECUTE format('CREATE FUNCTION salutation() RETURNS text LANGUAGE sql AS %L', 'SELECT ' || quote_literal(long || '!'));
  EXECUTE format('COMMENT ON TABLE mails IS %L', long || '.');
END $$;

-- rows: SELECT string_agg(content, ' ' ORDER BY id) FROM mails => dear sir
