-- the values are elsewhere: nothing is converted here, and Postgres takes no USING
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE pair AS (a int, b int);
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE t (a text, b int, c jsonb, d mood, e pair, f text[] OPTIONS (x 'y'), g text DEFAULT 'x') SERVER s;
CREATE VIEW v AS SELECT a, d FROM t;
