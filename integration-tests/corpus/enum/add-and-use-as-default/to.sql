CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (id int, m mood DEFAULT 'ok', n mood NOT NULL DEFAULT 'ok', CHECK (m <> 'ok' OR id > 0));
CREATE INDEX t_ok ON t (id) WHERE m = 'ok';
