CREATE TABLE young (id bigint NOT NULL CONSTRAINT pk_old PRIMARY KEY, code text CONSTRAINT old_code_key UNIQUE, note text);
CREATE SEQUENCE old_id_seq OWNED BY young.id;
ALTER TABLE young ALTER id SET DEFAULT nextval('old_id_seq');
CREATE INDEX old_note ON young (note);
CREATE TABLE part (id int, old_id bigint CONSTRAINT part_old REFERENCES young);
