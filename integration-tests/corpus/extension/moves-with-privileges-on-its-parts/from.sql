DO $$ BEGIN CREATE ROLE corpus_reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE SCHEMA tools;
CREATE EXTENSION hstore;
GRANT EXECUTE ON FUNCTION hstore(text, text) TO corpus_reader;
REVOKE EXECUTE ON FUNCTION akeys(hstore) FROM PUBLIC;
