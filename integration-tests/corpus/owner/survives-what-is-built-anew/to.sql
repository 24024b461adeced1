DO $$ BEGIN CREATE ROLE corpus_owner; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE TABLE t (id bigint);
CREATE VIEW v AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('glad');
ALTER VIEW v OWNER TO corpus_owner;
ALTER TYPE mood OWNER TO corpus_owner;
