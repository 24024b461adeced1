CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE colour AS ENUM ('sad', 'ok', 'blue');
CREATE TABLE t (id int, m colour DEFAULT 'ok');
