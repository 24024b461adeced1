DO $$ BEGIN CREATE ROLE corpus_owner; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE TABLE counted (id integer PRIMARY KEY, c integer) PARTITION BY HASH (id);
CREATE SEQUENCE numbers OWNED BY counted.id;
ALTER TABLE counted OWNER TO corpus_owner;
CREATE TABLE comes (id integer);
CREATE SEQUENCE others OWNED BY comes.id;
