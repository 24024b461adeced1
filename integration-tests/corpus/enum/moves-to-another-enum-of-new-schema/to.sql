CREATE SCHEMA types;
CREATE TYPE types.mood AS ENUM ('sad', 'ok');
CREATE TABLE t (id int, m types.mood DEFAULT 'ok');
