DO $$ BEGIN CREATE ROLE corpus_owner; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE corpus_writer; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE TABLE t (id int);
CREATE SCHEMA s;
ALTER TABLE t OWNER TO corpus_owner;
ALTER SCHEMA s OWNER TO corpus_writer;
