DO $$ BEGIN CREATE ROLE corpus_owner; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE corpus_writer; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE TABLE t (id int);
CREATE SCHEMA s;
GRANT SELECT, INSERT ON t TO corpus_owner WITH GRANT OPTION;
GRANT USAGE ON SCHEMA s TO corpus_writer;
