DO $$ BEGIN CREATE ROLE corpus_reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE corpus_writer; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE corpus_owner; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE SCHEMA s;
GRANT USAGE ON SCHEMA s TO corpus_writer;
CREATE TABLE s.t (id int, x int);
ALTER TABLE s.t OWNER TO corpus_writer;
GRANT SELECT ON s.t TO corpus_reader;
