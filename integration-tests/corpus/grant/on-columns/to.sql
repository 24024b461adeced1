DO $$ BEGIN CREATE ROLE corpus_reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE corpus_writer; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE TABLE t (id int, x int, "Odd Name" int);
GRANT SELECT (id, "Odd Name"), INSERT (x), REFERENCES (id) ON t TO corpus_reader;
GRANT SELECT ON t TO corpus_writer;
GRANT UPDATE ("Odd Name") ON t TO corpus_writer WITH GRANT OPTION;
