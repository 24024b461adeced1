CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy');
CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'it''s ok' CHECK (m <> 'sad'), l mood[] DEFAULT '{sad,happy}');
CREATE INDEX t_ok ON t (id) WHERE m = 'it''s ok';
CREATE VIEW v AS SELECT id FROM t WHERE m = 'happy';
