DO $$ BEGIN CREATE ROLE corpus_reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE corpus_writer; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE TABLE t (id int);
CREATE POLICY a ON t TO corpus_writer USING (true);
CREATE POLICY b ON t TO corpus_reader USING (true);
CREATE POLICY c ON t USING (true);
CREATE POLICY d ON t TO CURRENT_USER, corpus_writer USING (true);
