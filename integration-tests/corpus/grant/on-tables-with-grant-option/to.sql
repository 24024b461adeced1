DO $$ BEGIN CREATE ROLE corpus_reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE corpus_writer; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE TABLE t (id int, x int);
CREATE VIEW v AS SELECT id FROM t;
GRANT SELECT ON t TO corpus_reader WITH GRANT OPTION;
GRANT SELECT, UPDATE, TRUNCATE, REFERENCES, TRIGGER ON t TO corpus_writer;
GRANT SELECT ON v TO PUBLIC;
