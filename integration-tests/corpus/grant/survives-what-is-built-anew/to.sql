DO $$ BEGIN CREATE ROLE corpus_reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE TABLE t (id int, x bigint);
CREATE VIEW v AS SELECT id, x FROM t;
CREATE FUNCTION f(a int) RETURNS text LANGUAGE sql AS 'SELECT 1';
GRANT SELECT ON v TO corpus_reader;
GRANT UPDATE (x) ON v TO corpus_reader;
REVOKE EXECUTE ON FUNCTION f(int) FROM PUBLIC;
