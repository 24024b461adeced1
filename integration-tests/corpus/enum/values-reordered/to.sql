CREATE TYPE mood AS ENUM ('happy', 'ok', 'sad');
CREATE TABLE t (id int, m mood NOT NULL DEFAULT 'ok');
CREATE INDEX t_m ON t (m);
