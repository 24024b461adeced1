DO $$ BEGIN CREATE ROLE corpus_owner; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE TABLE counted (id integer PRIMARY KEY, c integer GENERATED ALWAYS AS (1) STORED);
CREATE SEQUENCE numbers OWNED BY counted.id;
ALTER TABLE counted OWNER TO corpus_owner;
CREATE TABLE goes (id integer);
CREATE SEQUENCE others OWNED BY goes.id;
ALTER TABLE goes OWNER TO corpus_owner;
