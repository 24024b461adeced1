DO $$ BEGIN CREATE ROLE corpus_reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE corpus_writer; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE TABLE t (id int, x int, "Odd Name" int);
GRANT SELECT (id), UPDATE (x) ON t TO corpus_reader;
GRANT SELECT (id) ON t TO corpus_writer;
