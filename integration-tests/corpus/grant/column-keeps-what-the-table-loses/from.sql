DO $$ BEGIN CREATE ROLE corpus_reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE TABLE t (a int, b int);
GRANT SELECT, INSERT ON t TO corpus_reader WITH GRANT OPTION;
GRANT SELECT (a) ON t TO corpus_reader;
GRANT UPDATE (b) ON t TO corpus_reader;
CREATE VIEW v AS SELECT a FROM t;
GRANT SELECT ON v TO PUBLIC;
