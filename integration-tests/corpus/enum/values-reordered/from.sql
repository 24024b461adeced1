CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (id int, m mood NOT NULL DEFAULT 'ok');
CREATE INDEX t_m ON t (m);
