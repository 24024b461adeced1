DO $$ BEGIN CREATE ROLE corpus_sequence_reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, s serial);
CREATE TABLE u (id int GENERATED ALWAYS AS IDENTITY);
GRANT SELECT ON SEQUENCE u_id_seq TO corpus_sequence_reader;
COMMENT ON SEQUENCE u_id_seq IS 'b';
