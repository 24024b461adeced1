DO $$ BEGIN CREATE ROLE corpus_owner; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE corpus_reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE TABLE t (id serial, x int);
ALTER TABLE t OWNER TO corpus_reader;
GRANT INSERT ON t TO corpus_owner;
GRANT UPDATE (x) ON t TO corpus_owner;
