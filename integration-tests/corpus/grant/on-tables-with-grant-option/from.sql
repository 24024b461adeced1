DO $$ BEGIN CREATE ROLE corpus_reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE corpus_writer; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE TABLE t (id int, x int);
CREATE VIEW v AS SELECT id FROM t;
GRANT SELECT, INSERT ON t TO corpus_reader;
GRANT ALL ON t TO corpus_writer WITH GRANT OPTION;
GRANT SELECT ON v TO corpus_reader WITH GRANT OPTION;
