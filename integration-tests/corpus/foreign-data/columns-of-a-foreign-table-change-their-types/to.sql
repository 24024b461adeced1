CREATE TYPE mood AS ENUM ('ok', 'glad');
CREATE TYPE pair AS (b text, a int);
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE t (a int, b timestamptz, c int, d mood, e pair, f int[] OPTIONS (x 'y'), g date DEFAULT current_date) SERVER s;
CREATE VIEW v AS SELECT a, d FROM t;
