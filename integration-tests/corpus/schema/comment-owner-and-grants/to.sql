DO $$ BEGIN CREATE ROLE corpus_owner; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE corpus_reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE SCHEMA s;
ALTER SCHEMA s OWNER TO corpus_owner;
GRANT USAGE ON SCHEMA s TO corpus_reader WITH GRANT OPTION;
REVOKE CREATE ON SCHEMA s FROM corpus_owner;
