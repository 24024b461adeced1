-- a table that was renamed and nobody said so: its sequence stays, and its keys come under the names that the old table frees
CREATE TABLE old (id bigserial CONSTRAINT pk_old PRIMARY KEY, code text CONSTRAINT old_code_key UNIQUE, note text);
CREATE INDEX old_note ON old (note);
CREATE TABLE part (id int, old_id bigint CONSTRAINT part_old REFERENCES old);
