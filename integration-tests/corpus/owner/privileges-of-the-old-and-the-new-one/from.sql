DO $$ BEGIN CREATE ROLE corpus_owner; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE corpus_reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE TABLE t (id serial, x int);
ALTER TABLE t OWNER TO corpus_owner;
GRANT SELECT ON t TO corpus_reader WITH GRANT OPTION;
GRANT UPDATE (x) ON t TO corpus_reader;
REVOKE TRUNCATE ON t FROM corpus_owner;
